"""JSON lines: each line stands for itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from consistency.article import Article, Interval
from consistency.config import Settings
from consistency.errors import Problem
from consistency.read import read


def found(tmp_path: Path, *lines: str, settings: Settings | None = None) -> list[Article | Problem]:
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return list(read([str(path)], stdin=None, settings=settings or Settings()))


def test_all_fields(tmp_path: Path) -> None:
    [article] = found(
        tmp_path,
        '{"id": 7, "text": "A\\r\\n\\u00e9.", "date": "2025-05-20T23:00:00-05:00", "publisher": "P", "title": "T",'
        ' "url": "https://x.example", "kind": "speech", "author": "ignored"}',
    )
    assert isinstance(article, Article)
    assert (article.id, article.text, article.publisher, article.title, article.url, article.kind) == (
        "7", "A\r\né.", "P", "T", "https://x.example", "speech",
    )  # fmt: skip
    assert (article.published.basis, article.published.interval) == ("metadata", Interval.day(date(2025, 5, 20)))
    assert (article.origin.format, article.origin.line) == ("jsonl", 1)


def test_a_header_in_the_text_goes_before_the_field(tmp_path: Path) -> None:
    [article] = found(tmp_path, '{"id": "a", "text": " date 2025-05-20 He left.", "date": "2025-05-21"}')
    assert isinstance(article, Article)
    assert (article.published.basis, article.published.interval) == ("header", Interval.day(date(2025, 5, 20)))


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("not json", "Invalid JSON: expected ident"),
        ('{"id": "x"', "Invalid JSON: EOF while parsing an object"),
        ("[1, 2]", "Input should be an object"),
        ('{"id": "x"}', "text: Field required"),
        ('{"id": "", "text": "A."}', "id: String should have at least 1 character"),
        ('{"id": "x", "text": 5}', "text: Input should be a valid string"),
        (
            '{"id": "x", "text": "A.", "kind": "poem"}',
            "kind: Input should be 'news', 'release', 'speech' or 'transcript'",
        ),
        ('{"id": "x", "text": " "}', "there is nothing in it but white space"),
        ('{"id": "x", "text": "\\u0000"}', "not text: it holds binary data"),
        ('{"id": "x", "text": "' + "a" * 600 + '"}', "too long: 600 characters, at most 500 are checked"),
        ('{"id": "x", "text": "\\ud800"}', "Invalid JSON: unexpected end of hex escape"),
        ("[" * 100_000, "Invalid JSON: recursion limit exceeded"),
        (" " * 107_000, "the line is longer than 106,000 bytes"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_read(tmp_path: Path, line: str, message: str) -> None:
    good = '{"id": "%s", "text": "He left."}'
    results = found(tmp_path, good % "a", line, "", good % "b", settings=Settings(max_chars=500))
    assert [x.id for x in results if isinstance(x, Article)] == ["a", "b"]
    [problem] = [x for x in results if isinstance(x, Problem)]
    assert (problem.level, problem.line) == ("error", 2)
    assert problem.message.startswith(message)


def test_a_date_that_is_not_understood_is_a_notice(tmp_path: Path) -> None:
    notice, article = found(tmp_path, '{"id": "a", "text": "He left.", "date": "last week", "kind": ""}')
    assert isinstance(article, Article)
    assert article.published.basis == "none"
    assert notice == Problem("notice", str(tmp_path / "a.jsonl"), "the date 'last week' was not understood", 1)
