"""Reports as DataFrames and as pydantic models: everything in them, typed, and the same JSON again."""

import json
import sys
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from consistency import as_frame, as_model, check, read_report
from consistency.errors import UsageError
from consistency.findings import Report
from consistency.models import FindingModel, ReportModel
from consistency.report.json import render
from tests.conftest import FIXTURES


@pytest.fixture(scope="module")
def report() -> Report:
    found = check([FIXTURES / "harbour", FIXTURES / "stories", "no-such-folder"], as_of="2035-01-01")
    assert found.findings
    assert found.promises
    assert found.problems
    return found


def test_findings(report: Report) -> None:
    frame = as_frame(report)
    assert list(frame["id"]) == [f.id for f in report.findings]
    assert list(frame["message"]) == [f.message for f in report.findings]
    assert frame["confidence"].dtype == float
    assert frame.groupby("category").size().sum() == len(report.findings)
    assert frame.loc[0, "articles"] == sorted({e.article for e in report.findings[0].evidence})


def test_evidence_joins_findings(report: Report) -> None:
    joined = as_frame(report).merge(as_frame(report, "evidence"), left_on="id", right_on="finding")
    assert len(joined) == sum(len(f.evidence) for f in report.findings)
    assert joined["date"].dtype.kind == "M"  # a day, in whatever unit this pandas counts
    first = report.findings[0].evidence[0]
    assert tuple(joined.loc[0, ["article", "start", "end", "text"]]) == first[:4]


def test_promises_and_problems(report: Report) -> None:
    promises = as_frame(report, "promises")
    assert list(promises["status"]) == [p.status for p in report.promises]
    assert promises["deadline"].dropna().dt.date.tolist() == [p.deadline for p in report.promises if p.deadline]
    problems = as_frame(report, "problems")
    assert list(problems["message"]) == [p.message for p in report.problems]
    assert problems["line"].dtype == "Int64"


@pytest.mark.parametrize("of", ["findings", "evidence", "promises", "problems"])
def test_an_empty_report_has_the_same_columns(of: str, report: Report) -> None:
    empty = as_frame(Report(date(2031, 1, 1), 0, 0), of)  # type: ignore[arg-type]
    assert len(empty) == 0
    assert list(empty.columns) == list(as_frame(report, of).columns)  # type: ignore[arg-type]


def test_rows_of_something_else(report: Report) -> None:
    with pytest.raises(UsageError, match="'facts' is none of findings, evidence, promises, problems"):
        as_frame(report, "facts")  # type: ignore[arg-type]


def test_without_pandas(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(UsageError, match="pip install 'consistency\\[pandas\\]'"):
        as_frame(report)


def test_a_model_is_the_report(report: Report, tmp_path: Path) -> None:
    model = as_model(report)
    assert json.loads(model.model_dump_json()) == json.loads(render(report))
    assert [f.fingerprint for f in model.findings] == [f.fingerprint for f in report.findings]
    assert isinstance(model.findings[0], FindingModel)
    assert model.as_of == report.as_of
    (tmp_path / "report.json").write_text(render(report))
    assert read_report(tmp_path / "report.json") == model


def test_fields_that_came_later_are_kept(report: Report) -> None:
    record = json.loads(render(report)) | {"later": {"a": 1}}
    assert json.loads(ReportModel.model_validate(record).model_dump_json())["later"] == {"a": 1}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "not a report"),
        ("{}", "not a report: contract: Field required"),
        ('{"contract": 1, "as_of": "soon"}', "not a report: as_of"),
    ],
)
def test_a_file_that_is_no_report(text: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "report.json").write_text(text)
    with pytest.raises(UsageError, match=said):
        read_report(tmp_path / "report.json")
    with pytest.raises(UsageError, match="cannot be read: No such file"):
        read_report(tmp_path / "none.json")


def test_a_model_has_a_schema() -> None:
    schema = ReportModel.model_json_schema()
    assert {"contract", "findings", "promises", "problems"} <= {*schema["required"]}


def test_frames_are_of_pandas(report: Report) -> None:
    assert isinstance(as_frame(report), pd.DataFrame)
