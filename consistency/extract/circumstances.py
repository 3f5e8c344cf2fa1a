"""Where and when a clause is set: the places it names, and how long after another event it happened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from consistency.extract.clauses import Clause
from consistency.extract.propositions import Lexica, terms
from consistency.facts import Offset, TimeExpr

if TYPE_CHECKING:
    from spacy.tokens import Token

PLACE_PREPOSITIONS = {"in", "at", "from", "near", "outside"}


def places(clause: Clause) -> tuple[str, ...]:
    """The proper names under "in", "at" and the like of the clause's own predicate, sorted."""
    found = {_full_name(obj) for prep, obj in clause.obliques if prep in PLACE_PREPOSITIONS and obj.pos_ == "PROPN"}
    return tuple(sorted(found))


def _full_name(token: Token) -> str:
    parts = [
        t for t in token.subtree if t.pos_ == "PROPN" and t.dep_ in ("compound", token.dep_) and abs(t.i - token.i) < 4
    ]
    return " ".join(t.text for t in sorted({*parts, token}, key=lambda t: t.i))


def after(clause: Clause, times: Sequence[TimeExpr], words: Lexica) -> Offset | None:
    """ "hours after the call": the offset from the event that the preposition governs, its bounds from the time."""
    for prep in clause.head.children:
        if prep.dep_ not in ("prep", "mark") or prep.lower_ not in ("after", "following"):
            continue
        anchor = next((o for o in prep.children if o.dep_ == "pobj" and o.pos_ == "NOUN"), None)
        anchor = anchor or _clausal_anchor(prep)
        time = next(
            (
                t
                for t in times
                if t.low is not None and t.span.start < prep.idx + len(prep) and prep.idx <= t.span.end + 1
            ),
            None,
        )
        if anchor is not None and time is not None and time.low is not None:
            high = time.high if time.high is not None else float("inf")
            return Offset(time.low, high, words.themes.term(anchor.lemma_.lower()), terms(anchor.subtree, words), time.span)
    return None


def _clausal_anchor(prep: Token) -> Token | None:
    """The parser takes a noun with a long complement for a clause: "after his call with X produced nothing"."""
    following = prep.doc[prep.i + 1 : prep.i + 12]
    return next((t for t in following if t.pos_ == "NOUN" and t.dep_ in ("nsubj", "pobj", "dobj")), None)
