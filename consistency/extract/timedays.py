"""Days: today and tomorrow, weekdays and parts of the day, resolved by the reference and by the tense."""

from __future__ import annotations

from datetime import date, timedelta

from consistency.article import Interval
from consistency.extract.timecontext import AHEAD, PAST
from consistency.extract.timepatterns import Found
from consistency.extract.timesetting import Reading, Setting, unresolved
from consistency.extract.timevalues import UNKNOWN, interval_of, nearest_weekday, step
from consistency.extract.timewords import OTHER

_TOLD = 60
"""How many tokens before its sentence a day can stand to which a time of day belongs."""


def near(found: Found, s: Setting) -> Reading | None:
    """Today, yesterday morning, mid-afternoon yesterday, later today."""
    day = step(s.day, s.number(found, "near"), "D") if s.day else None
    return timed(found, s, day)


def day_around(found: Found, s: Setting) -> Reading | None:
    """The day before yesterday; the day after tomorrow."""
    count = s.number(found, "near") + s.number(found, "dir")
    return timed(found, s, step(s.day, count, "D") if s.day else None)


def timed(found: Found, s: Setting, day: date | None) -> Reading:
    """A day, or the part of a day that the expression names."""
    kind = part_value(found, s)
    if day is None:
        return unresolved("TIME" if kind else "DATE", "XXXX-XX-XX" + kind)
    return Reading("TIME" if kind else "DATE", day.isoformat() + kind, Interval.day(day))


def part_value(found: Found, s: Setting) -> str:
    """The TIMEX3 suffix of a part of the day: TMO, TAF, TEV, TNI; "" where none is named."""
    i = found.at("part")
    if i is None:
        return ""
    return "TNI" if s.words.is_a(i, "night") else f"T{s.words.value(i)}"


def tonight(_: Found, s: Setting) -> Reading | None:
    """Tonight."""
    return Reading("TIME", s.day.isoformat() + "TNI") if s.day else unresolved("TIME", "XXXX-XX-XXTNI")


def overnight(_: Found, s: Setting) -> Reading | None:
    """Overnight: the night before the reference day, over two days."""
    if s.day is None:
        return unresolved("TIME", "XXXX-XX-XXTNI")
    eve = s.day - timedelta(days=1) if s.day > date.min else s.day
    return Reading("TIME", eve.isoformat() + "TNI", Interval(eve, s.day))


def weekday(found: Found, s: Setting) -> Reading | None:
    """Monday; last Friday; this past Sunday; next Tuesday; Friday morning; every Monday."""
    i = found.groups["wd"][0]
    number = s.number(found, "wd")
    relative = s.words.lower(found.groups["rel"][1] - 1) if "rel" in found.groups else ""
    start = found.start + 1 if s.words.is_a(found.start, "the") and not relative else None
    if relative in ("every", "each"):
        return unresolved("SET", f"XXXX-WXX-{number}")
    if not relative and _is_title(found, s):
        return None
    if s.day is None:
        return unresolved("DATE", f"XXXX-WXX-{number}")._replace(start=start)
    return timed(found, s, weekday_for(s, i, number, relative))._replace(start=start)


def weekdays(found: Found, s: Setting) -> Reading | None:
    """Mondays: any of them."""
    return unresolved("SET", f"XXXX-WXX-{s.words.value(found.start)}")


def _is_title(found: Found, s: Setting) -> bool:
    """Whether the weekday begins a name: "the Sunday Herald"."""
    token, after = s.words.doc[found.end - 1], found.end
    if not s.words.is_a(found.start, "the") or after >= len(s.words.doc) or s.words.letters[after] != OTHER:
        return False
    return s.words.doc[after].tag_ in ("NNP", "NNPS") and token.dep_ == "compound"


def weekday_for(s: Setting, i: int, number: int, relative: str = "") -> date | None:
    """The day of that weekday which the word before it and the tense at token `i` point to."""
    if s.day is None:
        return None
    if relative in ("last", "past"):
        return nearest_weekday(s.day, number, -1, strict=True)
    if relative in ("next", "coming", "upcoming"):
        return nearest_weekday(s.day, number, 1, strict=True)
    if relative in ("previous", "preceding", "following", "that"):
        anchor = interval_of(s.last).start or s.day
        return nearest_weekday(anchor, number, 1 if relative == "following" else -1, strict=relative != "that")
    way = s.way(i)
    ahead = way == AHEAD or s.words.lower(i - 1) == "for" or (relative == "this" and way == 0)
    return nearest_weekday(s.day, number, 1 if ahead else -1)


def weekday_of_week(found: Found, s: Setting) -> Reading | None:
    """Monday of this week; Friday next week."""
    if s.value(found, "unit") != "W" or s.day is None:
        return Reading("DATE", f"XXXX-WXX-{s.number(found, 'wd')}", UNKNOWN, end=found.groups["wd"][1])
    other = step(s.day, s.number(found, "rel"), "W")
    monday = other and nearest_weekday(other, 1, -1)
    day = monday and step(monday, s.number(found, "wd") - 1, "D")
    return Reading("DATE", day.isoformat()) if day else None


def in_part(found: Found, s: Setting) -> Reading | None:
    """In the morning: of the day named last in the sentence or of the reference day; not what is a habit."""
    day = current_day(found, s)
    if day is None or s.way(found.start) == 0:
        return None
    return timed(found, s, day)


def current_day(found: Found, s: Setting) -> date | None:
    """The day named last in the same sentence, or not long before it where a past is told; else the reference day."""
    begin = s.words.doc[found.start].sent.start
    if s.way(found.start) == PAST:
        begin -= _TOLD
    for i, value in reversed(s.named):
        if i < begin:
            break
        day = interval_of(value)
        if day.start and day.start == day.end:
            return day.start
    return s.day


def part_of_day(found: Found, s: Setting) -> Reading | None:
    """This morning; last night; that evening; the next morning."""
    words = {s.words.lower(i) for i in range(*found.groups["rel"])}
    if words & {"every", "each"}:
        return unresolved("SET", "XXXX-XX-XX" + part_value(found, s))
    anchored = words & {"that", "same", "following", "previous"} or {"the", "next"} <= words
    anchor = interval_of(s.last).start if anchored and s.last else s.day
    back = bool(words & {"last", "past", "previous"})
    ahead = bool(words & {"next", "following"})
    return timed(found, s, step(anchor, ahead - back, "D") if anchor else None)
