"""`consistency promises`: what became of the promises in articles."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from consistency.cli.app import app
from consistency.cli.command import command
from consistency.cli.configured import Configured
from consistency.cli.options import COVERAGE, OUTPUT, PATHS, STATS, Checking, choice, in_a_folder
from consistency.cli.runs import checked, checking_options, exit_code, fitted, save_stats, understood, write
from consistency.cli.terminal import save
from consistency.errors import UsageError
from consistency.report.facts_file import render_csv, render_yaml
from consistency.report.promises import TRACKERS, render_over_time

EXPORT = Annotated[
    Path | None,
    typer.Option(
        "--export",
        metavar="FILE",
        dir_okay=False,
        callback=in_a_folder,
        help="Write a facts file to correct (YAML, CSV).",
    ),
]


@command(app, cls=Configured)
def promises(
    paths: PATHS,
    *,
    format_: Annotated[str, choice("--format", TRACKERS, "How to show the promises.")] = "table",
    over_time: Annotated[bool, typer.Option("--over-time", help="Show what became of each, day by day.")] = False,
    export: EXPORT = None,
    coverage: COVERAGE = False,
    checking: Checking,
    output: OUTPUT = None,
    stats: STATS = None,
) -> int:
    """Track what became of the promises in articles.

    Exits with 0, or with 2 if not everything could be checked.
    """
    if over_time and format_ != "table":
        raise UsageError("--over-time is a table: the other formats always hold what became of each promise")
    beside = understood(coverage, format_, output)
    report, ran = checked(paths, checking_options(checking), checking.quiet, cache=not checking.no_cache)
    write([fitted(render_over_time if over_time else TRACKERS[format_], output)(report), beside(report)], output)
    if export is not None:
        save(export, [(render_csv if export.suffix.lower() == ".csv" else render_yaml)(report)])
    save_stats(ran, stats)
    return exit_code(report, "none")
