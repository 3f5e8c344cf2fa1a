"""Reports as pandas DataFrames: a row a finding, a piece of evidence, a promise or a problem."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal

from consistency.errors import UsageError
from consistency.findings import Report
from consistency.report.json import evidence_record, finding_record, problem_record, promise_record

if TYPE_CHECKING:
    import pandas as pd

Row = dict[str, Any]
Rows = Literal["findings", "evidence", "promises", "problems"]

_FINDING = ("id", "rule", "category", "severity", "confidence", "sentence", "message", "explanation", "fingerprint")
_EVIDENCE = ("finding", "article", "start", "end", "text", "role", "date", "line", "column")
_PROMISE = (
    "holder", "text", "deadline", "overdue", "status", "because", "made_first", "made_last", "deadline_because",
    "days_overdue",
)  # fmt: skip
_PROBLEM = ("level", "path", "line", "column", "message")


def as_frame(report: Report, of: Rows = "findings") -> pd.DataFrame:
    """The report's findings, evidence, promises or problems, a row each, in their order; days are timestamps.

    `articles` are those that the evidence is from. Evidence has the id of its finding. Raises UsageError where pandas
    is not installed.
    """
    if of not in _ROWS:
        raise UsageError(f"of: '{of}' is none of {', '.join(_ROWS)}")
    rows, columns, days = _ROWS[of]
    pandas = _pandas()
    frame: pd.DataFrame = pandas.DataFrame(rows(report), columns=list(columns))
    for name in days:
        frame[name] = pandas.to_datetime(frame[name])
    for name in ("line", "column"):
        if name in columns:
            frame[name] = frame[name].astype("Int64")
    return frame


def _findings(report: Report) -> list[Row]:
    return [finding_record(f) | {"articles": sorted({e.article for e in f.evidence})} for f in report.findings]


def _evidence(report: Report) -> list[Row]:
    return [{"finding": f.id, **evidence_record(e)} for f in report.findings for e in f.evidence]


def _promises(report: Report) -> list[Row]:
    return [promise_record(p) | {"articles": sorted({e.article for e in p.evidence})} for p in report.promises]


def _problems(report: Report) -> list[Row]:
    return [problem_record(p) for p in report.problems]


_ROWS: dict[str, tuple[Callable[[Report], list[Row]], tuple[str, ...], tuple[str, ...]]] = {
    "findings": (_findings, (*_FINDING, "articles"), ()),
    "evidence": (_evidence, _EVIDENCE, ("date",)),
    "promises": (_promises, (*_PROMISE, "articles"), ("deadline",)),
    "problems": (_problems, _PROBLEM, ()),
}


def _pandas() -> Any:
    try:
        return import_module("pandas")
    except ImportError as e:
        raise UsageError("pandas is not installed: pip install 'consistency[pandas]'") from e
