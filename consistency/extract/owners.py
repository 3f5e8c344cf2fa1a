"""Whose voice a clause is in: the innermost statement whose content holds it, or the article's own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from consistency.extract.words import Predicates
from consistency.facts import Statement

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


class Owners:
    """Which statement a token's clause belongs to: the innermost one whose content holds it."""

    def __init__(self, statements: Sequence[Statement], doc: Doc, words: Predicates) -> None:
        speaking = [s for s in statements if not s.non_answer and s.force != "decline" and _says(s, doc, words)]
        speaking = [s for s in speaking if not in_passing(s, doc)]
        self._spans = sorted((span.start, span.end, n) for n, s in enumerate(speaking) for span in s.content)
        self._starts = [s for s, _, _ in self._spans]
        self._statements = speaking
        self._cue_spans = sorted(c for s in speaking if s.source or not _scrap(s, doc) for c in s.cue)

    def of(self, token: Token) -> Statement | None:
        """The statement that a token is said in, None for the article's own voice."""
        at = token.idx
        best: tuple[int, int] | None = None
        for k in range(bisect_right(self._starts, at) - 1, max(-1, bisect_right(self._starts, at) - 40), -1):
            start, end, n = self._spans[k]
            if start <= at < end and (best is None or end - start < best[0]):
                best = (end - start, n)
        if best is None and token.dep_ == "conj" and token.head.i < token.i and _shares_subject(token):
            return self.of(token.head)  # "it will pay, it announced, and will leave": both are announced
        return self._statements[best[1]] if best else None

    def is_cue(self, token: Token) -> bool:
        """Whether a token is a reporting word, whose clause only says that something is said."""
        k = bisect_right(self._cue_spans, (token.idx, 1 << 60)) - 1
        return k >= 0 and self._cue_spans[k].start <= token.idx < self._cue_spans[k].end


def _shares_subject(token: Token) -> bool:
    own = any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children)
    return not own and any(c.tag_ == "MD" for c in token.children)


def in_passing(statement: Statement, doc: Doc) -> bool:
    """ "The roof is mended, as he had promised": what is told is told by the article."""
    if statement.force != "promise" or not statement.cue:
        return False
    inside = doc.char_span(statement.cue[0].start, statement.cue[-1].end, alignment_mode="expand")
    return inside is not None and any(c.lower_ == "as" and c.dep_ in ("mark", "prep") for c in inside.root.children)


def _scrap(statement: Statement, doc: Doc) -> bool:
    """Some words in quotation marks that stand in a sentence of somebody else's: would not go up "by a single ore"."""
    inside = [doc.char_span(q.start, q.end, alignment_mode="contract") for q in statement.quoted]
    return bool(inside) and not any(t.pos_ in ("VERB", "AUX") for span in inside if span is not None for t in span)


def _says(statement: Statement, doc: Doc, words: Predicates) -> bool:
    """Whether the content is a clause or a quotation: "inform him", "has not published it" are deeds like any other."""
    if statement.negated and "exist" in dict(words.poles(statement.lemma)):
        return False
    if statement.quoted or statement.mode == "direct":
        return True
    for c in statement.content:
        inside = doc.char_span(c.start, c.end, alignment_mode="contract")
        if inside is not None and any(
            t.pos_ in ("VERB", "AUX") and t.dep_ not in ("relcl", "acl", "amod") for t in inside
        ):
            return True
    return False
