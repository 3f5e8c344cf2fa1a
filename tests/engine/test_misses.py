"""Near misses: what a rule asks that the facts do not give, and nothing else."""

from datetime import date

import pytest

from consistency.engine.misses import misses
from consistency.rulelang.compile import compile_rule
from consistency.rulelang.fields import Row, days
from consistency.rulelang.ir import Query
from consistency.rulelang.model import RuleFile

EXAMPLE = {"name": "x", "articles": [{"text": "x"}]}
PROMISE: Row = {
    "fact": 0, "matter": 0, "kind": "promise", "article": "a", "holder": "Ida", "condition": "none",
    "deadline": days(date(2031, 5, 1)),
}  # fmt: skip
OUTCOME: Row = {
    "fact": 1, "matter": 0, "kind": "outcome", "article": "b", "narrated": True, "said_from": days(date(2031, 6, 1)),
}  # fmt: skip
LINK: Row = {
    "fact": 2, "matter": 0, "kind": "relation", "relation": "excludes", "left": 0, "right": 1, "via": "state",
    "strength": 70,
}  # fmt: skip
KEPT: Row = {"fact": 3, "matter": 0, "kind": "outcome", "article": "c", "narrated": True}
FULFILS: Row = {
    "fact": 4, "matter": 0, "kind": "relation", "relation": "fulfils", "left": 3, "right": 0, "via": "agreement",
    "strength": 70,
}  # fmt: skip


def query(**changes: object) -> Query:
    given: dict[str, object] = {
        "id": "a-rule", "category": "unmet_promise", "severity": "error", "summary": "s", "why": "w",
        "facts": {"promise": {"kind": "promise", "condition": "none"},
                  "outcome": {"kind": "outcome", "narrated": True}},
        "where": ["promise excludes outcome as link", "outcome.said_from > promise.deadline", "link.strength >= 60"],
        "message": "m", "examples": {"finds": [EXAMPLE], "passes": [EXAMPLE]},
    }  # fmt: skip
    compiled, mistakes = compile_rule(RuleFile.model_validate({**given, **changes}))
    assert compiled, mistakes
    return compiled


def said(asked: Query, rows: list[Row]) -> list[list[tuple[str, str]]]:
    return [list(map(tuple, miss.lacks)) for miss in misses(asked, rows)]


@pytest.mark.parametrize(
    ("rows", "wanted", "instead"),
    [
        ([PROMISE | {"kind": "claim"}, OUTCOME, LINK], "promise.kind = promise", "claim"),
        ([PROMISE | {"condition": "question"}, OUTCOME, LINK], "promise.condition = none", "condition is question"),
        ([PROMISE, OUTCOME | {"narrated": False}, LINK], "outcome.narrated = true", "narrated is false"),
        ([PROMISE, OUTCOME], "promise excludes outcome", "that is not found between them"),
        ([PROMISE, OUTCOME, LINK | {"strength": 50}], "link.strength >= 60", "strength is 50"),
        (
            [PROMISE | {"deadline": days(date(2031, 7, 1))}, OUTCOME, LINK],
            "outcome.said_from > promise.deadline",
            "outcome's said_from is 2031-06-01; promise's deadline is 2031-07-01",
        ),
        (
            [{k: v for k, v in PROMISE.items() if k != "deadline"}, OUTCOME, LINK],
            "outcome.said_from > promise.deadline",
            "outcome's said_from is 2031-06-01; promise's deadline is absent",
        ),
    ],
)  # fmt: skip
def test_one_thing_lacks(rows: list[Row], wanted: str, instead: str) -> None:
    assert said(query(), rows) == [[(wanted, instead)]]


def test_two_things_lack() -> None:
    rows = [PROMISE | {"condition": "question"}, OUTCOME, LINK | {"strength": 50}]
    assert said(query(), rows) == [
        [("promise.condition = none", "condition is question"), ("link.strength >= 60", "strength is 50")]
    ]


def test_something_is_there_that_must_not_be() -> None:
    asked = query(where=["promise excludes outcome", "kept fulfils promise"], unless={"kept": {"kind": "outcome"}})
    assert said(asked, [PROMISE, OUTCOME, LINK, KEPT, FULFILS]) == [[("unless kept", "there is one")]]


def test_absent_and_present() -> None:
    asked = query(where=["promise excludes outcome", "promise.deadline is absent"])
    assert said(asked, [PROMISE, OUTCOME, LINK]) == [[("promise.deadline is absent", "deadline is 2031-05-01")]]
    asked = query(where=["promise excludes outcome", "promise.venue is present"])
    assert said(asked, [PROMISE, OUTCOME, LINK]) == [[("promise.venue is present", "venue is absent")]]


def test_facts_of_two_articles_are_nearer_than_of_one() -> None:
    near = misses(query(where=["promise excludes outcome"]), [PROMISE, OUTCOME | {"fact": 5, "article": "a"}, OUTCOME])
    assert near[0].bound == {"promise": 0, "outcome": 1}


def test_nothing_is_near() -> None:
    assert misses(query(), []) == []
    assert misses(query(), [PROMISE]) == []


def test_work_is_bounded() -> None:
    rows = [PROMISE | {"fact": n, "condition": "question"} for n in range(500)]
    assert misses(query(), [*rows, OUTCOME | {"fact": 600, "narrated": False}]) == []
