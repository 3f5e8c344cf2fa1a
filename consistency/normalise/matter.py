"""Whether two facts are about one matter: shared names, themes and content words, and what speaks against it."""

from __future__ import annotations

from typing import NamedTuple

from consistency.facts import Fact


class Link(NamedTuple):
    """How sure it is that two facts are about one thing (0 to 100), and the words and names that say so."""

    strength: int
    shared: tuple[str, ...]


def link(a: Fact, b: Fact) -> Link:
    """The link between two facts with the same theme or predicate.

    Shared names and content words beyond the theme itself speak for it; two sets of names that are disjoint speak
    against it. A clause that names nobody is taken to be about those named just before it.
    """
    p, q = a.proposition, b.proposition
    known = {p.theme, q.theme, p.predicate, q.predicate, ""}
    common = (set(p.terms) & set(q.terms)) - known
    mine, theirs = _names(a), _names(b)
    shared_names = mine & theirs
    strength = 30 + 12 * min(3, len(common - {n.lower() for n in shared_names}))
    if shared_names:
        strength += 20 + 5 * min(2, len(shared_names) - 1)
    elif set(p.names) - _holders(a, b) and set(q.names) - _holders(a, b):
        strength -= 30
    if a.article == b.article:
        strength += 5
    return Link(max(0, min(95, strength)), tuple(sorted({*common, *shared_names})))


def _holders(a: Fact, b: Fact) -> set[str]:
    return {h for h in (a.holder, b.holder) if h}


def _names(fact: Fact) -> set[str]:
    own = set(fact.proposition.names) - {fact.holder or ""}
    return own or set(fact.context)
