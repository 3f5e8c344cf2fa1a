"""Clauses and phrases that a time stands in: "before her term runs out in May", "if it holds until June"."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from consistency.extract.deadlinewords import Candidate, link, token_at, verb_of
from consistency.extract.timewords import vocabulary
from consistency.facts import TimeExpr

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CLIMB = 12
_SHORT = 130
"""Days: what lasts longer than a season (a half-year, a year) is not what one gets ready for."""


def is_condition(doc: Doc, t: TimeExpr) -> bool:
    """Whether the time stands in a condition: "if the truce holds until Christmas, the road will be reopened"."""
    words, token = vocabulary().beside["condition"], doc[token_at(doc, t.span.start)]
    for _ in range(_CLIMB):
        marks = [c for c in token.children if c.dep_ in ("mark", "advmod")]
        if token.dep_ in ("advcl", "ccomp") and any(c.lower_ in words for c in marks):
            return True
        if token.head.i == token.i:
            return False
        token = token.head
    return False


def is_over(doc: Doc, t: TimeExpr) -> bool:
    """Whether the limit is the end of the time: "before the month is out", "before the summer ends"."""
    beside, after = vocabulary().beside, token_at(doc, t.span.end - 1) + 1
    if after >= len(doc):
        return False
    if doc[after].lemma_ == "be":
        return after + 1 < len(doc) and doc[after + 1].lower_ in beside["over"]
    return doc[after].pos_ == "VERB" and doc[after].lemma_.lower() in beside["ending"]


def clause_limit(doc: Doc, t: TimeExpr) -> tuple[date, str] | None:
    """The last day that a clause with "before" or "until" leaves, and its words: "before the season opens on 3 May".

    What ends in a month ends with it at the latest; what begins in one may begin with its first day.
    """
    verb, days = verb_of(doc, t), t.interval
    mark = _mark(verb) if verb is not None else None
    if verb is None or mark is None or days.start is None or days.end is None or link(doc, t) == mark.lower_:
        return None
    words = str(doc[mark.i : token_at(doc, t.span.end - 1) + 1].text)
    if verb.lemma_.lower() in vocabulary().beside["ending"]:
        return days.end, words
    if mark.lower_ == "before" and days.start > date.min:
        return days.start - timedelta(days=1), words
    return days.start, words


def _mark(verb: Token) -> Token | None:
    """The "before" or "until" that opens the verb's clause."""
    return next((c for c in verb.children if c.dep_ == "mark" and c.lower_ in ("before", "until", "till")), None)


def due_for(doc: Doc, t: TimeExpr) -> date | None:
    """The day on which something is to be ready for a time; None where the time only names a thing.

    "Clean for the holiday weekend" is due when that begins, "planned for June" when it ends; "her bonus for 2025"
    is due on no day.
    """
    first = token_at(doc, t.span.start)
    word = next((doc[k] for k in range(first - 1, max(first - 4, -1), -1) if doc[k].lower_ == "for"), None)
    start, end = t.interval
    brief = start is not None and end is not None and (end - start).days <= _SHORT
    if word is not None and word.i:
        noun = word.head if brief else word.nbor(-1)
        if noun.pos_ in ("NOUN", "PROPN") and noun.lower_ != "time":
            return None
        brief = brief and word.head.lemma_.lower() not in vocabulary().forward | vocabulary().aims
    return start if brief else end


def names_event(doc: Doc, t: TimeExpr) -> bool:
    """Whether a longer time only tells which event is meant: "before the summer recess", not "the 1 July vote"."""
    last, (start, end) = doc[token_at(doc, t.span.end - 1)], t.interval
    limited = link(doc, t) in ("before", "by", "until", "till") and last.dep_ in ("compound", "nmod", "amod")
    return limited and start != end and last.head.i > last.i and last.head.pos_ == "NOUN"


def finishing(doc: Doc, found: list[Candidate]) -> list[Candidate]:
    """The candidates without the beginning of what ends at another: "will start in July and finish in December"."""
    if len(found) < 2 or len({c.rank for c in found}) > 1:
        return found
    verbs = [_verb_at(doc, c.start) for c in found]
    return [c for c, v in zip(found, verbs, strict=True) if v not in vocabulary().beside["beginning"]] or found


def _verb_at(doc: Doc, offset: int) -> str:
    token = doc[token_at(doc, offset)]
    for _ in range(_CLIMB):
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            break
    return str(token.lemma_.lower())
