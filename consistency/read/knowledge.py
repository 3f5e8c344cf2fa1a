"""The facts file: what the user knows of promises, of what came of them, and of names (YAML or CSV)."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from io import StringIO
from pathlib import Path
from typing import NamedTuple, get_args

import yaml

from consistency.errors import Problem
from consistency.findings import Status
from consistency.read.files import UnreadableError, open_regular, read_text
from consistency.read.source import printable_path

COLUMNS = ("kind", "holder", "text", "date", "deadline", "status", "because", "judged", "source", "article",
           "line", "aliases")  # fmt: skip
KINDS = ("promise", "outcome", "alias")
VERDICTS = (*get_args(Status), "not_a_promise")
_NEEDED = {"promise": ("text",), "outcome": ("text", "date"), "alias": ("holder", "aliases")}
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What a spreadsheet calculates begins with one of these."""
_MAX_CHARS, _MAX_DEPTH, _MAX_TEXT = 20_000_000, 5, 2_000
Cells = dict[str, str]


class KnownRow(NamedTuple):
    """A row of a facts file, by its line: a promise, an outcome, or the aliases of a name.

    `day` is when it was promised or told, `source` who told it; `status` a person's verdict on the promise (or that it
    is none), `judged` the day from which on that holds; `article` and `line_there` the place of the promise in an
    article, whose holder, words or deadline the row corrects.
    """

    line: int
    kind: str
    holder: str | None = None
    text: str = ""
    day: date | None = None
    deadline: date | None = None
    status: str | None = None
    because: str = ""
    judged: date | None = None
    source: str | None = None
    article: str | None = None
    line_there: int | None = None
    aliases: tuple[str, ...] = ()


class FactsFile(NamedTuple):
    """A facts file: its name, its text, its rows, and what is wrong with it (an error for each bad row)."""

    name: str
    text: str
    rows: tuple[KnownRow, ...]
    problems: tuple[Problem, ...]


def read_facts(path: Path) -> FactsFile:
    """The rows of a facts file; bad ones are left out, each with a Problem at its line. Never raises."""
    name = printable_path(path)
    try:
        with open_regular(path) as stream:
            text = read_text(stream, _MAX_CHARS)
        found = list(_csv_rows(text) if path.suffix.lower() == ".csv" else _yaml_rows(text))
    except (UnreadableError, OSError, csv.Error, yaml.YAMLError, RecursionError) as e:
        reason = getattr(e, "strerror", None) or " ".join(str(e).split())
        return FactsFile(name, "", (), (Problem("error", name, f"cannot be read: {reason}"),))
    rows: list[KnownRow] = []
    problems: list[Problem] = []
    for line, cells in found:
        row = cells if isinstance(cells, str) else _row(line, cells)
        if isinstance(row, str):
            problems.append(Problem("error", name, row, line))
        else:
            rows.append(row)
    return FactsFile(name, text, tuple(rows), tuple(problems))


def _csv_rows(text: str) -> Iterator[tuple[int, Cells | str]]:
    reader = csv.reader(StringIO(text, newline=None), strict=True)
    header = [name.strip().lower() for name in next(reader, [])]
    if "kind" not in header:
        yield 1, f"the first line must name the columns, `kind` among them (known: {', '.join(COLUMNS)})"
        return
    before = reader.line_num
    for row in reader:
        line, before = before + 1, reader.line_num
        if len(row) > len(header):
            yield line, f"{len(row)} cells, but {len(header)} columns"
        elif any(cell.strip() for cell in row):
            yield line, dict(zip(header, map(_unmarked, row), strict=False))


def _unmarked(cell: str) -> str:
    """The cell without the apostrophe that keeps a spreadsheet from calculating it."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in FORMULA else cell


def _yaml_rows(text: str) -> Iterator[tuple[int, Cells | str]]:
    """Rows of a list of mappings. Nodes only: nothing is constructed."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _MAX_DEPTH or isinstance(event, yaml.AliasEvent):
            raise yaml.YAMLError("aliases and deep nesting are not taken")
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if root is not None and not isinstance(root, yaml.SequenceNode):
        yield 1, "must be a list of rows, each a mapping with `kind`"
        return
    for node in root.value if root is not None else ():
        yield node.start_mark.line + 1, _cells(node)


def _cells(node: yaml.Node) -> Cells | str:
    if not isinstance(node, yaml.MappingNode):
        return "a row must be a mapping"
    cells: Cells = {}
    for key, value in node.value:
        name = str(key.value).strip().lower()
        if name in cells:
            return f"{name!r} is given twice"
        listed = value.value if isinstance(value, yaml.SequenceNode) else [value]
        if not all(isinstance(x, yaml.ScalarNode) for x in listed):
            return f"{name!r} must be plain text or a list of it"
        null = len(listed) == 1 and listed[0].tag.endswith(":null")
        cells[name] = "" if null else "|".join(str(x.value) for x in listed)
    return cells


def _row(line: int, cells: Cells) -> KnownRow | str:
    """The row, or what is wrong with it."""
    told = {name: " ".join(value.split()) for name, value in cells.items() if value and value.strip()}
    if unknown := sorted(set(told) - set(COLUMNS)):
        return f"unknown column {unknown[0]!r} (known: {', '.join(COLUMNS)})"
    kind = told.get("kind", "")
    if kind not in KINDS:
        return f"the kind {kind[:40]!r} is none of {', '.join(KINDS)}" if kind else "names no kind"
    if missing := [name for name in _NEEDED[kind] if name not in told]:
        return f"a row of kind {kind} needs {missing[0]!r}"
    status = told.get("status")
    if status is not None and status not in VERDICTS:
        return f"the status {status[:40]!r} is none of {', '.join(VERDICTS)}"
    if len(told.get("text", "")) > _MAX_TEXT:
        return f"the text is longer than {_MAX_TEXT} characters"
    days: dict[str, date | None] = {}
    for name in ("date", "deadline", "judged"):
        try:
            days[name] = date.fromisoformat(told[name]) if name in told else None
        except ValueError:
            return f"the {name} {told[name][:40]!r} was not understood (write YYYY-MM-DD)"
    if "line" in told and not (told["line"].isdigit() and len(told["line"]) < 10):
        return f"the line {told['line'][:40]!r} is no number"
    return KnownRow(
        line,
        kind,
        holder=told.get("holder"),
        text=told.get("text", ""),
        day=days["date"],
        deadline=days["deadline"],
        status=status,
        because=told.get("because", ""),
        judged=days["judged"],
        source=told.get("source"),
        article=told.get("article"),
        line_there=int(told["line"]) if "line" in told else None,
        aliases=tuple(a.strip() for a in told.get("aliases", "").split("|") if a.strip()),
    )
