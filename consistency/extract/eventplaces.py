"""Where something happened: the phrases of place in a stretch of tokens, for others to compare."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from consistency.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

PLACE_WORDS = frozenset({"in", "at", "on", "aboard", "under", "inside", "outside", "near", "beside", "via"})
"""Prepositions of place, some of which govern other things too: only what names a site or a town is compared."""
MAX_WORDS = 14


def place_phrases(tokens: Sequence[Token], text: str, times: Sequence[Span]) -> tuple[str, ...]:
    """The phrases, preposition included, that may name a place; none that is a time."""
    found = []
    for token in tokens:
        if token.pos_ != "ADP" or token.lower_ not in PLACE_WORDS:
            continue
        objects = [c for c in token.children if c.dep_ in ("pobj", "dobj")]
        if not objects or objects[0].pos_ not in ("NOUN", "PROPN"):
            continue
        end = _end(objects[0])
        span = Span(token.idx, end.idx + len(end))
        if not any(t.overlaps(Span(objects[0].idx, objects[0].idx + len(objects[0]))) for t in times):
            found.append(" ".join(span.of(text).split()))
    return tuple(dict.fromkeys(found))


def _end(obj: Token) -> Token:
    """The last token of a phrase without its relative clauses and what is set beside it after a comma."""
    last = obj
    for token in obj.doc[obj.i + 1 : min(obj.right_edge.i + 1, obj.i + MAX_WORDS)]:
        if token.is_punct or token.tag_ in ("WDT", "WP", "WRB", "CC") or token.pos_ in ("VERB", "AUX"):
            break
        last = token
    return last
