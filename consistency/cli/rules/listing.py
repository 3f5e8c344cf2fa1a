"""`consistency rules list`, `fields`, `show`: what rules there are and what they can name."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from consistency.cli.command import CHECKED, NOT_CHECKED, command
from consistency.cli.configured import Configured
from consistency.cli.options import Choosing, Ruling, choice, rule_ids
from consistency.cli.rules.app import chosen, loaded, rules_app
from consistency.cli.runs import severities
from consistency.cli.terminal import emit, width
from consistency.report.escape import json_text, visible
from consistency.report.layout import count, grid
from consistency.rulelang.choose import choose
from consistency.rulelang.fields import FIELDS, RELATIONS


@command(rules_app, "list", cls=Configured)
def list_rules(
    *,
    choosing: Choosing,
    format_: Annotated[str, choice("--format", ["table", "json"], "For people or programs.")] = "table",
) -> int:
    """List the rules that run, with the highest severity of each.

    Every mistake in a rule file is said on stderr, and gives exit code 2.
    """
    found = loaded(choosing)
    running = choose(found.rules, choosing.disable or (), severities(choosing.severity))
    listed = [{"id": r.id, "category": r.category, "severity": r.severity, "summary": r.summary} for r in running]
    if format_ == "json":
        emit(json_text(listed, indent=2) + "\n")
    else:
        rows = [[r["severity"], f"{visible(r['id'])}\n{r['category']}", visible(r["summary"])] for r in listed]
        table = grid([["SEVERITY", "RULE", "SUMMARY"], *rows], width(), [8, 34]) + "\n" if rows else ""
        emit(f"{table}{count(len(rows), 'rule')}\n")
    return NOT_CHECKED if found.problems else CHECKED


@command(rules_app, "show")
def show_rule(
    rule: Annotated[
        str, typer.Argument(metavar="ID", autocompletion=rule_ids, help="The rule's id, as `rules list` gives it.")
    ],
    *,
    ruling: Ruling,
) -> int:
    """Show a rule as its author wrote it."""
    for found in chosen([rule], ruling).rules:
        source = Path(found.path).read_text(encoding="utf-8-sig")
        emit("\n".join(line[: len(line) - len(line.lstrip())] + visible(line) for line in source.splitlines()) + "\n")
    return CHECKED


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
