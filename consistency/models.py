"""Reports as pydantic models: the JSON of `check --format json`, typed; for programs that pass reports on or read them.

The fields that are named are those of the output contract. Others that a report has are kept and written out again.
"""

from __future__ import annotations

from datetime import date
from os import PathLike
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from consistency.errors import Level, UsageError
from consistency.findings import Category, Report, Severity, Status
from consistency.report.json import report_record


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="allow")


class EvidenceModel(_Model):
    """A stretch of an article, from `start` to `end` (code points, end exclusive), and its `role` in the rule."""

    article: str
    start: int
    end: int
    text: str
    role: str
    date: date | None
    line: int
    column: int


class FindingModel(_Model):
    """What does not hold together, with the evidence; `fingerprint` stays the same when files are edited elsewhere."""

    id: str
    rule: str
    category: Category
    severity: Severity
    message: str
    explanation: str
    confidence: float
    evidence: tuple[EvidenceModel, ...]
    fingerprint: str


class PromiseModel(_Model):
    """A promise with its status as of the report's day."""

    holder: str | None
    text: str
    deadline: date | None
    overdue: bool
    status: Status
    because: str
    evidence: tuple[EvidenceModel, ...]


class ProblemModel(_Model):
    """What could not be checked (error), or was with a reservation (notice)."""

    level: Level
    path: str
    line: int | None
    column: int | None
    message: str


class ReportModel(_Model):
    """A whole report; `contract` is the version of its form."""

    contract: int
    as_of: date | None
    articles: int
    facts: int
    findings: tuple[FindingModel, ...]
    promises: tuple[PromiseModel, ...]
    problems: tuple[ProblemModel, ...]


def as_model(report: Report) -> ReportModel:
    """The report as a pydantic model: `as_model(report).model_dump_json()` is what `--format json` writes."""
    return ReportModel.model_validate(report_record(report))


def read_report(path: str | PathLike[str]) -> ReportModel:
    """The report in a file that `check --format json` wrote; raises UsageError where there is none."""
    try:
        return ReportModel.model_validate_json(Path(path).read_bytes())
    except OSError as e:
        raise UsageError(f"{path}: cannot be read: {e.strerror}") from e
    except ValidationError as e:
        first = e.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise UsageError(f"{path}: not a report: {place + ': ' if place else ''}{first['msg']}") from e
