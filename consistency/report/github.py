"""The report as GitHub workflow commands: an annotation a finding and a problem, at the article's line."""

from __future__ import annotations

from consistency.errors import Problem
from consistency.findings import Finding, Report, Severity
from consistency.report.escape import visible
from consistency.report.files import FilePlace, file_places, shown_path
from consistency.report.layout import place, quote

COMMANDS: dict[Severity, str] = {"info": "notice", "warning": "warning", "error": "error"}
_DATA: dict[str, str | int | None] = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY: dict[str, str | int | None] = {**_DATA, ":": "%3A", ",": "%2C"}


def render(report: Report) -> str:
    """One command a line; what could not be checked first, then findings, then notices.

    Every line begins with a command of ours and text of articles is on one line inside it, so none of it can be read as
    a command. GitHub shows the first ten errors, warnings and notices of a step.
    """
    where = file_places(report)
    faults = [p for p in report.problems if p.level == "error"]
    notices = [p for p in report.problems if p.level != "error"]
    lines = [
        *(_problem(problem) for problem in faults),
        *(_finding(f, where(f.evidence[0]) if f.evidence else None) for f in report.findings),
        *(_problem(problem) for problem in notices),
    ]
    return "".join(line + "\n" for line in lines)


def _finding(finding: Finding, where: FilePlace | None) -> str:
    lines = [
        visible(finding.in_words),
        *(f"{visible(e.role)}, {place(e)}: {quote(e.text)}" for e in finding.evidence),
    ]
    properties: dict[str, object] = {}
    if where:
        properties = {"file": visible(where.path), "line": where.line, "endLine": where.end_line}
        if where.column is not None and where.line == where.end_line:
            properties |= {"col": where.column, "endColumn": where.end_column}
    properties["title"] = f"{finding.category.replace('_', ' ')} [{visible(finding.rule)}]"
    return _command(COMMANDS[finding.severity], properties, "\n".join(lines))


def _problem(problem: Problem) -> str:
    place = {"file": visible(shown_path(problem.path)) if problem.path else None, "line": problem.line}
    properties: dict[str, object] = {name: value for name, value in place.items() if value}
    properties["title"] = "not checked" if problem.level == "error" else "about the input"
    return _command("error" if problem.level == "error" else "notice", properties, visible(problem.message))


def _command(name: str, properties: dict[str, object], message: str) -> str:
    listed = ",".join(f"{key}={_escaped(str(value), _PROPERTY)}" for key, value in properties.items())
    return f"::{name} {listed}::{_escaped(message, _DATA)}"


def _escaped(text: str, table: dict[str, str | int | None]) -> str:
    return text.translate(str.maketrans(table))
