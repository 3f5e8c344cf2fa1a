import csv
from dataclasses import replace
from io import StringIO

import pytest

from consistency.findings import Report
from consistency.report.csv import render
from tests.report.pages import hostile, pool


def rows(report: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(render(report))))


def test_a_row_a_finding() -> None:
    first, second, third = rows(pool())
    assert (first["severity"], first["category"], first["confidence"]) == ("error", "unmet_promise", "0.95")
    assert (first["first_speaker"], first["first_article"], first["first_line"]) == ("Jo Lind", "mail.txt", "1")
    assert first["second_text"] == "The pool in Elm Street is still a building site"
    assert (first["further"], second["further"], third["further"]) == ("1", "0", "0")


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u200b=1", "＝1", '=cmd|" /C x"!A0']
)
def test_nothing_is_a_formula(text: str) -> None:
    report = pool()
    side = report.findings[0].evidence[0]._replace(text=text, article=text, speaker=text, role=text)
    finding = replace(report.findings[0], message=text, explanation=text, because=text, rule=text, evidence=(side,))
    (row,) = rows(replace(report, findings=(finding,)))
    assert all(not cell or cell[0].isalnum() or cell[0] == "'" for cell in row.values())


def test_hostile_text_stays_in_its_cell() -> None:
    (row,) = rows(hostile())
    assert row["message"].startswith(r"a\x1b[31mred\x07 \u202eevil")
    assert render(hostile()).count("\n") == 2
