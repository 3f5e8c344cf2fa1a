"""`consistency compare`: whether pairs of sentences exclude each other."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from consistency.cli.app import app
from consistency.cli.command import CHECKED, NOT_CHECKED, command, require_model
from consistency.cli.configured import Configured
from consistency.cli.options import LEXICONS, OUTPUT, Reading, choice
from consistency.cli.runs import reading_options, write
from consistency.cli.terminal import tell
from consistency.errors import Problem, UsageError
from consistency.pairs import Pair, pairs
from consistency.report.comparison import comparison_record
from consistency.report.escape import json_text


@command(app, cls=Configured)
def compare(
    path: Annotated[str, typer.Argument(metavar="PAIRS", help="JSON lines with id, first and second; - for stdin.")],
    format_: Annotated[str, choice("--format", ["jsonl"], "One object a pair.")] = "jsonl",  # noqa: ARG001
    lexicons: LEXICONS = None,
    output: OUTPUT = None,
) -> int:
    """Judge whether pairs of sentences exclude each other.

    Both sentences are taken to be about one situation at one time. Exits with 0, or with 2 if a pair could not be read.
    """
    from consistency.comparing import compare as compared

    require_model()
    problems: list[Problem] = []

    def good() -> Iterable[Pair]:
        for item in pairs(_lines(path), path):
            if isinstance(item, Problem):
                problems.append(item)
                tell([item])
            else:
                yield item

    options = reading_options(Reading(lexicons=lexicons))
    write((json_text(comparison_record(c)) + "\n" for c in compared(good(), options)), output)
    return NOT_CHECKED if problems else CHECKED


def _lines(path: str) -> Iterator[bytes]:
    """The lines of a file or of stdin (`-`); raises UsageError."""
    if path == "-":
        yield from sys.stdin.buffer if sys.stdin else ()
        return
    try:
        with Path(path).open("rb") as lines:
            yield from lines
    except OSError as e:
        raise UsageError(f"{path}: cannot be read: {e.strerror}") from e
