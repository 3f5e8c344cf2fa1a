"""Spans: where something stands in a text, and which line and column that is."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple


class Span(NamedTuple):
    """Offsets into an article's untouched text: code points, end exclusive; `text[start:end]` is what is shown."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The stretch of the text that this span marks."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other lies inside this one."""
        return self.start <= other.start and other.end <= self.end


class Position(NamedTuple):
    """A place in a file for people and editors: line and column count from 1, the column in code points."""

    line: int
    column: int


class LineIndex:
    r"""Turns offsets into lines and columns; lines end at \n, \r\n or \r as in most editors."""

    def __init__(self, text: str) -> None:
        starts = [0]
        for i, c in enumerate(text):
            if c == "\n" or (c == "\r" and text[i + 1 : i + 2] != "\n"):
                starts.append(i + 1)
        self._starts = starts

    def position(self, offset: int) -> Position:
        """The line and column of the character at this offset."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)


def strip_span(text: str, span: Span, chars: str | None = None) -> Span:
    """The span without the leading and trailing white space (or `chars`); empty at its start if nothing is left."""
    piece = span.of(text)
    start = span.start + len(piece) - len(piece.lstrip(chars))
    stripped = piece.strip(chars)
    return Span(start, start + len(stripped)) if stripped else Span(span.start, span.start)
