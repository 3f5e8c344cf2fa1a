"""Passives: "is expected to", "was described by officials as", "was told that"."""

from __future__ import annotations

from consistency.extract.draft import pieces
from consistency.extract.tree import Tree
from consistency.spans import Span

_COMPLEMENTS = ("xcomp", "ccomp", "oprd")


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether the verb stands in the passive: with an auxiliary, or as a participle on its own."""
    if any(tree.dep[c] in ("auxpass", "nsubjpass") for c in tree.children[verb]):
        return True
    has_aux = any(tree.dep[c] == "aux" for c in tree.children[verb])
    has_subject = any(tree.dep[c] == "nsubj" for c in tree.children[verb])
    return tree.tag[verb] == "VBN" and not has_aux and not has_subject and tree.dep[verb] in ("acl", "advcl", "relcl")


def passive_content(tree: Tree, verb: int) -> tuple[Span, ...]:
    """What is said in a passive: its complement, with the subject where that is a part of it."""
    complement = next((c for c in tree.children[verb] if c > verb and tree.dep[c] in _COMPLEMENTS), None)
    subject = tree.child(verb, "nsubjpass")
    if complement is None:
        preps = [c for c in tree.children[verb] if c > verb and tree.dep[c] == "prep"]
        complement = next((c for c in preps if tree.lower(c) == "as"), None)
    if complement is None:
        return pieces(tree, tree.left[subject], tree.right[subject]) if subject is not None else ()
    content = pieces(tree, tree.left[complement], tree.right[complement])
    if tree.dep[complement] == "ccomp" or subject is None or tree.dep[subject] == "expl":
        return content
    return (*pieces(tree, tree.left[subject], tree.right[subject]), *content)
