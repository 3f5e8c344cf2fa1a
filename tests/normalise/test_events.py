"""Events told twice: their days, places and lengths, and who was there."""

from datetime import date

import pytest

from tests.normalise.two import between

SOON = date(2031, 5, 21)
TAIL = " Velmar Glass of Marsden, and its founder Ilse Brand, are known in Ostria."


def relations(first: str, second: str) -> set[tuple[str, str]]:
    found = between(first + TAIL, second + TAIL, SOON)
    return {(r.name, r.via) for r in found if r.name in ("apart_in_time", "apart_in_place", "excludes")}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The night bus service began on 5 March 2031.", "At the night service's launch on 12 March 2031 it rained."),
        ("Velmar completed its purchase of Tarn on 29 January 2031.", "The takeover took effect on 1 March 2031."),
        ("Ilse Brand died on 3 April 2031.", "The death of Ilse Brand on 5 April 2031 shocked many."),
        ("The first stone of the dam was laid on 3 April 2031.", "The first stone of it was laid on 7 March 2031."),
    ],
)
def test_days_that_cannot_be_one(first: str, second: str) -> None:
    assert ("apart_in_time", "day") in relations(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The night bus service began on 5 March 2031.", "The ferry service began on 12 March 2031."),
        ("The night bus service began on 5 March 2031.", "The night bus service began in March 2031."),
        ("The night bus service began on 5 March 2031.", "The night bus service will begin on 12 July 2031."),
        ("The council voted on the budget on 5 March 2031.", "The council voted on the harbour on 6 March 2031."),
        ("Ilse Brand died on 3 April 2031.", "The death of Ada Lind on 5 April 2031 shocked many."),
    ],
)
def test_two_events_and_days_that_meet(first: str, second: str) -> None:
    assert ("apart_in_time", "day") not in relations(first, second)


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        ("The two sides signed the pact under an oak tree.", "The signing took place in the nave of the abbey.", True),
        ("The two sides signed the pact in the old chapel.", "The signing took place in the nave of the abbey.", False),
        ("The two sides signed the pact in the hall.", "The signing took place in the hotel.", False),
        ("The two sides signed the pact aboard a ferry.", "The signing took place in the hotel.", True),
    ],
)
def test_places(first: str, second: str, apart: bool) -> None:
    assert (("apart_in_place", "place") in relations(first, second)) is apart


def test_lengths() -> None:
    first = "Protesters held up work on 4 April 2031, delaying the start by four hours."
    second = "The disruption on 4 April 2031 lasted barely 40 minutes."
    assert ("apart_in_time", "length") in relations(first, second)


def test_presence() -> None:
    opened = "Ilse Brand opened the Tarn bridge on 4 April 2031."
    assert ("excludes", "presence") in relations(opened, "Ilse Brand missed the opening of the Tarn bridge.")
    assert ("excludes", "presence") not in relations(opened, "Ada Lind missed the opening of the Tarn bridge.")


def test_articles_of_two_stories() -> None:
    first, second = "The strike began on 5 March 2031.", "The strike began on 12 March 2031."
    assert not [r for r in between(first, second, SOON) if r.name == "apart_in_time"]
