"""What rules mean, case by case, on every engine."""

import pytest

from consistency.engine import ENGINES, durable, match
from tests.engine.engine_cases import rule

ENGINE_NAMES = [
    pytest.param(n, marks=pytest.mark.skipif(n == "durable" and not durable.available(), reason="no durable-rules"))
    for n in ENGINES
]

P = {"kind": "promise"}
O = {"kind": "outcome"}  # noqa: E741


def fact(number, kind="promise", matter=1, **fields):
    return {"fact": number, "matter": matter, "kind": kind, **fields}


def link(number, name, left, right, matter=1, **fields):
    return fact(number, "relation", matter, relation=name, left=left, right=right, **fields)


CASES = {
    "one fact": (
        {"facts": {"a": {"kind": "promise", "own": True}}},
        [fact(1, own=True), fact(2, own=False), fact(3), fact(4, "outcome", own=True)],
        [{"a": 1}],
    ),
    "a list of values is an alternative": (
        {"facts": {"a": {"kind": ["promise", "outcome"], "certainty": ["certain", "probable"]}}},
        [fact(1, certainty="certain"), fact(2, "outcome", certainty="probable"), fact(3, certainty="possible")],
        [{"a": 1}, {"a": 2}],
    ),
    "a relation ties, in its direction, and can be named": (
        {"facts": {"a": P, "b": O}, "where": ["a excludes b as link", "link.strength >= 60"]},
        [fact(1), fact(2, "outcome"), fact(3, "outcome"), fact(4, "outcome"),
         link(5, "excludes", 1, 2, strength=60), link(6, "excludes", 1, 3, strength=59),
         link(7, "excludes", 4, 1, strength=99), link(8, "fulfils", 1, 4, strength=99)],
        [{"a": 1, "b": 2, "link": 5}],
    ),
    "a field that is named must be there": (
        {"facts": {"a": P, "b": P}, "where": ["a.topic = b.topic", "a.holder != b.holder", "a.fact < b.fact"]},
        [fact(1, topic="t", holder="x"), fact(2, topic="t"), fact(3, topic="t", holder="y"), fact(4, holder="y")],
        [{"a": 1, "b": 3}],
    ),
    "two aliases never bind one fact": (
        {"facts": {"a": P, "b": P}, "where": ["a.topic = b.topic"]},
        [fact(1, topic="t"), fact(2, topic="u")],
        [],
    ),
    "days are added to dates": (
        {"facts": {"a": P, "b": O}, "where": ["a.topic = b.topic", "b.said_from > a.deadline + 30 days"]},
        [fact(1, topic="t", deadline=100), fact(2, "outcome", topic="t", said_from=130),
         fact(3, "outcome", topic="t", said_from=131)],
        [{"a": 1, "b": 3}],
    ),
    "a product, on whichever side": (
        {"facts": {"a": P, "b": P}, "where": ["a.topic = b.topic", "b.low > a.high * 2 + 1"]},
        [fact(1, topic="t", low=1, high=5), fact(2, topic="t", low=12, high=9), fact(3, topic="t", low=11, high=9)],
        [{"a": 1, "b": 2}],
    ),
    "a sum of the same fact": (
        {"facts": {"a": P}, "where": ["a.said_to > a.said_from + 7 days"]},
        [fact(1, said_from=1, said_to=8), fact(2, said_from=1, said_to=9)],
        [{"a": 2}],
    ),
    "absent": (
        {"facts": {"a": P}, "where": ["a.deadline is absent", "a.topic is present"]},
        [fact(1, topic="t"), fact(2, topic="t", deadline=3), fact(3)],
        [{"a": 1}],
    ),
    "a literal that no fact has differs from all": (
        {"facts": {"a": P}, "where": ["a.topic != nothing", "a.holder != 'x'"]},
        [fact(1, topic="t", holder="y"), fact(2, holder="y"), fact(3, topic="t", holder="x")],
        [{"a": 1}],
    ),
    "unless there is such a fact": (
        {"facts": {"a": P}, "unless": {"n": O}, "where": ["n fulfils a", "n.said_to <= a.deadline"]},
        [fact(1, deadline=5), fact(2, deadline=5), fact(3), fact(4, "outcome", said_to=5),
         fact(6, "outcome", said_to=6), link(7, "fulfils", 4, 1), link(8, "fulfils", 6, 2)],
        [{"a": 2}],
    ),
    "unless it is one that is bound": (
        {"facts": {"a": P, "b": P}, "unless": {"n": P}, "where": ["a.topic = b.topic", "n.topic = a.topic"]},
        [fact(1, topic="t"), fact(2, topic="t"), fact(3, topic="u"), fact(4, topic="u"), fact(5, topic="u")],
        [{"a": 1, "b": 2}, {"a": 2, "b": 1}],
    ),
    "unless in another matter": (
        {"facts": {"a": P}, "unless": {"n": O}, "where": ["n.holder = a.holder"]},
        [fact(1, holder="x", matter=1), fact(2, holder="y", matter=2), fact(3, "outcome", holder="x", matter=3)],
        [{"a": 2}],
    ),
    "any of two": (
        {"facts": {"a": P}, "unless": {"n": O, "m": O}, "where": ["n fulfils a", "m advances a"]},
        [fact(1), fact(2), fact(3), fact(4, "outcome"), link(5, "fulfils", 4, 1), link(6, "advances", 4, 2)],
        [{"a": 3}],
    ),
    "large numbers": (
        {"facts": {"a": P, "b": P}, "where": ["a.topic = b.topic", "a.low > b.low * 900"]},
        [fact(1, topic="t", low=10**18), fact(2, topic="t", low=10**15), fact(3, topic="t", low=10**16)],
        [{"a": 1, "b": 2}],
    ),
}


@pytest.mark.parametrize("engine", ENGINE_NAMES)
@pytest.mark.parametrize("name", CASES)
def test_meaning(name, engine):
    parts, rows, expected = CASES[name]
    aliases = (*parts["facts"], "link")
    found = match([rule("r", **parts)], rows, engine).found
    assert [{k: v for k, v in m.numbers.items() if k in aliases} for m in found] == expected


@pytest.mark.parametrize("engine", ENGINE_NAMES)
def test_nothing_to_match(engine):
    some = rule("r", facts={"a": P})
    assert match([some], [], engine).found == []
    assert match([], [fact(1)], engine).found == []
    assert match([some], [fact(1, "outcome")], engine).found == []


@pytest.mark.parametrize("engine", ENGINE_NAMES)
def test_order_of_rules_and_facts_does_not_matter(engine):
    rules = [rule("b", facts={"a": P}), rule("a", facts={"a": P, "b": P}, where=["a.topic = b.topic"])]
    rows = [fact(n, topic="t", matter=n % 3) for n in range(6)]
    there = match(rules, rows, engine)
    assert there.found == match(rules[::-1], rows[::-1], engine).found
    assert [m.rule_id for m in there.found] == ["a"] * 30 + ["b"] * 6


def test_the_relation_that_has_no_name_is_among_the_numbers():
    rows = [fact(1), fact(2, "outcome"), link(5, "excludes", 1, 2)]
    found = match([rule("r", facts={"a": P, "b": O}, where=["a excludes b"])], rows).found
    assert found[0].numbers == {"a": 1, "a excludes b": 5, "b": 2}
