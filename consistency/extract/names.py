"""The lexicon of names: titles, offices, given names, and what tells persons, bodies and places apart."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Literal

from consistency.lexicons import LexiconModel, load

Gender = Literal["m", "f", ""]
NameKind = Literal["person", "organisation", "place", "group", ""]


class BodyKind(LexiconModel):
    """The words by which names and common nouns show one sort of body."""

    names: frozenset[str]
    nouns: frozenset[str]


class NamesLexicon(LexiconModel):
    """rules/lexicons/names.yaml: what tells persons, bodies and places apart, and what stands for what."""

    titles: dict[str, tuple[str, ...]]
    offices: dict[str, tuple[str, ...]]
    given: dict[str, tuple[str, ...]]
    bodies: frozenset[str]
    body_nouns: frozenset[str]
    place_nouns: frozenset[str]
    doers: dict[str, str]
    common_given: frozenset[str]
    speaks_for: frozenset[str]
    speaks_alone: frozenset[str]
    generic_bodies: frozenset[str]
    not_names: frozenset[str]
    body_kinds: dict[str, BodyKind]
    metonyms: dict[str, str]
    demonyms: dict[str, str]
    places: frozenset[str]
    dates: frozenset[str]
    holidays: frozenset[str]


class NameWords:
    """The lexicon of names made ready for look-up; values of titles, offices and given names are genders."""

    def __init__(self, lexicon: NamesLexicon) -> None:
        self.lexicon = lexicon
        self.titles = {t.lower(): _gender(g) for g, ts in lexicon.titles.items() for t in ts}
        self.offices = {o: _gender(g) for g, names in lexicon.offices.items() for o in names}
        self.given: dict[str, Gender] = {}
        for g, names in lexicon.given.items():
            for n in names:
                self.given[n] = "" if n in self.given and self.given[n] != _gender(g) else _gender(g)
        self.places = {*lexicon.places, *lexicon.metonyms, *lexicon.metonyms.values(), *lexicon.demonyms.values()}


def _gender(key: str) -> Gender:
    return "m" if key == "m" else "f" if key == "f" else ""


@lru_cache(maxsize=8)
def name_words(folders: tuple[Path, ...] = ()) -> NameWords:
    """The names lexicon, extended by the user's folders."""
    return NameWords(load(NamesLexicon, "names", folders))
