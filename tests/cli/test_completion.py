"""Completion as shells ask for it: commands, options, values of options, ids of rules."""

import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT


def completed(line: str) -> list[str]:
    """What bash is offered for the last word of the line."""
    words = line.split(" ")
    environment = {
        **os.environ, "PYTHONPATH": str(ROOT), "_CONSISTENCY_COMPLETE": "complete_bash", "COMP_WORDS": line,
        "COMP_CWORD": str(len(words) - 1),
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-P", "-m", "consistency"], env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.stderr == ""
    return done.stdout.split()


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("consistency ru", ["rules"]),
        ("consistency rules li", ["list", "lint"]),
        ("consistency check --wat", ["--watch"]),
        ("consistency check seeds --format mark", ["markdown"]),
        ("consistency check seeds --engine du", ["durable", "duckdb"]),
        ("consistency rules show promise-not-k", ["promise-not-kept"]),
        ("consistency rules test promise-not-k", ["promise-not-kept"]),
        ("consistency rules new x --category ten", ["tension"]),
        ("consistency check --disable quo", []),
    ],
)
def test_completion(line: str, offered: list[str]) -> None:
    assert sorted(completed(line)) == sorted(offered)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_completion_is_shown_for_every_shell(shell: str) -> None:
    command = [sys.executable, "-P", "-m", "consistency", "--show-completion", shell]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0
    assert "_CONSISTENCY_COMPLETE" in done.stdout
