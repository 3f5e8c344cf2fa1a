"""Durations and vague references: two-hour, for years, hourslong, recently."""

from __future__ import annotations

from consistency.article import Interval
from consistency.extract.timecontext import AHEAD, PAST
from consistency.extract.timeended import ended
from consistency.extract.timepatterns import Found
from consistency.extract.timesetting import Reading, Setting, unresolved
from consistency.extract.timeunits import CLOCK, ONE, SEVERAL, Amount, Unit, amount, length, moved, period, unit
from consistency.extract.timevalues import MONTHS, UNIT_DAYS, UNKNOWN, interval_of, unit_of, value_at

_KEPT = ("more", "less", "fewer", "nearly", "almost", "at", "no")
"""Words before an amount that belong to the expression in TimeML's habit; "about" and "over" are left outside."""
_PHRASE = 6
_BOUNDS = {"more": (1.0, None), "over": (1.0, None), "at": (1.0, None), "less": (0.0, 1.0), "fewer": (0.0, 1.0),
           "under": (0.0, 1.0), "no": (0.0, 1.0), "exactly": (1.0, 1.0)}  # fmt: skip


def offset(found: Found, s: Setting) -> Reading | None:
    """Two days later; hours after: the length is the expression, its anchor what it is measured from.

    What is counted from a month or a year is known to the month or the year at best.
    """
    at = found.groups["unit"][0]
    u, word = unit(s, at), s.words.lower(found.groups["dir"][0])
    if "qty" not in found.groups and not s.words.lower(at).endswith("s"):
        return None
    a = amount(s, *found.groups["qty"]) if "qty" in found.groups else SEVERAL
    low, high = length(a, u)
    if s.words.is_a(found.end, "than"):
        return Reading("DURATION", period(a.low, u, a.vague), UNKNOWN, "", *length(a, u), end=at + 1)
    anchored = s.last and word in ("later", "afterwards", "afterward")
    day = moved(interval_of(s.last).start if anchored else None, a, u, 1)
    relation = "before" if word == "before" else "after"
    coarse = max((unit_of(s.last), u.letter if u.letter in MONTHS else "D"), key=lambda x: UNIT_DAYS.get(x, 1.0))
    days = Interval(day, None if a.vague else interval_of(value_at(day, coarse)).end) if day else UNKNOWN
    if days.end and day:
        days = interval_of(value_at(day, coarse))
    return Reading("DURATION", period(a.low, u, a.vague), days, relation, low, high, end=at + 1)


def duration(found: Found, s: Setting) -> Reading | None:
    """More than four hours; two-week; a year and a half; in five years (a date ahead); a year (a rate)."""
    first, last = found.groups["qty"]
    u = unit(s, found.groups["unit"][0])
    if _is_age_or_money(found, s, u):
        return None
    alone = s.words.is_a(first, "an") and last - first == 1
    if alone and (u.letter == "Q" or s.words.lower(found.groups["unit"][0]).endswith("s")):
        return None
    if alone and "tail" in found.groups:
        return Reading("DURATION", period(1, u), UNKNOWN, "", *length(ONE, u), start=found.groups["unit"][0])
    if alone and "more" not in found.groups and _is_rate(s, found.start):
        return Reading("SET", period(1, u), UNKNOWN)
    a, end = _or_two(found, s, amount(s, first, last))
    if "half" in found.groups:
        a = Amount(a.low + 0.5, (a.high or a.low) + 0.5, False)
    start = first if "more" in found.groups and s.words.lower(found.start) not in _KEPT else found.start
    low, high = _bounds(found, s, a, u)
    reading = _from_now(s, start, found.groups["unit"][0], a, u)
    if reading is None:
        reading = Reading("DURATION", period(a.low, u, a.vague), _within(s, start, found.end, a, u))
    return reading._replace(low=low, high=high, start=start, end=end)


def _or_two(found: Found, s: Setting, a: Amount) -> tuple[Amount, int | None]:
    """The amount with what "or two" after the unit adds ("a year or two"), and where the expression ends without it."""
    if "or" not in found.groups:
        return a, None
    more = amount(s, found.end - 1, found.end)
    if s.words.lower(found.groups["or"][0]) != "or" or not a.low == a.high == more.low - 1:
        return a, found.groups["or"][0]
    return Amount(a.low, more.high, False), None


def _is_age_or_money(found: Found, s: Setting, u: Unit) -> bool:
    first = found.groups["qty"][0]
    if "tail" in found.groups and u.letter in ("Y", "E") and s.words.is_a(found.end - 1, "old"):
        return True
    if u.letter == "Q" and s.words.lower(found.end) == "of" and not s.words.is_a(first, "vague"):
        return True
    return s.words.lower(first - 1) in ("$", "£", "€") or s.words.lower(found.end) == "old"


def _bounds(found: Found, s: Setting, a: Amount, u: Unit) -> tuple[float | None, float | None]:
    low, high = length(a, u)
    if "more" not in found.groups:
        return low, high
    lowest, highest = _BOUNDS.get(s.words.lower(found.start), (0.8, 1.2))
    if s.words.lower(found.start) == "at" and s.words.lower(found.start + 1) == "most":
        lowest, highest = 0.0, 1.0
    return low * lowest, None if high is None or highest is None else high * highest


def _is_rate(s: Setting, i: int) -> bool:
    """Whether "a year" says how often: it follows a noun or a sum directly."""
    if i == 0:
        return False
    before = s.words.doc[i - 1 - (i > 1 and s.words.is_a(i - 1, "hyphen"))]
    return before.tag_ in ("NNS", "CD", "NN") and before.lower_ not in ("half", "quarter") and not before.is_space


def _from_now(s: Setting, start: int, at: int, a: Amount, u: Unit) -> Reading | None:
    """A date ahead for "in five years" after a verb that looks ahead; "one day" alone is the vague future."""
    before = s.words.lower(start - 1)
    if before == "in" and u.letter not in CLOCK and not a.vague and not _ranks(s, start - 1) and s.way(at) == AHEAD:
        day = moved(s.day, a, u, 1)
        if a.high != a.low and a.high is not None:
            last = moved(s.day, Amount(a.high, a.high, False), u, 1)
            return Reading("DATE", "FUTURE_REF", Interval(day, last)) if day and last else None
        grain = {"W": "D", "E": "Y", "C": "Y"}.get(u.letter, u.letter)
        return Reading("DATE", value_at(day, grain)) if day else None
    if s.words.lower(start) == "one" and u.letter == "D" and s.words.lower(start + 1) == "day":
        free = not s.words.beside(start - 1, "one_day")
        return Reading("DATE", "FUTURE_REF", Interval(s.day, None)) if free and s.way(at) == AHEAD else None
    return None


def _ranks(s: Setting, i: int) -> bool:
    """Whether the noun before this "in" is a first or a highest one: "for the first time in", "the worst loss in"."""
    for k in range(i - 1, max(i - _PHRASE, -1), -1):
        token = s.words.doc[k]
        if token.tag_ in ("JJS", "RBS") or s.words.is_a(k, "ordinal", "ordnum") or token.lower_ == "only":
            return True
        if token.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "PART") and token.lower_ != "of":
            return False
    return False


def _within(s: Setting, start: int, end: int, a: Amount, u: Unit) -> Interval:
    """The days from the reference on; none where something else starts the clock ("within 30 days of the ruling")."""
    if s.words.lower(start - 1) != "within" or s.day is None or a.high is None or s.words.beside(end, "clock"):
        return UNKNOWN
    return Interval(s.day, moved(s.day, Amount(a.high, a.high, False), u, 1))


def two_lengths(found: Found, s: Setting) -> Reading | None:
    """Two hours and ten minutes; three years, six months: one length, of a unit and of the next below it."""
    u, small = unit(s, found.groups["unit"][0]), unit(s, found.groups["unit2"][0])
    if small.letter not in _BELOW.get(u.letter, ()) or s.words.lower(found.end) in ("ago", "earlier", "later", "old"):
        return None
    a, b = (amount(s, *found.groups[g]) for g in ("qty", "qty2"))
    if a.vague or b.vague or a.low != int(a.low) or a.low != a.high or b.low != b.high:
        return None
    first, second = period(a.low, u), period(b.low, small)
    joined = second.removeprefix("PT") if first.startswith("PT") else second.removeprefix("P")
    days = length(a, u)[0] + length(b, small)[0]
    return Reading("DURATION", first + joined, UNKNOWN, "", days, days)


_BELOW = {"Y": ("M", "W", "D"), "M": ("W", "D"), "W": ("D",), "D": ("TH",), "TH": ("TM",), "TM": ("TS",)}
"""Units that can follow a unit in one length."""


def the_duration(found: Found, s: Setting) -> Reading | None:
    """The nine months; the first two years; not "the three-year plan", whose article is another's."""
    at = found.groups["unit"][0]
    if s.words.is_a(at - 1, "hyphen") or s.words.is_a(found.end, "hyphen", "old"):
        return None
    u, a = unit(s, at), amount(s, *found.groups["qty"])
    if u.letter == "M":
        s.quarterly = False
    return Reading("DURATION", period(a.low, u, a.vague), ended(s, found.end, a, u) or UNKNOWN, "", *length(a, u))


first_units = the_duration


def bare_units(found: Found, s: Setting) -> Reading | None:
    """Months of talks; for years; decades-long; years ago."""
    at = found.groups["unit"][0]
    u = unit(s, at)
    tail = "tail" in found.groups
    if (tail and s.words.is_a(found.end - 1, "old")) or (u.letter == "Q" and s.words.lower(found.end) == "of"):
        return None
    if not s.words.lower(at).endswith("s"):
        return Reading("DURATION", period(1, u), UNKNOWN, "", *length(ONE, u)) if tail else None
    if u.letter == "WE" and s.words.lower(found.start - 1) in ("on", "at"):
        return unresolved("SET", "XXXX-WXX-WE")
    low, high = length(SEVERAL, u)
    if "ago" in found.groups:
        return Reading("DATE", "PAST_REF", Interval(None, s.day), "", low, None)
    led = s.words.is_a(found.start - 1, "early", "late", "the", "ordinal")
    before, after = s.words.beside(found.start - 1, "length_follows"), s.words.beside(found.end, "length_before")
    if tail or before or (after and not led) or s.words.beside(found.end, "length_to_event"):
        return Reading("DURATION", period(2, u, True), UNKNOWN, "", low, high)
    return None


def long(found: Found, s: Setting) -> Reading | None:
    """Hourslong, yearlong."""
    u = unit(s, found.start)
    if s.words.lower(found.start).removesuffix("long").removesuffix("-").endswith("s"):
        return Reading("DURATION", period(2, u, True), UNKNOWN, "", *length(SEVERAL, u))
    return Reading("DURATION", period(1, u), UNKNOWN, "", *length(ONE, u))


def reference(found: Found, s: Setting) -> Reading | None:
    """Now, recently, soon, current, future: the vague present, past and future."""
    last = found.end - 1
    while last > found.start and s.words.is_a(last, "rest"):
        last -= 1
    value = str(s.words.value(last))
    if s.words.lower(found.end - 1) == "future" and s.words.lower(found.end) == "of":
        return None
    if _tied(found, s) or (value == "FUTURE_REF" and s.words.is_a(found.start, "soon") and _is_past(found, s)):
        return None
    interval = {"PAST_REF": Interval(None, s.day), "FUTURE_REF": Interval(s.day, None)}.get(value)
    return Reading("DATE", value, interval or Interval(s.day, s.day))


def _is_past(found: Found, s: Setting) -> bool:
    """Whether "soon" tells of the past: "it soon became clear"; a phrase ("the near future") does not."""
    return found.end == found.start + 1 and s.way(found.start) == PAST


def _tied(found: Found, s: Setting) -> bool:
    """Whether the word belongs to another expression: "soon after", "as soon as", "the previously announced"."""
    if s.words.lower(found.end) in ("after", "before", "as", "thereafter", "afterward", "afterwards"):
        return True
    token = s.words.doc[found.start]
    return found.end == found.start + 1 and token.tag_ == "RB" and token.head.dep_ == "amod"
