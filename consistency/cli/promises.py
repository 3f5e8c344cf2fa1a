"""`consistency promises`: what became of the promises in articles."""

from __future__ import annotations

from typing import Annotated

from consistency.cli.app import app
from consistency.cli.configured import Configured
from consistency.cli.options import (
    AS_OF,
    ENGINE,
    LEXICONS,
    NO_BUILTIN,
    NO_CACHE,
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
from consistency.cli.runs import checked, exit_code, fitted, options_of, save_stats, write
from consistency.report.promises import TRACKERS


@command(app, cls=Configured)
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
    no_cache: NO_CACHE = False,
    quiet: QUIET = False,
) -> int:
    """Track what became of the promises in articles.

    Exits with 0, or with 2 if not everything could be checked.
    """
    options = options_of(as_of, engine, workers, rules, no_builtin, lexicons, sidecar)
    report, ran = checked(paths, options, quiet, cache=not no_cache)
    write([fitted(TRACKERS[format_], output)(report)], output)
    save_stats(ran, stats)
    return exit_code(report, "none")
