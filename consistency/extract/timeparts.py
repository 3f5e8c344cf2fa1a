"""Parts of units: the end of the month, the middle of 1998, year-end, mid-year."""

from __future__ import annotations

from consistency.extract.timepatterns import Found
from consistency.extract.timerelative import same_unit
from consistency.extract.timesetting import Reading, Setting, unresolved
from consistency.extract.timeunits import unit
from consistency.extract.timevalues import interval_of, part, stepped, value_at


def part_of(found: Found, s: Setting) -> Reading | None:
    """The end of the month; the beginning of next year; the middle of 1998; year-end."""
    which = str(s.words.value(found.groups["which"][0]))
    value = f"{s.number(found, 'year'):04d}" if "year" in found.groups else _whole(found, s)
    if value is None:
        return None
    if not value:
        return unresolved("DATE", "XXXX")
    how = {"start": "early", "end": "late", "mid": "mid"}[which]
    if _is_joined(found):
        return _closing(found, s, value)
    return Reading("DATE", value, part(interval_of(value), how))


def _whole(found: Found, s: Setting) -> str | None:
    """The value of what "the end of" is said of; "" where it is not known, None where it is no calendar unit."""
    u = unit(s, found.groups["unit"][0])
    if u.letter not in "WMQYEC" or (_is_joined(found) and u.letter not in "YM"):
        return None
    word = s.words.value(found.groups["rel"][1] - 1) if "rel" in found.groups else 0
    shift = word if isinstance(word, int) else 0
    if "rel" in found.groups and s.words.is_a(found.groups["rel"][1] - 1, "that"):
        same = same_unit(s, u)
        return same.value if same else ""
    if u.letter == "Q" and not shift and s.quarter:
        return s.quarter
    now = s.now(u.letter)
    return (stepped(now, shift) or "") if now else ""


def _is_joined(found: Found) -> bool:
    """Whether the unit comes first: "year-end", "the month's end"."""
    return "unit" in found.groups and found.groups["unit"][0] < found.groups["which"][0]


def _closing(found: Found, s: Setting, value: str) -> Reading:
    """Year-end, month-end: the last day, somewhere in the last month where it is said roughly; the one that is past
    where the words look back.
    """
    if "rel" not in found.groups and s.words.is_a(found.start - 1, "since"):
        value = stepped(value, -1) or value
    last = interval_of(value).end
    if last is None:
        return Reading("DATE", value)
    month = value_at(last, "M")
    return Reading("DATE", month if "approx" in found.groups else last.isoformat(), interval_of(month))
