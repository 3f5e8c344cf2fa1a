"""Two sentences asserted of one situation at one time: whether they exclude each other, from their own words alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from consistency.extract.words import predicates
from consistency.findings import Category
from consistency.normalise.exclusion import Exclusion
from consistency.normalise.opposition_clauses import reading
from consistency.normalise.opposition_dates import dated
from consistency.normalise.opposition_doers import doers, placed
from consistency.normalise.opposition_figures import counted, ordered
from consistency.normalise.opposition_identity import kinds, modified, sole
from consistency.normalise.opposition_negation import denied, missing
from consistency.normalise.opposition_slots import alone, opposed
from consistency.normalise.opposition_words import opposites

if TYPE_CHECKING:
    from spacy.tokens import Doc

PHENOMENA = (denied, missing, opposed, alone, dated, counted, ordered, kinds, modified, sole, doers, placed)
CATEGORIES: dict[str, Category] = {
    "number": "number_conflict",
    "date": "timing_conflict",
    "place": "venue_conflict",
}
"""What a reason's means say of the kind of conflict; all others are of content."""
MOST = 400
"""Tokens of a sentence that are compared; longer ones are no sentences."""


def opposition(first: Doc, second: Doc, lexicons: tuple[Path, ...] = ()) -> Exclusion | None:
    """The surest reason why two sentences of one situation cannot both hold; None where there is none."""
    return max(_reasons(first, second, lexicons), key=lambda x: (x.strength, x.because), default=None)


def _reasons(first: Doc, second: Doc, lexicons: tuple[Path, ...]) -> Iterator[Exclusion]:
    if max(len(first), len(second)) > MOST:
        return iter(())
    words, known = opposites(lexicons), predicates(lexicons)
    one, other = reading(first, known, words), reading(second, known, words)
    return chain.from_iterable(phenomenon(one, other, words) for phenomenon in PHENOMENA)
