"""The page as it is written; what a browser makes of it is in test_html_browser.py."""

import re
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from consistency.errors import Problem
from consistency.findings import Report
from consistency.report.html import render
from consistency.report.html.page import MOST_FINDINGS
from tests.conftest import FIXTURES
from tests.report.conftest import HOSTILE
from tests.report.pages import hostile, many, pool

VOID = {"meta", "input", "link", "br"}
STORIES = sorted((FIXTURES / "stories" / "lantern-theatre").glob("*.txt"))


class Page(HTMLParser):
    """Every tag with its attributes, and whether each is closed where it should be."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def all(self, name: str) -> list[str]:
        """The values of that attribute."""
        return [value or "" for _, attrs in self.tags for key, value in attrs.items() if key == name]


@pytest.mark.parametrize("report", [pool(), hostile(), Report(None, 0, 0), replace(pool(), sources=())])
def test_the_page_is_well_formed(report: Report) -> None:
    page = Page(render(report))
    assert not page.open
    ids = page.all("id")
    assert len(ids) == len(set(ids))
    for target in page.all("href"):
        assert target[1:] in ids if target.startswith("#") else target.startswith("https://")
    for target in [*page.all("for"), *page.all("aria-labelledby")]:
        assert target in ids


def test_nothing_of_an_article_becomes_markup() -> None:
    harmless = replace(pool(), findings=pool().findings[:1], problems=(Problem("error", "post.txt", "not read"),))
    shown, plain = Page(render(hostile())), Page(render(harmless))
    assert {tag for tag, _ in shown.tags} <= {tag for tag, _ in plain.tags}
    assert {key for _, attrs in shown.tags for key in attrs} <= {key for _, attrs in plain.tags for key in attrs}
    assert not any("javascript" in target for target in shown.all("href"))
    assert "{{ 7*7 }}" in render(hostile())


def test_only_what_the_policy_names_is_allowed() -> None:
    text = render(hostile())
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy.startswith("default-src &#39;none&#39;; ")
    for tag in ("style", "script"):
        (inside,) = re.findall(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = b64encode(sha256(inside.encode()).digest()).decode()
        assert f"{tag}-src &#39;sha256-{digest}&#39;" in policy
    assert not Page(text).all("style")
    assert not Page(text).all("src")
    assert not [name for _, attrs in Page(text).tags for name in attrs if name.startswith("on")]


def test_links_are_to_pages_on_the_web() -> None:
    report = pool()
    mail, post = report.sources
    for url, linked in [("https://a.example/x?y=1", True), ("javascript:x", False), ("http://[", False), ("//a", False),
                        ("data:text/html,x", False), ("https://a.example/\u202e", False)]:  # fmt: skip
        shown = Page(render(replace(report, sources=(replace(mail, url=url), post)))).all("href")
        assert (url in shown) == linked


def test_promises_that_became_something_come_first() -> None:
    shown = render(pool())
    assert shown.index('class="status broken">broken</span></td>') < shown.index('class="status kept">kept</span></td>')


def test_without_the_articles_the_evidence_is_shown() -> None:
    shown = render(replace(pool(), sources=()))
    assert "The pool in Elm Street will open by 1 May" in shown
    assert "is not in the report" in shown


def test_a_page_has_an_end() -> None:
    report = many(MOST_FINDINGS + 7)
    shown = render(report)
    assert f"{MOST_FINDINGS} findings in 100 articles" in shown
    assert "7 further findings, less severe or less sure, are not on this page." in shown
    assert shown.count('<article class="finding') == MOST_FINDINGS
    assert len(shown) < 3_500 * MOST_FINDINGS


def test_500_findings_are_a_page_of_moderate_size() -> None:
    assert len(render(many())) < 1_500_000


@pytest.mark.parametrize("report", [pool(), hostile(), many(50)])
def test_articles_in_any_order_give_the_same_page(report: Report) -> None:
    assert render(replace(report, sources=report.sources[::-1])) == render(report)


def test_no_hidden_character_of_an_article_is_left() -> None:
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", render(hostile())
    )
    assert "\\u202eevil" in render(hostile())
    assert HOSTILE not in render(hostile())


def test_a_check_gives_the_same_page_whatever_the_order(
    cli: Callable[..., CompletedProcess[str]], tmp_path: Path
) -> None:
    pages = []
    for n, (files, options) in enumerate([(STORIES, []), (STORIES[::-1], ["--workers", "2"])]):
        out = tmp_path / f"{n}.html"
        done = cli("check", *files, *options, "--format", "html", "-o", out, "--fail-on", "none", PYTHONHASHSEED=str(n))
        assert done.returncode == 0, done.stderr
        pages.append(out.read_bytes())
    assert pages[0] == pages[1]
    assert Page(pages[0].decode()).tags
    assert b'<mark class="said"' in pages[0]
