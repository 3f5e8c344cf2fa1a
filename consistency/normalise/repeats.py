"""What is asserted again and again: where a matter is crowded, repeats stand behind a few of their kind.

All pairs within a matter are compared, so that a thousand articles about one story would cost a million comparisons,
most of them of the same two assertions. Of each assertion a few facts are compared; the others are still evidence.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from consistency.facts import Fact

CROWD = 150
"""Facts about one theme that are all compared; of more, some of each assertion."""
LEAST = 2
"""Facts of each assertion that are compared at least: the first and the last."""
ECHOES = 4
"""Reports of one quotation, said at one place to one audience, that are compared."""

Assertion = tuple[object, ...]
"""Who asserts what: equal for two facts that tell the same, in whatever article."""


class Repeats(NamedTuple):
    """The ids of the facts that stand for all, and behind some of these the ids of those that repeat them."""

    kept: frozenset[str]
    behind: Mapping[str, tuple[str, ...]]


def assertion(fact: Fact) -> Assertion:
    """What makes two facts the same in all that they tell."""
    p = fact.proposition
    fine = (fact.certainty, p.poles, p.state, p.tense, p.subject, p.objects, p.terms, p.about)
    return (*stance(fact), *fine, fact.quote, fact.venue, fact.addressee, fact.places, fact.after and fact.after[:4])


def stance(fact: Fact) -> Assertion:
    """What makes two facts the same in the main: kind, holder, predicate, theme and names, figure and deadline."""
    p, q = fact.proposition, fact.proposition.quantity
    figure = (q.low, q.high, q.unit, q.of, q.total) if q else None
    who = None if fact.narrated else fact.holder
    told = (fact.kind, who, fact.condition, fact.disowned, fact.deadline)
    return (*told, p.predicate, p.positive, p.theme, p.names, p.theme_names, figure)


def repeats(facts: Iterable[Fact]) -> Repeats:
    """Which facts are compared, and what stands behind them; in a corpus that is not crowded all of them are."""
    crowds: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        crowds[_crowd(fact)].append(fact)
    kept: set[str] = set()
    behind: dict[str, tuple[str, ...]] = {}
    for key, members in crowds.items():
        room = ECHOES if key[0] == "quote" else CROWD
        days = Counter(_time(f)[0] for f in members)
        for same in _classes(members, room):
            chosen = _chosen(same, room, len(members), days)
            kept |= chosen
            if len(chosen) < len(same):
                others = tuple(f.id for f in sorted(same, key=_time) if f.id not in chosen)
                behind |= dict.fromkeys(chosen, others)
    return Repeats(frozenset(kept), behind)


def _crowd(fact: Fact) -> tuple[object, ...]:
    """What is compared with one another: facts about one theme, figures of one thing, reports of one quotation."""
    p = fact.proposition
    if fact.kind == "quote":
        return "quote", fact.holder, fact.quote, fact.venue, fact.addressee
    if p.quantity is not None:
        return "figure", p.quantity.unit, p.quantity.of
    return "theme", p.theme or p.predicate


def _classes(members: Sequence[Fact], room: int) -> list[list[Fact]]:
    """The facts that repeat one another: one by one where there is room, else by assertion, else in the main."""
    if len(members) <= room:
        return [[f] for f in members]
    fine = _by(assertion, members)
    return fine if LEAST * len(fine) <= room else _by(stance, members)


def _by(key: Callable[[Fact], Assertion], members: Iterable[Fact]) -> list[list[Fact]]:
    classes: dict[Assertion, list[Fact]] = defaultdict(list)
    for fact in members:
        classes[key(fact)].append(fact)
    return list(classes.values())


def _chosen(same: Sequence[Fact], room: int, many: int, days: Mapping[date, int]) -> set[str]:
    """The ids of the first, the last, and of those on the days on which most is told, where others can be set against
    them; each assertion has its share of the room.
    """
    share = max(LEAST, room * len(same) // many)
    if len(same) <= share:
        return {f.id for f in same}
    ordered = sorted(same, key=_time)
    between = sorted(ordered[1:-1], key=lambda f: (-days[_time(f)[0]], *_time(f)))
    return {f.id for f in (ordered[0], ordered[-1], *between[: share - LEAST])}


def _time(fact: Fact) -> tuple[date, str, str]:
    day = (fact.said.end or fact.said.start) if fact.said else None
    return day or date.max, fact.article, fact.id
