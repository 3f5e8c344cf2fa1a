"""Reports with a cache are the same to the byte as without, and what is cached is not read again."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from consistency import pipeline
from consistency.article import Article, Origin
from consistency.config import MODEL
from consistency.errors import Problem
from consistency.facts import Extraction
from consistency.options import Options
from consistency.report.json import render
from consistency.run.cached import run_cached
from consistency.spans import Span
from consistency.store import Cache
from tests.conftest import FIXTURES

PATHS = [str(path) for path in sorted((FIXTURES / "stories").iterdir())]


def article(name: str, text: str) -> Article:
    return Article(name, text, (Span(0, len(text)),), Origin(f"{name}.txt"))


def length(batch: Sequence[Article]) -> list[tuple[Article, Extraction]]:
    """Some work; an article that says so is too much for it."""
    if any(a.text == "bad" for a in batch):
        raise ValueError("too much")
    return [(a, Extraction(a.text)) for a in batch]


@pytest.mark.parametrize("remember", [False, True])
def test_reports_are_the_same(remember: bool, tmp_path: Path) -> None:
    plain = render(pipeline.check(PATHS, Options())[0])
    for _ in range(2):
        with Cache(tmp_path, remember=remember) as cache:
            assert render(pipeline.check(PATHS, Options(cache=cache))[0]) == plain
            assert render(pipeline.check(PATHS[::-1], Options(cache=cache))[0]) == plain
            assert cache.found


def test_only_what_is_missing_is_done_and_all_stays_in_order(tmp_path: Path) -> None:
    done: list[str] = []

    def work(batch: Sequence[Article]) -> list[tuple[Article, Extraction]]:
        read = length(batch)
        done.extend(a.text for a in batch)
        return read

    problem = Problem("error", "x.txt", "not there")
    items: list[Article | Problem] = [
        article("a", "one"), problem, article("b", "bad"), article("c", "two"), article("a", "three"),
    ]  # fmt: skip
    said = ["one", problem, "b.txt", "two", "three"]
    for wanted in (["one", "two", "three"], [], []):
        with Cache(tmp_path) as cache:
            cache.begin(MODEL, ())
            made = list(run_cached(work, items, cache, ()))
        shown = [m if m == problem else m.path if isinstance(m, Problem) else m[1].article for m in made]
        assert shown == said
        assert done == wanted
        done.clear()
    moved = [replace(items[0], origin=Origin("elsewhere/a.txt"))] if isinstance(items[0], Article) else []
    with Cache(tmp_path) as cache:
        cache.begin(MODEL, ())
        ((again, _),) = [m for m in run_cached(work, moved, cache, ()) if not isinstance(m, Problem)]
    assert again.origin.path == "elsewhere/a.txt"
    assert done == []


def test_in_several_processes(tmp_path: Path) -> None:
    items = [article(str(n), f"text {n}") for n in range(40)]
    with Cache(tmp_path) as cache:
        cache.begin(MODEL, ())
        list(run_cached(length, items[::3], cache, ()))
        made = list(run_cached(length, items, cache, (), workers=2))
    assert [m[1].article for m in made if not isinstance(m, Problem)] == [a.text for a in items]
