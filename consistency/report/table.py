"""The report for a terminal: each finding a framed block of its message, its evidence and why."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from consistency.findings import Evidence, Finding, Report
from consistency.report import promises
from consistency.report.escape import visible
from consistency.report.layout import WIDTH, grid, paragraph, place, quote, reservations, set_aside, summary

_LEFT, _LEAST = 14, 10
_GLIMPSE = 60
"""Characters of the evidence that a message above it repeats."""


def render(report: Report, width: int = WIDTH) -> str:
    """The report as text at most `width` columns wide, with a final newline."""
    blocks = [_block(finding, width) for finding in report.findings]
    decided = [row for row in report.promises if row.overdue or row.status != "not_yet_rated"]
    if decided:
        blocks.append(promises.grid_of(decided, width))
    if report.promises:
        blocks.append(paragraph(promises.summary(report.promises), width))
    blocks.append(paragraph(summary(report), width))
    if listed := set_aside(report):
        blocks.append("\n".join(paragraph(visible(line), width) for line in ["Suppressed:", *listed]))
    if report.problems:
        blocks.append(paragraph(f"About the input: {reservations(report.problems)}.", width))
    return "\n\n".join(blocks) + "\n"


def _block(finding: Finding, width: int) -> str:
    head = f"{finding.category}  [{visible(finding.rule)}]  confidence {finding.confidence:.2f}"
    shown = [visible(evidence.text) for evidence in finding.evidence]
    rows = [[finding.severity, f"{head}\n{_shortened(visible(finding.message), shown)}"], *map(_row, finding.evidence)]
    why = _reason(visible(finding.explanation), shown)
    if why and why != visible(finding.message):
        rows.append(["why", why])
    return grid(rows, width, [_LEFT], _LEAST)


def _shortened(message: str, shown: Iterable[str]) -> str:
    """The message with the first words only of what stands below it in full."""
    for text in shown:
        message = message.replace(text, textwrap.shorten(text, _GLIMPSE, placeholder=" ..."))
    return message


def _reason(explanation: str, shown: Iterable[str]) -> str:
    """What the explanation says after it has told what the evidence is, which is shown already."""
    told = max((explanation.rfind(text) + len(text) for text in shown if text in explanation), default=0)
    return explanation[told:].lstrip("\"”’.,; ")


def _row(evidence: Evidence) -> list[str]:
    left = visible(evidence.role) + (f"\n{evidence.date}" if evidence.date else "")
    return [left, f"{place(evidence)}: {quote(evidence.text)}"]
