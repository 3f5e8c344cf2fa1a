"""The status of a promise: what the reports on it make of it, by the rules in statuses.yaml."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from consistency.facts import Fact, Relation
from consistency.findings import Status
from consistency.normalise.statuses import Statuses


class Told(NamedTuple):
    """A report on a promise: the relation, the report, and the day it was told."""

    relation: Relation
    report: Fact
    day: date

    @property
    def order(self) -> tuple[object, ...]:
        """By day, then by how sure it is, then by its place."""
        return (self.day, self.relation.strength, self.report.article, self.report.evidence)


def status_of(told: Sequence[Told], deadline: date | None, rules: Statuses) -> tuple[Status, Told | None]:
    """The status that the reports give, and the one that decides it."""
    for name in rules.lasting:
        late = [t for t in told if t.relation.name in rules.closing.get(name, ()) and deadline and t.day > deadline]
        if late:
            return name, _surest(late)
    for group in (rules.closing, rules.open):
        found = [(t, s) for s, names in group.items() for t in told if t.relation.name in names]
        if found:
            last = max(t.day for t, _ in found)
            on_it = [(t, s) for t, s in found if t.day == last]
            best = min(on_it, key=lambda x: (list(group).index(x[1]), -x[0].relation.strength, x[0].order))
            return best[1], best[0]
    return "not_yet_rated", None


def _surest(told: Sequence[Told]) -> Told:
    return min(told, key=lambda t: (-t.relation.strength, t.order))
