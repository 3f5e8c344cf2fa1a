"""Who does a deed and to whom, against who is told to have done one: how far two name the same."""

from __future__ import annotations

from typing import NamedTuple

from consistency.extract.deedwords import DeedWords
from consistency.facts import Deed, Fact

WEAK = 8
"""What is shared of one role where it is told apart otherwise, or named by a word that many articles have."""


FIRM = 15
"""From this on one role is surely the same."""


class Tie(NamedTuple):
    """How sure it is that two say the same of one role, and whether they name different ones."""

    strength: int
    clash: bool = False
    shared: tuple[str, ...] = ()


def roles(a: Fact, b: Fact, x: Deed, y: Deed, words: DeedWords, common: frozenset[str]) -> tuple[Tie, Tie]:
    """How far who does it and whom or what it is done to are the same."""
    mine, theirs = (_named(a, x.doers), _named(a, x.affected)), (_named(b, y.doers), _named(b, y.affected))
    told = {*b.proposition.terms, *b.proposition.names, *y.beside}
    if not words.mutual(x.family):
        staff = words.staff if "doer" in x.every else frozenset()
        doer = _tie(mine[0] - staff, theirs[0] - staff, told, set(), common)
        return doer, _tie(mine[1], theirs[1], told, set(x.beside), common)
    sides, others = mine[0] | mine[1], theirs[0] | theirs[1]
    one = _tie(sides, others, set(), set(), common)
    return one, _tie(sides - set(one.shared), others - set(one.shared), told, set(x.beside), common)


def _named(fact: Fact, words: tuple[str, ...]) -> set[str]:
    """Who and what, with the speaker where only a pronoun names them: by name, or as "@" and how they are called."""
    found = set(words) - {"@"}
    if "@" in words and fact.holder and not fact.narrated:
        found.add(fact.holder if fact.holder[:1].isupper() else f"@ {fact.holder}")
    return found


def _tie(mine: set[str], theirs: set[str], told: set[str], beside: set[str], common: frozenset[str]) -> Tie:
    """How far two sides name the same, or one is `told` elsewhere in the other clause, or `beside`."""
    shared = {w for w in mine if any(same(w, v) for v in theirs)}
    named, known = set(filter(_is_name, mine)), set(filter(_is_name, theirs))
    other = {w for w in mine - shared if any(same(w, v) for v in told)}
    other |= beside & (theirs | told)
    if named and known and not (shared | other) & named:
        return Tie(0, clash=True)
    if shared:
        telling = shared - common
        if _other_things(mine - shared, theirs - shared, told):
            return Tie(WEAK, shared=tuple(sorted(shared)))
        return Tie(20 if telling & named else 15 if telling else WEAK, shared=tuple(sorted(shared)))
    if other - common:
        return Tie(18 if other & named else 12, shared=tuple(sorted(other)))
    return Tie(0, clash=bool(mine and theirs) and not named and not known)


def _other_things(mine: set[str], theirs: set[str], told: set[str]) -> bool:
    """Whether each also has a thing that the other has not: she was sent no letter, and she was sent a parcel."""
    things, others = {w for w in mine if not _is_name(w)}, {w for w in theirs if not _is_name(w)}
    return bool(things and others) and not things & told


def of_other_kind(x: Deed, y: Deed, told: set[str]) -> bool:
    """Whether what both name is of another kind: the harbour levy, and the school levy."""
    heads = {*x.doers, *x.affected, *y.doers, *y.affected}
    mine, theirs = set(x.beside) - heads, set(y.beside) - heads
    kinds = [({w for w in ws if _is_name(w)}, {w for w in ws if not _is_name(w)}) for ws in (mine, theirs)]
    return any(one and other and not one & (theirs | told) for one, other in zip(*kinds, strict=True))


def same(mine: str, theirs: str) -> bool:
    """One word, or two names of which one is a part of the other."""
    if mine == theirs:
        return True
    x, y = set(mine.split()), set(theirs.split())
    alike = _is_name(mine) and _is_name(theirs)
    return (alike or "@" in x or "@" in y) and (x - {"@"} <= y or y - {"@"} <= x)


def _is_name(word: str) -> bool:
    return word[:1].isupper() or word[:1] == "@"
