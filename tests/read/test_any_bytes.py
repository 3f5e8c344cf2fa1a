"""Readers never raise and never lose an offset, whatever the bytes."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consistency.article import Article
from consistency.config import Settings
from consistency.errors import Problem
from consistency.read import READERS, read_source
from consistency.read.assemble import unfit
from consistency.read.source import STDIN, Source

SETTINGS = Settings(max_chars=2_000)
PIECES = st.sampled_from([
    "---\n", "...\n", "date: 2025-05-20\n", "title: x\n", "a: [", "&a ", "*a", " date 2025-05-20 ", "Date: ", "May 6",
    "SVARIN, Nov. 6 (CW) -- ", "(AP) — ", "Copyright © 2025, X.\n", "# ", "**", "_", "[a](", "](b)", "![", "`", "```\n",
    "<!--", "-->", "<b>", "<script>", "> ", "- ", "| ", "\\", "\n", "\r\n", "\r", " ", "He said no. ",
    "é“😀\u202e", "\0", '{"id":"a","text":"', '"}', "\ufeff",
])  # fmt: skip
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=25).map("".join)
DATA = st.one_of(st.binary(max_size=300), TEXTS.map(lambda t: t.encode("utf-8", "surrogatepass")))


def results(data: bytes, suffix: str) -> list[Article | Problem]:
    source = Source(Path("a" + suffix), "a" + suffix, "a" + suffix, suffix)
    return list(READERS[suffix](source, BytesIO(data), SETTINGS))


def check_offsets(article: Article) -> None:
    masked = article.masked()
    assert len(masked) == len(article.text)
    at = 0
    for span in article.body:
        assert at <= span.start < span.end <= len(article.text)
        assert masked[at : span.start].strip(" ") == ""
        assert masked[span.start : span.end] == span.of(article.text)
        at = span.end
    assert masked[at:].strip(" ") == ""
    assert all(0 <= s.start < s.end <= len(article.text) for s in article.published.evidence)


@pytest.mark.parametrize("suffix", sorted(READERS))
@settings(deadline=None)
@given(text=TEXTS)
def test_offsets_of_any_text(suffix: str, text: str) -> None:
    data = text.encode("utf-8", "replace")
    if suffix != ".jsonl" and b"\0" in data:
        return
    for item in results(data, suffix):
        if isinstance(item, Article):
            check_offsets(item)
            if suffix != ".jsonl":
                assert item.text == data.decode().removeprefix("\ufeff")


@settings(deadline=None)
@given(data=DATA)
def test_any_bytes_on_standard_input(data: bytes) -> None:
    source = Source(Path(STDIN), STDIN, STDIN, "")
    for item in read_source(source, BytesIO(data), SETTINGS):
        if isinstance(item, Article):
            check_offsets(item)


@pytest.mark.parametrize("suffix", sorted(READERS))
@settings(deadline=None)
@given(data=DATA)
def test_any_bytes_in_a_file(suffix: str, data: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / f"any{suffix}"
    path.write_bytes(data)
    found = list(read_source(Source(path, "a", "a", suffix), None, SETTINGS))
    assert found
    assert all(isinstance(x, Article | Problem) for x in found)


@settings(deadline=None)
@given(text=st.text(min_size=1))
def test_a_fit_text_has_words(text: str) -> None:
    assert (unfit(text, 100) is None) <= bool(text.strip())
