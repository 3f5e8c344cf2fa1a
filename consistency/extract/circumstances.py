"""Where and when a clause is set: the places it names, and how long after another event it happened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from consistency.article import Interval
from consistency.extract.clauses import Clause
from consistency.extract.propositions import Lexica, terms
from consistency.extract.verbs import predicate_over
from consistency.facts import Offset, TimeExpr
from consistency.intervals import OPEN

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

AFTER = {"after", "following"}
PLACE_PREPOSITIONS = {"in", "at", "from", "near", "outside"}


def places(clause: Clause) -> tuple[str, ...]:
    """The proper names under "in", "at" and the like of the clause's own predicate, sorted."""
    objects = [p for o in clause.objects if o.dep_ in ("dobj", "attr") for p in o.children if p.dep_ == "prep"]
    below = [(p.lower_, obj) for p in objects for obj in p.children if obj.dep_ == "pobj"]
    found = {
        _full_name(obj)
        for prep, obj in (*clause.obliques, *below)
        if prep in PLACE_PREPOSITIONS and obj.pos_ == "PROPN"
    }
    return tuple(sorted(found))


def _full_name(token: Token) -> str:
    parts = [
        t for t in token.subtree if t.pos_ == "PROPN" and t.dep_ in ("compound", token.dep_) and abs(t.i - token.i) < 4
    ]
    return " ".join(t.text for t in sorted({*parts, token}, key=lambda t: t.i))


def after(clause: Clause, times: Sequence[TimeExpr], words: Lexica) -> Offset | None:
    """ "hours after the call": the offset from the event that the preposition governs, its bounds from the time."""
    for prep, anchor in _after_words(clause.head):
        time = next((t for t in times if t.low is not None and _just_before(t, prep)), None)
        if anchor is not None and time is not None and time.low is not None:
            high = time.high if time.high is not None else float("inf")
            of = tuple(sorted({*terms(_phrase(anchor), words)}))
            return Offset(time.low, high, words.themes.term(anchor.lemma_.lower()), of, time.span)
    return None


def _after_words(head: Token) -> Iterator[tuple[Token, Token | None]]:
    """Each "after" of a clause with the noun of the event; the parser may take "after his call failed" for a clause."""
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in AFTER:
            noun = next((o for o in child.children if o.dep_ == "pobj" and o.pos_ == "NOUN"), None)
            yield child, noun or _clausal_anchor(child)
        elif child.dep_ == "advcl":
            for mark in child.children:
                if mark.dep_ in ("mark", "prep") and mark.lower_ in AFTER:
                    yield mark, _clausal_anchor(mark)


def _just_before(time: TimeExpr, prep: Token) -> bool:
    return time.span.start < prep.idx + len(prep) and prep.idx <= time.span.end + 1


def _phrase(noun: Token) -> list[Token]:
    """The noun's own words and those of its prepositions, without clauses."""
    return [t for t in noun.subtree if t.i < noun.i + 8]


def _clausal_anchor(prep: Token) -> Token | None:
    """The parser takes a noun with a long complement for a clause: "after his call with X produced nothing"."""
    following = prep.doc[prep.i + 1 : prep.i + 12]
    return next((t for t in following if t.pos_ == "NOUN" and t.dep_ in ("nsubj", "pobj", "dobj")), None)


def time_of(clause: Clause, doc: Doc, times: Sequence[TimeExpr]) -> Interval | None:
    """The days of the first time that modifies the clause's own predicate; None where none does."""
    for time in times:
        dated = time.type in ("DATE", "TIME") and time.interval != OPEN and time.relation not in ("since", "until")
        if dated and clause.span.contains(time.span):
            inside = doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
            if inside is not None and predicate_over(inside.root) == clause.head.i:
                return time.interval
    return None
