"""Facts that show what was said and type nothing of it: quotations, and refusals to answer."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.extract.evidence import shortened
from consistency.extract.surroundings import Surroundings
from consistency.extract.unnamed import described
from consistency.facts import Fact, Proposition, Statement
from consistency.spans import Span, strip_span

MIN_QUOTE_WORDS = 3


def quotes(around: Surroundings) -> Iterator[Fact]:
    """The quotations of some words, each by the outermost statement that quotes it itself."""
    outer = [span for s in around.statements if s.within is None for span in s.quoted]
    for s in around.statements:
        for span in s.quoted:
            if s.within is not None and any(o.contains(span) for o in outer):
                continue
            words = span.of(around.article.text).split()
            if len(words) >= MIN_QUOTE_WORDS and span.end - span.start <= 2000:
                yield plain(around, s, "quote", span, " ".join(words))


def non_answers(around: Surroundings) -> Iterator[Fact]:
    """The statements in which somebody declines to answer."""
    for s in around.statements:
        if s.non_answer and s.content:
            yield plain(around, s, "non_answer", s.content[0], "")


def plain(around: Surroundings, s: Statement, kind: str, span: Span, quote: str) -> Fact:
    """A fact that shows a statement and types nothing of what it says."""
    text = around.article.text
    return Fact(
        id="",
        article=around.article.id,
        kind="quote" if kind == "quote" else "non_answer",
        holder=s.speaker,
        body=s.body,
        described=described(s, around) if s.speaker is None else "",
        proposition=Proposition(predicate=s.lemma, tense="past" if _said_before(s, text) else "present"),
        evidence=(strip_span(text, shortened(text, span)),),
        statement=s.id,
        said=s.said,
        publisher=around.article.publisher,
        venue=s.venue,
        addressee=s.addressee,
        quote=quote,
    )


def _said_before(s: Statement, text: str) -> bool:
    """ "Had told families": before what the article reports."""
    return any(c.of(text).lower().startswith("had ") for c in s.cue[:1])
