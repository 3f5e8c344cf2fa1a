"""`consistency triage`: a person's verdict on a finding, kept in the baseline."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from consistency.cli.app import app
from consistency.cli.command import CHECKED, command
from consistency.cli.configured import Configured
from consistency.cli.options import in_a_folder
from consistency.cli.runs import replace_file
from consistency.cli.terminal import emit
from consistency.errors import UsageError
from consistency.report.escape import visible
from consistency.report.layout import count

if TYPE_CHECKING:
    from consistency.baseline import Verdict

VERDICTS: tuple[Verdict, Verdict] = ("true", "false")


@command(app, cls=Configured)
def triage(
    finding: Annotated[str, typer.Argument(metavar="ID", help="The finding's id, or its digits, as reports give it.")],
    verdict: Annotated[str, typer.Argument(metavar="true|false", help="true: it is so. false: a false alarm.")],
    note: Annotated[str, typer.Option(metavar="TEXT", help="Why.")],
    baseline: Annotated[
        Path, typer.Option(metavar="FILE", dir_okay=False, callback=in_a_folder, help="Where known findings are kept.")
    ],
    report: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", exists=True, dir_okay=False, help="The report (json) that has it: names are checked."
        ),
    ] = None,
) -> int:
    """Judge a finding: with its verdict and note it is known, and no longer counted with --baseline."""
    from consistency.baseline import Baseline, dumped, load_baseline, marked

    chosen = next((v for v in VERDICTS if v == verdict), None)
    if chosen is None:
        raise UsageError(f"'{verdict}' is not one of {', '.join(VERDICTS)}")
    if not note.strip():
        raise UsageError("--note must say why")
    known = load_baseline(baseline) if baseline.exists() else Baseline()
    named = _full_name(finding, report) if report else finding
    new = marked(known, named, chosen, " ".join(note.split()))
    replace_file(baseline, dumped(new))
    knows = f"{visible(baseline.as_posix())} knows {count(len(new.findings), 'finding')}"
    emit(f"{visible(finding)} is judged {chosen}; {knows}\n")
    return CHECKED


def _full_name(name: str, report: Path) -> str:
    """The finding's id with its whole fingerprint; raises UsageError where the report has no such finding."""
    try:
        data = json.loads(report.read_bytes())
        found = [*data["findings"], *data.get("suppressed", ())]
        ids = {f["id"]: f"{f['rule']}-{f['fingerprint']}" for f in found}
    except (OSError, ValueError, RecursionError, KeyError, TypeError, AttributeError) as e:
        raise UsageError(f"{report}: not a report that `consistency check --format json` wrote") from e
    for short, full in ids.items():
        if name in (short, full, full.rpartition("-")[2], short.rpartition("-")[2]):
            return full
    raise UsageError(f"{report} has no finding '{name}'")
