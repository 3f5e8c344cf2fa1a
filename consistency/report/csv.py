"""The findings as CSV, one a row, for spreadsheets: nothing in it is taken for a formula."""

from __future__ import annotations

import csv
from io import StringIO

from consistency.findings import Evidence, Finding, Report
from consistency.report.escape import visible
from consistency.report.layout import because

SIDES = ("first", "second")
COLUMNS = (
    "id", "severity", "category", "confidence", "message", "why",
    *(f"{side}_{name}" for side in SIDES for name in ("role", "speaker", "date", "article", "line", "text")),
    "further", "rule", "fingerprint",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def render(report: Report) -> str:
    """A row a finding under a row of names: its two sides, and how many further passages it rests on."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(map(_row, report.findings))
    return out.getvalue()


def _row(finding: Finding) -> list[str]:
    sides = [cell for n in range(len(SIDES)) for cell in _side(finding.decisive[n : n + 1])]
    further = len(finding.evidence) - min(len(SIDES), len(finding.decisive))
    cells = [
        finding.id, finding.severity, finding.category, f"{finding.confidence:.2f}", finding.message,
        because(finding) or finding.explanation, *sides, str(further), finding.rule, finding.fingerprint,
    ]  # fmt: skip
    return [plain(cell) for cell in cells]


def _side(evidence: tuple[Evidence, ...]) -> list[str]:
    return next(([e.role, e.speaker, e.date or "", e.article, str(e.line), e.text] for e in evidence), [""] * 6)


def plain(text: str) -> str:
    """The text on one line; what a spreadsheet would calculate is marked as text by an apostrophe."""
    line = visible(text)
    return f"'{line}" if line.startswith(_FORMULA) else line
