"""What the Python API takes: paths, texts, articles, records and DataFrames, all as articles."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from itertools import chain
from os import PathLike, fspath
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from consistency.article import Article, Origin
from consistency.config import Settings
from consistency.errors import Problem, UsageError
from consistency.read import read
from consistency.read.assemble import Draft, assemble
from consistency.read.jsonl import Record, read_line
from consistency.read.source import Source as Named


@runtime_checkable
class Frame(Protocol):
    """A DataFrame as pandas has it."""

    @property
    def columns(self) -> Any:
        """The names of its columns."""

    def to_dict(self, orient: Any) -> Any:
        """Its rows, for `orient="records"`."""


Source = str | PathLike[str] | Article | Mapping[str, object]
"""A path as on the command line, a text (a string that holds a sentence or a line break), an article, or a record."""
Sources = Source | Frame | Iterable[Source]

FIELDS = tuple(Record.model_fields)
"""What a record or the columns of a DataFrame can tell: `text` must be there, all else may be missing."""
_TEXT = re.compile(r"[\n\r]|[.!?][\"'”’»)]?(\s|$)")


def articles_of(source: Sources, settings: Settings, sidecar: Path | None = None) -> Iterator[Article | Problem]:
    """The articles of a source; a second one of a name, and whatever cannot be read, is a Problem.

    Texts are named text-1, text-2, ... and records without an id row-1, row-2, ... in their order. Raises UsageError
    where a DataFrame has no texts.
    """
    sources = list(_sources(source))
    texts = [s for s in sources if isinstance(s, str) and is_text(s)]
    paths = [fspath(s) for s in sources if isinstance(s, PathLike) or (isinstance(s, str) and not is_text(s))]
    drafts = (Draft(f"text-{n}", text, Origin(f"text-{n}")) for n, text in enumerate(texts, 1))
    rows = enumerate((s for s in sources if isinstance(s, Mapping)), 1)
    return _distinct(
        chain(
            read(paths, stdin=None, settings=settings, sidecar=sidecar) if paths else (),
            chain.from_iterable(assemble(draft, settings) for draft in drafts),
            chain.from_iterable(_of_record(n, row, settings) for n, row in rows),
            (s for s in sources if isinstance(s, Article)),
        )
    )


def is_text(string: str) -> bool:
    """Whether a string is a text rather than a path: it holds a line break or the end of a sentence."""
    return _TEXT.search(string) is not None


def _sources(source: Sources) -> Iterable[Source]:
    if isinstance(source, str | PathLike | Article | Mapping):
        return [source]
    if not isinstance(source, Frame):
        return source
    columns = list(map(str, source.columns))
    if "text" not in columns:
        raise UsageError(f"the DataFrame has no column 'text' (it has {', '.join(columns) or 'none'})")
    rows: list[dict[str, object]] = source.to_dict("records")
    return rows


def _of_record(number: int, record: Mapping[str, object], settings: Settings) -> Iterator[Article | Problem]:
    """The article of a record, read as a line of JSON is."""
    told = {name: _plain(record[name]) for name in FIELDS if name in record}
    if told.get("id") is None:
        told["id"] = f"row-{number}"
    line = json.dumps({name: value for name, value in told.items() if value is not None}, default=str)
    shown = f"row {number}"
    yield from read_line(line.encode(), number, Named(Path(shown), shown, shown, ".jsonl"), settings)


def _plain(value: Any) -> object:
    """The value as JSON has it: days as ISO dates, numbers of numpy as numbers, and None for what is missing."""
    if value is None or (not isinstance(value, str) and value != value):  # NaN and NaT equal nothing
        return None
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    known = value.item() if hasattr(value, "item") else value
    return int(known) if isinstance(known, float) and known.is_integer() else known  # a column with gaps has floats


def _distinct(items: Iterable[Article | Problem]) -> Iterator[Article | Problem]:
    seen: set[str] = set()
    for item in items:
        if isinstance(item, Article) and item.id in seen:
            message = f"the id {item.id[:80]!r} is already another article's"
            yield Problem("error", item.origin.path, message, item.origin.line)
            continue
        if isinstance(item, Article):
            seen.add(item.id)
        yield item
