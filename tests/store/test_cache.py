"""The cache: what it gives back is what was put in, and whatever happens to its file, it is only slower without."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from consistency import extract
from consistency.article import Article, Origin
from consistency.config import MODEL
from consistency.spans import Span
from consistency.store import Cache
from consistency.store.cache import FILE
from consistency.store.codec import Kept, decoded, encoded
from tests.conftest import FIXTURES


@pytest.fixture(scope="module")
def read() -> list[tuple[Article, Kept]]:
    """Articles and what they yield: with quantities without bounds, nested statements, dates of all kinds."""
    found = extract([FIXTURES / "harbour", FIXTURES / "stories", "More than 40 boats sank in 1987, she said."])
    return [(article, Kept(article.published, extraction)) for article, extraction in found]


def opened(folder: Path, most: int = 10**8) -> Cache:
    cache = Cache(folder, most)
    cache.begin(MODEL, ())
    return cache


def test_what_is_read_back_is_what_was_written(read: list[tuple[Article, Kept]]) -> None:
    assert len(read) > 5
    for _, kept in read:
        again = decoded(encoded(kept))
        assert again == kept
        assert repr(again) == repr(kept)  # types too: a span is a Span, a number with a point has one


def test_a_cache_that_is_opened_again(read: list[tuple[Article, Kept]], tmp_path: Path) -> None:
    with opened(tmp_path) as cache:
        for article, kept in read:
            cache.put(cache.key(article, ()), kept)
    with opened(tmp_path) as cache:
        assert [cache.get(cache.key(article, ())) for article, _ in read] == [kept for _, kept in read]
        assert cache.found == len(read)


@pytest.mark.parametrize("data", [b"", b"{}", b"\x80\x04N.", "x\x9c".encode()])
def test_bytes_that_are_none_of_ours(data: bytes) -> None:
    assert decoded(data) is None


def test_every_damaged_byte_is_noticed_or_harmless(read: list[tuple[Article, Kept]]) -> None:
    data = encoded(read[0][1])
    for at in range(0, len(data), 7):
        damaged = data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]
        assert decoded(damaged) in (None, read[0][1])
        assert decoded(data[:at]) is None


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_damaged_file_is_replaced(content: bytes, read: list[tuple[Article, Kept]], tmp_path: Path) -> None:
    article, kept = read[0]
    (tmp_path / FILE).write_bytes(content)
    for _ in range(2):
        with opened(tmp_path) as cache:
            cache.get(cache.key(article, ()))
            cache.put(cache.key(article, ()), kept)
    with opened(tmp_path) as cache:
        assert cache.get(cache.key(article, ())) == kept


def test_a_damaged_entry_is_ignored_and_let_go_of(read: list[tuple[Article, Kept]], tmp_path: Path) -> None:
    article, kept = read[0]
    with opened(tmp_path) as cache:
        cache.put(cache.key(article, ()), kept)
    with sqlite3.connect(tmp_path / FILE) as file:
        file.execute("UPDATE kept SET value = x'00'")
    with opened(tmp_path) as cache:
        assert cache.get(cache.key(article, ())) is None
    with sqlite3.connect(tmp_path / FILE) as file:
        assert file.execute("SELECT count(*) FROM kept").fetchone() == (0,)


def test_no_folder_can_be_made(read: list[tuple[Article, Kept]], tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    article, kept = read[0]
    with opened(tmp_path / "taken") as cache:
        cache.put(cache.key(article, ()), kept)
        cache.flush()
        assert cache.get(cache.key(article, ())) is None


def test_it_is_bounded_and_keeps_what_is_new(read: list[tuple[Article, Kept]], tmp_path: Path) -> None:
    article, kept = read[0]
    most = 10 * len(encoded(kept))
    for n in range(30):
        with opened(tmp_path, most) as cache:
            cache.put(cache.key(replace(article, id=f"a{n:02}"), ()), kept)
    with opened(tmp_path, most) as cache:
        assert 0 < cache._shelves.size() <= most
    (tmp_path / "one").mkdir()
    with opened(tmp_path / "one", 1) as cache:  # smaller than anything: nothing stays, nothing breaks
        cache.put(cache.key(article, ()), kept)
    with opened(tmp_path / "one", 1) as cache:
        assert cache._shelves.size() == 0


def test_two_at_once(read: list[tuple[Article, Kept]], tmp_path: Path) -> None:
    with opened(tmp_path) as one, opened(tmp_path) as other:
        for cache in (one, other):
            for article, kept in read:
                cache.put(cache.key(article, ()), kept)
            cache.flush()
        assert all(other.get(other.key(article, ())) == kept for article, kept in read)


def test_memory_is_bounded_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("consistency.store.cache.IN_MEMORY", 3)
    article = Article("a", "It rained.", (Span(0, 10),), Origin("a.txt"))
    kept = Kept(article.published, next(extract("It rained. "))[1])
    with Cache(tmp_path, remember=True) as cache:
        cache.begin(MODEL, ())
        keys = [cache.key(replace(article, id=str(n)), ()) for n in range(9)]
        for key in keys:
            cache.put(key, kept)
        assert cache._memory is not None
        assert list(cache._memory) == keys[-3:]
        assert all(cache.get(key) == kept for key in keys)
