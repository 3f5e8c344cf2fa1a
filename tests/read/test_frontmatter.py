"""Front matter: plain pairs are read, everything else is harmless."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest

from consistency.article import Article, Interval
from consistency.config import Settings
from consistency.errors import Problem
from consistency.read import read


def both(text: str) -> tuple[Article, list[Problem]]:
    found = list(read(["-"], stdin=BytesIO(text.encode()), settings=Settings()))
    [article] = [x for x in found if isinstance(x, Article)]
    return article, [x for x in found if isinstance(x, Problem)]


def test_everything_that_it_can_tell() -> None:
    text = (
        "---\nheadline: 'Bridge shut'\ndate: 2025-05-20 08:00:00 +0200\nsource: The Bay Post\nkind: release\n"
        "link: https://bay.example/1\ntags: [a, {b: c}]\nmore:\n  date: 1999-01-01\n---\nIt stays shut.\n"
    )
    article, problems = both(text)
    assert problems == []
    assert (article.title, article.publisher, article.kind, article.url) == (
        "Bridge shut", "The Bay Post", "release", "https://bay.example/1",
    )  # fmt: skip
    assert (article.published.basis, article.published.interval) == ("metadata", Interval.day(date(2025, 5, 20)))
    assert [span.of(text) for span in article.published.evidence] == ["2025-05-20 08:00:00 +0200"]
    assert article.masked().split() == ["Bridge", "shut", "It", "stays", "shut."]


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2025-05-20", date(2025, 5, 20), date(2025, 5, 20)),
        ("20250520", date(2025, 5, 20), date(2025, 5, 20)),
        ("Tue, 20 May 2025 10:00:00 GMT", date(2025, 5, 20), date(2025, 5, 20)),
        ("2025-05", date(2025, 5, 1), date(2025, 5, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_dates(value: str, first: date, last: date) -> None:
    assert both(f"---\ndate: {value}\n---\nText.")[0].published.interval == Interval(first, last)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("date: yesterday", "the date 'yesterday' in the front matter was not understood"),
        ("kind: poem", "the kind 'poem' in the front matter is none of news, release, speech, transcript"),
        ("title: [a", "the front matter is not valid YAML"),
        ("title: *nobody", ""),
        ("a: " + "[" * 5000, "the front matter is not valid YAML"),
    ],
)
def test_what_is_not_understood_is_a_notice(line: str, message: str) -> None:
    article, problems = both(f"---\n{line}\n---\nIt stays shut.")
    assert article.masked().split()[-3:] == ["It", "stays", "shut."]
    assert all(p.level == "notice" for p in problems)
    assert [p for p in problems if p.message.startswith(message)] or not message


def test_aliases_are_never_expanded() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{c}: &{c} [*{p}, *{p}, *{p}]\n" for p, c in zip("abcdefghi", "bcdefghij", strict=True)
    )
    article, _ = both(f"---\n{bomb}title: Shut\n---\nIt stays shut.")
    assert article.title == "Shut"


@pytest.mark.parametrize(
    "text", ["---\nA rule, and then text.\n---\nMore.", "---\n\n---\nMore.", "--- no\nkey: v\n---\n"]
)
def test_rules_are_not_front_matter(text: str) -> None:
    assert both(text)[0].masked().split() == text.split()
