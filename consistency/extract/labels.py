"""Colons that attribute: 'Roe: "..."', "ROE: We will build it." in transcripts, "Roe: Bridge will open" in titles."""

from __future__ import annotations

import re
from collections import Counter

from consistency.extract.beside import before
from consistency.extract.cues import Reporting
from consistency.extract.draft import Draft
from consistency.extract.names import NameWords
from consistency.extract.quotations import MARKS
from consistency.extract.quoted import Quoting
from consistency.extract.tree import Tree
from consistency.spans import Span, strip_span

_LABEL = re.compile(r"([A-Z][\w.’'-]{0,30}(?: [A-Z(][\w.’'()-]{0,30}){0,5}):[ \t\xa0]+(?=\S)")
_CUES = ("NOUN", "PROPN", "PRON")


def colon_draft(quoting: Quoting, k: int, words: Reporting) -> Draft | None:
    """A quotation behind a colon without a reporting verb, said by the name before the colon or by the subject."""
    tree, q = quoting.tree, quoting.quotes[k]
    colon = before(quoting, k)
    if colon < 1 or not tree.word[colon].endswith(":") or not quoting.sentence_like(k):
        return None
    label = _LABEL.match(tree.text, quoting.paragraph_of(k), q.span.start + 1)
    labelled = label is not None and label.end() == q.span.start
    who = colon - 1 if labelled else _before_colon(tree, colon, words)
    if who is None or who in quoting.holder:
        return None
    source = tree.span(max(tree.left[who], tree.sentence_of(who)[0]), min(tree.right[who], colon - 1))
    if label is not None and labelled:
        source = Span(label.start(1), label.end(1))
    if source.end <= source.start or source.end - source.start > 200:
        return None
    return Draft(colon, (tree.span(colon, colon),), ":", "assert", who, (strip_span(tree.text, source),), (q.span,),
                 "label" if labelled else "quote", quoted=(k,))  # fmt: skip


def bare_draft(quoting: Quoting, k: int) -> Draft | None:
    """A whole sentence in quotation marks, by itself or behind a colon, that nothing says whose it is."""
    q, text = quoting.quotes[k], quoting.tree.text
    colon = text[max(0, q.span.start - 3) : q.span.start].rstrip().endswith(":")
    whole = q.inner.of(text).rstrip(MARKS + " ")[-1:] in ("?", "!", ".", "…")
    if not (colon or quoting.opens_sentence(k)) or not whole or not quoting.sentence_like(k):
        return None
    at = quoting.tree.at(q.span.start)
    return Draft(at, (), "", "assert", None, (), (q.span,), "quote", quoted=(k,))


def _before_colon(tree: Tree, colon: int, words: Reporting) -> int | None:
    last = colon - 1
    if tree.pos[last] == "PROPN" or (tree.pos[last] == "NOUN" and tree.dep[last] == "pobj"
                                     and tree.lower(tree.head[last]) in ("from", "by")):  # fmt: skip
        return last
    first = tree.sentence_of(colon)[0]
    subjects = [i for i in range(first, colon) if tree.dep[i] == "nsubj" and tree.tag[tree.head[i]] != "VBG"]
    if not subjects:
        names = [i for i in range(first, colon) if tree.pos[i] == "PROPN" and tree.pos[i + 1] != "PROPN"]
        return names[0] if names else None
    saying = [i for i in subjects if tree.lemma[tree.head[i]] in words.verbs and tree.pos[i] in _CUES]
    who = (saying or subjects)[0]
    owner = tree.child(who, "poss")
    return owner if owner is not None and tree.pos[who] == "NOUN" else who if tree.pos[who] in _CUES else None


def label_drafts(quoting: Quoting, blocks: tuple[Span, ...], words: NameWords) -> list[Draft]:
    """Paragraphs that begin with a speaker's name and a colon: in transcripts, interviews and headlines."""
    text = quoting.tree.text
    labels = [(p, m) for p in blocks if (m := _LABEL.match(text, p.start, p.end)) and m.end() < p.end]
    often = Counter(m.group(1) for _, m in labels)
    drafts = (_label(quoting, p, m) for p, m in labels if _speaks(m.group(1), often, words))
    return [d for d in drafts if d is not None]


def _speaks(label: str, often: Counter[str], words: NameWords) -> bool:
    """Whether a label names somebody: by a given name or title, or in capitals and more than once."""
    first, *rest = label.split()
    if label in ("Q", "A") or (rest and (first in words.given or first.lower() in words.titles)):
        return True
    return often[label] > 1 and label.isupper() and len(label) > 2


def _label(quoting: Quoting, paragraph: Span, m: re.Match[str]) -> Draft | None:
    tree = quoting.tree
    who, colon = tree.at(m.end(1) - 1), tree.at(m.end(1))
    content = strip_span(tree.text, Span(m.end(), paragraph.end))
    if colon >= tree.n or who in quoting.holder or colon in quoting.holder or _only_quoted(quoting, content):
        return None
    quoted = tuple(k for k in quoting.outer if content.contains(quoting.quotes[k].span))
    return Draft(colon, (Span(m.end(1), m.end(1) + 1),), ":", "assert", who, (Span(m.start(1), m.end(1)),), (content,),
                 "label", quoted=quoted)  # fmt: skip


def _only_quoted(quoting: Quoting, content: Span) -> bool:
    return any(quoting.quotes[k].span.start == content.start for k in quoting.outer)
