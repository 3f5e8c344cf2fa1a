"""Interval logic over days: order, overlap, gaps and lengths, with open sides and vague bounds (no parsing here)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from consistency.article import Interval

OPEN = Interval(None, None)


class Length(NamedTuple):
    """How long something lasts or how far apart two days are, in days; None where a bound is open."""

    low: float | None
    high: float | None


def is_open(interval: Interval) -> bool:
    """Whether nothing at all is known: both sides open."""
    return interval.start is None and interval.end is None


def is_day(interval: Interval) -> bool:
    """Whether the interval is exactly one day."""
    return interval.start is not None and interval.start == interval.end


def ordered(start: date | None, end: date | None) -> Interval:
    """The interval between two days in whichever order they come; None is an open side and stays where it is."""
    if start is not None and end is not None and end < start:
        return Interval(end, start)
    return Interval(start, end)


def before(first: Interval, second: Interval) -> bool:
    """Whether `first` is certainly over before `second` begins; open sides make nothing certain."""
    return first.end is not None and second.start is not None and first.end < second.start


def after(first: Interval, second: Interval) -> bool:
    """Whether `first` certainly begins after `second` is over."""
    return before(second, first)


def may_overlap(first: Interval, second: Interval) -> bool:
    """Whether the two can share a day: neither is certainly before the other."""
    return not before(first, second) and not before(second, first)


def contains(outer: Interval, inner: Interval) -> bool:
    """Whether every day that `inner` can mean lies in `outer`; an open side of `inner` needs an open one of `outer`."""
    left = outer.start is None or (inner.start is not None and outer.start <= inner.start)
    right = outer.end is None or (inner.end is not None and inner.end <= outer.end)
    return left and right


def hull(first: Interval, second: Interval) -> Interval:
    """The smallest interval that holds both; open wherever one of them is."""
    start = None if first.start is None or second.start is None else min(first.start, second.start)
    end = None if first.end is None or second.end is None else max(first.end, second.end)
    return Interval(start, end)


def gap(earlier: Interval, later: Interval) -> Length:
    """How many days can lie between the two (0: the same day); a bound is None where a side is open."""
    low = (later.start - earlier.end).days if later.start is not None and earlier.end is not None else None
    high = (later.end - earlier.start).days if later.end is not None and earlier.start is not None else None
    return Length(None if low is None else max(low, 0), high)


def lengths_agree(first: Length, second: Length, slack: float = 0.25) -> bool:
    """Whether two lengths can describe one thing: their bounds meet, `slack` being the share that rounding allows.

    "hourslong" (2 hours to a day) agrees with "two-hour"; "several minutes" does not.
    """
    return _reaches(first.high, second.low, slack) and _reaches(second.high, first.low, slack)


def _reaches(high: float | None, low: float | None, slack: float) -> bool:
    return high is None or low is None or high * (1 + slack) >= low
