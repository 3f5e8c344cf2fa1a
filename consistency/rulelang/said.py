"""Compiled conditions and values as a rule's author writes them."""

from __future__ import annotations

from datetime import timedelta

from consistency.rulelang.fields import EPOCH, FIELDS, Value
from consistency.rulelang.ir import Condition, Op, Ref

SIGNS: dict[Op, str] = {"eq": "=", "ne": "!=", "lt": "<", "le": "<=", "gt": ">", "ge": ">="}


def shown(field: str, value: Value | None) -> str:
    """A value of a field as an author would write it; "absent" where there is none."""
    if value is None:
        return "absent"
    if isinstance(value, bool):
        return str(value).lower()
    if FIELDS[field].type == "date" and isinstance(value, int):
        return _day(value)
    return f'"{value}"' if isinstance(value, str) and not value.isidentifier() else str(value)


def condition_said(alias: str, condition: Condition) -> str:
    """The condition in the grammar of rule files."""
    value = condition.value
    right = _sum(value) if isinstance(value, Ref) else shown(condition.field, value)
    return f"{alias}.{condition.field} {SIGNS[condition.op]} {right}"


def _sum(ref: Ref) -> str:
    times = f" * {ref.times}" if ref.times != 1 else ""
    plus = f" {'+' if ref.plus > 0 else '-'} {abs(ref.plus)}" if ref.plus else ""
    return f"{ref.alias}.{ref.field}{times}{plus}"


def _day(days: int) -> str:
    """The date, or the number where no calendar has such a day."""
    try:
        return (EPOCH + timedelta(days=days)).isoformat()
    except OverflowError:
        return str(days)
