"""The report as Markdown, for a pull request or a written fact-check."""

from __future__ import annotations

from collections.abc import Iterable

from consistency.errors import Problem
from consistency.findings import Evidence, Finding, Report
from consistency.report import promises
from consistency.report.escape import markdown
from consistency.report.layout import place, quote, set_aside, summary


def render(report: Report) -> str:
    """The report with a section a finding, the promises and the problems, and a final newline."""
    parts = ["# Consistency report", markdown(summary(report)), *map(_section, report.findings)]
    if report.promises:
        parts += ["## Promises", promises.markdown_table(report.promises).rstrip()]
    if report.problems:
        parts += ["## Problems", _problems(report.problems)]
    if listed := set_aside(report):
        parts += ["## Suppressed", "\n".join(f"- {markdown(line)}" for line in listed)]
    return "\n\n".join(parts) + "\n"


def _section(finding: Finding) -> str:
    rows = ["| Role | Date | Where | Words |", "|---|---|---|---|", *map(_row, finding.evidence)]
    parts = [
        f"## {finding.severity}: {finding.category.replace('_', ' ')}",
        markdown(finding.message),
        "\n".join(rows),
        *([markdown(finding.explanation)] if finding.explanation not in ("", finding.message) else []),
        f"Rule {markdown(finding.rule)}, confidence {finding.confidence:.2f}, finding {markdown(finding.id)}",
    ]
    return "\n\n".join(parts)


def _row(evidence: Evidence) -> str:
    cells = [markdown(evidence.role), evidence.date or "", markdown(place(evidence)), markdown(quote(evidence.text))]
    return f"| {' | '.join(cells)} |"


def _problems(problems: Iterable[Problem]) -> str:
    return "\n".join(f"- {markdown(str(problem))}" for problem in problems)
