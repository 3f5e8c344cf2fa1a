"""What a time expression is resolved against: the reference day, and the times that the text has named so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from consistency.article import Interval
from consistency.extract.timecontext import direction, is_direct, is_set_limit
from consistency.extract.timelexicon import Value
from consistency.extract.timepatterns import Found
from consistency.extract.timevalues import UNKNOWN, unit_of, value_at
from consistency.extract.timewords import Words
from consistency.facts import TimeType
from consistency.terms import Terms, listed

if TYPE_CHECKING:
    from spacy.tokens import Token

    PersonAt = Callable[[Token], str | None]


class Reading(NamedTuple):
    """What a found expression means. `interval` None: the days of the value. `end`/`start`: the tokens really meant."""

    type: TimeType
    value: str
    interval: Interval | None = None
    relation: str = ""
    low: float | None = None
    high: float | None = None
    start: int | None = None
    end: int | None = None


@dataclass
class Setting:
    """The state of resolving one article against one reference day (None: unknown, `year` may still be known)."""

    words: Words
    day: date | None
    year: int | None = None
    person_at: PersonAt | None = None
    terms: Terms = field(default_factory=listed)
    last: str = ""
    quarter: str = ""
    quarterly: bool = False
    named: list[tuple[int, str]] = field(default_factory=list)
    _ways: dict[int, int] = field(default_factory=dict)

    def way(self, i: int) -> int:
        """Which way the words around this token look: -1 back, 1 ahead, 0 nothing tells."""
        if i not in self._ways:
            self._ways[i] = direction(self.words.doc[i], self.words.vocab)
        return self._ways[i]

    def direct(self, i: int) -> bool:
        """Whether a verb in the past governs the token at first hand, so that its tense can be trusted."""
        return is_direct(self.words.doc[i])

    def set_in_past(self, i: int) -> bool:
        """Whether a verb in the past made the token a limit, which may be long over: "gave her until 14 February"."""
        return is_set_limit(self.words.doc[i], self.words.vocab)

    def value(self, found: Found, group: str) -> Value:
        """The lexicon's value of the first token of a group, "" where the group is absent."""
        i = found.at(group)
        return "" if i is None else self.words.value(i)

    def number(self, found: Found, group: str) -> int:
        """The value of a group as a whole number, 0 where it is absent or none."""
        value = self.value(found, group)
        if isinstance(value, str):
            digits = "".join(c for c in value if c.isdigit())
            return int(digits) if digits and len(digits) < 9 else 0
        return int(value)

    def remember(self, i: int, value: str) -> None:
        """Keep a calendar value for what follows ("that day", "a year earlier", "the quarter")."""
        unit = unit_of(value)
        if not unit or unit in ("E", "C"):
            return
        self.last = value
        self.named.append((i, value))

    def now(self, unit: str) -> str:
        """The reference at this granularity; "" where it is not known."""
        if self.day is not None:
            return value_at(self.day, unit)
        return f"{self.year:04d}" if unit == "Y" and self.year is not None else ""


def unresolved(kind: TimeType, value: str) -> Reading:
    """A reading whose days are not known: the value says so with X."""
    return Reading(kind, value, UNKNOWN)
