"""Two sentences asserted of one situation at one time: whether they exclude each other, from their own words alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from consistency.extract.tree import Tree
from consistency.extract.words import predicates
from consistency.findings import Category
from consistency.normalise.exclusion import Exclusion
from consistency.normalise.opposition_clauses import reading
from consistency.normalise.opposition_negation import denied, missing
from consistency.normalise.opposition_slots import (
    alone,
    counted,
    dated,
    doers,
    kinds,
    made,
    modified,
    opposed,
    placed,
)
from consistency.normalise.opposition_words import opposites

PHENOMENA = (denied, missing, opposed, dated, counted, kinds, modified, doers, made, placed, alone)
CATEGORIES: dict[str, Category] = {
    "number": "number_conflict",
    "date": "timing_conflict",
    "place": "venue_conflict",
}
"""What a reason's means say of the kind of conflict; all others are of content."""
MOST = 400
"""Tokens of a sentence that are compared; longer ones are no sentences."""


def opposition(first: Tree, second: Tree) -> Exclusion | None:
    """The surest reason why two sentences of one situation cannot both hold; None where there is none."""
    return max(_reasons(first, second), key=lambda x: (x.strength, x.because), default=None)


def _reasons(first: Tree, second: Tree) -> Iterator[Exclusion]:
    if first.n > MOST or second.n > MOST:
        return iter(())
    words, known = opposites(), predicates()
    one, other = reading(first, known, words), reading(second, known, words)
    return chain.from_iterable(phenomenon(one, other, words) for phenomenon in PHENOMENA)
