"""The report as JSON lines, for streams and line tools: a head, then one object a finding, promise, problem..."""

from __future__ import annotations

from collections.abc import Iterable

from consistency.findings import Report
from consistency.report.escape import json_text
from consistency.report.json import Record, finding_record, head, problem_record, promise_record, suppressed_record


def render(report: Report) -> str:
    """One object a line; `record` says which: report, finding, promise, problem or suppressed."""
    return lines(
        [
            {"record": "report", **head(report)},
            *({"record": "finding", **finding_record(f)} for f in report.findings),
            *({"record": "promise", **promise_record(p)} for p in report.promises),
            *({"record": "problem", **problem_record(p)} for p in report.problems),
            *({"record": "suppressed", **suppressed_record(s)} for s in report.suppressed),
        ]
    )


def lines(records: Iterable[Record]) -> str:
    """The records as JSON, each on a line of its own."""
    return "".join(json_text(record) + "\n" for record in records)
