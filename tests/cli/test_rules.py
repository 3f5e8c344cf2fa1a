"""`consistency rules`: what authors see."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT

Cli = Callable[..., subprocess.CompletedProcess[str]]
RULE = ROOT / "rules/unmet_promise/promise-not-kept.yaml"


def test_an_author_sees_why_an_example_fails(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / RULE.name).write_text(RULE.read_text().replace("narrated: true", "narrated: false"))
    done = cli("rules", "test", tmp_path)
    assert done.returncode == 1
    told = done.stdout.split("\n\n")[0]
    assert told.startswith(
        "promise-not-kept: should have found something: a report that was to be published\nin full\n"
    )
    assert "it finds nothing, because it asks:\n    - outcome.narrated = false: narrated is true\n" in told
    assert '[0] promise of Tomasz Wren in article-1:\n        "to publish the audit of the Northgate ward"' in told
    assert "predicate=publish" in told
    assert "[0] excludes [1], both ways (via negation" in told
    assert done.stdout.endswith("4 examples of 1 rule: 2 wrong\n")
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_an_author_sees_what_is_found_in_what_should_pass(cli: Cli, tmp_path: Path) -> None:
    source = RULE.read_text()
    finds, passes = source[source.index("  finds:\n") :].split("  passes:\n")
    turned = source[: source.index("  finds:\n")] + "  finds:\n" + passes + finds.replace("finds", "passes")
    (tmp_path / RULE.name).write_text(turned)
    done = cli("rules", "test", tmp_path / RULE.name)
    assert done.returncode == 1
    assert "promise-not-kept: should have passed it: a factory that was to stay open\n  found (warning" in done.stdout
    assert "because the factory cannot be both open and closed" in " ".join(done.stdout.split())


def test_facts_of_right_examples(cli: Cli) -> None:
    done = cli("rules", "test", "promise-not-kept", "--facts")
    assert done.returncode == 0
    assert "promise-not-kept: rightly found: a factory" in done.stdout
    assert "promise-not-kept: rightly passed: a condition" in done.stdout
    assert "promise.condition = none: condition is condition" in done.stdout
    assert done.stdout.endswith("4 examples of 1 rule: none wrong\n")


def test_hostile_text_in_an_example_is_harmless(cli: Cli, tmp_path: Path) -> None:
    hostile = (
        RULE.read_text()
        .replace("vowed that", "\\e[2J\\u202evowed that")
        .replace("          text: >-\n", '          text: "')
    )
    hostile = hostile.replace("remain open.", 'remain open."').replace("Northgate ward.\n", 'Northgate ward."\n')
    hostile = hostile.replace("if the court agreed.", 'if the court agreed."')
    (tmp_path / RULE.name).write_text(hostile)
    done = cli("rules", "test", tmp_path, "--facts")
    assert done.returncode in (0, 1), done.stderr
    assert "\x1b" not in done.stdout
    assert "\u202e" not in done.stdout


def test_a_new_rule_passes(cli: Cli, tmp_path: Path) -> None:
    done = cli("rules", "new", "no-bridge", "--category", "unmet_promise", "--folder", "mine", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "wrote mine/no-bridge.yaml\nwrote mine/rule.schema.json\n")
    assert done.stderr == "next: edit it, and run `consistency rules test mine/no-bridge.yaml`\n"
    assert cli("rules", "test", "mine", cwd=tmp_path).stdout == "4 examples of 1 rule: none wrong\n"
    assert cli("rules", "lint", "mine", cwd=tmp_path).stdout == "1 rule: 0 pieces of advice\n"
    again = cli("rules", "new", "no-bridge", "--category", "unmet_promise", "--folder", "mine", cwd=tmp_path)
    assert (again.returncode, again.stderr) == (2, "error: mine/no-bridge.yaml: is there already\n")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["new", "No Bridge", "--category", "tension"], "'No Bridge' is no id"),
        (["new", "no-bridge", "--category", "tensions"], "'tensions' is not one of"),
        (["new", "no-bridge"], "Missing option '--category'"),
        (["test", "promise-not-keptt"], "folder 'promise-not-keptt' (did you mean 'promise-not-kept'?)"),
        (["test", "no/such/file.yaml"], "no/such/file.yaml: no such file or folder"),
        (["lint", "no-such-rule"], "no rule, file or folder 'no-such-rule'; `consistency rules list`"),
    ],
)  # fmt: skip
def test_a_wrong_request(args: list[str], said: str, cli: Cli, tmp_path: Path) -> None:
    done = cli("rules", *args, cwd=tmp_path, COLUMNS="200")
    assert done.returncode == 2
    assert said in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_lint_says_where(cli: Cli, tmp_path: Path) -> None:
    text = RULE.read_text().replace("  - promise excludes outcome\n", "  - promise excludes outcome as link\n")
    (tmp_path / RULE.name).write_text(text)
    done = cli("rules", "lint", ".", cwd=tmp_path)
    line = text.splitlines().index("  - promise excludes outcome as link") + 1
    assert done.returncode == 1
    assert done.stdout == (
        f"{RULE.name}:{line}:5: notice: the name 'link' is not used: leave 'as link' out\n1 rule: 1 piece of advice\n"
    )
    (tmp_path / RULE.name).write_text(text.replace("category:", "categori:"))
    broken = cli("rules", "lint", ".", cwd=tmp_path)
    assert broken.returncode == 2
    assert "unknown key 'categori' (did you mean 'category'?)" in broken.stderr


def test_lint_of_the_built_in_rules(cli: Cli) -> None:
    assert cli("rules", "lint").returncode == 0
    assert cli("rules", "lint", "promise-not-kept", "--topics", "9").returncode == 1


def test_docs_and_schema_into_files(cli: Cli, tmp_path: Path) -> None:
    assert cli("rules", "docs", "-o", tmp_path / "rules.md").returncode == 0
    assert (tmp_path / "rules.md").read_text() == cli("rules", "docs").stdout
    mine = cli("rules", "docs", "--no-builtin", "--rules", RULE).stdout
    assert mine.count("\n### ") == 1
    assert json.loads(cli("rules", "schema").stdout)["title"] == "A rule of consistency"
