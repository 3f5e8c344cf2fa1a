"""One sentence denies what the other asserts: the same predicate of the same, with no more said than is asserted."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.normalise.exclusion import Exclusion
from consistency.normalise.opposition_clauses import Clause, Reading
from consistency.normalise.opposition_words import Opposites

FIRST, SECOND = {"i", "we", "me", "us", "myself"}, {"you", "yourself"}
PRONOUNS = {"he", "she", "it", "they", "this", "that", "these", "those", "who", "which", "one"}
POSSIBLE = {"may", "might", "could"}


def denied(first: Reading, second: Reading, words: Opposites) -> Iterator[Exclusion]:
    """Every clause of one sentence that the other denies, and every one that asserts its opposite."""
    for one, other in ((first, second), (second, first)):
        for a in one.clauses:
            for b in other.clauses:
                if a.negative is False and b.negative is True and _denies(a, one, b, other, words):
                    yield Exclusion("negation", 80, f'one says "{a.lemma}", the other denies it')


def _denies(yes: Clause, said: Reading, no: Clause, denial: Reading, words: Opposites) -> bool:
    if no.lemma == "be" or len(no.said) > 1 or not any(words.holds(no.lemma, said) for said in yes.said):
        return False
    if restricts(no, denial) or restricts(yes, said) or yes.setting != no.setting or not _modal(yes.modal, no.modal):
        return False
    if not said_of_same(yes, said, no, denial, words) or not _amount(yes, no):
        return False
    return all(any(words.holds(w, x) for x in said.lemmas) for w in no.words - words.light)


def restricts(clause: Clause, r: Reading) -> bool:
    """Whether a clause only tells which one is meant ("questions raised by ..."), inside a sentence about it."""
    if r.tree.dep[clause.head] not in ("acl", "relcl"):
        return False
    noun = r.tree.head[clause.head]
    return r.tree.head[noun] != noun and r.tree.dep[noun] not in ("attr", "appos")


def missing(first: Reading, second: Reading, words: Opposites) -> Iterator[Exclusion]:
    """ "There is no X" and "has no X", where the other sentence speaks of the X as there."""
    for one, other in ((first, second), (second, first)):
        for c in other.clauses:
            t = other.tree
            if c.negative is not True or c.setting or c.modal or restricts(c, other):
                continue
            there, has = t.child(c.head, "expl") is not None, t.lemma[c.head] == "have"
            noun = t.child(c.head, "attr", "dobj") if there or has else None
            if noun is None or t.pos[noun] not in ("NOUN", "PROPN"):
                continue
            if all(any(words.holds(w, v) for v in one.lemmas) for w in (c.words | c.subject) - words.light) and _there(one, t.lemma[noun], words):
                yield Exclusion("missing", 75, f"one speaks of a {t.lemma[noun]}, the other says that there is none")


def _there(r: Reading, lemma: str, words: Opposites) -> bool:
    """Whether a sentence speaks of such a thing as being there: nothing in it is denied, doubted or supposed."""
    if r.question or any(c.negative is not False or c.modal or c.setting for c in r.clauses):
        return False
    t = r.tree
    return any(words.holds(lemma, t.lemma[i]) and t.pos[i] in ("NOUN", "PROPN") and
               not any(t.lemma[d] in ("no", "any", "zero") for d in t.kids(i, "det", "nummod")) for i in range(t.n))


def _modal(yes: str, no: str) -> bool:
    if yes == no:
        return yes not in POSSIBLE
    return (yes == "" and no in ("can", "could")) or {yes, no} <= {"must", "should"}


def _amount(yes: Clause, no: Clause) -> bool:
    """Some that do and some that do not can both be; none that do and some that do cannot."""
    return not (yes.part or no.part) or no.none


def said_of_same(a: Clause, one: Reading, b: Clause, other: Reading, words: Opposites) -> bool:
    """Whether two clauses can be of one subject, or the one names the other's within what it says of it."""
    if not a.heads or not b.heads:
        return True
    x = [(one.tree.lemma[h], one.tree.pos[h]) for h in a.heads]
    y = [(other.tree.lemma[h], other.tree.pos[h]) for h in b.heads]
    if _described(a, one, b, other) or _described(b, other, a, one):
        return True
    if any(_one(m, n, words) for m in x for n in y):
        if "PRON" in {p for _, p in (*x, *y)}:
            return True
        named = {other.tree.lemma[i] for i in range(other.tree.n) if other.tree.pos[i] == "PROPN"}
        return all(any(words.holds(w, v) or words.holds(v, w) for v in one.lemmas) for w in b.subject - named)
    return bool(b.subject) and b.subject <= one.lemmas


def _described(the: Clause, one: Reading, name: Clause, other: Reading) -> bool:
    """ "The film" in one and a name in the other, which the first does not use: the same thing under another word."""
    if len(the.heads) != 1 or len(name.heads) != 1:
        return False
    x, y = the.heads[0], name.heads[0]
    if one.tree.pos[x] != "NOUN" or other.tree.pos[y] != "PROPN" or other.tree.lemma[y] in one.lemmas:
        return False
    return any(one.tree.lemma[d] in ("the", "this") for d in one.tree.kids(x, "det")) and the.subject == {one.tree.lemma[x]}


def _one(a: tuple[str, str], b: tuple[str, str], words: Opposites) -> bool:
    (x, p), (y, q) = a, b
    for m, n, kind in ((x, y, q), (y, x, p)):
        if m in FIRST | SECOND:
            return (n in FIRST and m in FIRST) or (n in SECOND and m in SECOND)
        if m in PRONOUNS and (n in PRONOUNS or kind in ("PROPN", "NOUN")):
            return m == n or kind != "PRON"
    return words.holds(x, y) or words.holds(y, x)
