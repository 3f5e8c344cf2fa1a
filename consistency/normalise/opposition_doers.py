"""Who did it and where it was: two doers of one deed, two countries of one birth."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from consistency.extract.names import name_words
from consistency.normalise.exclusion import Exclusion
from consistency.normalise.opposition_clauses import Clause, Reading, joined
from consistency.normalise.opposition_subjects import fits
from consistency.normalise.opposition_words import Opposites

Deed = tuple[str, frozenset[str], frozenset[str]]
"""The verb, the names of who did it, the names in what was done (none where it is the subject of a passive)."""

BRITISH = {"England", "Scotland", "Wales"}
"""Countries within a country."""


def doers(first: Reading, second: Reading, words: Opposites) -> Iterator[Exclusion]:
    """ "X wrote the play", "written by X" against "written by Y", of what bears one name in both."""
    for lemma, a, thing in (*_by(first, words), *_doing(first, words)):
        for other, b, that in (*_by(second, words), *_doing(second, words)):
            if words.alike(lemma, other) and not a & b and _one_thing(thing, first, that, second):
                said = f"it is by {' '.join(sorted(a))} in one, by {' '.join(sorted(b))} in the other"
                yield Exclusion("doer", 70, said)


def _one_thing(thing: frozenset[str], one: Reading, that: frozenset[str], other: Reading) -> bool:
    """Whether what was done can be one; what is named must be named in the other sentence, too."""
    if thing and that:
        return thing == that
    return thing <= _named(other) and that <= _named(one)


def _named(r: Reading) -> set[str]:
    return {r.tree.word[i] for i in range(r.tree.n) if r.tree.pos[i] == "PROPN"}


def _doing(r: Reading, words: Opposites) -> Iterator[Deed]:
    t = r.tree
    for c in r.clauses:
        thing = t.child(c.head, "dobj")
        if t.lemma[c.head] not in words.doer or c.negative is not False or c.setting or c.modal or thing is None:
            continue
        who = {t.word[i] for h in c.heads for i in range(t.left[h], t.right[h] + 1) if t.pos[i] == "PROPN"}
        what = {t.word[i] for i in range(t.left[thing], t.right[thing] + 1) if t.pos[i] == "PROPN"}
        if who and what and t.pos[c.heads[0]] == "PROPN" and t.child(c.head, "nsubj") is not None:
            yield t.lemma[c.head], frozenset(who), frozenset(what)


def _by(r: Reading, words: Opposites) -> Iterator[Deed]:
    t = r.tree
    for c in r.clauses:
        if t.lemma[c.head] not in words.doer or c.negative is not False or t.tag[c.head] != "VBN":
            continue
        for v in (c.head, *joined(t, c.head)):
            by = next((a for a in t.kids(v, "agent", "prep") if t.lemma[a] == "by"), None)
            name = t.child(by, "pobj") if by is not None else None
            if name is not None and by is not None and t.pos[name] == "PROPN":
                inside = range(t.left[by], t.right[by] + 1)
                yield t.lemma[c.head], frozenset(t.word[i] for i in inside if t.pos[i] == "PROPN"), frozenset()


def placed(first: Reading, second: Reading, words: Opposites) -> Iterator[Exclusion]:
    """ "born in X" against "born in Y", for two countries."""
    names = name_words().lexicon
    known = {**names.metonyms, **{country: country for country in names.demonyms.values()}}
    theirs = list(_seats(second, words, known))
    for lemma, a, c in _seats(first, words, known):
        for other, b, d in theirs:
            if (
                words.alike(lemma, other)
                and not {known[a], known[b]} & BRITISH
                and known[a] != known[b]
                and fits(c, first, d, second, words)
            ):
                yield Exclusion("place", 75, f"it cannot be both in {a} and in {b}")


def _seats(r: Reading, words: Opposites, known: Mapping[str, str]) -> Iterator[tuple[str, str, Clause]]:
    t = r.tree
    for c in r.clauses:
        if t.lemma[c.head] not in words.seat and t.word[c.head] != "born":
            continue
        where = [p for p in t.kids(c.head, "prep") if t.lemma[p] in ("in", "from", "at")]
        found = {t.word[p] for w in where for p in t.kids(w, "pobj") if t.word[p] in known}
        one_of_many = any(t.lemma[d] in ("a", "an", "another") for h in c.heads for d in t.kids(h, "det"))
        if len(found) == 1 and not one_of_many:
            yield ("bear" if t.word[c.head] == "born" else t.lemma[c.head]), found.pop(), c
