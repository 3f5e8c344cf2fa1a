"""`consistency rules`: one command a file."""

from consistency.cli.rules import listing, examples, new, lint, reference  # noqa: F401, I001 - in the order of --help
from consistency.cli.rules.app import rules_app

__all__ = ["rules_app"]
