"""What the command line says to its user, and where its output goes: stderr, stdout, files, the width of a screen."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO

from consistency.errors import Problem, UsageError
from consistency.report.escape import visible

MAX_WIDTH = 120
"""Lines longer than this are hard to read, however wide the screen."""
PATIENCE = 2.0
"""Seconds of work before progress is shown."""


def say(message: str) -> None:
    """One line on stderr."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError, ValueError):  # nobody can be told that nobody can be told
            print(visible(message), file=sys.stderr, flush=True)


def tell(problems: Iterable[Problem], quiet: bool = False) -> None:
    """Every problem on stderr, one a line as `path:line:column: level: message`; quiet leaves the notices out."""
    for problem in problems:
        if problem.level == "error" or not quiet:
            say(str(problem))


def width() -> int:
    """Columns to fit: COLUMNS where it is set, else the terminal's, else 80; never over 120."""
    return min(MAX_WIDTH, shutil.get_terminal_size().columns)


def emit(text: str) -> bool:
    """The text on stdout as UTF-8, whatever the locale; False when the reader has gone (a closed pipe).

    Raises UsageError where stdout cannot be written to, as on a full disk.
    """
    if sys.stdout is None:
        raise UsageError("there is no standard output to write to")
    try:
        sys.stdout.buffer.write(encoded(text))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _silence_stdout()
        return False
    except OSError as e:
        _silence_stdout()
        raise UsageError(f"cannot write the output: {e.strerror}") from e
    return True


def save(path: Path, pieces: Iterable[str]) -> None:
    """The pieces into a file as UTF-8; raises UsageError where that cannot be done."""
    try:
        with path.open("wb") as file:
            file.writelines(map(encoded, pieces))
    except OSError as e:
        raise UsageError(f"{path}: cannot be written: {e.strerror}") from e


def encoded(text: str) -> bytes:
    """The text as UTF-8; a lone surrogate, which UTF-8 cannot hold, is written out as an escape."""
    return text.encode("utf-8", "backslashreplace")


def _silence_stdout() -> None:
    """Nothing more can be written; without this the interpreter would complain about it at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class Progress:
    """A counter on stderr for work over two seconds, on a terminal only, wiped when the work is done."""

    def __init__(
        self, quiet: bool = False, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._stream = stream or sys.stderr
        self._clock = clock
        self._began = clock()
        self._wanted = self._stream is not None and not quiet and self._stream.isatty()
        self._shown = 0

    def __call__(self, done: int, what: str) -> None:
        """Show that `done` articles are behind us, `what` the last of them."""
        if self._wanted and self._clock() - self._began > PATIENCE:
            line = f"{done} read, the last {visible(what)}"[: width() - 1]
            self._stream.write("\r" + line.ljust(self._shown))
            self._stream.flush()
            self._shown = len(line)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            self._stream.write("\r" + " " * self._shown + "\r")
            self._stream.flush()
