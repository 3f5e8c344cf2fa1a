"""The lexicon of events in the shape in which extraction and comparison ask it."""

from __future__ import annotations

from functools import cached_property, lru_cache
from pathlib import Path

from consistency.lexicons import LexiconModel, load


class EventClass(LexiconModel):
    """Verbs and nouns that name one kind of event; `once`: it happens once to a thing; `person`: to a person."""

    verbs: frozenset[str]
    nouns: frozenset[str]
    once: bool = False
    person: bool = False


class EventWords(LexiconModel):
    """events.yaml."""

    classes: dict[str, EventClass]
    light: frozenset[str]
    present: frozenset[str]
    absent: frozenset[str]
    unreal: frozenset[str]
    vague: frozenset[str]
    same: tuple[tuple[str, ...], ...]
    press: frozenset[str]
    gives_first: frozenset[str]

    @cached_property
    def _verbs(self) -> dict[str, str]:
        return {verb: name for name, c in self.classes.items() for verb in sorted(c.verbs)}

    @cached_property
    def _nouns(self) -> dict[str, str]:
        return {noun: name for name, c in self.classes.items() for noun in sorted(c.nouns)}

    @cached_property
    def _same(self) -> dict[str, str]:
        return {word: group[0] for group in self.same for word in group}

    def verb(self, lemma: str) -> str:
        """The class of a verb, with its particle after an underscore; "" where it has none."""
        return self._verbs.get(lemma, "")

    def deed(self, lemma: str, particle: str) -> str:
        """The class of a verb with or without its particle; "present" and "absent" for coming and staying away."""
        long = f"{lemma}_{particle}"
        for form in (long, lemma) if particle else (lemma,):
            if form in self.absent:
                return "absent"
            if form in self.present:
                return "present"
            if self.verb(form):
                return self.verb(form)
        return ""

    def noun(self, lemma: str) -> str:
        """The class of a noun, "" where it names no event."""
        return self._nouns.get(lemma, "")

    def term(self, lemma: str) -> str:
        """The word that stands for all that name the same thing."""
        return self._same.get(lemma, lemma)

    def once(self, name: str) -> bool:
        """Whether an event of this class happens once to a thing."""
        return name in self.classes and self.classes[name].once

    def person(self, name: str) -> bool:
        """Whether the person it happens to tells an event of this class from others."""
        return name in self.classes and self.classes[name].person


@lru_cache(maxsize=8)
def event_words(folders: tuple[Path, ...] = ()) -> EventWords:
    """events.yaml, extended by the user's."""
    return load(EventWords, "events", folders)
