"""The meaning of rules, written down in plain Python: slow, and so plain that it is right."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from consistency.engine.found import MAX_MATCHES, Answer, Numbers
from consistency.rulelang.fields import Row, Value
from consistency.rulelang.ir import Condition, Op, Pattern, Query, Ref

Bound = dict[str, Row]

_COMPARE: dict[Op, Callable[[Any, Any], bool]] = {
    "eq": operator.eq, "ne": operator.ne, "lt": operator.lt, "le": operator.le, "gt": operator.gt, "ge": operator.ge,
}  # fmt: skip


def run(queries: Sequence[Query], rows: Sequence[Row]) -> Answer:
    """Matches by trying every row for every pattern."""
    return Answer([sorted(_matches(q, rows))[: MAX_MATCHES + 1] for q in queries], [], "reference")


def _matches(query: Query, rows: Sequence[Row]) -> set[Numbers]:
    return {
        tuple(int(bound[p.alias]["fact"]) for p in query.patterns)
        for bound in _bindings(query.patterns, rows, {})
        if not any(_can_bind(group, rows, bound) for group in query.unless)
    }


def _can_bind(group: Sequence[Pattern], rows: Sequence[Row], bound: Bound) -> bool:
    return next(_bindings(group, rows, bound), None) is not None


def _bindings(patterns: Sequence[Pattern], rows: Sequence[Row], bound: Bound) -> Iterator[Bound]:
    """Every way to bind the patterns to rows that are not bound yet."""
    if not patterns:
        yield bound
        return
    first, *rest = patterns
    for row in rows:
        if all(row["fact"] != other["fact"] for other in bound.values()) and _fits(first, row, bound):
            yield from _bindings(rest, rows, {**bound, first.alias: row})


def _fits(pattern: Pattern, row: Row, bound: Bound) -> bool:
    return (
        row["kind"] in pattern.kinds
        and all(field in row for field in pattern.present)
        and not any(field in row for field in pattern.absent)
        and all(field in row and row[field] in values for field, values in pattern.choices)
        and all(_holds(condition, row, {**bound, pattern.alias: row}) for condition in pattern.where)
    )


def _holds(condition: Condition, row: Row, bound: Bound) -> bool:
    left, right = row.get(condition.field), _value(condition.value, bound)
    return left is not None and right is not None and _COMPARE[condition.op](left, right)


def _value(value: Value | Ref, bound: Bound) -> Value | None:
    if not isinstance(value, Ref):
        return value
    found = bound[value.alias].get(value.field)
    return found if found is None or value.plain else int(found) * value.times + value.plus
