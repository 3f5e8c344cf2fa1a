"""Facts files: rows, and an error with its line for each that cannot be taken."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from consistency.read.knowledge import read_facts

GOOD = """\
- kind: promise
  holder: Ida Holm
  text: the library would reopen by June
  date: 2031-02-01
  deadline: 2031-06-30
- kind: alias
  holder: Ida Holm
  aliases: [the mayor, Mrs Holm]
"""


def test_yaml_and_csv_give_the_same_rows(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "a.csv").write_text(
        "kind,holder,text,date,deadline,aliases\n"
        "promise,Ida Holm,the library would reopen by June,2031-02-01,2031-06-30,\n"
        "alias,Ida Holm,,,,the mayor|Mrs Holm\n",
        encoding="utf-8",
    )
    first, second = read_facts(tmp_path / "a.yaml"), read_facts(tmp_path / "a.csv")
    assert not first.problems
    assert [r._replace(line=0) for r in first.rows] == [r._replace(line=0) for r in second.rows]
    assert first.rows[0].deadline == date(2031, 6, 30)
    assert first.rows[1].aliases == ("the mayor", "Mrs Holm")
    assert [r.line for r in first.rows] == [1, 6]
    assert [r.line for r in second.rows] == [2, 3]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("- kind: promise\n", 1, "a row of kind promise needs 'text'"),
        ("- kind: outcome\n  text: it opened\n", 1, "a row of kind outcome needs 'date'"),
        ("- kind: promise\n  text: x\n- kind: rumour\n  text: y\n", 3, "the kind 'rumour' is none of"),
        ("- kind: promise\n  text: x\n  deadline: soon\n", 1, "the deadline 'soon' was not understood"),
        ("- kind: promise\n  text: x\n  status: half\n", 1, "the status 'half' is none of"),
        ("- kind: promise\n  text: x\n  colour: red\n", 1, "unknown column 'colour'"),
        ("- kind: promise\n  text: x\n  text: y\n", 1, "'text' is given twice"),
        ("- text\n", 1, "a row must be a mapping"),
        ("kind: promise\n", 1, "must be a list of rows"),
        ("- &a {kind: promise, text: x}\n- *a\n", None, "cannot be read"),
        ("- {kind: [[[[[[x]]]]]]}\n", None, "cannot be read"),
    ],
)
def test_a_bad_row_is_an_error_at_its_line(tmp_path: Path, text: str, line: int | None, message: str) -> None:
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    problems = read_facts(tmp_path / "a.yaml").problems
    assert [(p.level, p.line) for p in problems] == [("error", line)]
    assert message in problems[0].message


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    assert read_facts(tmp_path / "none.yaml").problems[0].level == "error"
