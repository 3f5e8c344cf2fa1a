"""Units of time and how many of them: reading amounts, writing TIMEX3 durations, bounds in days."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from consistency.extract.timesetting import Setting
from consistency.extract.timevalues import MONTHS, UNIT_DAYS, step

CLOCK = {"TS": "S", "TM": "M", "TH": "H"}
"""The units below a day, with their TIMEX3 letters after the T."""
_SMALLER = {"TH": ("M", 60), "TM": ("S", 60), "Y": ("M", 12)}
_VAGUE_HIGH = {"TS": 1 / 96, "TM": 1 / 8, "TH": 1.0, "D": 21.0, "WE": 60.0, "W": 90.0, "M": 730.0, "Q": 1100.0}

_TINY = 1e-6


class Unit(NamedTuple):
    """A unit letter and how many of it one word stands for (a fortnight is two weeks)."""

    letter: str
    times: int


class Amount(NamedTuple):
    """How many: bounds (None: open), and whether it is vague rather than a number."""

    low: float
    high: float | None
    vague: bool


ONE = Amount(1, 1, False)
SEVERAL = Amount(2, None, True)


def unit(s: Setting, i: int) -> Unit:
    """The unit that this token names."""
    raw = str(s.words.value(i))
    digits = "".join(c for c in raw if c.isdigit())
    return Unit(raw[len(digits) :], int(digits or 1))


def amount(s: Setting, first: int, last: int) -> Amount:
    """The quantity that these tokens spell: "two and a half", "twenty-four", "2 1/2", "12 to 18", "several"."""
    total = current = 0.0
    low: float | None = None
    for i in range(first, last):
        value = s.words.value(i)
        if s.words.is_a(i, "vague"):
            many = float(value) if isinstance(value, (int, float)) else 3.0
            return Amount(2, 3, False) if many == 2 else Amount(2 if many < 20 else many, 3 * many, True)
        if s.words.is_a(i, "to", "and", "hyphen") and low is None and _is_range(s, i, first, last):
            low, total, current = total + current, 0.0, 0.0
        elif s.words.is_a(i, "scale", "million"):
            current = (current or 1) * float(value)
        elif s.words.is_a(i, "number", "half"):
            current += float(value)
        elif not s.words.is_a(i, "an"):
            current += number(s.words.lower(i))
    high = total + current or 1.0
    return Amount(high if low is None else min(low, high), high, False)


def _is_range(s: Setting, i: int, first: int, last: int) -> bool:
    after = i + 1 + s.words.is_a(i + 1, "hyphen")
    if not first < i < last - 1 or s.words.is_a(after, "an", "and", "half", "scale", "fraction"):
        return False
    return not (s.words.is_a(i, "hyphen") and s.words.is_a(i - 1, "number"))


def number(word: str) -> float:
    """The value of digits: "1,500", "2.5", "1/2", "2½"; 0 for anything else or anything huge."""
    extra = 0.5 if "½" in word else 0.0
    top, _, bottom = word.replace("½", "").replace(",", "").partition("/")
    try:
        value = float(top or 0) / float(bottom or 1)
    except (ValueError, ZeroDivisionError):
        return extra
    return value + extra if value < 1e9 else 0.0


def period(count: float, u: Unit, vague: bool = False) -> str:
    """The TIMEX3 value of a duration: P3M, PT2H, PXY, PT1M30S; a weekend counts as two days, a decade as ten years."""
    clock = "T" if u.letter in CLOCK else ""
    letter = CLOCK.get(u.letter, {"WE": "D", "E": "Y", "C": "Y"}.get(u.letter, u.letter))
    if vague:
        return f"P{clock}X{letter}"
    count *= u.times * {"WE": 2, "E": 10, "C": 100}.get(u.letter, 1)
    whole = int(count)
    if count == whole:
        return f"P{clock}{whole}{letter}"
    if u.letter in _SMALLER:
        smaller, factor = _SMALLER[u.letter]
        return f"P{clock}{f'{whole}{letter}' if whole else ''}{round((count - whole) * factor)}{smaller}"
    return f"P{clock}{count:g}{letter}"


def length(a: Amount, u: Unit) -> tuple[float, float | None]:
    """The bounds of an amount of units in days; a vague plural ("hours") stays below the next unit but one."""
    days = UNIT_DAYS.get(u.letter, 1.0) * u.times
    if a.high is None:
        return a.low * days, _VAGUE_HIGH.get(u.letter)
    return a.low * days, a.high * days


def moved(day: date | None, a: Amount, u: Unit, sign: int) -> date | None:
    """The day that many units away; whole days of hours and minutes; None where there is no such day."""
    if day is None:
        return None
    if u.letter in MONTHS:
        return step(day, sign * round(a.low * u.times * MONTHS[u.letter]), "M")
    return step(day, sign * int(a.low * u.times * UNIT_DAYS[u.letter] + _TINY), "D")
