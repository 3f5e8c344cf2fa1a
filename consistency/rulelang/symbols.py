"""Stand-ins for facts in the functions of Python rules: comparing them writes a condition down."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from consistency.rulelang.fields import FIELDS

UNLESS = "unless"
"""Marks a parameter as a fact that must not be there: `kept: Annotated[Outcome, UNLESS]`."""


class Misuse(TypeError):  # noqa: N818 - becomes a Problem, never leaves `python.py`
    """A rule's function does something that conditions cannot say."""


class Condition(str):
    """A condition in the grammar of rule files."""

    __slots__ = ()

    def __bool__(self) -> bool:
        raise Misuse("return or yield conditions one by one: and, or, not, if and a < b < c cannot join them")


class OneOf(NamedTuple):
    """That a field has one of several values."""

    alias: str
    field: str
    values: tuple[object, ...]


class Sum(NamedTuple):
    """`alias.field * times + plus`."""

    alias: str
    field: str
    times: int
    plus: int

    def __str__(self) -> str:
        times = f" * {self.times}" if self.times != 1 else ""
        plus = f" {'+' if self.plus > 0 else '-'} {abs(self.plus)}" if self.plus else ""
        return f"{self.alias}.{self.field}{times}{plus}"


class Term:
    """A field of a fact, with arithmetic or without; or, called, a relation of the fact to another."""

    __slots__ = ("_sum",)
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, alias: str, field: str, times: int = 1, plus: int = 0) -> None:
        self._sum = Sum(alias, field, times, plus)

    def __call__(self, other: Fact, named: str | None = None) -> Link:
        """The relation of this name to the other fact; its own fact is called `named` in the message."""
        if not isinstance(other, Fact):
            raise Misuse(f"'{self._sum.field}' relates facts, not {other!r}")
        return Link(self._sum.alias, self._sum.field, other.alias, named)

    def one_of(self, *values: object) -> OneOf:
        """That it is one of the values."""
        return OneOf(self._sum.alias, self._sum.field, values)

    def is_present(self) -> Condition:
        """That it has a value."""
        return Condition(f"{self._sum} is present")

    def is_absent(self) -> Condition:
        """That it has no value."""
        return Condition(f"{self._sum} is absent")

    def __mul__(self, times: int) -> Term:
        return Term(self._sum.alias, self._sum.field, self._sum.times * _whole(times), self._sum.plus * times)

    __rmul__ = __mul__

    def __add__(self, plus: int | timedelta) -> Term:
        return Term(self._sum.alias, self._sum.field, self._sum.times, self._sum.plus + _whole(plus))

    __radd__ = __add__

    def __sub__(self, minus: int | timedelta) -> Term:
        return self + -_whole(minus)

    def __eq__(self, other: object) -> Condition:  # type: ignore[override]
        return self._compare("=", "=", other)

    def __ne__(self, other: object) -> Condition:  # type: ignore[override]
        return self._compare("!=", "!=", other)

    def __lt__(self, other: object) -> Condition:
        return self._compare("<", ">", other)

    def __le__(self, other: object) -> Condition:
        return self._compare("<=", ">=", other)

    def __gt__(self, other: object) -> Condition:
        return self._compare(">", "<", other)

    def __ge__(self, other: object) -> Condition:
        return self._compare(">=", "<=", other)

    def _compare(self, op: str, turned: str, other: object) -> Condition:
        if self._sum.times == 1 and self._sum.plus == 0:
            return Condition(f"{self._sum} {op} {_right(other)}")
        if isinstance(other, Term) and other._sum.times == 1 and other._sum.plus == 0:
            return Condition(f"{other._sum} {turned} {self._sum}")
        raise Misuse(f"arithmetic on one side of a comparison only, and with another fact: {self._sum} {op} ...")


class Fact:
    """Any fact; its attributes are its fields (`class_` for class) and, called with another fact, its relations."""

    alias: str
    if TYPE_CHECKING:  # so that editors complete them, and type checkers find one that there is not
        fact: Term
        matter: Term
        kind: Term
        holder: Term
        named: Term
        article: Term
        publisher: Term
        narrated: Term
        own: Term
        certainty: Term
        condition: Term
        predicate: Term
        class_: Term
        positive: Term
        tense: Term
        topic: Term
        state: Term
        subject: Term
        unit: Term
        counted: Term
        low: Term
        high: Term
        deadline: Term
        said_from: Term
        said_to: Term
        about_from: Term
        about_to: Term
        venue: Term
        addressee: Term
        cluster: Term
        excludes: Term
        contrasts: Term
        same_utterance: Term
        drifts_from: Term
        same_event: Term
        apart_in_time: Term
        apart_in_place: Term
        fulfils: Term
        stalls: Term
        advances: Term
        breaks: Term
        partly: Term
        moves: Term

    def __init__(self, alias: str) -> None:
        self.alias = alias

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Term:
            return _attribute(self.alias, name)


class Link:
    """A relation between two facts: a condition, with fields of its own (`strength`, `via`)."""

    alias: str
    if TYPE_CHECKING:
        fact: Term
        matter: Term
        relation: Term
        left: Term
        right: Term
        via: Term
        strength: Term

    def __init__(self, left: str, relation: str, right: str, named: str | None = None) -> None:
        self.alias = named or f"{left}_{relation}_{right}"
        self._text = f"{left} {relation} {right} as {self.alias}"

    def __str__(self) -> str:
        return self._text

    def __bool__(self) -> bool:
        return bool(Condition(self._text))

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Term:
            return _attribute(self.alias, name)


class Promise(Fact):
    """Facts of kind promise."""


class Prediction(Fact):
    """Facts of kind prediction."""


class Claim(Fact):
    """Facts of kind claim."""


class Denial(Fact):
    """Facts of kind denial."""


class Position(Fact):
    """Facts of kind position."""


class Demand(Fact):
    """Facts of kind demand."""


class Outcome(Fact):
    """Facts of kind outcome."""


class Quantity(Fact):
    """Facts of kind quantity."""


class Quote(Fact):
    """Facts of kind quote."""


class Event(Fact):
    """Facts of kind event."""


class NonAnswer(Fact):
    """Facts of kind non_answer."""


KINDS: dict[Any, tuple[str, ...]] = {
    Fact: tuple(kind for kind in FIELDS["kind"].values if kind != "relation"),
    Promise: ("promise",), Prediction: ("prediction",), Claim: ("claim",), Denial: ("denial",),
    Position: ("position",), Demand: ("demand",), Outcome: ("outcome",), Quantity: ("quantity",), Quote: ("quote",),
    Event: ("event",), NonAnswer: ("non_answer",),
}  # fmt: skip


def _attribute(alias: str, name: str) -> Term:
    if name.startswith("__"):
        raise AttributeError(name)
    return Term(alias, "class" if name == "class_" else name)


def _whole(value: object) -> int:
    if isinstance(value, timedelta) and value == timedelta(days=value.days):
        return value.days
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise Misuse(f"only whole numbers and days can be added or multiplied, not {value!r}")


def _right(value: object) -> str:
    """The right side of a comparison as rule files write it."""
    if isinstance(value, Term):
        return str(value._sum)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(value, int | date):
        return str(value)
    raise Misuse(f"{value!r} cannot be compared with a field")
