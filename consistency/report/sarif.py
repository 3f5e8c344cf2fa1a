"""The report as SARIF 2.1.0, for code scanning: rules with their help, both evidence places, fingerprints."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import quote as percent

from consistency.errors import Problem
from consistency.findings import Evidence, Finding, Report, RuleNote, Severity, Suppressed
from consistency.report.escape import json_text, visible
from consistency.report.files import FilePlace, file_places, numbered, shown_path
from consistency.report.json import Record
from consistency.report.layout import place, quote

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS: dict[Severity, str] = {"info": "note", "warning": "warning", "error": "error"}
MAX_DESCRIPTION = 1024
"""What GitHub takes for a rule's description, in characters."""
_LINK = re.compile(r"[\\\[\]]")


@dataclass(frozen=True, slots=True)
class _Context:
    """What a result needs besides its finding."""

    where: Callable[[Evidence], FilePlace]
    rules: Mapping[str, int]
    compared: bool


def render(report: Report) -> str:
    """The report as one SARIF log with one run; what is suppressed is in it, marked; columns are code points."""
    context = _Context(file_places(report), {rule.id: n for n, rule in enumerate(report.rules)}, report.compared)
    shown: list[tuple[Finding, Suppressed | None]] = [(finding, None) for finding in report.findings]
    shown += [(suppressed.finding, suppressed) for suppressed in report.suppressed if suppressed.by != "unchanged"]
    fingerprints = numbered(finding for finding, _ in shown)
    run: Record = {
        "tool": {
            "driver": {
                "name": "consistency",
                "rules": [_rule(rule) for rule in report.rules],
            }
        },
        "invocations": [_invocation(report)],
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "automationDetails": {"id": "consistency/"},
        "results": [
            _result(finding, suppressed, fingerprint, context)
            for (finding, suppressed), fingerprint in zip(shown, fingerprints, strict=True)
        ],
    }
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(rule: RuleNote) -> Record:
    summary, why = visible(rule.summary), visible(rule.why)
    return {
        "id": rule.id,
        "shortDescription": {"text": summary[:MAX_DESCRIPTION]},
        "fullDescription": {"text": why[:MAX_DESCRIPTION]},
        "help": {"text": f"{summary}\n\n{why}"},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": [rule.category]},
    }


def _invocation(report: Report) -> Record:
    """Whether everything was checked, and every problem as a notification."""
    done = all(problem.level != "error" for problem in report.problems)
    return {
        "executionSuccessful": done,
        "toolExecutionNotifications": [_notification(problem) for problem in report.problems],
    }


def _notification(problem: Problem) -> Record:
    level = "error" if problem.level == "error" else "note"
    record: Record = {"level": level, "message": {"text": _plain(problem.message)}}
    if problem.path:
        region: Record = {"startLine": problem.line} if problem.line else {}
        if problem.line and problem.column:
            region["startColumn"] = problem.column
        record["locations"] = [_location(problem.path, region)]
    return record


def _result(finding: Finding, suppressed: Suppressed | None, fingerprint: str, context: _Context) -> Record:
    main, *others = finding.evidence or (None,)
    record: Record = {
        "ruleId": finding.rule,
        **({"ruleIndex": context.rules[finding.rule]} if finding.rule in context.rules else {}),
        "level": LEVELS[finding.severity],
        "message": {"text": _message(finding)},
        "locations": [_evidence(main, context)] if main else [],
        "relatedLocations": [
            {"id": n, **_evidence(evidence, context), "message": {"text": _plain(_caption(evidence))}}
            for n, evidence in enumerate(others, 1)
            if evidence
        ],
        "partialFingerprints": {"primaryLocationLineHash": fingerprint},
        "properties": {"id": finding.id, "category": finding.category, "confidence": round(finding.confidence, 2)},
    }
    if context.compared:
        record["baselineState"] = "unchanged" if suppressed and suppressed.by == "baseline" else "new"
    if suppressed:
        kind = "inSource" if suppressed.by == "comment" else "external"
        record["suppressions"] = [{"kind": kind, "justification": visible(suppressed.reason)}]
    return record


def _message(finding: Finding) -> str:
    """The finding, and a link to each other place of the evidence."""
    links = [f"[{_plain(place(evidence))}]({n})" for n, evidence in enumerate(finding.evidence[1:], 1)]
    return _plain(finding.in_words) + (f" (compare {', '.join(links)})" if links else "")


def _caption(evidence: Evidence) -> str:
    return f"{evidence.role}{f' {evidence.date}' if evidence.date else ''}: {quote(evidence.text)}"


def _plain(text: str) -> str:
    """The text on one line, with what SARIF would read as a link escaped."""
    return _LINK.sub(lambda m: "\\" + m[0], visible(text))


def _evidence(evidence: Evidence, context: _Context) -> Record:
    """The location of the evidence; with offsets where the article is the whole file."""
    where = context.where(evidence)
    region: Record = {"startLine": where.line}
    if where.column is not None:
        region |= {"startColumn": where.column, "endLine": where.end_line, "endColumn": where.end_column}
        region |= {"charOffset": evidence.start, "charLength": evidence.end - evidence.start}
    region["snippet"] = {"text": evidence.text}
    return _location(where.path, region)


def _location(path: str, region: Record) -> Record:
    physical: Record = {"artifactLocation": {"uri": _uri(path)}, **({"region": region} if region else {})}
    return {"physicalLocation": physical}


def _uri(path: str) -> str:
    """A relative path as a relative reference, an absolute one as a file URI."""
    shown = shown_path(path)
    encoded = percent(shown.encode("utf-8", "backslashreplace"), safe="/")
    return f"file://{encoded}" if shown.startswith("/") else encoded
