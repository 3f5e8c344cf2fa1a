"""What rules compile to: patterns in an order in which each is tied, with the meaning of the conditions unchanged."""

from itertools import permutations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis.strategies import randoms

from consistency.engine import reference
from consistency.rulelang import conditions as grammar
from consistency.rulelang.compile import compile_rule
from consistency.rulelang.conditions import Comparison, Literal, Presence, Relating
from consistency.rulelang.ir import Ref, flat
from consistency.rulelang.values import from_text, typed
from tests.engine.engine_cases import facts, file, parts, rule, rules

P, O, R = {"kind": "promise"}, {"kind": "outcome"}, {"kind": "relation"}  # noqa: E741
TWO = {"a": P, "b": O}

MISTAKES = [
    ({"facts": TWO}, "'b' is not tied to 'a': relate them, or let a field of one equal a field of the other"),
    ({"facts": TWO, "where": ["a.own = b.own"]}, "'b' is not tied to 'a'"),
    ({"facts": TWO, "where": ["a.certainty = b.certainty"]}, "'b' is not tied to 'a'"),
    ({"facts": TWO, "where": ["a.low = b.low + 1"]}, "'b' is not tied to 'a'"),
    ({"facts": {"a": P}, "unless": {"n": O}}, "'n' is not tied to 'a'"),
    ({"facts": {"a": P}, "unless": {"n": O, "m": O}, "where": ["n fulfils a", "m fulfils a", "n.low = m.low"]},
     "two facts under 'unless' cannot be tied to each other"),
    ({"facts": {"a": P}, "unless": {"n": O, "m": O}, "where": ["n fulfils a", "m fulfils n"]},
     "two facts under 'unless' cannot be tied to each other"),
    ({"facts": TWO, "where": ["a excludes b", "a.low > b.high * 2", "b.low > a.high * 2"]},
     "a product of 'b' cannot be compared here, as 'b' is not bound before 'a'"),
    ({"facts": {"a": P}, "unless": {"n": O}, "where": ["n fulfils a", "a.low > n.low * 2"]},
     "a product of 'n' cannot be compared here, as 'n' is not bound before 'a'"),
    ({"facts": {"a": P, "l": R}, "where": ["l.left = a.fact", "a excludes l"]},
     "a relation is between facts, not between relations"),
    ({"facts": {"a": {"kind": ["promise", "relation"]}}}, "a relation cannot be an alternative to a fact"),
    ({"facts": {f"a{i}": P for i in range(7)}, "where": [f"a{i} excludes a{i + 1}" for i in range(6)]},
     "more than 12 facts and relations in one rule"),
    ({"facts": {"a": {"kind": "promise", "holder": [f"h{i}" for i in range(41)]}}},
     "the lists of values stand for more than 40 alternatives"),
    ({"facts": {"a": P}, "where": [f"a.low > {i}" for i in range(21)]}, "more than 20 conditions on one fact"),
    ({"facts": {"a": P}, "where": ["a.low > 9999999999999999999"]}, "'low' is compared with too large a number"),
    ({"facts": {"a": P}, "where": ["a.low > a.high * 0"]}, "multiply by an integer from 1 to 1000"),
    ({"facts": {"a": P}, "where": ["a.low > a.low + 1"]}, "'a.low' is compared with itself"),
    ({"facts": {"a": P}, "where": ["a.low > a.high + 1 day"]}, "days can be added to dates only"),
    ({"facts": {"a": P}, "where": ["a.low > a.high * b"]}, "'b' is not an integer"),
    ({"facts": {"a": P}, "where": ["a.low > " + "9" * 600]}, "a condition of more than 500 characters"),
    ({"facts": {"a": P}, "where": ["a.deadline = '2031-01-01'"]}, "'deadline' is a date, not the string '2031-01-01'"),
    ({"facts": {"a": P}, "where": ["a.topic = topic.x"]}, "unknown alias 'topic'"),
    ({"facts": {"a": P}, "where": ["a.topic = 'x"]}, 'cannot read "\'x"'),
]  # fmt: skip


@pytest.mark.parametrize(("written", "message"), MISTAKES)
def test_mistakes(written, message):
    query, mistakes = compile_rule(file(**written))
    assert query is None
    assert [m.message[: len(message)] for m in mistakes] == [message]


LOCAL = [
    (True, {"facts": {"a": P}}),
    (True, {"facts": TWO, "where": ["a excludes b"]}),
    (True, {"facts": TWO, "where": ["a.matter = b.matter"]}),
    (True, {"facts": {**TWO, "c": O}, "where": ["a excludes b", "c fulfils b"]}),
    (True, {"facts": {"a": P, "l": R, "b": O}, "where": ["l.left = a.fact", "b.fact = l.right"]}),
    (True, {"facts": {"a": P}, "unless": {"n": O}, "where": ["n fulfils a"]}),
    (False, {"facts": TWO, "where": ["a.holder = b.holder"]}),
    (False, {"facts": {**TWO, "c": O}, "where": ["a excludes b", "c.holder = b.holder"]}),
    (False, {"facts": {"a": P}, "unless": {"n": O}, "where": ["n.holder = a.holder"]}),
]


@pytest.mark.parametrize(("local", "written"), LOCAL)
def test_whether_all_facts_of_a_match_share_a_matter(local, written):
    assert rule(**written).query.local is local


def test_every_pattern_is_tied_to_an_earlier_one():
    written = {"facts": {"a": P, "b": O, "c": P}, "where": ["c excludes b", "b.topic = a.topic"]}
    patterns = rule(**written).query.patterns
    assert [p.alias for p in patterns] == ["a", "b", "c excludes b", "c"]
    for i, p in enumerate(patterns[1:], 1):
        before = {q.alias for q in patterns[:i]}
        assert any(isinstance(c.value, Ref) and c.op == "eq" and c.value.alias in before for c in p.where)


def test_the_order_of_the_lines_does_not_matter():
    where = ["a excludes b as link", "link.strength > 50", "b.low > a.high * 2 + 1", "a.topic = b.topic"]
    rows = [r | ({"topic": "t"} if r["kind"] != "relation" else {}) for r in facts(Random(3))]
    found = [reference.run([rule(facts=TWO, where=order).query], rows).numbers for order in permutations(where)]
    assert all(f == found[0] for f in found)


def holds(condition, bound, rows):
    """A condition's plain sense, straight from its text."""
    if isinstance(condition, Relating):
        ends = {"left": bound[condition.left]["fact"], "right": bound[condition.right]["fact"]}
        link = bound[condition.name]
        return link["relation"] == condition.relation and all(link[k] == v for k, v in ends.items())
    left = bound[condition.left.alias].get(condition.left.field)
    if isinstance(condition, Presence):
        return (left is not None) == condition.present
    if isinstance(condition.value, Literal):
        right = from_text(condition.left.field, condition.value.text, condition.value.quoted)
    else:
        right = bound[condition.value.right.alias].get(condition.value.right.field)
        if right is not None and (condition.value.times, condition.value.plus) != (1, 0):
            right = right * condition.value.times + condition.value.plus
    return left is not None and right is not None and reference._COMPARE[condition.op](left, right)


def bindings(aliases, conditions, rows, bound):
    """All ways to bind the aliases to different rows in which the conditions hold, tried one by one."""
    if not aliases:
        if all(holds(c, bound, rows) for c in conditions):
            yield bound
        return
    (name, fixed), *rest = aliases.items()
    for row in rows:
        listed = {k: v if isinstance(v, list) else [v] for k, v in fixed.items()}
        if row not in bound.values() and all(row.get(k) in [typed(k, v) for v in vs] for k, vs in listed.items()):
            yield from bindings(dict(rest), conditions, rows, {**bound, name: row})


def plainly(written, rows):
    """What a rule finds, from its text alone and with no order of patterns: the facts of its own aliases."""
    parsed = [grammar.parse(text) for text in written.where]
    links = {c.name: {"kind": "relation", "relation": c.relation} for c in parsed if isinstance(c, Relating)}

    def named(c):
        if isinstance(c, Relating):
            return {c.left, c.right, c.name}
        right = {c.value.right.alias} if isinstance(c, Comparison) and not isinstance(c.value, Literal) else set()
        return {c.left.alias} | right

    group = {
        n: [n, *(c.name for c in parsed if isinstance(c, Relating) and n in (c.left, c.right))] for n in written.unless
    }
    out = {n for g in group.values() for n in g}
    ones = written.facts | {n: f for n, f in links.items() if n not in out}
    inner = [c for c in parsed if not named(c) & out]
    read = [r for c in parsed if isinstance(c, Comparison) for r in (c.left, getattr(c.value, "right", c.left))]
    inner += [Presence(r, True) for r in read if r.alias in ones]
    for bound in bindings(ones, inner, rows, {}):
        for members in group.values():
            others = {n: written.unless.get(n) or links[n] for n in members}
            if any(bindings(others, [c for c in parsed if named(c) & set(members)], rows, bound)):
                break
        else:
            yield tuple(bound[a]["fact"] for a in written.facts)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(randoms(use_true_random=True))
def test_compiling_keeps_the_meaning(random):
    rows = facts(random, most=7)[:11]
    for _ in range(5):
        written = file(**parts(random))
        query, _ = compile_rule(written)
        if query and len(list(query.every())) <= 5:
            found = reference.run([query], rows).numbers[0]
            at = [query.aliases().index(a) for a in written.facts]
            assert sorted({tuple(m[i] for i in at) for m in found}) == sorted(set(plainly(written, rows)))


@settings(max_examples=40, deadline=None, derandomize=True)
@given(randoms(use_true_random=True))
def test_a_query_is_its_flat_alternatives(random):
    rows = facts(random)
    for r in rules(random):
        whole = reference.run([r.query], rows).numbers[0]
        assert sorted({n for f in reference.run(flat(r.query), rows).numbers for n in f}) == whole
