"""The sidecar: a table beside the articles (`articles.csv` or `.yaml`) of what its author knows about them."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from io import StringIO
from pathlib import Path
from typing import NamedTuple

import yaml

from consistency.article import Article, Published
from consistency.config import Settings
from consistency.errors import Problem
from consistency.read.dates import whole_date
from consistency.read.details import KINDS, Details, known_kind, merge, plain_details
from consistency.read.files import UnreadableError, open_regular, read_text
from consistency.read.source import printable_path
from consistency.read.words import ReadingWords, reading_words

COLUMNS = ("file", "date", "publisher", "kind", "url", "title")
_MAX_CHARS = 20_000_000
_MAX_DEPTH = 5
Cells = dict[str, str]


class Row(NamedTuple):
    """What one row gives, and the line that it stands on."""

    line: int
    details: Details


@dataclass(slots=True)
class Sidecar:
    """A loaded sidecar: rows by the file (or JSONL id) that they name, and which of them an article was found for.

    One that the user names may name articles anywhere; one that was found knows what is in its folder.
    """

    path: Path
    named: bool = False
    rows: dict[str, Row] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    @property
    def shown(self) -> str:
        """The sidecar's path as people know it."""
        return printable_path(self.path)


def load_sidecar(path: Path, settings: Settings, *, named: bool = False) -> tuple[Sidecar, list[Problem]]:
    """The sidecar and what is wrong with it; bad rows are left out, each with a Problem at its line. Never raises."""
    sidecar = Sidecar(path, named)
    problems: list[Problem] = []
    words = reading_words(settings)
    try:
        with open_regular(path) as stream:
            text = read_text(stream, _MAX_CHARS)
        rows = list(_csv_rows(text) if path.suffix.lower() == ".csv" else _yaml_rows(text))
    except (UnreadableError, OSError, csv.Error, yaml.YAMLError, RecursionError) as e:
        reason = getattr(e, "strerror", None) or " ".join(str(e).split())
        return sidecar, [Problem("error", sidecar.shown, f"cannot be read: {reason}")]
    for line, cells in rows:
        fault = cells if isinstance(cells, str) else _take(sidecar, line, cells, words)
        if fault is not None:
            problems.append(Problem("error", sidecar.shown, fault, line))
    return sidecar, problems


def _csv_rows(text: str) -> Iterator[tuple[int, Cells | str]]:
    """Rows with their lines. A row is a line, so that a quotation mark that is not closed spoils no other row."""
    lines = StringIO(text, newline=None).readlines()
    first = lines[0] if lines else ""
    delimiter = ";" if ";" in first and "," not in first else ","
    header: list[str] | None = None
    for number, line in enumerate(lines, 1):
        try:
            row = next(csv.reader([line], delimiter=delimiter, strict=True), [])
        except csv.Error:
            yield number, "a quotation mark is not closed on its line, or goes on after it was closed"
            if header is None:
                return
            continue
        if header is None:
            header = [name.strip().lower() for name in row]
            if fault := _header_fault(header):
                yield number, fault
                return
        elif len(row) > len(header):
            yield number, f"{len(row)} cells, but {len(header)} columns"
        elif any(cell.strip() for cell in row):
            yield number, dict(zip(header, row, strict=False))


def _header_fault(names: list[str]) -> str | None:
    if "file" not in names:
        return f"the first line must name the columns, `file` among them (known: {', '.join(COLUMNS)})"
    twice = [name for n, name in enumerate(names) if name and name in names[:n]]
    return f"two columns are named {twice[0]!r}" if twice else None


def _yaml_rows(text: str) -> Iterator[tuple[int, Cells | str]]:
    """Rows of a list of mappings, or of a mapping from file to mapping. Nodes only: nothing is constructed."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _MAX_DEPTH:
            raise yaml.YAMLError("nested too deeply")
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if isinstance(root, yaml.SequenceNode):
        for node in root.value:
            yield node.start_mark.line + 1, _cells(node)
    elif isinstance(root, yaml.MappingNode):
        for key, node in root.value:
            cells = _cells(node)
            yield key.start_mark.line + 1, cells if isinstance(cells, str) else {"file": str(key.value), **cells}
    elif root is not None:
        yield 1, "must be a list of rows, or a mapping from file to what is known about it"


def _cells(node: yaml.Node) -> Cells | str:
    if not isinstance(node, yaml.MappingNode):
        return "a row must be a mapping"
    if not all(isinstance(x, yaml.ScalarNode) for pair in node.value for x in pair):
        return "a row's values must be plain text"
    names = [str(key.value).strip().lower() for key, _ in node.value]
    if twice := [name for n, name in enumerate(names) if name in names[:n]]:
        return f"{twice[0]!r} is given twice"
    return {name: str(value.value) for name, (_, value) in zip(names, node.value, strict=True)}


def _take(sidecar: Sidecar, line: int, cells: Cells, words: ReadingWords) -> str | None:
    """Adds the row, or says what is wrong with it."""
    told = {name: value.strip() for name, value in cells.items() if value.strip()}
    unknown = sorted(set(told) - set(COLUMNS))
    if unknown:
        return f"unknown column {unknown[0]!r} (known: {', '.join(COLUMNS)})"
    file = told.pop("file", "").replace("\\", "/").removeprefix("./")
    if not file:
        return "names no file"
    if file in sidecar.rows:
        return f"{file!r} was already named on line {sidecar.rows[file].line}"
    date, kind = told.pop("date", None), told.pop("kind", None)
    interval = whole_date(date, words.months) if date else None
    if date and interval is None:
        return f"the date {date[:40]!r} was not understood (write YYYY-MM-DD)"
    if kind and known_kind(kind) is None:
        return f"the kind {kind[:40]!r} is none of {', '.join(KINDS)}"
    published = Published(interval, "given") if interval else None
    sidecar.rows[file] = Row(line, merge(Details(published, kind=known_kind(kind or "")), plain_details(told)))
    return None


def with_given(article: Article, sidecars: list[Sidecar]) -> Article:
    """The article with what the sidecars give; a row for its own name goes before one for its file."""
    given = [details for sidecar in sidecars for details in _rows_for(article, sidecar)]
    if not given:
        return article
    own = Details(article.published, article.publisher, article.title, article.url, article.kind)
    all_known = merge(*given, own)
    return replace(
        article, published=all_known.published or Published(), publisher=all_known.publisher,
        title=all_known.title, url=all_known.url, kind=all_known.kind or article.kind,
    )  # fmt: skip


def _rows_for(article: Article, sidecar: Sidecar) -> Iterator[Details]:
    file = os.path.relpath(article.origin.path, sidecar.path.parent).replace(os.sep, "/")
    own_name = sidecar.named or (article.origin.format == "jsonl" and not file.startswith("../"))
    for key in dict.fromkeys((article.id, file) if own_name else (file,)):
        if key in sidecar.rows:
            sidecar.used.add(key)
            yield sidecar.rows[key].details


def unused_rows(sidecar: Sidecar) -> Iterator[Problem]:
    """A notice for each row that names neither an article that was read nor a file that is there."""
    for file, row in sidecar.rows.items():
        if file not in sidecar.used and not os.path.lexists(sidecar.path.parent / file):
            yield Problem("notice", sidecar.shown, f"{file!r} names no article", row.line)
