"""`consistency check --watch`: check again whenever a file is saved, and show what came of it where that is new."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from consistency.cli.command import CHECKED
from consistency.cli.runs import made, write
from consistency.cli.terminal import say, tell
from consistency.cli.watching import Watched, changes, state
from consistency.errors import UsageError
from consistency.findings import Report
from consistency.read.source import STDIN
from consistency.report.layout import count

if TYPE_CHECKING:
    from consistency.options import Options

MOST_NAMED = 3


class Showing(NamedTuple):
    """How a report becomes output: its text, what is done with it before, the file it goes to (or stdout)."""

    rendered: Callable[[Report], str]
    after: Callable[[Report], Report]
    output: Path | None
    quiet: bool


def watched(paths: list[str], options: Options, showing: Showing, others: Sequence[Path] = ()) -> int:
    """Check now and after every change, until Ctrl-C; `others` are further files that matter (settings, a baseline).

    What articles yielded is kept, so that only what changed is read again; all rules are matched again every time.
    Lexicons and settings are read once in the life of a process: after a change in them it starts anew.
    """
    from consistency.store import open_cache
    from consistency.store.cache import Cache

    if STDIN in paths:
        raise UsageError("--watch cannot watch standard input")
    if options.engine == "auto":
        options = replace(options, engine="duckdb")  # in this process: no other has to be started for every check
    files = [*others, *options.known, *([options.sidecar] if options.sidecar else [])]
    wanted = Watched(paths, options.rules, options.lexicons, files)
    fixed = {path.as_posix() for path in others}
    with open_cache(remember=True) or Cache(None, remember=True) as cache:
        loop = _Loop(paths, replace(options, cache=cache), showing)
        try:
            before = state(wanted)
            loop.first()
            for changed in changes(wanted, before):
                if fixed & {*changed} or _of_lexicons(changed, options.lexicons):
                    say(f"{_named(changed)} changed: starting anew")
                    cache.flush()
                    _start_anew()
                loop.again(changed)
        except KeyboardInterrupt:
            say("no longer watching")
    return CHECKED


class _Loop:
    """Checks, and remembers what was shown."""

    def __init__(self, paths: list[str], options: Options, showing: Showing) -> None:
        self._paths = paths
        self._options = options
        self._showing = showing
        self._report: Report | None = None
        self._shown = ""

    def first(self) -> None:
        """Check and show everything."""
        self._check()
        if not self._showing.quiet:
            say(f"watching {', '.join(self._paths)}: Ctrl-C ends it")

    def again(self, changed: Sequence[str]) -> None:
        """Check, and show what is new."""
        before = self._report
        began = time.perf_counter()
        new = self._check()
        if before is None or self._report is None or self._showing.quiet:
            return
        took = f"{_named(changed)}: checked again in {time.perf_counter() - began:.1f} s"
        say(
            f"{took}: {', '.join(_differences(before, self._report)) or 'something else'}"
            if new
            else f"{took}: no change"
        )

    def _check(self) -> bool:
        """Whether there was something new to show."""
        showing = self._showing
        report, _ = made(self._paths, self._options, True, showing.after)
        if self._report is None or report.problems != self._report.problems:
            tell(report.problems, showing.quiet)
        text = showing.rendered(report)
        new = text != self._shown
        if new:
            write([text], showing.output)
        self._report, self._shown = report, text
        return new


def _differences(before: Report, now: Report) -> Iterator[str]:
    """What has come and what has gone, counted."""
    old, new = {f.fingerprint for f in before.findings}, {f.fingerprint for f in now.findings}
    if come := len(new - old):
        yield count(come, "new finding")
    if gone := len(old - new):
        yield count(gone, "finding") + " gone"
    if before.promises != now.promises:
        yield "promises changed"
    if before.problems != now.problems:
        yield "other problems"


def _named(paths: Sequence[str]) -> str:
    more = len(paths) - MOST_NAMED
    return ", ".join(paths[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def _of_lexicons(changed: Sequence[str], lexicons: Sequence[Path]) -> bool:
    return any(Path(path).is_relative_to(folder) for path in changed for folder in lexicons)


def _start_anew() -> None:
    """This process as it was started, in place of itself."""
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 - the command that the user gave
