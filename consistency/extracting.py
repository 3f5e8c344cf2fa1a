"""From articles to what each of them yields, and again for those that need to know what others tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from consistency.article import Article, Interval, Published
from consistency.config import Settings
from consistency.errors import Problem
from consistency.extract.article import ALONE, Corpus, extract_article
from consistency.extract.parse import parse
from consistency.facts import Extraction
from consistency.intervals import OPEN
from consistency.known import Digest, digest
from consistency.options import Options
from consistency.read import read
from consistency.run.cached import run_cached
from consistency.vocabularies import load_all

ROUNDS = 3
"""How often articles that wait for others are read again: a date may give an oath, and an oath a date."""
MAX_WAITING = 5_000
"""Articles kept in memory for that."""


def extract(
    paths: Sequence[str], options: Options, *, stdin: BinaryIO | None = None
) -> Iterator[tuple[Article, Extraction] | Problem]:
    """Every article with what it yields, in the order of reading, problems among them."""
    load_all(options.lexicons)
    settings = Settings(model=options.model, lexicons=options.lexicons)
    yield from extract_articles(read(paths, stdin=stdin, settings=settings, sidecar=options.sidecar), options)


def extract_articles(
    items: Iterable[Article | Problem], options: Options, corpus: Corpus = ALONE
) -> Iterator[tuple[Article, Extraction] | Problem]:
    """The same for articles that are already read."""
    if options.cache:
        options.cache.begin(options.model, options.lexicons)
    worker = _Worker(options.model, corpus, options.lexicons)
    yield from run_cached(worker, items, options.cache, corpus, options.workers)


@dataclass(frozen=True, slots=True)
class _Worker:
    """Parses and extracts a batch of articles: picklable, so that it can run in another process."""

    model: str
    corpus: Corpus
    lexicons: tuple[Path, ...]

    def __call__(self, batch: Sequence[Article]) -> list[tuple[Article, Extraction]]:
        return [extract_article(article, doc, self.corpus, self.lexicons) for article, doc in parse(batch, self.model)]


def given_date(article: Article) -> Published:
    """What is known of its publication from outside its own words."""
    return Published() if article.published.basis == "inferred" else article.published


def settled(digests: list[Digest], waiting: dict[str, Article], options: Options) -> list[Digest]:
    """Articles that nothing of their own dates, or that count from another's taking office, are read again with what
    the rest of the corpus tells, until that tells nothing new.
    """
    told = ALONE
    for _ in range(ROUNDS):
        corpus = _corpus(digests)
        again = [waiting[d.article] for d in digests if d.waits and d.article in waiting]
        if not again or corpus == told or (corpus.around == OPEN and not corpus.in_office):
            break
        told = corpus
        better = {x[0].id: digest(*x) for x in extract_articles(again, options, corpus) if not isinstance(x, Problem)}
        digests = [better.get(d.article, d) for d in digests]
    return digests


def _corpus(digests: Sequence[Digest]) -> Corpus:
    days = [day for d in digests for day in d.published if day is not None]
    around = Interval(min(days), max(days)) if days else OPEN
    return Corpus(around, tuple(sorted({term for d in digests for term in d.in_office})))
