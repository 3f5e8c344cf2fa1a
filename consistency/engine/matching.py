"""Matching: rules over facts on the engine that is named, or on the one that suits the work."""

from __future__ import annotations

from collections.abc import Sequence

from consistency.engine import duckdb, durable, reference
from consistency.engine.found import MAX_MATCHES, Answer, Engine, Match, Matches, Numbers
from consistency.errors import Problem, UsageError
from consistency.rulelang.fields import Row
from consistency.rulelang.model import Rule

ENGINES: dict[str, Engine] = {"durable": durable.run, "duckdb": duckdb.run, "reference": reference.run}
"""`reference` is the written meaning and takes time without bound: for tests."""

AUTO_WORK = 100_000
"""Facts times rules up to which `auto` takes durable-rules, where it can be imported: it costs less than twice there.

Measured by benchmarks/engines.py, imports and the child's start included. With 20 rules durable-rules takes 0.4 of
DuckDB's time for 1,000 facts, 0.8 for 3,000, 1.6 to 2.8 for 10,000, 5 for 100,000; with 100 rules 0.6 for 1,000 and
2.4 for 3,000.
"""


def match(rules: Sequence[Rule], rows: Sequence[Row], engine: str = "auto") -> Matches:
    """The matches of the rules among the rows, sorted, the same whatever the engine ("auto", or a key of ENGINES).

    Facts that relations join must have one `matter`. Raises UsageError for an unknown engine and EngineError for a
    row that is not as `rulelang.fields` says.
    """
    if engine != "auto" and engine not in ENGINES:
        raise UsageError(f"no such engine: {engine} (there are auto, {', '.join(ENGINES)})")
    chosen, problems = _choose(engine, len(rows) * len(rules))
    answer = ENGINES[chosen]([r.query for r in rules], rows)
    return Matches(_found(rules, answer), answer.ran, [*problems, *answer.problems, *_cut(rules, answer)])


def _choose(engine: str, work: int) -> tuple[str, list[Problem]]:
    if engine == "auto":
        return ("durable" if work <= AUTO_WORK and durable.available() else "duckdb"), []
    if engine == "durable" and not durable.available():
        return "duckdb", [Problem("notice", "", "durable-rules cannot be imported by this Python: DuckDB ran instead")]
    return engine, []


def _found(rules: Sequence[Rule], answer: Answer) -> list[Match]:
    pairs = sorted(zip(rules, answer.numbers, strict=True), key=lambda pair: pair[0].id)
    return [_match(rule, numbers) for rule, found in pairs for numbers in found[:MAX_MATCHES]]


def _match(rule: Rule, numbers: Numbers) -> Match:
    """The match with the rule's facts in the order in which the rule lists them, then its relations."""
    bound = dict(zip(rule.query.aliases(), numbers, strict=True))
    return Match(rule.id, {alias: bound[alias] for alias in (*rule.facts, *bound)})


def _cut(rules: Sequence[Rule], answer: Answer) -> list[Problem]:
    """A notice for every rule that matched too often."""
    cut = sorted(r.id for r, found in zip(rules, answer.numbers, strict=True) if len(found) > MAX_MATCHES)
    said = "matches more than {} times: the first ones are kept, the others left out"
    return [Problem("notice", "", f"the rule '{i}' {said.format(MAX_MATCHES)}") for i in cut]
