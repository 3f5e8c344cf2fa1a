"""Why a rule finds nothing: the least that it would have to ask less of some facts to find something in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, islice
from typing import Literal, NamedTuple

from consistency.engine import reference
from consistency.rulelang.fields import FIELDS, Row
from consistency.rulelang.ir import Pattern, Query, Ref
from consistency.rulelang.said import condition_said, shown

MOST_LACKS = 3
"""How many things may be wrong at once; with more, nothing is near."""
MOST_BINDINGS = 30_000
"""Ways to bind the rule's facts, about, up to which it is tried."""
MOST = 3
"""Near misses that are told."""

_KINDS = tuple(kind for kind in FIELDS["kind"].values if kind != "relation")
_ENDS = ("fact", "left", "right")


class Demand(NamedTuple):
    """Something that a rule asks: of which alias, and what, with its place among the like of the pattern."""

    alias: str
    what: Literal["kind", "choice", "where", "present", "absent", "relation", "unless"]
    at: int = 0


class Lack(NamedTuple):
    """What a rule asks (`wanted`, as its author writes it) and what is there instead."""

    wanted: str
    instead: str


class Miss(NamedTuple):
    """What is lacking, and the facts (alias -> number) in which the rule would find something but for that."""

    lacks: tuple[Lack, ...]
    bound: dict[str, int]


def misses(query: Query, rows: Sequence[Row]) -> list[Miss]:
    """The nearest misses of a rule that matches none of the rows, those that lack least; empty where none is near.

    Tries all that could be left out of the rule: for the few facts of an example, not for a corpus.
    """
    facts = [row for row in rows if row["kind"] != "relation"]
    asked = list(demands(query))
    for many in range(1, MOST_LACKS + 1):
        if len(asked) ** (many - 1) * len(facts) ** len(query.patterns) > MOST_BINDINGS * len(asked):
            break
        plain = (left_out for left_out in combinations(asked, many) if not _unrelated(left_out))
        other = (left_out for left_out in combinations(asked, many) if _unrelated(left_out))
        for kind in (plain, other):  # that a relation is missing says little, so it is said where nothing else can be
            near = (_missed(query, left_out, rows) for left_out in kind)
            if found := list(islice((miss for miss in near if miss), MOST)):
                return found
    return []


def _unrelated(left_out: Sequence[Demand]) -> bool:
    return any(demand.what == "relation" for demand in left_out)


def demands(query: Query) -> Iterator[Demand]:
    """All that could be left out of the query, one by one; that a relation has its ends belongs to the relation."""
    for p in query.patterns:
        if p.kinds == ("relation",):
            yield Demand(p.alias, "relation")
        else:
            yield Demand(p.alias, "kind")
        yield from (Demand(p.alias, "choice", n) for n, c in enumerate(p.choices) if c.field != "relation")
        yield from (Demand(p.alias, "where", n) for n, c in enumerate(p.where) if c.field not in _ENDS)
        yield from (Demand(p.alias, "present", n) for n, _ in enumerate(p.present))
        yield from (Demand(p.alias, "absent", n) for n, _ in enumerate(p.absent))
    yield from (Demand("", "unless", n) for n, _ in enumerate(query.unless))


def without(query: Query, left_out: Sequence[Demand]) -> Query:
    """The query that asks all but these."""
    gone = {d.alias for d in left_out if d.what == "relation"}
    unread = _unread(query, left_out)
    patterns = [_eased(p, left_out, gone, unread) for p in query.patterns if p.alias not in gone]
    unless = [g for n, g in enumerate(query.unless) if Demand("", "unless", n) not in left_out]
    eased = [tuple(_eased(p, (), gone, set()) for p in group) for group in unless]
    return Query(query.rule, tuple(patterns), tuple(eased))


def _unread(query: Query, left_out: Sequence[Demand]) -> set[tuple[str, str]]:
    """The fields that the conditions left out have read: they need not be there any more."""
    found: set[tuple[str, str]] = set()
    for p in query.patterns:
        for condition in (p.where[d.at] for d in left_out if d.what == "where" and d.alias == p.alias):
            found.add((p.alias, condition.field))
            if isinstance(condition.value, Ref):
                found.add((condition.value.alias, condition.value.field))
    return found


def _eased(p: Pattern, left_out: Sequence[Demand], gone: set[str], unread: set[tuple[str, str]]) -> Pattern:
    out = {(d.what, d.at) for d in left_out if d.alias == p.alias}
    where = [c for n, c in enumerate(p.where) if ("where", n) not in out]
    return replace(
        p,
        kinds=_KINDS if ("kind", 0) in out else p.kinds,
        where=tuple(c for c in where if not (isinstance(c.value, Ref) and c.value.alias in gone)),
        choices=tuple(c for n, c in enumerate(p.choices) if ("choice", n) not in out),
        present=tuple(f for n, f in enumerate(p.present) if ("present", n) not in out and (p.alias, f) not in unread),
        absent=tuple(f for n, f in enumerate(p.absent) if ("absent", n) not in out),
    )


def _missed(query: Query, left_out: Sequence[Demand], rows: Sequence[Row]) -> Miss | None:
    """What the query matches first without these; rather in different articles, where a relation is left out."""
    eased = without(query, left_out)
    by_number = {int(row["fact"]): row for row in rows}
    found = reference.run([eased], rows).numbers[0]
    if not found:
        return None
    first = min(found, key=lambda numbers: (-len({by_number[n].get("article") for n in numbers}), numbers))
    bound = dict(zip(eased.aliases(), first, strict=True))
    held = {alias: by_number[n] for alias, n in bound.items()}
    return Miss(tuple(_lack(query, demand, held) for demand in left_out), bound)


def _lack(query: Query, demand: Demand, held: dict[str, Row]) -> Lack:
    if demand.what == "unless":
        group = query.unless[demand.at]
        return Lack("unless " + ", ".join(p.alias for p in group if " " not in p.alias), "there is one")
    pattern = next(p for p in query.patterns if p.alias == demand.alias)
    row = held.get(demand.alias, {})
    if demand.what == "relation":
        return Lack(_relation_said(query, pattern), "that is not found between them")
    if demand.what == "kind":
        return Lack(f"{demand.alias}.kind = {' or '.join(pattern.kinds)}", shown("kind", row.get("kind")))
    if demand.what == "choice":
        name, values = pattern.choices[demand.at]
        return Lack(f"{demand.alias}.{name} = {' or '.join(shown(name, v) for v in values)}", _is(row, name))
    if demand.what in ("present", "absent"):
        name = (pattern.present if demand.what == "present" else pattern.absent)[demand.at]
        return Lack(f"{demand.alias}.{name} is {demand.what}", _is(row, name))
    condition = pattern.where[demand.at]
    instead = _is(row, condition.field)
    if isinstance(condition.value, Ref) and condition.value.alias in held:
        other = condition.value
        instead = f"{demand.alias}'s {instead}; {other.alias}'s {_is(held[other.alias], other.field)}"
    return Lack(condition_said(demand.alias, condition), instead)


def _is(row: Row, name: str) -> str:
    return f"{name} is {shown(name, row.get(name))}"


def _relation_said(query: Query, relation: Pattern) -> str:
    ends = {c.field: c.value.alias for c in relation.where if isinstance(c.value, Ref) and c.field in _ENDS}
    for p in query.every():
        for c in p.where:
            if isinstance(c.value, Ref) and c.value.alias == relation.alias and c.value.field in _ENDS:
                ends[c.value.field] = p.alias
    name = " or ".join(str(v) for c in relation.choices if c.field == "relation" for v in c.values)
    return f"{ends.get('left', '?')} {name} {ends.get('right', '?')}"
