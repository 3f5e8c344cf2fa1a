"""The root of the command line."""

from __future__ import annotations

from typing import Annotated

import typer

from consistency import __version__
from consistency.cli.terminal import emit

app = typer.Typer(
    help="Reads news articles and tells what does not hold together in them, with the evidence.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
)


@app.callback(invoke_without_command=True)
def root(version: Annotated[bool, typer.Option("--version", help="Show the version and exit.")] = False) -> None:
    """Reads news articles and tells what does not hold together in them, with the evidence."""
    if version:
        emit(f"consistency {__version__}\n")
        raise typer.Exit()
