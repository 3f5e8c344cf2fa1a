"""Which engine runs, what is said about it, and what facts it takes."""

import pytest

from consistency.engine import duckdb, durable, durable_form, match, matching, rows
from consistency.errors import EngineError, UsageError
from consistency.rulelang.fields import FIELDS
from tests.engine.engine_cases import rule

needs_durable = pytest.mark.skipif(not durable.available(), reason="durable-rules cannot be imported by this Python")

PROMISES = rule("r", facts={"a": {"kind": "promise"}})
ROWS = [{"fact": n, "matter": 1, "kind": "promise"} for n in range(5)]


@needs_durable
def test_small_work_is_for_durable():
    assert match([PROMISES], ROWS).ran == "durable"


def test_large_work_is_for_duckdb(monkeypatch):
    monkeypatch.setattr(matching, "AUTO_WORK", 4)
    assert match([PROMISES], ROWS).ran == "duckdb"


def test_where_durable_cannot_run_duckdb_does(monkeypatch):
    monkeypatch.setattr(durable.sys, "version_info", (3, 13, 0))
    assert match([PROMISES], ROWS)[1:] == ("duckdb", [])
    answer = match([PROMISES], ROWS, "durable")
    assert (len(answer.found), answer.ran) == (5, "duckdb")
    assert list(map(str, answer.problems)) == [
        "notice: durable-rules cannot be imported by this Python: DuckDB ran instead"
    ]


def test_unknown_engine():
    with pytest.raises(UsageError, match="no such engine: drools"):
        match([PROMISES], ROWS, "drools")


@pytest.mark.parametrize("engine", ["reference", "duckdb", pytest.param("durable", marks=needs_durable)])
def test_too_many_matches_are_cut_and_said(engine, monkeypatch):
    monkeypatch.setattr(matching, "MAX_MATCHES", 3)
    monkeypatch.setattr(duckdb, "MAX_MATCHES", 3)
    answer = match([PROMISES], ROWS, engine)
    assert [m.numbers["a"] for m in answer.found] == [0, 1, 2]
    assert [p.message for p in answer.problems] == [
        "the rule 'r' matches more than 3 times: the first ones are kept, the others left out"
    ]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"fact": 1, "matter": 1}, "without a number, matter or kind"),
        ({"fact": 1, "kind": "promise"}, "without a number, matter or kind"),
        ({"fact": 0, "matter": 1, "kind": "promise"}, "two facts with one number"),
        ({"fact": 1, "matter": 1, "kind": "promise", "topic": 5}, "'topic' is not string"),
        ({"fact": 1, "matter": 1, "kind": "promise", "low": 1.5}, "'low' is not integer"),
        ({"fact": 1, "matter": 1, "kind": "promise", "low": True}, "'low' is not integer"),
        ({"fact": 1, "matter": 1, "kind": "promise", "low": 10**18 + 1}, "'low' is out of bounds"),
        ({"fact": 1, "matter": 1, "kind": "promise", "own": 1}, "'own' is not boolean"),
    ],
)
def test_facts_are_checked(row, message):
    with pytest.raises(EngineError, match=message):
        rows.table([ROWS[0], row], FIELDS)


def test_no_two_fields_have_one_hash():
    """durable-rules tells fields apart by a 32-bit FNV-1a hash of their names."""

    def fnv(name):
        value = 2166136261
        for byte in name.encode():
            value = (value ^ byte) * 16777619 % 2**32
        return value

    names = [*FIELDS, "id", "sid", "$boot", *(f"p{i}" for i in range(16))]
    assert len({fnv(n) for n in names}) == len(names)
    assert "id" not in FIELDS
    assert durable_form.MAX_RULES < 50
