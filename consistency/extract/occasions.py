"""Venue and addressee: where, on what and to whom something was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consistency.extract.draft import Draft
from consistency.extract.tree import Tree
from consistency.spans import Span

if TYPE_CHECKING:
    from consistency.extract.speakers import Cast

_PLACES = frozenset({"in", "at", "on", "during", "before", "aboard", "outside", "inside", "via", "from", "near"})
_TIMES = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february",
                    "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
                    "week", "weekend", "day", "month", "year", "morning", "evening", "night", "afternoon", "time",
                    "part", "fact", "addition", "behalf", "condition", "terms", "case", "past"})  # fmt: skip
_TOLD = ("dobj", "dative", "iobj")
_TELLING = frozenset({"tell", "ask", "inform", "remind", "assure", "warn", "promise", "advise", "brief", "urge"})


def venue(tree: Tree, d: Draft) -> str | None:
    """The place or occasion named beside the cue: "in the Oval Office", "on ABC's This Week"."""
    if not d.cue or d.frame in ("noun", "according", "adjective"):
        return None
    for p in tree.children[d.anchor]:
        if tree.dep[p] != "prep" or tree.lower(p) not in _PLACES:
            continue
        obj = tree.child(p, "pobj")
        if obj is None or _is_time(tree.lower(obj)) or tree.pos[obj] not in ("NOUN", "PROPN"):
            continue
        relative = tree.child(obj, "relcl")
        span = tree.span(p, tree.right[p] if relative is None else max(obj, tree.left[relative] - 1))
        if span.of(tree.text).count('"') % 2 and tree.text[span.end : span.end + 1] == '"':
            span = Span(span.start, span.end + 1)
        if not any(span.overlaps(c) for c in d.content):
            return " ".join(span.of(tree.text).split()).rstrip(",")
    return None


def _is_time(word: str) -> bool:
    """ "On Monday", "on the 20th"."""
    return word in _TIMES or (word[:1].isdigit() and word[-2:] in ("st", "nd", "rd", "th"))


def addressee(tree: Tree, d: Draft, people: Cast) -> str | None:
    """Whom something was said to: the object of "tell" or "ask", or who stands behind "to"."""
    if not d.cue or d.frame in ("noun", "according", "adjective"):
        return None
    for c in tree.children[d.anchor]:
        told = tree.dep[c] in _TOLD and tree.lemma[d.anchor] in _TELLING
        to = tree.dep[c] in ("prep", "dative") and tree.lower(c) == "to"
        head = tree.child(c, "pobj") if to else c
        if not (told or to) or head is None or tree.pos[head] not in ("NOUN", "PROPN", "PRON"):
            continue
        span = tree.span(tree.left[head], tree.right[head])
        if not any(span.overlaps(x) for x in d.content):
            return people.who(head) or " ".join(span.of(tree.text).split())
    return None
