"""The report as a GitLab code quality artifact: an array of issues, what could not be checked among them."""

from __future__ import annotations

from hashlib import sha256

from consistency.errors import Problem
from consistency.findings import Finding, Report, Severity
from consistency.report.escape import json_text, visible
from consistency.report.files import FilePlace, file_places, numbered, shown_path
from consistency.report.json import Record
from consistency.report.layout import place, quote

SEVERITY: dict[Severity, str] = {"info": "info", "warning": "major", "error": "critical"}


def render(report: Report) -> str:
    """One issue a finding and a problem that kept something from being checked; what is suppressed is left out."""
    where = file_places(report)
    issues = [
        _issue(finding, fingerprint, where(finding.evidence[0]) if finding.evidence else None)
        for finding, fingerprint in zip(report.findings, numbered(report.findings), strict=True)
    ]
    issues += [_fault(problem) for problem in dict.fromkeys(report.problems) if problem.level == "error"]
    return json_text(issues, indent=2) + "\n"


def _issue(finding: Finding, fingerprint: str, where: FilePlace | None) -> Record:
    compared = "; ".join(f"{visible(e.role)}, {place(e)}: {quote(e.text)}" for e in finding.evidence)
    path, first, last = (visible(where.path), where.line, where.end_line) if where else ("-", 1, 1)
    return {
        "description": visible(finding.in_words) + (f" ({compared})" if compared else ""),
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": SEVERITY[finding.severity],
        "location": {"path": path, "lines": {"begin": first, "end": last}},
    }


def _fault(problem: Problem) -> Record:
    """What was not checked, as the gravest issue, so that it is not taken for a clean report."""
    line = problem.line or 1
    return {
        "description": f"not checked: {visible(problem.message)}",
        "check_name": "not-checked",
        "fingerprint": sha256(str(problem).encode("utf-8", "surrogatepass")).hexdigest()[:16],
        "severity": "blocker",
        "location": {"path": visible(shown_path(problem.path or "-")), "lines": {"begin": line, "end": line}},
    }
