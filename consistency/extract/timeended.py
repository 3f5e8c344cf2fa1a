"""Lengths that end on a day named beside them: the quarter ended Sept. 30, the three months to March."""

from __future__ import annotations

from datetime import date, timedelta

from consistency.article import Interval
from consistency.extract.timedates import year_for
from consistency.extract.timemonths import month_for
from consistency.extract.timesetting import Setting
from consistency.extract.timeunits import Amount, Unit, moved
from consistency.extract.timevalues import date_or_none, interval_of

_DAYS = ("daynum", "ordnum")


def ended(s: Setting, i: int, a: Amount, u: Unit) -> Interval | None:
    """The days of a length whose end the tokens from `i` on name ("ended Sept. 30"); None where they name none."""
    last = _end(s, i)
    if last is None or a.low != a.high:
        return None
    before = moved(last + timedelta(days=1) if last < date.max else last, a, u, -1)
    return Interval(before, last) if before is not None and before <= last else None


def _end(s: Setting, i: int) -> date | None:
    """The last day of the month or the day that follows "ended", "ending", "to" or "through"."""
    if not s.words.beside(i, "ended"):
        return None
    i += 1 + s.words.is_a(i + 1, "on")
    before = i if s.words.is_a(i, *_DAYS) else None
    at = i if before is None else i + 1 + s.words.is_a(i + 1, "of")
    if not s.words.is_a(at, "month"):
        return None
    after = at + 1 if s.words.is_a(at + 1, *_DAYS) else None
    day = before if before is not None else after
    k = (after or at) + 1
    k += s.words.is_a(k, "comma")
    year = int(str(s.words.value(k))) if s.words.is_a(k, "year") else 0
    return _day(s, at, day, year)


def _day(s: Setting, at: int, day: int | None, year: int) -> date | None:
    month = s.words.value(at)
    if not isinstance(month, int):
        return None
    if day is None:
        return interval_of(f"{year:04d}-{month:02d}" if year else month_for(s, at, month)).end
    number = int("".join(c for c in s.words.lower(day) if c.isdigit()))
    return date_or_none(year, month, number) if year else year_for(s, at, month, number)
