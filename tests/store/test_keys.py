"""Keys: everything that could change what an article yields changes its key, and nothing else does."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from consistency.article import Article, Interval, Origin, Published
from consistency.config import MODEL
from consistency.extract.article import ALONE, Corpus
from consistency.spans import Span
from consistency.store.keys import article_key, run_key

ARTICLE = Article("a", "It rained in Lund.", (Span(0, 18),), Origin("news/a.txt"))
DAY = Interval.day(date(2031, 5, 1))


@pytest.mark.parametrize(
    "change",
    [
        {"id": "b"}, {"text": "It rained in Lode."}, {"body": (Span(0, 17),)}, {"published": Published(DAY, "given")},
        {"published": Published(DAY, "header")}, {"publisher": "Post"}, {"title": "Rain"}, {"kind": "speech"},
        {"url": "https://news.example/rain"}, {"origin": Origin("news/a.txt", "jsonl")},
    ],
)  # fmt: skip
def test_the_key_of_an_article_changes_with(change: dict[str, object]) -> None:
    assert article_key(b"run", replace(ARTICLE, **change), ALONE) != article_key(b"run", ARTICLE, ALONE)  # type: ignore[arg-type]


def test_where_the_file_lies_does_not_matter() -> None:
    moved = replace(ARTICLE, origin=Origin("old/a.txt", line=7))
    assert article_key(b"run", moved, ALONE) == article_key(b"run", ARTICLE, ALONE)


def test_what_others_tell_and_the_run_matter() -> None:
    assert article_key(b"run", ARTICLE, Corpus(DAY)) != article_key(b"run", ARTICLE, ALONE)
    assert article_key(b"other", ARTICLE, ALONE) != article_key(b"run", ARTICLE, ALONE)


def test_lone_surrogates_have_keys() -> None:
    odd = replace(ARTICLE, text="\ud800", title="\udfff", body=(Span(0, 1),))
    assert article_key(b"run", odd, ALONE) != article_key(b"run", ARTICLE, ALONE)


def test_the_key_of_a_run_changes_with_model_and_lexicons(tmp_path: Path) -> None:
    alone = run_key(MODEL, ())
    assert alone == run_key(MODEL, ())
    assert alone != run_key("another-model", ())
    (tmp_path / "topics.yaml").write_text("topics: {}\n")
    empty = run_key(MODEL, (tmp_path,))
    assert empty != alone
    (tmp_path / "topics.yaml").write_text("topics: {rain: {}}\n")
    assert run_key(MODEL, (tmp_path,)) not in (empty, alone)
