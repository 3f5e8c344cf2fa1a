"""Verbs that report a clause: "said (that) ...", "asked whether ...", ", she added, " and "saying ..."."""

from __future__ import annotations

from consistency.extract.cues import Word
from consistency.extract.draft import pieces
from consistency.extract.tree import Tree
from consistency.spans import Span

_CLAUSES = ("ccomp", "xcomp")
_ASIDE = ("parataxis", "dep", "advcl", "conj", "ccomp")
_SMALL = frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "advmod", "npadvmod", "neg", "punct", "prep", "dative",
                    "prt", "dobj", "intj", "advcl", "cc", "mark", "agent", "expl", "acomp", "oprd"})  # fmt: skip


def clause(tree: Tree, verb: int, word: Word) -> tuple[Span, ...]:
    """The clause that a verb reports; empty where it has none."""
    if "clause" not in word.takes:
        return ()
    for c in tree.children[verb]:
        if tree.dep[c] in _CLAUSES and _finite(tree, c):
            return pieces(tree, tree.left[c], tree.right[c], cue_zone(tree, verb, c))
    return aside(tree, verb)


def _finite(tree: Tree, c: int) -> bool:
    """Whether a complement is a clause of its own rather than a bare infinitive or participle."""
    if tree.dep[c] == "ccomp":
        return not (tree.tag[c] == "VB" and _to(tree, c) and tree.child(c, "nsubj") is None)
    return tree.tag[c] in ("VBD", "VBZ", "VBP", "MD") or tree.child(c, "nsubj", "nsubjpass", "expl") is not None


def _to(tree: Tree, c: int) -> bool:
    return any(tree.tag[k] == "TO" for k in tree.children[c])


def cue_zone(tree: Tree, verb: int, content: int) -> list[tuple[int, int]]:
    """The tokens of the reporting clause itself where its content runs on around it."""
    if not tree.left[content] < verb < tree.right[content]:
        return []
    own = [c for c in tree.children[verb] if c != content and tree.dep[c] in _SMALL]
    first, last = verb, verb
    for c in sorted(own, key=lambda k: abs(k - verb)):
        if tree.right[c] == first - 1:
            first = tree.left[c]
        elif tree.left[c] == last + 1:
            last = tree.right[c]
    return [(first, last)]


def aside(tree: Tree, verb: int) -> tuple[Span, ...]:
    """The sentence that a reporting clause stands in as a parenthesis or at the end: "Talks, Roe said, would begin"."""
    head = tree.head[verb]
    if head == verb or tree.dep[verb] not in _ASIDE or tree.child(verb, "nsubj") is None:
        return ()
    if any(tree.dep[c] not in _SMALL for c in tree.children[verb]):
        return ()
    first, last = tree.left[verb], tree.right[verb]
    while first < verb and tree.pos[first] in ("PUNCT", "CCONJ", "SPACE"):
        first += 1
    before = tree.word[first - 1] if first > 0 else ""
    if before not in (",", "—", "–", "--", "-", "(") or first - 1 < tree.left[head]:
        return ()
    return pieces(tree, tree.left[head], tree.right[head], [(first, last)])
