"""Years and decades: 1998, early 1990, fiscal 1989, 2022-23, the 1980s; and numbers that only look like years."""

from __future__ import annotations

from datetime import date

from consistency.article import Interval
from consistency.extract.timedates import modifier, narrowed, short
from consistency.extract.timepatterns import Found
from consistency.extract.timesetting import Reading, Setting
from consistency.extract.timevalues import interval_of, part


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


def short_year(found: Found, s: Setting) -> Reading | None:
    """'99, after a word that takes a year: the last such year, or one not far ahead."""
    number = short(found, s)
    if not number or not s.words.beside(found.start - 1, "short_year"):
        return None
    return Reading("DATE", f"{number:04d}")


def year_unit(found: Found, s: Setting) -> Reading | None:
    """The 2009 fiscal year."""
    if s.value(found, "unit") != "Y" or s.words.lower(found.end - 1).endswith("s"):
        return None
    return Reading("DATE", f"{s.number(found, 'year'):04d}")


def year_pair(found: Found, s: Setting) -> Reading | None:
    """2008/09, of a season or a business year."""
    first, last = s.words.lower(found.end - 1).split("/")
    end = int(first[: 4 - len(last)] + last)
    days = Interval(date(int(first), 1, 1), date(end, 12, 31)) if end == int(first) + 1 else None
    return Reading("DATE", first, days) if days else None


def mid_year(found: Found, s: Setting) -> Reading | None:
    """mid-2011, written as one word; post-1959 and pre-1959, from or up to that year."""
    how, number = s.words.lower(found.start).split("-")
    if how in ("pre", "post"):
        days = interval_of(number)
        return Reading("DATE", number, Interval(days.start, None) if how == "post" else Interval(None, days.end))
    return Reading("DATE", number, part(interval_of(number), how))


def _is_count(found: Found, s: Setting, i: int, number: int) -> bool:
    words, before, after = s.words, found.start - 1, found.end
    more = words.lower(before) == "than" and words.is_a(before - 1, "more")
    if words.beside(before, "not_a_year") or words.beside(after, "scaled"):
        return True
    if number % 50 == 0 and (more or _counts_nouns(found, s)):
        return True
    if not 1900 <= number < 2050 and (not words.beside(before, "year") or words.beside(after, "measured")):
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
        s.words.beside(before.i, "counted") and (after.tag_[:2] in ("NN", "JJ") or after.is_punct)
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
    value = _spoken(found, s)
    return Reading("DATE", value) if value else None


def month_spoken(found: Found, s: Setting) -> Reading | None:
    """January nineteen ninety-seven."""
    value = _spoken(found, s)
    return Reading("DATE", f"{value}-{s.number(found, 'month'):02d}") if value else None


def _spoken(found: Found, s: Setting) -> str:
    century, first = s.number(found, "century"), found.groups["tens"][0]
    values = [s.words.value(i) for i in range(first, found.end) if s.words.is_a(i, "number")]
    tens = sum(v for v in values if isinstance(v, int))
    return f"{century:02d}{tens:02d}" if century in (18, 19, 20) and 10 <= tens <= 99 else ""


def decade(found: Found, s: Setting) -> Reading | None:
    """The early 1980s; the nineties; mid-1990s."""
    value = s.words.value(found.groups["decade"][0])
    if "tick" in found.groups and s.words.doc[found.groups["tick"][0]].whitespace_:
        return None
    if s.words.is_a(found.start - 1, "whose") or s.words.beside(found.start - 1, "not_a_year"):
        return None  # an age ("in her early 20s"), or banknotes
    digits = "".join(c for c in str(value) if c.isdigit())
    if not digits or (isinstance(value, int) and not s.words.is_a(found.start, "the")):
        return None
    name = digits[:3] if len(digits) == 4 else ("19" if int(digits) > 20 else "20") + digits[0]
    if digits.endswith("00") and name < "200":
        name = digits[:2]
    how = modifier(found, s) or next((m for m in ("early", "mid", "late") if str(value).startswith(m)), "")
    return Reading("DATE", name, part(interval_of(name), how))


def decade_poss(found: Found, s: Setting) -> Reading | None:
    """The 1980's, as some papers write the 1980s; not "the 1980's best film"."""
    number, after = s.number(found, "year"), found.end
    if number % 10 or (after < len(s.words.doc) and s.words.doc[after].pos_ in ("NOUN", "PROPN", "ADJ", "NUM")):
        return None
    name = str(number // (10 if number % 100 or number >= 2000 else 100))
    return Reading("DATE", name, part(interval_of(name), modifier(found, s)))
