"""The code quality artifact, held against what GitLab documents of it."""

import json
from dataclasses import replace

from jsonschema import Draft202012Validator

from consistency.findings import Report
from consistency.report.gitlab import render

# GitLab publishes a table, not a schema: these are its required fields with their types and values.
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./)."},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def issues(report: Report) -> list[dict[str, object]]:
    shown = json.loads(render(report))
    Draft202012Validator(SCHEMA).validate(shown)
    prints = [issue["fingerprint"] for issue in shown]
    assert len(set(prints)) == len(prints)
    return list(shown)


def test_it_is_valid(report: Report, attack: Report, full: Report) -> None:
    for shown in (report, attack, full, Report(None, 0, 0)):
        issues(shown)


def test_findings_and_what_was_not_checked(full: Report) -> None:
    assert [(i["check_name"], i["severity"]) for i in issues(full)] == [
        ("promise-not-kept", "critical"), ("numbers-apart", "major"), ("not-checked", "blocker"),
    ]  # fmt: skip
    assert issues(full)[0]["location"] == {"path": "news/harbour-post.txt", "lines": {"begin": 3, "end": 4}}


def test_the_same_finding_twice_has_two_fingerprints(report: Report) -> None:
    first = report.findings[0]
    assert len(issues(replace(report, findings=(first, first)))) == 3
