"""Places and audiences that cannot be one: two cities, two halls, the press and a single outlet."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from consistency.lexicons import LexiconModel, load


class Places(LexiconModel):
    """places.yaml."""

    areas: frozenset[str]
    open_audiences: frozenset[str]
    press: frozenset[str]
    utterances: frozenset[str]
    money: frozenset[str]

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


@lru_cache(maxsize=8)
def places(folders: tuple[Path, ...] = ()) -> Places:
    """places.yaml, extended by the user's."""
    return load(Places, "places", folders)
