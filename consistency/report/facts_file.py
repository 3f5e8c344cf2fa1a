"""The promises as a facts file, which a person can correct and give back (see consistency.read.knowledge)."""

from __future__ import annotations

import json

from consistency.findings import PromiseRow, Report
from consistency.report.csv import sheet
from consistency.report.escape import visible

COLUMNS = ("kind", "holder", "text", "date", "deadline", "status", "because", "judged", "article", "line")
_HEAD = """\
# Promises, one a row. Correct what is wrong (holder, text, date, deadline, status) and give the file back with --facts.
# Status: kept, compromise, broken, stalled, in_the_works; not_yet_rated leaves it open; not_a_promise takes a row out.
"""


def render_yaml(report: Report) -> str:
    """A list of rows, each value in double quotes as in JSON, which is YAML too."""
    rows = [_row(p, report) for p in report.promises]
    lines = [
        ("- " if n == 0 else "  ") + f"{name}: {json.dumps(value, ensure_ascii=False)}\n"
        for row in rows
        for n, (name, value) in enumerate((k, v) for k, v in row.items() if v)
    ]
    return _HEAD + ("".join(lines) or "[]\n")


def render_csv(report: Report) -> str:
    """A row a promise under a row of names; what marks cells as no formulas the reader takes off again."""
    return sheet(COLUMNS, (list(_row(p, report).values()) for p in report.promises))


def _row(row: PromiseRow, report: Report) -> dict[str, str]:
    first = next((e for e in row.evidence if e.role == "promise"), None)
    shown = next((e for e in row.evidence if " ".join(e.text.split()) == row.text), first)
    return {
        "kind": "promise",
        "holder": visible(row.holder or ""),
        "text": visible(row.text),
        "date": (shown.date if shown else None) or "",
        "deadline": row.deadline.isoformat() if row.deadline else "",
        "status": row.status,
        "because": visible(row.because),
        "judged": report.as_of.isoformat() if report.as_of else "",
        "article": visible(shown.article) if shown else "",
        "line": str(shown.line) if shown else "",
    }
