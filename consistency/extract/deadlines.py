"""Deadlines: the last day on which a promise is still met, worked out from the times in its words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from consistency.article import Interval
from consistency.extract.deadlinebeside import continued, ended_elsewhere, taken_up
from consistency.extract.deadlineclauses import clause_limit, due_for, finishing, is_condition, is_over, names_event
from consistency.extract.deadlinewords import (
    Candidate,
    counted,
    is_called_deadline,
    is_given_up,
    link,
    not_known,
    token_at,
    verb_of,
    words_of,
)
from consistency.extract.timewords import vocabulary
from consistency.facts import TimeExpr
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
    inside = [t for t in times if any(s.overlaps(t.span) for s in content)]
    inside = inside or continued(doc, content, times) or taken_up(doc, content, times)
    inside = [t for t in inside if not is_condition(doc, t)]
    found = _unmoved([c for t in inside if (c := _candidate(doc, t, said))])
    if not any(c.rank < 2 for c in found) and (ended := ended_elsewhere(doc, content, times)):
        return ended.day, ended.because
    if not any(c.rank < 2 for c in found) and (open_end := not_known(doc, content, inside)):
        return None, open_end
    if not found:
        return None, ""
    best = min(finishing(doc, found), key=lambda c: (c.rank, c.start))
    return best.day, best.because


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
    moved = _is_moved(doc, t, before)
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


def _is_moved(doc: Doc, t: TimeExpr, before: str) -> bool:
    """Whether a verb of moving takes the limit here: "was pushed back to September", "has been extended until June"."""
    verb = verb_of(doc, t)
    return verb is not None and verb.lemma_.lower() in vocabulary().putting_off and before in ("to", "until", "till")


def _unmoved(found: list[Candidate]) -> list[Candidate]:
    """The candidates without what only begins a range or was the limit before: "from June to September"."""
    current = [c for c in found if not c.given_up]
    if current and len(current) < len(found):
        old = next(c for c in found if c.given_up)
        return [c._replace(because=f"{c.because}, moved from {old.day.isoformat()}") for c in _unmoved(current)]
    out: list[Candidate] = []
    for k, c in enumerate(found):
        after = found[k + 1] if k + 1 < len(found) else None
        if c.before == "from" and after is not None and after.before in ("to", "until", "till", "through"):
            continue
        earlier = found[k - 1] if k else None
        if c.moved and earlier is not None and earlier.day != c.day:
            out = [o for o in out if o is not earlier]
            c = c._replace(because=f"{c.because}, moved from {earlier.day.isoformat()}")
        out.append(c)
    return out


def _of_office(words: str) -> bool:
    """Whether the expression is measured from an office, which a promise may name long after it was made."""
    kind = vocabulary().kind
    return any(kind.get(w) in _OFFICE for w in words.lower().split())


def _is_end(words: str) -> bool:
    """Before the end of a span is any day of it: the span's last day is still in time."""
    return " end of " in f" {words.lower()} "
