"""Dates: month and day, months, years and decades, with the year that reference and tense point to."""

from __future__ import annotations

from datetime import date

from consistency.article import Interval
from consistency.extract.timecontext import AHEAD, PAST
from consistency.extract.timepatterns import Found
from consistency.extract.timesetting import Reading, Setting, unresolved
from consistency.extract.timevalues import UNKNOWN, date_or_none, interval_of, part

_FAR, _CLOSE = 300, 60
_NOUNS = ("NNP", "NNPS", "NN", "NNS", "CD", "JJ")
_SHORT = {"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"}
"""Names of months that are first names or words too ("Jan"): they need a day or a year beside them."""
_MARKED = {"$", "£", "€", "#", "¥", "no.", "number", "flight", "page", "room"}
_COUNTED = {"about", "nearly", "some", "over", "almost", "roughly", "around"}
_SCALED = {"percent", "%", "million", "billion", "trillion", "per"}


def iso(found: Found, s: Setting) -> Reading | None:
    """2025-05-20."""
    if " " in s.words.doc[found.start : found.end].text:
        return None
    day = date_or_none(s.number(found, "y"), s.number(found, "m"), s.number(found, "d"))
    return None if day is None else Reading("DATE", day.isoformat())


def slash(found: Found, s: Setting) -> Reading | None:
    """20/05/2025, 5/20/25, 20.05.2025: where both orders are possible the interval holds both days."""
    text = s.words.lower(found.start)
    first, second, third = (int(n) for n in text.replace("/", " ").replace(".", " ").replace("-", " ").split())
    if "/" not in text and max(first, third) < 1000:
        return None
    if first > 31:
        day = date_or_none(first, second, third)
    else:
        year = third if third > 99 else third + (2000 if third < 50 else 1900)
        orders = ((first, second), (second, first)) if "/" in text else ((second, first), (first, second))
        days = [d for order in orders if (d := date_or_none(year, *order))]
        return Reading("DATE", days[0].isoformat(), Interval(min(days), max(days))) if days else None
    return None if day is None else Reading("DATE", day.isoformat())


def month_day(found: Found, s: Setting) -> Reading | None:
    """May 16; 16 May 2025; Friday, Oct. 23: the year is the nearest that fits weekday and tense."""
    i = found.groups["month"][0]
    numbered = s.words.is_a(found.start + 1, "ordnum")
    start = found.start + 1 if s.words.is_a(found.start, "the") and not numbered else None
    month, day, year = s.number(found, "month"), s.number(found, "day"), s.number(found, "year")
    year = year or _shared_year(found, s)
    exact = date_or_none(year, month, day) if year else year_for(s, i, month, day, s.number(found, "wd"))
    if exact is not None:
        return Reading("DATE", exact.isoformat(), start=start)
    if year or date_or_none(2000, month, day) is None:
        return None
    return unresolved("DATE", f"XXXX-{month:02d}-{day:02d}")._replace(start=start)


def _shared_year(found: Found, s: Setting) -> int:
    """The year that stands after the second day of "June 8-12, 2009"; 0 for none."""
    i = found.end
    if not (s.words.is_a(i, "and", "hyphen", "to") and s.words.is_a(i + 1, "daynum", "ordnum")):
        return 0
    i += 2 + s.words.is_a(i + 2, "comma")
    return int(str(s.words.value(i))) if s.words.is_a(i, "year") else 0


def year_for(s: Setting, i: int, month: int, day: int, weekday: int = 0) -> date | None:
    """The date of that month and day which the reference, the weekday and the tense at token `i` point to."""
    year = s.day.year if s.day else s.year
    if year is None:
        return None
    if s.day is None:
        return date_or_none(year, month, day)
    span = 6 if weekday else 1
    fits = [d for y in range(year - span, year + span + 1) if (d := date_or_none(y, month, day))]
    if weekday:
        fits = [d for d in fits if d.isoweekday() == weekday] or fits
        return min(fits, key=lambda d: _distance(d, s.day), default=None)
    return by_way(fits, s.day, s.way(i))


def _distance(day: date, other: date | None) -> int:
    return abs((day - other).days) if other else 0


def by_way(fits: list[date], ref: date, way: int) -> date | None:
    """Of several candidate days the one that lies on the right side of the reference, or just the nearest."""
    back = max((d for d in fits if d <= ref), default=None)
    ahead = min((d for d in fits if d >= ref), default=None)
    if back is None or ahead is None:
        return back or ahead
    if way == PAST:
        return ahead if (ref - back).days > _FAR and (ahead - ref).days < _CLOSE else back
    if way == AHEAD:
        return back if (ahead - ref).days > _FAR and (ref - back).days < _CLOSE else ahead
    return min(back, ahead, key=lambda d: _distance(d, ref))


def next_day(found: Found, s: Setting) -> Reading | None:
    """The 25 of "April 24 and 25"."""
    start = interval_of(s.last).start
    if start is None or len(s.last) < 10:
        return None
    day = date_or_none(start.year, start.month, s.number(found, "day"))
    at = found.groups["day"][0]
    return None if day is None or day <= start else Reading("DATE", day.isoformat(), start=at)


def first_day(found: Found, s: Setting) -> Reading | None:
    """The 24 of "24 and 25 April 2020"."""
    at = next((k for k in range(found.end, found.end + 5) if s.words.is_a(k, "month")), None)
    if at is None:
        return None
    year = s.words.value(at + 1) if s.words.is_a(at + 1, "year") else ""
    month, number = s.words.value(at), s.number(found, "day")
    if not isinstance(month, int):
        return None
    day = date_or_none(int(year), month, number) if isinstance(year, str) and year else year_for(s, at, month, number)
    return Reading("DATE", day.isoformat()) if day else unresolved("DATE", f"XXXX-{month:02d}-{number:02d}")


def month(found: Found, s: Setting) -> Reading | None:
    """September; last April; late November; January 2022; each July."""
    i = found.groups["month"][0]
    if s.words.doc[i].tag_ not in _NOUNS or (s.words.lower(i) in _SHORT and "year" not in found.groups):
        return None
    number, year = s.number(found, "month"), s.number(found, "year")
    if s.words.lower(i) in ("march", "may") and s.words.lower(i + 1) in ("of", "for", "to", "on", "against"):
        return None  # "the March of the Mothers", "the March for Life"
    relative = s.words.lower(found.groups["rel"][1] - 1) if "rel" in found.groups else ""
    if relative in ("every", "each"):
        return unresolved("SET", f"XXXX-{number:02d}")
    bare = s.words.is_a(found.start, "the") and not relative and "when" not in found.groups
    start = found.start + 1 if bare else None
    value = f"{year:04d}-{number:02d}" if year else month_for(s, i, number, relative)
    if not value:
        return Reading("DATE", f"XXXX-{number:02d}", UNKNOWN, start=start)
    return Reading("DATE", value, narrowed(s, interval_of(value), modifier(found, s)), start=start)


def month_for(s: Setting, i: int, number: int, relative: str = "") -> str:
    """The value of a month without a year; "" where the reference does not tell."""
    if s.day is None:
        return f"{s.year:04d}-{number:02d}" if s.year is not None and not relative else ""
    here = s.day.year * 12 + s.day.month - 1
    target = s.day.year * 12 + number - 1
    strict = relative in ("last", "past", "previous", "next", "coming")
    way = s.way(i)
    soon = way == 0 and 0 < (target - here) % 12 <= 2 and not relative
    if relative in ("next", "coming") or (not strict and (way == AHEAD or soon)):
        target += 12 if target < here + strict else 0
    else:
        target -= 12 if target > here - strict else 0
    return f"{target // 12:04d}-{target % 12 + 1:02d}"


def modifier(found: Found, s: Setting) -> str:
    """early, mid, late, earlier, later, start or end, as said before the expression; "" where nothing is."""
    if "when" not in found.groups:
        return ""
    for i in range(*found.groups["when"]):
        for kind in ("early", "late", "earlier", "later", "mid", "start", "end"):
            if s.words.is_a(i, kind):
                return kind
    return ""


def narrowed(s: Setting, interval: Interval, how: str) -> Interval:
    """The part of an interval that a modifier leaves: thirds, or up to and from the reference day."""
    how = {"start": "early", "end": "late"}.get(how, how)
    if s.day and interval.start and interval.end and interval.start <= s.day <= interval.end:
        if how == "earlier":
            return Interval(interval.start, s.day)
        if how == "later":
            return Interval(s.day, interval.end)
    return part(interval, how)


def year(found: Found, s: Setting) -> Reading | None:
    """1998; early 1990; fiscal 1989; the 2022-23 season (2005-2006 are two); not amounts ("$2000", "2000 people")."""
    i = found.groups["year"][0]
    number = s.number(found, "year")
    if not 1500 <= number <= 2100 or _is_count(found, s, i, number):
        return None
    interval = narrowed(s, interval_of(f"{number:04d}"), modifier(found, s))
    if "to" in found.groups:
        return _years(found, s, number)
    spelled = s.words.is_a(found.start, "the") and s.words.is_a(found.start + 1, "unit")
    start = i if spelled and s.words.lower(found.start + 1) != "year" else None
    return Reading("DATE", f"{number:04d}", interval, start=start)


def mid_year(found: Found, s: Setting) -> Reading | None:
    """mid-2011, written as one word."""
    how, number = s.words.lower(found.start).split("-")
    return Reading("DATE", number, part(interval_of(number), how))


def _is_count(found: Found, s: Setting, i: int, number: int) -> bool:
    before, after = s.words.lower(found.start - 1), s.words.lower(found.end)
    round_number = number % 50 == 0
    more = before == "than" and s.words.is_a(found.start - 2, "more")
    if before in _MARKED or after in _SCALED:
        return True
    if round_number and (more or before in _COUNTED or _counts_nouns(found, s)):
        return True
    if not 1900 <= number < 2050 and before not in ("in", "since", "by", "until", "from", "of", "the"):
        return True
    return s.words.is_a(i + 1, "unit", "scale", "night") or (
        s.words.lower(i + 1) == "-" and s.words.is_a(i + 2, "unit")
    )


def _counts_nouns(found: Found, s: Setting) -> bool:
    """Whether the number stands between a verb and a plural: "drew 2000 people"."""
    if found.start == 0 or found.end >= len(s.words.doc):
        return False
    return s.words.doc[found.start - 1].tag_[:2] == "VB" and s.words.doc[found.end].tag_ == "NNS"


def _years(found: Found, s: Setting, first: int) -> Reading:
    last = s.number(found, "to")
    last = first // 100 * 100 + last if last < 100 else 0
    if not first < last <= first + 60:
        return Reading("DATE", f"{first:04d}", end=found.groups["year"][1])
    return Reading("DATE", f"{first:04d}", Interval(date(first, 1, 1), date(last, 12, 31)))


def spoken_year(found: Found, s: Setting) -> Reading | None:
    """Nineteen ninety-six; the year two thousand."""
    if "thousand" in found.groups:
        return Reading("DATE", "2000") if s.words.lower(found.end - 1) == "thousand" else None
    century, first = s.number(found, "century"), found.groups["tens"][0]
    values = [s.words.value(i) for i in range(first, found.end) if s.words.is_a(i, "number")]
    tens = sum(v for v in values if isinstance(v, int))
    return Reading("DATE", f"{century:02d}{tens:02d}") if century in (18, 19, 20) and 10 <= tens <= 99 else None


def decade(found: Found, s: Setting) -> Reading | None:
    """The early 1980s; the nineties; mid-1990s."""
    value = s.words.value(found.groups["decade"][0])
    digits = "".join(c for c in str(value) if c.isdigit())
    if not digits or (isinstance(value, int) and not s.words.is_a(found.start, "the")):
        return None
    name = digits[:3] if len(digits) == 4 else ("19" if int(digits) > 20 else "20") + digits[0]
    how = modifier(found, s) or next((m for m in ("early", "mid", "late") if str(value).startswith(m)), "")
    return Reading("DATE", name, part(interval_of(name), how))
