"""Articles set aside while a corpus streams by, for reports that show them: their texts wait on disk, not in memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import Self

from consistency.article import Article, Published
from consistency.findings import Evidence, Report

IN_MEMORY = 8_000_000
"""Bytes of text kept in memory before the rest of the corpus goes to a temporary file."""
MOST = 20_000_000
"""Characters of text that a report carries; articles beyond that come without theirs."""


class Sources:
    """Takes articles while they stream by and gives back the few that a report rests on."""

    def __init__(self) -> None:
        self._texts = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - closed with the sources
        self._kept: dict[str, tuple[Article, int, int]] = {}

    def keep(self, article: Article) -> None:
        """Set the article aside, its text in the file; a later one of the same id takes its place."""
        text = article.text.encode("utf-8", "surrogatepass")
        at = self._texts.seek(0, 2)
        self._texts.write(text)
        self._kept[article.id] = (replace(article, text=""), at, len(text))

    def articles(self, ids: Iterable[str], most: int = MOST) -> tuple[Article, ...]:
        """Those articles, by id; the first asked for have their texts, up to `most` characters together."""
        found: dict[str, Article] = {}
        for name in dict.fromkeys(ids):
            if name not in self._kept:
                continue
            article, at, size = self._kept[name]
            if size <= most:
                self._texts.seek(at)
                article = replace(article, text=self._texts.read(size).decode("utf-8", "surrogatepass"))
                most -= len(article.text)
            found[name] = article
        return tuple(found[name] for name in sorted(found))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._texts.close()


def with_sources(report: Report, sources: Sources, published: Mapping[str, Published]) -> Report:
    """The report with the articles that its findings rest on, as they were dated in the end; empties the sources.

    Where there is more text than a report carries, the articles of the most severe findings have theirs.
    """
    with sources:
        found = sources.articles(e.article for e in _evidence(report))
    return replace(report, sources=tuple(replace(a, published=published.get(a.id, a.published)) for a in found))


def _evidence(report: Report) -> Iterable[Evidence]:
    yield from (e for finding in report.findings for e in finding.evidence)
    yield from (e for promise in report.promises for e in promise.evidence)
