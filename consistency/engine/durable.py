"""Rules on durable-rules, in blocks and in a child process; what it cannot or should not do is asked of DuckDB."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from typing import NamedTuple

from consistency.engine import duckdb
from consistency.engine.blocks import blocks
from consistency.engine.durable_form import FlatRule, fits, flat_rules
from consistency.engine.durable_process import Child, Watch
from consistency.engine.found import MAX_MATCHES, Answer, Numbers
from consistency.engine.rows import Table, table
from consistency.errors import Problem
from consistency.rulelang.fields import Row
from consistency.rulelang.ir import Query, Ref

MAX_BLOCK = 2000
"""Facts in one block: a larger one is DuckDB's, as time is quadratic."""
MAX_CRASHES = 3
"""After as many crashes the rest is DuckDB's."""
SAFE = 2**50
"""Integers up to which its arithmetic was proven; blocks with larger ones are DuckDB's."""


class _Task(NamedTuple):
    """Some queries over some rows, by their positions."""

    chunk: int
    rows: list[int]


def available() -> bool:
    """Whether durable-rules is installed and can be imported by this Python (not by 3.13 and later)."""
    return sys.version_info < (3, 13) and bool(sys.executable) and find_spec("durable_rules_engine") is not None


def run(queries: Sequence[Query], rows: Sequence[Row], watch: Watch | None = None) -> Answer:
    """Matches by durable-rules, block by block; a block whose process dies is answered by DuckDB, with a notice."""
    if not rows or not queries:
        return Answer([[] for _ in queries], [], "durable")
    facts = table(rows, set().union(*(q.fields() for q in queries)))
    chunks = list(_chunks(queries, facts))
    wanted = [{kind for rule in chunk for kind in rule.kinds} for chunk in chunks]
    tasks = [t for i, chunk in enumerate(chunks) for t in _tasks(i, queries[chunk[0].query].local, wanted[i], rows)]
    return _Run(queries, rows, facts, chunks, watch).answer(tasks)


def _chunks(queries: Sequence[Query], facts: Table) -> Iterator[list[FlatRule]]:
    """Rulesets that durable-rules can hold, a query's rules never parted, those that need all facts at once apart."""
    for local in (True, False):
        chunk: list[FlatRule] = []
        for i, query in enumerate(queries):
            rules = flat_rules(i, query, facts) if query.local == local else []
            if chunk and not fits(chunk + rules):
                yield chunk
                chunk = []
            chunk = chunk + rules
        if chunk:
            yield chunk


def _tasks(chunk: int, local: bool, kinds: set[str], rows: Sequence[Row]) -> Iterator[_Task]:
    wanted = [i for i, row in enumerate(rows) if row["kind"] in kinds]
    if not wanted:
        return
    for block in blocks([rows[i] for i in wanted]) if local else [range(len(wanted))]:
        yield _Task(chunk, [wanted[i] for i in block])


class _Run:
    """One answer in the making."""

    def __init__(
        self, queries: Sequence[Query], rows: Sequence[Row], facts: Table, chunks: list[list[FlatRule]],
        watch: Watch | None,
    ) -> None:  # fmt: skip
        self.queries = queries
        self.rows = rows
        self.facts = facts
        self.chunks = chunks
        self.child = Child([[rule.definition for rule in chunk] for chunk in chunks], watch)
        self.matched: list[set[Numbers]] = [set() for _ in queries]
        self.refused: list[set[Numbers]] = [set() for _ in queries]
        self.crashed: list[int] = []
        self.left: dict[int, list[int]] = {}
        self.asked = 0

    def answer(self, tasks: Iterable[_Task]) -> Answer:
        try:
            for task in tasks:
                self._task(task)
        finally:
            self.child.close()
        found = [m - r for m, r in zip(self.matched, self.refused, strict=True)]
        self._ask_duckdb(found)
        ran = "+".join([*["durable"] * bool(self.asked or not self.left), *["duckdb"] * bool(self.left)])
        return Answer([sorted(f)[: MAX_MATCHES + 1] for f in found], self._notices(), ran)

    def _task(self, task: _Task) -> None:
        facts = [self._fact(number, i) for number, i in enumerate(task.rows)]
        if len(self.crashed) >= MAX_CRASHES or not self._safe(task.chunk, facts):
            self.left.setdefault(task.chunk, []).extend(task.rows)
            return
        found = self.child.ask(task.chunk, facts)
        if found is None:
            self.crashed.append(len(facts))
            self.left.setdefault(task.chunk, []).extend(task.rows)
            return
        self.asked += 1
        for number, ids in found:
            rule = self.chunks[task.chunk][number]
            numbers = tuple(int(self.rows[task.rows[i]]["fact"]) for i in ids[: rule.width])
            (self.refused if rule.refuses else self.matched)[rule.query].add(numbers)

    def _fact(self, number: int, row: int) -> dict[str, int]:
        """The fact as the engine gets it: renumbered from 0, since it compares ids by a short hash of them."""
        columns = self.facts.columns.items()
        return {"id": number, **{name: v for name, column in columns if (v := column[row]) is not None}}

    def _safe(self, chunk: int, facts: list[dict[str, int]]) -> bool:
        """Whether the sizes are ones that it was proven with."""
        if len(facts) > MAX_BLOCK or not fits(self.chunks[chunk]):
            return False
        rules = {rule.query for rule in self.chunks[chunk]}
        literals = [c.value for q in rules for p in self.queries[q].every() for c in p.where]
        numbers = [v.plus if isinstance(v, Ref) else self.facts.literal(v) for v in literals]
        return all(-SAFE <= v <= SAFE for v in numbers) and all(-SAFE <= v <= SAFE for f in facts for v in f.values())

    def _ask_duckdb(self, found: list[set[Numbers]]) -> None:
        for chunk, left in sorted(self.left.items()):
            numbers = sorted({rule.query for rule in self.chunks[chunk]})
            answer = duckdb.run([self.queries[n] for n in numbers], [self.rows[i] for i in left])
            for n, more in zip(numbers, answer.numbers, strict=True):
                found[n].update(more)

    def _notices(self) -> list[Problem]:
        if not self.crashed:
            return []
        times = "once" if len(self.crashed) == 1 else f"{len(self.crashed)} times"
        message = f"durable-rules failed {times} and DuckDB answered instead ({sum(self.crashed)} facts)"
        return [Problem("notice", "", message)]
