"""The report for a terminal: each finding a framed block of its sentence, its evidence and why."""

from __future__ import annotations

from consistency.findings import Evidence, Finding, Report
from consistency.report import promises
from consistency.report.escape import visible
from consistency.report.layout import (
    GLIMPSE,
    MARKS,
    WIDTH,
    count,
    glimpse,
    grid,
    paragraph,
    place,
    quote,
    reason,
    reservations,
    set_aside,
    summary,
)

_LEFT, _LEAST = 14, 10
_SHOWN = 6
"""Stretches of evidence of one finding; JSON has them all."""


def render(report: Report, width: int = WIDTH) -> str:
    """The report as text at most `width` columns wide, with a final newline."""
    blocks = [_block(finding, width) for finding in report.findings]
    decided = [row for row in report.promises if row.overdue or row.status != "not_yet_rated"]
    if decided:
        blocks.append(promises.grid_of(decided, width))
    if report.promises:
        waiting = len(decided) < len(report.promises)
        rest = " Those that wait are not listed: see `consistency promises`." if waiting else ""
        blocks.append(paragraph(promises.summary(report.promises) + rest, width))
    blocks.append(paragraph(summary(report), width))
    if listed := set_aside(report):
        blocks.append("\n".join(paragraph(visible(line), width) for line in ["Suppressed:", *listed]))
    if report.problems:
        blocks.append(paragraph(f"About the input: {reservations(report.problems)}.", width))
    return "\n\n".join(blocks) + "\n"


def _block(finding: Finding, width: int) -> str:
    head = f"{finding.category}  [{visible(finding.rule)}]  confidence {finding.confidence:.2f}"
    said = visible(finding.in_words)
    name = f"{finding.severity}\n{finding.fingerprint[:8]}"
    rows = [[name, f"{head}\n{said}"], *(_row(e, said) for e in finding.evidence[:_SHOWN])]
    if more := max(0, len(finding.evidence) - _SHOWN) + finding.unshown:
        rows.append(["", f"and {count(more, 'further passage')}"])
    if why := reason(finding):
        rows.append(["why", why])
    if finding.also:
        rows.append(["also", ", ".join(f"{a.category} [{visible(a.rule)}]" for a in finding.also)])
    return grid(rows, width, [_LEFT], _LEAST)


def _row(evidence: Evidence, said: str) -> list[str]:
    """Where it stands, with its words, or their beginning where the sentence above has them."""
    left = visible(evidence.role) + (f"\n{evidence.date}" if evidence.date else "")
    words = quote(evidence.text)
    told = words.strip(MARKS)[:GLIMPSE] in said
    return [left, f"{place(evidence)}: {_begun(words) if told else words}"]


def _begun(words: str) -> str:
    short = glimpse(words)
    return short if short == words else f'{short}"'
