"""Who bears a single name in a corpus: by surname, by title where several do, by a given name where only one has it."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping

from consistency.facts import Entity

_SOUNDS = (
    ("zh", "z"), ("kh", "h"), ("ph", "f"), ("ck", "k"), ("th", "t"), ("w", "v"), ("x", "ks"), ("q", "k"), ("c", "k"),
    ("j", "i"), ("y", "i"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("yu", "iu"), ("ts", "s"), ("tz", "s"),
)  # fmt: skip
_REPEATED = re.compile(r"(.)\1+")
_COURTESY = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "madam", "prof", "professor"})


def spelling(name: str) -> str:
    """A key that is the same for the usual spellings of one name: accents, doubled letters and transliteration fold."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if c.isalnum() or c.isspace())
    for a, b in _SOUNDS:
        plain = plain.replace(a, b)
    return _REPEATED.sub(r"\1", plain)


class Bearers:
    """The full names of a corpus by surname and by given name, and the titles that go with each."""

    def __init__(self, persons: Iterable[tuple[str, Entity]], full: Mapping[str, str]) -> None:
        self._surnames: dict[str, set[str]] = defaultdict(set)
        self._given: dict[str, set[str]] = defaultdict(set)
        self._titles: dict[str, set[str]] = defaultdict(set)
        self._within: dict[str, set[str]] = defaultdict(set)
        for article, e in persons:
            name = full.get(e.name)
            if name is not None:
                self._surnames[spelling(name.split()[-1])].add(name)
                self._given[name.split()[0]].add(name)
                self._titles[name] |= titles(e)
                self._within[article].add(name)

    def of(self, article: str, e: Entity) -> str | None:
        """The one full name that a single name stands for; an article that tells two apart means two persons."""
        if len(e.name.split()) != 1:
            return None
        bearers = self._surnames.get(spelling(e.name), set()) - self._within[article]
        if len(bearers) > 1:
            own = titles(e)
            bearers = {b for b in bearers if own & self._titles[b]}
        elif not bearers and spelling(e.name) not in self._surnames:
            bearers = self._given.get(e.name, set())
        return next(iter(bearers)) if len(bearers) == 1 else None


def titles(e: Entity) -> set[str]:
    """The words before a person's name, without courtesies: "minister" of "Minister Roe"."""
    surname = e.name.split()[-1]
    before = (a.lower().split(surname.lower())[0].split() for a in e.aliases if a.endswith(surname))
    given = {w.lower() for w in e.name.split()}
    return {w.rstrip(".") for words in before for w in words if w not in given} - _COURTESY
