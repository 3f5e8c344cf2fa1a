"""The occasion of each statement as an event: who told whom, where and when, in words around the reporting verb."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from consistency.extract.eventplaces import place_phrases
from consistency.extract.surroundings import Surroundings
from consistency.facts import Fact, Proposition, Statement
from consistency.spans import Span, strip_span

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Span as Words
    from spacy.tokens import Token


def tellings(around: Surroundings) -> Iterator[Fact]:
    """One fact of kind event for each statement that names a place or an audience, without its words."""
    for s in around.statements:
        if not s.cue or s.negated or s.non_answer or (s.within is not None and not s.quoted):
            continue
        cue = around.doc.char_span(s.cue[0].start, s.cue[0].end, alignment_mode="expand")
        if cue is None:
            continue
        span = _around_cue(s, cue.sent, around.article.text)
        tokens = [t for t in cue.sent if span.start <= t.idx < span.end and _modifies(t, cue)]
        places = place_phrases(tokens, around.article.text, [t.span for t in around.times])
        if places or s.addressee:
            yield Fact(
                id="",
                article=around.article.id,
                kind="event",
                holder=s.speaker,
                proposition=Proposition("say", subject=(s.speaker,) if s.speaker else (), tense="past", about=s.said),
                evidence=(span,),
                statement=s.id,
                narrated=True,
                said=around.article.published.interval,
                publisher=around.article.publisher,
                venue=s.venue,
                addressee=s.addressee,
                places=places,
            )


def _modifies(token: Token, cue: Words) -> bool:
    """Whether the first predicate above a token is the reporting verb."""
    for above in token.ancestors:
        if cue.start <= above.i < cue.end:
            return True
        if above.pos_ in ("VERB", "AUX"):
            return False
    return False


def _around_cue(s: Statement, sentence: Sentence, text: str) -> Span:
    """What of the sentence holds the reporting verb and is not part of what is said."""
    start, end = sentence.start_char, sentence.end_char
    cue = s.cue[0]
    for c in s.content:
        if c.end <= cue.start:
            start = max(start, c.end)
        elif c.start >= cue.end:
            end = min(end, c.start)
    return strip_span(text, Span(start, max(end, cue.end)))
