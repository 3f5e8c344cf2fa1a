"""`consistency explain`: every step that leads to a finding, or what a rule looks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from consistency.cli.app import app
from consistency.cli.command import CHECKED, NOT_CHECKED, command
from consistency.cli.configured import Configured
from consistency.cli.options import Checking, Choosing
from consistency.cli.rules.app import loaded
from consistency.cli.runs import checked, checking_options, exit_code, severities, write
from consistency.cli.terminal import width
from consistency.errors import UsageError
from consistency.findings import Finding
from consistency.report.explained import render
from consistency.report.rule import render_rule
from consistency.rulelang.choose import choose

REPORT = Annotated[
    Path | None,
    typer.Option("--report", metavar="FILE", exists=True, dir_okay=False, help="A report that check wrote (JSON)."),
]


@command(app, cls=Configured)
def explain(
    what: Annotated[str, typer.Argument(metavar="ID", help="The id of a finding, or its beginning, or of a rule.")],
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATH", help="The articles, where no report is given.")
    ] = None,
    *,
    report: REPORT = None,
    checking: Checking,
) -> int:
    """Explain a finding, step by step, or a rule.

    The finding is taken from a report, or else found again in the articles. Exits with 0, or with 2 where there is no
    such finding or not everything could be checked.
    """
    if report is None and not paths:
        return _rule(what, checking)
    code = CHECKED
    if report is not None:
        found = list(_saved(report))
    else:
        options = replace(checking_options(checking), most=None)
        made, _ = checked(paths or [], options, checking.quiet, cache=not checking.no_cache)
        found, code = [(f.id, f) for f in made.findings], exit_code(made, "none")
    write([*_explained(what, found)], None)
    return code


def _saved(path: Path) -> Iterator[tuple[str, Finding]]:
    from consistency.report.saved import saved

    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as e:
        raise UsageError(f"{path}: cannot be read: {e}") from e
    yield from saved(text, str(path))


def _explained(what: str, found: list[tuple[str, Finding]]) -> Iterator[str]:
    """The findings of this id, or whose ids begin so, or of this rule; raises UsageError where there is none."""
    exact = [f for i, f in found if what in (i, f.fingerprint)]
    begun = [f for i, f in found if i.startswith(what) or f.fingerprint.startswith(what)]
    if not (chosen := exact or begun):
        ids = ", ".join(i for i, _ in found[:10]) + (", ..." if len(found) > 10 else "")
        raise UsageError(f"no finding '{what}'" + (f" (there are: {ids})" if ids else " (there are no findings)"))
    for n, finding in enumerate(chosen):
        yield ("\n\n" if n else "") + render(finding, width())


def _rule(what: str, choosing: Choosing) -> int:
    """A rule, also one that is switched off, with the severity that it is given."""
    found = loaded(choosing)
    rules = choose(found.rules, (), severities(choosing.severity))
    rule = next((r for r in rules if r.id == what), None)
    if rule is None:
        raise UsageError(f"no rule '{what}'; for a finding say where: `explain ID --report FILE` or `explain ID PATH`")
    write([render_rule(rule, width())], None)
    return NOT_CHECKED if found.problems else CHECKED
