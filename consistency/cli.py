"""The command line: it alone opens files for output, prints and exits. Heavy libraries load when a command runs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from datetime import datetime
from inspect import signature
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from consistency import __version__
from consistency.arguments import (
    AS_OF,
    CHECKED,
    ENGINE,
    FOUND,
    LEXICONS,
    NO_BUILTIN,
    NOT_CHECKED,
    OUTPUT,
    PATHS,
    QUIET,
    RULES,
    SIDECAR,
    STATS,
    WORKERS,
    choice,
    command,
    require_model,
)
from consistency.cli_rules import rules_app
from consistency.errors import ConsistencyError, Problem, RuleError, UsageError
from consistency.findings import SEVERITIES, Report
from consistency.pairs import Pair, pairs
from consistency.report import FORMATS
from consistency.report.comparison import comparison_record
from consistency.report.escape import json_text
from consistency.report.extraction import EXTRACT_FORMATS
from consistency.report.promises import TRACKERS
from consistency.terminal import Progress, emit, save, say, tell, width

if TYPE_CHECKING:
    from consistency.pipeline import Options, Stats

FAIL_ON = ("none", *SEVERITIES)

app = typer.Typer(
    help="Reads news articles and tells what does not hold together in them, with the evidence.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
)
app.add_typer(rules_app, name="rules")


@app.callback(invoke_without_command=True)
def root(version: Annotated[bool, typer.Option("--version", help="Show the version and exit.")] = False) -> None:
    """Reads news articles and tells what does not hold together in them, with the evidence."""
    if version:
        emit(f"consistency {__version__}\n")
        raise typer.Exit()


@command(app)
def check(
    paths: PATHS,
    format_: Annotated[str, choice("--format", FORMATS, "How to show the findings.")] = "table",
    as_of: AS_OF = None,
    fail_on: Annotated[str, choice("--fail-on", FAIL_ON, "Exit with 1 on findings this severe.")] = "error",
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")] = False,
    engine: ENGINE = "auto",
    workers: WORKERS = 1,
    rules: RULES = None,
    no_builtin: NO_BUILTIN = False,
    lexicons: LEXICONS = None,
    sidecar: SIDECAR = None,
    output: OUTPUT = None,
    stats: STATS = None,
    quiet: QUIET = False,
) -> int:
    """Check articles for what does not hold together.

    Exits with 0 if nothing serious is found, with 1 if something is, and with 2 if not everything could be checked.
    """
    report, ran = _checked(paths, _options(as_of, engine, workers, rules, no_builtin, lexicons, sidecar), quiet)
    _write([fitted(FORMATS[format_], output)(report)], output)
    _save_stats(ran, stats)
    return exit_code(report, "none" if exit_zero else fail_on)


@command(app)
def promises(
    paths: PATHS,
    format_: Annotated[str, choice("--format", TRACKERS, "How to show the promises.")] = "table",
    as_of: AS_OF = None,
    engine: ENGINE = "auto",
    workers: WORKERS = 1,
    rules: RULES = None,
    no_builtin: NO_BUILTIN = False,
    lexicons: LEXICONS = None,
    sidecar: SIDECAR = None,
    output: OUTPUT = None,
    stats: STATS = None,
    quiet: QUIET = False,
) -> int:
    """Track what became of the promises in articles.

    Exits with 0, or with 2 if not everything could be checked.
    """
    report, ran = _checked(paths, _options(as_of, engine, workers, rules, no_builtin, lexicons, sidecar), quiet)
    _write([fitted(TRACKERS[format_], output)(report)], output)
    _save_stats(ran, stats)
    return exit_code(report, "none")


@command(app)
def extract(
    paths: PATHS,
    format_: Annotated[str, choice("--format", EXTRACT_FORMATS, "Records for programs or a table.")] = "table",
    workers: WORKERS = 1,
    lexicons: LEXICONS = None,
    sidecar: SIDECAR = None,
    output: OUTPUT = None,
    quiet: QUIET = False,
) -> int:
    """Show what was understood of each article.

    Its statements, times and facts. Exits with 0, or with 2 if not everything could be read.
    """
    from consistency import pipeline

    require_model()
    options = _options(workers=workers, lexicons=lexicons, sidecar=sidecar)
    render = fitted(EXTRACT_FORMATS[format_], output)
    problems: list[Problem] = []

    def texts() -> Iterable[str]:
        for item in pipeline.extract(paths, options, stdin=sys.stdin.buffer if sys.stdin else None):
            if isinstance(item, Problem):
                problems.append(item)
                tell([item], quiet)
            else:
                yield render(*item)

    _write(texts(), output)
    return NOT_CHECKED if any(p.level == "error" for p in problems) else CHECKED


@command(app)
def compare(
    path: Annotated[str, typer.Argument(metavar="PAIRS", help="JSON lines with id, first and second; - for stdin.")],
    format_: Annotated[str, choice("--format", ["jsonl"], "One object a pair.")] = "jsonl",  # noqa: ARG001
    lexicons: LEXICONS = None,
    output: OUTPUT = None,
) -> int:
    """Judge whether pairs of sentences exclude each other.

    Both sentences are taken to be about one situation at one time. Exits with 0, or with 2 if a pair could not be read.
    """
    from consistency import pipeline

    require_model()
    problems: list[Problem] = []

    def good() -> Iterable[Pair]:
        for item in pairs(_lines(path), path):
            if isinstance(item, Problem):
                problems.append(item)
                tell([item])
            else:
                yield item

    options = _options(lexicons=lexicons)
    _write((json_text(comparison_record(c)) + "\n" for c in pipeline.compare(good(), options)), output)
    return NOT_CHECKED if problems else CHECKED


def exit_code(report: Report, fail_on: str) -> int:
    """2 if something could not be checked, else 1 if a finding is at least as severe as `fail_on`, else 0."""
    if any(problem.level == "error" for problem in report.problems):
        return NOT_CHECKED
    loud = SEVERITIES[SEVERITIES.index(fail_on) :] if fail_on in SEVERITIES else ()
    return FOUND if any(finding.severity in loud for finding in report.findings) else CHECKED


def fitted(render: Callable[..., str], output: Path | None) -> Callable[..., str]:
    """A format that takes a width gets the terminal's; in a file it keeps its own."""
    if output is None and "width" in signature(render).parameters:
        return lambda *values: render(*values, width=width())
    return render


def _options(
    as_of: datetime | None = None,
    engine: str = "auto",
    workers: int = 1,
    rules: list[Path] | None = None,
    no_builtin: bool = False,
    lexicons: list[Path] | None = None,
    sidecar: Path | None = None,
) -> Options:
    from consistency.pipeline import Options

    return Options(
        as_of=as_of.date() if as_of else None,
        engine=engine,
        workers=workers,
        rules=tuple(rules or ()),
        lexicons=tuple(lexicons or ()),
        builtin=not no_builtin,
        sidecar=sidecar,
    )


def _checked(paths: list[str], options: Options, quiet: bool) -> tuple[Report, Stats]:
    """The report, with all that the user should know about the run said on stderr."""
    from consistency import pipeline

    require_model()
    try:
        with Progress(quiet) as progress:
            stdin = sys.stdin.buffer if sys.stdin else None
            report, stats = pipeline.check(paths, options, stdin=stdin, progress=progress)
    except ConsistencyError as e:
        problems = e.problems if isinstance(e, RuleError) else [Problem("error", "", str(e))]
        report, stats = Report(options.as_of, 0, 0, problems=tuple(problems)), pipeline.Stats()
    tell(report.problems, quiet)
    if not quiet and stats.engine:
        if options.as_of is None and report.as_of:
            say(f"as of {report.as_of}, the date of the latest article (--as-of sets another)")
        say(f"engine: {stats.engine}")
    return report, stats


def _save_stats(ran: Stats, path: Path | None) -> None:
    """What the run tells of itself, after the report, which a full disk must not cost."""
    if path is not None:
        save(path, [json_text(asdict(ran), indent=2) + "\n"])


def _write(pieces: Iterable[str], output: Path | None) -> None:
    """The pieces to the file, or to stdout until nobody reads it any more."""
    if output is not None:
        save(output, pieces)
        return
    for piece in pieces:
        if not emit(piece):
            return


def _lines(path: str) -> Iterator[bytes]:
    """The lines of a file or of stdin (`-`); raises UsageError."""
    if path == "-":
        yield from sys.stdin.buffer if sys.stdin else ()
        return
    try:
        with Path(path).open("rb") as lines:
            yield from lines
    except OSError as e:
        raise UsageError(f"{path}: cannot be read: {e.strerror}") from e
