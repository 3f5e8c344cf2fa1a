"""`consistency check`: what does not hold together in articles."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from consistency.cli.app import app
from consistency.cli.options import (
    AS_OF,
    ENGINE,
    LEXICONS,
    NO_BUILTIN,
    OUTPUT,
    PATHS,
    QUIET,
    RULES,
    SIDECAR,
    STATS,
    WORKERS,
    choice,
    command,
)
from consistency.cli.runs import FAIL_ON, checked, exit_code, fitted, options_of, save_stats, write
from consistency.report import FORMATS, WITH_SOURCES


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
    options = options_of(as_of, engine, workers, rules, no_builtin, lexicons, sidecar)
    report, ran = checked(paths, replace(options, sources=format_ in WITH_SOURCES), quiet)
    write([fitted(FORMATS[format_], output)(report)], output)
    save_stats(ran, stats)
    return exit_code(report, "none" if exit_zero else fail_on)
