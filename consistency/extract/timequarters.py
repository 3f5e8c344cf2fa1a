"""Quarters, halves and centuries, and the year-ago periods that business reports compare them with."""

from __future__ import annotations

from consistency.extract.timeago import unit_back
from consistency.extract.timecontext import AHEAD
from consistency.extract.timedates import modifier
from consistency.extract.timepatterns import Found
from consistency.extract.timesetting import Reading, Setting, unresolved
from consistency.extract.timeunits import ONE, unit
from consistency.extract.timevalues import interval_of, part, stepped


def century(found: Found, s: Setting) -> Reading | None:
    """The 20th century; the late nineteenth century."""
    number = s.number(found, "ord")
    if unit(s, found.groups["unit"][0]).letter != "C" or not 1 < number < 23:
        return None
    value = f"{number - 1:02d}"
    if s.words.lower(found.end) in ("bc", "b.c.", "bce"):
        return None
    return Reading("DATE", value, part(interval_of(value), modifier(found, s)))


def ordinal_unit(found: Found, s: Setting) -> Reading | None:
    """The third quarter; fourth-quarter; the 1988 second quarter; this year's first quarter."""
    number = s.number(found, "ord")
    if unit(s, found.groups["unit"][0]).letter != "Q" or not 1 <= number <= 4:
        return None
    hyphenated = s.words.is_a(found.end - 2, "hyphen") and s.words.is_a(found.start, "the")
    start = found.start + 1 if hyphenated else None
    value = _quarter_value(found, s, number)
    if not value:
        return unresolved("DATE", f"XXXX-Q{number}")
    if "yago" in found.groups:
        return Reading("DATE", stepped(value, -4) or value, start=start)
    days = interval_of(value)
    if not s.quarter or s.day is None or (days.end and days.end <= s.day):
        s.quarter, s.quarterly = value, True
    return Reading("DATE", value, days, start=start)


def _quarter_value(found: Found, s: Setting, number: int) -> str:
    year = s.number(found, "year") or s.number(found, "year2")
    if year:
        return f"{year:04d}-Q{number}"
    if s.day is None:
        return f"{s.year:04d}-Q{number}" if s.year else ""
    if "rel" in found.groups or "rel2" in found.groups:
        return f"{s.day.year + s.number(found, 'rel') + s.number(found, 'rel2'):04d}-Q{number}"
    here = (s.day.month + 2) // 3
    ahead = s.way(found.groups["unit"][0]) == AHEAD
    shift = (1 if number < here - 1 else 0) if ahead else (-1 if number > here else 0)
    return f"{s.day.year + shift:04d}-Q{number}"


def quarter_code(found: Found, s: Setting) -> Reading | None:
    """Q3 2022; 2H 2021; FY2023."""
    code = s.words.lower(found.groups["code"][0])
    digits = "".join(c for c in code if c.isdigit())
    if code.startswith("fy"):
        return Reading("DATE", digits if len(digits) == 4 else f"20{digits[:2]}")
    year = s.number(found, "year") or s.number(found, "before") or (s.day.year if s.day else s.year or 0)
    letter = "Q" if "q" in code else "H"
    return Reading("DATE", f"{year:04d}-{letter}{digits}") if year else unresolved("DATE", f"XXXX-{letter}{digits}")


def year_ago(found: Found, s: Setting) -> Reading | None:
    """The year-ago quarter; year-earlier."""
    what = found.at("what")
    bare = what is None and s.words.is_a(found.start, "the", "an")
    quarterly = what is None or s.words.value(what) in ("Q", "P")
    reading = unit_back(s, unit(s, found.groups["unit"][0]), ONE, quarterly=quarterly)
    return reading._replace(start=found.start + 1 if bare else None)


def period_of_year(found: Found, s: Setting) -> Reading | None:
    """The 1988 period; the 1988 quarter: the quarter being talked about, in that year."""
    year, at = s.number(found, "year"), found.groups["unit"][0]
    if not s.words.is_a(at, "period") and s.words.value(at) != "Q":
        return None
    return Reading("DATE", f"{year:04d}{s.quarter[4:]}" if s.quarter and s.quarterly else f"{year:04d}")
