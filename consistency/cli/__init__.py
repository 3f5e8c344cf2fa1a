"""The command line, one command a file: it alone opens files for output, prints and exits."""

from consistency.cli import check, promises, explain, triage, extract, compare  # noqa: F401, I001 - in the order of --help
from consistency.cli.app import app
from consistency.cli.rules import rules_app

app.add_typer(rules_app, name="rules")

__all__ = ["app"]
