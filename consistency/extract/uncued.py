"""Quotations without a cue: said by the name that heads them, or by whoever acts in the sentence before."""

from __future__ import annotations

import re
from bisect import bisect_left

from consistency.extract.draft import Draft
from consistency.extract.names import NameWords
from consistency.extract.quotations import MARKS
from consistency.extract.quoted import Quoting
from consistency.extract.tree import Tree
from consistency.spans import Span, strip_span

_NUMBER = re.compile(r"(?:\d{1,3}[.)]|[•·▪●*#–—-])[ \t\xa0]*")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_PERSONS = frozenset({"he", "she"})
_HEADING = 70


def headed_draft(quoting: Quoting, k: int, names: NameWords) -> Draft | None:
    """A quotation that opens its paragraph, under a line that is only a person's name: "Anna Roe, mayor"."""
    before = quoting.paragraph_before(k)
    if before is None or not quoting.opens_paragraph(k):
        return None
    line = before.of(quoting.tree.text)
    number = _NUMBER.match(line)
    head = Span(before.start + (number.end() if number else 0), before.end)
    name = _heading(quoting.tree, head, names)
    return _draft(quoting, k, quoting.tree.at(name.end - 1), name) if name is not None else None


def _heading(tree: Tree, line: Span, names: NameWords) -> Span | None:
    words = re.split(r"[,(@:|]", line.of(tree.text), maxsplit=1)[0].rstrip()
    parts = words.split()
    if not 1 < len(parts) <= 6 or line.end - line.start > _HEADING or line.of(tree.text)[-1] in ".!?" + MARKS:
        return None
    if parts[0] not in names.given and parts[0].lower() not in names.titles:
        return None
    inside = range(tree.at(line.start), min(tree.at(line.end - 1) + 1, tree.n))
    if any(tree.tag[i] in _FINITE for i in inside) or not all(w[0].isupper() or len(w) < 4 for w in parts):
        return None
    return Span(line.start, line.start + len(words))


def acting_draft(quoting: Quoting, k: int, names: NameWords) -> Draft | None:
    """A quotation right behind a sentence in which one person acts: 'Anna Roe shook her head. "It is late."'"""
    tree, start = quoting.tree, quoting.quotes[k].span.start
    last = tree.at(start) - 1
    while last >= 0 and tree.pos[last] in ("SPACE", "PUNCT") and last not in quoting.holder:
        last -= 1
    if last < 0 or last in quoting.holder or start - tree.end[last] > 6:
        return None
    first, end = tree.sentence_of(last)
    if any(i in quoting.holder for i in range(first, end + 1)):
        return None
    who = _actor(tree, first, end, names)
    if who is None:
        return None
    return _draft(quoting, k, who, strip_span(tree.text, tree.span(tree.left[who], _name_end(tree, who))))


def _name_end(tree: Tree, who: int) -> int:
    """The last token of the subject without what hangs behind it in commas or relative clauses."""
    loose = [c for c in tree.kids(who, "relcl", "punct", "appos", "acl") if c > who]
    return max(who, min([tree.right[who], *(tree.left[c] - 1 for c in loose)]))


def _actor(tree: Tree, first: int, last: int, names: NameWords) -> int | None:
    """The person who is the subject of a sentence, or whose answer is: "Roe's reply?", "the answer from Roe"."""
    root = next((i for i in range(first, last + 1) if tree.head[i] == i), None)
    if root is None:
        return None
    subject = tree.child(root, "nsubj", "nsubjpass")
    if subject is None:
        subject = root if tree.pos[root] in ("NOUN", "PROPN") else None
    if subject is None:
        return None
    if _person(tree, subject, names):
        return subject
    return next((i for i in _owners(tree, subject) if _person(tree, i, names)), None)


def _owners(tree: Tree, noun: int) -> list[int]:
    """Whose a thing is: "Roe's message", "the answer from Roe"."""
    own = tree.kids(noun, "poss")
    for p in tree.kids(noun, "prep"):
        if tree.lower(p) in ("from", "by"):
            own += tree.kids(p, "pobj")
    return own


def _person(tree: Tree, i: int, names: NameWords) -> bool:
    if tree.pos[i] == "PRON":
        return tree.lower(i) in _PERSONS
    if tree.pos[i] == "PROPN":
        return _named(tree, i, names)
    definite = any(tree.lower(c) == "the" for c in tree.children[i] if c < i)
    return tree.pos[i] == "NOUN" and tree.tag[i] == "NN" and definite and tree.lemma[i] in names.offices


def _named(tree: Tree, i: int, names: NameWords) -> bool:
    """Whether a name shows a person: by a title or given name, or as a surname that the article has in full."""
    first = i
    while first > 0 and tree.pos[first - 1] == "PROPN" and tree.sentence[first - 1] == tree.sentence[i]:
        first -= 1
    if first < i:
        return any(tree.word[j] in names.given or tree.lower(j) in names.titles for j in range(first, i))
    return tree.word[i] in names.given or _in_full(tree, i, names)


def _in_full(tree: Tree, i: int, names: NameWords) -> bool:
    at = tree.text.find(" " + tree.word[i], 0, tree.start[i])
    j = bisect_left(tree.start, at + 1)
    return at >= 0 and 0 < j < tree.n and (tree.word[j - 1] in names.given or tree.lower(j - 1) in names.titles)


def _draft(quoting: Quoting, k: int, who: int, source: Span) -> Draft | None:
    if who >= quoting.tree.n or who in quoting.holder or source.end <= source.start:
        return None
    at = quoting.tree.at(quoting.quotes[k].span.start)
    return Draft(at, (), "", "assert", who, (source,), (quoting.quotes[k].span,), "quote", quoted=(k,))
