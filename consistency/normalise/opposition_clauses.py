"""What each clause of a lone sentence asserts: its predicate, of whom, with what words, and under what."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, NamedTuple

from consistency.extract.quantities import quantities
from consistency.extract.tree import Tree
from consistency.extract.words import Predicates, units
from consistency.facts import Quantity
from consistency.normalise.opposition_words import Opposites

if TYPE_CHECKING:
    from spacy.tokens import Doc

CONTENT = {"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"}
SUBJECT = ("nsubj", "nsubjpass", "csubj")
COMPLEMENT = ("attr", "acomp")
RELATIVE = {"who", "which", "that", "whom"}
DEEP = 12
"""How many clauses up a clause is looked at: real sentences nest less."""


class Clause(NamedTuple):
    """One predicate with what it carries, by token index; `negative` is None where it cannot be told.

    `said` are the lemmas that can stand for the predicate, `setting` the predicates that it stands under, with their
    polarity, `heads` of whom it is said. `subject` and `words` are the content lemmas of its subject and of the rest
    of it; `part` tells whether it is said of some only, `whole` of all, `none` of nobody.
    """

    head: int
    lemma: str
    said: frozenset[str]
    negative: bool | None
    modal: str
    setting: tuple[tuple[str, bool], ...]
    heads: tuple[int, ...]
    subject: frozenset[str]
    words: frozenset[str]
    part: bool
    whole: bool
    none: bool


class Reading(NamedTuple):
    """A sentence for comparing: its tree, its clauses and all its content lemmas."""

    tree: Tree
    clauses: tuple[Clause, ...]
    lemmas: frozenset[str]
    figures: tuple[tuple[Quantity, int], ...]
    question: bool

    def says(self, needed: Collection[str], words: Opposites) -> bool:
        """Whether the sentence has each of these lemmas, or one that it holds; light words are not asked for."""
        return all(any(words.holds(w, x) for x in self.lemmas) for w in needed if w not in words.light)


def reading(doc: Doc, known: Predicates, words: Opposites) -> Reading:
    """The clauses of a sentence; the cost is linear in its length but for the depth of nesting, which is bounded."""
    tree = Tree(doc)
    heads = [i for i in range(tree.n) if _predicate(tree, i)]
    made = tuple(_clause(tree, i, known, words) for i in heads)
    lemmas = frozenset(content(tree, range(tree.n))) | {tree.lower(i) for i in range(tree.n) if tree.pos[i] in CONTENT}
    figures = tuple((q, noun.i) for q, noun in quantities(doc, 0, len(doc), units()))
    return Reading(tree, made, lemmas, figures, tree.text.rstrip().endswith("?"))


def content(tree: Tree, tokens: range | list[int]) -> Iterator[str]:
    """The lemmas of the content words among the tokens."""
    for i in tokens:
        if tree.pos[i] in CONTENT and tree.dep[i] not in ("aux", "auxpass", "neg", "expl") and _bears(tree, i):
            yield tree.lemma[i]


def _bears(tree: Tree, i: int) -> bool:
    return tree.lemma[i] not in ("be", "there", "then", "so", "also", "too", "n't", "not", "-lrb-", "-rrb-")


def _predicate(tree: Tree, i: int) -> bool:
    return tree.pos[i] in ("VERB", "AUX") and tree.dep[i] not in ("aux", "auxpass", "amod", "compound", "prep")


def _clause(tree: Tree, i: int, known: Predicates, words: Opposites) -> Clause:
    heads = subjects(tree, i)
    inner = set(heads)
    if tree.child(i, *SUBJECT) is not None:
        inner = {t for h in heads for t in range(tree.left[h], tree.right[h] + 1)}
    apart = inner | outside(tree, i)
    rest = [t for t in range(tree.left[i], tree.right[i] + 1) if t not in apart]
    lemma = tree.lemma[i]
    complement = tree.child(i, *COMPLEMENT)
    if lemma == "be" and complement is not None:
        lemma = tree.lemma[complement]
    dets = {tree.lemma[c] for h in heads for c in (h, *tree.kids(h, "det", "amod", "nummod"))}
    none = bool(dets & ({"no"} | words.nobody))
    setting, turned = _setting(tree, i, known, words)
    negative = _negative(tree, i, heads, none, words)
    if negative is not None and turned % 2:
        negative = not negative
    return Clause(
        i, lemma, _said(tree, i), negative, modal(tree, i), setting, tuple(heads),
        frozenset(content(tree, sorted(inner))), frozenset(content(tree, rest)),
        bool(dets & words.some), bool(dets & words.every), none,
    )  # fmt: skip


def _said(tree: Tree, i: int) -> frozenset[str]:
    """The lemmas that can stand for the predicate: the verb, or all that a form of "be" says of its subject."""
    complement = tree.child(i, *COMPLEMENT)
    if tree.lemma[i] not in ("be", "become", "remain") or complement is None:
        return frozenset({tree.lemma[i]})
    return frozenset(tree.lemma[c] for c in (complement, *joined(tree, complement)))


def joined(tree: Tree, i: int) -> list[int]:
    """What a word is joined to by "and" and commas, up to a dozen."""
    found = tree.kids(i, "conj")
    for c in found:
        if len(found) < DEEP:
            found += tree.kids(c, "conj")
    return found


def outside(tree: Tree, i: int) -> set[int]:
    """What hangs on a predicate but is asserted apart from it: joined clauses, and those that say when or why."""
    out: set[int] = set()
    for c in tree.kids(i, "conj", "advcl", "parataxis", "ccomp"):
        if tree.dep[c] == "ccomp" and not tree.left[c] < i:
            continue
        out.update(range(tree.left[c], tree.right[c] + 1))
    return out - {i}


def subjects(tree: Tree, i: int) -> list[int]:
    """Of whom the predicate is said: its own subjects, those of the predicate it is joined to, or the noun it is on."""
    for _ in range(DEEP):
        own = tree.child(i, *SUBJECT)
        if own is not None:
            if tree.lemma[own] in RELATIVE and tree.dep[i] == "relcl":
                return [tree.head[i]]
            return [own, *tree.kids(own, "conj")]
        there = tree.child(i, "expl")
        if there is not None:
            named = tree.child(i, "attr", "dobj")
            return [] if named is None else [named]
        if tree.dep[i] in ("acl", "relcl"):
            return [tree.head[i]]
        if tree.dep[i] not in ("conj", "xcomp", "advcl", "pcomp") or tree.head[i] == i:
            return []
        i = tree.head[i]
    return []


def modal(tree: Tree, i: int) -> str:
    """The modal verb of a predicate, shared with what it is joined to; "" for none."""
    for c in tree.kids(i, "aux"):
        if tree.tag[c] == "MD":
            return {"ca": "can", "wo": "will", "'ll": "will", "would": "would", "'d": "would"}.get(
                tree.lemma[c], tree.lemma[c]
            )
    if tree.dep[i] == "conj" and tree.child(i, *SUBJECT) is None and _predicate(tree, tree.head[i]):
        return modal(tree, tree.head[i]) if tree.head[i] < i else ""
    return ""


def _negative(tree: Tree, i: int, heads: list[int], none: bool, words: Opposites) -> bool | None:
    """Whether the predicate is denied; None where only a part of it is, or that cannot be told."""
    count = 0
    for n in _negations(tree, i):
        after = tree.lemma[n + 1] if n + 1 < tree.n else ""
        if after in words.partly and tree.lemma[n] != "never":
            return None
        count += 1
    count += none
    count += any(_not_all(tree, h, words) for h in heads)
    for c in tree.kids(i, "dobj", "attr", "dative", "oprd"):
        if tree.lemma[c] in words.nobody or any(tree.lemma[d] in ("no", "zero") for d in tree.kids(c, "det", "nummod")):
            count += 0 if c in heads else 1
    if count == 0 and tree.dep[i] == "conj" and tree.child(i, *SUBJECT) is None and tree.child(i, "aux") is None:
        head = tree.head[i]
        alike = head < i and _predicate(tree, head) and tree.tag[head] == tree.tag[i]
        if alike and not any(tree.lemma[t] == "but" for t in range(head, i)):
            count += bool(_negations(tree, head))
    if count == 0 and _trails(tree, i):
        return None
    return count % 2 == 1


def _trails(tree: Tree, i: int) -> bool:
    """A participle behind a denied predicate: "did not stand there, smiling" leaves open whether there was a smile."""
    if tree.dep[i] not in ("advcl", "acl", "conj", "xcomp") or tree.tag[i] not in ("VBG", "VBN"):
        return False
    head = tree.head[i]
    return any(_negations(tree, h) for h in (head, tree.head[head]) if _predicate(tree, h) and h < i)


def _not_all(tree: Tree, head: int, words: Opposites) -> bool:
    """ "Not all schools", "not every school"."""
    first = tree.left[head]
    return first + 1 < tree.n and tree.lower(first) == "not" and tree.lemma[first + 1] in words.every


def _negations(tree: Tree, i: int) -> list[int]:
    found = tree.kids(i, "neg")
    found += [c for c in tree.kids(i, "advmod", "preconj") if tree.lemma[c] in ("never", "not", "neither")]
    found += [n for a in tree.kids(i, "aux", "auxpass") for n in tree.kids(a, "neg")]
    complement = tree.child(i, *COMPLEMENT)
    if tree.lemma[i] == "be" and complement is not None:
        found += [n for n in tree.kids(complement, "neg", "advmod") if tree.lemma[n] in ("not", "never", "n't")]
    return sorted(set(found))


def _setting(tree: Tree, i: int, known: Predicates, words: Opposites) -> tuple[tuple[tuple[str, bool], ...], int]:
    """The predicates above a clause that decide whether it holds, with their polarity, and how many turn it round."""
    found: list[tuple[str, bool]] = []
    turned = 0
    for _ in range(DEEP):
        dep, head = tree.dep[i], tree.head[i]
        marks = {tree.lemma[c] for c in tree.kids(i, "mark", "advmod")}
        if marks & {"if", "unless", "whether"} or (dep == "ccomp" and marks & {"how", "when", "where", "why"}):
            found.append(("if", False))
        if any(tree.dep[c] == "advcl" and _conditional(tree, c) for c in tree.children[i]):
            found.append(("then", False))
        if head == i:
            break
        if dep == "xcomp" and tree.lemma[head] in known.operators["negates"] | words.incapable:
            turned += 1 + bool(_negations(tree, head))
        elif dep == "pcomp" and tree.lemma[head] == "without":
            turned += 1
        elif _governed(tree, i, head) and tree.lemma[head] not in words.factive | words.granted:
            denied = bool(_negations(tree, head))
            if denied or tree.lemma[head] not in words.actual:
                found.append((tree.lemma[head], denied))
        i = head
    return tuple(found), turned


def _conditional(tree: Tree, i: int) -> bool:
    return any(tree.lemma[m] in ("if", "unless") for m in tree.kids(i, "mark"))


def _governed(tree: Tree, i: int, head: int) -> bool:
    dep = tree.dep[i]
    if dep == "acl" and tree.pos[head] == "NOUN" and tree.tag[i] == "VB":
        return True
    return dep in ("csubj", "pcomp") or (dep in ("ccomp", "xcomp") and tree.left[i] > head)
