"""Units counted back: three years ago, a month earlier, a year ago today."""

from __future__ import annotations

from datetime import date

from consistency.article import Interval
from consistency.extract.timepatterns import Found
from consistency.extract.timesetting import Reading, Setting, unresolved
from consistency.extract.timeunits import CLOCK, ONE, SEVERAL, Amount, Unit, amount, length, moved, period, unit
from consistency.extract.timevalues import UNKNOWN, interval_of, nearest_weekday, step, stepped, value_at

_NEAR = 60


def unit_back(s: Setting, u: Unit, a: Amount, anchor: str = "", quarterly: bool = True) -> Reading:
    """So many units before the anchor or the reference; "a year" in a business report means the same quarter."""
    if u.letter == "Y" and s.quarter and s.quarterly and quarterly and a.low == a.high == 1:
        value = stepped(s.quarter, -4)
        return Reading("DATE", value) if value else unresolved("DATE", "XXXX")
    if a.vague:
        return Reading("DATE", "PAST_REF", Interval(None, s.day))
    day = moved(interval_of(anchor).start if anchor else s.day, a, u, -1)
    if day is None:
        return unresolved("DATE", "XXXX")
    low, high = length(a, u)
    if u.letter in CLOCK:
        return Reading("DATE", day.isoformat(), Interval.day(day), "", low, high)
    grain = "M" if u.letter == "Y" and a.low != int(a.low) else {"W": "D", "E": "Y", "C": "Y"}.get(u.letter, u.letter)
    return Reading("DATE", value_at(day, grain), _spread(day, u), "", low, high)


def _spread(day: date, u: Unit) -> Interval | None:
    """Two weeks ago is not a day: the week around it."""
    return interval_of(value_at(day, "W")) if u.letter == "W" else None


def ago(found: Found, s: Setting) -> Reading | None:
    """Three years ago; a month earlier (than the time named last); several years ago."""
    u = unit(s, found.groups["unit"][0])
    plural = s.words.lower(found.groups["unit"][0]).endswith("s")
    a = amount(s, *found.groups["qty"]) if "qty" in found.groups else SEVERAL if plural else ONE
    if s.words.is_a(found.groups["dir"][0], "ago"):
        reading = unit_back(s, u, a)
        return _to_the(found, s, reading) if "on" in found.groups else reading
    anchor = next((v for i, v in reversed(s.named) if found.start - i < _NEAR), "")
    return unit_back(s, u, a, anchor)


def part_century(found: Found, s: Setting) -> Reading | None:
    """A quarter-century; half a century ago."""
    part, u = found.groups["part"][0], unit(s, found.groups["unit"][0])
    if u.letter != "C" or not (s.words.is_a(part, "half") or s.words.value(part) == "Q"):
        return None
    years, count = Unit("Y", 1), 50 if s.words.is_a(part, "half") else 25
    a = Amount(count, count, False)
    if "dir" in found.groups:
        return unit_back(s, years, a)
    return Reading("DURATION", period(count, years), UNKNOWN, "", *length(a, years))


def from_now(found: Found, s: Setting) -> Reading | None:
    """Two years from now; a week from today, from tomorrow."""
    a, u = _measure(found, s)
    day = moved(_begin(found, s), a, u, 1)
    if day is None:
        return unresolved("DATE", "XXXX")
    if a.vague:
        return Reading("DATE", "FUTURE_REF", Interval(s.day, None))
    grain = "D" if u.letter in CLOCK else {"W": "D", "E": "Y", "C": "Y"}.get(u.letter, u.letter)
    return Reading("DATE", value_at(day, grain), None, "", *length(a, u))


def this_time(found: Found, s: Setting) -> Reading | None:
    """This time next year; this time last week: a day as far off, known to about the month or the day."""
    u, sign = unit(s, found.groups["unit"][0]), s.number(found, "rel")
    day = moved(s.day, ONE, u, sign)
    if u.letter in CLOCK or abs(sign) != 1:
        return None
    return Reading("DATE", value_at(day, "M" if u.letter == "Y" else "D"), Interval.day(day)) if day else None


def _begin(found: Found, s: Setting) -> date | None:
    """The day from which is counted: today, tomorrow, the next Friday."""
    if s.day is None:
        return None
    if s.words.is_a(found.groups["near"][0], "weekday"):
        return nearest_weekday(s.day, s.number(found, "near"), 1)
    return step(s.day, s.number(found, "near") if s.words.is_a(found.groups["near"][0], "near") else 0, "D")


def _to_the(found: Found, s: Setting, reading: Reading) -> Reading:
    """A year ago today is a day, a year ago this month a month."""
    first, last = found.groups["on"]
    if reading.type != "DATE" or reading.low is None or s.day is None or not reading.value[:4].isdigit():
        return reading
    if s.words.is_a(first, "near"):
        grain = "D"
    else:
        grain = str(s.words.value(last - 1)) if s.words.is_a(last - 1, "unit") else ""
    day = moved(step(s.day, s.number(found, "on"), "D"), *_measure(found, s), -1)
    return reading._replace(value=value_at(day, grain), interval=None) if day and grain in ("D", "W", "M") else reading


def _measure(found: Found, s: Setting) -> tuple[Amount, Unit]:
    a = amount(s, *found.groups["qty"]) if "qty" in found.groups else ONE
    return a, unit(s, found.groups["unit"][0])
