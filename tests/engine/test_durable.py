"""durable-rules in its child process: blocks, crashes and limits."""

import os
import signal
import sys

import pytest

from consistency.engine import durable, durable_form, match, reference
from consistency.engine.blocks import blocks
from consistency.engine.durable_form import MAX_OF_KIND, MAX_RULES, fits, flat_rules
from consistency.engine.durable_process import Child
from consistency.engine.rows import table
from tests.engine.engine_cases import rule

pytestmark = pytest.mark.skipif(not durable.available(), reason="durable-rules cannot be imported by this Python")

PAIRS = rule(
    "pairs",
    facts={"a": {"kind": "promise"}, "b": {"kind": "outcome"}},
    where=["a excludes b as link", "b.said_from > a.deadline", "n fulfils a"],
    unless={"n": {"kind": "event"}},
)


def matters(count, size=90):
    """Rows of many matters, each with promises, outcomes and relations between them."""
    rows = []
    for m in range(count):
        first = len(rows)
        for i in range(size // 3):
            rows.append({"fact": len(rows), "matter": m, "kind": "promise", "deadline": i % 7})
            rows.append({"fact": len(rows), "matter": m, "kind": ("outcome", "event")[i % 5 == 0], "said_from": i % 5})
            name = "fulfils" if i % 5 == 0 else "excludes"
            ends = (first + 3 * i + 1, first + 3 * i) if name == "fulfils" else (first + 3 * i, first + 3 * i + 1)
            rows.append({
                "fact": len(rows), "matter": m, "kind": "relation", "relation": name, "left": ends[0],
                "right": ends[1], "strength": 50,
            })  # fmt: skip
    return rows


def kill(pid):
    os.kill(pid, signal.SIGKILL)
    os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)


@pytest.mark.parametrize("blocks_killed", [{0}, {1}, {2, 3}, {0, 4}])
def test_a_killed_process_costs_its_block_only(blocks_killed):
    rows = matters(10)
    asked = []

    def watch(pid, block):
        asked.append((block, pid))
        if block in blocks_killed:
            kill(pid)

    answer = durable.run([PAIRS.query], rows, watch)
    assert answer.numbers == reference.run([PAIRS.query], rows).numbers
    assert [b for b, _ in asked] == list(range(5))
    assert len({pid for _, pid in asked}) == 1 + len(blocks_killed - {4})
    assert answer.ran == "durable+duckdb"
    times = {1: "once", 2: "2 times"}[len(blocks_killed)]
    facts = sum(180 for _ in blocks_killed)
    assert [str(p) for p in answer.problems] == [
        f"notice: durable-rules failed {times} and DuckDB answered instead ({facts} facts)"
    ]


def test_after_three_crashes_the_rest_is_for_duckdb():
    rows, asked = matters(20), []

    def watch(pid, block):
        asked.append(block)
        kill(pid)

    answer = durable.run([PAIRS.query], rows, watch)
    assert answer.numbers == reference.run([PAIRS.query], rows).numbers
    assert (len(asked), answer.ran) == (3, "duckdb")
    assert "failed 3 times" in answer.problems[0].message


def test_a_crash_in_c_is_survived():
    """A ruleset may not be asked with a batch of no facts: the C library reads what is not there."""
    child = Child([[{"all": [{"p0": {"kind": 1}}]}]])
    try:
        assert child.ask(0, [{"id": 0, "kind": 1}]) == [(0, [0])]
        process = child._process
        assert child.ask(0, []) is None
        assert process.wait() == -signal.SIGSEGV
        assert child.ask(0, [{"id": 0, "kind": 1}]) == [(0, [0])]
    finally:
        child.close()


def test_a_python_that_cannot_start_is_answered_by_duckdb(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    answer = durable.run([PAIRS.query], matters(1))
    assert answer.numbers == reference.run([PAIRS.query], matters(1)).numbers
    assert (answer.ran, len(answer.problems)) == ("duckdb", 1)


def test_blocks_keep_matters_whole():
    rows = [{"fact": i, "matter": m, "kind": "claim"} for i, m in enumerate([5, 1, 5, 2, 1, 3, 3, 3, 3])]
    assert list(blocks(rows, 3)) == [[1, 4, 3], [5, 6, 7, 8], [0, 2]]


def test_a_matter_too_large_is_for_duckdb(monkeypatch):
    monkeypatch.setattr(durable, "MAX_BLOCK", 100)
    rows = [*matters(1, 120), *({**r, "fact": r["fact"] + 500, "matter": 9, "left": 0, "right": 0} for r in matters(1))]
    answer = durable.run([PAIRS.query], rows)
    assert answer.numbers == reference.run([PAIRS.query], rows).numbers
    assert (answer.ran, answer.problems) == ("durable+duckdb", [])


def test_numbers_beyond_what_was_proven_are_for_duckdb():
    some = rule("r", facts={"a": {"kind": "claim"}, "b": {"kind": "claim"}},
                where=["a.topic = b.topic", "a.low > b.low * 3"])  # fmt: skip
    rows = [{"fact": i, "matter": 1, "kind": "claim", "topic": "t", "low": 10**17 * 5**i} for i in range(2)]
    answer = match([some], rows, "durable")
    assert ([m.numbers for m in answer.found], answer.ran) == ([{"a": 1, "b": 0}], "duckdb")


@pytest.mark.parametrize("count", [MAX_RULES - 1, MAX_RULES + 1, 120])
def test_many_rules_are_asked_in_rulesets(count):
    rows = matters(2)
    some = [rule(f"r{i}", facts={"a": {"kind": "promise"}}, where=[f"a.deadline = 1970-01-0{1 + i % 7}"])
            for i in range(count)]  # fmt: skip
    asked = []
    answer = durable.run([r.query for r in some], rows, lambda pid, block: asked.append(pid))
    assert answer.numbers == reference.run([r.query for r in some], rows).numbers
    assert (answer.ran, len(asked)) == ("durable", -(-count // MAX_RULES))


def test_a_ruleset_as_full_as_may_be():
    """Just below its limits it answers; its error 303 (a stack of 64) is out of reach."""
    facts = table(matters(1), PAIRS.query.fields())
    rules = [r for i in range(60) for r in flat_rules(i, PAIRS.query, facts)]
    full = next(n for n in range(len(rules)) if not fits(rules[: n + 1]))
    assert sum(kind == "relation" for r in rules[:full] for kind in r.kinds) in range(MAX_OF_KIND - 3, MAX_OF_KIND + 1)
    child = Child([[r.definition for r in rules[:full]]])
    columns = facts.columns
    rows = [{"id": i} | {k: v[i] for k, v in columns.items() if v[i] is not None} for i in range(len(columns["fact"]))]
    try:
        assert child.ask(0, rows)
    finally:
        child.close()


def test_only_integers_reach_the_engine():
    some = rule("r", facts={"a": {"kind": "claim", "topic": "'; drop"}}, where=['a.holder != "\\ud800"'])
    rows = [{"fact": 1, "matter": 1, "kind": "claim", "topic": "'; drop", "holder": "\x00" * 70_000}]
    facts = table(rows, some.query.fields())
    made = durable_form.definition(some.query.patterns, facts)
    assert all(type(v) is int for column in facts.columns.values() for v in column)
    assert "drop" not in str(made)
    assert len(match([some], rows, "durable").found) == 1
