"""Compiling: a checked rule becomes a query whose patterns are in order, each tied to an earlier one."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

from consistency.rulelang.check import Alias, Atom, Checker
from consistency.rulelang.conditions import Mistake
from consistency.rulelang.fields import COMMON_FIELDS, FIELDS
from consistency.rulelang.ir import MAX_ALTERNATIVES, Condition, Op, Pattern, Query, Ref, alternatives
from consistency.rulelang.model import RuleFile

MAX_PATTERNS = 12
MAX_CONDITIONS = 20
"""Of one pattern. durable-rules takes at most 16 aliases and 28 equalities."""

FLIPPED: dict[Op, Op] = {"eq": "eq", "ne": "ne", "lt": "gt", "le": "ge", "gt": "lt", "ge": "le"}


def compile_rule(file: RuleFile) -> tuple[Query | None, list[Mistake]]:
    """The query of a rule, or None and every mistake in it."""
    checker = Checker(file)
    if checker.mistakes:
        return None, checker.mistakes
    ordering = _Ordering(checker)
    patterns = ordering.patterns("", ())
    if ordering.mistakes:
        return None, ordering.mistakes
    bound = [p.alias for p in patterns]
    query = Query(file.id, patterns, tuple(ordering.patterns(group, bound) for group in file.unless))
    mistakes = ordering.mistakes or _sizes(query)
    return (None, mistakes) if mistakes else (query, [])


class _Ordering:
    """Puts aliases in an order in which each is tied to an earlier one, relations before the facts at their ends."""

    def __init__(self, checker: Checker) -> None:
        self.aliases = checker.aliases
        self.atoms = checker.atoms
        self.mistakes: list[Mistake] = []

    def patterns(self, group: str, before: Sequence[str]) -> tuple[Pattern, ...]:
        """The patterns of a group ("" = those that must bind), in order, after the aliases placed before."""
        placed = list(before)
        waiting = [n for n, a in self.aliases.items() if a.group == group]
        waiting.sort(key=lambda n: not self.aliases[n].is_relation)
        out: list[Pattern] = []
        while waiting:
            name = self._next(waiting, placed)
            if name is None:
                self._stuck(waiting, placed)
                break
            waiting.remove(name)
            out.append(self._pattern(name, placed))
            placed.append(name)
        return tuple(out)

    def _next(self, waiting: list[str], placed: list[str]) -> str | None:
        if not placed:
            free = [n for n in self.aliases if n in waiting and not self._blocked(n, placed)]
            return free[0] if free else None
        ready = [n for n in waiting if self._tied(n, placed) and not self._blocked(n, placed)]
        return ready[0] if ready else None

    def _stuck(self, waiting: list[str], placed: list[str]) -> None:
        blocked = next((b for n in waiting if (b := self._blocked(n, placed))), None)
        if blocked and isinstance(blocked.value, Ref):
            other = blocked.value.alias
            self._wrong(blocked.place, blocked.at, f"a product of '{other}' cannot be compared here, as '{other}' is "
                        f"not bound before '{blocked.alias}'")
            return
        facts = [n for n in waiting if " " not in n] or waiting
        name = facts[0]
        others = ", ".join(f"'{n}'" for n in placed if " " not in n)
        self._wrong(self.aliases[name].place, 0, f"'{name}' is not tied to {others}: relate them, or let a field of "
                    "one equal a field of the other")

    def _wrong(self, place: tuple[str | int, ...], at: int, message: str) -> None:
        self.mistakes.append(Mistake(place, at, message))

    def _tied(self, name: str, placed: list[str]) -> bool:
        return any(_is_tie(a, name, other) for a in self.atoms for other in placed)

    def _blocked(self, name: str, placed: list[str]) -> Atom | None:
        """The condition that compares it with a product of an alias that is not placed yet."""
        for atom in self.atoms:
            if atom.alias != name or not isinstance(atom.value, Ref) or atom.value.times == 1:
                continue
            if atom.value.alias not in (name, *placed):
                return atom
        return None

    def _pattern(self, name: str, placed: list[str]) -> Pattern:
        alias = self.aliases[name]
        conditions = [c for a in self.atoms if (c := self._condition(a, name, placed))]
        conditions.sort(key=lambda c: _rank(c, name))
        return Pattern(
            name, alias.kinds, tuple(dict.fromkeys(conditions)), tuple(alias.choices),
            present=tuple(sorted(self._needed(name, alias))), absent=tuple(sorted(alias.absent)),
        )  # fmt: skip

    def _condition(self, atom: Atom, name: str, placed: list[str]) -> Condition | None:
        """The atom as a condition of this alias, turned round where the other side is the later one."""
        if not isinstance(atom.value, Ref):
            return Condition(atom.field, atom.op, atom.value) if atom.alias == name else None
        ref = atom.value
        if atom.alias == name and ref.alias in (name, *placed):
            return Condition(atom.field, atom.op, ref)
        if ref.alias == name and atom.alias in placed:
            if ref.times != 1:
                self._wrong(atom.place, atom.at, f"a product of '{name}' cannot be compared here, as '{name}' is not "
                            f"bound before '{atom.alias}'")
            return Condition(ref.field, FLIPPED[atom.op], Ref(atom.alias, atom.field, 1, -ref.plus))
        return None

    def _needed(self, name: str, alias: Alias) -> set[str]:
        """Fields that must be there: those that are said to be, and those that any condition reads."""
        read = {a.value.field for a in self.atoms if isinstance(a.value, Ref) and a.value.alias == name}
        read |= {a.field for a in self.atoms if a.alias == name and isinstance(a.value, Ref)}
        both = sorted(alias.absent & (read | alias.present | {a.field for a in self.atoms if a.alias == name}))
        if both:
            self._wrong(alias.place, 0, f"'{name}.{both[0]}' is both absent and used")
        return (read | alias.present) - set(COMMON_FIELDS)


def _is_tie(atom: Atom, one: str, other: str) -> bool:
    """Whether the atom is an equality of the two on a field with many values."""
    if atom.op != "eq" or not isinstance(atom.value, Ref) or not atom.value.plain:
        return False
    kind = FIELDS[atom.field]
    return {atom.alias, atom.value.alias} == {one, other} and kind.type != "boolean" and not kind.values


def _rank(condition: Condition, name: str) -> int:
    """Literals and own fields first, then plain equalities with earlier facts, then the rest."""
    if not isinstance(condition.value, Ref) or condition.value.alias == name:
        return 0
    return 1 if condition.op == "eq" and condition.value.plain else 2


def _sizes(query: Query) -> list[Mistake]:
    patterns = list(query.every())
    if len(patterns) > MAX_PATTERNS:
        return [Mistake(("facts",), 0, f"more than {MAX_PATTERNS} facts and relations in one rule")]
    if any(len(p.where) + len(p.present) + len(p.choices) > MAX_CONDITIONS for p in patterns):
        return [Mistake(("where",), 0, f"more than {MAX_CONDITIONS} conditions on one fact")]
    ways = [prod(map(alternatives, group)) for group in (query.patterns, *query.unless)]
    if ways[0] * (1 + sum(ways[1:])) > MAX_ALTERNATIVES:
        return [Mistake(("facts",), 0, f"the lists of values stand for more than {MAX_ALTERNATIVES} alternatives")]
    return []
