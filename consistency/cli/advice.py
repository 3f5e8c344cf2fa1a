"""What to do next, on stderr after a check: why it ended as it did, and the commands that help."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from consistency.cli.command import FOUND, NOT_CHECKED
from consistency.cli.terminal import say
from consistency.findings import Report, as_severe
from consistency.report.layout import count, uncounted


def advice(report: Report, code: int, fail_on: str, paths: Sequence[str], baseline: Path | None) -> None:
    """Say it."""
    for line in lines(report, code, fail_on, paths, baseline):
        say(line)


def lines(report: Report, code: int, fail_on: str, paths: Sequence[str], baseline: Path | None) -> list[str]:
    """At most four lines: what was not counted, what was not checked, what failed, where to look."""
    said = [uncounted(report)] if report.suppressed else []
    errors = sum(problem.level == "error" for problem in report.problems)
    if code == NOT_CHECKED:
        said.append(
            f"{count(errors, 'error')} above: mend that and check again; the report is on the rest (exit code 2)"
        )
    if report.articles and not report.facts:
        said.append(
            f"nothing was understood of what they say: `consistency extract {_path(paths)}` shows what was read"
        )
    if not report.findings:
        return said
    if code == FOUND:
        loud = [f for f in report.findings if f.severity in as_severe(fail_on)]
        said.append(f"{count(len(loud), 'finding')} as severe as --fail-on {fail_on} (exit code 1)")
    first = report.findings[0]
    file = baseline.as_posix() if baseline else "known.json"
    said.append(
        f"next: `consistency explain {first.id} {_path(paths)}` tells how it was found; "
        f"`consistency triage {first.id} false --note WHY --baseline {file}` sets a false alarm aside"
    )
    return said


def _path(paths: Sequence[str]) -> str:
    return paths[0] if paths else "PATH"
