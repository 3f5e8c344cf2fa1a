"""Rules as Python functions: the same rule as the file says, the same mistakes."""

from datetime import date, timedelta
from pathlib import Path
from typing import Annotated

import pytest

from consistency import rule
from consistency.errors import RuleError
from consistency.rulelang.compile import compile_rule
from consistency.rulelang.python import UNLESS, Claim, Denial, Event, Fact, Outcome, Promise
from tests.engine.engine_cases import EXAMPLES, file

GIVEN = {"category": "unmet_promise", "severity": "error", "summary": "s", "message": "m", "examples": EXAMPLES}


def made(function, **given):
    return rule(**(GIVEN | given))(function)


def test_the_same_rule_as_in_a_file():
    def promise_past_its_deadline(promise: Promise, outcome: Outcome | Event, kept: Annotated[Outcome, UNLESS]):
        """Why."""
        link = promise.excludes(outcome, named="link")
        yield link
        yield link.strength >= 60
        yield outcome.said_from > promise.deadline + timedelta(days=30)
        yield promise.holder != 'the "x" \\'
        yield promise.own == True  # noqa: E712
        yield outcome.certainty.one_of("certain", "probable")
        yield kept.fulfils(promise, named="met")
        yield outcome.low * 2 + 1 < promise.high

    got = made(promise_past_its_deadline, message="{promise.text}, {link.because}")
    assert (got.id, got.why, got.path) == (
        "promise-past-its-deadline", "Why.", Path(__file__).relative_to(Path.cwd()).as_posix(),
    )  # fmt: skip
    assert got.facts == {
        "promise": {"kind": "promise"},
        "outcome": {"kind": ["outcome", "event"], "certainty": ["certain", "probable"]},
    }
    assert got.where == (
        "promise excludes outcome as link", "link.strength >= 60", "outcome.said_from > promise.deadline + 30",
        'promise.holder != "the \\"x\\" \\\\"', "promise.own = true", "kept fulfils promise as met",
        "promise.high > outcome.low * 2 + 1",
    )  # fmt: skip


CONDITIONS = [
    (lambda a, b: a.low > b.high, "a.low > b.high"),
    (lambda a, b: a.low > b.high - 2, "a.low > b.high - 2"),
    (lambda a, b: a.low > 2 * b.high, "a.low > b.high * 2"),
    (lambda a, b: a.low > (b.high + 1) * 2, "a.low > b.high * 2 + 2"),
    (lambda a, b: b.high + 1 >= a.low, "a.low <= b.high + 1"),
    (lambda a, b: date(2031, 1, 1) < a.deadline, "a.deadline > 2031-01-01"),
    (lambda a, b: a.deadline.is_present(), "a.deadline is present"),
    (lambda a, b: a.deadline.is_absent(), "a.deadline is absent"),
    (lambda a, b: a.own != False, "a.own != false"),  # noqa: E712
    (lambda a, b: a.topic == "x", 'a.topic = "x"'),
]


@pytest.mark.parametrize(("condition", "text"), CONDITIONS)
def test_conditions(condition, text):
    def some_rule(a: Promise, b: Outcome):
        return [a.excludes(b), condition(a, b)]

    got = made(some_rule)
    assert got.where == ("a excludes b as a_excludes_b", text)
    parts = {"facts": {"a": {"kind": "promise"}, "b": {"kind": "outcome"}}, "where": list(got.where)}
    assert got.query.patterns == compile_rule(file(**parts))[0].patterns


def test_any_fact_and_several_kinds():
    def some_rule(a: Fact, b: Claim | Denial):
        return a.same_event(b), a.kind.one_of("event", "outcome")

    got = made(some_rule, id="given")
    assert got.id == "given"
    assert got.facts == {"a": {"kind": ["event", "outcome"]}, "b": {"kind": ["claim", "denial"]}}


def untied(a: Promise, b: Outcome): ...


def unknown_field(a: Promise):
    return a.deadlin.is_present()


def unknown_relation(a: Promise, b: Outcome):
    return a.exclude(b)


def joined(a: Promise):
    return a.low > 1 and a.high > 2


def chained(a: Promise):
    return 1 < a.low < 3


def not_a_fact(a: int):
    return None


def not_annotated(a):
    return None


def no_condition(a: Promise):
    return [True]


def float_number(a: Promise):
    return a.low > 1.5


def both_sides(a: Promise):
    return a.low + 1 > a.high * 2


@pytest.mark.parametrize(
    ("function", "message"),
    [
        (untied, "'b' is not tied to 'a': relate them, or let a field of one equal a field of the other"),
        (unknown_field, "unknown field 'deadlin' (did you mean 'deadline'?)"),
        (unknown_relation, "unknown relation 'exclude' (did you mean 'excludes'?)"),
        (joined, "return or yield conditions one by one: and, or, not, if and a < b < c cannot join them"),
        (chained, "return or yield conditions one by one: and, or, not, if and a < b < c cannot join them"),
        (not_a_fact, "'a' must be annotated with a kind of fact, such as Promise or Outcome | Event"),
        (not_annotated, "'a' must be annotated with a kind of fact, such as Promise or Outcome | Event"),
        (no_condition, "the function must return or yield conditions, not True"),
        (float_number, "1.5 cannot be compared with a field"),
        (both_sides, "arithmetic on one side of a comparison only, and with another fact: a.low + 1 > ..."),
    ],
)
def test_mistakes_name_the_function_s_line(function, message):
    with pytest.raises(RuleError) as raised:
        made(function)
    path = Path(__file__).relative_to(Path.cwd()).as_posix()
    assert list(map(str, raised.value.problems)) == [
        f"{path}:{function.__code__.co_firstlineno}:1: error: {message}"
    ]


def test_all_mistakes_of_the_decorator_at_once():
    def some_rule(a: Promise):
        return a.deadlin > a.said_from, a.low > a.holder

    with pytest.raises(RuleError) as raised:
        made(some_rule, message="{b.text}")
    assert [p.message for p in raised.value.problems] == [
        "unknown field 'deadlin' (did you mean 'deadline'?)",
        "'low' is an integer and 'holder' a string: they cannot be compared",
        "unknown alias 'b'",
    ]
    with pytest.raises(RuleError) as raised:
        made(some_rule, category="x", examples={"finds": []})
    assert [p.message.split(":")[0] for p in raised.value.problems] == [
        "'category' cannot be 'x'", "'finds' is empty", "'passes' is missing",
    ]  # fmt: skip
