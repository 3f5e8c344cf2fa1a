"""`consistency check`: what does not hold together in articles."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from consistency.cli.advice import advice
from consistency.cli.app import app
from consistency.cli.command import command
from consistency.cli.configured import CONFIG, Configured, settings_of
from consistency.cli.options import COVERAGE, OUTPUT, PATHS, STATS, Checking, choice, in_a_folder
from consistency.cli.runs import (
    FAIL_ON,
    checked,
    checking_options,
    exit_code,
    fitted,
    replace_file,
    save_stats,
    understood,
    write,
)
from consistency.cli.step_summary import add_to_step_summary
from consistency.cli.terminal import say
from consistency.errors import UsageError
from consistency.findings import Report
from consistency.report import FORMATS, WITH_SOURCES
from consistency.settings_file import Settings

if TYPE_CHECKING:
    from consistency.baseline import Baseline

SETTINGS = Annotated[
    Path | None, typer.Option(CONFIG, metavar="FILE", help="The settings, not the nearest consistency.toml.")
]
BASELINE = Annotated[
    Path | None,
    typer.Option(metavar="FILE", dir_okay=False, callback=in_a_folder, help="Findings that are known: not counted."),
]
UPDATE = Annotated[
    bool, typer.Option("--update-baseline", help="Write what is found into the baseline, and drop what is not.")
]
DIFF = Annotated[
    str | None,
    typer.Option("--diff", metavar="REF", help="Only findings that touch articles changed since then (git)."),
]
HEEDED = Annotated[
    list[str] | None,
    typer.Option("--inline-ignores", metavar="GLOB", help="Heed ignore comments in these articles; repeatable."),
]
WATCH = Annotated[bool, typer.Option("--watch", help="Check again whenever a file is saved, until Ctrl-C.")]
HIDE = Annotated[bool, typer.Option("--hide-suppressed", help="Leave what is not counted out of the report.")]


@command(app, cls=Configured)
def check(
    ctx: typer.Context,
    paths: PATHS,
    *,
    format_: Annotated[str, choice("--format", FORMATS, "How to show the findings.")] = "table",
    fail_on: Annotated[str, choice("--fail-on", FAIL_ON, "Exit with 1 on findings this severe.")] = "error",
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")] = False,
    checking: Checking,
    baseline: BASELINE = None,
    update_baseline: UPDATE = False,
    diff: DIFF = None,
    inline_ignores: HEEDED = None,
    hide_suppressed: HIDE = False,
    coverage: COVERAGE = False,
    config: SETTINGS = None,  # noqa: ARG001 - read before the other options are
    output: OUTPUT = None,
    stats: STATS = None,
    watch: WATCH = False,
) -> int:
    """Check articles for what does not hold together.

    Exits with 0 if nothing serious is found, with 1 if something is, and with 2 if not everything could be checked.
    """
    quiet = checking.quiet
    settings = settings_of(ctx)
    if settings and not quiet:
        say(f"settings: {settings.path.as_posix()}")
    after = _after(settings, inline_ignores or [], baseline, update_baseline, diff)
    options = replace(checking_options(checking), sources=format_ in WITH_SOURCES)

    beside = understood(coverage, format_, output)

    def shown(report: Report) -> Report:
        return replace(report, suppressed=()) if hide_suppressed else report

    def rendered(report: Report) -> str:
        return fitted(FORMATS[format_], output, fail_on=fail_on)(shown(report)) + beside(report)

    if watch:
        from consistency.cli.watch import Showing, watched

        if update_baseline:
            raise UsageError("--watch does not update a baseline: leave one of the two out")
        others = [p for p in (settings.path if settings else None, baseline) if p]
        return watched(paths, options, Showing(rendered, after, output, quiet), others)
    report, ran = checked(paths, options, quiet, after, cache=not checking.no_cache)
    write([rendered(report)], output)
    if format_ == "github":
        add_to_step_summary(shown(report))
    save_stats(ran, stats)
    code = exit_code(report, "none" if exit_zero else fail_on)
    if not quiet:
        advice(report, code, fail_on, paths, baseline)
    return code


def _after(
    settings: Settings | None, heeded: list[str], path: Path | None, update: bool, ref: str | None
) -> Callable[[Report], Report]:
    """What is done with the report: findings that the user set aside are no longer counted.

    What can be wrong with the baseline and the ref is found now, before the work; raises ConsistencyError.
    """
    from consistency.baseline import Baseline, against, load_baseline
    from consistency.changes import fork_point, only_changed
    from consistency.suppressions import suppress

    if update and path is None:
        raise UsageError("--update-baseline needs --baseline FILE")
    if path is not None and not update and not path.exists():
        raise UsageError(f"{path}: there is no such baseline (--update-baseline writes one)")
    known = load_baseline(path) if path is not None and path.exists() else Baseline()
    fork = fork_point(ref) if ref is not None else None

    def after(report: Report) -> Report:
        report = suppress(report, settings.suppressions if settings else (), heeded)
        if path is not None:
            report = against(report, _updated(known, report, path) if update else known, path.as_posix())
        return only_changed(report, fork) if fork else report

    return after


def _updated(known: Baseline, report: Report, path: Path) -> Baseline:
    """The baseline of the report, written to its file, unless something was not checked."""
    from consistency.baseline import dumped, updated

    if any(problem.level == "error" for problem in report.problems):
        say(f"{path.as_posix()}: not updated, for not everything was checked")
        return known
    new = updated(known, report.findings)
    replace_file(path, dumped(new))
    say(f"{path.as_posix()}: {len(new.findings)} known findings, before {len(known.findings)}")
    return new
