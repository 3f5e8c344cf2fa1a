"""What a match binds, before anything is made of it: light, for there may be a hundred thousand."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from consistency.conclude.confidence import factors, product
from consistency.engine import Match
from consistency.facts import Relation
from consistency.findings import SEVERITIES, Factor, Severity
from consistency.known import Known
from consistency.rulelang.model import Rule

SURE, LIKELY = 0.8, 0.6
"""Below SURE a finding is at most a warning, below LIKELY at most info."""
Stretch = tuple[str, int, int]
"""Article, start, end."""


@dataclass(frozen=True)
class Candidate:
    """A rule's match with its facts and relations, by alias, in the order in which the rule lists them."""

    rule: Rule
    match: Match
    held: tuple[tuple[str, Known], ...]
    links: tuple[tuple[str, Relation], ...]
    loose: Collection[str]

    @cached_property
    def factors(self) -> tuple[Factor, ...]:
        """The parts of the confidence."""
        return factors([k.fact for _, k in self.held], [link for _, link in self.links], self.loose)

    @cached_property
    def confidence(self) -> float:
        """How sure it is, from 0 to 1."""
        return product(self.factors)

    @property
    def severity(self) -> Severity:
        """The rule's severity as far as the confidence allows."""
        level = 2 if self.confidence >= SURE else 1 if self.confidence >= LIKELY else 0
        return SEVERITIES[min(level, SEVERITIES.index(self.rule.severity))]

    @cached_property
    def because(self) -> str:
        """Why the facts do not go together."""
        return "; ".join(dict.fromkeys(link.because for _, link in self.links))

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        """Where the evidence stands, that of the first fact first."""
        return tuple((e.article, e.start, e.end) for _, k in self.held for e in k.evidence)

    @cached_property
    def shown(self) -> str:
        """All its evidence, in small letters."""
        return "\n".join(e.text for _, k in self.held for e in k.evidence).lower()

    @cached_property
    def who(self) -> tuple[str | None, str | None]:
        """Who says what the first two facts tell; None for the narrator and the unknown."""
        first, second, *_ = [*(None if k.fact.narrated else k.fact.holder for _, k in self.held), None, None]
        return first, second

    @cached_property
    def strength(self) -> tuple[float, tuple[Stretch, ...]]:
        """What the best of several is the least of."""
        return -self.confidence, self.stretches


def candidate(
    match: Match, rule: Rule, facts: Mapping[int, Known], relations: Mapping[int, Relation], loose: Collection[str]
) -> Candidate:
    """The match with what its numbers stand for."""
    held = tuple((alias, facts[n]) for alias, n in match.numbers.items() if n in facts)
    links = tuple((alias, relations[n]) for alias, n in match.numbers.items() if n in relations)
    return Candidate(rule, match, held, links, loose)
