"""The reporting word beside a quotation: behind it, in front of it, or neither."""

from __future__ import annotations

from consistency.extract.cues import Reporting, phrasal
from consistency.extract.quotations import MARKS
from consistency.extract.quoted import FINITE, STOPS, Quoting, skip_marks
from consistency.extract.tree import Tree

_REACH = 30


def cue_after(quoting: Quoting, k: int, words: Reporting) -> int | None:
    """The reporting verb behind a quotation: '"...," she said', '"...," said Roe'."""
    tree, q = quoting.tree, quoting.quotes[k]
    inner = q.inner.of(tree.text).rstrip(MARKS + " ")
    behind = tree.text[q.span.end : q.span.end + 1]
    first = skip_marks(tree, tree.at(q.span.end))
    if first >= tree.n or not inner or quoting.embedded(k):
        return None
    open_ended = inner[-1] in ",?!—–-…" or behind in (",", "—", "-")
    goes_on = tree.word[first][:1].islower() and (inner[-1] == "." or quoting.sentence_like(k))
    finished = inner[-1] == "." and not open_ended and not goes_on
    if not open_ended and not goes_on and not finished:
        return None
    for i in range(first, min(first + _REACH, tree.n)):
        if i in quoting.holder or tree.word[i] in STOPS or "\n" in tree.word[i]:
            return None
        if tree.pos[i] in ("VERB", "AUX") and _reports(tree, i, words):
            if _announces(quoting, i, inner[-1]) or (finished and not _closes(tree, i, first)):
                return None
            return i
        if tree.lower(i) in words.lexicon.irregular and tree.word[min(i + 1, tree.n - 1)] in (".", ",", ":"):
            return i
        if tree.tag[i] in FINITE and tree.dep[i] not in ("aux", "auxpass", "relcl", "acl") and tree.pos[i] == "VERB":
            return None
    return None


def _closes(tree: Tree, verb: int, first: int) -> bool:
    """Whether a clause behind a finished quotation says only whose it was: '"It is late." Ms Roe said.'"""
    subject_first = any(tree.dep[c] == "nsubj" and tree.left[c] == first for c in tree.children[verb])
    heavy = any(tree.dep[c] in ("ccomp", "xcomp", "dobj", "conj", "advcl") for c in tree.children[verb])
    return subject_first and not heavy and tree.head[verb] == verb


def before(quoting: Quoting, k: int) -> int:
    """The token in front of a quotation and its bullet; over a paragraph break where a colon stands before it."""
    tree = quoting.tree
    start = quoting.paragraph_of(k) if quoting.opens_paragraph(k) else quoting.quotes[k].span.start
    i = tree.at(start) - 1
    return i - 1 if i > 0 and tree.pos[i] == "SPACE" and tree.word[i - 1] == ":" else i


def _announces(quoting: Quoting, verb: int, ended: str) -> bool:
    """Whether a verb behind a finished quotation introduces the next one: '"Why?" Roe then wrote back, "Because."'."""
    if ended not in ".?!":
        return False
    tree = quoting.tree
    for i in range(verb + 1, min(verb + 8, tree.n)):
        if i in quoting.holder:
            start = quoting.quotes[quoting.holder[i]].span.start
            return tree.text[max(0, start - 3) : start].rstrip().endswith((",", ":"))
        if tree.word[i] in STOPS:
            return False
    return False


def cue_before(quoting: Quoting, k: int, words: Reporting) -> int | None:
    """The reporting verb in front of a quotation: 'He added, "..."', 'told reporters: "..."'."""
    tree = quoting.tree
    last = before(quoting, k)
    lead = tree.text[max(0, tree.end[last] - 2) : tree.end[last]].rstrip() if last >= 0 else ""
    for i in range(last, max(last - _REACH, -1), -1):
        if i in quoting.holder or (tree.word[i] in STOPS and i < last) or (i < last and "\n" in tree.word[i]):
            return None
        if tree.pos[i] in ("VERB", "AUX") and tree.dep[i] != "amod" and _reports(tree, i, words):
            if (lead[-1:] in STOPS and tree.head[i] != i) or _bids(tree, i):
                continue
            near = (last - i <= 1 and _plainly(tree, i, words)) or lead.endswith((",", ":")) or quoting.sentence_like(k)
            return i if near else None
        if tree.tag[i] in FINITE and tree.pos[i] == "VERB" and tree.dep[i] not in ("relcl", "acl", "advcl"):
            return None
    return None


def _plainly(tree: Tree, verb: int, words: Reporting) -> bool:
    """Whether a verb reports without a comma or a colon: "said", not "went up" or "opened"."""
    word = words.verbs.get(tree.lemma[verb])
    return word is None or word.takes.keys() != {"quote"}


def _bids(tree: Tree, verb: int) -> bool:
    """Whether a verb only bids the reader to look: "Read the full statement:" """
    return tree.tag[verb] in ("VB", "VBP") and tree.sentence_of(verb)[0] == verb and tree.child(verb, "nsubj") is None


def _reports(tree: Tree, i: int, words: Reporting) -> bool:
    word = words.verbs.get(tree.lemma[i])
    if word is not None and "quote" in word.takes:
        return True
    phrase = phrasal(tree, i, words)
    return phrase is not None and "quote" in phrase.word.takes
