"""What engines take and give back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from consistency.errors import Problem
from consistency.rulelang.fields import Row
from consistency.rulelang.ir import Query

MAX_MATCHES = 100_000
"""Matches of one rule that are kept: the first ones, in the order of their facts' numbers."""

Numbers = tuple[int, ...]
"""The numbers of the facts that a match binds, in the order of the query's patterns."""


class Answer(NamedTuple):
    """The matches of each query, sorted, each once, at most MAX_MATCHES + 1; reservations; and what really ran."""

    numbers: list[list[Numbers]]
    problems: list[Problem]
    ran: str


class Match(NamedTuple):
    """A rule's pattern found in the facts: alias -> number of the fact, as the rule lists them, then of relations.

    A relation that the rule gives no name is called by its condition: "promise excludes outcome".
    """

    rule_id: str
    numbers: dict[str, int]


class Matches(NamedTuple):
    """All matches, sorted by rule and numbers, the same whatever ran; what ran; and what to tell the user."""

    found: list[Match]
    ran: str
    problems: list[Problem]


Engine = Callable[[Sequence[Query], Sequence[Row]], Answer]
