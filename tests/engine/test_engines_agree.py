"""The same rules over the same facts: plain Python, DuckDB and durable-rules find the same."""

import os

import pytest
from tests.engine.engine_cases import HUGE, INTEGERS, facts, rules
from hypothesis import HealthCheck, given, settings

from consistency.engine import durable, match

EXAMPLES = int(os.environ.get("ENGINE_EXAMPLES", "60"))
"""More of them where the engines were changed: ENGINE_EXAMPLES=2000 pytest tests/engine."""

many = settings(
    max_examples=EXAMPLES, deadline=None, derandomize=EXAMPLES <= 60, suppress_health_check=list(HealthCheck)
)
needs_durable = pytest.mark.skipif(not durable.available(), reason="durable-rules cannot be imported by this Python")


@many
@given(rules(), facts())
def test_duckdb_finds_what_the_meaning_says(some_rules, rows):
    assert match(some_rules, rows, "duckdb").found == match(some_rules, rows, "reference").found


@needs_durable
@many
@given(rules(), facts())
def test_durable_finds_what_the_meaning_says(some_rules, rows):
    answer = match(some_rules, rows, "durable")
    assert answer.found == match(some_rules, rows, "reference").found
    assert (answer.ran, answer.problems) == ("durable", [])
