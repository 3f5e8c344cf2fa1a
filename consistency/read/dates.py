"""Dates as headers, metadata and datelines write them. Times in running text are the extractor's, not read here."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from consistency.article import Interval
from consistency.spans import Span

_WEEKDAY = r"(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,?\s{1,3})?"
_ISO = re.compile(
    r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:\s?Z|\s?[+-]\d{2}:?\d{2})?)?"
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?!\d)")
_MONTH_FIRST = re.compile(
    _WEEKDAY + r"([a-z]{3,9})\.?\s{1,3}(\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:\s?,?\s{1,3}(\d{4})(?!\d))?", re.I
)
_DAY_FIRST = re.compile(
    _WEEKDAY + r"(\d{1,2})(?:st|nd|rd|th)?\s{1,3}(?:of\s{1,3})?([a-z]{3,9})\.?(?:,?\s{1,3}(\d{4})(?!\d))?", re.I
)
_NUMERIC = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)")
_CLOCK = re.compile(
    r"[,|\s]{0,4}(?:at\s{1,3})?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s{0,3}(?:[ap]\.?m\.?)?\s{0,3}"
    r"(?:[A-Z]{1,4}|[+-]\d{4}|\([A-Z]{1,4}\))?", re.I,
)  # fmt: skip
_YEAR = re.compile(r"(\d{4})(?:-(\d{2}))?")


class WrittenDate(NamedTuple):
    """A date and where it stands; the interval is open on both sides where the text gives no year."""

    interval: Interval
    span: Span


def date_at(text: str, at: int, months: Mapping[str, int]) -> WrittenDate | None:
    """The date that begins exactly at this offset, with or without a year; None if none does."""
    for pattern, order in ((_ISO, "ymd"), (_COMPACT, "ymd"), (_MONTH_FIRST, "mdy"), (_DAY_FIRST, "dmy")):
        if found := pattern.match(text, at):
            interval = _interval(dict(zip(order, found.groups(), strict=True)), months)
            if interval is not None:
                return WrittenDate(interval, Span(at, found.end()))
    if found := _NUMERIC.match(text, at):
        day = _unambiguous(*map(int, found.groups()))
        return WrittenDate(Interval.day(day), Span(at, found.end())) if day else None
    return None


def clock_end(text: str, at: int) -> int:
    """The end of a time of day that follows a date (" at 3:14 p.m. ET"), or `at` if none does."""
    found = _CLOCK.match(text, at)
    return found.end() if found else at


def whole_date(value: str, months: Mapping[str, int]) -> Interval | None:
    """The days that a date alone in a field means; a year or a year and month are intervals. None if not understood."""
    value = value.strip()[:80]
    if found := _YEAR.fullmatch(value):
        return _period(int(found[1]), int(found[2]) if found[2] else None)
    written = date_at(value, 0, months)
    if written is None or written.interval.start is None:
        return None
    return written.interval if clock_end(value, written.span.end) == len(value) else None


def _interval(parts: dict[str, str | None], months: Mapping[str, int]) -> Interval | None:
    month, day, year = parts["m"] or "", int(parts["d"] or 0), parts["y"]
    number = int(month) if month.isdigit() else months.get(month.lower(), 0)
    if year is None:
        return Interval(None, None) if _valid(2000, number, day) else None  # 2000 is a leap year
    return Interval.day(date(int(year), number, day)) if _valid(int(year), number, day) else None


def _valid(year: int, month: int, day: int) -> bool:
    return year >= 1 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def _unambiguous(first: int, second: int, year: int) -> date | None:
    """Only a date that reads one way as day/month and as month/day: 20/5/2025 and 5/5/2025, never 4/5/2025."""
    readings = {date(year, m, d) for m, d in ((first, second), (second, first)) if _valid(year, m, d)}
    return readings.pop() if len(readings) == 1 else None


def _period(year: int, month: int | None) -> Interval | None:
    first, last = month or 1, month or 12
    if year < 1 or not 1 <= first <= 12:
        return None
    return Interval(date(year, first, 1), date(year, last, monthrange(year, last)[1]))
