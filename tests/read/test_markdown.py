"""Markdown: what is markup is masked, what is words stays where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from consistency.article import Article
from consistency.config import Settings
from consistency.read import read


def article(tmp_path: Path, text: str) -> Article:
    path = tmp_path / "a.md"
    path.write_bytes(text.encode())
    [only] = [x for x in read([str(path)], stdin=None, settings=Settings()) if isinstance(x, Article)]
    assert only.text == text
    return only


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("# Bridge shut #\nIt is.", "Bridge shut It is."),
        ("Bridge shut\n===\nIt is.", "Bridge shut It is."),
        ("It *is* **shut** and __stays__ so.", "It is shut and stays so."),
        ("***Both*** of them", "Both of them"),
        ("5 * 3 is 15 * 1", "5 * 3 is 15 * 1"),
        ("the snake_case_name stays", "the snake_case_name stays"),
        ("a footnote* stays", "a footnote* stays"),
        (r"not \*marked\*", "not *marked *"),
        ('see [the plan](https://x.example/a_(b) "t") now', "see the plan now"),
        ("see [the plan][1] now\n\n[1]: https://x.example", "see the plan now"),
        ("[sic] and [he] said", "[sic] and [he] said"),
        ("![a *picture*](p.png) He left.", "He left."),
        ("[![alt](p.png)](x.html) He left.", "He left."),
        ("at <https://x.example> he said", "at he said"),
        ("<p class='a'>He <b>left</b>.</p>", "He left ."),
        ("if a < b and c > d", "if a < b and c > d"),
        ("He left.<!-- she\n\nsaid so -->\nYes.", "He left. Yes."),
        ("<script>\nsaid('x')\n</script>\nYes.", "Yes."),
        ("Before\n```js\nhe said\n```\nAfter", "Before After"),
        ("Before\n~~~\nhe said\n```\n~~~\nAfter", "Before After"),
        ("run `it` now", "run it now"),
        ("> quoted *words*\n> here", "quoted words here"),
        ("- one\n* two\n+ three\n1. four\n- [x] five", "one two three four five"),
        ("2024 it was.\n2024. It was", "2024 it was. 2024. It was"),
        ("one\n\n---\n\n* * *\n\ntwo", "one two"),
        ("|a|b|\n|---|:-:|\n", "|a|b|"),
        ("~~gone~~ said[^1].\n\n[^1]: A note.", "gone said . A note."),
        ("    an indented paragraph", "an indented paragraph"),
        ("a * b\n\nc* d", "a * b c* d"),
    ],
)
def test_words_without_markup(tmp_path: Path, text: str, words: str) -> None:
    assert article(tmp_path, text).masked().split() == words.split()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# The *old* [bridge](x) #\nIt is shut.", "The old bridge"),
        ("Words first.\n\n## Then this\n\n# And this", "Then this"),
        ("Underlined\n---\nIt is shut.", "Underlined"),
        ("---\ntitle: Given\n---\n# Heading\nIt is shut.", "Given"),
        ("No heading.", None),
        ("```\n# code\n```\nIt is shut.", None),
    ],
)
def test_title(tmp_path: Path, text: str, title: str | None) -> None:
    assert article(tmp_path, text).title == title


def test_headers_are_found_under_the_markup(tmp_path: Path) -> None:
    found = article(tmp_path, "# Bridge shut\n\n*Published: May 20, 2025*\n\n**SVARIN (CW)** — He *said* so.\n")
    assert found.masked().split() == ["Bridge", "shut", "He", "said", "so."]
    assert str(found.published.interval.start) == "2025-05-20"


def test_paragraphs_stay_apart(tmp_path: Path) -> None:
    found = article(tmp_path, "---\ntitle: Shut\n---\n# One\n\n```\ncode\n```\nTwo\n")
    lines = [line.strip() for line in found.masked().split("\n")]
    assert [line for line in lines if line] == ["Shut", "One", "Two"]
