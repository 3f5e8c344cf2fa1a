"""Blocks: facts that can be matched apart from the others, since a matter's facts always stay together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consistency.rulelang.fields import Row

SIZE = 200
"""Facts that a block is filled up to: durable-rules takes time quadratic in them."""


def blocks(rows: Sequence[Row], size: int = SIZE) -> Iterator[list[int]]:
    """Positions of rows, block by block, whole matters in the order of their numbers; a large matter is one block."""
    matters: dict[int, list[int]] = {}
    for i, row in enumerate(rows):
        matters.setdefault(int(row["matter"]), []).append(i)
    block: list[int] = []
    for matter in sorted(matters):
        if block and len(block) + len(matters[matter]) > size:
            yield block
            block = []
        block = block + matters[matter]
    if block:
        yield block
