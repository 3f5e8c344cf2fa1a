"""The report as Markdown, for a pull request or a written fact-check: findings by severity, each with its passages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from consistency.errors import Problem
from consistency.findings import SEVERITIES, Evidence, Finding, Report
from consistency.report import promises
from consistency.report.coverage import summary as understood
from consistency.report.escape import markdown, visible
from consistency.report.layout import because, count, place, quote, reason, set_aside, shortened, summary


def render(report: Report) -> str:
    """The report with a section a severity, the promises and the problems, and a final newline."""
    parts = ["# Consistency report", markdown(summary(report))]
    numbered = list(enumerate(report.findings, 1))
    for severity in reversed(SEVERITIES):
        found = [(n, finding) for n, finding in numbered if finding.severity == severity]
        if found:
            heading = f"{severity.capitalize()}: {count(len(found), 'finding')}"
            parts += [f"## {heading}", *(_section(n, finding) for n, finding in found)]
    if report.promises:
        table = promises.markdown_table(promises.by_status(report.promises)).rstrip()
        parts += ["## Promises", promises.summary(report.promises), table]
    if report.articles:
        parts += ["## What was understood", markdown(understood(report.coverage))]
    if report.problems:
        parts += ["## About the input", _problems(report.problems)]
    if listed := set_aside(report):
        parts += ["## Set aside", "\n".join(f"- {markdown(line)}" for line in listed)]
    return "\n\n".join(parts) + "\n"


def _section(number: int, finding: Finding) -> str:
    shown = [visible(e.text) for e in finding.evidence]
    further = [e for e in finding.evidence if e not in finding.decisive]
    parts = [
        f"### {number}. {finding.category.replace('_', ' ').capitalize()}",
        markdown(shortened(visible(finding.in_words), shown)),
        *map(_passage, finding.decisive),
        *([_further(further)] if further else []),
        markdown(" ".join([_sentence(because(finding)), reason(finding)]).strip()),
        _doubts(finding.explained.doubts),
        f"Confidence {finding.confidence:.2f}, rule {markdown(finding.rule)}, finding {markdown(finding.id)}",
    ]
    return "\n\n".join(part for part in parts if part)


def _passage(evidence: Evidence) -> str:
    """The words as a quotation, and under them who said them, when, and where they stand."""
    return f"> {markdown(quote(evidence.text))}\n>\n> {_source(evidence)}"


def _source(evidence: Evidence) -> str:
    who = "" if evidence.narrated else evidence.speaker
    parts = [markdown(who), evidence.date or "", markdown(place(evidence))]
    return f"**{markdown(evidence.role)}**: {', '.join(part for part in parts if part)}"


def _further(evidence: Sequence[Evidence]) -> str:
    return "\n".join(["Also:", "", *(f"- {markdown(quote(e.text))} ({_source(e)})" for e in evidence)])


def _sentence(why: str) -> str:
    return f"Why: {why}." if why else ""


def _doubts(doubts: Sequence[str]) -> str:
    return f"It would be wrong if {markdown('; or if '.join(doubts))}." if doubts else ""


def _problems(problems: Iterable[Problem]) -> str:
    return "\n".join(f"- {markdown(str(problem))}" for problem in problems)
