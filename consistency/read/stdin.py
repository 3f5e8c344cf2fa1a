"""Standard input: one text, or JSON lines where its first line is a JSON object."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO, cast

from consistency.article import Article, Origin
from consistency.config import Settings
from consistency.errors import Problem
from consistency.read.assemble import Draft, assemble
from consistency.read.files import read_text
from consistency.read.jsonl import line_limit, read_jsonl
from consistency.read.source import Source

_SPACE = b" \t\r\n\xef\xbb\xbf"


class _Joined:
    """The lines that were looked at and then the rest of the stream: as much of a stream as the readers use."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = BytesIO(head)
        self._rest = rest

    def read(self, size: int) -> bytes:
        head = self._head.read(size)
        return head + self._rest.read(size - len(head)) if len(head) < size else head

    def readline(self, size: int) -> bytes:
        head = self._head.readline(size)
        return head if head.endswith(b"\n") or len(head) >= size else head + self._rest.readline(size - len(head))


def read_stdin(source: Source, stream: BinaryIO, settings: Settings) -> Iterator[Article | Problem]:
    """The articles of standard input; raises UnreadableError where it is not text."""
    limit = line_limit(settings)
    head = b""
    while len(head) < limit and (line := stream.readline(limit - len(head))):
        head += line
        if line.strip(_SPACE):
            break
    joined = cast(BinaryIO, _Joined(head, stream))
    if _is_object(head.strip(_SPACE)):
        yield from read_jsonl(source, joined, settings)
        return
    text = read_text(joined, settings.max_chars)
    yield from assemble(Draft(source.name, text, Origin(source.shown, "txt")), settings)


def _is_object(line: bytes) -> bool:
    if not line.startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
