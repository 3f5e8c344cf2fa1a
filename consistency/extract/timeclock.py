"""Times of day: clock times with their zone and the day they belong to."""

from __future__ import annotations

from datetime import date

from consistency.article import Interval
from consistency.extract.timedates import year_for
from consistency.extract.timedays import current_day, timed, weekday_for
from consistency.extract.timepatterns import Found
from consistency.extract.timesetting import Reading, Setting
from consistency.extract.timevalues import date_or_none, step

_DAYS = ("daynum", "ordnum")
_REACH = 12
"""How many tokens after a time of day the day can stand to which it belongs."""
_LENGTH_OF_DAY = 10


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
    end = found.groups["date"][1] if "year" in found.groups and _month_at(found, s) is None else None
    return Reading("TIME", f"{prefix}T{time}{zone}", Interval(day, day), end=end)


def part_on(found: Found, s: Setting) -> Reading | None:
    """The morning of May 4; the evening of 4 May 2009; the night of Monday."""
    return timed(found, s, _day(found, s))


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
        if not (len(text) == 4 and text.isdigit()) and not (text.count(".") == 1 and len(text) in (4, 5)):
            return ""
        text = f"{text[:2]}:{text[2:]}" if text.isdigit() else text
    letters = "".join(c for c in text if c.isalpha())
    numbers = "".join(c if c.isdigit() else " " for c in text).split()
    if not numbers:
        return ""
    hour, minute = int(numbers[0]), int(numbers[1]) if len(numbers) > 1 else 0
    seconds = f":{int(numbers[2]):02d}" if len(numbers) > 2 else ""
    half = found.at("ampm") if "ampm" in found.groups else found.at("half")
    late = hour > 2 and any(
        s.words.is_a(k, "tonight", "night") or (s.words.is_a(k, "daypart") and s.words.value(k) != "MO")
        for g in ("part", "date") if g in found.groups for k in range(*found.groups[g])
    )  # fmt: skip
    evening = letters.startswith("p") or late or (half is not None and s.words.value(half) == 12)
    morning = letters.startswith("a") or (half is not None and s.words.lower(half).startswith("a"))
    if evening and hour < 12:
        hour += 12
    if morning and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute:02d}{seconds}" if hour <= 24 and minute < 60 else ""


def _month_at(found: Found, s: Setting) -> int | None:
    """The token of the month in the date that stands with the time."""
    return next((k for k in range(*found.groups.get("date", (0, 0))) if s.words.is_a(k, "month")), None)


def _written_day(found: Found, s: Setting, at: int) -> date | None:
    """The day of "Friday, Oct. 3" or "Friday, 3 October" that stands with the time; the month is the token `at`."""
    first, last = found.groups["date"]
    i = at + 1 if at < last - 1 else next((k for k in range(at - 1, first - 1, -1) if s.words.is_a(k, *_DAYS)), at)
    number = int("".join(c for c in str(s.words.value(i)) if c.isdigit()) or 0)
    month, year = s.words.value(at), s.number(found, "year")
    if not isinstance(month, int):
        return None
    if year:
        return date_or_none(year, month, number)
    weekday = s.words.value(first) if s.words.is_a(first, "weekday") else 0
    return year_for(s, at, month, number, weekday if isinstance(weekday, int) else 0)


def _named_before(found: Found, s: Setting) -> bool:
    """Whether the sentence has named a day before this time of day."""
    begin = s.words.doc[found.start].sent.start
    return bool(s.named) and s.named[-1][0] >= begin and len(s.named[-1][1]) >= _LENGTH_OF_DAY


def _with_day_after(found: Found, s: Setting) -> Found:
    """The time with the day that follows in its sentence, if no verb stands between: "06:34 UTC) on 27 February"."""
    words = s.words
    for k in range(found.end, min(found.end + _REACH, words.doc[found.start].sent.end)):
        if words.doc[k].tag_[:2] in ("VB", "MD"):
            break
        if not words.is_a(k, "weekday", "near") and not _is_month_day(s, k):
            continue
        last = k + 1 + words.is_a(k + 1, "comma") if words.is_a(k, "weekday") else k
        last = last + 2 if _is_month_day(s, last) else k + 1
        year = last + words.is_a(last, "comma")
        more = {"year": (year, year + 1)} if words.is_a(year, "year") else {}
        return found._replace(groups=found.groups | {"date": (k, last)} | more)
    return found


def _is_month_day(s: Setting, k: int) -> bool:
    words = s.words
    american = words.is_a(k, "month") and words.is_a(k + 1, *_DAYS)
    return american or (words.is_a(k, *_DAYS) and words.is_a(k + 1, "month"))


def _day(found: Found, s: Setting) -> date | None:
    if "date" not in found.groups and not _named_before(found, s):
        found = _with_day_after(found, s)
    if "date" not in found.groups:
        return current_day(found, s)
    first = found.groups["date"][0]
    at = _month_at(found, s)
    if at is not None:
        return _written_day(found, s, at)
    if s.words.is_a(first, "past"):
        return step(s.day, -1, "D") if s.day and s.words.lower(first) == "last" else None
    value = s.words.value(first)
    if not isinstance(value, int):
        return None
    if s.words.is_a(first, "weekday"):
        return weekday_for(s, first, value)
    return step(s.day, value, "D") if s.day else None
