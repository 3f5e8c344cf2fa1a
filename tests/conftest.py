"""What all tests share: the command line in a process of its own, and golden files."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser import MISSING

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "fixtures"
os.environ.setdefault("CONSISTENCY_CACHE", "off")  # tests do the work, and leave the user's cache alone


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="Write what was found into the golden files.")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """`golden(text, "report/table.txt")`: the text is exactly what that file under fixtures/ holds."""

    def compare(text: str, name: str) -> None:
        path = FIXTURES / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        assert path.is_file(), f"{name} is missing: run pytest --update-golden and read what it writes"
        assert text == path.read_bytes().decode()

    return compare


@pytest.fixture(scope="session")
def cli() -> Callable[..., subprocess.CompletedProcess[str]]:
    """`cli("check", path, stdin=..., cwd=...)`: the command line in a process of its own, 80 columns wide."""

    def run(*args: str | Path, stdin: str = "", cwd: Path = ROOT, **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "consistency", *map(str, args)],
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            cwd=cwd,
            env={**os.environ, "COLUMNS": "80", **env},
            check=False,
        )

    return run


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says loudly what no browser looked at."""
    skipped = [r for r in terminalreporter.stats.get("skipped", []) if MISSING in str(r.longrepr)]
    if skipped:
        terminalreporter.section(f"{MISSING}: {len(skipped)} tests skipped", red=True, bold=True)
