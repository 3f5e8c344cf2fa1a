"""The built-in rules: their own examples through the real pipeline, and what holds of all of them."""

import re
import sys
from functools import lru_cache

import pytest

from consistency.config import rules_folder
from consistency.rulelang.load import load_rules
from consistency.rulelang.model import Example, Rule
from consistency.ruletest import Outcome, run_examples
from tests.conftest import ROOT

LOADED = load_rules([rules_folder()])
RULES = LOADED.rules
CASES = [
    pytest.param(rule, wanted, example, id=f"{rule.id}-{'finds' if wanted else 'passes'}-{example.name}")
    for rule in RULES
    for wanted, examples in ((True, rule.examples.finds), (False, rule.examples.passes))
    for example in examples
]
SHARED_WORDS = 4
"""So many words in a row that an example has from the seeds are copied, not found again."""


@lru_cache(maxsize=1)
def outcomes(engine: str = "duckdb") -> dict[tuple[str, bool, str], Outcome]:
    """What came of every example, each with its own rule alone."""
    return {(o.rule, o.wanted, o.example): o for o in run_examples(RULES, engine)}


def test_the_rules_load_without_a_mistake() -> None:
    assert [str(p) for p in LOADED.problems] == []
    assert RULES


@pytest.mark.parametrize(("rule", "wanted", "example"), CASES)
def test_example(rule: Rule, wanted: bool, example: Example) -> None:
    outcome = outcomes()[rule.id, wanted, example.name]
    assert bool(outcome.found) is wanted, [f.message for f in outcome.found] or "nothing is found"
    texts = {a.id or f"article-{n}": a.text for n, a in enumerate(example.articles, 1)}
    for finding in outcome.found:
        assert (finding.rule, finding.category) == (rule.id, rule.category)
        assert finding.evidence
        assert all(texts[e.article][e.start : e.end] == e.text for e in finding.evidence)
        assert not re.search(r"\{\w+\.\w+\}", finding.message)


@pytest.mark.skipif(sys.version_info >= (3, 13), reason="durable-rules does not run on Python 3.13")
def test_both_engines_find_the_same_in_all_examples() -> None:
    assert {(o.rule, o.wanted, o.example): o for o in run_examples(RULES, "durable")} == outcomes()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_stands_where_it_should(rule: Rule) -> None:
    path = rules_folder() / rule.category / f"{rule.id}.yaml"
    assert path.samefile(rule.path)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_examples_of_both_outcomes_on_two_topics(rule: Rule) -> None:
    for examples in (rule.examples.finds, rule.examples.passes):
        assert len(examples) >= 2
    assert len({example.name for example in rule.examples.finds}) == len(rule.examples.finds)
    assert len({example.name for example in rule.examples.passes}) == len(rule.examples.passes)
    first, second = ({w for a in e.articles for w in _names(a.text)} for e in rule.examples.finds[:2])
    assert len(first & second) <= len(first | second) / 2, "two examples of the same persons and places"


def _names(text: str) -> set[str]:
    return set(re.findall(r"(?<=[a-z,] )[A-Z]\w+", text))


def test_no_example_is_taken_from_the_seeds() -> None:
    seen = {gram for path in sorted((ROOT / "seeds").glob("*.txt")) for gram in _grams(path.read_text("utf-8"))}
    assert seen
    for rule in RULES:
        for example in (*rule.examples.finds, *rule.examples.passes):
            for article in example.articles:
                copied = _grams(article.text) & seen
                assert not copied, f"{rule.id}: {example.name}: {sorted(copied)[0]}"


def _grams(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[^\W_]+(?:['’][^\W_]+)*", text.lower())
    return set(zip(*(words[n:] for n in range(SHARED_WORDS)), strict=False))


def test_every_severity_is_one_that_its_category_can_have() -> None:
    for rule in RULES:
        assert rule.category != "tension" or rule.severity == "info"
