"""What the Python API takes: texts, paths, records and DataFrames become the same articles."""

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from consistency import check
from consistency.article import Article, Interval, Origin
from consistency.config import Settings
from consistency.errors import Problem, UsageError
from consistency.inputs import articles_of, is_text
from consistency.spans import Span
from tests.conftest import FIXTURES

TEXT = "The mayor, Ida Holm, said on Monday that the bridge would open in May."
DAY = date(2031, 4, 2)


def read(source: Any) -> list[Article | Problem]:
    return list(articles_of(source, Settings()))


@pytest.mark.parametrize("text", [TEXT, "Two lines\nof text", "Why?", "“It is so.” He left", "He said it (again.)"])
def test_a_sentence_is_a_text(text: str) -> None:
    assert is_text(text)


@pytest.mark.parametrize("path", ["articles/", "my articles/a.txt", "*.jsonl", "../v1.2/a b.txt", "-", "notes"])
def test_anything_else_is_a_path(path: str) -> None:
    assert not is_text(path)


def test_a_record_of_all_that_can_be_told() -> None:
    record = {
        "id": "a", "text": TEXT, "date": "2031-04-02", "publisher": "Post", "title": "Bridge",
        "url": "https://news.example/1", "kind": "speech", "editor": "not ours",
    }  # fmt: skip
    (article,) = read(record)
    assert isinstance(article, Article)
    assert (article.id, article.text, article.publisher, article.title) == ("a", TEXT, "Post", "Bridge")
    assert (article.url, article.kind) == ("https://news.example/1", "speech")
    assert article.published.interval == Interval.day(DAY)


@pytest.mark.parametrize("day", [DAY, datetime(2031, 4, 2, 9, 30), pd.Timestamp("2031-04-02"), "April 2, 2031"])
def test_days_of_all_sorts(day: object) -> None:
    (article,) = read([{"text": TEXT, "date": day}])
    assert isinstance(article, Article)
    assert article.published.interval == Interval.day(DAY)


def test_a_frame() -> None:
    frame = pd.DataFrame(
        {
            "text": [TEXT, "It rained in Lund.", None, 7],
            "date": [pd.Timestamp(DAY), pd.NaT, pd.NaT, pd.NaT],
            "publisher": ["Post", float("nan"), None, None],
            "id": [5, None, 6, 8],
        }
    )
    first, second, third, fourth = read(frame)
    assert isinstance(first, Article)
    assert (first.id, first.publisher, first.published.interval) == ("5", "Post", Interval.day(DAY))
    assert isinstance(second, Article)
    assert (second.id, second.publisher) == ("row-2", None)
    assert isinstance(third, Problem)
    assert (third.path, third.level) == ("row 3", "error")
    assert "text" in third.message
    assert isinstance(fourth, Problem)


def test_a_frame_is_checked_like_its_records() -> None:
    rows = [{"text": TEXT, "date": DAY}, {"text": "The bridge did not open in May.", "date": date(2031, 6, 2)}]
    assert check(pd.DataFrame(rows)) == check(rows)
    assert check(pd.DataFrame(rows)).articles == 2


def test_a_frame_without_texts() -> None:
    with pytest.raises(UsageError, match="no column 'text' \\(it has body, date\\)"):
        read(pd.DataFrame({"body": [], "date": []}))
    assert read(pd.DataFrame({"text": []})) == []


def test_nothing_has_the_name_of_another() -> None:
    one = Article("row-1", TEXT, (Span(0, len(TEXT)),), Origin("row-1"))
    items = read([{"text": TEXT}, one])
    assert [type(item) for item in items] == [Article, Problem]
    assert isinstance(items[1], Problem)
    assert items[1].message == "the id 'row-1' is already another article's"


def test_all_sorts_together() -> None:
    sources: Iterable[Any] = iter([TEXT, {"text": TEXT}, FIXTURES / "harbour" / "2023-03-14-harbour-post.txt"])
    ids = [item.id for item in read(sources) if isinstance(item, Article)]
    assert ids == ["2023-03-14-harbour-post.txt", "text-1", "row-1"]


@pytest.mark.parametrize("record", [{}, {"text": ""}, {"text": TEXT, "kind": "poem"}, {"text": TEXT, "id": ["x"]}])
def test_a_record_that_is_none(record: dict[str, object]) -> None:
    (problem,) = read(record)
    assert isinstance(problem, Problem)
    assert (problem.level, problem.path, problem.line) == ("error", "row 1", 1)


def test_a_path_object(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    assert [item.id for item in read(tmp_path) if isinstance(item, Article)] == ["a.txt"]
