"""Checking a rule: every name, type and value in it; yields the parts that `compile` puts in order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from consistency.rulelang import conditions as grammar
from consistency.rulelang.conditions import Comparison, Mistake, Named, Presence, Relating, Sum
from consistency.rulelang.fields import COMMON_FIELDS, FIELDS, RELATION_FIELDS, RELATIONS, Value
from consistency.rulelang.ir import Choice, Op, Ref
from consistency.rulelang.messages import SHOWN, SHOWN_OF_RELATION, Broken, scan
from consistency.rulelang.model import RuleFile
from consistency.rulelang.near import did_you_mean
from consistency.rulelang.values import Misfit, a, bad_sum, from_text, typed

Place = tuple[str | int, ...]
_ALIAS = re.compile(r"[a-z][a-z0-9_]{0,59}")
_RESERVED = ("is", "as", "true", "false")


class Atom(NamedTuple):
    """`alias.field op value`, whichever alias comes first later, and where it stands."""

    alias: str
    field: str
    op: Op
    value: Value | Ref
    place: Place
    at: int


@dataclass(slots=True)
class Alias:
    """What is known of an alias: its kinds, choices, presences, and the `unless` alias whose group it is in, or ""."""

    kinds: tuple[str, ...]
    place: Place
    group: str = ""
    choices: list[Choice] = field(default_factory=list)
    present: set[str] = field(default_factory=set)
    absent: set[str] = field(default_factory=set)

    @property
    def is_relation(self) -> bool:
        """Whether it binds relations rather than facts."""
        return self.kinds == ("relation",)

    def fields(self) -> Iterable[str]:
        """The fields that what it binds can have."""
        relation = (*COMMON_FIELDS, *RELATION_FIELDS)
        return relation if self.is_relation else [f for f in FIELDS if f not in RELATION_FIELDS]


class Checker:
    """Goes through a rule once and collects its aliases, its atoms and all its mistakes."""

    def __init__(self, file: RuleFile) -> None:
        self.mistakes: list[Mistake] = []
        self.aliases: dict[str, Alias] = {}
        self.atoms: list[Atom] = []
        self._section("facts", file.facts)
        self._section("unless", file.unless)
        self._where(file.where)
        self._message(file.message)
        if file.category == "tension" and file.severity != "info":
            self._wrong(("severity",), 0, "a tension is never above info")

    def _wrong(self, place: Place, at: int, message: str) -> None:
        self.mistakes.append(Mistake(place, at, message))

    # facts and unless

    def _section(self, section: str, patterns: dict[str, dict[str, object]]) -> None:
        for name, fixed in patterns.items():
            place = (section, name)
            if not _ALIAS.fullmatch(name) or name in _RESERVED:
                self._wrong(place, 0, f"'{name}' is no name for a fact: lower-case letters, digits and _")
            elif name in self.aliases:
                self._wrong(place, 0, f"'{name}' is named twice")
            else:
                self._alias(name, fixed, place, name if section == "unless" else "")

    def _alias(self, name: str, fixed: dict[str, object], place: Place, group: str) -> None:
        if "kind" not in fixed:
            self._wrong(place, 0, f"'{name}' has no kind: write {name}: {{kind: claim}}")
            self.aliases[name] = Alias((), place, group)
            return
        kinds = tuple(str(k) for k in self._values("kind", fixed["kind"], (*place, "kind")))
        if "relation" in kinds and len(kinds) > 1:
            self._wrong((*place, "kind"), 0, "a relation cannot be an alternative to a fact")
        self.aliases[name] = alias = Alias(kinds, place, group)
        for key, raw in fixed.items():
            if key != "kind" and self._known_field(name, key, (*place, key), 0):
                values = self._values(key, raw, (*place, key))
                if values:
                    alias.choices.append(Choice(key, values))

    def _values(self, name: str, raw: object, place: Place) -> tuple[Value, ...]:
        items = list(raw) if isinstance(raw, list | tuple) else [raw]
        if not items:
            self._wrong(place, 0, f"'{name}' has an empty list of values")
        out: dict[Value, None] = {}
        for i, item in enumerate(items):
            value = typed(name, item)
            if isinstance(value, Misfit):
                self._wrong((*place, i) if isinstance(raw, list | tuple) else place, 0, value)
            else:
                out[value] = None
        return tuple(out)

    def _known_field(self, alias: str, name: str, place: Place, at: int) -> bool:
        fields = self.aliases[alias].fields()
        if name in fields:
            return True
        if name in FIELDS and self.aliases[alias].kinds:
            one, other = ("a relation", "facts") if self.aliases[alias].is_relation else ("a fact", "relations")
            self._wrong(place, at, f"{one} has no field '{name}': it is one of {other}")
        elif name not in FIELDS:
            self._wrong(place, at, f"unknown field '{name}'{did_you_mean(name, fields)}")
        return False

    # where

    def _where(self, texts: tuple[str, ...]) -> None:
        parsed = [grammar.parse(text, ("where", i)) for i, text in enumerate(texts)]
        for i, condition in enumerate(parsed):
            if isinstance(condition, Relating):
                self._relating(condition, ("where", i))
        for i, condition in enumerate(parsed):
            if isinstance(condition, Mistake):
                self.mistakes.append(condition)
            elif isinstance(condition, Presence):
                self._presence(condition, ("where", i))
            elif isinstance(condition, Comparison):
                self._comparison(condition, ("where", i))

    def _relating(self, c: Relating, place: Place) -> None:
        if c.relation not in RELATIONS:
            self._wrong(place, c.relation_at, f"unknown relation '{c.relation}'{did_you_mean(c.relation, RELATIONS)}")
        known = [self._known_alias(c.left, place, c.left_at), self._known_alias(c.right, place, c.right_at)]
        if c.name in self.aliases:
            self._wrong(place, c.name_at, f"'{c.name}' is named twice")
        elif " " not in c.name and (not _ALIAS.fullmatch(c.name) or c.name in _RESERVED):
            self._wrong(place, c.name_at, f"'{c.name}' is no name for a relation: lower-case letters, digits and _")
        elif c.left == c.right:
            self._wrong(place, c.right_at, f"'{c.left}' cannot be related to itself")
        elif all(known):
            self._link(c, place)
        # known from here on, whatever is wrong with it
        self.aliases.setdefault(c.name, Alias(("relation",), place))

    def _link(self, c: Relating, place: Place) -> None:
        ends = (self.aliases[c.left], self.aliases[c.right])
        for end, at in zip(ends, (c.left_at, c.right_at), strict=True):
            if end.is_relation:
                self._wrong(place, at, "a relation is between facts, not between relations")
        if ends[0].group and ends[1].group:
            self._wrong(place, c.right_at, "two facts under 'unless' cannot be tied to each other")
        group = ends[0].group or ends[1].group
        self.aliases[c.name] = Alias(("relation",), place, group, [Choice("relation", (c.relation,))])
        self.atoms.append(Atom(c.name, "left", "eq", Ref(c.left, "fact"), place, c.left_at))
        self.atoms.append(Atom(c.name, "right", "eq", Ref(c.right, "fact"), place, c.right_at))

    def _known_alias(self, name: str, place: Place, at: int) -> bool:
        if name in self.aliases:
            return True
        self._wrong(place, at, f"unknown alias '{name}'{did_you_mean(name, self._named())}")
        return False

    def _named(self) -> list[str]:
        return [n for n in self.aliases if " " not in n]

    def _known(self, named: Named, place: Place) -> bool:
        return self._known_alias(named.alias, place, named.at) and self._known_field(
            named.alias, named.field, place, named.at + len(named.alias) + 1
        )

    def _presence(self, c: Presence, place: Place) -> None:
        if self._known(c.left, place):
            alias = self.aliases[c.left.alias]
            (alias.present if c.present else alias.absent).add(c.left.field)

    def _comparison(self, c: Comparison, place: Place) -> None:
        if not self._known(c.left, place):
            return
        left = c.left.field
        if FIELDS[left].type in ("string", "boolean") and c.op not in ("eq", "ne"):
            self._wrong(place, c.left.at, f"'{left}' is {a(left)}: compare it with = and != only")
        elif isinstance(c.value, Sum):
            self._cross(c, c.value, place)
        else:
            value = from_text(left, c.value.text, c.value.quoted)
            if isinstance(value, Misfit):
                self._wrong(place, c.value.at, value)
            else:
                self.atoms.append(Atom(c.left.alias, left, c.op, value, place, c.left.at))

    def _cross(self, c: Comparison, value: Sum, place: Place) -> None:
        left, right = c.left, value.right
        if not self._known(right, place):
            return
        kind = FIELDS[left.field].type
        if kind != FIELDS[right.field].type:
            self._wrong(place, right.at, f"'{left.field}' is {a(left.field)} and '{right.field}' {a(right.field)}: "
                        "they cannot be compared")
        elif message := bad_sum(kind, value.times, value.plus, value.in_days):
            self._wrong(place, right.at, message)
        elif left[:2] == right[:2]:
            self._wrong(place, right.at, f"'{left.alias}.{left.field}' is compared with itself")
        elif self._apart(left.alias, right.alias):
            self._wrong(place, right.at, "two facts under 'unless' cannot be tied to each other")
        else:
            ref = Ref(right.alias, right.field, value.times, value.plus)
            self.atoms.append(Atom(left.alias, left.field, c.op, ref, place, left.at))

    def _apart(self, one: str, other: str) -> bool:
        groups = {self.aliases[one].group, self.aliases[other].group} - {""}
        return len(groups) > 1

    # message

    def _message(self, message: str) -> None:
        for piece in scan(message):
            if isinstance(piece, Broken):
                self._wrong(("message",), piece.at, f"'{piece.text}' is not {{alias.name}}; write {{{{ for a brace")
            elif piece.alias not in self._named():
                self._wrong(("message",), piece.at,
                            f"unknown alias '{piece.alias}'{did_you_mean(piece.alias, self._named())}")
            elif self.aliases[piece.alias].group:
                self._wrong(("message",), piece.at, f"'{piece.alias}' stands under 'unless': there is none to show")
            else:
                self._shown(piece.alias, piece.name, piece.at)

    def _shown(self, alias: str, name: str, at: int) -> None:
        shown = SHOWN_OF_RELATION if self.aliases[alias].is_relation else SHOWN
        known = [*shown, *self.aliases[alias].fields()]
        if name not in known:
            self._wrong(("message",), at, f"'{alias}' has nothing called '{name}'{did_you_mean(name, known)}")
