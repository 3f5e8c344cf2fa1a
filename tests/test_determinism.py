"""The same articles give the same bytes: whatever the order, the workers, the engine, and how often."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import FIXTURES

Cli = Callable[..., subprocess.CompletedProcess[str]]
STORIES = FIXTURES / "stories"
FILES = sorted(str(f.relative_to(STORIES)) for f in STORIES.rglob("*.txt"))
DURABLE = pytest.mark.skipif(sys.version_info >= (3, 13), reason="durable-rules does not run on Python 3.13")


@pytest.fixture(scope="module")
def report(cli: Cli) -> str:
    """What is reported of all stories at once."""
    done = cli("check", *FILES, "--engine", "duckdb", "--format", "json", cwd=STORIES)
    assert done.returncode in (0, 1), done.stderr
    assert json.loads(done.stdout)["findings"]
    return done.stdout


@pytest.mark.parametrize(
    ("files", "options"),
    [
        pytest.param(FILES, ["--engine", "duckdb"], id="again, hashes seeded anew"),
        pytest.param(FILES[::-1], ["--engine", "duckdb"], id="files in the reverse order"),
        pytest.param(
            [*FILES[4:], *FILES[:4]], ["--engine", "duckdb", "--workers", "2"], id="two workers, another order"
        ),
        pytest.param(FILES, ["--engine", "durable"], marks=DURABLE, id="the other engine"),
    ],
)
def test_the_same_bytes(cli: Cli, report: str, files: list[str], options: list[str]) -> None:
    done = cli("check", *files, *options, "--format", "json", cwd=STORIES, PYTHONHASHSEED=str(len(options)))
    assert done.stdout == report


def test_extraction_is_the_same_for_each_article(cli: Cli) -> None:
    files = FILES[2::-1]
    done = cli("extract", *files, "--format", "jsonl", cwd=STORIES, PYTHONHASHSEED="7")
    alone = cli("extract", files[-1], "--format", "jsonl", cwd=STORIES, PYTHONHASHSEED="8")
    name = f'"{Path(files[-1]).name}'
    assert sorted(line for line in done.stdout.splitlines() if name in line) == sorted(alone.stdout.splitlines())
