"""Times of one event that cannot both be right."""

import pytest

from tests.normalise.two import names
from tests.reading import DAY


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        ("The Halden statement was published hours after the vote on the Marsden budget.",
         "The Halden statement was published days after the vote on the Marsden budget.", True),
        ("The Halden statement was published hours after the vote on the Marsden budget.",
         "The Halden statement was published hours after the vote on the Marsden budget.", False),
        ("The Halden statement was published hours after the vote on the Marsden budget.",
         "The Halden statement was published days after the crash of the Marsden plane.", False),
        ("The Halden statement was published hours after the vote on the Marsden budget.",
         "The Sorel concert took place days after the vote on the Marsden budget.", False),
    ],
)  # fmt: skip
def test_offsets(first: str, second: str, apart: bool) -> None:
    assert ("apart_in_time" in names(first, second)) is apart


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        ("Anna Pike signed the Halden pact on 2 May 2031.", "Anna Pike signed the Halden pact on 5 May 2031.", True),
        ("Anna Pike signed the Halden pact on 2 May 2031.", "Anna Pike signed the Halden pact on 2 May 2031.", False),
        ("Anna Pike signed the Halden pact on 2 May 2031.", "Anna Pike signed the Halden pact in May 2031.", False),
        ("Anna Pike signed the Halden pact on 2 May 1990.", "Anna Pike signed the Halden pact on 5 May 2031.", False),
    ],
)
def test_days(first: str, second: str, apart: bool) -> None:
    assert ("apart_in_time" in names(first, second)) is apart


def test_weekdays_count_from_each_articles_own_day() -> None:
    first, second = (f"Anna Pike signed the Halden pact on {day}." for day in ("Monday", "Tuesday"))
    assert "apart_in_time" in names(first, second, DAY)
    assert "apart_in_time" not in names(first, first, DAY)


def test_two_things_of_one_kind() -> None:
    first, second = "Anna Pike signed the Halden pact on 2 May 2031.", "Anna Pike signed the Sorel pact on 5 May 2031."
    assert "apart_in_time" not in names(first, second)
