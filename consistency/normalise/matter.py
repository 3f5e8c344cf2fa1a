"""Whether two facts are about one matter: shared names, themes and content words, and what speaks against it."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from consistency.facts import Fact

NEAR = 400
"""Characters between two clauses of one article that are likely to be about one thing."""


class Link(NamedTuple):
    """How sure it is that two facts are about one thing (0 to 100), and the words and names that say so.

    `firm` counts those that stand in both clauses themselves, `near` the names that both have beside them.
    """

    strength: int
    shared: tuple[str, ...]
    firm: int
    near: int = 0


def link(a: Fact, b: Fact) -> Link:
    """The link between two facts with the same theme or predicate.

    Shared names and content words beyond the theme and the speakers speak for it; two sets of names that are disjoint
    speak against it. A clause that names nobody is taken to be about those named just before it.
    """
    p, q = a.proposition, b.proposition
    known = {p.theme, q.theme, p.predicate, q.predicate, ""}
    apart = {h for h in (a.holder, b.holder, p.theme, q.theme) if h}
    mine, theirs = set(p.names) - apart, set(q.names) - apart
    shared = mine & theirs
    firm = len(shared)
    near = len(({*p.names, *a.context} & {*q.names, *b.context}) - apart - shared)
    if p.theme_names and q.theme_names and not set(p.theme_names) & set(q.theme_names):
        return Link(0, (), 0)
    strength = 20
    if shared:
        strength += 20 + 5 * min(2, len(shared) - 1)
    elif nearby := ((mine or set(a.context)) & (theirs or set(b.context))) - apart:
        shared, firm = nearby, 0
        strength += 15
    elif names_apart(a, b, apart):
        strength -= 30
    lower = {word for name in shared for word in name.lower().split()}
    common = (set(p.terms) & set(q.terms)) - known - lower
    strength += 15 * min(3, len(common))
    doers = {f.holder for f in (a, b) if f.holder and f.named and not f.narrated}
    if doers & set(p.subject) & set(q.subject) and (common or p.theme in p.subject):
        strength += 20  # what somebody says of their own doing, and that they do it
        firm += 1
    if a.article == b.article:
        strength += 15 if close(a, b) else 5
    if a.holder is not None and a.holder == b.holder:
        strength += 10
    return Link(max(0, min(95, strength)), tuple(sorted({*common, *shared})), firm + len(common), near)


def close(a: Fact, b: Fact) -> bool:
    """Whether the two stand near each other in one article."""
    return a.article == b.article and abs(a.evidence[0].start - b.evidence[0].start) < NEAR


def names_apart(a: Fact, b: Fact, besides: Collection[str | None] = ()) -> bool:
    """Whether each names only what the other does not, beside it either: the forecast for one country, and for another.

    `besides` are names that do not count.
    """
    mine, theirs = (set(f.proposition.names) - set(besides) for f in (a, b))
    return _apart(mine, a, theirs, b)


def acted_on_apart(a: Fact, b: Fact) -> bool:
    """Whether names tell apart what is acted on, whoever acts: a permit for one quarry, and for another."""
    mine, theirs = (set(p.names) & set(p.things) - set(p.subject) for p in (a.proposition, b.proposition))
    return _apart(mine, a, theirs, b)


def _apart(mine: set[str], a: Fact, theirs: set[str], b: Fact) -> bool:
    here, there = {*a.proposition.names, *a.context}, {*b.proposition.names, *b.context}
    return bool(mine and theirs) and not mine & there and not theirs & here
