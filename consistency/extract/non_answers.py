"""Non-answers: declined to comment, did not say whether, would not elaborate, without offering specifics."""

from __future__ import annotations

from consistency.extract.cues import Reporting
from consistency.extract.draft import Draft, pieces
from consistency.extract.sources import source_spans, subject
from consistency.extract.tree import Tree

_OPEN = frozenset({"whether", "if", "when", "where", "who", "what", "which", "why", "how"})


def non_answer(tree: Tree, verb: int, words: Reporting) -> Draft | None:
    """The refusal to answer that this verb heads, with what was left open as its content."""
    lexicon = words.lexicon
    if tree.lemma[verb] in lexicon.decline:
        inner = next((c for c in tree.children[verb] if c > verb and tree.dep[c] in ("xcomp", "ccomp")), None)
        if inner is None or tree.lemma[inner] not in lexicon.answers or not _nothing_told(tree, inner, words):
            return None
        return _draft(tree, verb, inner)
    if tree.lemma[verb] in lexicon.answers and (tree.child(verb, "neg") is not None or _without(tree, verb)):
        return _draft(tree, verb, verb) if _nothing_told(tree, verb, words) else None
    return None


def _without(tree: Tree, verb: int) -> bool:
    return tree.dep[verb] == "pcomp" and tree.lower(tree.head[verb]) == "without"


def _main_subject(tree: Tree, verb: int) -> int | None:
    """Whoever acts in the main clause: "X claimed progress, without offering specifics" is X's silence."""
    at = verb
    while tree.head[at] != at:
        at = tree.head[at]
    return tree.child(at, "nsubj")


def _nothing_told(tree: Tree, verb: int, words: Reporting) -> bool:
    """Whether what follows is left open; "did not say that it was over" and "would not release him" are no silence."""
    bare = tree.lemma[verb] in ("comment", "elaborate", "respond", "answer", "reply", "specify", "say")
    for c in tree.children[verb]:
        if c < verb:
            continue
        if tree.dep[c] in ("ccomp", "xcomp"):
            return tree.lower(tree.left[c]) in _OPEN or any(tree.lower(k) in _OPEN for k in tree.children[c])
        if tree.dep[c] == "dobj":
            return bare or (tree.lemma[c] in words.lexicon.answer_objects and not _never(tree, verb))
    return bare


def _never(tree: Tree, verb: int) -> bool:
    """ "He had never given a date" is a claim about the past, and no refusal to answer."""
    return any(tree.dep[c] == "neg" and tree.lemma[c] == "never" for c in tree.children[verb])


def _draft(tree: Tree, verb: int, inner: int) -> Draft | None:
    who = _main_subject(tree, verb) if _without(tree, verb) else subject(tree, verb)
    if who is None:
        return None
    first = min([verb, *(c for c in tree.children[verb] if tree.dep[c] in ("aux", "neg") and c < verb)])
    cue = tree.span(first, inner)
    rest = [c for c in tree.children[inner] if c > inner and tree.dep[c] not in ("punct", "conj", "cc", "advcl")]
    content = pieces(tree, tree.left[rest[0]], tree.right[rest[-1]]) if rest else ()
    return Draft(verb, (cue,), tree.lemma[inner], "decline", who, source_spans(tree, who, verb), content or (cue,),
                 "non_answer", non_answer=True)  # fmt: skip
