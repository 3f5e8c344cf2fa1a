"""Opposed senses: two clauses that take different sides of one question about one thing, in whatever words."""

from __future__ import annotations

from typing import NamedTuple

from consistency.extract.words import Senses
from consistency.facts import Fact, Proposition, Sense
from consistency.normalise.matter import names_apart

ENDINGS = ("ations", "ation", "ition", "ments", "ment", "ings", "ing", "ions", "ion", "als", "al", "ers", "er", "ed",
           "es", "s", "e")  # fmt: skip


class Opposed(NamedTuple):
    """How sure it is that two facts take different sides (0 to 100), and the clause that says so."""

    strength: int
    because: str


def opposed(a: Fact, b: Fact, senses: Senses, common: frozenset[str]) -> Opposed | None:
    """The strongest way in which the senses of two facts are opposed; None where none is."""
    found = [
        Opposed(strength, _because(x, y))
        for x in a.proposition.senses
        for y in b.proposition.senses
        if _sides_differ(x, y, senses) and (strength := _about_one_thing(a, b, x, y, senses, common)) > 0
    ]
    return max(found, default=None)


def _sides_differ(x: Sense, y: Sense, senses: Senses) -> bool:
    if x.question != y.question:
        return False
    if 0 in (x.side, y.side):
        moving = y if x.side == 0 else x
        return moving.side != 0 and not moving.negated
    if x.side == y.side:
        return False
    question = senses.senses[x.question]
    if question.loose and any(s.negated and s.word in question.plus for s in (x, y)):
        return stem(x.word) == stem(y.word)
    return True


def stem(word: str) -> str:
    """A rough stem under which a verb and its noun meet: "publish", "publication", "published"."""
    word = word.split("_")[0]
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def _about_one_thing(a: Fact, b: Fact, x: Sense, y: Sense, senses: Senses, common: frozenset[str]) -> int:
    of = senses.senses[x.question].of
    p, q = a.proposition, b.proposition
    beside = a.article == b.article
    if beside and not (a.kind == "denial" or b.kind == "denial" or x.universal or y.universal):
        return 0  # one report seldom contradicts itself; what it tells of two speakers, it tells of two moments
    holders = {h for f in (a, b) if (h := f.holder)}
    mine, theirs = _telling(x.affected, common), _telling(y.affected, common)
    for everybody, names, other in ((x, p.names, b), (y, q.names, a)):
        beyond = {n for n in everybody.affected if n in names} - {*other.proposition.names, *other.proposition.things}
        if everybody.universal and beyond:
            return 0  # what nobody says to one, somebody may well say to another
    doers, others = set(x.doers), set(y.doers)
    same_doer = bool(doers & others) or x.universal or y.universal
    if of == "doer" and not same_doer:
        return 0
    if of == "affected" and doers and others and not same_doer and _named(doers, a) and _named(others, b):
        return 0
    core = (mine | (doers if of == "any" else set())) & (theirs | (others if of == "any" else set()))
    if of == "doer":
        core |= doers & others
    reach = (mine & (set(q.terms) | set(q.names))) | (theirs & (set(p.terms) | set(p.names)))
    reach -= core
    shared_names = (set(p.names) & set(q.names)) - core - reach - common
    lower = {w.lower() for n in (*core, *reach, *shared_names) for w in n.split()}
    shared_terms = (set(p.terms) & set(q.terms)) - common - lower - {x.word, y.word, p.predicate}
    near = ({*p.names, *a.context} & {*q.names, *b.context}) - core - reach - shared_names - common
    if p.theme_names and q.theme_names and not set(p.theme_names) & set(q.theme_names):
        return 0
    things = set() if _other_heads(p, x, q, y) else {t for t in core | reach if not t[:1].isupper()}
    people = senses.senses[x.question].persons and (core | reach | shared_names) - holders
    if not things and not people and not (core and shared_terms):
        return 0
    if names_apart(a, b, holders):
        return 0
    strength = 31
    strength += 15 * min(2, len(core)) + 10 * min(2, len(reach)) + 10 * min(2, len(shared_names))
    strength += 8 * min(3, len(shared_terms)) + 2 * min(2, len(near))
    strength += 10 * bool(things or people)
    strength += 5 * (len(holders) == 1 and not a.narrated and not b.narrated)
    strength += 5 * (a.article == b.article)
    if not core and not reach and not people:
        strength -= 15
    if x.universal or y.universal:
        strength += 10
    return min(95, strength)


def _other_heads(p: Proposition, x: Sense, q: Proposition, y: Sense) -> bool:
    """Whether what they share only modifies two things that are told apart: a hospital's canteen, and its wards."""
    mine, theirs = {*x.affected, *p.terms}, {*y.affected, *q.terms}
    return p.theme in x.affected and q.theme in y.affected and p.theme not in theirs and q.theme not in mine


def _named(doers: set[str], fact: Fact) -> bool:
    return bool(doers & set(fact.proposition.names))


def _telling(words: tuple[str, ...], common: frozenset[str]) -> set[str]:
    return {w for w in words if w[:1].isalpha() and not {w, w.lower()} & common and len(w) > 2 and w != "they"}


def _because(x: Sense, y: Sense) -> str:
    def said(s: Sense) -> str:
        return ("not " if s.negated else "") + s.word.replace("_", " ")

    of = next(iter(sorted(set(x.affected) & set(y.affected))), "")
    about = f"of {of if of[:1].isupper() else 'the ' + of} " if of else ""
    return f'{about}one says "{said(x)}", the other "{said(y)}"'
