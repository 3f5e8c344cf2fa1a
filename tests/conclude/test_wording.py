"""Words of articles in sentences of one's own."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.article import Interval
from consistency.conclude.wording import LONGEST, as_written, day_named, on_day, paired, plain, prose_days, quoted


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('"We will open in May,"', '"We will open in May"'),
        ("“I gave no such promise.", '"I gave no such promise"'),
        ("the bridge is safe.”", '"the bridge is safe"'),
        ('He said "no" and left.', "\"He said 'no' and left\""),
        ("they “never asked” us", '"they ‘never asked’ us"'),
        ('"Yes," he said. "No."', "\"'Yes,' he said. 'No'\""),
        ('of "The Seagull', '"of The Seagull"'),
        ("Who paid?", '"Who paid?"'),
        ("and so on ...", '"and so on ..."'),
        ("two\n lines\there", '"two lines here"'),
    ],
)
def test_quotation_marks_pair(text: str, shown: str) -> None:
    assert quoted(text) == shown


@given(st.text(alphabet='ab “”".,?« »', max_size=60))
def test_any_text_has_marks_in_pairs(text: str) -> None:
    assert paired(text).count('"') % 2 == 0
    assert paired(text).count("“") == paired(text).count("”")
    assert quoted(text)[1:-1].count('"') == 0


@given(st.text(max_size=800))
def test_a_quotation_is_never_long(text: str) -> None:
    assert len(quoted(text)) <= LONGEST + 6
    assert plain(text) == plain(text).strip()


@pytest.mark.parametrize(
    ("start", "end", "before", "said"),
    [
        (date(2031, 5, 16), date(2031, 5, 16), None, "on 16 May 2031"),
        (date(2031, 5, 19), date(2031, 5, 19), date(2031, 5, 16), "on 19 May"),
        (date(2032, 1, 2), date(2032, 1, 2), date(2031, 5, 16), "on 2 January 2032"),
        (date(2031, 5, 16), date(2031, 5, 16), date(2031, 5, 16), "the same day"),
        (date(2031, 5, 1), date(2031, 5, 31), None, "in May 2031"),
        (date(2031, 1, 1), date(2031, 12, 31), None, "in 2031"),
        (date(2031, 5, 9), date(2031, 5, 10), None, "on 9 or 10 May 2031"),
        (date(2031, 5, 9), date(2031, 5, 12), None, "between 9 and 12 May 2031"),
        (date(2031, 4, 29), date(2031, 5, 2), None, "between 29 April and 2 May 2031"),
        (None, date(2031, 5, 2), None, "before 2 May 2031"),
        (None, None, None, ""),
    ],
)
def test_days(start: date | None, end: date | None, before: date | None, said: str) -> None:
    assert on_day(Interval(start, end), Interval.day(before) if before else None) == said


def test_iso_days_are_written_out() -> None:
    assert (
        prose_days("1 day lies between 2031-05-16 and 2031-05-17") == "1 day lies between 16 May 2031 and 17 May 2031"
    )


def test_a_day_that_the_words_name_is_not_told_again() -> None:
    assert day_named("by 20 December", date(2031, 12, 20))
    assert not day_named("by the end of June", date(2031, 6, 30))


def test_words_keep_their_capitals() -> None:
    assert (
        as_written('one has "july", the other "a bid"', ["In July we go", "a Bid"])
        == 'one has "July", the other "a Bid"'
    )
