"""What the commands share: options, a check with its problems told, how output is written, how a run ends."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import asdict, replace
from functools import partial
from inspect import signature
from pathlib import Path
from typing import TYPE_CHECKING

from consistency.cli.command import CHECKED, FOUND, NOT_CHECKED, require_model
from consistency.cli.options import Checking, Reading
from consistency.cli.terminal import Progress, emit, encoded, save, say, tell, width
from consistency.errors import ConsistencyError, InputError, Problem, UsageError
from consistency.findings import SEVERITIES, Report, Severity, as_severe
from consistency.report.coverage import FORMATS as COVERAGES
from consistency.report.escape import json_text

if TYPE_CHECKING:
    from consistency.options import Options
    from consistency.pipeline import Stats

FAIL_ON = ("none", *SEVERITIES)


def exit_code(report: Report, fail_on: str) -> int:
    """2 if something could not be checked, else 1 if a finding is at least as severe as `fail_on`, else 0."""
    if any(problem.level == "error" for problem in report.problems):
        return NOT_CHECKED
    loud = as_severe(fail_on)
    return FOUND if any(finding.severity in loud for finding in report.findings) else CHECKED


def fitted(render: Callable[..., str], output: Path | None, **known: object) -> Callable[..., str]:
    """A format gets what it takes of what is known; its width is the terminal's, but in a file it keeps its own."""
    takes = signature(render).parameters
    values = {**known, **({"width": width()} if output is None else {})}
    return partial(render, **{name: value for name, value in values.items() if name in takes})


def understood(wanted: bool, format_: str, output: Path | None) -> Callable[[Report], str]:
    """What goes after a report that tells how much was understood; raises UsageError where the format has no place."""
    if not wanted:
        return lambda _: ""
    if format_ not in COVERAGES:
        raise UsageError(f"--coverage goes with {' and '.join(COVERAGES)}; JSON and HTML always hold the coverage")
    render = fitted(COVERAGES[format_], output)
    return lambda report: "\n" + render(report)


def reading_options(given: Reading) -> Options:
    """The options of a command that reads articles, as the pipeline takes them."""
    from consistency.options import Options

    return Options(workers=given.workers, lexicons=tuple(given.lexicons or ()), sidecar=given.sidecar)


def checking_options(given: Checking) -> Options:
    """The options of a check as the pipeline takes them; raises UsageError for a severity that is none."""
    return replace(
        reading_options(given),
        as_of=given.as_of.date() if given.as_of else None,
        engine=given.engine,
        rules=tuple(given.rules or ()),
        builtin=not given.no_builtin,
        known=tuple(given.facts or ()),
        disable=tuple(given.disable or ()),
        severity=severities(given.severity),
    )


def severities(said: Iterable[str] | None) -> dict[str, Severity]:
    """What each `RULE=LEVEL` says; raises UsageError."""
    return dict(map(_graded, said or ()))


def _graded(said: str) -> tuple[str, Severity]:
    """What `RULE=LEVEL` says."""
    name, _, level = (part.strip() for part in said.rpartition("="))
    for known in SEVERITIES:
        if name and level == known:
            return name, known
    raise UsageError(f"--severity: '{said}' is not RULE=LEVEL with a level of {', '.join(SEVERITIES)}")


@contextmanager
def cached(options: Options, wanted: bool = True) -> Iterator[Options]:
    """The options with the user's cache, unless it is not wanted, or in use already."""
    from consistency.store import open_cache

    cache = open_cache() if wanted and options.cache is None else None
    with cache or nullcontext():
        yield replace(options, cache=cache) if cache else options


def checked(
    paths: list[str], options: Options, quiet: bool, after: Callable[[Report], Report] = lambda report: report,
    cache: bool = True,
) -> tuple[Report, Stats]:  # fmt: skip
    """The report, as `after` leaves it, with all that the user should know about the run said on stderr."""
    with cached(options, cache) as known:
        report, stats = made(paths, known, quiet, after)
    tell(report.problems, quiet)
    if not quiet and stats.engine:
        if options.as_of is None and report.as_of:
            say(f"as of {report.as_of}, the date of the latest article (--as-of sets another)")
        say(f"engine: {stats.engine}")
    return report, stats


def made(paths: list[str], options: Options, quiet: bool, after: Callable[[Report], Report]) -> tuple[Report, Stats]:
    """The report, as `after` leaves it, with nothing said; a request that makes no sense is a problem in it."""
    from consistency import pipeline

    require_model()
    try:
        with Progress(quiet) as progress:
            stdin = sys.stdin.buffer if sys.stdin else None
            report, stats = pipeline.check(paths, options, stdin=stdin, progress=progress)
    except ConsistencyError as e:
        problems = e.problems if isinstance(e, InputError) else [Problem("error", "", str(e))]
        report, stats = Report(options.as_of, 0, 0, problems=tuple(problems)), pipeline.Stats()
    return after(report), stats


def save_stats(ran: Stats, path: Path | None) -> None:
    """What the run tells of itself, after the report, which a full disk must not cost."""
    if path is not None:
        save(path, [json_text(asdict(ran), indent=2) + "\n"])


def replace_file(path: Path, text: str) -> None:
    """The file with this text in place of its own, whole or not at all; raises UsageError."""
    new = path.with_name(f".{path.name}.new")
    try:
        new.write_bytes(encoded(text))
        new.replace(path)
    except OSError as e:
        new.unlink(missing_ok=True)
        raise UsageError(f"{path}: cannot be written: {e.strerror}") from e


def write(pieces: Iterable[str], output: Path | None) -> None:
    """The pieces to the file, or to stdout until nobody reads it any more."""
    if output is not None:
        save(output, pieces)
        return
    for piece in pieces:
        if not emit(piece):
            return
