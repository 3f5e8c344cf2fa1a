"""Quotations on the tokens of an article, and the attributions that a reporting word beside one makes."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace

from consistency.extract.cues import Reporting, phrasal
from consistency.extract.draft import Draft
from consistency.extract.frames import cue_spans
from consistency.extract.quotations import MARKS, Quotation
from consistency.extract.sources import source_spans, subject
from consistency.extract.tree import Tree
from consistency.spans import Span, strip_span

FINITE = ("VBD", "VBZ", "VBP", "MD")
STOPS = frozenset(".!?;")
_NUMBER = re.compile(r"[ \t\xa0]*(?:\d{1,3}[.)]|[•·▪●*–—-])?[ \t\xa0]*")


class Quoting:
    """The quotations of one article with the tokens that they cover; `outer` lists those that stand in no other."""

    def __init__(self, tree: Tree, quotes: tuple[Quotation, ...], starts: frozenset[int]) -> None:
        self.tree = tree
        self.quotes = quotes
        self.outer = [k for k, q in enumerate(quotes) if q.parent is None]
        self.paragraph_starts = starts
        self._breaks = sorted(starts)
        self.holder: dict[int, int] = {}
        for k in self.outer:
            for i in range(tree.at(quotes[k].inner.start), tree.at(max(quotes[k].inner.end - 1, 0)) + 1):
                self.holder[i] = k

    def sentence_like(self, k: int) -> bool:
        """Whether a quotation reads as speech rather than as a title or a word held at arm's length."""
        q, tree = self.quotes[k], self.tree
        inner = q.inner.of(tree.text).rstrip(MARKS + " ")
        if not inner:
            return False
        tokens = range(tree.at(q.inner.start), min(tree.at(q.inner.end), tree.n))
        finite = any(tree.tag[i] in FINITE for i in tokens)
        return (inner[-1] in ".!?,…—-" and (finite or len(tokens) > 2)) or (finite and len(tokens) >= 5)

    def paragraph_of(self, k: int) -> int:
        """Where the paragraph of a quotation begins."""
        n = bisect_right(self._breaks, self.quotes[k].span.start)
        return self._breaks[n - 1] if n else 0

    def opens_paragraph(self, k: int) -> bool:
        """Whether nothing but a number or a bullet stands before a quotation in its paragraph."""
        return _NUMBER.fullmatch(self.tree.text, self.paragraph_of(k), self.quotes[k].span.start) is not None

    def paragraph_before(self, k: int) -> Span | None:
        """The paragraph before that of a quotation."""
        n = bisect_right(self._breaks, self.quotes[k].span.start) - 1
        return strip_span(self.tree.text, Span(self._breaks[n - 1], self._breaks[n])) if n > 0 else None

    def breaks(self, first: int, second: int) -> int:
        """How many paragraphs begin between the starts of two quotations."""
        a, b = self.quotes[first].span.start, self.quotes[second].span.start
        return bisect_right(self._breaks, b) - bisect_right(self._breaks, a)

    def embedded(self, k: int) -> bool:
        """Whether a quotation is a part of the sentence around it, as a title or a single word is."""
        tree, start = self.tree, self.quotes[k].span.start
        before = tree.at(start) - 1
        if self.opens_sentence(k) or before < 0 or tree.text[max(0, start - 3) : start].rstrip()[-1:] in ",:—–-;":
            return False
        tokens = range(tree.at(start), min(tree.at(self.quotes[k].inner.end), tree.n))
        return not any(tree.tag[i] in FINITE for i in tokens) and tree.pos[before] not in ("VERB", "AUX", "PUNCT")

    def opens_sentence(self, k: int) -> bool:
        """Whether a quotation stands at the beginning of a sentence."""
        start = self.quotes[k].span.start
        lead = self.tree.text[max(0, start - 4) : start].rstrip(" \xa0\t")
        return start in self.paragraph_starts or not lead or lead[-1] in ".!?…\n" + MARKS

    def behind(self, k: int) -> str:
        """The last mark or letter in front of a quotation."""
        start = self.quotes[k].span.start
        return self.tree.text[max(0, start - 3) : start].rstrip()[-1:]

    def fills_paragraph(self, k: int) -> bool:
        """Whether nothing follows a quotation in its paragraph."""
        rest = self.tree.text[self.quotes[k].span.end : self.quotes[k].span.end + 3]
        return not rest.strip(" .\xa0\t") or rest.lstrip(" .\xa0\t")[:1] in ("\n", "\r")


def skip_marks(tree: Tree, i: int) -> int:
    """The first token from here on that is a word."""
    while i < tree.n and tree.pos[i] in ("PUNCT", "SPACE") and "\n" not in tree.word[i]:
        i += 1
    return i


def quote_draft(quoting: Quoting, verb: int, k: int, words: Reporting) -> Draft:
    """A new attribution of a quotation to the reporting verb beside it."""
    tree = quoting.tree
    word = words.verbs.get(tree.lemma[verb])
    if word is None or "quote" not in word.takes:
        phrase = phrasal(tree, verb, words)
        word = phrase.word if phrase is not None else word
    who = subject(tree, verb)
    if who is None or who in quoting.holder:
        who = _beside(quoting, verb, tree.at(quoting.quotes[k].span.end))
    source = source_spans(tree, who, verb) if who is not None else ()
    if who == verb - 1 and tree.pos[verb] not in ("VERB", "AUX"):
        source = (tree.span(skip_marks(tree, tree.at(quoting.quotes[k].span.end)), who),)
    force = word.force("quote", "clause") if word is not None else "assert"
    lemma = word.key if word is not None else tree.lemma[verb]
    return Draft(verb, cue_spans(tree, verb, verb), lemma, force, who, source, (quoting.quotes[k].span,), "quote",
                 quoted=(k,))  # fmt: skip


def with_source(draft: Draft, quoting: Quoting) -> Draft:
    """The attribution with the noun behind its cue as its source, where the parse named none: '"When?" asked one'."""
    tree = quoting.tree
    if not draft.quoted or draft.frame != "clause":
        return draft
    if draft.who in quoting.holder and draft.anchor not in quoting.holder:
        who = _beside(quoting, draft.anchor, tree.at(quoting.quotes[draft.quoted[-1]].span.end))
        return draft if who is None else replace(draft, who=who, source=source_spans(tree, who, draft.anchor))
    if draft.who is not None:
        return draft
    after = tree.at(quoting.quotes[draft.quoted[-1]].span.end)
    who = _noun_at(tree, draft.anchor + 1) if after <= draft.anchor <= after + 1 else None
    return draft if who is None else replace(draft, who=who, source=source_spans(tree, who, draft.anchor))


def _beside(quoting: Quoting, verb: int, after: int) -> int | None:
    """The noun next to a reporting verb where the parse names no subject; `after` is the token behind the quotation."""
    tree = quoting.tree
    if verb >= after and (behind := _noun_at(tree, verb + 1)) is not None:
        return behind
    if after < verb <= after + 6 and tree.pos[verb] not in ("VERB", "AUX"):
        return verb - 1
    own = next((c for c in tree.kids(verb, "nsubj") if c not in quoting.holder), None)
    if own is not None:
        return own
    for i in _near(quoting, verb):
        if tree.pos[i] in ("PROPN", "PRON") and tree.dep[i] in ("nsubj", "dobj", "ROOT", "appos", "npadvmod", "nmod"):
            return i
    return None


def _near(quoting: Quoting, verb: int) -> list[int]:
    """The tokens next to a verb, those behind it first, within its sentence and outside quotations."""
    tree, out = quoting.tree, []
    for step in (1, -1):
        for i in range(verb + step, verb + 5 * step, step):
            if not 0 <= i < tree.n or tree.word[i] in STOPS or tree.sentence[i] != tree.sentence[verb]:
                break
            if i not in quoting.holder:
                out.append(i)
    return out


def _noun_at(tree: Tree, first: int) -> int | None:
    """The head of the noun phrase that begins at a token, by its words alone: "one resident", "Anna Roe"."""
    last = None
    if first + 2 < tree.n and tree.lower(first) == "one" and tree.lower(first + 1) == "of":
        return _one_of(tree, first)
    for i in range(first, min(first + 6, tree.n)):
        if tree.pos[i] not in ("DET", "NUM", "ADJ", "NOUN", "PROPN", "PRON"):
            break
        last = i
    return last if last is not None and tree.pos[last] in ("NOUN", "PROPN", "PRON") else None


def _one_of(tree: Tree, one: int) -> int:
    """Who is meant by "one of them, Anna Roe, a nurse"; "one" where no name follows."""
    for i in range(one + 2, min(one + 8, tree.n - 1)):
        if tree.word[i] in STOPS:
            break
        if tree.word[i] == ",":
            last = i
            while last + 1 < tree.n and tree.pos[last + 1] == "PROPN":
                last += 1
            return last if last > i else one
    return one


def snapped(content: tuple[Span, ...], quotes: list[Quotation]) -> tuple[tuple[Span, ...], list[int]]:
    """Content whose spans never cut a quotation in two, and the positions of the quotations it holds.

    The quotations must follow one another without overlap.
    """
    held: list[int] = []
    spans: list[Span] = []
    for start, end in content:
        first = bisect_right(quotes, start, key=lambda q: q.span.end)
        last = bisect_left(quotes, end, key=lambda q: q.span.start)
        if first < last:
            held += range(first, last)
            start, end = min(start, quotes[first].span.start), max(end, quotes[last - 1].span.end)
        spans.append(Span(start, end))
    return merged(spans), held


def merged(spans: list[Span]) -> tuple[Span, ...]:
    """Spans sorted, those that overlap joined."""
    out: list[Span] = []
    for s in sorted(spans):
        if out and s.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, s.end))
        else:
            out.append(s)
    return tuple(out)


def with_quote(draft: Draft, quoting: Quoting, k: int) -> Draft:
    """The attribution with one more quotation in its content; the quotation takes the place of a mere object."""
    quote = quoting.quotes[k].span
    alone = draft.frame in ("object", "small") and not draft.quoted
    spans = merged([*(() if alone else draft.content), quote])
    frame = "quote" if alone else draft.frame
    return replace(draft, content=spans, quoted=tuple(sorted({*draft.quoted, k})), frame=frame)
