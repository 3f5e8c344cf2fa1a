"""Figures that were promised or foretold, against later reports of the same measure."""

from __future__ import annotations

from datetime import date

import pytest

from consistency.article import Interval
from consistency.facts import Relation
from consistency.normalise.places import places
from consistency.normalise.relate import relations
from consistency.normalise.targets import target_words
from tests.normalise.two import LATER, both
from tests.reading import DAY, KNOWLEDGE


def between(first: str, second: str, later: date = LATER) -> list[Relation]:
    left, right = both(first, second, later)
    published = {"a": Interval.day(DAY), "b": Interval.day(later)}
    found = relations([*left, *right], KNOWLEDGE._replace(targets=target_words()), places(), published)
    return [r for r in found if r.via == "target" and r.left.startswith("a#")]


HOMES = "Housing minister Ines Okafor promised to build 400 homes in Selby Cove by July 1."
COST = "Marta Lindqvist, the head of Bluewater Lines, promised that the Lindow bridge would cost 60 million euros."
LIMIT = "Rector Tomasz Wren vowed that the rent of the Corvin hostel would not go above 300 euros."
DEBT = "Jon Adair, the finance minister, predicted that inflation in Ostria would stay below 4 percent."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (HOMES, "The ministry built 90 homes in Selby Cove."),
        (HOMES, "Only 150 homes were built in Selby Cove."),
        (HOMES, "So far 90 homes have been built in Selby Cove."),
        (COST, "The Lindow bridge cost 92 million euros."),
        (LIMIT, "The rent of the Corvin hostel rose to 420 euros in August."),
        (DEBT, "Inflation in Ostria was 6.5 percent in July."),
    ],
)
def test_missed(first: str, second: str) -> None:
    assert between(first, second) != []


@pytest.mark.parametrize(
    ("first", "second", "later"),
    [
        (HOMES, "The ministry built 410 homes in Selby Cove.", LATER),
        (HOMES, "The ministry built 390 homes in Selby Cove.", LATER),
        (HOMES, "The ministry built 90 homes in Selby Cove.", date(2031, 6, 1)),
        (HOMES, "The ministry built 90 homes in Marsden.", LATER),
        (HOMES, "Some 90 oaks were felled in Selby Cove.", LATER),
        (COST, "The Lindow bridge cost 61 million euros.", LATER),
        (COST, "The Halden tunnel cost 92 million euros.", LATER),
        (LIMIT, "The rent of the Corvin hostel is 280 euros.", LATER),
        (DEBT, "Unemployment in Ostria was 6.5 percent in July.", LATER),
        (DEBT, "Inflation in Ostria could be 6.5 percent in July.", LATER),
    ],
)
def test_met_or_another(first: str, second: str, later: date) -> None:
    assert between(first, second, later) == []


FORECASTS = date(2032, 8, 20)
TURNOUT = "Turnout in the Halden election will be above 70 percent, the pollster Leo Park said."
RATES = "The economist Nora Quill said interest rates in Ostria would have to reach 9 percent before inflation fell."
JOBS = "Unemployment in Ostria would peak at about 6 percent in the autumn, the governor, Ilse Brand, told reporters."
SCOOTERS = "Ada Lind, an analyst at Corvex, expects Velmar to sell 400,000 scooters this year."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (TURNOUT, "Turnout in the Halden election was 58 percent, the lowest in decades."),
        (RATES, "Interest rates in Ostria topped out at 6.5 percent in May and have since come down."),
        (JOBS, "Unemployment in Ostria stood at 9.8 percent in June."),
        (SCOOTERS, "Velmar sold 210,000 scooters last year, the company said."),
    ],
)
def test_foretold_figures(first: str, second: str) -> None:
    assert between(first, second, FORECASTS) != []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (TURNOUT, "Turnout in the Lund election was 58 percent, the lowest in decades."),
        (TURNOUT, "Turnout in the Halden election was 73 percent."),
        (RATES, "Mortgage rates in Ostria topped out at 6.5 percent in May."),
        (RATES, "Interest rates in Ostria rose to 6.5 percent in May."),
        (JOBS, "Youth unemployment in Ostria stood at 19.8 percent in June."),
        (JOBS, "Unemployment in Halden stood at 9.8 percent in June."),
        (SCOOTERS, "Velmar sold 410,000 scooters last year, the company said."),
        (SCOOTERS, "Velmar might sell 210,000 scooters, the company said."),
    ],
)
def test_foretold_figures_that_hold(first: str, second: str) -> None:
    assert between(first, second, FORECASTS) == []
