"""`consistency rules`: list the rules, show one, run the examples that they carry."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from consistency.cli.options import (
    CHECKED,
    ENGINE,
    FOUND,
    NO_BUILTIN,
    NOT_CHECKED,
    RULES,
    choice,
    command,
    require_model,
)
from consistency.cli.terminal import emit, tell, width
from consistency.config import rules_folder
from consistency.errors import UsageError
from consistency.report.escape import json_text, visible
from consistency.report.layout import count, grid
from consistency.rulelang.fields import FIELDS, RELATIONS

if TYPE_CHECKING:
    from consistency.rulelang.load import LoadedRules

rules_app = typer.Typer(help="List, show and test the rules.", no_args_is_help=True)


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
    listed = [{"id": r.id, "category": r.category, "severity": r.severity, "summary": r.summary} for r in loaded.rules]
    if format_ == "json":
        emit(json_text(listed, indent=2) + "\n")
    else:
        rows = [[r["severity"], f"{visible(r['id'])}\n{r['category']}", visible(r["summary"])] for r in listed]
        table = grid([["SEVERITY", "RULE", "SUMMARY"], *rows], width(), [8, 34]) + "\n" if rows else ""
        emit(f"{table}{count(len(rows), 'rule')}\n")
    return NOT_CHECKED if loaded.problems else CHECKED


@command(rules_app, "fields")
def show_fields(
    format_: Annotated[str, choice("--format", ["table", "json"], "For people or programs.")] = "table",
) -> int:
    """Show the fields of facts and the relations between them that a rule can name."""
    fields = {name: {"type": f.type, "about": f.doc, "values": list(f.values)} for name, f in FIELDS.items()}
    if format_ == "json":
        emit(json_text({"fields": fields, "relations": RELATIONS}, indent=2) + "\n")
        return CHECKED
    rows = [[n, f.type, f.doc + (f": {', '.join(f.values)}" if f.values else "")] for n, f in FIELDS.items()]
    rows += [[n, "relation", doc] for n, doc in RELATIONS.items()]
    emit(grid([["NAME", "TYPE", "WHAT IT SAYS"], *rows], width(), [14, 8]) + "\n")
    return CHECKED


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


@command(rules_app, "test")
def run_rules(
    ids: Annotated[list[str] | None, typer.Argument(metavar="ID", help="The rules to test; default: all.")] = None,
    rules: RULES = None,
    no_builtin: NO_BUILTIN = False,
    engine: ENGINE = "auto",
) -> int:
    """Run the examples that rules carry.

    Each through the real pipeline. Exits with 0 if every rule does what its examples say, with 1 if one does not, and
    with 2 if there is a mistake in a rule file.
    """
    from consistency.ruletest import run_examples

    require_model()
    loaded = _loaded(rules, no_builtin)
    wanted = [rule for rule in loaded.rules if not ids or rule.id in ids]
    if unknown := sorted({*(ids or ())} - {rule.id for rule in wanted}):
        raise UsageError(f"no rule '{unknown[0]}' (`consistency rules list` names them)")
    ran = wrong = 0
    for outcome in run_examples(wanted, engine):
        ran += 1
        if not outcome.right:
            wrong += 1
            should = "should have found something" if outcome.wanted else "should have passed it"
            found = "".join(f"\n  found: {visible(finding.message)}" for finding in outcome.found)
            emit(f"{visible(outcome.rule)}: {should}: {visible(outcome.example)}{found}\n")
    emit(f"{count(ran, 'example')} of {count(len(wanted), 'rule')}: {wrong or 'none'} wrong\n")
    return NOT_CHECKED if loaded.problems else FOUND if wrong else CHECKED


def _loaded(rules: list[Path] | None, no_builtin: bool) -> LoadedRules:
    """The rules that are asked for; their mistakes are said on stderr."""
    from consistency.rulelang.load import load_rules

    loaded = load_rules([*([] if no_builtin else [rules_folder()]), *(rules or ())])
    tell(loaded.problems)
    return loaded
