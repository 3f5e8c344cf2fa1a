"""Whether two clauses speak of one subject, and are asserted alike."""

from __future__ import annotations

from consistency.normalise.opposition_clauses import Clause, Reading
from consistency.normalise.opposition_words import Opposites

FIRST, SECOND = {"i", "we", "me", "us", "myself"}, {"you", "yourself"}
PRONOUNS = {"he", "she", "it", "they", "this", "that", "these", "those", "who", "which", "one"}


def same_way(a: Clause, b: Clause) -> bool:
    """Whether two clauses are both asserted, and asserted alike."""
    return a.negative is False and b.negative is False and a.setting == b.setting and a.modal == b.modal


def fits(a: Clause | None, one: Reading, b: Clause | None, other: Reading, words: Opposites) -> bool:
    """Whether two clauses, where both are known, are asserted alike of one subject."""
    return a is None or b is None or (same_way(a, b) and said_of_same(a, one, b, other, words))


def restricts(clause: Clause, r: Reading) -> bool:
    """Whether a clause only tells which one is meant ("questions raised by ..."), inside a sentence about it."""
    if r.tree.dep[clause.head] not in ("acl", "relcl"):
        return False
    noun = r.tree.head[clause.head]
    return r.tree.head[noun] != noun and r.tree.dep[noun] not in ("attr", "appos")


def said_of_same(a: Clause, one: Reading, b: Clause, other: Reading, words: Opposites) -> bool:
    """Whether two clauses can be of one subject, or the one names the other's within what it says of it."""
    if not a.heads or not b.heads:
        return True
    if any(other.tree.lemma[h] in words.nobody or (b.none and other.tree.lemma[h] == "one") for h in b.heads):
        return True
    x = [(one.tree.lemma[h], one.tree.pos[h]) for h in a.heads]
    y = [(other.tree.lemma[h], other.tree.pos[h]) for h in b.heads]
    if _described(a, one, b, other) or _described(b, other, a, one):
        return True
    if any(_one(m, n, words) for m in x for n in y):
        if "PRON" in {p for _, p in (*x, *y)}:
            return True
        named = {other.tree.lemma[i] for i in range(other.tree.n) if _may_differ(other, i)}
        return all(any(words.holds(w, v) or words.holds(v, w) for v in one.lemmas) for w in b.subject - named)
    turned = _passive(a, one) != _passive(b, other)
    return bool(b.subject) and b.subject <= one.lemmas and (turned or not (_acts(a, one) and _acts(b, other)))


def _passive(c: Clause, r: Reading) -> bool:
    return r.tree.child(c.head, "auxpass", "nsubjpass", "agent") is not None


def _acts(c: Clause, r: Reading) -> bool:
    """Whether a clause has a subject of its own that does something to something."""
    return r.tree.child(c.head, "nsubj") is not None and r.tree.child(c.head, "dobj", "prep", "dative") is not None


def _may_differ(r: Reading, i: int) -> bool:
    """A fuller name and another figure tell of the same subject."""
    return r.tree.pos[i] in ("PROPN", "NUM") or r.tree.tag[i] in ("JJR", "RBR", "JJS", "RBS")


def _described(the: Clause, one: Reading, name: Clause, other: Reading) -> bool:
    """ "The film" in one and a name in the other, which the first does not use: the same thing under another word."""
    if len(the.heads) != 1 or len(name.heads) != 1:
        return False
    x, y = the.heads[0], name.heads[0]
    if one.tree.pos[x] != "NOUN" or other.tree.pos[y] != "PROPN" or other.tree.lemma[y] in one.lemmas:
        return False
    return any(one.tree.lemma[d] in ("the", "this") for d in one.tree.kids(x, "det")) and the.subject == {
        one.tree.lemma[x]
    }


def _one(a: tuple[str, str], b: tuple[str, str], words: Opposites) -> bool:
    (x, p), (y, q) = a, b
    for m, n, kind in ((x, y, q), (y, x, p)):
        if m in FIRST | SECOND:
            return (n in FIRST and m in FIRST) or (n in SECOND and m in SECOND)
        if m in PRONOUNS and (n in PRONOUNS or kind in ("PROPN", "NOUN")):
            return m == n or kind != "PRON"
    return words.holds(x, y) or words.holds(y, x)
