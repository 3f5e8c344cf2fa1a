"""The lexicon of contrasts: nouns and verbs for earlier sayings, and what says that they do not hold."""

from __future__ import annotations

from functools import cached_property, lru_cache
from pathlib import Path

from consistency.lexicons import LexiconModel, load


class Sayings(LexiconModel):
    """The nouns and verbs for one sort of saying."""

    nouns: tuple[str, ...]
    verbs: tuple[str, ...]


class Contrasts(LexiconModel):
    """contrasts.yaml."""

    sayings: dict[str, Sayings]
    kinds: dict[str, tuple[str, ...]]
    breaking: frozenset[str]
    keeping: frozenset[str]
    failing: frozenset[str]
    despite: frozenset[str]
    beyond: frozenset[str]
    although: frozenset[str]
    after: frozenset[str]
    comparing: frozenset[str]
    timely: frozenset[str]
    changing: frozenset[str]
    wrong: frozenset[str]
    conceding: frozenset[str]
    charging: frozenset[str]
    urging: frozenset[str]

    @cached_property
    def nouns(self) -> dict[str, str]:
        """The sort of saying by its noun; the first sort that lists it."""
        return {n: sort for sort, words in reversed(self.sayings.items()) for n in words.nouns}

    @cached_property
    def verbs(self) -> dict[str, tuple[str, ...]]:
        """The sorts of saying by verb."""
        found: dict[str, tuple[str, ...]] = {}
        for sort, words in self.sayings.items():
            for verb in words.verbs:
                found[verb] = (*found.get(verb, ()), sort)
        return found


@lru_cache(maxsize=8)
def contrasts(folders: tuple[Path, ...] = ()) -> Contrasts:
    """contrasts.yaml, extended by the user's."""
    return load(Contrasts, "contrasts", folders)
