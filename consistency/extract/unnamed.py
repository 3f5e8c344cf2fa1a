"""Sources that are nobody with a name: how they are called, and whether they are a document."""

from __future__ import annotations

from consistency.extract.surroundings import Surroundings
from consistency.facts import Statement
from consistency.spans import Span


def described(statement: Statement | None, around: Surroundings) -> str:
    """How a source without a name is called: "finance minister"; "" where it is more than an office."""
    words = statement.source[0].of(around.article.text).lower().split() if statement and statement.source else []
    kept = [w for w in words if w not in ("the", "a", "an")]
    return " ".join(kept) if words[:1] == ["the"] and 1 <= len(kept) <= 4 else ""


def unnamed(statement: Statement, around: Surroundings) -> str | None:
    """A source without a name under its own words: "a spokeswoman for the bank", "villagers"; None for pronouns."""
    source = statement.source[0] if len(statement.source) == 1 else Span(0, 0)
    inside = around.doc.char_span(source.start, source.end, alignment_mode="contract")
    if inside is None or not len(inside) or len(inside) > 8 or inside.root.pos_ not in ("NOUN", "PROPN"):
        return None
    words = inside.text.rstrip(",;:").split()
    return " ".join([words[0][:1].lower() + words[0][1:] if inside[0].pos_ != "PROPN" else words[0], *words[1:]])


def is_documented(statement: Statement, around: Surroundings) -> bool:
    """Whether the source is a document or data, which shows what is so: "figures show", "according to the minutes"."""
    if len(statement.source) != 1 or statement.mode == "direct" or statement.force not in ("assert", "think"):
        return False
    source = around.doc.char_span(statement.source[0].start, statement.source[0].end, alignment_mode="contract")
    return source is not None and len(source) > 0 and source.root.lemma_.lower() in around.words.predicates.documents
