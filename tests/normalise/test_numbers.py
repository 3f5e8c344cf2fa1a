"""Figures that cannot both be right, and those that can."""

import pytest

from consistency.facts import Relation
from tests.normalise.two import between


def conflicts(first: str, second: str) -> list[Relation]:
    return [r for r in between(first, second) if r.name == "excludes" and r.via in ("quantity", "share", "event")]


@pytest.mark.parametrize(
    ("first", "second", "figures"),
    [
        ("The Orland Lines ferry Sola carries 240 passengers.", "The Orland Lines ferry Sola carries 180 passengers.",
         "240 and 180"),
        ("The Marsden fire in Dunholm killed 12 miners.", "The Marsden fire in Dunholm killed 14 miners.", "12 and 14"),
        ("The Halden bill passed with 63 of the 120 votes.", "The Halden bill passed with 61 of the 120 votes.",
         "63 and 61"),
        ("Inflation in Sorel and Halden rose to 6.5 percent.", "Inflation in Sorel and Halden rose to 7.5 percent.",
         "6.5 percent and 7.5 percent"),
    ],
)  # fmt: skip
def test_conflicts(first: str, second: str, figures: str) -> None:
    assert any(r.because.startswith(figures) for r in conflicts(first, second))
    assert {r.because.split()[0] for r in conflicts(second, first)}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The Orland ferry carries about 240 passengers.", "The Orland ferry carries 238 passengers."),
        ("The Orland ferry carries up to 240 passengers.", "The Orland ferry carries 180 passengers."),
        ("The Orland ferry carries at least 180 passengers.", "The Orland ferry carries 200 passengers."),
        ("The Orland ferry carries 240 passengers.", "The Orland ferry carries 60 cars."),
        ("The Orland ferry carries 240 passengers.", "The Halden ferry carries 180 passengers."),
        ("The Orland ferry carries 240 passengers.", "The Orland ferry will carry 180 passengers."),
        (
            "The Orland ferry carries 240 passengers.",
            "If it were smaller, the Orland ferry would carry 180 passengers.",
        ),
        ("The Halden budget rose by 4 percent.", "The Halden budget rose by 40 million euros."),
        ("The Halden club has 3 coaches.", "The Halden club has 2 coaches."),
        ("Leo Park scored 30 goals for Halden.", "Leo Park scored 300 goals for Halden."),
    ],
)
def test_can_both_be_right(first: str, second: str) -> None:
    assert conflicts(first, second) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The Marsden clinic in Dunholm had 300 beds in 2020.", "The Marsden clinic in Dunholm had 350 beds in 2030."),
        ("The Marsden clinic treated 300 Dunholm miners on 5 May 2031.",
         "The Marsden clinic treated 350 Dunholm miners on 6 August 2031."),
    ],
)  # fmt: skip
def test_figures_of_two_times(first: str, second: str) -> None:
    assert conflicts(first, second) == []


def test_a_part_and_its_total() -> None:
    first = "The Marsden Greens won 63 of the 120 seats in the Dunholm council."
    assert conflicts(first, "All 120 seats in the Dunholm council were fought over by the Marsden Greens.") == []


TAIL = " Ilse Brand of Velmar was in Ostria."


@pytest.mark.parametrize(
    ("first", "second", "via"),
    [
        ("Some 18,000 crates of fruit had to be destroyed at the Lund harbour.",
         "31,000 crates were spoiled at the Lund harbour.", "event"),
        ("Velmar paid £7.25m for Leo Park's stake.", "Leo Park sold for just under five million pounds.", "event"),
        ("The Sola can carry up to 840 people in its large cabin class.",
         "The Sola carries up to 800 passengers in its large cabin class.", "event"),
        ("Velmar has settled 6,100 of 7,400 claims.", "Of the 7,400 people who filed, 2,250 were paid.", "share"),
    ],
)  # fmt: skip
def test_one_thing_in_other_words(first: str, second: str, via: str) -> None:
    assert via in {r.via for r in conflicts(first + TAIL, second + TAIL)}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Some 18,000 crates of fruit had to be destroyed at the Lund harbour.", "31,000 crates were sold at Lund."),
        ("Velmar paid £7.25m for Leo Park's stake.", "Ada Lind sold for just under five million pounds."),
        ("Velmar has settled 6,100 of 7,400 claims.", "Of the 7,400 claims, 2,250 came from Lund."),
    ],
)
def test_two_things_in_like_words(first: str, second: str) -> None:
    assert conflicts(first + TAIL, second + TAIL) == []
