"""Markdown: one file, one article; its markup is masked, its first heading is the title."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from consistency.article import Article, Origin
from consistency.config import Settings
from consistency.errors import Problem
from consistency.read.assemble import Draft, assemble
from consistency.read.details import Details
from consistency.read.files import read_text
from consistency.read.frontmatter import front_matter
from consistency.read.markup import scan_markup
from consistency.read.source import Source


def read_markdown(source: Source, stream: BinaryIO, settings: Settings) -> Iterator[Article | Problem]:
    """The file's one article; raises UnreadableError where it is not text."""
    text = read_text(stream, settings.max_chars)
    front = front_matter(text)
    markup = scan_markup(text, front.span.end if front else 0)
    draft = Draft(source.name, text, Origin(source.shown, "markdown"), Details(title=markup.title), tuple(markup.masks))
    yield from assemble(draft, settings)
