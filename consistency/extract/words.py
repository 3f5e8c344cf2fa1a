"""The lexicons of predicates, themes and units in the shape in which extraction asks them."""

from __future__ import annotations

from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from consistency.lexicons import LexiconModel, load

Match = Literal["theme", "agent"]
Of = Literal["affected", "doer", "any"]


class PredicateClass(LexiconModel):
    """Two poles of predicates; `match`: whether who does it matters; `persons`: whether its theme can be a person."""

    match: Match
    persons: bool = False
    plus: tuple[str, ...]
    minus: tuple[str, ...]


class Predicates(LexiconModel):
    """predicates.yaml."""

    classes: dict[str, PredicateClass]
    operators: dict[str, frozenset[str]]
    light_verbs: frozenset[str]
    negators: frozenset[str]
    hedges: frozenset[str]
    idioms: frozenset[str]
    offices: dict[str, frozenset[str]]
    exclusives: frozenset[str]
    beside: dict[str, tuple[str, int]]
    good: frozenset[str]
    bad: frozenset[str]
    collectives: frozenset[str]
    documents: frozenset[str] = frozenset()

    @cached_property
    def _poles(self) -> dict[str, tuple[tuple[str, int], ...]]:
        found: dict[str, list[tuple[str, int]]] = {}
        for name, cls in self.classes.items():
            for pole, lemmas in ((1, cls.plus), (-1, cls.minus)):
                for lemma in lemmas:
                    found.setdefault(lemma, []).append((name, pole))
        return {lemma: tuple(dict.fromkeys(poles)) for lemma, poles in found.items()}

    def poles(self, lemma: str) -> tuple[tuple[str, int], ...]:
        """The classes that a lemma belongs to, with its pole in each; a class with both poles for it is left out."""
        poles = self._poles.get(lemma, ())
        names = [name for name, _ in poles]
        return tuple(p for p in poles if names.count(p[0]) == 1)

    def operator(self, kind: str, lemma: str) -> bool:
        """Whether a verb over another one is of this kind: negates, keeps, possible, predicts, intends, demands."""
        return lemma in self.operators.get(kind, ())


class ThemeGroup(LexiconModel):
    """Nouns that name one theme, and those that name its opposite."""

    plus: tuple[str, ...]
    minus: tuple[str, ...] = ()


class Themes(LexiconModel):
    """themes.yaml."""

    groups: dict[str, ThemeGroup]
    generic: frozenset[str]
    same: tuple[tuple[str, ...], ...] = Field(default=())

    @cached_property
    def _groups(self) -> dict[str, tuple[str, int]]:
        found: dict[str, tuple[str, int]] = {}
        for name, group in self.groups.items():
            for sign, nouns in ((1, group.plus), (-1, group.minus)):
                for noun in nouns:
                    found.setdefault(noun, (name, sign))
        return found

    @cached_property
    def _same(self) -> dict[str, str]:
        return {word: group[0] for group in self.same for word in group}

    def theme(self, lemma: str) -> tuple[str, int]:
        """The name of the theme group of a noun and the noun's sign in it; the noun itself where it is in none."""
        return self._groups.get(lemma) or (self._same.get(lemma, lemma), 1)

    def term(self, lemma: str) -> str:
        """The word under which a content word is linked with others: its group's name, or the word itself."""
        return self.theme(lemma)[0]


class Topic(LexiconModel):
    """A topic with states of which only one can hold at a time; a state is told by the predicates that assert it."""

    themes: frozenset[str]
    states: dict[str, frozenset[str]]
    together: tuple[frozenset[str], ...] = ()


class Topics(LexiconModel):
    """topics.yaml: packs that a user can add to."""

    topics: dict[str, Topic]

    def state(self, nouns: tuple[str, ...], predicate: str) -> tuple[str, str]:
        """The topic of the nouns and the state of it that the predicate asserts; two empty strings if none."""
        for name, topic in self.topics.items():
            if not topic.themes.isdisjoint(nouns):
                for state, predicates_of_state in topic.states.items():
                    if predicate in predicates_of_state:
                        return name, state
        return "", ""

    def exclude(self, topic: str, first: str, second: str) -> bool:
        """Whether two states of a topic cannot hold at one time."""
        known = self.topics.get(topic)
        return bool(known and first != second and not any({first, second} <= t for t in known.together))


class Question(LexiconModel):
    """Two sides of one question, `hold` where a third says neither, and whom or what the answer is about (`of`)."""

    of: Of
    loose: bool = False
    persons: bool = False
    plus: tuple[str, ...]
    minus: tuple[str, ...] = ()
    hold: tuple[str, ...] = ()


class Senses(LexiconModel):
    """senses.yaml."""

    senses: dict[str, Question]
    brings: frozenset[str]
    denies: frozenset[str]
    granted: frozenset[str]
    lacking: frozenset[str]

    @cached_property
    def _sides(self) -> dict[str, tuple[tuple[str, int], ...]]:
        found: dict[str, list[tuple[str, int]]] = {}
        for name, question in self.senses.items():
            for side, phrases in ((1, question.plus), (-1, question.minus), (0, question.hold)):
                for phrase in phrases:
                    found.setdefault(phrase, []).append((name, side))
        return {phrase: tuple(dict.fromkeys(sides)) for phrase, sides in found.items()}

    def sides(self, phrase: str) -> tuple[tuple[str, int], ...]:
        """The questions that a lemma or a phrase answers, each with its side."""
        return self._sides.get(phrase, ())


class Units(LexiconModel):
    """units.yaml."""

    units: dict[str, tuple[str, ...]]
    scales: dict[str, float]
    bounds: dict[str, tuple[float, float]]
    vague: dict[str, tuple[float, float]]
    counting: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()
    trades: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    deeds: tuple[tuple[str, ...], ...] = ()
    capacity: frozenset[str] = frozenset()

    def done(self, verb: str) -> frozenset[str]:
        """The groups of verbs for one thing done that a verb is in, each under its first ("ruin" for spoil)."""
        return frozenset(group[0] for group in self.deeds if verb in group)

    @cached_property
    def names(self) -> dict[str, str]:
        """The unit's name for each of its words and signs."""
        return {word: name for name, words in self.units.items() for word in words}


@lru_cache(maxsize=8)
def predicates(folders: tuple[Path, ...] = ()) -> Predicates:
    """predicates.yaml, extended by the user's."""
    return load(Predicates, "predicates", folders)


@lru_cache(maxsize=8)
def themes(folders: tuple[Path, ...] = ()) -> Themes:
    """themes.yaml, extended by the user's."""
    return load(Themes, "themes", folders)


@lru_cache(maxsize=8)
def topics(folders: tuple[Path, ...] = ()) -> Topics:
    """topics.yaml, extended by the user's."""
    return load(Topics, "topics", folders)


@lru_cache(maxsize=8)
def units(folders: tuple[Path, ...] = ()) -> Units:
    """units.yaml, extended by the user's."""
    return load(Units, "units", folders)


@lru_cache(maxsize=8)
def senses_lexicon(folders: tuple[Path, ...] = ()) -> Senses:
    """senses.yaml, extended by the user's."""
    return load(Senses, "senses", folders)
