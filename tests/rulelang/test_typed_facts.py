"""The attributes that editors and type checkers know of facts are the fields and relations that there are."""

import ast
from datetime import date
from pathlib import Path

import pytest

from consistency.rulelang import symbols
from consistency.rulelang.fields import FIELDS, RELATION_FIELDS, RELATIONS


def declared(name: str) -> set[str]:
    """The names that the class declares for type checkers alone."""
    tree = ast.parse(Path(symbols.__file__).read_text(encoding="utf-8"))
    (found,) = [node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == name]
    blocks = [node for node in found.body if isinstance(node, ast.If)]
    lines = [line for block in blocks for line in block.body if isinstance(line, ast.AnnAssign)]
    return {line.target.id for line in lines if isinstance(line.target, ast.Name)}


def test_facts() -> None:
    fields = {*FIELDS} - {*RELATION_FIELDS} - {"class"} | {"class_"}
    assert declared("Fact") == fields | {*RELATIONS}


def test_links() -> None:
    assert declared("Link") == {"fact", "matter", *RELATION_FIELDS}


def test_class_has_another_name_in_python() -> None:
    assert (symbols.Claim("a").class_ == "open") == 'a.class = "open"'


def test_a_type_checker_finds_what_there_is_not(tmp_path: Path) -> None:
    mypy = pytest.importorskip("mypy.api")
    right = [
        "promise.holder == 'x'",
        "promise.excludes(report).strength >= 60",
        "report.said_from > promise.deadline + 30",
    ]
    wrong = ["promise.holdr == 'x'", "promise.excludes(report).streength >= 60"]
    code = "from consistency import Outcome, Promise\ndef f(promise: Promise, report: Outcome) -> object:\n    return "
    (tmp_path / "mine.py").write_text(code + f"[{', '.join([*right, *wrong])}]\n")
    options = ["--strict", "--follow-imports=silent", "--no-error-summary", "--cache-dir", str(tmp_path / "cache")]
    said = mypy.run([*options, str(tmp_path / "mine.py")])[0].splitlines()
    assert [line.partition("has no attribute ")[2].split('"')[1] for line in said] == ["holdr", "streength"]


def test_dates_and_days() -> None:
    promise = symbols.Promise("p")
    assert (promise.deadline >= date(2031, 5, 1)) == "p.deadline >= 2031-05-01"
