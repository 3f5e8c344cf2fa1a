"""Times of day: clock times with their zone and the day they belong to."""

from __future__ import annotations

from datetime import date

from consistency.article import Interval
from consistency.extract.timedates import year_for
from consistency.extract.timedays import weekday_for
from consistency.extract.timepatterns import Found
from consistency.extract.timesetting import Reading, Setting
from consistency.extract.timevalues import date_or_none, interval_of, step


def clock(found: Found, s: Setting) -> Reading | None:
    """10:30 p.m. Wednesday; 5 p.m. EST Nov. 9; 18:00 UTC."""
    time = _time(found, s)
    if not time:
        return None
    zones = [i for i in range(found.start, found.end) if s.words.is_a(i, "zone")]
    zone = str(s.words.value(zones[0])) if zones else ""
    zone = zone if zone == "Z" else ""
    day = _day(found, s)
    prefix = day.isoformat() if day else "XXXX-XX-XX"
    return Reading("TIME", f"{prefix}T{time}{zone}", Interval(day, day))


def clockword(found: Found, s: Setting) -> Reading | None:
    """Noon Thursday; midnight."""
    day = _day(found, s)
    prefix = day.isoformat() if day else "XXXX-XX-XX"
    return Reading("TIME", f"{prefix}T{s.value(found, 'word')}", Interval(day, day))


def _time(found: Found, s: Setting) -> str:
    i = next((i for i in map(found.at, ("clock", "hour", "four")) if i is not None), None)
    if i is None:
        return ""
    value = s.words.value(i)
    text = str(value)
    if "four" in found.groups:
        text = f"{text[:2]}:{text[2:]}"
    letters = "".join(c for c in text if c.isalpha())
    numbers = "".join(c if c.isdigit() else " " for c in text).split()
    if not numbers:
        return ""
    hour, minute = int(numbers[0]), int(numbers[1]) if len(numbers) > 1 else 0
    half = found.at("ampm") if "ampm" in found.groups else found.at("half")
    evening = letters.startswith("p") or (half is not None and s.words.value(half) == 12)
    morning = letters.startswith("a") or (half is not None and s.words.lower(half).startswith("a"))
    if evening and hour < 12:
        hour += 12
    if morning and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else ""


def _day(found: Found, s: Setting) -> date | None:
    if "date" not in found.groups:
        return _current_day(found, s)
    first, last = found.groups["date"]
    if s.words.is_a(last - 2, "month"):
        month, day = s.words.value(last - 2), s.words.value(last - 1)
        number = int("".join(c for c in str(day) if c.isdigit()) or 0)
        return year_for(s, last - 2, int(month), number) if isinstance(month, int) else None
    value = s.words.value(first)
    if not isinstance(value, int):
        return None
    if s.words.is_a(first, "weekday"):
        return weekday_for(s, first, value)
    return step(s.day, value, "D") if s.day else None


def _current_day(found: Found, s: Setting) -> date | None:
    """The day named last in the same sentence, or else the reference day."""
    begin = s.words.doc[found.start].sent.start
    for i, value in reversed(s.named):
        if i < begin:
            break
        day = interval_of(value)
        if day.start and day.start == day.end:
            return day.start
    return s.day or date_or_none(0, 0, 0)
