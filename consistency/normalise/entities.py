"""Aliases across a corpus: one canonical name for one person or body, and different people kept apart."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from consistency.extract.names import name_words
from consistency.facts import Entity
from consistency.normalise.bearers import Bearers, spelling

_COMPANY = re.compile(r",?\s+(?:inc|ltd|plc|corp|corporation|co|llc|gmbh|ag|company|limited)\.?$", re.IGNORECASE)

Name = tuple[str, str]
"""An article's id and a canonical name within it."""


def merge_entities(
    articles: Iterable[tuple[str, Sequence[Entity]]], metonyms: Mapping[str, str] | None = None
) -> dict[Name, str]:
    """For every article's entities the name that the whole corpus uses: by full name, spelling, initials and surname.

    A bare surname goes to the one person of the corpus who bears it, or who has its title. `metonyms` maps a place to
    what it stands for ("Kremlin" to "Russia").
    """
    listed = [(article, e) for article, es in articles for e in es]
    persons = [(a, e) for a, e in listed if e.kind == "person"]
    others = [(a, e) for a, e in listed if e.kind != "person"]
    out = _bodies(others, metonyms or {}) | _persons(persons, others)
    return dict(sorted(out.items()))


def _persons(listed: list[tuple[str, Entity]], bodies: list[tuple[str, Entity]]) -> dict[Name, str]:
    """Persons by their fullest name; a single name of unknown kind is a person's where only a person bears it."""
    full: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for _, e in listed:
        if len(e.name.split()) > 1:
            full[_key(e.name)][e.name] += 1
    _join_initials(full)
    best = {k: _best(names) for k, names in full.items()}
    spelt = {name: best[k] for k, names in full.items() for name in names}
    bearers = Bearers(listed, spelt)
    out = {(article, e.name): spelt.get(e.name) or bearers.of(article, e) or e.name for article, e in listed}
    taken = {w for _, e in bodies if len(e.name.split()) > 1 for w in e.name.split()}
    for article, e in bodies:
        if e.kind == "organisation" and len(e.name.split()) == 1 and e.name not in taken and not e.name.isupper():
            alone = bearers.of(article, e)
            out |= {(article, e.name): alone} if alone else {}
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
    ending = _by_edges(n for names in groups.values() for n in names)
    out: dict[Name, str] = {}
    for article, e in listed:
        key = _body_key(e.name)
        longer = acronyms.get(e.name.replace(".", ""), set()) - {key}
        if len(longer) == 1 and e.name.isupper():
            key = next(iter(longer))
        name = _best(groups[key]) if len(longer) == 1 or e.kind != "organisation" else _longer(e, groups[key], ending)
        out[article, e.name] = metonyms.get(e.name, metonyms.get(name, name))
    return out


def _by_edges(names: Iterable[str]) -> dict[str, list[list[str]]]:
    """The names of several words that end in a word for bodies, by their first and by their last word."""
    bodies = name_words().lexicon.bodies
    out: dict[str, list[list[str]]] = defaultdict(list)
    for words in sorted(n.split() for n in names):
        if len(words) > 1 and words[-1] in bodies:
            for edge in {words[0], words[-1]}:
                out[edge].append(words)
    return out


def _longer(e: Entity, names: Counter[str], by_edges: Mapping[str, list[list[str]]]) -> str:
    """The one longer name of a body: "Halden" is Halden Bank, "the Union" the Rail Union."""
    own = e.name.split()
    found = [w for w in by_edges.get(own[0], ()) if len(w) > len(own) and (w[: len(own)] == own or w[-1:] == own)]
    longest = max(found, key=len, default=[])
    alone = longest and all(longest[: len(w)] == w or longest[-len(w) :] == w for w in found)
    return " ".join(longest) if alone else _best(names)


def _body_key(name: str) -> str:
    plain = _COMPANY.sub("", name)
    return spelling(plain.removeprefix("The ").removeprefix("the "))


def _acronym(name: str) -> str:
    return "".join(w[0] for w in name.split() if w[0].isupper())
