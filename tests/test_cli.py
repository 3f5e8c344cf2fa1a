"""The command line as its users meet it: exit codes, what is printed where, and no traceback whatever happens."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from consistency import __version__
from consistency.cli.command import CHECKED, INTERRUPTED, NOT_CHECKED, guarded
from consistency.cli.runs import exit_code
from consistency.errors import Problem, RuleError, UsageError
from consistency.findings import Finding, Report
from consistency.report import FORMATS
from tests.conftest import FIXTURES, ROOT

HARBOUR = FIXTURES / "harbour"
PLAIN = "The town library opened at nine on Monday.\n"
HEAVY = ("spacy", "pyarrow", "duckdb", "pandas", "tabulate", "durable", "numpy")
Cli = Callable[..., subprocess.CompletedProcess[str]]


def finding(severity: str) -> Finding:
    return Finding("rule", "tension", severity, "message", "why", 0.5, ())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("severities", "fail_on", "code"),
    [
        ([], "info", 0), (["info"], "info", 1), (["info"], "warning", 0), (["warning"], "warning", 1),
        (["error"], "warning", 1), (["warning"], "error", 0), (["info", "error"], "error", 1), (["error"], "none", 0),
    ],
)  # fmt: skip
def test_exit_code(severities: list[str], fail_on: str, code: int) -> None:
    report = Report(None, 1, 1, tuple(map(finding, severities)), problems=(Problem("notice", "a.txt", "undated"),))
    assert exit_code(report, fail_on) == code


@pytest.mark.parametrize("fail_on", ["none", "error"])
def test_what_was_not_checked_outranks_findings(fail_on: str) -> None:
    report = Report(None, 1, 1, (finding("error"),), problems=(Problem("error", "a.txt", "empty"),))
    assert exit_code(report, fail_on) == NOT_CHECKED


@pytest.mark.parametrize(
    ("fault", "code", "said"),
    [
        (UsageError("no such date"), NOT_CHECKED, "error: no such date\n"),
        (
            RuleError([Problem("error", "r.yaml", "one", 1, 2), Problem("error", "s.yaml", "two", 3, 4)]),
            NOT_CHECKED, "r.yaml:1:2: error: one\ns.yaml:3:4: error: two\n",
        ),
        (KeyboardInterrupt(), INTERRUPTED, "interrupted\n"),
        (None, CHECKED, ""),
    ],
)  # fmt: skip
def test_every_fault_is_a_line_and_a_code(
    fault: BaseException | None, code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def work() -> int:
        if fault:
            raise fault
        return CHECKED

    assert guarded(work) == code
    assert capsys.readouterr().err == said


def test_a_fault_of_ours_says_where_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert guarded(lambda: {}["topic\x1b[2J"]) == NOT_CHECKED
    said = capsys.readouterr().err
    assert said.startswith("error: internal fault, please report it: KeyError in test_cli.py:")
    assert said.endswith(": 'topic\\x1b[2J'\n")


@pytest.mark.parametrize(
    "code",
    [
        "import sys; sys.argv = ['consistency', '--help']; from consistency.__main__ import main; main()",
        "import sys; sys.argv = ['consistency', 'check', '--help']; from consistency.__main__ import main; main()",
        "import consistency; dir(consistency)",
    ],
)
def test_nothing_heavy_is_imported_before_it_is_used(code: str) -> None:
    probe = f"import sys, atexit; atexit.register(lambda: print([m for m in {HEAVY} if m in sys.modules])); "
    done = subprocess.run([sys.executable, "-c", probe + code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_version(cli: Cli) -> None:
    assert cli("--version").stdout == f"consistency {__version__}\n"


@pytest.mark.parametrize(
    "command", ["check", "promises", "explain", "extract", "compare", "rules", "rules list", "rules show", "rules test"]
)
def test_every_command_has_help(command: str, cli: Cli) -> None:
    done = cli(*command.split(), "--help")
    assert done.returncode == 0
    assert done.stdout.startswith(f"Usage: consistency {command} ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check"], "Missing argument 'PATH'"),
        (["chekc", "a.txt"], "No such command 'chekc'"),
        (["check", "seeds", "--format", "yaml"], "'yaml' is not one of table, markdown, json, jsonl"),
        (["check", "seeds", "--engine", "prolog"], "'prolog' is not one of auto, durable, duckdb"),
        (["check", "seeds", "--fail-on", "all"], "'all' is not one of none, info, warning, error"),
        (["check", "seeds", "--as-of", "yesterday"], "Invalid value for '--as-of'"),
        (["check", "seeds", "--workers", "0"], "Invalid value for '--workers'"),
        (["check", "seeds", "--rules", "no-such-rules"], "Invalid value for '--rules'"),
        (["check", "seeds", "--output", "no-such-folder/out.txt"], "'no-such-folder' is not a folder"),
        (["compare", "no-such-pairs.jsonl"], "no-such-pairs.jsonl: cannot be read: No such file or directory"),
        (["rules", "show", "no-such-rule"], "no rule, file or folder 'no-such-rule'"),
    ],
)
def test_bad_usage(arguments: list[str], said: str, cli: Cli) -> None:
    done = cli(*arguments)
    assert done.returncode == NOT_CHECKED
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_check(cli: Cli, golden: Callable[[str, str], None]) -> None:
    done = cli("check", HARBOUR, "--fail-on", "none")
    assert done.returncode == CHECKED
    golden(done.stdout, "expected/harbour-check.table")


def test_every_format_shows_the_same_findings(cli: Cli) -> None:
    shown = {name: cli("check", HARBOUR, "--fail-on", "none", "--format", name).stdout for name in FORMATS}
    findings = json.loads(shown["json"])["findings"]
    lines = [json.loads(line) for line in shown["jsonl"].splitlines()]
    assert findings
    assert [r for r in lines if r.pop("record") == "finding"] == findings
    for name in ("table", "markdown"):
        places = [shown[name].index(finding["rule"]) for finding in findings]
        assert places == sorted(places)


def test_promises(cli: Cli, golden: Callable[[str, str], None]) -> None:
    done = cli("promises", HARBOUR)
    assert done.returncode == CHECKED
    golden(done.stdout, "expected/harbour-promises.table")


def test_extract(cli: Cli, golden: Callable[[str, str], None]) -> None:
    done = cli("extract", HARBOUR)
    assert done.returncode == CHECKED
    golden(done.stdout, "expected/harbour-extract.table")


def test_extract_records(cli: Cli) -> None:
    done = cli("extract", HARBOUR, "--format", "jsonl")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert {r["record"] for r in records} == {"article", "statement", "time", "fact"}
    articles = {path.name: path.read_text(encoding="utf-8") for path in HARBOUR.glob("*.txt")}
    for record in records:
        for part in ("source", "cue", "content", "evidence"):
            for span in record.get(part, ()):
                assert articles[record["article"]][span["start"] : span["end"]] == span["text"]


def test_a_finding_fails_the_check(cli: Cli) -> None:
    assert cli("check", HARBOUR, "--fail-on", "info").returncode == 1
    assert cli("check", HARBOUR, "--fail-on", "info", "--exit-zero").returncode == CHECKED


def test_what_cannot_be_read_is_named_and_the_rest_is_checked(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(PLAIN)
    (tmp_path / "broken.txt").write_bytes(b"caf\xe9 " * 40)
    done = cli("check", tmp_path, "--as-of", "2024-01-01", "--exit-zero", "--format", "json")
    report = json.loads(done.stdout)
    assert done.returncode == NOT_CHECKED
    assert report["articles"] == 1
    assert [p["path"].endswith("broken.txt") for p in report["problems"] if p["level"] == "error"] == [True]
    assert "broken.txt" in done.stderr
    assert ": error: " in done.stderr


def test_a_missing_path(cli: Cli) -> None:
    done = cli("check", "no-such-folder", "--as-of", "2024-01-01")
    assert done.returncode == NOT_CHECKED
    assert "no-such-folder: error: no such file or folder" in done.stderr
    assert done.stdout.startswith("No findings in 0 articles")


def test_no_date_at_all(cli: Cli) -> None:
    done = cli("check", "-", stdin=PLAIN)
    assert done.returncode == NOT_CHECKED
    assert "--as-of" in done.stderr


def test_standard_input(cli: Cli) -> None:
    done = cli("check", "-", "--as-of", "2024-01-01", "--format", "json", stdin=PLAIN)
    assert done.returncode == CHECKED
    assert json.loads(done.stdout)["articles"] == 1


def test_every_mistake_in_rules_is_said(cli: Cli, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.yaml").write_text(f"id: {name}\ncategory: gossip\n")
    done = cli("check", HARBOUR, "--rules", tmp_path, "--format", "json")
    assert done.returncode == NOT_CHECKED
    for name in ("one", "two"):
        assert f"{name}.yaml:2:11: error: 'category' cannot be 'gossip'" in done.stderr
        assert f"{name}.yaml:1:1: error: 'message' is missing" in done.stderr
    assert {p["level"] for p in json.loads(done.stdout)["problems"]} >= {"error"}


def test_rules_list(cli: Cli) -> None:
    done = cli("rules", "list", "--format", "json")
    listed = json.loads(done.stdout)
    assert {r["id"] for r in listed} == {path.stem for path in (ROOT / "rules").glob("*/*.yaml")} - {
        path.stem for path in (ROOT / "rules/lexicons").glob("*.yaml")
    }
    assert all(r["id"] in cli("rules", "show", r["id"]).stdout for r in listed[:1])


def test_rules_test_runs_the_examples(cli: Cli, tmp_path: Path) -> None:
    source = ROOT / "rules/unmet_promise/promise-past-its-deadline.yaml"
    done = cli("rules", "test", "promise-past-its-deadline")
    assert (done.returncode, done.stdout.endswith("1 rule: none wrong\n")) == (CHECKED, True)
    turned = source.read_text(encoding="utf-8").replace("finds:", "other:").replace("passes:", "finds:")
    (tmp_path / source.name).write_text(turned.replace("other:", "passes:"), "utf-8")
    done = cli("rules", "test", "--rules", tmp_path, "--no-builtin")
    assert done.returncode == 1
    assert "promise-past-its-deadline: should have found something: " in done.stdout
    assert "promise-past-its-deadline: should have passed it: " in done.stdout


def test_output_and_stats_go_to_files(cli: Cli, tmp_path: Path) -> None:
    out, stats = tmp_path / "report.json", tmp_path / "stats.json"
    done = cli("check", HARBOUR, "--fail-on", "none", "--format", "json", "-o", out, "--stats", stats)
    assert done.stdout == ""
    assert json.loads(out.read_text(encoding="utf-8"))["contract"] == 1
    assert json.loads(stats.read_text(encoding="utf-8"))["engine"] in done.stderr


def test_stderr_says_as_of_and_engine_unless_quiet(cli: Cli) -> None:
    said = cli("check", HARBOUR, "--fail-on", "none").stderr
    assert "as of 2023-07-05, the date of the latest article (--as-of sets another)\n" in said
    assert "engine: " in said
    assert cli("check", HARBOUR, "--fail-on", "none", "--quiet").stderr == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ["--engine", "duckdb"],
        ["--workers", "2"],
        pytest.param(
            ["--engine", "durable"], marks=pytest.mark.skipif(sys.version_info >= (3, 13), reason="not on Python 3.13")
        ),
    ],
)
def test_same_input_same_bytes(arguments: list[str], cli: Cli) -> None:
    files = sorted(HARBOUR.glob("*.txt"))
    usual = cli("check", *files, "--format", "json").stdout
    assert cli("check", *reversed(files), "--format", "json", *arguments).stdout == usual


def test_output_is_utf8_whatever_the_locale(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("“The café will open in May,” said the mayor, Zoë Nyström, on Monday.\n")
    done = cli("extract", tmp_path, "--format", "jsonl", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert done.returncode == CHECKED
    assert "Zoë Nyström" in done.stdout


def test_hostile_articles_are_harmless(cli: Cli, tmp_path: Path) -> None:
    name = "a\x1b[31m.txt"
    (tmp_path / name).write_text(
        "“We will\x1b[2J open \u202e the \x07 school <script>x</script> by May,” said Ida Holm on Monday.\n"
    )
    for command in ("check", "promises", "extract"):
        done = cli(command, tmp_path, *([] if command == "extract" else ["--as-of", "2024-01-01"]))
        assert done.returncode in (CHECKED, NOT_CHECKED)
        assert not {"\x1b", "\u202e", "\x07"} & {*done.stdout, *done.stderr}


def test_compare(cli: Cli) -> None:
    pairs = [
        {"id": "a", "first": "The gate is open.", "second": "The gate is not open."},
        {"id": "b", "first": "The gate is open.", "second": "The bridge was built in 1901."},
    ]
    done = cli("compare", "-", "--format", "jsonl", stdin="".join(json.dumps(p) + "\n" for p in pairs))
    verdicts = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == CHECKED
    assert [set(v) for v in verdicts] == [{"id", "contradiction", "category", "because"}] * 2
    assert [(v["id"], v["contradiction"]) for v in verdicts] == [("a", True), ("b", False)]


def test_compare_goes_on_after_a_broken_line(cli: Cli) -> None:
    good = json.dumps({"id": "a", "first": "The gate is open.", "second": "The gate is not open."})
    done = cli("compare", "-", stdin=f"{good}\nnonsense\n{good}\n")
    assert done.returncode == NOT_CHECKED
    assert len(done.stdout.splitlines()) == 2
    assert done.stderr.startswith("-:2: error: not a JSON object")


def test_a_reader_that_goes_away_is_no_fault() -> None:
    command = [sys.executable, "-m", "consistency", "rules", "list", "--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == CHECKED


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_said() -> None:
    command = [sys.executable, "-m", "consistency", "rules", "list"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", cwd=ROOT, check=False)
    assert (done.returncode, done.stderr) == (
        NOT_CHECKED, "error: cannot write the output: No space left on device\n",
    )  # fmt: skip


def test_an_interrupt_is_said() -> None:
    command = [sys.executable, "-m", "consistency", "compare", "-"]
    pipe = subprocess.PIPE
    line = json.dumps({"id": "a", "first": "The gate is open.", "second": "The gate is not open."}) + "\n"
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, cwd=ROOT) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(line.encode() * 64)
        process.stdin.flush()
        process.stdout.readline()
        os.kill(process.pid, signal.SIGINT)
        _, said = process.communicate()
    assert (process.returncode, said) == (INTERRUPTED, b"interrupted\n")
