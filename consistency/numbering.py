"""Facts and relations under the numbers by which engines know them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from consistency.facts import Relation
from consistency.known import Known
from consistency.rulelang.fields import Row, row_of_fact, row_of_relation


class Numbered(NamedTuple):
    """Facts and relations by the numbers under which engines know them."""

    facts: dict[int, Known]
    relations: dict[int, Relation]
    rows: dict[int, Row]


def number(known: dict[str, Known], found: Sequence[Relation]) -> Numbered:
    """Numbers for all facts and relations; linked ones share a `matter`."""
    numbers = {fid: n for n, fid in enumerate(known)}
    parent = list(range(len(known)))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    for r in found:
        a, b = root(numbers[r.left]), root(numbers[r.right])
        parent[max(a, b)] = min(a, b)
    facts = {numbers[fid]: k for fid, k in known.items()}
    rows = {n: row_of_fact(k.fact, n, root(n)) for n, k in facts.items()}
    links = {len(known) + i: r for i, r in enumerate(found)}
    for n, r in links.items():
        left, right = numbers[r.left], numbers[r.right]
        rows[n] = row_of_relation(r, n, root(left), left, right)
    return Numbered(facts, links, rows)
