"""Rules that can never match: conditions that exclude each other, whatever the facts are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from consistency.rulelang.conditions import Comparison, Literal, Parsed, Presence, Relating, Sum, parse
from consistency.rulelang.fields import FIELDS, Value
from consistency.rulelang.ir import Op
from consistency.rulelang.model import RuleFile
from consistency.rulelang.values import Misfit, from_text, typed

Place = tuple[str | int, ...]
Term = tuple[str, str]
"""An alias and a field."""

ORDERED = (("said_from", "said_to"), ("about_from", "about_to"), ("low", "high"))
"""Fields of one fact of which the first is never above the second."""
ONLY_BETWEEN: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "same_utterance": (frozenset({"quote"}), frozenset({"quote"})),
    "drifts_from": (frozenset({"quote"}), frozenset({"quote"})),
    "fulfils": (frozenset({"outcome"}), frozenset({"promise", "prediction"})),
}
"""The kinds of fact that a relation has on its left and on its right, where they are few."""
_ZERO: Term = ("", "")


class Clash(NamedTuple):
    """Parts of a rule that cannot hold together: the place of the last of them, and why."""

    place: Place
    why: str


class _Bound(NamedTuple):
    """`left - right <= most`, as the condition at this place says."""

    left: Term
    right: Term
    most: int
    place: Place


def clashes(rule: RuleFile) -> list[Clash]:
    """Why the rule can never match, as far as that can be told without facts; empty for most rules."""
    parsed = [(("where", n), parse(text)) for n, text in enumerate(rule.where)]
    conditions: list[tuple[Place, Parsed]] = [
        (p, c) for p, c in parsed if isinstance(c, Comparison | Relating | Presence)
    ]
    aliases = {**rule.facts, **rule.unless}
    found = chain(_of_kinds(aliases, conditions), _of_values(rule, conditions), _of_order(rule, conditions))
    return list(found)


def _of_kinds(aliases: dict[str, dict[str, object]], conditions: Iterable[tuple[Place, Parsed]]) -> Iterator[Clash]:
    """Relations between kinds of fact that they are never between."""
    for place, c in conditions:
        if not isinstance(c, Relating) or c.relation not in ONLY_BETWEEN:
            continue
        for alias, allowed in zip((c.left, c.right), ONLY_BETWEEN[c.relation], strict=True):
            kinds = set(map(str, _listed(aliases.get(alias, {}).get("kind", []))))
            if kinds and not kinds & allowed:
                yield Clash(
                    place,
                    f"'{c.relation}' never has a {' or '.join(sorted(kinds))} there, as '{alias}' is, "
                    f"but only a {' or '.join(sorted(allowed))}",
                )


def _of_values(rule: RuleFile, conditions: Iterable[tuple[Place, Parsed]]) -> Iterator[Clash]:
    """Fields that must have a value and must not, by themselves or by being equal to another."""
    compared = [(place, c) for place, c in conditions if isinstance(c, Comparison) and _positive(rule, c)]
    values = _Values(c for _, c in compared)
    for alias, fixed in rule.facts.items():
        for name in (n for n in fixed if n in FIELDS):
            listed = {v for item in _listed(fixed[name]) if not isinstance(v := typed(name, item), Misfit)}
            if not values.among((alias, name), listed):
                yield Clash(("facts", alias, name), f"nothing is left that '{alias}.{name}' could be")
    for place, c in compared:
        left = c.left[:2]
        if isinstance(c.value, Sum):
            if c.op == "ne" and _plain(c.value) and values.equal(left, c.value.right[:2]):
                yield Clash(place, f"{_said(left)} and {_said(c.value.right[:2])} are equal by another condition")
        elif not values.compared(left, c.op, from_text(c.left.field, c.value.text, c.value.quoted)):
            yield Clash(place, f"nothing is left that {_said(left)} could be")


class _Values:
    """The values that are left for each group of fields that must be equal."""

    def __init__(self, comparisons: Iterable[Comparison]) -> None:
        self._group: dict[Term, Term] = {}
        self._left: dict[Term, set[Value]] = {}
        for c in comparisons:
            if c.op == "eq" and isinstance(c.value, Sum) and _plain(c.value):
                self._group[self._root(c.left[:2])] = self._root(c.value.right[:2])

    def _root(self, term: Term) -> Term:
        while self._group.get(term, term) != term:
            term = self._group[term]
        return term

    def equal(self, one: Term, other: Term) -> bool:
        """Whether the two must be equal."""
        return self._root(one) == self._root(other)

    def among(self, term: Term, values: set[Value]) -> bool:
        """Leave only these; whether anything is left."""
        root = self._root(term)
        self._left[root] = self._left.get(root, values) & values
        return bool(self._left[root])

    def compared(self, term: Term, op: Op, value: Value | Misfit) -> bool:
        """Leave what the comparison leaves, as far as the values are few; whether anything is left."""
        if isinstance(value, Misfit) or op not in ("eq", "ne"):
            return True
        if op == "eq":
            return self.among(term, {value})
        root = self._root(term)
        return root not in self._left or self.among(term, self._left[root] - {value})


def _of_order(rule: RuleFile, conditions: Iterable[tuple[Place, Parsed]]) -> Iterator[Clash]:
    """Numbers and dates that would have to be below themselves: a cycle of bounds whose sum is negative."""
    bounds = [
        b for place, c in conditions if isinstance(c, Comparison) and _positive(rule, c) for b in _bounds(place, c)
    ]
    terms = sorted({t for b in bounds for t in (b.left, b.right)})
    for alias in sorted({alias for alias, _ in terms} - {""}):
        bounds += [_Bound((alias, low), (alias, high), 0, ()) for low, high in ORDERED]
    least: dict[Term, int] = {}
    for _ in range(len(terms) + 2 * len(ORDERED) + 1):
        changed = None
        for b in bounds:
            if least.get(b.right, 0) + b.most < least.get(b.left, 0):
                least[b.left] = least.get(b.right, 0) + b.most
                changed = b.place or changed
        if changed is None:
            return
    places = [b.place for b in bounds if b.place]
    yield Clash(places[-1], "no numbers or days fulfil this and the other comparisons together")


def _bounds(place: Place, c: Comparison) -> Iterator[_Bound]:
    left = c.left[:2]
    if FIELDS[c.left.field].type not in ("integer", "date"):
        return
    if isinstance(c.value, Literal):
        value = from_text(c.left.field, c.value.text, c.value.quoted)
        if isinstance(value, int):
            yield from _ways(left, _ZERO, c.op, value, place)
    elif c.value.times == 1:
        yield from _ways(left, c.value.right[:2], c.op, c.value.plus, place)


def _ways(left: Term, right: Term, op: Op, plus: int, place: Place) -> Iterator[_Bound]:
    """`left op right + plus` as bounds from above and from below."""
    if op in ("lt", "le", "eq"):
        yield _Bound(left, right, plus - (op == "lt"), place)
    if op in ("gt", "ge", "eq"):
        yield _Bound(right, left, -plus - (op == "gt"), place)


def _positive(rule: RuleFile, c: Comparison) -> bool:
    """Whether it is about facts that must be there; what is under `unless` may well be impossible."""
    other = c.value.right.alias if isinstance(c.value, Sum) else c.left.alias
    return not {c.left.alias, other} & set(rule.unless)


def _plain(value: Sum) -> bool:
    return (value.times, value.plus) == (1, 0)


def _listed(raw: object) -> list[object]:
    return list(raw) if isinstance(raw, list | tuple) else [raw]


def _said(term: Term) -> str:
    return f"'{term[0]}.{term[1]}'"
