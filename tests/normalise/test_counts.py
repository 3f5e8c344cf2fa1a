"""Figures of two sources for one number."""

from datetime import date

import pytest

from consistency.article import Interval
from consistency.normalise.places import places
from consistency.normalise.relate import relations
from tests.normalise.two import between
from tests.reading import DAY, KNOWLEDGE, facts


def inside(text: str) -> set[str]:
    """By what means figures of one article exclude each other."""
    found = relations(facts(text, name="a"), KNOWLEDGE, places(), {"a": Interval.day(DAY)})
    return {r.via for r in found if r.name == "excludes"}


@pytest.mark.parametrize(
    "text",
    [
        "Police say 400 people have taken part; organisers claim 9,000.",
        "Velmar Glass said that 2,300 posts had gone in all. The union has arrived at 3,950.",
        "The club said it had sold Leo Park for a fee of £400,000. His agent put the figure at £650,000.",
        "The union put turnout at 96 percent. The council's own count, it said, amounted to 56 percent.",
    ],
)
def test_side_by_side(text: str) -> None:
    assert "counts" in inside(text)


@pytest.mark.parametrize(
    "text",
    [
        "Police say about 400 people have taken part; organisers put the number at 410.",
        "The club sold Leo Park for a fee of £400,000. It has 120 members.",
        "The club sold Leo Park for a fee of £400,000. It put the number of members at 120.",
        "Police say 400 people have taken part. Nobody claimed responsibility.",
        "The council put the cost at $4 million and the length at 40 miles.",
    ],
)
def test_nothing_side_by_side(text: str) -> None:
    assert "counts" not in inside(text)


def test_an_estimate_in_another_article() -> None:
    tail = " Ilse Brand of Velmar Oil was at Lake Tarn."
    leak, day = "Velmar Oil said that 900 barrels had leaked." + tail, date(2031, 5, 21)
    assert "counts" in {r.via for r in between(leak, "Scientists have arrived at 12,000 barrels." + tail, day)}
    assert "counts" not in {r.via for r in between(leak, "Scientists have arrived at 890 to 950 barrels." + tail, day)}
