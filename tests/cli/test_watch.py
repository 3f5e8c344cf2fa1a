"""`check --watch` as a user has it: a process, files that are saved, Ctrl-C."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import FIXTURES, ROOT

Cli = Callable[..., subprocess.CompletedProcess[str]]
PATIENCE = 60.0


class Watcher:
    """The process, and what it has said so far."""

    def __init__(self, folder: Path, *options: str) -> None:
        self._out, self._err = folder.parent / "out", folder.parent / "err"
        command = [sys.executable, "-P", "-m", "consistency", "check", ".", "--watch", *options]
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "80"}
        with self._out.open("w") as out, self._err.open("w") as err:
            self.process = subprocess.Popen(command, cwd=folder, stdout=out, stderr=err, env=environment)

    def out(self) -> str:
        return self._out.read_text(encoding="utf-8")

    def err(self) -> str:
        return self._err.read_text(encoding="utf-8")

    def wait_for(self, said: str, times: int = 1) -> None:
        until = time.monotonic() + PATIENCE
        while self.err().count(said) < times:
            assert self.process.poll() is None, self.err()
            assert time.monotonic() < until, self.err()
            time.sleep(0.05)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    for path in (FIXTURES / "harbour").iterdir():
        (made / path.name).write_bytes(path.read_bytes())
    return made


@pytest.fixture
def watch(folder: Path) -> Iterator[Callable[..., Watcher]]:
    started: list[Watcher] = []

    def start(*options: str) -> Watcher:
        started.append(Watcher(folder, *options))
        return started[-1]

    yield start
    for watcher in started:
        watcher.process.kill()
        watcher.process.wait()


def test_it_shows_what_is_new_and_only_that(folder: Path, watch: Callable[..., Watcher], cli: Cli) -> None:
    watcher = watch("--as-of", "2023-07-31")
    watcher.wait_for("watching .: Ctrl-C ends it")
    once = cli("check", ".", "--as-of", "2023-07-31", cwd=folder).stdout
    assert watcher.out() == once

    first, second = sorted(folder.glob("*.txt"))
    second.write_text(second.read_text() + "\n")
    watcher.wait_for(f"{second.name}: checked again in")
    assert "no change" in watcher.err()
    assert watcher.out() == once

    text = first.read_text()
    first.unlink()
    watcher.wait_for(f"{first.name}: checked again in")
    without = cli("check", ".", "--as-of", "2023-07-31", cwd=folder).stdout
    assert watcher.out() == once + without
    first.write_text(text)
    watcher.wait_for("new finding")
    assert watcher.out() == once + without + once

    watcher.process.send_signal(signal.SIGINT)
    assert watcher.process.wait(PATIENCE) == 0
    assert watcher.err().endswith("no longer watching\n")


def test_a_bad_file_ends_nothing(folder: Path, watch: Callable[..., Watcher]) -> None:
    watcher = watch()
    watcher.wait_for("watching")
    (folder / "bad.txt").write_bytes(b"\xff\xfe")
    watcher.wait_for("bad.txt: error: not UTF-8")
    (folder / "bad.txt").unlink()
    watcher.wait_for("checked again in", 2)
    assert watcher.process.poll() is None


def test_rules_and_lexicons_are_watched(folder: Path, watch: Callable[..., Watcher], cli: Cli) -> None:
    rules, lexicons = folder.parent / "rules", folder.parent / "lexicons"
    cli("rules", "new", "mine", "--category", "unmet_promise", "--folder", rules)
    lexicons.mkdir()
    watcher = watch("--rules", str(rules), "--lexicons", str(lexicons), "--output", "../report.txt")
    watcher.wait_for("watching")
    rule = rules / "mine.yaml"
    rule.write_text(rule.read_text().replace("kind: promise,", "kind: promisse,"))
    watcher.wait_for("did you mean 'promise'?")
    rule.write_text(rule.read_text().replace("kind: promisse,", "kind: promise,"))
    watcher.wait_for("checked again in", 2)
    (lexicons / "topics.yaml").write_text("topics: {}\n")
    watcher.wait_for("topics.yaml changed: starting anew")
    watcher.wait_for("watching", 2)
    assert watcher.out() == ""
    assert "finding" in (folder.parent / "report.txt").read_text()


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["-", "--watch"], "--watch cannot watch standard input"),
        (["seeds", "--watch", "--baseline", "known.json", "--update-baseline"], "--watch does not update a baseline"),
    ],
)
def test_what_cannot_be_watched(args: list[str], said: str, cli: Cli) -> None:
    done = cli("check", *args)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
