"""The findings as CSV, one a row, for spreadsheets: nothing in it is taken for a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from consistency.findings import Evidence, Finding, Report
from consistency.read.knowledge import FORMULA
from consistency.report.escape import visible
from consistency.report.layout import because

SIDES = ("first", "second")
COLUMNS = (
    "id", "severity", "category", "confidence", "sentence", "why",
    *(f"{side}_{name}" for side in SIDES for name in ("role", "speaker", "date", "article", "line", "text")),
    "further", "rule", "message", "fingerprint",
)  # fmt: skip


def render(report: Report) -> str:
    """A row a finding under a row of names: its two sides, and how many further passages it rests on."""
    return sheet(COLUMNS, map(_row, report.findings))


def sheet(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The rows as CSV under a row of names, each cell on one line and no formula."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([plain(cell) for cell in row] for row in rows)
    return out.getvalue()


def _row(finding: Finding) -> list[str]:
    sides = [cell for n in range(len(SIDES)) for cell in _side(finding.decisive[n : n + 1])]
    further = len(finding.evidence) - min(len(SIDES), len(finding.decisive))
    return [
        finding.id, finding.severity, finding.category, f"{finding.confidence:.2f}", finding.in_words,
        because(finding) or finding.explanation, *sides, str(further), finding.rule, finding.message,
        finding.fingerprint,
    ]  # fmt: skip


def _side(evidence: tuple[Evidence, ...]) -> list[str]:
    return next(([e.role, e.speaker, e.date or "", e.article, str(e.line), e.text] for e in evidence), [""] * 6)


def plain(text: str) -> str:
    """The text on one line; what a spreadsheet would calculate is marked as text by an apostrophe."""
    line = visible(text)
    return f"'{line}" if line.startswith(FORMULA) else line
