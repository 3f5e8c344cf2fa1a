"""Lists in a release: which lines are items, and the line that introduces them."""

from __future__ import annotations

import re
from typing import NamedTuple

from consistency.spans import Span

_LINE = re.compile(r"[^\r\n]+")
_TAGS = re.compile(r"\s*(?:</?[A-Za-z]{1,10}>\s*){0,4}")
_MARK = re.compile(r"(?:<li>\s*|[•·▪●◦*–—-][ \t\xa0]+|\(?(?:\d{1,2}|[a-z])[.)][ \t\xa0]+)", re.I)
_GAP = 2
"""Lines without a mark that may stand between two items of one list: the rest of an item."""


class Item(NamedTuple):
    """One item of a list, without its mark, and the line that introduces the list (None: nothing does)."""

    span: Span
    intro: Span | None


def items(text: str) -> tuple[Item, ...]:
    """The items of a text's lists, in order: the lines that begin with a bullet, a number or a list tag."""
    found: list[Item] = []
    intro: Span | None = None
    before: Span | None = None
    gap = _GAP + 1
    colon = False
    for m in _LINE.finditer(text):
        line = Span(m.start(), m.end())
        start = _after_mark(text, line)
        if start is not None:
            if gap > _GAP or (before is not None and colon):
                intro = before
            found.append(Item(Span(start, line.end), intro))
            gap, colon = 0, False
        else:
            before, gap, colon = line, gap + 1, text[line.start : line.end].rstrip().endswith(":")
    return tuple(found)


def _after_mark(text: str, line: Span) -> int | None:
    """Where the words of an item begin; None for a line without a mark."""
    tags = _TAGS.match(text, line.start, line.end)
    start = tags.end() if tags else line.start
    if tags and "<li>" in tags[0].lower():
        return start
    mark = _MARK.match(text, start, line.end)
    return mark.end() if mark else None
