"""Facts as engines get them: checked, and columns of integers only.

Strings become small codes and booleans 0 and 1, so that no text of an article ever reaches SQL or a C library, and
every comparison is one of integers.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from consistency.errors import EngineError
from consistency.rulelang.fields import FIELDS, LIMIT, Row, Value

UNKNOWN = -1
"""The code of a string that no fact has."""

REQUIRED = ("fact", "matter", "kind")


class Table(NamedTuple):
    """Columns of integers, None where a fact has no value, all of one length; and the codes of strings."""

    columns: dict[str, list[int | None]]
    codes: dict[str, int]

    def literal(self, value: Value) -> int:
        """The integer that stands for a value in the columns."""
        return self.codes.get(value, UNKNOWN) if isinstance(value, str) else int(value)


def table(rows: Sequence[Row], fields: Collection[str]) -> Table:
    """The named fields of the rows as columns; raises EngineError where a row is not as `fields.py` says."""
    codes: dict[str, int] = {}
    columns = {name: _column(name, rows, codes) for name in sorted({*fields, *REQUIRED})}
    if any(None in columns[name] for name in REQUIRED):
        raise EngineError("a fact without a number, matter or kind")
    if len(set(columns["fact"])) < len(rows):
        raise EngineError("two facts with one number")
    return Table(columns, codes)


def _column(name: str, rows: Sequence[Row], codes: dict[str, int]) -> list[int | None]:
    values = [row.get(name) for row in rows]
    kind = {"string": str, "boolean": bool}.get(FIELDS[name].type, int)
    if not {type(v) for v in values} <= {kind, type(None)}:
        raise EngineError(f"a fact whose '{name}' is not {FIELDS[name].type}")
    if kind is str:
        return [None if v is None else codes.setdefault(str(v), len(codes)) for v in values]
    out = [None if v is None else int(v) for v in values]
    if any(v is not None and not -LIMIT <= v <= LIMIT for v in out):
        raise EngineError(f"a fact whose '{name}' is out of bounds")
    return out
