"""Years and decades: 1998, early 1990, fiscal 1989, 2022-23, the 1980s; and numbers that only look like years."""

from __future__ import annotations

from datetime import date

from consistency.article import Interval
from consistency.extract.timedates import modifier, narrowed
from consistency.extract.timepatterns import Found
from consistency.extract.timesetting import Reading, Setting
from consistency.extract.timevalues import interval_of, part

_MARKED = {"$", "£", "€", "#", "¥", "no.", "number", "flight", "page", "room", "route", "highway", "section", "windows",
           "article", "resolution", "bus", "train", "platform", "chapter", "version"}  # fmt: skip
_COUNTED = {"about", "nearly", "some", "over", "almost", "roughly", "around"}
_SCALED = {"percent", "%", "million", "billion", "trillion", "per"}


_MEASURES = {"metres", "meters", "metre", "m", "km", "kilometres", "kilometers", "miles", "feet", "ft", "yards",
             "tons", "tonnes", "kg", "pounds", "acres", "hectares", "points", "people"}  # fmt: skip
_YEAR_BEFORE = {"in", "since", "by", "until", "till", "from", "of", "the", "a", "an", "to", "and", "between", "before",
                "after", "around", "about", "circa", "c.", "(", "'s", "’s", "its", "his", "her", "their", "during",
                "through", "late", "early", "-", "–"}  # fmt: skip


def year(found: Found, s: Setting) -> Reading | None:
    """1998; early 1990; fiscal 1989; the 2022-23 season (2005-2006 are two); not amounts ("$2000", "2000 people")."""
    i = found.groups["year"][0]
    number = s.number(found, "year")
    if not 1500 <= number <= 2100 or _is_count(found, s, i, number):
        return None
    interval = narrowed(s, interval_of(f"{number:04d}"), modifier(found, s))
    if "to" in found.groups:
        return _years(found, s, number)
    unit = next((k for k in range(found.start, i) if s.words.is_a(k, "unit")), None)
    start = i if unit is not None and s.words.lower(unit) != "year" else None
    return Reading("DATE", f"{number:04d}", interval, start=start)


def year_unit(found: Found, s: Setting) -> Reading | None:
    """The 2009 fiscal year."""
    if s.value(found, "unit") != "Y" or s.words.lower(found.end - 1).endswith("s"):
        return None
    return Reading("DATE", f"{s.number(found, 'year'):04d}")


def year_pair(found: Found, s: Setting) -> Reading | None:
    """2008/09, of a season or a business year."""
    first, last = s.words.lower(found.start).split("/")
    end = int(first[: 4 - len(last)] + last)
    days = Interval(date(int(first), 1, 1), date(end, 12, 31)) if end == int(first) + 1 else None
    return Reading("DATE", first, days) if days else None


def mid_year(found: Found, s: Setting) -> Reading | None:
    """mid-2011, written as one word."""
    how, number = s.words.lower(found.start).split("-")
    return Reading("DATE", number, part(interval_of(number), how))


def _is_count(found: Found, s: Setting, i: int, number: int) -> bool:
    before, after = s.words.lower(found.start - 1), s.words.lower(found.end)
    round_number = number % 50 == 0
    more = before == "than" and s.words.is_a(found.start - 2, "more")
    if before in _MARKED or after in _SCALED or after in ("bc", "b.c.", "bce"):
        return True
    if round_number and (more or _counts_nouns(found, s)):
        return True
    if not 1900 <= number < 2050 and (before not in _YEAR_BEFORE or after in _MEASURES):
        return True
    return s.words.is_a(i + 1, "unit", "scale", "night") or (
        s.words.lower(i + 1) == "-" and s.words.is_a(i + 2, "unit")
    )


def _counts_nouns(found: Found, s: Setting) -> bool:
    """Whether the number stands between a verb or "about" and a noun: "drew 2000 people", "around 2000 troops"."""
    if found.start == 0 or found.end >= len(s.words.doc):
        return False
    before, after = s.words.doc[found.start - 1], s.words.doc[found.end]
    return (before.tag_[:2] == "VB" and after.tag_ == "NNS") or (
        before.lower_ in _COUNTED and (after.tag_[:2] in ("NN", "JJ") or after.is_punct)
    )


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
