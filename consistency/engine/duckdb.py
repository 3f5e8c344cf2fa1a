"""Rules as SQL over columns of facts, in memory, on one thread: for bulk, and wherever durable-rules cannot run."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any

from consistency.engine.found import MAX_MATCHES, Answer, Numbers
from consistency.engine.rows import Table, table
from consistency.errors import EngineError
from consistency.rulelang.fields import Row, Value
from consistency.rulelang.ir import Condition, Op, Pattern, Query, Ref

if TYPE_CHECKING:
    import duckdb

OPS: dict[Op, str] = {"eq": "=", "ne": "<>", "lt": "<", "le": "<=", "gt": ">", "ge": ">="}
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}


def run(queries: Sequence[Query], rows: Sequence[Row]) -> Answer:
    """Matches by one SELECT a query."""
    if not rows or not queries:
        return Answer([[] for _ in queries], [], "duckdb")
    facts = table(rows, set().union(*(q.fields() for q in queries)))
    con = _connect(facts)
    try:
        return Answer([_ask(con, sql(q, facts)) for q in queries], [], "duckdb")
    finally:
        con.close()


def _connect(facts: Table) -> duckdb.DuckDBPyConnection:
    # imported here, as the two take half a second and small work does without them
    import duckdb
    import pyarrow as pa

    con = duckdb.connect(":memory:", config=_SETTINGS)
    con.register("given", pa.table({name: pa.array(column, pa.int64()) for name, column in facts.columns.items()}))
    con.execute("CREATE TABLE facts AS SELECT * FROM given ORDER BY kind, fact")
    con.unregister("given")
    return con


def _ask(con: Any, query: str) -> list[Numbers]:
    import duckdb

    try:
        found: list[Numbers] = con.execute(query).fetchall()
    except duckdb.Error as e:
        raise EngineError(f"DuckDB could not run a rule: {e}") from e
    return found


def sql(query: Query, facts: Table) -> str:
    """The SELECT of a query: one column a pattern, sorted; names are quoted and all literals are integers."""
    names = {p.alias: f'"p{i}"' for i, p in enumerate(query.every())}
    wheres = _wheres(query.patterns, names, facts) + _distinct(query.patterns, names)
    for group in query.unless:
        inner = _wheres(group, names, facts) + _distinct(group, names, query.patterns)
        wheres.append(f"NOT EXISTS (SELECT 1 FROM {_from(group, names)} WHERE {' AND '.join(inner)})")  # noqa: S608
    columns = ", ".join(f"{names[p.alias]}.fact" for p in query.patterns)
    body = f"FROM {_from(query.patterns, names)} WHERE {' AND '.join(wheres)}"
    return f"SELECT {columns} {body} ORDER BY ALL LIMIT {MAX_MATCHES + 1}"


def _from(patterns: Sequence[Pattern], names: dict[str, str]) -> str:
    return ", ".join(f"facts AS {names[p.alias]}" for p in patterns)


def _wheres(patterns: Sequence[Pattern], names: dict[str, str], facts: Table) -> list[str]:
    out: list[str] = []
    for p in patterns:
        own = names[p.alias]
        out.append(_in(f"{own}.kind", p.kinds, facts))
        out += [_in(f'{own}."{c.field}"', c.values, facts) for c in p.choices]
        out += [f'{own}."{field}" IS NOT NULL' for field in p.present]
        out += [f'{own}."{field}" IS NULL' for field in p.absent]
        out += [_condition(own, c, names, facts) for c in p.where]
    return out


def _in(column: str, values: Sequence[Value], facts: Table) -> str:
    return f"{column} IN ({', '.join(str(facts.literal(v)) for v in values)})"


def _condition(own: str, condition: Condition, names: dict[str, str], facts: Table) -> str:
    return f'{own}."{condition.field}" {OPS[condition.op]} {_right(condition.value, names, facts)}'


def _right(value: Value | Ref, names: dict[str, str], facts: Table) -> str:
    if not isinstance(value, Ref):
        return str(facts.literal(value))
    column = f'{names[value.alias]}."{value.field}"'
    return column if value.plain else f"({column}::HUGEINT * ({value.times}) + ({value.plus}))"


def _distinct(patterns: Sequence[Pattern], names: dict[str, str], before: Sequence[Pattern] = ()) -> list[str]:
    """That no two patterns bind one fact, where their kinds do not say so already."""
    pairs = [*combinations(patterns, 2), *((p, b) for p in patterns for b in before)]
    return [f"{names[p.alias]}.fact <> {names[q.alias]}.fact" for p, q in pairs if {*p.kinds} & {*q.kinds}]
