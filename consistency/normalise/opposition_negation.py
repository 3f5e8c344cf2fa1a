"""One sentence denies what the other asserts: the same predicate of the same, with no more said than is asserted."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.normalise.exclusion import Exclusion
from consistency.normalise.opposition_clauses import Clause, Reading
from consistency.normalise.opposition_subjects import restricts, said_of_same
from consistency.normalise.opposition_words import Opposites

NONE = ("no", "any", "zero")
POSSIBLE = {"may", "might", "could"}


def denied(first: Reading, second: Reading, words: Opposites) -> Iterator[Exclusion]:
    """Every clause of one sentence that the other denies, and every one that asserts its opposite."""
    for one, other in ((first, second), (second, first)):
        for a in one.clauses if not (one.question or other.question) else ():
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
    return said.says(no.words, words)


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
            if one.says(c.words | c.subject, words) and _there(one, t.lemma[noun], words):
                yield Exclusion("missing", 75, f"one speaks of a {t.lemma[noun]}, the other says that there is none")


def _there(r: Reading, lemma: str, words: Opposites) -> bool:
    """Whether a sentence speaks of such a thing as being there: nothing in it is denied, doubted or supposed."""
    if r.question or any(c.negative is not False or c.modal or c.setting for c in r.clauses):
        return False
    t = r.tree
    nouns = [i for i in range(t.n) if t.pos[i] in ("NOUN", "PROPN") and words.holds(lemma, t.lemma[i])]
    return any(t.child(i, "det") is None or t.lemma[t.child(i, "det") or 0] not in NONE for i in nouns)


def _modal(yes: str, no: str) -> bool:
    if yes == no:
        return yes not in POSSIBLE
    return (yes == "" and no in ("can", "could")) or {yes, no} <= {"must", "should"}


def _amount(yes: Clause, no: Clause) -> bool:
    """Some that do and some that do not can both be; none that do and some that do cannot."""
    if no.whole and not no.none:
        return yes.whole
    return not (yes.part or no.part) or no.none
