"""Months without a day: September, last April, late November, January 2022; not names such as Theresa May."""

from __future__ import annotations

from consistency.extract.timecontext import AHEAD
from consistency.extract.timedates import modifier, narrowed, stated_year
from consistency.extract.timepatterns import Found
from consistency.extract.timesetting import Reading, Setting, unresolved
from consistency.extract.timevalues import UNKNOWN, interval_of
from consistency.extract.timewords import OTHER

_NOUNS = ("NNP", "NNPS", "NN", "NNS", "CD", "JJ")


def month(found: Found, s: Setting) -> Reading | None:
    """September; last April; late November; January 2022; each July."""
    i = found.groups["month"][0]
    if s.words.beside(i, "short_month") and not found.groups.keys() & {"year", "tick"}:
        return None
    if s.words.doc[i].tag_ not in _NOUNS and not s.words.beside(found.start - 1, "month"):
        return None
    number = s.number(found, "month")
    year, end = stated_year(found, s)
    year = year or _later_year(s, found.end)
    told = {"rel", "when", "year", "yrel", "tick"}
    led = s.words.beside(found.start - 1, "month") or bool(found.groups.keys() & told)
    march = number in (3, 5) and s.words.beside(i + 1, "not_a_month")
    if not led and (march or _is_name(s, i)):
        return None
    relative = s.words.lower(found.groups["rel"][1] - 1) if "rel" in found.groups else ""
    if relative in ("every", "each"):
        return unresolved("SET", f"XXXX-{number:02d}")
    bare = s.words.is_a(found.start, "the") and not relative and "when" not in found.groups
    start = found.start + 1 if bare else None
    value = f"{year:04d}-{number:02d}" if year else month_for(s, i, number, relative)
    if not value:
        return Reading("DATE", f"XXXX-{number:02d}", UNKNOWN, start=start, end=end)
    return Reading("DATE", value, narrowed(s, interval_of(value), modifier(found, s)), start=start, end=end)


def _later_year(s: Setting, i: int) -> int:
    """The year that the second month names: "from May to August 2005"; 0 for none."""
    if s.words.is_a(i, "to", "and", "hyphen") and s.words.is_a(i + 1, "month") and s.words.is_a(i + 2, "year"):
        return int(str(s.words.value(i + 2)))
    return 0


def _is_name(s: Setting, i: int) -> bool:
    """Whether the month is part of a name: "Theresa May", "Mrs. May", "August Wilson", "March Madness"."""
    token = s.words.doc[i]
    before = s.words.doc[i - 1] if i else None
    if before is not None and before.pos_ == "PROPN" and before.text[:1].isupper() and not before.is_punct:
        if s.words.letters[i - 1] == OTHER and (before.head.i == i or before.dep_ in ("compound", "flat")):
            return True
        if s.words.is_a(i - 1, "title"):
            return True
    head = token.head
    named = head.i == i + 1 and head.pos_ == "PROPN" and head.text[:1].isupper() and s.words.letters[i + 1] == OTHER
    return named and token.dep_ == "compound"


def month_for(s: Setting, i: int, number: int, relative: str = "") -> str:
    """The value of a month without a year; "" where the reference does not tell."""
    if s.day is None:
        return f"{s.year:04d}-{number:02d}" if s.year is not None and not relative else ""
    here = s.day.year * 12 + s.day.month - 1
    target = s.day.year * 12 + number - 1
    strict = relative in ("last", "past", "previous", "next", "coming")
    way = s.way(i)
    until = (target - here) % 12
    told = s.direct(i) or s.words.is_a(i - 1, "since")
    soon = not relative and ((way == 0 and 0 < until <= 2) or (until == 1 and not told))
    if relative in ("next", "coming") or (not strict and (way == AHEAD or soon)):
        target += 12 if target < here + strict else 0
    else:
        target -= 12 if target > here - strict else 0
    return f"{target // 12:04d}-{target % 12 + 1:02d}"
