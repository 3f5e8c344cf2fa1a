"""Calendar arithmetic on TIMEX3 values: which days a value covers, and the value a step away."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from consistency.article import Interval

UNIT_DAYS = {
    "TS": 1 / 86400, "TM": 1 / 1440, "TH": 1 / 24, "D": 1.0, "WE": 2.0, "W": 7.0, "M": 30.44, "Q": 91.3, "Y": 365.25,
    "E": 3652.5, "C": 36525.0,
}  # fmt: skip
"""The length of a TIMEX3 unit in days; TS, TM, TH are the clock units, WE a weekend, E a decade, C a century."""
MONTHS = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}
_DAYS = {"D": 1, "W": 7, "WE": 7}
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_VALUE = re.compile(r"(\d{2,4})(?:-(?:W(\d{1,2})(-WE)?|Q([1-4])|H([12])|(SP|SU|FA|WI)|(\d\d)(?:-(\d\d))?))?(?:T\w.*)?$")
UNKNOWN = Interval(None, None)


def interval_of(value: str) -> Interval:
    """The days that a TIMEX3 value covers; both sides None where it is not a calendar value ("PAST_REF", "P3D")."""
    found = _VALUE.match(value)
    if not found:
        return UNKNOWN
    try:
        return _interval(*found.groups())
    except (ValueError, OverflowError):
        return UNKNOWN


def _interval(
    year: str, week: str | None, weekend: str | None, quarter: str | None, half: str | None, season: str | None,
    month: str | None, day: str | None,
) -> Interval:  # fmt: skip
    if len(year) < 4:
        width = 10 ** (4 - len(year))
        return _months(int(year) * width, 1, 12 * width)
    y = int(year)
    if week:
        monday = date.fromisocalendar(y, int(week), 1)
        return Interval(monday + timedelta(5 if weekend else 0), monday + timedelta(6))
    if month and day:
        return Interval.day(date(y, int(month), int(day)))
    if month:
        return _months(y, int(month), 1)
    if quarter:
        return _months(y, 3 * int(quarter) - 2, 3)
    if half:
        return _months(y, 6 * int(half) - 5, 6)
    if season:
        return _months(y, _SEASONS[season], 3)
    return _months(y, 1, 12)


def _months(year: int, month: int, count: int) -> Interval:
    start = date(year, month, 1)
    last = year * 12 + month - 2 + count
    end_year, end_month = divmod(last, 12)
    return Interval(start, date(end_year, end_month + 1, monthrange(end_year, end_month + 1)[1]))


def step(day: date, count: int, unit: str) -> date | None:
    """The day `count` units away (the last of the month where that has fewer days); None outside years 1 to 9999."""
    try:
        if unit in _DAYS:
            return day + timedelta(days=count * _DAYS[unit])
        if unit not in MONTHS:
            return day
        year, month = divmod(day.year * 12 + day.month - 1 + count * MONTHS[unit], 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return None


def value_at(day: date, unit: str) -> str:
    """The value of the unit that holds this day: "1998-W11" for W, "1998-Q1" for Q, "199" for E."""
    if unit in ("W", "WE"):
        year, week, _ = day.isocalendar()
        return f"{year:04d}-W{week:02d}" + ("-WE" if unit == "WE" else "")
    if unit == "M":
        return day.isoformat()[:7]
    if unit == "Q":
        return f"{day.isoformat()[:4]}-Q{(day.month + 2) // 3}"
    if unit == "Y":
        return day.isoformat()[:4]
    if unit == "E":
        return day.isoformat()[:3]
    if unit == "C":
        return day.isoformat()[:2]
    return day.isoformat()


def unit_of(value: str) -> str:
    """The granularity of a calendar value as a unit letter: D for a day or a time of day, SP..WI count as M."""
    found = _VALUE.match(value)
    if not found:
        return ""
    year, week, weekend, quarter, half, season, month, day = found.groups()
    if len(year) < 4:
        return "E" if len(year) == 3 else "C"
    if week:
        return "WE" if weekend else "W"
    if quarter:
        return "Q"
    return "D" if day else "M" if month or season or half else "Y"


def stepped(value: str, count: int) -> str | None:
    """The value `count` of its own units away: ("1998-Q1", -4) gives "1997-Q1"; None where that cannot be."""
    start = interval_of(value).start
    unit = unit_of(value)
    if start is None or not unit:
        return None
    day = step(start, count, unit)
    return None if day is None else value_at(day, unit)


def part(interval: Interval, which: str) -> Interval:
    """A part of an interval: its thirds "early", "mid", "late", its halves "first", "second"; open ones stay.

    Late April is 21 to 30 April, early 1990 January to April.
    """
    if interval.start is None or interval.end is None or which not in _PARTS:
        return interval
    days = (interval.end - interval.start).days + 1
    low, high = _PARTS[which]
    return Interval(
        interval.start + timedelta(days=int(days * low)),
        interval.start + timedelta(days=max(int(days * low), int(days * high) - 1)),
    )


_PARTS = {
    "early": (0.0, 1 / 3), "mid": (1 / 3, 2 / 3), "late": (2 / 3, 1.0), "first": (0.0, 0.5), "second": (0.5, 1.0),
}  # fmt: skip


def nearest_weekday(day: date, weekday: int, direction: int, strict: bool = False) -> date | None:
    """The day of that ISO weekday (1 to 7) on or before (direction < 0) or on or after `day`; `strict`: not itself."""
    offset = (day.isoweekday() - weekday) % 7 if direction < 0 else (weekday - day.isoweekday()) % 7
    offset = offset or (7 if strict else 0)
    return step(day, -offset if direction < 0 else offset, "D")


def date_or_none(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None
