"""Words that exclude, hold or mean one another: opposites.yaml in the shape in which comparing asks it."""

from __future__ import annotations

from functools import cached_property, lru_cache
from pathlib import Path

from consistency.lexicons import LexiconModel, load

Side = tuple[str, ...]


class Opposites(LexiconModel):
    """opposites.yaml."""

    opposites: tuple[tuple[Side, Side], ...]
    same: tuple[Side, ...]
    wider: dict[str, frozenset[str]]
    kinds: dict[str, frozenset[str]]
    sorts: tuple[frozenset[str], ...]
    once: frozenset[str]
    doer: frozenset[str]
    seat: frozenset[str]
    partly: frozenset[str]
    some: frozenset[str]
    every: frozenset[str]
    nobody: frozenset[str]
    only: frozenset[str]
    light: frozenset[str]
    factive: frozenset[str]
    actual: frozenset[str]
    granted: frozenset[str]
    incapable: frozenset[str]

    @cached_property
    def _same(self) -> dict[str, frozenset[int]]:
        found: dict[str, set[int]] = {}
        for n, group in enumerate(self.same):
            for word in group:
                found.setdefault(word, set()).add(n)
        return {word: frozenset(groups) for word, groups in found.items()}

    @cached_property
    def _against(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for left, right in self.opposites:
            for words, others in ((left, right), (right, left)):
                for word in words:
                    found.setdefault(word, set()).update(others)
        return {word: frozenset(others - {word}) for word, others in found.items()}

    def alike(self, a: str, b: str) -> bool:
        """Whether two lemmas say the same."""
        return a == b or not self._same.get(a, frozenset()).isdisjoint(self._same.get(b, frozenset()))

    def holds(self, wide: str, narrow: str) -> bool:
        """Whether what is said of the narrow lemma is said of the wide one too, as of a person what is of a boy."""
        return self.alike(wide, narrow) or narrow in self.wider.get(wide, ())

    def against(self, a: str, b: str) -> bool:
        """Whether two lemmas are opposites."""
        return b in self._against.get(a, ())

    def kind(self, lemma: str) -> str:
        """The kind of thing that a noun names, "" where it is not known or is more than one."""
        kinds = [name for name, nouns in self.kinds.items() if lemma in nouns]
        return kinds[0] if len(kinds) == 1 else ""

    def apart(self, a: str, b: str) -> bool:
        """Whether nothing is both an `a` and a `b`."""
        if self.holds(a, b) or self.holds(b, a):
            return False
        x, y = self.kind(a), self.kind(b)
        return bool(x and y and x != y) or any(a in sort and b in sort for sort in self.sorts)


@lru_cache(maxsize=8)
def opposites(folders: tuple[Path, ...] = ()) -> Opposites:
    """opposites.yaml, extended by the user's."""
    return load(Opposites, "opposites", folders)
