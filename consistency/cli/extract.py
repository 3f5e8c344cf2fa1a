"""`consistency extract`: what was understood of each article."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

from consistency.cli.app import app
from consistency.cli.command import CHECKED, NOT_CHECKED, command, require_model
from consistency.cli.configured import Configured
from consistency.cli.options import OUTPUT, PATHS, Reading, choice
from consistency.cli.runs import cached, fitted, reading_options, write
from consistency.cli.terminal import tell
from consistency.errors import Problem
from consistency.report.extraction import EXTRACT_FORMATS

if TYPE_CHECKING:
    from consistency.options import Options


@command(app, cls=Configured)
def extract(
    paths: PATHS,
    *,
    format_: Annotated[str, choice("--format", EXTRACT_FORMATS, "Records for programs or a table.")] = "table",
    reading: Reading,
    output: OUTPUT = None,
) -> int:
    """Show what was understood of each article.

    Its statements, times and facts. Exits with 0, or with 2 if not everything could be read.
    """
    from consistency.extracting import extract as extracted

    require_model()
    options = reading_options(reading)
    render = fitted(EXTRACT_FORMATS[format_], output)
    problems: list[Problem] = []

    def texts(options: Options) -> Iterable[str]:
        for item in extracted(paths, options, stdin=sys.stdin.buffer if sys.stdin else None):
            if isinstance(item, Problem):
                problems.append(item)
                tell([item], reading.quiet)
            else:
                yield render(*item)

    with cached(options, not reading.no_cache) as known:
        write(texts(known), output)
    return NOT_CHECKED if any(p.level == "error" for p in problems) else CHECKED
