"""What is asserted again and again stands behind a few of its kind, and only where the corpus is crowded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from consistency.article import Interval
from consistency.facts import Fact
from consistency.normalise.repeats import CROWD, LEAST, Repeats, assertion, repeats
from tests.reading import facts

DAY = date(2031, 3, 1)
OPEN, SHUT = (facts(text)[0] for text in ("The tram to Sorel is open.", "The tram to Sorel is not open."))


def told(fact: Fact, many: int, first: int = 0) -> list[Fact]:
    """The fact in so many articles, a day after another."""
    said = [Interval.day(DAY + timedelta(n)) for n in range(first, first + many)]
    return [replace(fact, id=f"{fact.proposition.positive}{n}", article=f"{n}", said=s) for n, s in enumerate(said)]


def everything(made: Repeats) -> set[str]:
    return {*made.kept, *(i for others in made.behind.values() for i in others)}


def test_two_facts_are_one_assertion_whatever_the_article() -> None:
    a, b = told(OPEN, 2)
    assert assertion(a) == assertion(b)
    assert assertion(a) != assertion(SHUT)
    assert assertion(a) != assertion(replace(a, deadline=DAY))


def test_where_there_is_room_all_are_compared() -> None:
    made = repeats([*told(OPEN, CROWD - 1), *told(SHUT, 1)])
    assert len(made.kept) == CROWD
    assert made.behind == {}


def test_in_a_crowd_the_first_and_the_last_are_and_the_others_stand_behind_them() -> None:
    often, rarely = told(OPEN, 3 * CROWD), told(SHUT, 3)
    made = repeats([*often, *rarely])
    assert {often[0].id, often[-1].id} <= made.kept
    assert {rarely[0].id, rarely[-1].id} <= made.kept
    assert len(made.kept) <= CROWD + LEAST
    assert everything(made) == {f.id for f in [*often, *rarely]}


def test_those_are_compared_that_others_can_be_set_against() -> None:
    often, others = told(OPEN, 3 * CROWD), told(SHUT, 9, first=40)
    days = {f.said for f in others}
    made = repeats([*often, *others])
    assert sum(f.id in made.kept for f in often if f.said in days) >= 8


@given(st.lists(st.sampled_from([OPEN, SHUT]), max_size=500), st.randoms(use_true_random=False))
@settings(max_examples=20, deadline=None)
def test_nothing_is_lost_and_the_order_does_not_matter(given: list[Fact], chance: object) -> None:
    made = [replace(f, id=f"{n}", article=f"{n % 7}") for n, f in enumerate(given)]
    one = repeats(made)
    shuffled = list(made)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    other = repeats(shuffled)
    assert (one.kept, dict(one.behind)) == (other.kept, dict(other.behind))
    assert everything(one) == ids(made)


def ids(made: Iterable[Fact]) -> set[str]:
    return {f.id for f in made}
