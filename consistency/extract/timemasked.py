"""Dates outside the parsed body: in a header, a dateline or a copyright notice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from consistency.article import Interval
from consistency.extract.clues import rights_years
from consistency.extract.timedates import by_way
from consistency.extract.timevalues import date_or_none, interval_of
from consistency.extract.timewords import vocabulary
from consistency.facts import TimeExpr
from consistency.intervals import OPEN, is_day
from consistency.spans import Span

_ISO = re.compile(r"\b(?:date\s{1,3})?((?:19|20)\d\d-[01]\d-[0-3]\d)\b", re.I)
_MONTH_DAY = re.compile(
    r"\b(?:(?P<m>[A-Z][A-Za-z]{2,8})\.?\s{1,2}(?P<d>\d{1,2})|(?P<d2>\d{1,2})\s{1,2}(?P<m2>[A-Z][A-Za-z]{2,8})\.?)"
    r"(?:st|nd|rd|th)?\b(?:\s?,?\s{1,2}(?P<y>(?:19|20)\d\d)\b)?"
)


def masked_times(text: str, body: Sequence[Span], published: Interval = OPEN) -> list[TimeExpr]:
    """The dates that stand outside the body, against the day of publication; a copyright year is a year."""
    found = [TimeExpr(span, "DATE", str(year), interval_of(str(year))) for year, span in rights_years(text)]
    for gap in _gaps(text, body):
        found += [TimeExpr(Span(*m.span()), "DATE", m[1], interval_of(m[1])) for m in _ISO.finditer(text, *gap)]
        for month, day, year, span in written_days(text, gap.end, gap.start):
            exact = date_or_none(year, month, day) if year else _nearest(month, day, published)
            if exact is not None:
                found.append(TimeExpr(span, "DATE", exact.isoformat(), Interval.day(exact)))
    outside = [t for t in found if not any(b.overlaps(t.span) for b in body) and t.interval != OPEN]
    return sorted(outside, key=lambda t: t.span)


def written_days(text: str, end: int, start: int = 0) -> Iterator[tuple[int, int, int, Span]]:
    """Month, day, year (0 where there is none) and place of every date written out in this stretch of the text."""
    months = vocabulary().lexicon.words["month"]
    for m in _MONTH_DAY.finditer(text, start, end):
        month = months.get((m["m"] or m["m2"]).lower(), 0)
        day = int(m["d"] or m["d2"])
        if isinstance(month, int) and date_or_none(2000, month, day):
            yield month, day, int(m["y"] or 0), Span(*m.span())


def _gaps(text: str, body: Sequence[Span]) -> Iterator[Span]:
    at = 0
    for span in sorted(body):
        if span.start > at:
            yield Span(at, span.start)
        at = max(at, span.end)
    if at < len(text):
        yield Span(at, len(text))


def _nearest(month: int, day: int, published: Interval) -> date | None:
    if not is_day(published) or published.start is None:
        return None
    years = range(published.start.year - 1, published.start.year + 2)
    return by_way([d for y in years if (d := date_or_none(y, month, day))], published.start, 0)
