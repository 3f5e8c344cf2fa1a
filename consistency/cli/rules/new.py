"""`consistency rules new`: a rule to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from consistency.cli.command import CHECKED, command
from consistency.cli.options import choice
from consistency.cli.rules.app import rules_app
from consistency.cli.terminal import emit, say
from consistency.report.escape import visible
from consistency.rulelang.scaffold import categories, write_rule

CATEGORY = choice("--category", categories(), f"What kind of finding it yields: {', '.join(categories())}.")
CATEGORY.metavar = "CATEGORY"


@command(rules_app, "new")
def write_new_rule(
    rule: Annotated[str, typer.Argument(metavar="ID", help="The rule's id: lower-case words joined by hyphens.")],
    category: Annotated[str, CATEGORY],
    folder: Annotated[Path, typer.Option(metavar="DIR", file_okay=False, help="Where to write it.")] = Path(),
) -> int:
    """Write a new rule to start from.

    A file ID.yaml whose examples come out right as they are, and beside it the schema with which editors complete it.
    """
    written = write_rule(rule, category, folder)
    emit("".join(f"wrote {visible(path.as_posix())}\n" for path in written))
    say(f"next: edit it, and run `consistency rules test {written[0].as_posix()}`")
    return CHECKED
