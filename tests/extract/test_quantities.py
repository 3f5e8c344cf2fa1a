"""Quantities: figures with their bounds, unit, what they count and what they are a part of."""

import pytest

from consistency.facts import Quantity
from tests.reading import facts


def quantities(text: str) -> list[Quantity]:
    made = [f.proposition.quantity for f in facts(text, ["quantity"])]
    assert all(q and q.span.of(text) for q in made)
    return [q for q in made if q]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The flood damaged 400 homes.", 400, 400),
        ("The flood damaged about 400 homes.", 360, 440),
        ("The flood damaged some 40 homes.", 36, 44),
        ("The flood damaged nearly 1,200 homes.", 1080, 1200),
        ("The flood damaged at least 40 homes.", 40, 60),
        ("The flood damaged up to 40 homes.", 0, 40),
        ("The flood damaged at most 40 homes.", 0, 40),
        ("The flood damaged more than 40 homes.", 40, 52),
        ("The flood damaged over 40 homes.", 40, 52),
        ("The flood damaged fewer than 40 homes.", 0, 40),
        ("The flood damaged twenty-five homes.", 25, 25),
        ("The flood damaged three dozen homes.", 36, 36),
        ("The flood damaged 1.5 million homes.", 1.5e6, 1.5e6),
        ("The flood damaged two hundred homes.", 200, 200),
    ],
)
def test_bounds(text: str, low: float, high: float) -> None:
    (found,) = quantities(text)
    assert (found.low, found.high, found.unit, found.of) == (pytest.approx(low), pytest.approx(high), "", "home")


@pytest.mark.parametrize(
    ("text", "value", "unit", "of", "shown"),
    [
        ("Inflation climbed to 6.5 percent.", 6.5, "percent", "inflation", "6.5 percent"),
        ("Turnout was 58%.", 58, "percent", "turnout", "58%"),
        ("The rate fell by 0.25 percentage points.", 0.25, "percentage_point", "rate", "0.25 percentage points"),
        ("The stadium cost $1.2 billion.", 1.2e9, "dollar", "stadium", "$1.2 billion"),
        ("The club paid €66m for the striker.", 66e6, "euro", "price", "€66m"),
        ("The bridge carries £4.5m of debt.", 4.5e6, "pound", "debt", "£4.5m"),
        ("The museum has 2,300 paintings.", 2300, "", "painting", "2,300"),
    ],
)
def test_units(text: str, value: float, unit: str, of: str, shown: str) -> None:
    (found,) = quantities(text)
    assert (found.low, found.high) == (value, value)
    assert (found.unit, found.of, found.span.of(text)) == (unit, of, shown)


def test_a_part_and_its_total() -> None:
    first = quantities("The Greens won 63 of the 120 seats.")[0]
    assert (first.low, first.of, first.total) == (63, "seat", 120)


def test_several_figures_in_one_clause() -> None:
    found = quantities("The ferry carries 240 passengers and 60 cars.")
    assert [(q.low, q.of) for q in found] == [(240, "passenger"), (60, "car")]


@pytest.mark.parametrize(
    "text",
    [
        "The match began at 7 p.m. on 12 May 2031.",
        "The trial lasted 14 days.",
        "The museum burned in 2019.",
        "The museum burned on May 12.",
        "The patient was 45 years old.",
        "The orchestra toured Spain.",
    ],
)
def test_times_are_no_quantities(text: str) -> None:
    assert quantities(text) == []


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        pytest.param(
            "The stadium cost 85 million euros.",
            85e6,
            "euro",
            marks=pytest.mark.xfail(strict=True, reason="an adverb of measure is taken for a date"),
        ),
        ("The road is 12 km long.", 12, "kilometre"),
        ("The tower is 120 metres tall.", 120, "metre"),
    ],
)
def test_measures_as_adverbs(text: str, value: float, unit: str) -> None:
    assert [(q.low, q.unit) for q in quantities(text)] == [(value, unit)]


def test_a_range() -> None:
    assert [(q.low, q.high) for q in quantities("Between 30 and 40 trees were felled.")] == [(30, 40)]


@pytest.mark.parametrize("text", ["The Greens won 63 of the 120 seats.", "The ward has 61 beds out of 90."])
def test_a_total_is_no_figure_of_its_own(text: str) -> None:
    assert len(quantities(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Room 204 was locked.",
        pytest.param("The No. 8 tram was late.", marks=pytest.mark.xfail(strict=True, reason="'No.' ends a sentence")),
    ],
)
def test_numbers_that_are_names(text: str) -> None:
    assert quantities(text) == []


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "of"),
    [
        ("The town sold the hall for a fee of £400,000.", 4e5, 4e5, "pound", "fee"),
        ("The agent put the figure at £650,000.", 6.5e5, 6.5e5, "pound", "figure"),
        ("The union put turnout at 96 percent.", 96, 96, "percent", "turnout"),
        ("Velmar paid $3 million for the mill.", 3e6, 3e6, "dollar", "price"),
        ("He sold the mill for just under five million pounds.", 3.5e6, 5e6, "pound", "price"),
        ("Scientists counted 11,000 to 13,000 barrels.", 11000, 13000, "", "barrel"),
        ("Scientists counted between 40 and 60 barrels.", 40, 60, "", "barrel"),
        ("The union has arrived at 3,950.", 3950, 3950, "", ""),
    ],
)
def test_what_a_figure_measures(text: str, low: float, high: float, unit: str, of: str) -> None:
    (found,) = quantities(text)
    assert (found.low, found.high) == (pytest.approx(low), pytest.approx(high))
    assert (found.unit, found.of) == (unit, of)


def test_a_total_that_comes_first() -> None:
    assert 7400 in {q.total for q in quantities("Of the 7,400 people who filed, 2,250 have been paid.")}
