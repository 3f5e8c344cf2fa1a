"""What the README says is so: its commands run, its output is the real one, its Python does what it prints."""

import re
import shlex
import subprocess
from collections.abc import Callable
from contextlib import redirect_stdout
from io import StringIO

import pytest

from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
SHELL = [line for kind, text in BLOCKS if kind == "sh" for line in text.splitlines()]
OUTPUT = [text for kind, text in BLOCKS if kind == "text"]
PYTHON = [text for kind, text in BLOCKS if kind == "python"]
Cli = Callable[..., subprocess.CompletedProcess[str]]


def test_two_commands_do_everything() -> None:
    assert SHELL[:2] == ["make check", "make test"]


def test_the_first_output_is_that_of_the_first_command(cli: Cli, request: pytest.FixtureRequest) -> None:
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8")
    command = re.search(r"^check:.*\n\t@\$\(BIN\)/consistency (.*)$", recipe, re.MULTILINE)
    assert command
    done = cli(*shlex.split(command[1]))
    assert done.returncode == 0
    parts = done.stdout.rstrip("\n").split("\n\n")
    shown = "\n\n".join([next(p for p in parts if "unmet_promise" in p), "...", *parts[-4:]]) + "\n"
    if request.config.getoption("--update-golden"):
        (ROOT / "README.md").write_text(README.replace(f"```text\n{OUTPUT[0]}```", f"```text\n{shown}```"), "utf-8")
    else:
        assert OUTPUT[0] == shown


@pytest.mark.parametrize("line", [line for line in SHELL if line.startswith("consistency ")])
def test_every_command_runs(line: str, cli: Cli) -> None:
    done = cli(*shlex.split(line, comments=True)[1:])
    assert done.returncode in (0, 1), done.stderr


@pytest.mark.parametrize("code", PYTHON)
def test_python_prints_what_its_comments_say(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    printed = StringIO()
    with redirect_stdout(printed):
        exec(compile(code, "README.md", "exec"), {})
    promised = re.findall(r"^ *# prints: (.*)$", code, re.MULTILINE)
    assert promised
    assert printed.getvalue().splitlines() == promised


def test_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
