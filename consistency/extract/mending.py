"""Mending the parse: reporting verbs that were hung on what is reported, and belong to whoever reports."""

from __future__ import annotations

from consistency.extract.cues import Reporting
from consistency.extract.tree import Tree

_FINITE = ("VBD", "VBZ", "VBP")


def mend(tree: Tree, words: Reporting) -> None:
    """Hang coordinated and participial cues on the cue before them: "said A, but did not say B", "said A, adding B"."""
    moved = False
    for v in range(tree.n):
        if tree.pos[v] != "VERB" or tree.lemma[v] not in words.verbs:
            continue
        moved = _no_participle(tree, v) or _aged(tree, v) or moved
        if not _reports(tree, v, words):
            continue
        moved = _two_subjects(tree, v) or moved
        c = next((k for k in tree.children[v] if k > v and tree.dep[k] == "ccomp"), None)
        if c is None:
            continue
        for k in list(tree.children[c]):
            if k > c and (_joined(tree, v, k, words) or _adding(tree, k, words)):
                tree.hang(k, v, "conj" if tree.dep[k] == "conj" else "advcl")
                moved = True
    if moved:
        tree.measure()


def _no_participle(tree: Tree, v: int) -> bool:
    """ "Anna Roe, the mayor, called on both to stop": without another verb a participle is the verb of its sentence."""
    first, last = tree.sentence_of(v)
    if tree.tag[v] != "VBN" or tree.dep[v] not in ("acl", "relcl") or tree.child(v, "nsubj", "aux", "auxpass", "agent"):
        return False
    root = next((i for i in range(first, last + 1) if tree.head[i] == i), v)
    if tree.pos[root] not in ("NOUN", "PROPN") or not _commas(tree, root, v):
        return False
    aside = [(tree.left[c], tree.right[c]) for c in tree.kids(root, "relcl")]
    own = (i for i in range(first, v) if not any(a <= i <= b for a, b in aside))
    if any(tree.tag[i] in (*_FINITE, "MD") for i in own):
        return False
    tree.children[tree.head[v]].remove(v)
    tree.head[v], tree.dep[v], tree.tag[v] = v, "ROOT", "VBD"
    tree.head[root] = v
    tree.dep[root] = "nsubj"
    tree.children[v] = sorted([*tree.children[v], root])
    return True


def _aged(tree: Tree, v: int) -> bool:
    """ "The 52-year-old said": an age that stands for whoever has it."""
    old = v - 1
    if old < 4 or tree.lower(old) != "old" or tree.word[old - 1] != "-" or tree.child(v, "nsubj") is not None:
        return False
    the = next((c for c in tree.children[v] if c < old and tree.lower(c) == "the"), None)
    tree.hang(old, v, "nsubj")
    tree.pos[old] = "NOUN"
    if the is not None:
        tree.hang(the, old, "det")
    return True


def _commas(tree: Tree, root: int, v: int) -> bool:
    """Whether a verb stands behind the comma that closes an apposition: "Roe, the mayor, called"."""
    return tree.word[v - 1] == "," and any(tree.word[i] == "," for i in range(root, v - 1))


def _two_subjects(tree: Tree, v: int) -> bool:
    """ "The bridge, Ms Roe said, would open": the first of two subjects is that of the sentence around the cue."""
    subjects = [c for c in tree.children[v] if c < v and tree.dep[c] == "nsubj"]
    head = tree.head[v]
    if len(subjects) != 2 or tree.dep[v] not in ("parataxis", "ccomp") or head < v:
        return False
    if tree.child(head, "nsubj") is not None:
        return False
    if not any(tree.word[i] == "," for i in range(subjects[0], subjects[1])):
        return False
    tree.hang(subjects[0], head, "nsubj")
    for c in [c for c in tree.children[v] if subjects[0] < c < subjects[1] and tree.word[c] == ","]:
        tree.hang(c, head, "punct")
    return True


def _reports(tree: Tree, v: int, words: Reporting) -> bool:
    word = words.verbs.get(tree.lemma[v])
    return word is not None and "clause" in word.takes and "quote" in word.takes


def _joined(tree: Tree, v: int, k: int, words: Reporting) -> bool:
    """Whether "said A and said B" has its second verb below A: the same tense, no subject, a report of its own."""
    if tree.dep[k] != "conj" or tree.pos[k] != "VERB" or tree.child(k, "nsubj", "nsubjpass") is not None:
        return False
    negated = tree.child(k, "neg") is not None and tree.lemma[k] in words.lexicon.answers
    declines = tree.lemma[k] in words.lexicon.decline
    if tree.tag[k] != tree.tag[v] and not negated:
        return False
    if negated or declines:
        return True
    return _reports(tree, k, words) and any(
        tree.dep[x] in ("ccomp", "xcomp") or tree.word[x] in ('"', "“", "''", ":") for x in tree.children[k] if x > k
    )


def _adding(tree: Tree, k: int, words: Reporting) -> bool:
    """Whether "said A, adding B" has its participle below A."""
    if tree.dep[k] != "advcl" or tree.tag[k] != "VBG" or tree.child(k, "nsubj", "mark") is not None:
        return False
    before = tree.left[k] - 1
    if before < 0 or tree.word[before] not in (",", "—", "–", "--", "-"):
        return False
    return _reports(tree, k, words) and tree.child(k, "ccomp") is not None
