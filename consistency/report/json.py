"""The report as one JSON object: the contract that other tools rely on (fields may be added, none changed)."""

from __future__ import annotations

from consistency.errors import Problem
from consistency.findings import Evidence, Explanation, Finding, PromiseRow, Report, Suppressed
from consistency.report.coverage import coverage_record
from consistency.report.escape import json_text

CONTRACT = 1
Record = dict[str, object]


def render(report: Report) -> str:
    """The report as indented JSON with a final newline."""
    return json_text(report_record(report), indent=2) + "\n"


def report_record(report: Report) -> Record:
    """The whole report as plain values."""
    return {
        **head(report),
        "findings": [finding_record(f) for f in report.findings],
        "promises": [promise_record(p) for p in report.promises],
        "problems": [problem_record(p) for p in report.problems],
        "suppressed": [suppressed_record(s) for s in report.suppressed],
        "coverage": coverage_record(report.coverage),
    }


def head(report: Report) -> Record:
    """What holds of the report as a whole."""
    as_of = report.as_of.isoformat() if report.as_of else None
    counted: Record = {"articles": report.articles, "facts": report.facts, "left_out": dict(report.left_out)}
    return {"contract": CONTRACT, "as_of": as_of, **counted}


def finding_record(finding: Finding) -> Record:
    """One finding; confidence has two decimals."""
    return {
        "id": finding.id,
        "rule": finding.rule,
        "category": finding.category,
        "severity": finding.severity,
        "message": finding.message,
        "explanation": finding.explanation,
        "sentence": finding.sentence,
        "confidence": round(finding.confidence, 2),
        "evidence": [evidence_record(e) for e in finding.evidence],
        "fingerprint": finding.fingerprint,
        "unshown": finding.unshown,
        "also": [a._asdict() for a in finding.also],
        "explained": explanation_record(finding.explained),
    }


def explanation_record(explained: Explanation) -> Record:
    """The steps that lead to a finding: facts in order of time, rule, inferences, parts of the confidence, doubts."""
    return {
        "facts": [f._asdict() for f in explained.facts],
        "rule": explained.rule,
        "why": explained.why,
        "inferences": [i._asdict() for i in explained.inferences],
        "confidence": [f._asdict() for f in explained.confidence],
        "doubts": list(explained.doubts),
    }


def suppressed_record(suppressed: Suppressed) -> Record:
    """One finding that the user had set aside: by what, why, and where that is written."""
    return {
        **finding_record(suppressed.finding),
        "suppressed": {"by": suppressed.by, "reason": suppressed.reason, "where": suppressed.where},
    }


def promise_record(row: PromiseRow) -> Record:
    """One promise of the tracker."""
    return {
        "holder": row.holder,
        "text": row.text,
        "deadline": row.deadline.isoformat() if row.deadline else None,
        "overdue": row.overdue,
        "status": row.status,
        "because": row.because,
        "evidence": [evidence_record(e) for e in row.evidence],
        "made_first": row.made_first,
        "made_last": row.made_last,
        "deadline_because": row.deadline_because,
        "days_overdue": row.days_overdue,
        "history": [
            {"date": s.date, "event": s.event, "because": s.because, "evidence": evidence_record(s.evidence)}
            for s in row.history
        ],
        "over_time": [{"from": day.isoformat(), "status": status} for day, status in row.over_time],
    }


def evidence_record(evidence: Evidence) -> Record:
    """One stretch of evidence: offsets in code points, end exclusive, into the article's text; null for what is not
    known.
    """
    return {**evidence._asdict(), "speaker": evidence.speaker or None, "topic": evidence.topic or None}


def problem_record(problem: Problem) -> Record:
    """One problem."""
    return {
        "level": problem.level,
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "message": problem.message,
    }
