"""Parsing: offsets are those of the article, sentences respect paragraphs and quotation marks."""

from __future__ import annotations

import pytest

from consistency.article import Article, Origin
from consistency.extract.parse import parse, pipeline
from consistency.spans import Span


def sentences(text: str) -> list[str]:
    article = Article("a", text, (Span(0, len(text)),), Origin("a"))
    ((_, doc),) = parse([article])
    return [s.text.strip() for s in doc.sents]


def test_offsets_are_those_of_the_article_and_masked_parts_are_blank() -> None:
    text = "date 2025-05-20 The bridge’s pier isn’t safe."
    body = Span(16, len(text))
    ((_, doc),) = parse([Article("a", text, (body,), Origin("a"))])
    words = [t for t in doc if not t.is_space]
    assert words[0].idx == 16
    assert [text[t.idx : t.idx + len(t)].replace("’", "'") for t in words] == [t.text for t in words]


SPLITS = [
    ('"It is late," Ms Roe said. Nobody came.', ['"It is late," Ms Roe said.', "Nobody came."]),
    ('"When will it open?" Ms Roe asked.', ['"When will it open?" Ms Roe asked.']),
    ('Ms Roe was late. "It is safe," she said.', ["Ms Roe was late.", '"It is safe," she said.']),
    ('Ms Roe said: "It is safe." Nobody came to the bridge.',
     ['Ms Roe said: "It is safe."', "Nobody came to the bridge."]),
    ("The bridge is shut\n\nNobody came", ["The bridge is shut", "Nobody came"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SPLITS)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_lines_that_are_broken_by_width_are_one_paragraph() -> None:
    lines = ["The council met on Tuesday evening in the old town hall and",
             "voted to shut the bridge until its northern pier has been",
             "repaired, which the engineers expect to take until the end of",
             "the year at least, as the mayor told the residents."]  # fmt: skip
    assert len(sentences("\n".join(lines))) == 1


LEMMAS = [("hoped", "hope"), ("fined", "fine"), ("voted", "vote"), ("tried", "try"), ("said", "say"), ("told", "tell")]


@pytest.mark.parametrize(("word", "lemma"), LEMMAS)
def test_the_lemmatizer_is_the_one_without_the_known_fault(word: str, lemma: str) -> None:
    doc = pipeline()(f"She {word} them on Monday.")
    assert doc[1].lemma_ == lemma
