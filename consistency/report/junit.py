"""The report as JUnit XML: a suite an article, a case a rule, those that found nothing included."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from consistency.errors import Problem
from consistency.findings import Evidence, Finding, Report, Suppressed, as_severe
from consistency.report.escape import visible, xml
from consistency.report.files import FilePlace, file_places, shown_path
from consistency.report.layout import place, quote

LEAST = "info"
Cases = Mapping[tuple[str, str], Sequence[Finding | Suppressed]]


def render(report: Report, fail_on: str = LEAST) -> str:
    """The report as JUnit XML; findings at least as severe as `fail_on` are failures, others are said in passed cases.

    A finding stands with the article of its first evidence; one that is suppressed is a skipped case. What could not be
    checked is an error in a suite of its own. No times are given.
    """
    loud = as_severe(fail_on)
    cases = _cases(report)
    where = file_places(report)
    paths = {c.article: shown_path(c.origin.path) for c in report.checked}
    rules = sorted({rule.id for rule in report.rules} | {rule for _, rule in cases})
    root = Element("testsuites", name="consistency")
    for article in [*paths, *sorted({article for article, _ in cases} - paths.keys())]:
        suite = _suite(root, article, paths.get(article, article))
        for rule in rules:
            _case(suite, article, rule, cases.get((article, rule), ()), loud, where)
        _count(suite)
    _faults(root, [p for p in report.problems if p.level == "error"])
    for name in ("tests", "failures", "errors"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _cases(report: Report) -> Cases:
    """Findings, and those that are suppressed after them, by article and rule."""
    cases: dict[tuple[str, str], list[Finding | Suppressed]] = defaultdict(list)
    for finding in report.findings:
        cases[_article(finding), finding.rule].append(finding)
    for suppressed in report.suppressed:
        cases[_article(suppressed.finding), suppressed.finding.rule].append(suppressed)
    return cases


def _article(finding: Finding) -> str:
    return finding.evidence[0].article if finding.evidence else "-"


def _suite(root: Element, name: str, path: str) -> Element:
    return SubElement(root, "testsuite", name=xml(name), file=xml(path))


def _case(
    suite: Element,
    article: str,
    rule: str,
    found: Sequence[Finding | Suppressed],
    loud: Sequence[str],
    where: Callable[[Evidence], FilePlace],
) -> None:
    findings = [f for f in found if isinstance(f, Finding)]
    case = SubElement(suite, "testcase", name=xml(rule), classname=xml(article), time="0", file=suite.get("file", ""))
    if findings and findings[0].evidence:
        case.set("line", str(where(findings[0].evidence[0]).line))
    failing = [f for f in findings if f.severity in loud]
    if failing:
        failure = SubElement(case, "failure", message=xml(failing[0].in_words), type=failing[0].severity)
        failure.text = "\n\n".join(map(_told, failing))
    elif set_aside := [s for s in found if isinstance(s, Suppressed)]:
        reasons = dict.fromkeys(f"{s.by}: {visible(s.reason)}" for s in set_aside)
        SubElement(case, "skipped", message=xml("; ".join(reasons)))
    if quiet := [f for f in findings if f.severity not in loud]:
        SubElement(case, "system-out").text = "\n\n".join(map(_told, quiet))


def _told(finding: Finding) -> str:
    """The finding as a person reads it, a line an evidence."""
    lines = [
        f"{finding.severity}: {finding.category}: {finding.in_words} [{finding.id}]",
        *(f"{e.role}, {place(e)}: {quote(e.text)}" for e in finding.evidence),
        finding.explanation,
    ]
    return "\n".join(xml(line) for line in lines if line)


def _faults(root: Element, problems: Sequence[Problem]) -> None:
    """A suite of what could not be checked."""
    if not problems:
        return
    suite = _suite(root, "not checked", "-")
    for problem in problems:
        path = xml(shown_path(problem.path)) if problem.path else "input"
        case = SubElement(suite, "testcase", name=path, classname="not checked", time="0", file=path)
        if problem.line:
            case.set("line", str(problem.line))
        SubElement(case, "error", message=xml(problem.message), type="error").text = xml(str(problem))
    _count(suite)


def _count(suite: Element) -> None:
    for name, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(name, str(sum(1 for _ in suite.iter(tag))))
