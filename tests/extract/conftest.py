"""Reading a text as an article and attributing it, with the real parser."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from consistency.article import Article, ArticleKind, Origin
from consistency.extract.attribution import Attribution, attribute
from consistency.extract.parse import parse
from consistency.spans import Span

Read = Callable[..., Attribution]


@pytest.fixture(scope="session")
def read() -> Read:
    """`read(text, kind=..., publisher=...)`: the attribution of one article."""

    def attribution(text: str, kind: ArticleKind = "news", publisher: str | None = None) -> Attribution:
        article = Article("a", text, (Span(0, len(text)),), Origin("a"), kind=kind, publisher=publisher)
        return attribute(*next(iter(parse([article]))))

    return attribution
