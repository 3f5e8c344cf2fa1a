"""What is asserted again and again: repeats stand behind a few of their kind, so that not all pairs are compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from consistency.facts import Fact

KEPT = 4
"""Facts of one assertion in one week that are compared with others: the first, the last, and two between them."""

Assertion = tuple[object, ...]
"""Who asserts what: equal for two facts that tell the same, in whatever article."""


class Repeats(NamedTuple):
    """The ids of the facts that stand for all, and behind some of these the ids of those that repeat them."""

    kept: frozenset[str]
    behind: Mapping[str, tuple[str, ...]]


def assertion(fact: Fact) -> Assertion:
    """What makes two facts the same: kind, holder, and the proposition with its participants, figure and deadline."""
    p = fact.proposition
    q = p.quantity
    return (
        fact.kind,
        None if fact.narrated else fact.holder,
        fact.certainty,
        fact.condition,
        fact.deadline,
        fact.disowned,
        fact.quote,
        p.predicate,
        p.positive,
        p.poles,
        p.theme,
        p.state,
        p.tense,
        p.subject,
        p.objects,
        p.names,
        p.terms,
        p.about,
        (q.low, q.high, q.unit, q.of, q.total) if q else None,
        fact.after and fact.after[:4],
        fact.venue,
        fact.addressee,
        fact.places,
    )


def repeats(facts: Iterable[Fact]) -> Repeats:
    """Which facts are compared: of every assertion, week by week, a few from different articles."""
    groups: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        groups[assertion(fact), _week(fact)].append(fact)
    kept: set[str] = set()
    behind: dict[str, tuple[str, ...]] = {}
    for members in groups.values():
        ordered = sorted(members, key=_time)
        chosen = {f.id for f in _spread(ordered)}
        kept |= chosen
        if len(ordered) > len(chosen):
            behind[ordered[0].id] = tuple(f.id for f in ordered if f.id not in chosen)
    return Repeats(frozenset(kept), behind)


def _spread(ordered: list[Fact]) -> list[Fact]:
    """At most KEPT of them, evenly from the first to the last."""
    if len(ordered) <= KEPT:
        return ordered
    step = (len(ordered) - 1) / (KEPT - 1)
    return [ordered[round(n * step)] for n in range(KEPT)]


def _time(fact: Fact) -> tuple[date, str, str]:
    day = (fact.said.end or fact.said.start) if fact.said else None
    return day or date.max, fact.article, fact.id


def _week(fact: Fact) -> tuple[int, int] | None:
    day = (fact.said.start or fact.said.end) if fact.said else None
    return day.isocalendar()[:2] if day else None
