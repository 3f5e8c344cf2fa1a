"""Rules in the one form in which durable-rules neither crashes nor errs.

Every oddity here was met and measured: an AND whose last condition across facts is false reads past an array, so the
first such condition is repeated at the end (the sentinel); a field that is read across facts must be known to exist;
an OR inside a rule is wrong, so alternatives become rules of their own; `not` is left out: what a group under
`unless` refuses is asked for as a rule of its own, and taken away afterwards.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from consistency.engine.rows import Table
from consistency.rulelang.ir import Condition, Op, Pattern, Query, Ref, flat

OPS: dict[Op, str] = {"ne": "$neq", "lt": "$lt", "le": "$lte", "gt": "$gt", "ge": "$gte"}

MAX_RULES = 45
"""Rules in one ruleset: more than 50 fail, and one is the engine's own start."""
MAX_PATTERNS = 250
"""Patterns in one ruleset, for its tables of 256 and 512 entries."""
MAX_OF_KIND = 50
"""Patterns of one kind of fact in one ruleset: they wait on a stack of 64 (its error 303)."""

Definition = dict[str, object]


class FlatRule(NamedTuple):
    """A conjunction for durable-rules: of which query, whether its matches are refused ones, and how many bind."""

    query: int
    refuses: bool
    width: int
    kinds: tuple[str, ...]
    definition: Definition


def fits(rules: Sequence[FlatRule]) -> bool:
    """Whether the rules can stand in one ruleset."""
    kinds = Counter(kind for rule in rules for kind in rule.kinds)
    return len(rules) <= MAX_RULES and kinds.total() <= MAX_PATTERNS and max(kinds.values(), default=0) <= MAX_OF_KIND


def flat_rules(number: int, query: Query, facts: Table) -> list[FlatRule]:
    """The conjunctions that answer a query: those that match, and those whose matches are to be taken away.

    One that wants a kind of fact that there is none of is left out.
    """
    out = []
    for body in flat(query):
        for group in ((), *body.unless):
            patterns = (*body.patterns, *group)
            kinds = tuple(p.kinds[0] for p in patterns)
            if all(kind in facts.codes for kind in kinds):
                made = definition(patterns, facts)
                out.append(FlatRule(number, bool(group), len(body.patterns), kinds, made))
    return out


def definition(patterns: Sequence[Pattern], facts: Table) -> Definition:
    """A conjunction of flat patterns; aliases become p0, p1, ... in their order."""
    names = {p.alias: f"p{i}" for i, p in enumerate(patterns)}
    return {"all": [{names[p.alias]: _pattern(p, names, facts)} for p in patterns]}


def _pattern(pattern: Pattern, names: dict[str, str], facts: Table) -> Definition:
    across = [c for c in pattern.where if isinstance(c.value, Ref) and c.value.alias != pattern.alias]
    # equalities that can be hashed come first, or the engine compares all pairs
    across.sort(key=lambda c: not (c.op == "eq" and isinstance(c.value, Ref) and c.value.plain))
    parts: list[Definition] = [{"kind": facts.literal(pattern.kinds[0])}]
    parts += [{"$ex": {field: 1}} for field in pattern.present]
    parts += [{"$nex": {field: 1}} for field in pattern.absent]
    parts += [_condition(c, pattern.alias, names, facts) for c in pattern.where if c not in across]
    joined = [_condition(c, pattern.alias, names, facts) for c in across]
    parts += joined + joined[:1]
    return {"$and": parts} if len(parts) > 1 else parts[0]


def _condition(condition: Condition, own: str, names: dict[str, str], facts: Table) -> Definition:
    right = _right(condition, own, names, facts)
    return {condition.field: right} if condition.op == "eq" else {OPS[condition.op]: {condition.field: right}}


def _right(condition: Condition, own: str, names: dict[str, str], facts: Table) -> object:
    ref = condition.value
    if not isinstance(ref, Ref):
        return facts.literal(ref)
    out: object = {"$m" if ref.alias == own else names[ref.alias]: ref.field}
    if ref.times != 1:
        out = {"$mul": {"$l": out, "$r": ref.times}}
    return {"$add": {"$l": out, "$r": ref.plus}} if ref.plus else out
