"""Verbs whose content is no clause: infinitives, objects, and objects with what is said of them."""

from __future__ import annotations

from consistency.extract.cues import Word
from consistency.extract.draft import pieces
from consistency.extract.tree import Tree
from consistency.spans import Span

_OBJECT = ("dobj", "dative")
_PREDICATE_PREPOSITIONS = frozenset({"as", "of", "for", "with", "to", "into", "from", "against", "on", "over", "about"})


def infinitive(tree: Tree, verb: int, word: Word) -> tuple[Span, ...]:
    """What somebody promised, refused or wants to do."""
    if "to" not in word.takes:
        return ()
    for c in tree.children[verb]:
        if c > verb and tree.dep[c] in ("xcomp", "ccomp", "advcl") and _bare_infinitive(tree, c):
            if tree.dep[c] == "advcl" and tree.left[c] != verb + 1:
                continue
            return pieces(tree, tree.left[c], tree.right[c])
    return ()


def _bare_infinitive(tree: Tree, c: int) -> bool:
    to = any(tree.tag[k] == "TO" and k < c for k in tree.children[c])
    return to and tree.child(c, "nsubj", "nsubjpass") is None


def small_clause(tree: Tree, verb: int, word: Word, last: int) -> tuple[Span, ...]:
    """An object together with what is said of it: "called him a liar", "urged them to go", "accused X of Y"."""
    if "small" not in word.takes:
        return ()
    for c in tree.children[verb]:
        if c > verb and tree.dep[c] == "ccomp" and (tree.tag[c] in ("VB", "VBG") or tree.pos[c] != "VERB"):
            return pieces(tree, tree.left[c], tree.right[c])
    obj = _object_after(tree, verb, last)
    if obj is None:
        return ()
    end = max((tree.right[c] for c in tree.children[verb] if c > obj and _predicates(tree, c)), default=None)
    if end is None:
        return ()
    return pieces(tree, tree.left[obj], end)


def _object_after(tree: Tree, verb: int, last: int) -> int | None:
    if last > verb:
        obj = tree.child(last, "pobj")
        return obj if obj is not None else tree.child(verb, "dobj")
    return next((c for c in tree.children[verb] if c > verb and tree.dep[c] in _OBJECT), None)


def _predicates(tree: Tree, c: int) -> bool:
    dep = tree.dep[c]
    if dep == "prep":
        return tree.lower(c) in _PREDICATE_PREPOSITIONS and tree.child(c, "pobj", "pcomp", "amod") is not None
    return dep in ("oprd", "xcomp", "acomp", "attr")


def object_phrase(tree: Tree, verb: int, word: Word, last: int) -> tuple[Span, ...]:
    """The noun phrase that is itself what somebody announced, praised, denied or called for."""
    if "object" not in word.takes:
        return ()
    if last > verb and tree.dep[last] not in ("prt", "advmod"):
        inner = tree.child(last, "pobj", "pcomp", "prep")
        if inner is not None:
            return pieces(tree, tree.left[inner], tree.right[inner])
        return ()
    for c in tree.children[verb]:
        if c > verb and tree.dep[c] == "dobj" and tree.pos[c] != "PRON":
            return pieces(tree, tree.left[c], max(tree.right[c], last if last > c else 0))
    for c in tree.children[verb]:
        if c > verb and tree.dep[c] in ("xcomp", "ccomp") and _gerund(tree, c):
            return pieces(tree, tree.left[c], tree.right[c])
    return ()


def _gerund(tree: Tree, c: int) -> bool:
    """ "paying", "having paid", "having been paid"."""
    return tree.tag[c] == "VBG" or any(tree.tag[k] == "VBG" and tree.dep[k] == "aux" for k in tree.children[c])
