"""Parsing with spaCy: one Doc an article, its offsets those of the article, sentences mended at quotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from consistency.article import Article
from consistency.config import MODEL
from consistency.extract.boundaries import boundaries

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


MAX_SENTENCE = 300
"""Tokens; longer sentences are cut: the parse of one is as deep as it is long, and walking it would end the process."""


@lru_cache(maxsize=2)
def pipeline(model: str = MODEL) -> Language:
    """The spaCy pipeline without named entities (half as fast again, and not to be trusted for names in news)."""
    import spacy

    nlp = spacy.load(model, exclude=["ner"])
    if not nlp.has_pipe("article_boundaries"):
        from spacy.language import Language as SpacyLanguage

        if not SpacyLanguage.has_factory("article_boundaries"):
            SpacyLanguage.component("article_boundaries", func=mark_boundaries)
        nlp.add_pipe("article_boundaries", before="parser")
    nlp.max_length = 1_100_000
    return nlp


def mark_boundaries(doc: Doc) -> Doc:
    """Sentence starts that the parser must respect: at paragraphs and around quotation marks, and within bounds."""
    found = boundaries(doc)
    last = 0
    for token in doc:
        if token.i - last >= MAX_SENTENCE:
            token.is_sent_start = True
        elif token.is_space and token.i > 0:
            token.is_sent_start = False
        elif token.i in found:
            token.is_sent_start = found[token.i]
        if token.is_sent_start:
            last = token.i
    return doc


_APOSTROPHE = re.compile(r"(?<=\w)’(?=\w)")
_NO_WORD = re.compile(r"\S{200,}")
_TAG = re.compile(r"</?[A-Za-z]{1,10}>")


def readable(text: str) -> str:
    """The text as the model reads it, of the same length: apostrophes inside words straight, because it takes "isn’t"
    apart wrongly; what is too long for a word blank, because the tokenizer takes it apart mark by mark; so are tags
    that were left in the text ("<li>").
    """
    for pattern in (_NO_WORD, _TAG):
        text = pattern.sub(lambda m: " " * len(m[0]), text)
    return _APOSTROPHE.sub("'", text)


def parse(articles: Iterable[Article], model: str = MODEL) -> Iterator[tuple[Article, Doc]]:
    """Each article with its Doc; `token.idx` is an offset into `article.text`."""
    nlp = pipeline(model)
    pairs = ((readable(article.masked()), article) for article in articles)
    for doc, article in nlp.pipe(pairs, as_tuples=True, batch_size=16):
        yield article, doc
