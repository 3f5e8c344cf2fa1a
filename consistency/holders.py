"""Who holds an office, and who speaks for which body, as the articles of a corpus tell together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Protocol

from consistency.facts import Entity

FORMER = frozenset({"new", "old", "former", "outgoing", "incoming", "acting", "then"})
_GONE = frozenset({"former", "ex", "late"})
_SMALL = frozenset({"of", "the", "a", "an", "for", "its", "their", "his", "her"})


class Told(Protocol):
    """What an article tells of persons and their offices."""

    @property
    def article(self) -> str:
        """The article's id."""

    @property
    def entities(self) -> tuple[Entity, ...]:
        """Whom it names."""

    @property
    def offices(self) -> tuple[tuple[str, str], ...]:
        """Offices with their holders."""

    @property
    def bodies(self) -> tuple[tuple[str, str], ...]:
        """Persons with the bodies that they speak for."""


class Holders:
    """The holders of offices by the corpus' names; `names` maps an article's names to those."""

    def __init__(self, articles: Iterable[Told], names: Mapping[tuple[str, str], str]) -> None:
        self._offices: dict[str, list[tuple[frozenset[str], str]]] = defaultdict(list)
        self._within: dict[str, set[str]] = {}
        bodies: dict[str, Counter[str]] = defaultdict(Counter)
        for a in articles:
            self._within[a.article] = {names.get((a.article, e.name), e.name) for e in a.entities if e.kind == "person"}
            for office, name in a.offices:
                *modifiers, head = office.split()
                self._offices[head].append((frozenset(modifiers), names.get((a.article, name), name)))
            for name, body in a.bodies:
                bodies[names.get((a.article, name), name)][names.get((a.article, body), body)] += 1
        self._bodies = {
            name: min(told, key=lambda b: (b.startswith("the "), -told[b], b)) for name, told in bodies.items()
        }

    def body(self, name: str | None) -> str | None:
        """The body that a person speaks for, as most articles tell; None where none does."""
        return self._bodies.get(name) if name else None

    def of(self, article: str, described: str) -> str | None:
        """Who is meant by an office in an article: the one holder whom it names, or whom the corpus gives that office.

        A bare "minister" means nobody whom the article does not name.
        """
        words = described.split()
        head = words[words.index("of") - 1] if "of" in words[1:] else words[-1] if words else ""
        asked = frozenset(words) - {head} - _SMALL - FORMER
        held = [(m, name) for m, name in self._offices.get(head, ()) if not m & _GONE and self._fits(asked, m, name)]
        here = {name for _, name in held if name in self._within.get(article, ())}
        if len(here) == 1:
            return next(iter(here))
        everywhere = {name for m, name in held if asked and (m - FORMER) >= asked}
        return next(iter(everywhere)) if len(everywhere) == 1 and not here else None

    def _fits(self, asked: frozenset[str], modifiers: frozenset[str], name: str) -> bool:
        body = self._bodies.get(name, "").lower().split()
        return asked <= modifiers | frozenset(body)
