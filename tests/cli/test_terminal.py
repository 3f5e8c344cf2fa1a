import io
from pathlib import Path

import pytest

from consistency.cli.terminal import PATIENCE, Progress, encoded, save, tell, width
from consistency.errors import Problem, UsageError

NOTICE = Problem("notice", "a.txt", "no publication date was found")
ERROR = Problem("error", "b.txt", "not UTF-8", 7, 2)


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    """Seconds that pass when the test says so."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize(
    ("quiet", "said"),
    [
        (False, "a.txt: notice: no publication date was found\nb.txt:7:2: error: not UTF-8\n"),
        (True, "b.txt:7:2: error: not UTF-8\n"),
    ],
)
def test_problems_are_said(quiet: bool, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    tell([NOTICE, ERROR], quiet)
    assert capsys.readouterr().err == said


def test_a_hostile_file_name_is_harmless(capsys: pytest.CaptureFixture[str]) -> None:
    tell([Problem("error", "a\x1b[2J\nb.txt", "is \u202egone")])
    assert capsys.readouterr().err == "a\\x1b[2J b.txt: error: is \\u202egone\n"


@pytest.mark.parametrize(("columns", "fits"), [("60", 60), ("80", 80), ("100", 100), ("300", 120)])
def test_width(columns: str, fits: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert width() == fits


def test_progress_shows_after_two_seconds_and_is_wiped() -> None:
    screen, clock = Screen(), Clock()
    with Progress(stream=screen, clock=clock) as progress:
        progress(1, "a.txt")
        assert screen.getvalue() == ""
        clock.now = PATIENCE + 0.1
        progress(2, "longer.txt")
        progress(3, "c\x1b.txt")
        assert screen.getvalue() == "\r2 read, the last longer.txt\r3 read, the last c\\x1b.txt "
    assert screen.getvalue().endswith("\r")


@pytest.mark.parametrize(("quiet", "stream"), [(True, Screen()), (False, io.StringIO())], ids=["quiet", "no terminal"])
def test_progress_is_not_shown(quiet: bool, stream: io.StringIO) -> None:
    clock = Clock()
    with Progress(quiet, stream, clock) as progress:
        clock.now = 60.0
        progress(1, "a.txt")
    assert stream.getvalue() == ""


def test_save(tmp_path: Path) -> None:
    save(tmp_path / "out.txt", ["é ", "\ud800\n"])
    assert (tmp_path / "out.txt").read_bytes() == "é \\ud800\n".encode()
    assert encoded("é") == b"\xc3\xa9"


def test_save_says_what_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written"):
        save(tmp_path, ["text"])
