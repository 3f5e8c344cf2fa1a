"""Whether two sentences, both asserted of one situation at one time, exclude each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from consistency.article import Article, Origin
from consistency.extract.parse import parse
from consistency.normalise.opposition import CATEGORIES, opposition
from consistency.options import Options
from consistency.spans import Span
from consistency.vocabularies import load_all


class Comparison(NamedTuple):
    """Whether two sentences, both asserted of one situation at one time, exclude each other, and why."""

    id: str
    contradiction: bool
    category: str | None
    because: str


def compare(pairs: Iterable[tuple[str, str, str]], options: Options) -> Iterator[Comparison]:
    """The verdict on each pair (id, first, second), in their order."""
    load_all(options.lexicons)
    batch: list[tuple[str, str, str]] = []
    for pair in pairs:
        batch.append(pair)
        if len(batch) == 64:
            yield from _compared(batch, options)
            batch = []
    yield from _compared(batch, options)


def _compared(batch: Sequence[tuple[str, str, str]], options: Options) -> Iterator[Comparison]:
    articles = [_sentence(text) for _, first, second in batch for text in (first, second)]
    docs = [doc for _, doc in parse(articles, options.model)]
    for n, (name, _, _) in enumerate(batch):
        reason = opposition(docs[2 * n], docs[2 * n + 1], options.lexicons)
        category = CATEGORIES.get(reason.via, "content_conflict") if reason else None
        because = reason.because if reason else "nothing in them excludes the other"
        yield Comparison(name, reason is not None, category, because)


def _sentence(text: str) -> Article:
    return Article("pair", text, (Span(0, len(text)),), Origin("pair"))
