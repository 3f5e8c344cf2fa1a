"""What a thing is said to be: two kinds of which nothing is both, two peoples, two years of making."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.extract.names import name_words
from consistency.normalise.exclusion import Exclusion
from consistency.normalise.opposition_clauses import Clause, Reading, joined
from consistency.normalise.opposition_dates import YEAR
from consistency.normalise.opposition_subjects import fits, same_way
from consistency.normalise.opposition_words import Opposites


def kinds(first: Reading, second: Reading, words: Opposites) -> Iterator[Exclusion]:
    """ "X is a film", "X is a dog": nothing is both."""
    for a, na in _is_a(first):
        for b, nb in _is_a(second):
            if all(words.apart(x, y) for x in na for y in nb) and fits(a, first, b, second, words):
                yield Exclusion("kind", 75, f"nothing is both a {na[0]} and a {nb[0]}")


def _is_a(r: Reading) -> Iterator[tuple[Clause, list[str]]]:
    t = r.tree
    for c in r.clauses:
        attr = t.child(c.head, "attr") if t.lemma[c.head] == "be" else None
        if attr is not None and t.pos[attr] == "NOUN" and t.child(attr, "det") is not None and not c.part:
            yield c, [t.lemma[n] for n in (attr, *joined(t, attr)) if t.pos[n] == "NOUN"]


def modified(first: Reading, second: Reading, words: Opposites) -> Iterator[Exclusion]:
    """ "X is a 1930 comedy", "X is a 1940 comedy"; "an Indian film", "a Danish film"."""
    peoples = name_words().lexicon.demonyms
    for a, x in _complements(first):
        for b, y in _complements(second):
            if not words.alike(first.tree.lemma[x], second.tree.lemma[y]) or not fits(a, first, b, second, words):
                continue
            for of in (_years, lambda r, i: _peoples(r, i, peoples)):
                v, w = of(first, x), of(second, y)
                if v and w and not v & w:
                    said = "it is {} in one, {} in the other".format(*(" and ".join(sorted(s)) for s in (v, w)))
                    yield Exclusion("modifier", 70, said)


def _complements(r: Reading) -> Iterator[tuple[Clause, int]]:
    t = r.tree
    for c in r.clauses:
        attr = t.child(c.head, "attr") if t.lemma[c.head] == "be" else None
        if attr is not None and t.pos[attr] == "NOUN":
            yield c, attr


def _years(r: Reading, noun: int) -> set[str]:
    t = r.tree
    return {t.word[i] for i in range(t.left[noun], noun) if YEAR.fullmatch(t.word[i])}


def _peoples(r: Reading, noun: int, peoples: dict[str, str]) -> set[str]:
    t = r.tree
    found = {w for i in range(t.left[noun], noun) for w in t.word[i].split("-")}
    return {peoples[w] for w in found if w in peoples}


def sole(first: Reading, second: Reading, words: Opposites) -> Iterator[Exclusion]:
    """ "X is the capital of Z", "Y is the capital of Z": what only one can be."""
    theirs = list(_roles(second))
    for a, x, attr in _roles(first):
        for b, y, role in theirs:
            if x & y or not words.alike(first.tree.lemma[attr], second.tree.lemma[role]) or not same_way(a, b):
                continue
            if second.says(a.words, words) and first.says(b.words, words):
                said = f"one says {' '.join(sorted(x))}, the other {' '.join(sorted(y))}"
                yield Exclusion("sole", 70, f"of who or what is the {first.tree.lemma[attr]} {said}")


def _roles(r: Reading) -> Iterator[tuple[Clause, frozenset[str], int]]:
    """Names of which it is said that they are the one so-and-so of something."""
    t = r.tree
    for c, attr in _complements(r):
        the = t.child(attr, "det")
        of = [p for p in t.kids(attr, "prep") if t.lemma[p] == "of"]
        if the is None or t.lemma[the] != "the" or t.tag[attr] != "NN" or not of or len(c.heads) != 1:
            continue
        head = c.heads[0]
        if t.pos[head] == "PROPN":
            yield c, frozenset(t.word[i] for i in range(t.left[head], t.right[head] + 1) if t.pos[i] == "PROPN"), attr
