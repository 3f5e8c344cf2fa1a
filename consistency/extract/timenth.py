"""A unit counted within a larger one: the first week of May, the last day of the month, the second Monday in June."""

from __future__ import annotations

from datetime import date, timedelta

from consistency.article import Interval
from consistency.extract.timedates import stated_year
from consistency.extract.timemonths import month_for
from consistency.extract.timepatterns import Found
from consistency.extract.timesetting import Reading, Setting, unresolved
from consistency.extract.timeunits import period, unit
from consistency.extract.timevalues import UNIT_DAYS, interval_of, nearest_weekday, part, step, stepped, value_at

_WITHIN = {"D": ("M", "Y", "W"), "W": ("M", "Y"), "M": ("Y",), "Q": ("Y",), "WD": ("M", "Y")}


def nth_of(found: Found, s: Setting) -> Reading | None:
    """The first week of May; the last day of the year; the first Monday in October; the first Monday of each month."""
    if s.words.is_a(found.at("rel") or -1, "every"):
        return unresolved("SET", period(1, unit(s, found.groups["ofunit"][0])))
    whole, end = _whole(found, s)
    days = interval_of(whole)
    letter = "WD" if "wd" in found.groups else unit(s, found.groups["unit"][0]).letter
    if days.start is None or days.end is None or _grain(whole) not in _WITHIN.get(letter, ()):
        return None
    nth = 0 if "last" in found.groups or s.words.lower(found.groups["ord"][0]) == "final" else s.number(found, "ord")
    if nth == 0 and "last" in found.groups and s.words.lower(found.groups["last"][0]) != "last":
        return None
    first = _weekday(days, s.number(found, "wd"), nth) if letter == "WD" else _nth(days, letter, nth)
    if first is None or not days.start <= first <= days.end:
        return None
    if letter == "W":
        return Reading("DATE", value_at(step(first, 3, "D") or first, "W"), _span(first, 6), end=end)
    return Reading("DATE", value_at(first, "D" if letter == "WD" else letter), end=end)


def half_of(found: Found, s: Setting) -> Reading | None:
    """The first half of 2022, the second half of the year; of a month or a decade those days of it."""
    number, (whole, end) = s.number(found, "ord"), _whole(found, s)
    days = interval_of(whole)
    if number not in (1, 2) or days.start is None:
        return None
    if _grain(whole) == "Y":
        return Reading("DATE", f"{whole}-H{number}", end=end)
    return Reading("DATE", whole, part(days, "first" if number == 1 else "second"), end=end)


def _grain(whole: str) -> str:
    return "W" if "W" in whole else "M" if len(whole) == 7 else "Y" if len(whole) == 4 else ""


def _whole(found: Found, s: Setting) -> tuple[str, int | None]:
    """The value of what is counted in, and where the expression ends if not at its last token."""
    if "month" in found.groups:
        i = found.groups["month"][0]
        number, (year, end) = s.number(found, "month"), stated_year(found, s)
        return (f"{year:04d}-{number:02d}" if year else month_for(s, i, number)), end
    if "whole" in found.groups:
        return f"{s.number(found, 'whole'):04d}", None
    u = unit(s, found.groups["ofunit"][0])
    if u.letter not in "WMYEC" or s.words.lower(found.end - 1).endswith("s"):
        return "", None
    if s.words.is_a(found.groups["rel"][0], "that"):
        start = interval_of(s.last).start
        return (value_at(start, u.letter) if start else ""), None
    now = s.now(u.letter)
    return (stepped(now, s.number(found, "rel")) or "" if now else ""), None


def _nth(days: Interval, letter: str, nth: int) -> date | None:
    """The first day of the nth of a unit, of the last one for 0."""
    if days.start is None or days.end is None:
        return None
    if nth:
        return step(days.start, nth - 1, letter)
    return days.end - timedelta(days=int(UNIT_DAYS[letter]) - 1) if letter in ("D", "W") else days.end


def _weekday(days: Interval, number: int, nth: int) -> date | None:
    if days.start is None or days.end is None:
        return None
    if not nth:
        return nearest_weekday(days.end, number, -1)
    first = nearest_weekday(days.start, number, 1)
    return step(first, nth - 1, "W") if first else None


def _span(first: date, more: int) -> Interval:
    return Interval(first, step(first, more, "D") or first)
