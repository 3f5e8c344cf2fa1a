"""The lexicon of families of deeds in the shape in which extraction asks it."""

from __future__ import annotations

from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from pydantic import Field

from consistency.lexicons import LexiconModel, load

ONE_OF = "one of "
"""Before the name of objects that several verbs take."""


class Family(LexiconModel):
    """Words for one class of deeds; `turned`: their subject is who it is done to; `against`, `nobody`: they deny it."""

    verbs: frozenset[str] = frozenset()
    turned: frozenset[str] = frozenset()
    undergone: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    with_: dict[str, frozenset[str]] = Field(default_factory=dict)
    against: frozenset[str] = frozenset()
    nobody: frozenset[str] = frozenset()
    mutual: bool = False
    state: bool = False
    whole: bool = False


class Saying(NamedTuple):
    """A family that a word says: by what sort of word ("verbs", "turned", "undergone", "noun", "against", "nobody")."""

    family: str
    sort: str


class DeedWords(LexiconModel):
    """deeds.yaml."""

    objects: dict[str, frozenset[str]]
    families: dict[str, Family]
    light: frozenset[str]
    anyone: frozenset[str]
    staff: frozenset[str]
    least: frozenset[str]
    but: frozenset[str]
    back: frozenset[str]
    when: frozenset[str]
    other: frozenset[str]
    emphatic: frozenset[str]
    until: frozenset[str]

    @cached_property
    def _words(self) -> dict[str, tuple[Saying, ...]]:
        found: dict[str, list[Saying]] = {}
        for name, family in self.families.items():
            for sort in ("verbs", "turned", "undergone", "against", "nobody"):
                for word in sorted(getattr(family, sort)):
                    found.setdefault(word, []).append(Saying(name, sort))
        return {word: tuple(sayings) for word, sayings in found.items()}

    @cached_property
    def _nouns(self) -> dict[str, tuple[Saying, ...]]:
        found: dict[str, list[Saying]] = {}
        for name, family in self.families.items():
            for word in sorted(family.nouns):
                found.setdefault(word, []).append(Saying(name, "noun"))
        return {word: tuple(sayings) for word, sayings in found.items()}

    @cached_property
    def _with(self) -> dict[tuple[str, str], tuple[Saying, ...]]:
        found: dict[tuple[str, str], list[Saying]] = {}
        for name, family in self.families.items():
            for verb, objects in family.with_.items():
                for word in sorted(w for o in objects for w in self.objects.get(o.removeprefix(ONE_OF), {o})):
                    found.setdefault((verb, word), []).append(Saying(name, "verbs"))
        return {key: tuple(sayings) for key, sayings in found.items()}

    def word(self, lemma: str) -> tuple[Saying, ...]:
        """The families of a verb, with its particle after an underscore, or of a word after "be"."""
        return self._words.get(lemma, ())

    def noun(self, lemma: str) -> tuple[Saying, ...]:
        """The families of a noun that names a deed."""
        return self._nouns.get(lemma, ())

    def pair(self, verb: str, noun: str) -> tuple[Saying, ...]:
        """The families of a verb with one of its objects: "use force"."""
        return self._with.get((verb, noun), ())

    def mutual(self, family: str) -> bool:
        """Whether each side does a deed of the family to the other."""
        return self.families[family].mutual

    def state(self, family: str) -> bool:
        """Whether what is denied of the present counts."""
        return self.families[family].state

    def whole(self, family: str) -> bool:
        """Whether a deed of the family happened is a question without asking who did it to whom."""
        return self.families[family].whole


@lru_cache(maxsize=8)
def deed_words(folders: tuple[Path, ...] = ()) -> DeedWords:
    """deeds.yaml, extended by the user's."""
    return load(DeedWords, "deeds", folders)
