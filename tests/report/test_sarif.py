"""SARIF against its schema, and that every region is exactly the words it claims to be."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from consistency.article import Origin
from consistency.errors import Problem
from consistency.findings import Checked, Evidence, Finding, Report, RuleNote, Suppressed
from consistency.report.sarif import render
from consistency.spans import LineIndex

SCHEMA = json.loads((Path(__file__).parent / "schemas/sarif-2.1.0.json").read_text(encoding="utf-8"))
VALID = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)


def run_of(report: Report) -> dict[str, Any]:
    log = json.loads(render(report))
    assert not [f"{list(e.path)}: {e.message}" for e in VALID.iter_errors(log)]
    return log["runs"][0]


def at(article: str, text: str, start: int, end: int) -> Evidence:
    return Evidence(article, start, end, text[start:end], "one", None, *LineIndex(text).position(start))


def found(*evidence: Evidence, rule: str = "rule") -> Finding:
    return Finding(rule, "tension", "info", "They differ.", "", 0.5, evidence)


def test_it_is_valid(report: Report, attack: Report, full: Report) -> None:
    for shown in (report, attack, full, Report(None, 0, 0)):
        run_of(shown)


def test_both_places_and_the_fingerprint(full: Report) -> None:
    first = run_of(full)["results"][0]
    assert [x["physicalLocation"]["artifactLocation"]["uri"] for x in first["locations"]] == ["news/harbour-post.txt"]
    assert first["locations"][0]["physicalLocation"]["region"]["startLine"] == 3
    assert [(x["id"], x["physicalLocation"]["artifactLocation"]["uri"]) for x in first["relatedLocations"]] == [
        (1, "news/coast-daily.txt")
    ]
    assert "(compare [coast-daily.txt:1](1))" in first["message"]["text"]
    assert first["partialFingerprints"]["primaryLocationLineHash"] == full.findings[0].fingerprint + ":1"


def test_rules_have_help_and_results_point_to_them(full: Report) -> None:
    run = run_of(full)
    rules = run["tool"]["driver"]["rules"]
    assert all(rule["help"]["text"] and rule["shortDescription"]["text"] for rule in rules)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_what_is_suppressed_is_marked_and_says_why(full: Report) -> None:
    suppressed = [(r["suppressions"], r["baselineState"]) for r in run_of(full)["results"] if "suppressions" in r]
    assert suppressed == [
        ([{"kind": "external", "justification": "known since May"}], "unchanged"),
        ([{"kind": "inSource", "justification": "two wards"}], "new"),
    ]


def test_what_was_not_checked_is_said(report: Report) -> None:
    (invocation,) = run_of(report)["invocations"]
    assert not invocation["executionSuccessful"]
    assert [n["level"] for n in invocation["toolExecutionNotifications"]] == ["error", "note"]
    assert run_of(replace(report, problems=()))["invocations"][0]["executionSuccessful"]


def test_findings_that_share_words_have_fingerprints_of_their_own() -> None:
    text = "No. No."
    twice = Report(None, 1, 1, (found(at("a", text, 0, 3)), found(at("a", text, 4, 7))))
    prints = [r["partialFingerprints"]["primaryLocationLineHash"] for r in run_of(twice)["results"]]
    assert [p[-2:] for p in prints] == [":1", ":2"]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a.txt", "a.txt"), ("./a b.txt", "a%20b.txt"), ("x/é“.md", "x/%C3%A9%E2%80%9C.md"),
        ("/srv/a.txt", "file:///srv/a.txt"), ("a:b#c?.txt", "a%3Ab%23c%3F.txt"), ("100%.txt", "100%25.txt"),
    ],
)  # fmt: skip
def test_uris(path: str, uri: str) -> None:
    shown = Report(None, 1, 1, (found(at("a", "No.", 0, 3)),), checked=(Checked("a", Origin(path)),))
    place = run_of(shown)["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == uri


def test_a_record_of_json_lines_is_its_line() -> None:
    origin = Origin("corpus.jsonl", "jsonl", 7)
    shown = Report(None, 1, 1, (found(at("a", "Yes.\nNo.", 5, 8)),), checked=(Checked("a", origin),))
    region = run_of(shown)["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 7, "snippet": {"text": "No."}}


@given(st.text("aé“😀 \n\r", min_size=1, max_size=40), st.data())
def test_regions_are_the_words(text: str, data: st.DataObject) -> None:
    """Columns count code points: whoever cuts the region out of the file has the evidence."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assume("\r\n" not in (text[start - 1 : start + 1], text[end - 1 : end + 1]))  # half a line break is no place
    shown = Report(None, 1, 1, (found(at("a", text, start, end)),), checked=(Checked("a", Origin("a.txt")),))
    region = run_of(shown)["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert text[region["charOffset"] : region["charOffset"] + region["charLength"]] == text[start:end]
    offsets = {tuple(LineIndex(text).position(i)): i for i in range(len(text) + 1)}
    assert offsets[region["startLine"], region["startColumn"]] == start
    assert offsets[region["endLine"], region["endColumn"]] == end


def test_a_message_cannot_make_a_link() -> None:
    finding = replace(found(at("a", "No.", 0, 3)), message="see [here](http://e.example) \\ [x](1)")
    text = run_of(Report(None, 1, 1, (finding,)))["results"][0]["message"]["text"]
    assert text == "see \\[here\\](http://e.example) \\\\ \\[x\\](1)"


def test_long_descriptions_are_cut_and_the_help_is_not() -> None:
    note = RuleNote("rule", "tension", "info", "S" * 300, "w" * 3000)
    (rule,) = run_of(Report(None, 0, 0, rules=(note,)))["tool"]["driver"]["rules"]
    assert len(rule["fullDescription"]["text"]) == 1024
    assert len(rule["help"]["text"]) > 3000


def test_unchanged_articles_are_left_out() -> None:
    away = Suppressed(found(at("a", "No.", 0, 3)), "unchanged", "not changed since main", "--diff")
    assert run_of(Report(None, 1, 1, suppressed=(away,)))["results"] == []


def test_exact(full: Report, golden: Callable[[str, str], None]) -> None:
    golden(render(full), "report/full.sarif")


def test_problem_places() -> None:
    shown = Report(None, 0, 0, problems=(Problem("error", "r.yaml", "no", 3, 9), Problem("error", "", "what")))
    notes = run_of(shown)["invocations"][0]["toolExecutionNotifications"]
    assert notes[0]["locations"][0]["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 9}
    assert "locations" not in notes[1]
