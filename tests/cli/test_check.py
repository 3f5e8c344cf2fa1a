"""`check` in a pipeline: settings, baseline, suppressions, changes, and that exit code 2 is never hidden."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from consistency.cli.advice import lines
from consistency.cli.step_summary import MAX_BYTES, cut
from consistency.findings import Report
from consistency.report import FORMATS
from tests.aside import pair, report
from tests.conftest import FIXTURES
from tests.test_changes import git

Cli = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with articles that have findings in `news/`."""
    (tmp_path / "news").mkdir()
    for path in (FIXTURES / "harbour").glob("*.txt"):
        (tmp_path / "news" / path.name).write_bytes(path.read_bytes())
    return tmp_path


@pytest.fixture(scope="module")
def found(cli: Cli) -> list[dict[str, str]]:
    """The findings in those articles, which are warnings."""
    done = cli("check", FIXTURES / "harbour", "--format", "json")
    findings: list[dict[str, str]] = json.loads(done.stdout)["findings"]
    assert [f["severity"] for f in findings] == ["warning"] * len(findings) != []
    return findings


def shown(done: subprocess.CompletedProcess[str]) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = json.loads(done.stdout)
    return found


def test_settings_are_options(cli: Cli, folder: Path, found: list[dict[str, str]]) -> None:
    (folder / "consistency.toml").write_text('fail-on = "warning"\nformat = "json"\nas-of = 2023-07-31\nquiet = true\n')
    done = cli("check", "news", cwd=folder)
    assert (done.returncode, done.stderr) == (1, "")
    assert json.loads(done.stdout)["as_of"] == "2023-07-31"
    done = cli("check", "news", "--fail-on", "error", "--format=table", cwd=folder)
    assert done.returncode == 0
    assert f"{len(found)} findings in 2 articles as of 2023-07-31: {len(found)} warnings." in done.stdout


def test_settings_are_found_upward_and_paths_are_relative_to_them(
    cli: Cli, folder: Path, found: list[dict[str, str]]
) -> None:
    (folder / "pyproject.toml").write_text('[tool.consistency]\nbaseline = "known.json"\n')
    done = cli("check", ".", "--update-baseline", cwd=folder / "news")
    assert (folder / "known.json").exists()
    known = f"../known.json: {len(found)} known findings, before 0\n"
    assert done.stderr.startswith(f"settings: ../pyproject.toml\n{known}")


def test_other_commands_take_what_they_share(cli: Cli, folder: Path) -> None:
    (folder / "consistency.toml").write_text('as-of = "2023-03-20"\nformat = "sarif"\nfail-on = "info"\n')
    done = cli("promises", "news", "--format", "json", cwd=folder)
    assert json.loads(done.stdout)["as_of"] == "2023-03-20"
    assert cli("extract", "news", cwd=folder).returncode == 0


def test_rules_are_those_of_the_settings(cli: Cli, folder: Path, found: list[dict[str, str]]) -> None:
    """`rules list` and `explain` know which rules run, and how severe they may be."""
    rule, other = found[0]["rule"], "quote_drift"
    (folder / "consistency.toml").write_text(f'disable = ["{other}"]\nseverity = ["{rule}=info"]\n')
    listed = json.loads(cli("rules", "list", "--format", "json", cwd=folder).stdout)
    assert {r["severity"] for r in listed if r["id"] == rule} == {"info"}
    assert other not in {r["category"] for r in listed}
    assert "\nat most info: " in cli("explain", rule, cwd=folder).stdout
    assert "\ninfo: " in cli("explain", rule, "news", cwd=folder).stdout
    assert "no finding" in cli("explain", rule, "news", "--disable", rule, cwd=folder).stderr


MISTAKES = """faill-on = "error"
fail-on = "loud"
workers = 0
quiet = "yes"
rules = "mine"
lexicons = ["no-such-folder"]
as-of = "soon"
update-baseline = true

[[suppress]]
rule = "said-both"
"""


def test_every_mistake_in_settings_has_its_line(cli: Cli, folder: Path) -> None:
    (folder / "consistency.toml").write_text(MISTAKES)
    done = cli("check", "news", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    said = done.stderr.splitlines()
    assert [line.partition(": ")[0] for line in said] == [f"consistency.toml:{n}" for n in (1, 2, 3, 4, 5, 6, 7, 8, 10)]
    assert said[0].endswith("error: unknown key 'faill-on' (did you mean 'fail-on'?)")
    assert said[1].endswith("error: 'fail-on': 'loud' is not one of none, info, warning, error")
    assert said[7].endswith("error: 'update-baseline' can only be given on the command line")
    assert cli("check", "--help", cwd=folder).returncode == 0
    assert cli("rules", "fields", cwd=folder).returncode == 0


def test_settings_by_name(cli: Cli, folder: Path) -> None:
    (folder / "consistency.toml").write_text("nonsense")
    (folder / "other.toml").write_text('fail-on = "warning"\n')
    assert cli("check", "news", "--config", "other.toml", cwd=folder).returncode == 1
    done = cli("check", "news", "--config=none.toml", cwd=folder)
    assert (done.returncode, done.stderr) == (2, "none.toml: error: cannot be read: No such file or directory\n")


def test_every_option_of_check_can_be_set(cli: Cli, folder: Path) -> None:
    """What --help tells of is known to the file."""
    said = cli("check", "--help").stdout
    names = {word.removeprefix("--") for word in said.split() if word.startswith("--")}
    names -= {"help", "config", "update-baseline"}
    assert len(names) > 15
    (folder / "consistency.toml").write_text("".join(f"{name} = {{}}\n" for name in sorted(names)))
    done = cli("check", "news", cwd=folder)
    assert len(done.stderr.splitlines()) == len(names)
    assert "unknown key" not in done.stderr


def test_a_baseline_from_first_to_last(cli: Cli, folder: Path, found: list[dict[str, str]]) -> None:
    check = ("check", "news", "--baseline", "known.json", "--fail-on", "info")
    done = cli(*check, cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert "known.json: there is no such baseline (--update-baseline writes one)" in done.stderr
    assert cli(*check, "--update-baseline", cwd=folder).returncode == 0
    article = folder / "news/2023-03-14-harbour-post.txt"
    article.write_text(article.read_text("utf-8") + "\nThe market is on Saturdays.\n", "utf-8")
    done = cli(*check, "--format", "json", cwd=folder)
    assert (done.returncode, shown(done)["findings"]) == (0, [])
    assert [s["suppressed"] for s in shown(done)["suppressed"]] == [
        {"by": "baseline", "reason": "known", "where": "known.json"}
    ] * len(found)
    assert f"Not counted: {len(found)} in the baseline." in done.stderr
    (folder / "news/2023-07-05-coast-daily.txt").unlink()
    done = cli(*check, cwd=folder)
    assert "known.json: notice: known findings that are not found any more: " in done.stderr


def test_a_verdict_is_known_by_the_next_check(cli: Cli, folder: Path, found: list[dict[str, str]]) -> None:
    check = ("check", "news", "--fail-on", "info", "--format", "json")
    (folder / "report.json").write_text(cli(*check, cwd=folder).stdout, "utf-8")
    first = json.loads((folder / "report.json").read_text("utf-8"))["findings"][0]
    triage = ("triage", first["id"], "false", "--note", "he was  misquoted", "--baseline", "known.json")
    done = cli(*triage, "--report", "report.json", cwd=folder)
    assert (done.returncode, done.stdout) == (0, f"{first['id']} is judged false; known.json knows 1 finding\n")
    after = shown(cli(*check, "--baseline", "known.json", cwd=folder))
    assert [s["id"] for s in after["suppressed"]] == [first["id"]]
    assert after["suppressed"][0]["suppressed"]["reason"] == "judged false: he was misquoted"  # type: ignore[index]
    assert len(after["findings"]) == len(found) - 1
    assert cli("triage", first["id"], "true", "--note", "so", "--baseline", "known.json", cwd=folder).returncode == 0
    (entry,) = json.loads((folder / "known.json").read_text("utf-8"))["findings"]
    assert (entry["verdict"], entry["note"], entry["fingerprint"]) == ("true", "so", first["fingerprint"])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["said-both-1a2b3c4d", "maybe", "--note", "x"], "'maybe' is not one of true, false"),
        (["said-both", "true", "--note", "x"], "'said-both' is not the id of a finding"),
        (["said-both-1a2b3c4d", "true", "--note", " "], "--note must say why"),
        (["said-both-1a2b3c4d", "true", "--note", "x", "--report", "r.json"], "r.json has no finding"),
        (["said-both-1a2b3c4d", "true", "--note", "x", "--report", "bad.json"], "bad.json: not a report"),
        (["said-both-1a2b3c4d", "true"], "Missing option '--note'"),
    ],
)
def test_bad_triage(arguments: list[str], said: str, cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "r.json").write_text('{"findings": []}')
    (tmp_path / "bad.json").write_text("[]")
    done = cli("triage", *arguments, "--baseline", "known.json", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert not (tmp_path / "known.json").exists()


def test_what_is_suppressed_is_listed(cli: Cli, folder: Path, found: list[dict[str, str]]) -> None:
    one, two = found[0], found[1]
    (folder / "consistency.toml").write_text(f'[[suppress]]\nfingerprint = "{one["id"]}"\nreason = "he was joking"\n')
    article = folder / "news" / str(two["evidence"][0]["article"])  # type: ignore[index]
    text, at = article.read_text("utf-8"), int(two["evidence"][0]["end"])  # type: ignore[index]
    at = text.index("\n", at)
    article.write_text(f"{text[:at]} <!-- consistency: ignore {two['id']} -- in court -->{text[at:]}", "utf-8")
    line = text.count("\n", 0, at) + 1
    done = cli("check", "news", "--inline-ignores", "news/*", cwd=folder)
    said = " ".join(done.stdout.split())
    assert "Not counted: 1 by comments, 1 by settings." in said
    assert f"{one['id']}: settings (consistency.toml:1): he was joking" in said
    assert f"{two['id']}: comment (news/{article.name}:{line}): in court" in said
    done = cli("check", "news", "--format", "json", "--hide-suppressed", cwd=folder)
    assert shown(done)["suppressed"] == []
    assert "Not counted: 1 by settings." in done.stderr
    assert f"{article.name}:{line}: notice: a comment asks to ignore findings: not heeded here" in done.stderr


@pytest.mark.parametrize(
    "hide",
    [
        ["--exit-zero"], ["--fail-on", "none"], ["--baseline", "known.json"], ["--hide-suppressed"],
        *(["--format", name] for name in FORMATS),
    ],
)  # fmt: skip
def test_nothing_hides_exit_code_2(hide: list[str], cli: Cli, folder: Path) -> None:
    (folder / "consistency.toml").write_text('[[suppress]]\npath = "*"\nreason = "all"\n')
    (folder / "known.json").write_text('{"version": 1}')
    (folder / "news/broken.txt").write_bytes(b"caf\xe9")
    done = cli("check", "news", *hide, cwd=folder)
    assert done.returncode == 2
    assert "1 error above: mend that and check again; the report is on the rest (exit code 2)\n" in done.stderr


def test_the_baseline_is_not_written_where_not_everything_was_checked(cli: Cli, folder: Path) -> None:
    (folder / "known.json").write_text('{"version": 1}')
    (folder / "news/broken.txt").write_bytes(b"caf\xe9")
    done = cli("check", "news", "--baseline", "known.json", "--update-baseline", cwd=folder)
    assert done.returncode == 2
    assert "known.json: not updated, for not everything was checked\n" in done.stderr
    assert (folder / "known.json").read_text() == '{"version": 1}'


def test_only_what_has_changed(cli: Cli, folder: Path, found: list[dict[str, str]]) -> None:
    git(folder, "init", "--quiet", "--initial-branch", "main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "all")
    check = ("check", "news", "--diff", "main", "--fail-on", "info", "--format", "json")
    done = cli(*check, cwd=folder)
    assert (done.returncode, shown(done)["findings"]) == (0, [])
    assert f"Not counted: {len(found)} in unchanged articles." in done.stderr
    with (folder / "news/2023-07-05-coast-daily.txt").open("a") as article:
        article.write("\nMore.\n")
    done = cli(*check, cwd=folder)
    assert (done.returncode, len(shown(done)["findings"])) == (1, len(found))
    done = cli("check", "news", "--diff", "nowhere", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert "error: --diff: git knows no commit 'nowhere'" in done.stderr


def test_annotations_come_with_a_summary_page(cli: Cli, folder: Path) -> None:
    page = folder / "summary.md"
    page.write_text("# Before\n")
    done = cli("check", "news", "--format", "github", cwd=folder, GITHUB_STEP_SUMMARY=str(page))
    assert all(line.startswith("::warning file=news/") for line in done.stdout.splitlines())
    assert page.read_text("utf-8").startswith("# Before\n# Consistency report\n")
    done = cli("check", "news", "--format", "github", cwd=folder, GITHUB_STEP_SUMMARY=str(folder))
    assert (done.returncode, "the step summary cannot be written" in done.stderr) == (0, True)


def test_a_summary_page_that_is_too_long_is_cut_between_sections() -> None:
    text = "# Report\n\n" + "## é section\n\nwords\n\n" * 60_000
    assert len(cut(text).encode()) <= MAX_BYTES
    assert cut(text).endswith("words\n\nThe report goes on: this page holds no more.\n")
    assert cut("short") == "short"


@pytest.mark.parametrize(
    ("shown", "code", "said"),
    [
        (
            report(pair("a", "b")),
            1,
            ["1 finding as severe as --fail-on info (exit code 1)", "next: `consistency explain"],
        ),
        (report(pair("a", "b")), 0, ["next: `consistency explain said-both-"]),
        (report(), 0, []),
        (Report(None, 1, 0), 0, ["nothing was understood of what they say: `consistency extract news`"]),
    ],
)
def test_what_to_do_next(shown: Report, code: int, said: list[str]) -> None:
    told = lines(shown, code, "info", ["news"], None)
    assert len(told) == len(said)
    assert all(line.startswith(start) for line, start in zip(told, said, strict=True))


def test_a_folder_that_is_gone_is_said() -> None:
    script = 'd=$(mktemp -d) && cd "$d" && rmdir "$d" && exec "$0" -m consistency "$@"'
    for arguments in (["check", "a.txt"], ["extract", "."], ["rules", "list"]):
        done = subprocess.run(
            ["sh", "-c", script, sys.executable, *arguments], capture_output=True, encoding="utf-8", check=False
        )
        assert (done.returncode, done.stderr) == (2, "error: the current folder is gone: change to one that exists\n")


def test_what_is_said_of_a_record_names_its_line(cli: Cli, tmp_path: Path) -> None:
    records = (
        '{"id": "a", "text": "The gate is open."}\n{"id": "b", "text": "It is shut.", "date": "2031-01-01"}\n'
    )
    (tmp_path / "corpus.jsonl").write_text(records)
    assert "corpus.jsonl:1: notice: undated" in cli("check", "corpus.jsonl", cwd=tmp_path).stderr
