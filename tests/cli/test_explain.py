"""`consistency explain`: a finding of a report, of articles, and a rule."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import FIXTURES

Cli = Callable[..., subprocess.CompletedProcess[str]]
HARBOUR = FIXTURES / "harbour"
RULE = "promise-past-its-deadline"


@pytest.fixture(scope="module")
def report(cli: Cli, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("reports") / "report.json"
    cli("check", HARBOUR, "--format", "json", "-o", path)
    return path


def test_from_a_report_and_from_the_articles_it_is_the_same(cli: Cli, report: Path) -> None:
    saved, found = cli("explain", RULE, "--report", report), cli("explain", RULE, HARBOUR)
    assert (saved.returncode, found.returncode) == (0, 0)
    assert saved.stdout == found.stdout
    assert "How the words were read" in saved.stdout
    assert "It would be wrong if" in saved.stdout


def test_a_rule(cli: Cli) -> None:
    done = cli("explain", RULE)
    assert done.returncode == 0
    assert done.stdout.startswith(f"{RULE}\nat most error: unmet_promise\n")
    assert "It is silent on" in done.stdout


def test_what_there_is_not_is_said(cli: Cli, report: Path, tmp_path: Path) -> None:
    done = cli("explain", "no-such", "--report", report)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"no finding 'no-such' (there are: {RULE}" in done.stderr or RULE in done.stderr
    assert "no rule 'no-such'" in cli("explain", "no-such").stderr
    (tmp_path / "r.json").write_text("{}", encoding="utf-8")
    assert "not a report" in cli("explain", "x", "--report", tmp_path / "r.json").stderr
