"""`consistency rules lint`: mistakes and advice, for authors."""

from __future__ import annotations

from typing import Annotated

import typer

from consistency.cli.command import CHECKED, FOUND, NOT_CHECKED, command
from consistency.cli.options import Ruling
from consistency.cli.rules.app import RULES_OR_FILES, chosen, rules_app
from consistency.cli.terminal import emit
from consistency.report.escape import visible
from consistency.report.layout import count
from consistency.rulelang.lint import TOPICS, lint


@command(rules_app, "lint")
def lint_rules(
    named: RULES_OR_FILES = None,
    *,
    ruling: Ruling,
    topics: Annotated[int, typer.Option(min=1, metavar="N", help="Topics that examples should be about.")] = TOPICS,
) -> int:
    """Give advice about rules.

    Says what can never match, what nothing uses, and where examples are too few. Exits with 0 if there is nothing to
    say, with 1 if there is, and with 2 if there is a mistake in a rule file (which is said on stderr).
    """
    found = chosen(named, ruling)
    advice = [problem for rule in found.rules for problem in lint(rule, topics)]
    emit("".join(f"{visible(str(problem))}\n" for problem in advice))
    emit(f"{count(len(found.rules), 'rule')}: {count(len(advice), 'piece', 'pieces')} of advice\n")
    return NOT_CHECKED if found.problems else FOUND if advice else CHECKED
