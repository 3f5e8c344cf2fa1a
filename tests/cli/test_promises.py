"""`consistency promises`: the course of each promise, the facts file there and back, what was not understood."""

import csv
import json
import re
import shlex
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT

HARBOUR = ROOT / "fixtures/harbour"
DOCS = (ROOT / "docs/promises.md").read_text(encoding="utf-8")
COMMANDS = [line for block in re.findall(r"^```sh\n(.*?)^```$", DOCS, re.M | re.S) for line in block.splitlines()]
Cli = Callable[..., subprocess.CompletedProcess[str]]


def statuses(done: subprocess.CompletedProcess[str]) -> list[str]:
    return [row["status"] for row in json.loads(done.stdout)["promises"]]


def test_the_course_of_a_promise_names_each_day_that_changed_it(cli: Cli) -> None:
    shown = cli("promises", HARBOUR, "--as-of", "2023-07-31", "--over-time", "--quiet").stdout
    assert all(step in shown for step in ("2023-03-14 not yet rated", "2023-06-30 deadline", "2023-07-05 broken"))


def test_the_course_is_a_table_only(cli: Cli) -> None:
    done = cli("promises", HARBOUR, "--over-time", "--format", "json")
    assert done.returncode == 2
    assert "--over-time is a table" in done.stderr


@pytest.mark.parametrize("name", ["known.yaml", "known.csv"])
def test_an_exported_verdict_that_is_corrected_comes_back(name: str, cli: Cli, tmp_path: Path) -> None:
    file = tmp_path / name
    before = cli("promises", HARBOUR, "--format", "json", "--export", file)
    assert statuses(before) == ["broken", "not_yet_rated"]
    corrected, rows = re.subn("^([^#].*)broken", r"\1compromise", file.read_text(), flags=re.M)
    assert rows == 1
    file.write_text(corrected)
    assert statuses(cli("promises", HARBOUR, "--format", "json", "--facts", file)) == ["compromise", "not_yet_rated"]


def test_the_facts_file_of_the_documentation_is_one(cli: Cli, tmp_path: Path) -> None:
    (block,) = re.findall(r"^```yaml\n(.*?)^```$", DOCS, re.M | re.S)
    file = tmp_path / "known.yaml"
    file.write_text(block)
    assert [row["kind"] for row in yaml.safe_load(block)] == ["promise", "outcome", "alias"]
    done = cli("promises", HARBOUR, "--as-of", "2023-07-31", "--format", "json", "--facts", file)
    assert (done.returncode, statuses(done)[0]) == (0, "compromise")


def test_a_mistake_in_a_facts_file_is_named_with_its_line(cli: Cli, tmp_path: Path) -> None:
    file = tmp_path / "known.yaml"
    file.write_text("- kind: promise\n  text: a\n- kind: promiss\n  text: b\n")
    done = cli("promises", HARBOUR, "--facts", file)
    assert done.returncode == 2
    assert "known.yaml:3" in done.stderr


@pytest.mark.parametrize("command", ["check", "promises"])
@pytest.mark.parametrize("form", ["table", "markdown"])
def test_coverage_stands_after_the_report(command: str, form: str, cli: Cli, tmp_path: Path) -> None:
    file = tmp_path / "report"
    cli(command, HARBOUR, "--coverage", "--format", form, "--output", file)
    alone = cli(command, HARBOUR, "--format", form).stdout
    told = file.read_text()
    assert told.startswith(alone)
    assert "2023-07-05-coast-daily.txt" in told[len(alone) :]
    assert "1 of 3" in told[len(alone) :]


def test_coverage_is_in_json_and_goes_with_no_other_format(cli: Cli) -> None:
    for command in ("check", "promises"):
        told = json.loads(cli(command, HARBOUR, "--format", "json").stdout)["coverage"]
        assert [a["statements"] for a in told["articles"]] == [3, 3]
        refused = cli(command, HARBOUR, "--format", "csv", "--coverage")
        assert (refused.returncode, refused.stdout) == (2, "")


@pytest.mark.parametrize("command", ["check", "promises", "extract", "explain"])
def test_a_sidecar_that_stands_elsewhere_names_the_publisher(command: str, cli: Cli, tmp_path: Path) -> None:
    sidecar = tmp_path / "known.csv"
    sidecar.write_text("file,publisher\n2023-07-05-coast-daily.txt,Coast Daily\n")
    formats = {"check": "json", "promises": "json", "extract": "jsonl"}
    first = ["promise-past-its-deadline"] if command == "explain" else ["--format", formats[command]]
    told = cli(command, *first, HARBOUR, "--sidecar", sidecar)
    assert told.returncode == 0, told.stderr
    if command != "promises":
        assert "Coast Daily" in told.stdout
    missing = cli(command, *first, HARBOUR, "--sidecar", tmp_path / "none.csv")
    assert (missing.returncode, "none.csv" in missing.stderr) == (2, True)


def test_csv_has_a_row_a_promise(cli: Cli) -> None:
    rows = list(csv.DictReader(cli("promises", HARBOUR, "--format", "csv").stdout.splitlines()))
    assert [(r["holder"], r["status"], r["deadline"]) for r in rows] == [
        ("Ana Roso", "broken", "2023-06-30"),
        ("Ana Roso", "not_yet_rated", ""),
    ]


def test_the_commands_of_the_documentation_run(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "fixtures").symlink_to(ROOT / "fixtures")
    assert len(COMMANDS) == 6
    for line in COMMANDS:
        done = cli(*shlex.split(line)[1:], cwd=tmp_path)
        assert done.returncode == 0, (line, done.stderr)
