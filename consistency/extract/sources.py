"""Sources: the noun phrase that a reporting word's complement is said by, found from the parse."""

from __future__ import annotations

from consistency.extract.draft import pieces
from consistency.extract.tree import Tree
from consistency.spans import Span

_SUBJECT = ("nsubj", "nsubjpass", "csubj")
_RELATIVES = frozenset({"who", "that", "which", "whom"})
_LIGHT = frozenset({"go", "continue", "try", "seem", "appear", "begin", "start", "proceed", "use", "be", "rush", "move",
                    "have", "come", "want", "attempt", "dare", "need", "get", "keep", "stop", "choose", "decide"})
_MAX_CLIMB = 6


def subject(tree: Tree, verb: int) -> int | None:
    """The head of the noun phrase that acts in this verb: its own subject, or that of the verb which it hangs on."""
    at, seen = verb, 0
    while seen < _MAX_CLIMB:
        seen += 1
        own = [c for c in tree.children[at] if tree.dep[c] in _SUBJECT]
        passive = any(tree.dep[c] in ("auxpass", "nsubjpass") for c in tree.children[at])
        if passive and at == verb:
            return agent(tree, at)
        if own:
            return own[0] if tree.pos[own[0]] != "VERB" and tree.dep[own[0]] != "csubj" else None
        up = tree.head[at]
        if up == at:
            return _inverted(tree, verb)
        dep = tree.dep[at]
        if dep in ("acl", "relcl") and tree.pos[up] in ("NOUN", "PROPN", "PRON"):
            return up
        if dep in ("conj", "xcomp", "advcl", "aux", "parataxis", "dep", "ccomp", "prep", "pcomp", "attr", "acomp"):
            if dep == "xcomp" and (obj := tree.child(up, "dobj", "dative")) is not None and obj < at \
                    and tree.lemma[up] not in _LIGHT:
                return obj
            if dep in ("ccomp", "parataxis", "dep") and tree.tag[at] not in ("VBG", "VB"):
                return _inverted(tree, verb)
            at = up
            if tree.pos[at] in ("NOUN", "PROPN"):
                return None
            continue
        return _inverted(tree, verb)
    return None


def agent(tree: Tree, verb: int) -> int | None:
    """Whom a passive is done by: "was described by officials as"."""
    by = tree.child(verb, "agent")
    return tree.child(by, "pobj") if by is not None else None


def _inverted(tree: Tree, verb: int) -> int | None:
    """The subject after its verb where the parser took it for an object: "said Ms Roe"."""
    nxt = verb + 1
    if nxt >= tree.n or tree.sentence[nxt] != tree.sentence[verb]:
        return None
    for c in tree.children[verb]:
        if c > verb and tree.dep[c] in ("dobj", "attr", "oprd", "npadvmod") and tree.left[c] == nxt:
            return c if tree.pos[c] == "PROPN" else None
    return None


def right_before(tree: Tree, verb: int) -> int | None:
    """The name that stands right before a verb whose subject the parse has lost."""
    i = verb - 1
    while i > 0 and (tree.word[i] == "," or tree.pos[i] in ("ADV", "AUX")):
        i -= 1
    return i if i >= 0 and tree.pos[i] == "PROPN" and tree.sentence[i] == tree.sentence[verb] else None


def antecedent(tree: Tree, who: int) -> int:
    """What a relative pronoun stands for, or the token itself."""
    if tree.lower(who) in _RELATIVES and tree.pos[who] in ("PRON", "DET", "SCONJ"):
        at = tree.head[who]
        for _ in range(4):
            if tree.dep[at] in ("relcl", "acl") and tree.head[at] != at:
                return tree.head[at]
            at = tree.head[at]
    return who


def phrase(tree: Tree, who: int, avoid: int) -> tuple[int, int]:
    """First and last token of a noun phrase, cut so that the token `avoid` (the cue) is not in it."""
    first, last = tree.left[who], tree.right[who]
    for c in tree.children[who]:
        if tree.word[c] == "-":
            continue
        if tree.left[c] <= avoid <= tree.right[c] or tree.dep[c] in ("parataxis", "ccomp", "punct", "dep"):
            if c > who and (tree.dep[c] != "punct" or tree.word[c] in "—–:;\""):
                last = min(last, tree.left[c] - 1)
            elif c < who:
                first = max(first, tree.right[c] + 1)
    if first <= avoid <= last:
        first, last = (first, avoid - 1) if who < avoid else (avoid + 1, last)
    while first < who and (tree.pos[first] in ("PUNCT", "SPACE", "CCONJ", "SYM") or tree.dep[first] in ("cc", "mark")):
        first += 1
    while last > who and tree.pos[last] in ("PUNCT", "SPACE", "CCONJ") and tree.word[last] not in (")", "”", '"'):
        last -= 1
    return first, last


def source_spans(tree: Tree, who: int, avoid: int) -> tuple[Span, ...]:
    """The spans of a source: its noun phrase; for a relative pronoun the antecedent and the pronoun."""
    head = antecedent(tree, who)
    spans = pieces(tree, *phrase(tree, head, who if head != who else avoid))
    if head != who:
        spans = (*spans, tree.span(who, who))
    return tuple(sorted(spans))
