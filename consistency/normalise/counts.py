"""Figures that two sources give for one number: side by side, or one an estimate of what the other counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from consistency.extract.words import Units
from consistency.facts import Fact, Quantity
from consistency.normalise.numbers import meet, show
from consistency.normalise.stories import Stories

NEAR = 130
"""Characters between two figures that are set side by side."""
FAR_APART = 30.0
"""Two counts of one crowd can be this many times apart; beyond, they are of two things."""
DAYS = 30
"""Days between two reports of one estimate; later ones are updates."""
MAX_OF_ONE = 60
"""Figures of one noun that are compared."""


def two_counts(
    facts: Iterable[Fact], units: Units, money: frozenset[str], stories: Stories
) -> Iterator[tuple[Fact, Fact, str]]:
    """Pairs of figures by two sources for one number, with the reason, each pair once, in order."""
    figures = [f for f in facts if f.kind == "quantity" and f.condition == "none" and f.proposition.tense != "future"]
    by_article: dict[str, list[Fact]] = defaultdict(list)
    by_noun: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for f in figures:
        by_article[f.article].append(f)
        q = f.proposition.quantity
        if q and q.of and q.of not in units.persons and q.of not in money and not q.unit:
            by_noun[q.unit, q.of].append(f)
    for members in by_article.values():
        members.sort(key=_at)
        yield from _pairs(_beside(members, units, money), units)
    for members in by_noun.values():
        yield from _pairs(_estimates(members, units, stories), units)


def _at(fact: Fact) -> int:
    q = fact.proposition.quantity
    return q.span.start if q else 0


def _pairs(found: Iterable[tuple[Fact, Fact]], units: Units) -> Iterator[tuple[Fact, Fact, str]]:
    for a, b in found:
        p, q = a.proposition.quantity, b.proposition.quantity
        if p is None or q is None or meet(p, q):
            continue
        least, most = sorted((p.high, q.high))
        one, other = _source(a, units), _source(b, units)
        if most >= 4 and most <= FAR_APART * max(least, 1e-9) and one and one != other:
            yield a, b, f"two sources give {show(p)} and {show(q)}"


def _beside(members: Sequence[Fact], units: Units, money: frozenset[str]) -> Iterator[tuple[Fact, Fact]]:
    """A figure and the next one behind it that somebody gives for the same."""
    for n, b in enumerate(members):
        q = b.proposition.quantity
        if q is None or b.proposition.predicate not in units.counting or (q.of and q.of not in units.figures):
            continue
        for a in members[max(0, n - 3) : n]:
            p = a.proposition.quantity
            if p is not None and 0 <= q.span.start - p.span.end <= NEAR and _same_kind(p, q, units, money):
                yield a, b


def _same_kind(p: Quantity, q: Quantity, units: Units, money: frozenset[str]) -> bool:
    """Whether a figure without a noun, or with "the figure", can be of what the one before it counts."""
    if p.unit != q.unit or not p.of or (p.total is not None and p.total == q.high):
        return False
    return not q.unit or p.of in money or p.of in units.figures or p.unit not in ("percent",)


def _estimates(members: Sequence[Fact], units: Units, stories: Stories) -> Iterator[tuple[Fact, Fact]]:
    """Figures of one noun in two articles of one story, of which one is an estimate or a count."""
    for a, b in combinations(members[:MAX_OF_ONE], 2):
        counted = {a.proposition.predicate, b.proposition.predicate} & units.counting
        if a.article != b.article and counted and stories.linked(a, b) > 1 and _near_in_time(a, b):
            yield a, b


def _near_in_time(a: Fact, b: Fact) -> bool:
    x, y = a.said and a.said.end, b.said and b.said.end
    return x is not None and y is not None and abs((x - y).days) <= DAYS


def _source(fact: Fact, units: Units) -> str:
    """Who gives the figure: the subject of the verb of counting, or who says it."""
    p = fact.proposition
    if p.predicate in units.counting and p.subject and p.subject[0] not in units.figures:
        return p.subject[0]
    return "" if fact.narrated else fact.holder or ""
