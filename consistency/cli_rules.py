"""`consistency rules`: list the rules, show one, run the examples that they carry."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from consistency.arguments import CHECKED, NO_BUILTIN, NOT_CHECKED, RULES, choice, command
from consistency.config import rules_folder
from consistency.errors import UsageError
from consistency.report.escape import json_text, visible
from consistency.report.layout import count, grid
from consistency.terminal import emit, tell, width

if TYPE_CHECKING:
    from consistency.rulelang.load import LoadedRules

rules_app = typer.Typer(help="List and show the rules.", no_args_is_help=True)


@command(rules_app, "list")
def list_rules(
    rules: RULES = None,
    no_builtin: NO_BUILTIN = False,
    format_: Annotated[str, choice("--format", ["table", "json"], "For people or programs.")] = "table",
) -> int:
    """List the rules.

    Every mistake in a rule file is said on stderr, and gives exit code 2.
    """
    loaded = _loaded(rules, no_builtin)
    listed = [
        {"id": r.id, "category": r.category, "severity": r.severity, "summary": r.summary} for r in loaded.rules
    ]
    if format_ == "json":
        emit(json_text(listed, indent=2) + "\n")
    else:
        rows = [[r["severity"], f"{visible(r['id'])}\n{r['category']}", visible(r["summary"])] for r in listed]
        table = grid([["SEVERITY", "RULE", "SUMMARY"], *rows], width(), [8, 34]) + "\n" if rows else ""
        emit(f"{table}{count(len(rows), 'rule')}\n")
    return NOT_CHECKED if loaded.problems else CHECKED


@command(rules_app, "show")
def show_rule(
    rule: Annotated[str, typer.Argument(metavar="ID", help="The rule's id, as `rules list` gives it.")],
    rules: RULES = None,
    no_builtin: NO_BUILTIN = False,
) -> int:
    """Show a rule as its author wrote it."""
    loaded = _loaded(rules, no_builtin)
    found = [r for r in loaded.rules if r.id == rule]
    if not found:
        raise UsageError(f"no rule '{rule}' (`consistency rules list` names them)")
    source = Path(found[0].path).read_text(encoding="utf-8-sig")
    emit("\n".join(line[: len(line) - len(line.lstrip())] + visible(line) for line in source.splitlines()) + "\n")
    return CHECKED


def _loaded(rules: list[Path] | None, no_builtin: bool) -> LoadedRules:
    """The rules that are asked for; their mistakes are said on stderr."""
    from consistency.rulelang.load import load_rules

    loaded = load_rules([*([] if no_builtin else [rules_folder()]), *(rules or ())])
    tell(loaded.problems)
    return loaded
