"""Plain text: one file, one article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from consistency.article import Article, Origin
from consistency.config import Settings
from consistency.errors import Problem
from consistency.read.assemble import Draft, assemble
from consistency.read.files import read_text
from consistency.read.source import Source


def read_txt(source: Source, stream: BinaryIO, settings: Settings) -> Iterator[Article | Problem]:
    """The file's one article; raises UnreadableError where it is not text."""
    text = read_text(stream, settings.max_chars)
    yield from assemble(Draft(source.name, text, Origin(source.shown, "txt")), settings)
