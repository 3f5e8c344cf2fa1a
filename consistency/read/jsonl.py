"""JSON lines: one article a line; offsets are into the value of `text`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Annotated, Any, BinaryIO

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from consistency.article import Article, ArticleKind, Origin, Published
from consistency.config import Settings
from consistency.errors import Problem
from consistency.read.assemble import Draft, assemble
from consistency.read.dates import whole_date
from consistency.read.details import Details
from consistency.read.source import Source
from consistency.read.words import reading_words

_BYTES_A_CHAR = 12
"""The longest way that JSON writes one character: two escapes of six bytes."""
_OTHER_FIELDS = 100_000


def _blank_is_none(value: Any) -> Any:
    return None if isinstance(value, str) and not value.strip() else value


def _number_is_text(value: Any) -> Any:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


_Text = Annotated[str | None, BeforeValidator(_blank_is_none)]


class Record(BaseModel):
    """One line; fields that are not named here are left alone, because corpora carry all sorts of them."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: Annotated[str, Field(min_length=1), BeforeValidator(_number_is_text)]
    text: str
    date: _Text = None
    publisher: _Text = None
    title: _Text = None
    url: _Text = None
    kind: Annotated[ArticleKind | None, BeforeValidator(_blank_is_none)] = None


def line_limit(settings: Settings) -> int:
    """The longest line that is read, in bytes."""
    return settings.max_chars * _BYTES_A_CHAR + _OTHER_FIELDS


def read_jsonl(source: Source, stream: BinaryIO, settings: Settings) -> Iterator[Article | Problem]:
    """The articles of the lines, one at a time; a bad line is a Problem and the others are still read."""
    limit = line_limit(settings)
    empty = True
    for number in count(1):
        line = stream.readline(limit)
        if not line:
            break
        if len(line) >= limit and not line.endswith(b"\n"):
            _skip_line(stream)
            yield Problem("error", source.shown, f"the line is longer than {limit:,} bytes", number)
        elif line.strip(b" \t\r\n\xef\xbb\xbf"):
            yield from read_line(line, number, source, settings)
        else:
            continue
        empty = False
    if empty:
        yield Problem("error", source.shown, "it is empty")


def read_line(line: bytes, number: int, source: Source, settings: Settings) -> Iterator[Article | Problem]:
    """The article of one line, after any notices about it, or an error."""
    if number == 1:
        line = line.removeprefix(b"\xef\xbb\xbf")
    try:
        record = Record.model_validate_json(line.strip(b"\r\n"))
    except ValidationError as e:
        yield Problem("error", source.shown, _what_is_wrong(e), number)
        return
    interval = whole_date(record.date, reading_words(settings).months) if record.date else None
    published = Published(interval, "metadata") if interval else None
    known = Details(published, record.publisher, record.title, record.url, record.kind)
    draft = Draft(record.id, record.text, Origin(source.shown, "jsonl", number), known)
    if record.date and interval is None:
        yield draft.problem("notice", f"the date {record.date[:40]!r} was not understood")
    yield from assemble(draft, settings)


def _what_is_wrong(error: ValidationError) -> str:
    faults = error.errors(include_url=False, include_input=False, include_context=False)
    said = "; ".join(": ".join((*map(str, fault["loc"]), fault["msg"])) for fault in faults)
    return said.replace(" at line 1 column", " at column")


def _skip_line(stream: BinaryIO) -> None:
    while (rest := stream.readline(1_000_000)) and not rest.endswith(b"\n"):
        pass
