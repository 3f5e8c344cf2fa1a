"""Deadlines: the last day on which a promise is still met, worked out from the times in its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from consistency.article import Interval
from consistency.extract.deadlinebeside import continued, ended_elsewhere, taken_up
from consistency.extract.deadlineclauses import clause_limit, due_for, finishing, is_condition, is_over, names_event
from consistency.extract.deadlinemoves import is_given_up, is_moved, unmoved
from consistency.extract.deadlinewords import (
    Candidate,
    counted,
    is_called_deadline,
    link,
    not_known,
    token_at,
    words_of,
)
from consistency.extract.timewords import vocabulary
from consistency.facts import Fact, TimeExpr
from consistency.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

_OFFICE = {"office", "title", "sworn", "inauguration", "parliament", "election", "act", "oath"}
"""Classes of words: a time with one of them is measured from an office."""
_DAYS = {"weekday", "month", "near", "tonight", "daypart", "night", "clockword"}


def deadline(
    doc: Doc, content: Sequence[Span], times: Sequence[TimeExpr], said: Interval | None = None
) -> tuple[date | None, str]:
    """The last day on which what this content promises is still met, and how that was worked out; None if unknown.

    Terms with a limit ("by", "before", "within", an office) come before plain times ("this year", "from July"); times
    that were over when it was said do not count. A start ("from July") is met by the end of what it names. Of a limit
    that is moved ("from June to September") the new one counts, and the reason tells the old one. A limit without a
    known day ("before the parliament ends") is none, and the reason says so.
    """
    best, open_end = _best(doc, content, times, said)
    if best is None:
        return None, open_end
    return best.day, best.because + "".join(f", moved from {day.isoformat()}" for day in best.was)


def with_earlier_deadlines(facts: Sequence[Fact], doc: Doc, times: Sequence[TimeExpr]) -> tuple[Fact, ...]:
    """The facts with the days that their deadlines were moved from, as their own words tell."""
    return tuple(replace(f, deadline_was=_was(f, doc, times)) if f.deadline else f for f in facts)


def _was(fact: Fact, doc: Doc, times: Sequence[TimeExpr]) -> tuple[date, ...]:
    best, _ = _best(doc, fact.evidence, times, fact.said)
    return best.was if best is not None and best.day == fact.deadline else ()


def _best(
    doc: Doc, content: Sequence[Span], times: Sequence[TimeExpr], said: Interval | None
) -> tuple[Candidate | None, str]:
    """What sets the deadline; None with what is said of a limit whose day is not known."""
    inside = [t for t in times if any(s.overlaps(t.span) for s in content)]
    inside = inside or continued(doc, content, times) or taken_up(doc, content, times)
    inside = [t for t in inside if not is_condition(doc, t)]
    found = unmoved([c for t in inside if (c := _candidate(doc, t, said))])
    if not any(c.rank < 2 for c in found) and (ended := ended_elsewhere(doc, content, times)):
        return ended, ""
    if not any(c.rank < 2 for c in found) and (open_end := not_known(doc, content, inside)):
        return None, open_end
    return min(finishing(doc, found), key=lambda c: (c.rank, c.start), default=None), ""


def _candidate(doc: Doc, t: TimeExpr, said: Interval | None) -> Candidate | None:
    before, words = link(doc, t), words_of(doc, t)
    if t.type == "DURATION" and t.relation != "by":
        return counted(doc, t, before, said)
    if t.type == "SET" or _is_vague(t) or _is_start(doc, t, before) or names_event(doc, t):
        return None
    if clause := clause_limit(doc, t):
        day, phrase = clause
        return Candidate(1, t.span.start, day, f"“{phrase}” ends on {day.isoformat()}", before)
    last = _last_day(doc, t, before)
    if last is None:
        return None
    rank = _rank(doc, t, before)
    moved = is_moved(doc, t, before)
    over = said is not None and said.start is not None and last < said.start
    if rank == 2 and not moved and (over or _looks_back(words) or _is_hour(t, words) or _owns(doc, t)):
        return None
    bound = before and (not t.relation or t.type == "DURATION") and not words.lower().startswith(before)
    phrase = f"{before} {words}" if bound else words
    because = f"“{phrase}” ends on {last.isoformat()}"
    return Candidate(0 if moved else rank, t.span.start, last, because, before, moved, is_given_up(doc, t))


def _is_vague(t: TimeExpr) -> bool:
    return t.value in ("PRESENT_REF", "PAST_REF") or (t.value == "FUTURE_REF" and t.high is None)


def _is_start(doc: Doc, t: TimeExpr, before: str) -> bool:
    """Whether the time opens what it limits: "since 2020", "after the vote", "in October at the earliest"."""
    beside = vocabulary().beside
    if t.relation == "since" or before in beside["not_before"] or (t.relation == "after" and t.type != "DURATION"):
        return True
    after = token_at(doc, t.span.end - 1) + 1
    return any(doc[k].lower_ in beside["soonest"] for k in range(after, min(after + 3, len(doc))))


def _last_day(doc: Doc, t: TimeExpr, before: str) -> date | None:
    """The last day on which what is promised for this time is still in time; None where the time is no limit."""
    if before == "for":
        return due_for(doc, t)
    start, end = t.interval
    if (before == "before" or t.relation == "before") and start is not None and end is not None and not t.relation:
        if _is_end(words_of(doc, t)) or is_over(doc, t):
            return end
        return start - timedelta(days=1) if start > date.min else start
    return end


def _rank(doc: Doc, t: TimeExpr, before: str) -> int:
    """0 for terms of office, 1 for limits ("by", "until"), 2 for plain times."""
    if t.relation or _of_office(words_of(doc, t)):
        return 0
    return 1 if before in vocabulary().beside["limit"] or is_called_deadline(doc, t) else 2


def _owns(doc: Doc, t: TimeExpr) -> bool:
    """Whether the time only tells which thing is meant: "at this year's prices"."""
    after = token_at(doc, t.span.end - 1) + 1
    return after < len(doc) and doc[after].tag_ == "POS"


def _is_hour(t: TimeExpr, words: str) -> bool:
    """Whether only the clock is named, which says when on some day: "no flights between 11 p.m. and 6 a.m."."""
    kinds = {vocabulary().kind.get(w.strip(",")) for w in words.lower().split()}
    return t.type == "TIME" and not kinds & _DAYS


def _looks_back(words: str) -> bool:
    """Whether the expression can only mean a past: "yesterday", "last week", "two days ago"."""
    vocab = vocabulary()
    kinds = [(vocab.kind.get(w), vocab.value.get(w)) for w in words.lower().split()]
    return any(kind in ("past", "ago", "earlier") or (kind == "near" and value == -1) for kind, value in kinds)


def _of_office(words: str) -> bool:
    """Whether the expression is measured from an office, which a promise may name long after it was made."""
    kind = vocabulary().kind
    return any(kind.get(w) in _OFFICE for w in words.lower().split())


def _is_end(words: str) -> bool:
    """Before the end of a span is any day of it: the span's last day is still in time."""
    return " end of " in f" {words.lower()} "
