"""Limits that move: "pushed back from June to September", "originally planned for June", "October rather than June"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consistency.extract.deadlinewords import Candidate, token_at, verb_of
from consistency.extract.timewords import vocabulary
from consistency.facts import TimeExpr

if TYPE_CHECKING:
    from spacy.tokens import Doc


def is_moved(doc: Doc, t: TimeExpr, before: str) -> bool:
    """Whether a verb of moving takes the limit here: "was pushed back to September", "has been extended until June"."""
    verb = verb_of(doc, t)
    return verb is not None and verb.lemma_.lower() in vocabulary().putting_off and before in ("to", "until", "till")


def is_given_up(doc: Doc, t: TimeExpr) -> bool:
    """Whether the time was an aim once, or is none: "originally planned for June", "rather than June"."""
    first = token_at(doc, t.span.start)
    if any(doc[k].lower_ in ("rather", "instead") for k in range(max(first - 3, 0), first)):
        return True
    verb = verb_of(doc, t)
    words = vocabulary().given_up
    return verb is not None and any(c.lower_ in words for c in verb.children if c.dep_ == "advmod")


def unmoved(found: list[Candidate]) -> list[Candidate]:
    """The candidates without what only begins a range or was the limit before: "from June to September"."""
    current = [c for c in found if not c.given_up]
    if current and len(current) < len(found):
        old = next(c for c in found if c.given_up)
        return [c._replace(was=(*c.was, old.day)) for c in unmoved(current)]
    out: list[Candidate] = []
    for k, c in enumerate(found):
        after = found[k + 1] if k + 1 < len(found) else None
        if c.before == "from" and after is not None and after.before in ("to", "until", "till", "through"):
            continue
        earlier = found[k - 1] if k else None
        if c.moved and earlier is not None and earlier.day != c.day:
            out = [o for o in out if o is not earlier]
            c = c._replace(was=(*c.was, earlier.day))
        out.append(c)
    return out
