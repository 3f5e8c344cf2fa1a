"""Comments that ask to ignore findings: which paragraph they are about, and what is no such comment."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.article import Article, Origin
from consistency.config import Settings
from consistency.ignores import ignores
from consistency.read.assemble import Draft, assemble

ONE = "<!-- consistency: ignore said-both -- a quotation -->"


@pytest.mark.parametrize(
    ("text", "about"),
    [
        (f"First.\n\n{ONE}\nSecond\nline.\n\nThird.", "Second\nline.\n"),
        (f"First.\n\n{ONE}\n\nSecond.\n\nThird.", "Second.\n"),
        (f"First.\n\nSecond {ONE} part.\n\nThird.", f"Second {ONE} part.\n"),
        (f"First {ONE}\nmore.\n\nSecond.", f"First {ONE}\nmore.\n"),
        (f"First.\r\n\r\n{ONE}\r\nSecond.\r\n\r\nThird.", "Second.\r\n"),
        (f"{ONE}\n{ONE}\nOnly.", f"{ONE}\nOnly."),
        (f"Only.\n\n{ONE}\n", ""),
        (ONE, ""),
    ],
)
def test_the_paragraph_that_it_is_about(text: str, about: str) -> None:
    comment = ignores(text)[0]
    assert comment.scope.of(text) == about
    assert (comment.names, comment.reason, comment.fault) == (("said-both",), "a quotation", "")
    assert comment.span.of(text) == ONE


@pytest.mark.parametrize(
    ("comment", "names", "fault"),
    [
        ("<!-- consistency: ignore a, b-1a2b3c4d -- why -->", ("a", "b-1a2b3c4d"), ""),
        ("<!--consistency:ignore a--why-->", ("a",), ""),
        ("<!-- consistency: ignore a\n-- in two\nlines -->", ("a",), ""),
        ("<!-- consistency: ignore a -->", (), "gives no reason"),
        ("<!-- consistency: ignore a -- -->", (), "gives no reason"),
        ("<!-- consistency: ignore -- why -->", (), "names no rule"),
        ("<!-- consistency: ignore * -- why -->", (), "names no rule"),
        ("<!-- consistency: disable a -- why -->", (), "names no rule"),
    ],
)
def test_what_it_names(comment: str, names: tuple[str, ...], fault: str) -> None:
    (found,) = ignores(comment)
    assert (found.names, found.fault) == (names, fault)


@pytest.mark.parametrize(
    "text", ["", "<!-- a note -->", "<!-- consistency: ignore a -- <b> -->", "consistency: ignore a"]
)
def test_what_is_none(text: str) -> None:
    assert ignores(text) == ()


@given(st.lists(st.sampled_from([ONE, "<!--", "-->", " ", "\n", "\r\n", "\n\n", "word", "--", "consistency:"])))
def test_any_text(parts: list[str]) -> None:
    text = "".join(parts)
    for comment in ignores(text):
        assert 0 <= comment.scope.start <= comment.scope.end <= len(text)
        assert comment.span.of(text).startswith("<!--")


def test_a_comment_is_not_read_as_text() -> None:
    text = f"The gate is open.\n\n{ONE}\nThe mayor said so."
    (article,) = (a for a in assemble(Draft("a", text, Origin("a.txt")), Settings()) if isinstance(a, Article))
    assert "consistency" not in article.masked()
    assert len(article.masked()) == len(text)


def test_a_comment_may_stand_before_the_heading() -> None:
    text = f"{ONE}\n\n{ONE}\ndate 2031-05-20 The gate is open."
    (article,) = (a for a in assemble(Draft("a", text, Origin("a.txt")), Settings()) if isinstance(a, Article))
    assert str(article.published.interval.start) == "2031-05-20"
    assert article.masked().strip() == "The gate is open."
