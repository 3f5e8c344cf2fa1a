"""A finding with every step that leads to it, for somebody who wants to check each one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from consistency.findings import Evidence, Factor, Finding, Inference, Told
from consistency.report.escape import visible
from consistency.report.layout import WIDTH, count, paragraph, part, place, quote


def render(finding: Finding, width: int = WIDTH) -> str:
    """The sentence, the facts in order of time, the rule, the inferences, the confidence, the doubts, all evidence."""
    head = f"{finding.severity}: {finding.category}, confidence {finding.confidence:.2f}"
    e = finding.explained
    parts = [
        f"{visible(finding.id)}\n{head}",
        paragraph(visible(finding.in_words), width),
        part("In order of time", (line for told in e.facts for line in _fact(told)), width),
        part("The rule", [visible(line) for line in (finding.rule, e.rule, e.why) if line], width),
        part("How the words were read", map(_step, e.inferences), width),
        part("How sure it is", _sums(e.confidence, finding.confidence), width),
        part("It would be wrong if", map(visible, e.doubts), width),
        part("Also found by", (f"{visible(a.rule)} ({a.category})" for a in finding.also), width),
        part("The evidence", _evidence(finding), width),
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def _fact(told: Told) -> Iterator[str]:
    when = told.when.replace("/", " to ") or "undated"
    yield f"{visible(told.role)}, {when} ({visible(told.dated)}): {visible(told.told)}"


def _step(step: Inference) -> str:
    words, means = quote(step.words), visible(step.means)
    read = {
        "speaker": f"{words if step.words else 'who says it'} is {means}",
        "deadline": f"the last day on which it is kept is {means}",
        "matter": f"both are about one matter, {means}",
        "relation": f"{visible(step.words)}, {means} of 100",
    }.get(step.kind, f"{words} is {means}")
    return f"{read}: {visible(step.because)}"


def _sums(parts: Iterable[Factor], whole: float) -> Iterator[str]:
    """The factors one below another, and what they come to."""
    for n, factor in enumerate(parts):
        yield f"{'x' if n else ' '} {factor.value:.2f}  {visible(factor.name)}: {visible(factor.because)}"
    yield f"= {whole:.2f}"


def _evidence(finding: Finding) -> Iterator[str]:
    yield from map(_stretch, finding.evidence)
    if finding.unshown:
        yield f"and {count(finding.unshown, 'further passage')} that the report does not hold"


def _stretch(e: Evidence) -> str:
    date = f" {e.date}" if e.date else ""
    return f"{visible(e.role)}{date} {place(e)}:{e.column}: {quote(e.text)}"
