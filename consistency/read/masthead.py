"""Mastheads: a first line that names a newspaper and the day ("Harbour Post, 4 May 2031")."""

from __future__ import annotations

import re

from consistency.article import Interval, Published
from consistency.read.dates import clock_end, date_at
from consistency.read.details import Details
from consistency.read.words import ReadingWords
from consistency.spans import Span

MAX_CHARS = 110
"""Longer lines are text."""
_NAME = re.compile(
    r"[^\W\d_][^,|·•–—()/\r\n]{1,60}?(?=\s{0,3}[,|·•–—(/-]\s{0,3}(?:\d|[A-Za-z]{3,9}[.,]{0,2}\s\d|[A-Za-z]{3,9}[.,]{0,2}\s[A-Za-z]))"
)
_BETWEEN = re.compile(r"\s{0,3}[,|·•–—(/-]\s{0,3}")


def masthead(text: str, line: Span, words: ReadingWords) -> Details | None:
    """What the line tells if it is nothing but the name of a newspaper, agency or station and a date with its year."""
    if line.end - line.start > MAX_CHARS:
        return None
    name = _NAME.match(text, line.start, line.end)
    between = _BETWEEN.match(text, name.end(), line.end) if name else None
    if name is None or between is None or not _names_press(name[0], words):
        return None
    date = date_at(text, between.end(), words.months)
    if date is None or date.interval == Interval(None, None):
        return None
    if text[clock_end(text, date.span.end) : line.end].strip(" )."):
        return None
    return Details(Published(date.interval, "header", (date.span,)), publisher=name[0].strip())


def _names_press(name: str, words: ReadingWords) -> bool:
    parts = name.split()
    capital = all(part[0].isupper() or part in words.place_words or part == "&" for part in parts)
    return capital and any(part.lower() in words.press for part in parts)
