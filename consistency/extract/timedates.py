"""Dates: month and day, months, years and decades, with the year that reference and tense point to."""

from __future__ import annotations

from datetime import date

from consistency.article import Interval
from consistency.extract.timecontext import AHEAD, PAST
from consistency.extract.timedays import timed
from consistency.extract.timepatterns import Found
from consistency.extract.timesetting import Reading, Setting, unresolved
from consistency.extract.timevalues import date_or_none, interval_of, part, step

_FAR, _CLOSE = 300, 60
_SHORT_AHEAD = 10
"""Years ahead of the article that two figures after an apostrophe can still mean."""


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
    stated, end = stated_year(found, s)
    numbered = s.words.is_a(found.start + 1, "ordnum")
    start = found.start + 1 if s.words.is_a(found.start, "the") and not numbered else None
    month, day = s.number(found, "month"), s.number(found, "day")
    year = stated or _shared_year(found, s) or _known_year(s, month, day, found.end)
    exact = date_or_none(year, month, day) if year else _nearest(found, s, i, month, day)
    if exact is not None and "part" in found.groups:
        return timed(found, s, exact)
    if exact is not None:
        return Reading("DATE", exact.isoformat(), start=start, end=end)
    if year or date_or_none(2000, month, day) is None:
        return None
    return unresolved("DATE", f"XXXX-{month:02d}-{day:02d}")._replace(start=start, end=end)


def _nearest(found: Found, s: Setting, i: int, month: int, day: int) -> date | None:
    """The date of that month and day to which the weekday, "last" or "next", or the tense points."""
    shift = s.number(found, "rel")
    if not shift or s.day is None:
        return year_for(s, i, month, day, s.number(found, "wd"))
    years = range(s.day.year - 1, s.day.year + 2)
    return by_way([d for y in years if (d := date_or_none(y, month, day))], s.day, shift, certain=True)


def stated_year(found: Found, s: Setting) -> tuple[int, int | None]:
    """The year said with a month or a day ("of 2009", "last year", "of that year"), and where the expression ends.

    0 for none; the end is None where the whole match is meant, and cuts off what turned out not to be a year.
    """
    if "tick" in found.groups:
        number = short(found, s)
        return number, None if number else found.groups["tick"][0]
    if "yrel" not in found.groups:
        return s.number(found, "year"), None
    first, last = found.groups["yrel"][0], found.groups["yunit"][0]
    if s.words.value(last) == "Y" and not s.words.lower(last).endswith("s"):
        shift, named = s.number(found, "yrel"), interval_of(s.last).start or s.day
        here = named if s.words.beside(first, "anchored") else s.day
        if here is not None and 1 < here.year + shift < 9999:
            return here.year + shift, None
    while s.words.is_a(first - 1, "the", "of", "comma"):
        first -= 1
    return 0, first


def short(found: Found, s: Setting) -> int:
    """The year that an apostrophe and two figures name ("'99"); 0 where they are a quotation or a sum."""
    at, figures = found.groups["tick"][0], s.words.lower(found.groups["short"][0])
    here = s.day.year if s.day else s.year
    if here is None or len(figures) != 2 or not figures.isdigit() or s.words.doc[at].whitespace_:
        return 0
    latest = here + _SHORT_AHEAD
    return latest - (latest - int(figures)) % 100


def _shared_year(found: Found, s: Setting) -> int:
    """The year that stands after the second day of "June 8-12, 2009" or "June 8 to July 2, 2009"; 0 for none."""
    i = found.end
    if not s.words.is_a(i, "and", "hyphen", "to"):
        return 0
    i += 1 + s.words.is_a(i + 1, "month")
    if not s.words.is_a(i, "daynum", "ordnum"):
        return 0
    i += 1 + s.words.is_a(i + 1, "comma")
    return int(str(s.words.value(i))) if s.words.is_a(i, "year") else 0


def _known_year(s: Setting, month: int, day: int, after: int) -> int:
    """The year of a day that is known by what happened: the "September 11 attacks"; 0 for any other."""
    known = s.words.vocab.lexicon.known_days.get(f"{month}-{day}")
    if known is None or s.words.lower(after) not in known.before:
        return 0
    return known.year


def month_days(found: Found, s: Setting) -> Reading | None:
    """June 14–20, 2009, the days written as one word: the first day, and all of them as the interval."""
    i, (stated, end) = found.groups["month"][0], stated_year(found, s)
    first, last = (int(n) for n in s.words.lower(found.groups["days"][0]).replace("–", "-").split("-"))
    number = s.number(found, "month")
    start = date_or_none(stated, number, first) if stated else year_for(s, i, number, first)
    stop = date_or_none(start.year, number, last) if start else None
    if start is None or stop is None or stop <= start:
        return None
    return Reading("DATE", start.isoformat(), Interval(start, stop), end=end)


def day_alone(found: Found, s: Setting) -> Reading | None:
    """The 15th: of the month that was named last, or of the one that the tense points to."""
    i = found.groups["day"][0]
    if not s.words.beside(found.start - 1, "day") or _goes_on(s, found.end):
        return None
    anchor, day = interval_of(s.last).start if s.last[:4].isdigit() else s.day, s.number(found, "day")
    if anchor is None:
        return None
    months = [step(anchor.replace(day=1), k, "M") for k in (-1, 0, 1)]
    fits = [d for m in months if m and (d := date_or_none(m.year, m.month, day))]
    exact = by_way(fits, anchor, s.way(i))
    return Reading("DATE", exact.isoformat()) if exact else None


def _goes_on(s: Setting, i: int) -> bool:
    """Whether a noun follows, so that the ordinal is its own: "the 15th floor"."""
    after = s.words.doc[i] if i < len(s.words.doc) else None
    return after is not None and (after.tag_[:2] in ("NN", "JJ", "CD") or after.text == "-")


def year_for(s: Setting, i: int, month: int, day: int, weekday: int = 0) -> date | None:
    """The date of that month and day which the reference, the weekday and the tense at token `i` point to.

    Near the reference the year is plain, and a weekday that does not fit it is a mistake (see datingconflicts).
    """
    year = s.day.year if s.day else s.year
    if year is None:
        return None
    if s.day is None:
        return date_or_none(year, month, day)
    span = 6 if weekday else 1
    fits = [d for y in range(year - span, year + span + 1) if (d := date_or_none(y, month, day))]
    if weekday:
        plain = min(fits, key=lambda d: _distance(d, s.day), default=None)
        if plain is None or _distance(plain, s.day) <= _CLOSE:
            return plain
        return by_way([d for d in fits if d.isoweekday() == weekday] or fits, s.day, s.way(i))
    if s.set_in_past(i):
        return min(fits, key=lambda d: _distance(d, s.day), default=None)
    return by_way(fits, s.day, s.way(i), certain=_told(s, i))


def _told(s: Setting, i: int) -> bool:
    """Whether "on" or "since" opens the date at this month, and what it tells of is plainly past."""
    before = i - 1
    while s.words.is_a(before, "daynum", "ordnum", "the", "of"):
        before -= 1
    return s.words.is_a(before, "since") or (s.words.is_a(before, "on") and s.direct(i))


def _distance(day: date, other: date | None) -> int:
    return abs((day - other).days) if other else 0


def by_way(fits: list[date], ref: date, way: int, certain: bool = False) -> date | None:
    """Of several candidate days the one that lies on the right side of the reference, or just the nearest.

    Unless the way is certain, a day just across the reference is taken before one most of a year away.
    """
    back = max((d for d in fits if d <= ref), default=None)
    ahead = min((d for d in fits if d >= ref), default=None)
    if back is None or ahead is None:
        return back or ahead
    if way == PAST:
        return ahead if not certain and (ref - back).days > _FAR and (ahead - ref).days < _CLOSE else back
    if way == AHEAD:
        return back if not certain and (ahead - ref).days > _FAR and (ref - back).days < _CLOSE else ahead
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
