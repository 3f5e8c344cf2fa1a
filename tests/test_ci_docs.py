"""What docs/ci.md shows works: its settings, its workflow, its hook, and every option is told of."""

import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import FIXTURES, ROOT

CI = (ROOT / "docs/ci.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", CI, re.MULTILINE | re.DOTALL)
YAML = [text for kind, text in BLOCKS if kind == "yaml"]
TOML = [text for kind, text in BLOCKS if kind == "toml"]
SHELL = [line for kind, text in BLOCKS if kind == "sh" for line in text.splitlines()]
RULES = ("list", "show", "test", "new", "lint", "docs", "fields", "schema")
COMMANDS = ["check", "promises", "explain", "triage", "extract", "compare", *(f"rules {name}" for name in RULES)]
Cli = Callable[..., subprocess.CompletedProcess[str]]


def valid(*command: str | Path, cwd: Path = ROOT) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *map(str, command)], cwd=cwd, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("beginning", "schema"), [("name: consistency", "vendor.github-workflows"), ("consistency:", "vendor.gitlab-ci")]
)
def test_workflows_are_valid(beginning: str, schema: str, tmp_path: Path) -> None:
    (block,) = (text for text in YAML if text.startswith(beginning))
    (tmp_path / "workflow.yml").write_text(block)
    valid("check_jsonschema", "--builtin-schema", schema, tmp_path / "workflow.yml")


def test_the_hook_is_valid_and_its_use_too(tmp_path: Path) -> None:
    valid("pre_commit", "validate-manifest", ROOT / ".pre-commit-hooks.yaml")
    (block,) = (text for text in YAML if text.startswith("repos:"))
    (tmp_path / ".pre-commit-config.yaml").write_text(block)
    valid("pre_commit", "validate-config", tmp_path / ".pre-commit-config.yaml")


def test_commands_run_with_the_settings(cli: Cli, tmp_path: Path) -> None:
    """The settings are those of a folder of articles; then each command in its order."""
    (tmp_path / "consistency.toml").write_text(TOML[0])
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/articles.csv").write_text("file,publisher\n")
    for path in (FIXTURES / "harbour").glob("*.txt"):
        (tmp_path / "articles" / path.name).write_bytes(path.read_bytes())
    assert len(SHELL) == 3
    for line in SHELL:
        done = cli(*shlex.split(line)[1:], cwd=tmp_path)
        assert done.returncode == 0, done.stderr
    assert (
        "consistency.toml:8: notice: suppress: sets no finding aside any more"
        in cli("check", "articles", cwd=tmp_path).stderr
    )


def test_commands_of_workflows_take_options_that_there_are(cli: Cli) -> None:
    told = cli("check", "--help").stdout
    for command in re.findall(r"consistency check (.*)", "\n".join(YAML)):
        assert all(name in told for name in re.findall(r"--[a-z-]+", command)), command


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_documented(command: str, cli: Cli) -> None:
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]
    documented = " ".join(page.read_text(encoding="utf-8") for page in pages)
    options = set(re.findall(r"(?<=[ /])--([a-z-]+)", cli(*command.split(), "--help", COLUMNS="200").stdout)) - {"help"}
    assert options or command == "rules fields"
    missing = sorted(name for name in options if not re.search(rf"(--|`|^){name}\b", documented, re.MULTILINE))
    assert missing == []
