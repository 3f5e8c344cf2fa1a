"""Relations: what one article reports of what another foretold, and what does not depend on order."""

import random

import pytest

from consistency.article import Interval
from consistency.normalise.places import places
from consistency.normalise.relate import relations
from tests.normalise.two import LATER, both, names
from tests.reading import DAY, KNOWLEDGE


@pytest.mark.parametrize(
    ("first", "second", "fulfilled"),
    [
        ("Ida Holm promised to reopen the Dunholm library in Sorel.", "The Dunholm library in Sorel reopened.", True),
        ("The Dunholm library in Sorel will reopen.", "The Dunholm library in Sorel has reopened.", True),
        ("Ida Holm promised to reopen the Dunholm library in Sorel.", "The Dunholm library in Sorel closed.", False),
        ("Ida Holm promised to reopen the Dunholm library in Sorel.", "Rita Sorel said the Dunholm library reopened.",
         False),
        ("Ida Holm vowed to reopen the Dunholm library in Sorel.", "The Dunholm library in Sorel may reopen.", False),
    ],
)  # fmt: skip
def test_fulfils(first: str, second: str, fulfilled: bool) -> None:
    assert ("fulfils" in names(second, first, DAY)) is fulfilled


def test_the_order_of_the_facts_does_not_matter() -> None:
    left, right = both(
        'Anna Pike said 240 miners of Dunholm would strike. "We will never sell the harbour," Anna Pike said.',
        'The 180 miners of Dunholm did not strike. "We will not sell the harbour," Anna Pike said.',
    )
    published = {"a": Interval.day(DAY), "b": Interval.day(LATER)}
    facts = [*left, *right]
    found = relations(facts, KNOWLEDGE, places(), published)
    assert found
    for seed in range(5):
        random.Random(seed).shuffle(facts)
        assert relations(facts, KNOWLEDGE, places(), published) == found


def test_symmetric_relations_are_given_both_ways() -> None:
    left, right = both("The Dunholm trial of Leo Park has begun.", "The Dunholm trial of Leo Park has not begun.")
    found = relations([*left, *right], KNOWLEDGE, places(), {})
    turned = {r._replace(left=r.right, right=r.left) for r in found if r.name in ("excludes", "same_event")}
    assert turned == {r for r in found if r.name in ("excludes", "same_event")}


def test_one_stretch_of_text_is_not_set_against_itself() -> None:
    left, _ = both("Leo Park said the Dunholm trial had begun and had not begun.", "")
    assert [r for r in relations(left, KNOWLEDGE, places(), {}) if r.name == "excludes"] == []
