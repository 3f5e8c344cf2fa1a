"""YAML front matter: a block between two `---` lines at the very start; only its plain `key: value` pairs count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from consistency.spans import Span

MAX_CHARS = 20_000
"""A longer block is text that happens to begin with a rule."""
_MAX_DEPTH = 20
_OPEN = re.compile(r"\s{0,20}---[ \t]{0,20}(?:\r\n|\n|\r)(?=[A-Za-z_\"'#][^\n\r]{0,200})")
_CLOSE = re.compile(r"(?:\A|[\n\r])(?:---|\.\.\.)[ \t]{0,20}(?=[\n\r]|\Z)")
_KEY = re.compile(r"[A-Za-z_\"'][\w \"'-]{0,60}:(?:\s|\Z)|#")


class Pair(NamedTuple):
    """A top-level key of the front matter with its value and where that stands in the article's text.

    `words` is the value without quotation marks, None where YAML folds or escapes it.
    """

    key: str
    value: str
    span: Span
    words: Span | None


class FrontMatter(NamedTuple):
    """The block (both rules included, not the line end after them), its pairs, and what was wrong with it."""

    span: Span
    pairs: tuple[Pair, ...] = ()
    fault: str | None = None


def front_matter(text: str) -> FrontMatter | None:
    """The front matter that the text begins with, None if it has none. Never raises; nested values are left alone.

    Only parser events are read and nothing is constructed, so aliases are never expanded and nothing recurses.
    """
    opened = _OPEN.match(text)
    if opened is None or _KEY.match(text, opened.end()) is None:
        return None
    closed = _CLOSE.search(text, opened.end() - 1, opened.end() + MAX_CHARS)
    if closed is None:
        return None
    start = opened.end()
    span = Span(0, closed.end())
    try:
        return FrontMatter(span, tuple(_pairs(text[start : closed.start()], start)))
    except yaml.YAMLError as e:
        mark = getattr(e, "problem_mark", None)
        place = f" (line {mark.line + 1} of it)" if mark else ""
        return FrontMatter(span, fault=f"the front matter is not valid YAML{place} and was left out")


def _pairs(block: str, offset: int) -> Iterator[Pair]:
    depth = 0
    key: str | None = None
    for event in yaml.parse(block, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            if depth == 1:
                key = None
            depth += 1
            if depth > _MAX_DEPTH:
                raise yaml.YAMLError("nested too deeply")
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif depth == 1 and isinstance(event, yaml.ScalarEvent | yaml.AliasEvent):
            value = event.value if isinstance(event, yaml.ScalarEvent) else ""
            if key is None:
                key = value
            else:
                yield _pair(key, value, event, block, offset)
                key = None


def _pair(key: str, value: str, event: yaml.Event, block: str, offset: int) -> Pair:
    start, end = (mark.index if mark else 0 for mark in (event.start_mark, event.end_mark))
    at = block.find(value, start, end) if value else -1
    words = Span(offset + at, offset + at + len(value)) if at >= 0 else None
    return Pair(key, value, Span(offset + start, offset + end), words)
