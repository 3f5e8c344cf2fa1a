"""The comparison of engines is worth something: faults that are planted in an engine are noticed."""

from random import Random

import pytest

from consistency.engine import duckdb, durable, durable_form, match
from consistency.rulelang.ir import Query, Ref
from tests.engine.engine_cases import facts, rules

needs_durable = pytest.mark.skipif(not durable.available(), reason="durable-rules cannot be imported by this Python")


def noticed(engine, most):
    """Whether any of the generated cases shows a difference."""
    for seed in range(most):
        random = Random(seed)
        some_rules, rows = rules(random), facts(random)
        if match(some_rules, rows, engine).found != match(some_rules, rows, "reference").found:
            return True
    return False


def without(parts, kind):
    """SQL conditions without those that contain a word."""
    return [p for p in parts if kind not in p]


DUCKDB = {
    "an operator turned round": lambda p: p.setitem(duckdb.OPS, "lt", ">"),
    "not strict": lambda p: p.setitem(duckdb.OPS, "gt", ">="),
    "presence forgotten": lambda p: drop_from(p, duckdb, "_wheres", "IS NOT NULL"),
    "absence forgotten": lambda p: drop_from(p, duckdb, "_wheres", "IS NULL"),
    "choices forgotten": lambda p: drop_from(p, duckdb, "_wheres", "IN ("),
    "one fact for two aliases": lambda p: drop_from(p, duckdb, "_distinct", "<>"),
    "sums forgotten": lambda p: wrap(
        p, duckdb, "_right", lambda f, v, *rest: f(v._replace(plus=0) if isinstance(v, Ref) else v, *rest)
    ),
    "unless forgotten": lambda p: wrap(p, duckdb, "sql", lambda f, q, t: f(Query(q.rule, q.patterns), t)),
}

DURABLE = {
    "an operator turned round": lambda p: p.setitem(durable_form.OPS, "lt", "$gt"),
    "not strict": lambda p: p.setitem(durable_form.OPS, "gt", "$gte"),
    "conditions across facts forgotten": lambda p: wrap(
        p, durable_form, "_condition",
        lambda f, c, *rest: {"$ex": {"kind": 1}} if isinstance(c.value, Ref) and c.op != "eq" else f(c, *rest),
    ),
    "unless forgotten": lambda p: wrap(
        p, durable, "flat_rules", lambda f, i, q, t: [r for r in f(i, q, t) if not r.refuses]
    ),
    "alternatives forgotten": lambda p: p.setattr(
        durable_form, "flat", lambda q, flat=durable_form.flat: flat(q)[:1]
    ),
    "blocks where facts of other matters count": lambda p: (
        p.setattr(Query, "local", property(lambda _: True)),
        p.setattr(durable, "blocks", lambda rows, blocks=durable.blocks: blocks(rows, 1)),
    ),
}  # fmt: skip


def wrap(patch, module, name, new):
    old = getattr(module, name)
    patch.setattr(module, name, lambda *args: new(old, *args))


def drop_from(patch, module, name, word):
    wrap(patch, module, name, lambda old, *args: without(old(*args), word) or ["true"])


@pytest.mark.parametrize("name", DUCKDB)
def test_faults_of_duckdb_are_noticed(name, monkeypatch):
    DUCKDB[name](monkeypatch)
    assert noticed("duckdb", 150)


@needs_durable
@pytest.mark.parametrize("name", DURABLE)
def test_faults_of_durable_are_noticed(name, monkeypatch):
    DURABLE[name](monkeypatch)
    assert noticed("durable", 150)
