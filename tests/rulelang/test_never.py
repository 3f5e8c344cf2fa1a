"""Rules that can never match are told; rules that can are not."""

import pytest

from consistency.config import rules_folder
from consistency.rulelang.load import load_rules
from consistency.rulelang.model import RuleFile
from consistency.rulelang.never import clashes

EXAMPLE = {"name": "x", "articles": [{"text": "x"}]}
BASE = {
    "id": "a-rule", "category": "unmet_promise", "severity": "error", "summary": "s", "why": "w", "message": "m",
    "facts": {"a": {"kind": "promise", "certainty": ["certain", "probable"]}, "b": {"kind": ["outcome", "claim"]}},
    "examples": {"finds": [EXAMPLE], "passes": [EXAMPLE]},
}  # fmt: skip


def rule(*where: str, **changes: object) -> RuleFile:
    return RuleFile.model_validate({**BASE, "where": ["a excludes b as link", *where], **changes})


@pytest.mark.parametrize(
    ("where", "at"),
    [
        (["a.certainty = possible"], 1),
        (["a.certainty != certain", "a.certainty != probable"], 2),
        (["a.holder = b.holder", "a.holder != b.holder"], 2),
        (["a.holder = b.holder", "b.holder = a.publisher", "a.publisher != a.holder"], 3),
        (["a.holder = Ida", "a.holder = b.holder", "b.holder = Ada"], 3),
        (["a.own = true", "a.own = false"], 2),
        (["a.said_from > b.said_to", "b.said_from > a.said_to"], 2),
        (["a.said_from > b.said_from", "b.said_from >= a.said_from"], 2),
        (["a.deadline < 2031-05-01", "a.deadline > 2031-05-01"], 2),
        (["a.deadline > 2031-05-01", "a.deadline < 2031-05-02"], 2),
        (["link.strength >= 80", "link.strength < 80"], 2),
        (["a.low > 5000", "a.high < 5000"], 2),
        (["a.said_from > b.said_from + 30 days", "a.said_from < b.said_from + 10 days"], 2),
        (["b fulfils a", "a fulfils b"], 2),
        (["a drifts_from b as drift"], 1),
    ],
)
def test_never(where: list[str], at: int) -> None:
    assert ("where", at) in [clash.place for clash in clashes(rule(*where))]


@pytest.mark.parametrize(
    "where",
    [
        ["a.certainty = probable"],
        ["a.certainty != certain"],
        ["a.holder = b.holder", "a.holder != b.publisher"],
        ["a.said_from > b.said_to", "a.said_from <= b.said_to + 1 days"],
        ["a.deadline > 2031-05-01", "a.deadline < 2031-05-03"],
        ["a.low > 5000", "a.low < 5002"],
        ["a.low * 2 > b.low", "b.low > a.low"],
        ["a.said_from > b.said_from + 10 days", "a.said_from < b.said_from + 30 days"],
        ["b fulfils a"],
    ],
)
def test_can_be(where: list[str]) -> None:
    made = rule(*where) if "*" not in where[0] else rule("b.low < a.low * 2", *where[1:])
    assert clashes(made) == []


def test_what_must_not_be_there_may_be_impossible() -> None:
    made = rule("c fulfils a", "c.said_from > c.said_to", unless={"c": {"kind": "outcome"}})
    assert clashes(made) == []


def test_a_fixed_field_and_its_equal() -> None:
    facts = {"a": {"kind": "promise", "holder": "Ida"}, "b": {"kind": "claim", "holder": "Ada"}}
    assert clashes(rule("a.holder = b.holder", facts=facts))


def test_no_built_in_rule_clashes() -> None:
    for built_in in load_rules([rules_folder()]).rules:
        assert clashes(built_in) == []
