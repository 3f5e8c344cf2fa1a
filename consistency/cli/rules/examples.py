"""`consistency rules test`: the examples that rules carry, through the real pipeline."""

from __future__ import annotations

from typing import Annotated

import typer

from consistency.cli.command import CHECKED, FOUND, NOT_CHECKED, command, require_model
from consistency.cli.options import ENGINE, Ruling
from consistency.cli.rules.app import RULES_OR_FILES, chosen, rules_app
from consistency.cli.terminal import emit
from consistency.report.layout import count


@command(rules_app, "test")
def run_rules(
    named: RULES_OR_FILES = None,
    *,
    ruling: Ruling,
    facts: Annotated[bool, typer.Option("--facts", help="Show the facts of every example, not of wrong ones.")] = False,
    engine: ENGINE = "auto",
) -> int:
    """Run the examples that rules carry.

    Each through the real pipeline; of an example that comes out wrong it is shown what was found instead, which facts
    there are, and what the rule asks that they do not give. Exits with 0 if every rule does what its examples say, with
    1 if one does not, and with 2 if there is a mistake in a rule file.
    """
    from consistency.cli.rules.outcomes import told
    from consistency.ruletest import run_examples

    found = chosen(named, ruling)
    require_model()
    by_id = {rule.id: rule for rule in found.rules}
    ran = wrong = 0
    for outcome in run_examples(found.rules, engine):
        ran += 1
        wrong += not outcome.right
        if facts or not outcome.right:
            emit(told(by_id[outcome.rule], outcome) + "\n\n")
    emit(f"{count(ran, 'example')} of {count(len(found.rules), 'rule')}: {wrong or 'none'} wrong\n")
    return NOT_CHECKED if found.problems else FOUND if wrong else CHECKED
