"""`consistency rules docs` and `rules schema`: what authors read, and what their editors do."""

from __future__ import annotations

from consistency.cli.command import CHECKED, NOT_CHECKED, command
from consistency.cli.options import OUTPUT, Ruling
from consistency.cli.rules.app import loaded, rules_app
from consistency.cli.runs import write


@command(rules_app, "docs")
def rules_docs(ruling: Ruling, output: OUTPUT = None) -> int:
    """Write the rules reference.

    A page of Markdown made from the rules and their examples: what each finds, and what it passes.
    """
    from consistency.report.rulebook import page

    found = loaded(ruling)
    write([page(found.rules)], output)
    return NOT_CHECKED if found.problems else CHECKED


@command(rules_app, "schema")
def rules_schema(output: OUTPUT = None) -> int:
    """Write the JSON Schema of rule files.

    Editors complete and check rules with it: rules from `rules new` name it in their first line.
    """
    from consistency.rulelang.scaffold import schema_text

    write([schema_text()], output)
    return CHECKED
