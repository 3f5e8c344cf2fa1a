"""Units pointed at: last week, the past three months, that day, two years ago, the end of the month."""

from __future__ import annotations

from datetime import date

from consistency.article import Interval
from consistency.extract.timecontext import AHEAD, PAST
from consistency.extract.timedates import modifier, narrowed, year_for
from consistency.extract.timeended import ended
from consistency.extract.timepatterns import Found
from consistency.extract.timesetting import Reading, Setting, unresolved
from consistency.extract.timeunits import CLOCK, ONE, SEVERAL, Amount, Unit, amount, length, moved, period, unit
from consistency.extract.timevalues import UNIT_DAYS, UNKNOWN, interval_of, step, stepped, unit_of, value_at
from consistency.intervals import hull

_WORKDAYS = 5
_UNKNOWN = {"Y": "XXXX", "M": "XXXX-XX", "W": "XXXX-WXX", "Q": "XXXX-QX"}
"""The value of a unit whose place in the calendar is not known."""


def relative(found: Found, s: Setting) -> Reading | None:
    """Last week; the past three months; next year; that day; the latest quarter; earlier this month."""
    first, last = found.groups["rel"]
    word, at = s.words.lower(last - 1), found.groups["unit"][0]
    if s.words.is_a(at, "period"):
        return quarter(s) if word == "latest" or (word in ("that", "current") and s.quarter) else None
    u, plural = unit(s, at), s.words.lower(at).endswith("s")
    if "qty" in found.groups or (plural and word not in ("this", "that", "these", "those")):
        return _rolling(found, s, u, word)
    if plural:
        return None
    if word in ("that", "same"):
        return same_unit(s, u)
    the = s.words.is_a(found.start, "the") or s.words.is_a(first - 1, "the")
    if s.words.beside(last - 1, "anchored") or (word == "next" and the and not _from_now(found, s)):
        return _beside(s, u, -1 if word in ("previous", "preceding", "prior") else 1)
    if word == "latest" and u.letter == "Q":
        return quarter(s)
    return _this_last_next(found, s, u, the)


def _from_now(found: Found, s: Setting) -> bool:
    """Whether "the next year" begins now: "within the next year", and "in the next year" where that lies ahead."""
    before = s.words.lower(found.start - 1)
    return s.words.beside(found.start - 1, "counted_from_now") and (before != "in" or s.way(found.start) == AHEAD)


def _this_last_next(found: Found, s: Setting, u: Unit, the: bool) -> Reading | None:
    value = s.words.value(found.groups["rel"][1] - 1)
    shift = value if isinstance(value, int) else 0
    if u.letter in CLOCK:
        return Reading("DURATION", period(1, u), Interval(s.day, s.day)) if shift else None
    if s.day is None:
        if u.letter == "Y" and s.year is not None:
            return Reading("DATE", f"{s.year + shift:04d}")
        return unresolved("DATE", _UNKNOWN.get(u.letter, "XXXX-XX-XX"))
    if u.letter == "WE" and not shift and s.day.isoweekday() <= _WORKDAYS and s.way(found.groups["unit"][0]) == PAST:
        shift = -1  # what is told of "this weekend" on a working day was at the last one
    day = step(s.day, shift * u.times, u.letter)
    if day is None:
        return unresolved("DATE", "XXXX")
    if the and s.words.lower(found.groups["rel"][1] - 1) == "last" and s.words.is_a(found.end, "of"):
        return None  # the final one of something: "the last day of the trial"
    name = value_at(day, u.letter)
    if the and shift and u.letter != "WE":
        days = Interval(*sorted((day, s.day)))
        over = shift > 0 and s.words.beside(found.start - 1, "counted_from_now")
        if u.letter in "EC" and (over or s.words.lower(found.groups["rel"][1] - 1) == "past"):
            return Reading("DURATION", period(1, u), days, "", *length(ONE, u))
        return Reading("DATE", name, days)
    return Reading("DATE", name, narrowed(s, interval_of(name), modifier(found, s)))


def _rolling(found: Found, s: Setting, u: Unit, word: str) -> Reading | None:
    """The past three months, the next few years, coming weeks: a length that ends or starts at the reference."""
    if word in ("this", "that", "same", "current", "these", "those"):
        return None
    a = amount(s, *found.groups["qty"]) if "qty" in found.groups else SEVERAL
    back = s.words.value(found.groups["rel"][1] - 1) == -1 or word == "latest"
    edge = moved(s.day, Amount(a.high or 9 * a.low, None, True), u, -1 if back else 1)
    low, high = length(a, u)
    interval = UNKNOWN if s.day is None or edge is None else Interval(*sorted((edge, s.day)))
    start = found.groups["when"][1] if "when" in found.groups else None
    if back and "qty" not in found.groups and word != "latest":
        return Reading("DATE", "PAST_REF", interval, "", low, high, start=start)
    return Reading("DURATION", period(a.low, u, a.vague), interval, "", low, high, start=start)


def same_unit(s: Setting, u: Unit) -> Reading | None:
    """That day, the same week: the unit with the time that was named last, or that time itself where it is longer."""
    start = interval_of(s.last).start
    if u.letter in CLOCK:
        return None
    if start is None:
        return unresolved("DATE", _UNKNOWN.get(u.letter, "XXXX-XX-XX"))
    if UNIT_DAYS.get(unit_of(s.last), 0) > UNIT_DAYS.get(u.letter, 0):
        return Reading("DATE", s.last)
    return Reading("DATE", value_at(start, u.letter))


def _beside(s: Setting, u: Unit, sign: int) -> Reading | None:
    """The following year, the next day, the previous month: beside the time that was named last."""
    anchor = interval_of(s.last).start if s.last else s.day
    if u.letter in CLOCK:
        return None
    day = step(anchor, sign * u.times, u.letter) if anchor else None
    return Reading("DATE", value_at(day, u.letter)) if day else unresolved("DATE", "XXXX-XX-XX")


def quarter(s: Setting) -> Reading:
    """The quarter that is being talked about, or else the last one that was over at the reference."""
    last = s.quarter or (stepped(s.now("Q"), -1) if s.day else None)
    if not last:
        return unresolved("DATE", "XXXX-QX")
    s.quarter, s.quarterly = last, True
    return Reading("DATE", last)


def the_unit(found: Found, s: Setting) -> Reading | None:
    """The quarter; the year; the week; the weekend: the one that is being talked about."""
    at = found.groups["unit"][0]
    u, after = unit(s, at), s.words.lower(found.end)
    if after in ("before", "after", "ago", "earlier", "later", "-") or u.letter in CLOCK:
        return None
    if s.words.lower(at).endswith("s"):
        return _the_years(found, s, u, after)
    days = ended(s, found.end, ONE, u)
    if u.letter == "Q":
        return Reading("DATE", value_at(_middle(days), "Q"), days) if days else quarter(s)
    if u.letter == "D":
        near = s.words.lower(found.start - 1) == "in" and s.words.is_a(found.start - 2, "earlier", "later")
        return Reading("DATE", s.day.isoformat()) if near and s.day else None
    if s.words.beside(found.end, "ended") or (u.letter == "Y" and s.words.is_a(at - 1, "fiscal")):
        return Reading("DURATION", period(1, u), days or UNKNOWN, "", *length(ONE, u))
    if s.day is None or (after == "of" and not s.words.beside(found.end + 1, "not_a_year")):
        return None
    if u.letter == "WE":
        ahead = s.way(at) == AHEAD or s.day.isoweekday() > 5
        day = s.day if ahead else step(s.day, -1, "W")
        return Reading("DATE", value_at(day, "WE")) if day else None
    if u.letter == "W":
        return _some_week(s.day)
    return Reading("DATE", value_at(s.day, u.letter)) if u.letter in "YM" else None


def _middle(days: Interval) -> date:
    """The day in the middle: business quarters need not end with the calendar's."""
    first, last = days.start or date.min, days.end or date.max
    return first + (last - first) / 2


def _some_week(day: date) -> Reading:
    """Bare "the week" is this one or the one just over: the value says that it is not known which."""
    return Reading("DATE", f"{day.isocalendar().year:04d}-WXX", hull(_week(step(day, -1, "W") or day), _week(day)))


def _week(day: date) -> Interval:
    return interval_of(value_at(day, "W"))


def _the_years(found: Found, s: Setting, u: Unit, after: str) -> Reading | None:
    """Over the years; the weeks ahead."""
    if after == "ahead":
        return Reading("DURATION", period(1, u, True), Interval(s.day, None), end=found.end + 1)
    if s.words.lower(found.start - 1) == "over" and u.letter in "YE":
        return Reading("DURATION", period(1, u, True), Interval(None, s.day))
    return None


def week_of(found: Found, s: Setting) -> Reading | None:
    """The week of March 6."""
    day = year_for(s, found.groups["month"][0], s.number(found, "month"), s.number(found, "day"))
    return Reading("DATE", value_at(day, "W")) if day and s.value(found, "unit") == "W" else None


def the_past(found: Found, s: Setting) -> Reading | None:
    """In the past."""
    if s.words.lower(found.end - 1) != "past":
        return None
    return Reading("DATE", "PAST_REF", Interval(None, s.day))


def unit_beside(found: Found, s: Setting) -> Reading | None:
    """The day before; the year after: beside the time named last, where nothing says before or after what."""
    if s.words.lower(found.groups["unit"][0]).endswith("s") or not _is_complete(found, s):
        return None
    if not s.last:
        return unresolved("DATE", "XXXX-XX-XX")
    sign = s.number(found, "dir")
    reading = _beside(s, unit(s, found.groups["unit"][0]), sign or -1)
    return None if reading is None or reading.interval == UNKNOWN else reading


def beyond(found: Found, s: Setting) -> Reading | None:
    """The week before last; the year after next."""
    last, u = s.words.lower(found.end - 1), unit(s, found.groups["unit"][0])
    now = s.now(u.letter)
    if last not in ("last", "next") or u.letter in CLOCK or not now or not _is_complete(found, s):
        return None
    value = stepped(now, -2 if last == "last" else 2)
    return Reading("DATE", value) if value else None


def _is_complete(found: Found, s: Setting) -> bool:
    if found.end >= len(s.words.doc):
        return True
    after = s.words.doc[found.end]
    return after.is_punct or after.is_space or after.tag_ in ("CC", "VBD", "MD", "TO", ":")


def future_units(_: Found, s: Setting) -> Reading | None:
    """Future quarters."""
    return Reading("DATE", "FUTURE_REF", Interval(s.day, None))


def recent_units(found: Found, s: Setting) -> Reading | None:
    """Recent years; the recent weeks and months."""
    low, _ = length(SEVERAL, unit(s, found.groups["unit"][0]))
    return Reading("DATE", "PAST_REF", Interval(None, s.day), "", low, None)
