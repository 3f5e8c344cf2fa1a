"""`consistency extract`: what was understood of each article."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

from consistency.cli.app import app
from consistency.cli.configured import Configured
from consistency.cli.options import (
    CHECKED,
    LEXICONS,
    NO_CACHE,
    NOT_CHECKED,
    OUTPUT,
    PATHS,
    QUIET,
    SIDECAR,
    WORKERS,
    choice,
    command,
    require_model,
)
from consistency.cli.runs import cached, fitted, options_of, write
from consistency.cli.terminal import tell
from consistency.errors import Problem
from consistency.report.extraction import EXTRACT_FORMATS

if TYPE_CHECKING:
    from consistency.pipeline import Options


@command(app, cls=Configured)
def extract(
    paths: PATHS,
    format_: Annotated[str, choice("--format", EXTRACT_FORMATS, "Records for programs or a table.")] = "table",
    workers: WORKERS = 1,
    lexicons: LEXICONS = None,
    sidecar: SIDECAR = None,
    output: OUTPUT = None,
    no_cache: NO_CACHE = False,
    quiet: QUIET = False,
) -> int:
    """Show what was understood of each article.

    Its statements, times and facts. Exits with 0, or with 2 if not everything could be read.
    """
    from consistency import pipeline

    require_model()
    options = options_of(workers=workers, lexicons=lexicons, sidecar=sidecar)
    render = fitted(EXTRACT_FORMATS[format_], output)
    problems: list[Problem] = []

    def texts(options: Options) -> Iterable[str]:
        for item in pipeline.extract(paths, options, stdin=sys.stdin.buffer if sys.stdin else None):
            if isinstance(item, Problem):
                problems.append(item)
                tell([item], quiet)
            else:
                yield render(*item)

    with cached(options, not no_cache) as known:
        write(texts(known), output)
    return NOT_CHECKED if any(p.level == "error" for p in problems) else CHECKED
