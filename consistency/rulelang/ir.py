"""What rules compile to: flat conjunctions of patterns, with groups of patterns that must not be there.

The meaning, the same on every engine: every pattern binds a fact (a row), no two patterns bind the same one; every
field of it that the rule names must be present, but for those in `absent` (also a field that only a condition on an
`unless` fact names: "nothing kept by the deadline" passes over a promise without one); a condition compares a field of
the pattern's own fact with a literal or with a field of a fact that an earlier pattern (or the same) binds; a group
under `unless` refuses a binding when the group's patterns can be bound too (closed world, after all facts are in).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from math import prod
from typing import Literal, NamedTuple

from consistency.rulelang.fields import Value

Op = Literal["eq", "ne", "lt", "le", "gt", "ge"]

MAX_ALTERNATIVES = 40
"""How many flat conjunctions the lists of one rule may stand for, those under `unless` too."""

_SAME_MATTER = {("matter", "matter"), ("left", "fact"), ("right", "fact"), ("fact", "left"), ("fact", "right")}


class Ref(NamedTuple):
    """A field of another pattern's fact (or of the own one), times an integer, plus an integer."""

    alias: str
    field: str
    times: int = 1
    plus: int = 0

    @property
    def plain(self) -> bool:
        """Whether there is no arithmetic."""
        return self.times == 1 and self.plus == 0


class Condition(NamedTuple):
    """`field op value`, where the field is the own pattern's."""

    field: str
    op: Op
    value: Value | Ref


class Choice(NamedTuple):
    """A field that must equal one of the values: an alternative of conjunctions, written as one."""

    field: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One fact to bind: its alias, its possible kinds, conditions, choices, fields that must be there or must not."""

    alias: str
    kinds: tuple[str, ...]
    where: tuple[Condition, ...] = ()
    choices: tuple[Choice, ...] = ()
    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()

    def fields(self) -> set[str]:
        """The fields of its own fact that it looks at."""
        own = {r.value.field for r in self.where if isinstance(r.value, Ref) and r.value.alias == self.alias}
        named = {c.field for c in self.where} | {c.field for c in self.choices}
        return own | named | {*self.present, *self.absent}


@dataclass(frozen=True, slots=True)
class Query:
    """A compiled rule: the patterns to bind, each tied to an earlier one, and the groups that must not be there."""

    rule: str
    patterns: tuple[Pattern, ...]
    unless: tuple[tuple[Pattern, ...], ...] = ()

    def every(self) -> Iterator[Pattern]:
        """All patterns, those under `unless` too."""
        yield from self.patterns
        for group in self.unless:
            yield from group

    def fields(self) -> set[str]:
        """The fields that any pattern looks at, `fact`, `matter` and `kind` included."""
        return {"fact", "matter", "kind"}.union(*(p.fields() for p in self.every()))

    def aliases(self) -> tuple[str, ...]:
        """The aliases that a match gives a fact for."""
        return tuple(p.alias for p in self.patterns)

    @property
    def local(self) -> bool:
        """Whether all facts of a match, and all that could refuse it, share one `matter`.

        So it is when relations (or an equality of `matter`) connect all patterns; an equality of another field, such
        as `holder`, ties patterns too, but across matters.
        """
        group = {p.alias: p.alias for p in self.every()}
        for p in self.every():
            for c in p.where:
                if isinstance(c.value, Ref) and _same_matter(c.field, c.op, c.value):
                    old, new = group[p.alias], group[c.value.alias]
                    group = {a: new if g == old else g for a, g in group.items()}
        return len(set(group.values())) <= 1


def _same_matter(field: str, op: Op, ref: Ref) -> bool:
    return op == "eq" and ref.plain and (field, ref.field) in _SAME_MATTER


def alternatives(pattern: Pattern) -> int:
    """How many flat patterns the kinds and choices of this one stand for."""
    return len(pattern.kinds) * prod(len(c.values) for c in pattern.choices)


def flat(query: Query) -> list[Query]:
    """The flat conjunctions that a query stands for: one kind a pattern and no choices.

    A match of any of them is a match of the query. Under `unless` every alternative is a group of its own.
    """
    unless = tuple(tuple(g) for group in query.unless for g in product(*map(_flat_patterns, group)))
    bodies = product(*map(_flat_patterns, query.patterns))
    return [Query(query.rule, tuple(body), unless) for body in bodies]


def _flat_patterns(pattern: Pattern) -> list[Pattern]:
    """The same pattern once for every combination of its kinds and choices."""
    out = []
    for kind in pattern.kinds:
        for values in product(*(c.values for c in pattern.choices)):
            fixed = tuple(Condition(c.field, "eq", v) for c, v in zip(pattern.choices, values, strict=True))
            out.append(replace(pattern, kinds=(kind,), choices=(), where=(*fixed, *pattern.where)))
    return out
