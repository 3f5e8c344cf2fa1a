"""What the user knows takes part: promises, outcomes, names, corrections; and the way out and back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from consistency.findings import Report
from consistency.options import Options
from consistency.pipeline import check
from consistency.report.facts_file import render_csv, render_yaml
from tests.conftest import FIXTURES

TUNNEL = FIXTURES / "promises" / "sand-tunnel"


def checked(folder: Path, *facts: Path, as_of: date | None = None) -> Report:
    return check([str(folder)], Options(engine="duckdb", known=facts, as_of=as_of))[0]


@pytest.mark.parametrize(("render", "name"), [(render_yaml, "facts.yaml"), (render_csv, "facts.csv")])
@pytest.mark.parametrize("story", sorted(p.name for p in (FIXTURES / "promises").iterdir()))
def test_an_export_given_back_changes_nothing(story: str, render: object, name: str, tmp_path: Path) -> None:
    folder = FIXTURES / "promises" / story
    before = checked(folder)
    (tmp_path / name).write_text(render(before), encoding="utf-8")  # type: ignore[operator]
    after = checked(folder, tmp_path / name)
    assert not [p for p in after.problems if p.level == "error"]
    assert [(r.holder, r.text, r.deadline, r.status) for r in after.promises] == [
        (r.holder, r.text, r.deadline, r.status) for r in before.promises
    ]


def test_a_promise_and_an_outcome_of_ones_own(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(
        "- {kind: promise, holder: Ida Holm, text: the town clock would strike by March, deadline: 2033-03-31,"
        " date: 2033-01-05}\n"
        "- {kind: outcome, text: The town clock has yet to strike, date: 2034-01-02, source: Echo}\n",
        encoding="utf-8",
    )
    report = checked(TUNNEL, file)
    row = next(r for r in report.promises if r.holder == "Ida Holm")
    assert (row.status, row.deadline) == ("broken", date(2033, 3, 31))
    text = file.read_text(encoding="utf-8")
    assert all(text[e.start : e.end] == e.text for e in row.evidence)
    assert any(f.category == "unmet_promise" and f.evidence[0].article == str(file) for f in report.findings)


def test_corrections_by_place_hold_from_the_day_on_which_they_were_made(tmp_path: Path) -> None:
    file = tmp_path / "corrected.yaml"
    first = next(r for r in checked(TUNNEL).promises if r.deadline)
    place = first.evidence[0]
    file.write_text(
        f'- {{kind: promise, text: "{place.text}", article: {place.article}, line: {place.line}, holder: Ida Holm,'
        " deadline: 2035-01-31, status: compromise, judged: 2034-02-01}\n",
        encoding="utf-8",
    )
    row = next(r for r in checked(TUNNEL, file).promises if r.holder == "Ida Holm")
    assert (row.status, row.deadline) == ("compromise", date(2035, 1, 31))
    early = next(r for r in checked(TUNNEL, file, as_of=date(2033, 1, 1)).promises if r.holder == "Ida Holm")
    assert early.status == "not_yet_rated"


def test_what_is_no_promise_leaves_the_tracker(tmp_path: Path) -> None:
    file = tmp_path / "none.yaml"
    rows = checked(TUNNEL).promises
    place = rows[0].evidence[0]
    file.write_text(
        f"- {{kind: promise, text: '{place.text}', article: {place.article}, line: {place.line},"
        " status: not_a_promise}\n",
        encoding="utf-8",
    )
    left = [e.text for r in checked(TUNNEL, file).promises for e in r.evidence if e.role == "promise"]
    assert place.text not in left


def test_a_bad_row_is_a_problem_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("- kind: rumour\n", encoding="utf-8")
    problems = [p for p in checked(TUNNEL, tmp_path / "bad.yaml").problems if p.level == "error"]
    assert [p.line for p in problems] == [1]
