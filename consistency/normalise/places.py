"""Places and audiences that cannot be one: two cities, two halls, the press and a single outlet."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from consistency.lexicons import LexiconModel, load

_TOWN = re.compile(r"(?:in|at|near|outside) (?:the )?([^\W\d_a-z]\w+(?: [^\W\d_a-z]\w+){0,3})", re.UNICODE)
_WORDS = re.compile(r"\w+")


class Where(NamedTuple):
    """What phrases of place name: classes of sites, the names in them, and the names of towns."""

    sites: frozenset[str]
    names: frozenset[str]
    towns: frozenset[str]


class Places(LexiconModel):
    """places.yaml."""

    areas: frozenset[str]
    open_audiences: frozenset[str]
    press: frozenset[str]
    utterances: frozenset[str]
    money: frozenset[str]
    sites: dict[str, frozenset[str]]
    one_in_another: tuple[frozenset[str], ...]

    def audiences_apart(self, a: str, b: str) -> bool:
        """Whether what was said to `a` was not said to `b`: the press in general against one outlet, or two outlets."""
        x, y = self._audience(a), self._audience(b)
        if not x or not y or x == y or x in y or y in x:
            return False
        return ((x == "press") != (y == "press") and (self._named(a) or self._named(b))) or (
            self._named(a) and self._named(b)
        )

    def _audience(self, name: str) -> str:
        plain = name.casefold().removeprefix("the ").strip()
        if plain in self.open_audiences:
            return ""
        return "press" if plain in self.press or not self.press.isdisjoint(plain.split()) else plain

    @staticmethod
    def _named(name: str) -> bool:
        return any(word[:1].isupper() for word in name.removeprefix("The ").split())

    def places_apart(self, a: tuple[str, ...], b: tuple[str, ...]) -> bool:
        """Whether two sets of places of one event exclude each other: no name shared, and both of one size."""
        if not a or not b or any(x in y or y in x for x in a for y in b):
            return False
        sizes = {name in self.areas for name in (*a, *b)}
        return len(sizes) == 1

    @cached_property
    def _site(self) -> dict[str, str]:
        return {word: name for name, words in self.sites.items() for word in sorted(words)}

    def where(self, phrases: tuple[str, ...]) -> Where:
        """What the phrases of one event name; a phrase without a site or a name says nothing."""
        sites: set[str] = set()
        names: set[str] = set()
        towns: set[str] = set()
        for phrase in phrases:
            words = _WORDS.findall(phrase)
            found = {self._site[w.lower()] for w in words if w.lower() in self._site}
            named = {w for w in words[1:] if w[:1].isupper() and w.lower() not in self._site}
            sites |= found
            names |= named
            town = _TOWN.fullmatch(phrase)
            if town and not found:
                towns.add(town[1])
        return Where(frozenset(sites), frozenset(names), frozenset(towns))

    def apart(self, a: tuple[str, ...], b: tuple[str, ...]) -> bool:
        """Whether two sets of phrases of place, of one event, exclude each other: other sites, or other towns."""
        x, y = self.where(a), self.where(b)
        if x.names & y.names:
            return False
        if x.sites and y.sites:
            apart = bool(x.names and y.names) or not any(self._together(s, t) for s in x.sites for t in y.sites)
            return apart and not x.sites & y.sites
        return bool(x.towns and y.towns) and self.places_apart(tuple(sorted(x.towns)), tuple(sorted(y.towns)))

    def _together(self, a: str, b: str) -> bool:
        return any({a, b} <= group for group in self.one_in_another)


@lru_cache(maxsize=8)
def places(folders: tuple[Path, ...] = ()) -> Places:
    """places.yaml, extended by the user's."""
    return load(Places, "places", folders)
