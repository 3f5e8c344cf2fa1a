"""Where evidence stands in the files that were read, for tools that open them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from consistency.article import Origin
from consistency.findings import Evidence, Finding, Report
from consistency.spans import LineIndex

EXACT = frozenset({"txt", "markdown"})
"""Formats whose articles are the file itself: lines, columns and offsets in the text are those of the file."""


class FilePlace(NamedTuple):
    """A stretch of a file: lines and columns from 1, in code points, the end exclusive.

    Where only the line of the record is known (JSON lines), or nothing but the file, the columns are None.
    """

    path: str
    line: int
    column: int | None
    end_line: int
    end_column: int | None


def numbered(findings: Iterable[Finding]) -> list[str]:
    """A fingerprint a finding that no other has: `fingerprint:n`, n counting those that share one."""
    seen: Counter[str] = Counter()
    prints = []
    for finding in findings:
        seen[finding.fingerprint] += 1
        prints.append(f"{finding.fingerprint}:{seen[finding.fingerprint]}")
    return prints


def file_places(report: Report) -> Callable[[Evidence], FilePlace]:
    """A function from evidence of this report to its place in a file."""
    origins = {c.article: c.origin for c in report.checked}
    return lambda evidence: file_place(evidence, origins.get(evidence.article, Origin(evidence.article)))


def file_place(evidence: Evidence, origin: Origin) -> FilePlace:
    """Where evidence from an article of this origin stands."""
    path = shown_path(origin.path)
    if origin.format not in EXACT:
        line = origin.line or 1
        return FilePlace(path, line, None, line, None)
    end = LineIndex(evidence.text).position(len(evidence.text))
    on_one_line = end.line == 1
    return FilePlace(
        path,
        evidence.line,
        evidence.column,
        evidence.line + end.line - 1,
        evidence.column + end.column - 1 if on_one_line else end.column,
    )


def shown_path(path: str) -> str:
    """The path as other tools expect it: without a leading `./`."""
    while path.startswith("./"):
        path = path[2:].lstrip("/")
    return path or "."
