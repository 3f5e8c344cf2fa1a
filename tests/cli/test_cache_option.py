"""The cache on the command line: the same bytes with it and without, faults of its file included."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import FIXTURES

Cli = Callable[..., subprocess.CompletedProcess[str]]
HARBOUR = FIXTURES / "harbour"


@pytest.mark.parametrize(
    "command",
    [["check", "--format", "json", "--fail-on", "none"], ["promises", "--format", "json"],
     ["extract", "--format", "jsonl"]],
    ids=lambda command: command[0],
)  # fmt: skip
def test_the_same_bytes(command: list[str], cli: Cli, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    plain = cli(*command, HARBOUR, "--no-cache", CONSISTENCY_CACHE=str(kept))
    assert plain.returncode == 0
    assert not kept.exists()
    runs = [cli(*command, HARBOUR, CONSISTENCY_CACHE=str(kept)) for _ in range(2)]
    (file,) = kept.iterdir()
    file.write_bytes(b"damaged" * 1000)
    runs.append(cli(*command, HARBOUR, CONSISTENCY_CACHE=str(kept)))
    runs.append(cli(*command, HARBOUR, CONSISTENCY_CACHE=str(file / "below a file")))
    assert {(run.stdout, run.stderr, run.returncode) for run in runs} == {(plain.stdout, plain.stderr, 0)}


def test_rules_are_switched_off_and_graded(cli: Cli, tmp_path: Path) -> None:
    plain = cli("check", HARBOUR, "--format", "json", "--fail-on", "none")
    assert '"category": "unmet_promise"' in plain.stdout
    off = cli("check", HARBOUR, "--format", "json", "--disable", "unmet_promise")
    assert '"category": "unmet_promise"' not in off.stdout
    low = json.loads(cli("check", HARBOUR, "--format", "json", "--severity", "unmet_promise=info").stdout)
    assert {f["severity"] for f in low["findings"] if f["category"] == "unmet_promise"} == {"info"}
    (tmp_path / "consistency.toml").write_text('disable = ["unmet_promise"]\n')
    assert cli("check", HARBOUR, "--format", "json", cwd=tmp_path).stdout == off.stdout


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--disable", "unmet-promise"], "no rule or category 'unmet-promise' (did you mean 'unmet_promise'?)"),
        (["--severity", "tension=error"], "a tension is never above info"),
        (["--severity", "tension"], "--severity: 'tension' is not RULE=LEVEL"),
        (["--severity", "tension=loud"], "'tension=loud' is not RULE=LEVEL with a level of info, warning, error"),
    ],
)  # fmt: skip
def test_wrong_choices(args: list[str], said: str, cli: Cli) -> None:
    done = cli("check", HARBOUR, *args, "--fail-on", "none")
    assert done.returncode == 2
    assert said in done.stderr
