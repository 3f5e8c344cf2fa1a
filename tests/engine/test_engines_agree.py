"""The same rules over the same facts: plain Python, DuckDB and durable-rules find the same."""

import os
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import randoms

from consistency.config import rules_folder
from consistency.engine import durable, match
from consistency.rulelang.load import load_rules
from tests.engine.engine_cases import facts, facts_for, rules

EXAMPLES = int(os.environ.get("ENGINE_EXAMPLES", "150"))
"""More of them where the engines were changed: ENGINE_EXAMPLES=2000 pytest tests/engine."""

many = settings(
    max_examples=EXAMPLES, deadline=None, derandomize=EXAMPLES <= 150, suppress_health_check=list(HealthCheck)
)
needs_durable = pytest.mark.skipif(not durable.available(), reason="durable-rules cannot be imported by this Python")


@many
@given(randoms(use_true_random=True))
def test_duckdb_finds_what_the_meaning_says(random):
    some_rules, rows = rules(random), facts(random)
    assert match(some_rules, rows, "duckdb").found == match(some_rules, rows, "reference").found


@needs_durable
@many
@given(randoms(use_true_random=True))
def test_durable_finds_what_the_meaning_says(random):
    some_rules, rows = rules(random), facts(random)
    answer = match(some_rules, rows, "durable")
    assert answer.found == match(some_rules, rows, "reference").found
    assert not answer.problems
    assert "durable" in answer.ran or not rows


BUILT_IN = load_rules([rules_folder()]).rules


@pytest.mark.parametrize("some_rule", BUILT_IN, ids=lambda r: r.id)
@pytest.mark.parametrize("engine", ["duckdb", pytest.param("durable", marks=needs_durable)])
def test_every_built_in_rule_finds_the_same(some_rule, engine):
    matched = 0
    for seed in range(40):
        rows = facts_for(Random(seed), [some_rule.query])
        answer = match([some_rule], rows, engine)
        assert answer.found == match([some_rule], rows, "reference").found
        assert not answer.problems
        matched += bool(answer.found)
        if matched == 2:
            return
    assert matched, "no generated facts match: nothing was compared"
