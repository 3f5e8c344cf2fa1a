"""What an article's dating rests on and cannot all be right: a weekday that is not the date's, a past after its day."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from consistency.article import Interval, Published
from consistency.extract.clues import rights_years
from consistency.extract.timecontext import PAST, direction, is_direct
from consistency.extract.timevalues import interval_of
from consistency.extract.timewords import Vocabulary, vocabulary
from consistency.facts import DateConflict, TimeExpr
from consistency.intervals import is_day

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FAR = 60
"""Days from publication within which a date without a year is surely of that year."""


def conflicts(doc: Doc, text: str, times: Sequence[TimeExpr], published: Published) -> tuple[DateConflict, ...]:
    """The pairs of stretches about the article's days that cannot both be right, in the order of the text."""
    vocab = vocabulary()
    found = [*_weekdays(text, times, published.interval, vocab), *_after_its_day(doc, text, times, published, vocab)]
    return tuple(sorted(found))


def _weekdays(text: str, times: Sequence[TimeExpr], published: Interval, vocab: Vocabulary) -> Iterator[DateConflict]:
    """Such as "Friday, May 15" where 15 May is a Thursday; without a year only near the day of publication."""
    for t in times:
        words = t.span.of(text)
        first = words.split()[0].lower().strip(",") if words.split() else ""
        day = t.interval.start
        if vocab.kind.get(first) != "weekday" or not is_day(t.interval) or day is None or t.type == "SET":
            continue
        with_day = any(c.isdigit() for c in words)
        told = str(day.year) in words or (published.end is not None and abs((published.end - day).days) <= _FAR)
        if with_day and told and day.isoweekday() != vocab.value[first]:
            yield DateConflict((t.span,), f"“{words}”: {day.isoformat()} is a {day:%A}")


def _top(doc: Doc, i: int, t: TimeExpr) -> Token:
    """The token of the time that hangs on a word outside it."""
    token = doc[i]
    while t.span.start <= token.head.idx < t.span.end and token.head.i != token.i:
        token = token.head
    return token


def _after_its_day(
    doc: Doc, text: str, times: Sequence[TimeExpr], published: Published, vocab: Vocabulary
) -> Iterator[DateConflict]:
    """What is told as past and dated with its year after the article's own day, or after its copyright year."""
    last, because, own = published.interval.end, "the article's day", published.evidence[:1]
    years = rights_years(text)
    if published.basis in ("inferred", "none") and years:
        year, span = max(years)
        last, because, own = interval_of(str(year)).end, "the copyright year", (span,)
    if last is None:
        return
    starts = [t.idx for t in doc]
    for t in times:
        day = t.interval.start
        if t.type != "DATE" or t.relation or day is None or day <= last or str(day.year) not in t.span.of(text):
            continue
        token = _top(doc, bisect_right(starts, t.span.start) - 1, t)
        if is_direct(token) and direction(token, vocab) == PAST:
            why = f"“{t.span.of(text)}” is told as past and lies after {because}, {last.isoformat()}"
            yield DateConflict((t.span, *own), why)
