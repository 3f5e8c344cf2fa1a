"""Two short articles side by side: what holds between their facts."""

from __future__ import annotations

from datetime import date

from consistency.article import Interval
from consistency.facts import Fact, Relation
from consistency.normalise.exclusion import exclusion
from consistency.normalise.places import places
from consistency.normalise.relate import relations
from tests.reading import DAY, KNOWLEDGE, facts

LATER = date(2031, 8, 20)
SILENT = ("quote", "quantity", "non_answer", "event")


def both(first: str, second: str, later: date = LATER) -> tuple[list[Fact], list[Fact]]:
    """The facts of an article of May and of one of August 2031."""
    return facts(first, name="a"), facts(second, name="b", day=later, publisher="Evening Star")


def vias(first: str, second: str, later: date = LATER) -> set[str]:
    """By what means a fact of one article excludes a fact of the other, however strong the link is."""
    left, right = both(first, second, later)
    pairs = [(a, b) for a in left for b in right if a.kind not in SILENT and b.kind not in SILENT]
    return {x.via for a, b in pairs if (x := exclusion(a, b, KNOWLEDGE))}


def between(first: str, second: str, later: date = LATER) -> list[Relation]:
    """The relations from the facts of the first article to those of the second."""
    left, right = both(first, second, later)
    published = {"a": Interval.day(DAY), "b": Interval.day(later)}
    found = relations([*left, *right], KNOWLEDGE, places(), published)
    return [r for r in found if r.left.startswith("a#") and r.right.startswith("b#")]


def names(first: str, second: str, later: date = LATER) -> set[str]:
    """The names of these relations."""
    return {r.name for r in between(first, second, later)}
