"""Interval logic: order, overlap, gaps and lengths, with open sides and vague bounds."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.article import Interval
from consistency.intervals import (
    OPEN,
    Length,
    after,
    before,
    contains,
    gap,
    hull,
    is_day,
    is_open,
    lengths_agree,
    may_overlap,
    ordered,
)

MAY, JUNE = Interval(date(2025, 5, 1), date(2025, 5, 31)), Interval(date(2025, 6, 1), date(2025, 6, 30))
HOUR = 1 / 24
DAYS = st.one_of(st.none(), st.dates())
INTERVALS = st.builds(ordered, DAYS, DAYS)


def test_order() -> None:
    assert before(MAY, JUNE)
    assert after(JUNE, MAY)
    assert not before(MAY, Interval(None, date(2025, 4, 1)))


def test_what_is_open_excludes_nothing() -> None:
    assert is_open(OPEN)
    assert may_overlap(OPEN, MAY)


def test_hull() -> None:
    assert hull(MAY, JUNE) == Interval(date(2025, 5, 1), date(2025, 6, 30))
    assert hull(MAY, OPEN) == OPEN
    assert not may_overlap(MAY, JUNE)
    assert contains(hull(MAY, JUNE), MAY)


@pytest.mark.parametrize(
    ("first", "second", "agree"),
    [
        (Length(2 * HOUR, 1), Length(2 * HOUR, 2 * HOUR), True),  # hourslong, two-hour
        (Length(2 * HOUR, 1), Length(2 / 1440, 9 / 1440), False),  # hourslong, several minutes
        (Length(4, None), Length(3.5, 3.5), True),  # more than four days, three and a half (rounded)
        (Length(4, None), Length(2, 2), False),
        (Length(None, None), Length(2, 2), True),
    ],
)
def test_lengths(first: Length, second: Length, agree: bool) -> None:
    assert lengths_agree(first, second) is agree
    assert lengths_agree(second, first) is agree


def test_days_after_is_not_one_day_after() -> None:
    monday, tuesday, friday = (Interval.day(date(2025, 5, d)) for d in (19, 20, 23))
    assert gap(monday, tuesday) == Length(1, 1)
    assert not lengths_agree(gap(monday, tuesday), Length(2, 21), slack=0.0)
    assert lengths_agree(gap(monday, friday), Length(2, 21), slack=0.0)
    assert is_day(monday)


@given(INTERVALS, INTERVALS)
def test_relations_fit_together(first: Interval, second: Interval) -> None:
    assert may_overlap(first, second) is not (before(first, second) or after(first, second))
    assert contains(hull(first, second), first)
    assert before(first, second) is after(second, first)
    assert may_overlap(first, second) or gap(*sorted((first, second), key=lambda i: i.end or date.max)).low
