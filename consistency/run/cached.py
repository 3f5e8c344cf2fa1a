"""Per-article work that is done once: what the cache knows goes round it, the rest through it and into the cache."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from consistency.article import Article
from consistency.errors import Problem
from consistency.facts import Extraction
from consistency.run.local import Ready, run
from consistency.store import Cache
from consistency.store.codec import Kept

Read = tuple[Article, Extraction]
Work = Callable[[Sequence[Article]], list[Read]]


class _Missing(NamedTuple):
    """An article that the cache does not know, and where it goes; with no key, nowhere."""

    article: Article
    key: bytes | None


class _Made(NamedTuple):
    read: Read
    key: bytes | None


@dataclass(frozen=True, slots=True)
class _Keyed:
    """The work, its results with the keys of what they were made of: picklable if the work is."""

    work: Work

    def __call__(self, batch: Sequence[_Missing]) -> list[_Made]:
        made = self.work([missing.article for missing in batch])
        return [_Made(read, missing.key) for missing, read in zip(batch, made, strict=True)]


def run_cached(
    work: Work, items: Iterable[Article | Problem], cache: Cache | None, beside: object, workers: int = 1
) -> Iterator[Read | Problem]:
    """What `work` makes of the articles, in their order, as `run` does it, but only of those that the cache lacks.

    `beside` is what articles are read with, besides what the cache was told when it began.
    """
    given = (item if isinstance(item, Problem) else _looked_up(item, cache, beside) for item in items)
    for made in run(_Keyed(work), given, name=_path, line=_line, size=_size, workers=workers):
        if isinstance(made, Problem):
            yield made
            continue
        if cache and made.key:
            cache.put(made.key, Kept(made.read[0].published, made.read[1]))
        yield made.read


def _looked_up(article: Article, cache: Cache | None, beside: object) -> _Missing | Ready[_Made]:
    if cache is None:
        return _Missing(article, None)
    key = cache.key(article, beside)
    kept = cache.get(key)
    if kept is None:
        return _Missing(article, key)
    return Ready(_Made((replace(article, published=kept.published), kept.extraction), None))


def _path(missing: _Missing) -> str:
    return missing.article.origin.path


def _line(missing: _Missing) -> int | None:
    return missing.article.origin.line


def _size(missing: _Missing) -> int:
    return len(missing.article.text)
