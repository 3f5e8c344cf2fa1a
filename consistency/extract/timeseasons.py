"""Seasons and holidays: spring 2022, last fall, Christmas, Election Day."""

from __future__ import annotations

from datetime import date

from consistency.extract.timecontext import AHEAD
from consistency.extract.timedates import by_way, modifier, narrowed, stated_year
from consistency.extract.timelexicon import Holiday
from consistency.extract.timepatterns import Found
from consistency.extract.timesetting import Reading, Setting, unresolved
from consistency.extract.timevalues import UNKNOWN, date_or_none, interval_of, nearest_weekday, step, value_at

_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_NOUNS = ("NN", "NNP", "NNS", "JJ")


def season(found: Found, s: Setting) -> Reading | None:
    """Spring 2022; last fall; this summer; the winter (after a preposition)."""
    i = found.groups["season"][0]
    code, (number, end) = str(s.value(found, "season")), stated_year(found, s)
    relative = s.words.lower(found.groups["rel"][1] - 1) if "rel" in found.groups else ""
    if relative in ("every", "each") or s.words.lower(i).endswith("s"):
        return unresolved("SET", f"XXXX-{code}") if relative else None
    bare = not relative and not number and "when" not in found.groups
    if s.words.doc[i].tag_ not in _NOUNS or (bare and not s.words.beside(found.start - 1, "season")):
        return None
    if "to" in found.groups and (s.number(found, "to") % 100 != (number + 1) % 100 or not number):
        end = found.groups["to"][0] - 1
    value = f"{number:04d}-{code}" if number else season_for(s, i, code, relative)
    if not value:
        return Reading("DATE", f"XXXX-{code}", UNKNOWN, end=end)
    return Reading("DATE", value, narrowed(s, interval_of(value), modifier(found, s)), end=end)


def season_for(s: Setting, i: int, code: str, relative: str) -> str:
    """The value of a season without a year; "" where the reference does not tell."""
    if s.day is None:
        return f"{s.year:04d}-{code}" if s.year is not None and not relative else ""
    here = s.day.year * 12 + s.day.month
    first = s.day.year * 12 + _MONTH[code]
    if code == "WI" and s.day.month < 3 and relative in ("this", "", "past"):
        first -= 12
    elif relative in ("next", "coming", "upcoming"):
        first += 12 if first <= here else 0
    elif relative in ("last", "past", "previous"):
        first -= 12 if first + 2 >= here else 0
    elif relative != "this":
        ahead = s.way(i) == AHEAD
        first += 12 if ahead and first + 2 < here else -12 if not ahead and first > here else 0
    return f"{(first - 1) // 12:04d}-{code}"


def holiday(found: Found, s: Setting) -> Reading | None:
    """Christmas; last Easter; Election Day 2024."""
    at = found.groups["rel"][1] if "rel" in found.groups else found.start
    rule = s.words.vocab.lexicon.holidays.get(str(s.words.value(at)))
    if rule is None:
        return None
    stated, end = stated_year(found, s)
    number = stated or (s.year or 0 if s.day is None else 0)
    if number or s.day is None:
        day = holiday_in(rule, number)
    else:
        fits = [d for y in range(s.day.year - 1, s.day.year + 2) if (d := holiday_in(rule, y))]
        way = s.number(found, "rel") or s.way(at)
        told = s.words.is_a(found.start - 1, "on", "at", "since") and any(map(s.direct, range(at, found.end)))
        day = by_way(fits, s.day, way, told or way == AHEAD)
    if day is None:
        return unresolved("DATE", "XXXX-XX-XX")._replace(end=end)
    return _around(found, s, day) if "unit" in found.groups else Reading("DATE", day.isoformat(), end=end)


def _around(found: Found, s: Setting, day: date) -> Reading:
    """The Easter weekend, Christmas week: the unit with the holiday in it, or next to it."""
    at, grain = found.groups["unit"][0], str(s.value(found, "unit"))
    if grain not in ("W", "WE"):
        return Reading("DATE", day.isoformat(), end=at)
    monday = grain == "WE" and day.isoweekday() == 1
    return Reading("DATE", value_at(step(day, -1, "D") or day if monday else day, grain))


def holiday_in(rule: Holiday, number: int) -> date | None:
    """The day of a holiday in that year; None before the Gregorian calendar."""
    if not 1583 <= number <= 9999:
        return None
    if rule.easter is not None:
        return step(easter(number), rule.easter, "D")
    if rule.month is None:
        return None
    if rule.weekday is None or rule.nth is None:
        return date_or_none(number, rule.month, rule.day or 1)
    first = date(number, rule.month, 1)
    if rule.nth > 0:
        day = nearest_weekday(first, rule.weekday, 1)
        return day and step(day, 7 * (rule.nth - 1) + rule.days, "D")
    last = interval_of(value_at(first, "M")).end
    return last and nearest_weekday(last, rule.weekday, -1)


def easter(number: int) -> date:
    """Easter Sunday in the Gregorian calendar (the Butcher algorithm: Meeus, Astronomical Algorithms, chapter 8)."""
    a, (b, c) = number % 19, divmod(number, 100)
    d, e = divmod(b, 4)
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    w = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * w) // 451
    month, day = divmod(h + w - 7 * m + 114, 31)
    return date(number, month, day + 1)
