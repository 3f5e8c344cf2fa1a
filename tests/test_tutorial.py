"""The tutorial, followed to the letter: its files written, its commands run, and every output as it says."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import ROOT

PAGE = ROOT / "docs" / "tutorial.md"
_STEP = re.compile(r"(?:^`(?P<file>[\w./-]+)`:\n\n)?^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


class Step(NamedTuple):
    file: str | None
    kind: str
    text: str


def steps() -> list[Step]:
    return [Step(m["file"], m["kind"], m["text"]) for m in _STEP.finditer(PAGE.read_text(encoding="utf-8"))]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A new folder, and `consistency` on the path as an installation puts it there."""
    bin_folder = tmp_path / "bin"
    bin_folder.mkdir()
    command = bin_folder / "consistency"
    command.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -P -m consistency "$@"\n')
    command.chmod(0o755)
    (tmp_path / "new").mkdir()
    return tmp_path / "new"


def followed(folder: Path) -> Iterator[tuple[Step, str]]:
    """Each output that the page shows, and the one that came."""
    environment = {**os.environ, "COLUMNS": "80", "CONSISTENCY_CACHE": "off"}
    environment["PATH"] = f"{folder.parent / 'bin'}{os.pathsep}{os.environ['PATH']}"
    shown = ""
    for step in steps():
        if step.file:
            path = folder / step.file
            path.parent.mkdir(exist_ok=True)
            path.write_text(step.text, encoding="utf-8")
        elif step.kind == "sh":
            done = subprocess.run(
                ["/bin/sh", "-c", step.text], cwd=folder, env=environment, capture_output=True, encoding="utf-8",
                check=False,
            )  # fmt: skip
            assert done.returncode in (0, 1), done.stderr
            shown = done.stdout.rstrip("\n") + "\n"
        else:
            yield step, shown


def test_every_step_is_as_the_page_says(folder: Path, request: pytest.FixtureRequest) -> None:
    came = list(followed(folder))
    assert len(came) == 8
    if request.config.getoption("--update-golden"):
        outputs = iter(came)
        page = PAGE.read_text(encoding="utf-8")
        updated = re.sub(r"^```text\n.*?^```$", lambda _: f"```text\n{next(outputs)[1]}```", page, flags=re.M | re.S)
        PAGE.write_text(updated, encoding="utf-8")
        return
    for step, shown in came:
        assert shown == step.text, "run: pytest tests/test_tutorial.py --update-golden, and read what it writes"


def test_it_shows_a_mistake_and_then_none(folder: Path) -> None:
    outputs = [step.text for step in steps() if step.kind == "text"]
    assert "demand.kind = promise: demand" in outputs[4]
    assert outputs[5].endswith("none wrong\n")
    assert "[demand-not-met]" in outputs[-1]
