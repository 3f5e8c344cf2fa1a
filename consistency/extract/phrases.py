"""Attributions without a verb: "according to X", "in X's view", "his promise to", "the claim that", "is sure that"."""

from __future__ import annotations

from consistency.extract.cues import Reporting, Word
from consistency.extract.draft import Draft, pieces
from consistency.extract.sources import phrase, source_spans, subject
from consistency.extract.tree import Tree

_ABOUT = frozenset({"of", "about", "for", "on", "against", "over", "to", "with", "regarding", "toward", "towards"})
_COPULAS = frozenset({"be", "feel", "seem", "remain", "become", "appear", "sound", "look", "grow", "get"})


def according(tree: Tree, i: int) -> Draft | None:
    """ "According to X, ...": the rest of the sentence or clause is X's."""
    if tree.lower(i) != "according":
        return None
    to = next((c for c in tree.children[i] if tree.lower(c) == "to"), None)
    who = tree.child(to, "pobj") if to is not None else None
    if to is None or who is None:
        return None
    last = phrase(tree, who, i)[1]
    return _rest(tree, i, to, who, (i, max(last, to)))


def in_view(tree: Tree, i: int, words: Reporting) -> Draft | None:
    """ "In X's view, ..." and "in the words of X"."""
    if tree.lemma[i] not in words.lexicon.views or tree.dep[i] != "pobj":
        return None
    prep = tree.head[i]
    if tree.lower(prep) not in ("in", "to", "by") or tree.dep[prep] != "prep":
        return None
    who = tree.child(i, "poss")
    if who is None:
        of = next((c for c in tree.children[i] if tree.dep[c] == "prep" and tree.lower(c) == "of"), None)
        who = tree.child(of, "pobj") if of is not None else None
    if who is None or tree.pos[who] not in ("PROPN", "NOUN", "PRON"):
        return None
    return _rest(tree, prep, i, who, (prep, tree.right[i]))


def _rest(tree: Tree, first: int, last: int, who: int, zone: tuple[int, int]) -> Draft | None:
    head = tree.head[first]
    if head == first:
        return None
    while tree.pos[head] not in ("VERB", "AUX") and tree.head[head] != head:
        head = tree.head[head]
    content = pieces(tree, tree.left[head], tree.right[head], [zone])
    if not content:
        return None
    cue = tree.span(first, last)
    return Draft(first, (cue,), tree.text[cue.start : cue.end].lower(), "assert", who,
                 source_spans(tree, who, first), content, "according")  # fmt: skip


def noun_cue(tree: Tree, i: int, words: Reporting) -> Draft | None:
    """ "His promise to end it", "the claim that it ended", "criticism of the plan by X"."""
    if tree.pos[i] != "NOUN" or (tree.lower(i) == "order" and tree.lower(i - 1) == "in"):
        return None
    found = _noun_content(tree, i, words)
    if found is None:
        return None
    c, takes, word = found
    content = pieces(tree, tree.left[c], tree.right[c])
    who = noun_source(tree, i)
    if not content or (who is None and takes == "about"):
        return None
    source = source_spans(tree, who, i) if who is not None else ()
    return Draft(i, (tree.span(i, i),), tree.lemma[i], word.force(takes), who, source, content, "noun")


def _noun_content(tree: Tree, i: int, words: Reporting) -> tuple[int, str, Word] | None:
    for c in tree.children[i]:
        word = words.nouns.get(f"{tree.lemma[i]} {tree.lower(c)}") or words.nouns.get(tree.lemma[i])
        if c <= i or word is None:
            continue
        to = any(tree.tag[k] == "TO" and k < c for k in tree.children[c])
        that = any(tree.dep[k] == "mark" and tree.lower(k) in ("that", "whether") for k in tree.children[c])
        if "to" in word.takes and tree.dep[c] in ("acl", "relcl", "xcomp") and to:
            return c, "to", word
        if "clause" in word.takes and tree.dep[c] in ("acl", "ccomp", "relcl", "appos") and that:
            return c, "clause", word
        if "about" in word.takes and tree.dep[c] == "prep" and tree.lower(c) in _ABOUT:
            inner = tree.child(c, "pobj", "pcomp")
            dated = tree.lower(c) == "on" and inner is not None and tree.pos[inner] in ("PROPN", "NUM")
            if inner is not None and not dated:
                return inner, "about", word
    return None


def noun_source(tree: Tree, i: int) -> int | None:
    """Whose promise, claim or criticism it is: the possessor, "by X", "from X", or who made it."""
    poss = tree.child(i, "poss")
    if poss is not None:
        return poss
    for c in tree.children[i]:
        if tree.dep[c] == "prep" and tree.lower(c) in ("by", "from") and c > i:
            return tree.child(c, "pobj")
    verb = tree.head[i]
    if tree.dep[i] in ("dobj", "attr") and tree.pos[verb] in ("VERB", "AUX"):
        return subject(tree, verb)
    return None


def adjective(tree: Tree, i: int, words: Reporting) -> Draft | None:
    """ "She is confident that it will pass", "he was worried about the cost", "they are willing to talk"."""
    word = words.adjectives.get(tree.lemma[i])
    if word is None or tree.pos[i] not in ("ADJ", "VERB") or tree.dep[i] not in ("acomp", "ROOT", "conj", "ccomp"):
        return None
    verb = tree.head[i]
    if tree.lemma[verb] not in _COPULAS and tree.child(i, "auxpass", "cop") is None:
        return None
    for c in tree.children[i]:
        takes = _adjective_takes(tree, c, i, word)
        if takes:
            inner = tree.child(c, "pobj", "pcomp") if takes == "about" else c
            who = subject(tree, verb)
            content = pieces(tree, tree.left[inner], tree.right[inner]) if inner is not None else ()
            if content and who is not None:
                return Draft(i, (tree.span(min(verb, i), i),), tree.lemma[i], word.force(takes), who,
                             source_spans(tree, who, verb), content, "adjective",
                             negated=tree.child(verb, "neg") is not None)  # fmt: skip
    return None


def _adjective_takes(tree: Tree, c: int, i: int, word: Word) -> str:
    if c < i:
        return ""
    if "clause" in word.takes and tree.dep[c] == "ccomp":
        return "clause"
    if "to" in word.takes and tree.dep[c] == "xcomp" and any(tree.tag[k] == "TO" for k in tree.children[c]):
        return "to"
    return "about" if "about" in word.takes and tree.dep[c] == "prep" and tree.lower(c) in _ABOUT else ""
