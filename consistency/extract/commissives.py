"""The lexicon of commitments: the words by which a release or a speech promises."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from consistency.lexicons import LexiconModel, load


class Commissives(LexiconModel):
    """commitments.yaml: lemmas, by what they tell of a commitment."""

    generic: frozenset[str]
    bodies: frozenset[str]
    ruling: tuple[str, ...]
    official: frozenset[str]
    returned: frozenset[str]
    electing: frozenset[str]
    first_person: frozenset[str]
    commissive: frozenset[str]
    announcing: frozenset[str]
    saying: frozenset[str]
    giving: frozenset[str]
    thinking: frozenset[str]
    benefiting: frozenset[str]
    measures: frozenset[str]
    parts: frozenset[str]
    holding: frozenset[str]
    purposes: frozenset[str]
    done: frozenset[str]
    faults: frozenset[str]
    setting_against: frozenset[str]
    contrasting: frozenset[str]
    without: frozenset[str]
    will: frozenset[str]
    would: frozenset[str]


@lru_cache(maxsize=8)
def commissives(folders: tuple[Path, ...] = ()) -> Commissives:
    """commitments.yaml, extended by the user's."""
    return load(Commissives, "commitments", folders)
