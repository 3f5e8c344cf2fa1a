"""Copyright lines: "Copyright © 2025, ABC Audio. All rights reserved.", which belong to the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from consistency.spans import Span

MAX_CHARS = 400
"""The longest line that can be a copyright notice; a longer one is a paragraph about copyright."""
_S = r"[^\S\r\n]"
_SIGN = re.compile(
    rf"{_S}{{0,40}}(?P<sign>©|copyright\b{_S}{{0,3}}(?:©|\(c\))?|\(c\){_S}{{0,3}}copyright\b|\(c\)(?={_S}{{0,3}}\d{{4}}))",
    re.I,
)
_YEARS = re.compile(
    r"[\s,]{0,4}(?:by\s)?(?P<year>(?:19|20)\d\d)(?:\s?[-–,]\s?(?P<last>(?:19|20)\d\d))?\b[\s,]{0,4}(?:by\s)?", re.I
)
_RESERVED = re.compile(r"all rights reserved", re.I)
_OWNER_END = re.compile(r"[.;|](?:\s|$)|,?\s{0,3}all rights", re.I)
_LINE = re.compile(r"[^\r\n]+")


class Rights(NamedTuple):
    """A copyright line, the year in it (the last one) and the owner that it names."""

    span: Span
    year: Span | None = None
    owner: str | None = None


def rights_lines(text: str, start: int = 0) -> Iterator[Rights]:
    """Every line of the text that is a copyright notice, without its line end."""
    for line in _LINE.finditer(text, start):
        if line.end() - line.start() <= MAX_CHARS:
            found = _read_line(text, Span(*line.span()))
            if found is not None:
                yield found


def _read_line(text: str, line: Span) -> Rights | None:
    content = line.of(text)
    reserved = _RESERVED.search(content)
    sign = _SIGN.match(content)
    if sign is None:
        return Rights(line) if reserved and len(content.strip()) < 60 else None
    years = _YEARS.match(content, sign.end())
    certain = "©" in sign["sign"] or ("copyright" in sign["sign"].lower() and "(c)" in sign["sign"].lower())
    if not (reserved or (years and (certain or len(content.strip()) <= 80))):
        return None
    at = years.end() if years else sign.end()
    return Rights(line, _year_span(years, line.start), _owner(content, at))


def _year_span(years: re.Match[str] | None, offset: int) -> Span | None:
    if years is None:
        return None
    start, end = years.span("last" if years["last"] else "year")
    return Span(start + offset, end + offset)


def _owner(content: str, at: int) -> str | None:
    end = _OWNER_END.search(content, at)
    name = content[at : end.start() if end else len(content)].strip(" \t,.-–—|")
    return name if 1 < len(name) <= 80 and name[0].isalnum() else None
