"""Aliases across a corpus: one canonical name for one person or body, and different people kept apart."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from consistency.facts import Entity

_SOUNDS = (
    ("zh", "z"), ("kh", "h"), ("ph", "f"), ("ck", "k"), ("th", "t"), ("w", "v"), ("x", "ks"), ("q", "k"), ("c", "k"),
    ("j", "i"), ("y", "i"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("yu", "iu"), ("ts", "s"), ("tz", "s"),
)  # fmt: skip
_REPEATED = re.compile(r"(.)\1+")
_COMPANY = re.compile(r",?\s+(?:inc|ltd|plc|corp|corporation|co|llc|gmbh|ag|company|limited)\.?$", re.IGNORECASE)

Name = tuple[str, str]
"""An article's id and a canonical name within it."""


def merge_entities(
    articles: Iterable[tuple[str, Sequence[Entity]]], metonyms: Mapping[str, str] | None = None
) -> dict[Name, str]:
    """For every article's entities the name that the whole corpus uses: by full name, spelling, initials and surname.

    A bare surname goes to a full name only where exactly one person of the corpus bears it. `metonyms` maps a place to
    what it stands for ("Kremlin" to "Russia").
    """
    listed = [(article, e) for article, es in articles for e in es]
    persons = [(a, e) for a, e in listed if e.kind == "person"]
    out = _persons(persons)
    out |= _bodies([(a, e) for a, e in listed if e.kind != "person"], metonyms or {})
    return dict(sorted(out.items()))


def spelling(name: str) -> str:
    """A key that is the same for the usual spellings of one name: accents, doubled letters and transliteration fold."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if c.isalnum() or c.isspace())
    for a, b in _SOUNDS:
        plain = plain.replace(a, b)
    return _REPEATED.sub(r"\1", plain)


def _persons(listed: list[tuple[str, Entity]]) -> dict[Name, str]:
    full: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for _, e in listed:
        if len(e.name.split()) > 1:
            full[_key(e.name)][e.name] += 1
    _join_initials(full)
    best = {k: _best(names) for k, names in full.items()}
    spelt = {name: best[k] for k, names in full.items() for name in names}
    by_surname: dict[str, set[str]] = defaultdict(set)
    for (_, surname), name in best.items():
        by_surname[surname].add(name)
    out: dict[Name, str] = {}
    for article, e in listed:
        bearers = by_surname.get(spelling(e.name), set()) if len(e.name.split()) == 1 else set()
        alone = next(iter(bearers)) if len(bearers) == 1 else e.name
        out[article, e.name] = spelt.get(e.name, alone)
    return out


def _key(name: str) -> tuple[str, str]:
    first, *_, last = name.split()
    return spelling(first), spelling(last)


def _join_initials(full: dict[tuple[str, str], Counter[str]]) -> None:
    """ "V. Putin" joins "Vladimir Putin" where no other Putin has a given name in V."""
    for key in sorted(k for k in full if len(k[0]) == 1):
        longer = [k for k in full if k[1] == key[1] and len(k[0]) > 1 and k[0].startswith(key[0])]
        if len(longer) == 1:
            full[longer[0]].update(full.pop(key))


def _best(names: Counter[str]) -> str:
    """The name most articles use; among equals the longest, then the first in the alphabet."""
    return min(names, key=lambda n: ("." in n.split()[0], -names[n], -len(n), n))


def _bodies(listed: list[tuple[str, Entity]], metonyms: Mapping[str, str]) -> dict[Name, str]:
    groups: dict[str, Counter[str]] = defaultdict(Counter)
    for _, e in listed:
        groups[_body_key(e.name)][e.name] += 1
    acronyms: dict[str, set[str]] = defaultdict(set)
    for key, names in groups.items():
        for letters in {_acronym(n) for n in names if len(n.split()) > 1}:
            acronyms[letters].add(key)
    out: dict[Name, str] = {}
    for article, e in listed:
        key = _body_key(e.name)
        longer = acronyms.get(e.name.replace(".", ""), set()) - {key}
        if len(longer) == 1 and e.name.isupper():
            key = next(iter(longer))
        name = _best(groups[key])
        out[article, e.name] = metonyms.get(e.name, metonyms.get(name, name))
    return out


def _body_key(name: str) -> str:
    plain = _COMPANY.sub("", name)
    return spelling(plain.removeprefix("The ").removeprefix("the "))


def _acronym(name: str) -> str:
    return "".join(w[0] for w in name.split() if w[0].isupper())
