"""JUnit XML as a parser of others reads it, and against a schema of others."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from junitparser import Error, Failure, JUnitXml, Skipped
from lxml import etree

from consistency.findings import Evidence, Finding, Report
from consistency.report.junit import render

XSD = (Path(__file__).parent / "schemas/junit-10.xsd").read_text(encoding="utf-8")
# `file` and `line` of a case are not in the schema; pytest writes them too, and CI services open the article with them.
CASE = '<xs:attribute name="classname" type="xs:string"/>'
SCHEMA = etree.XMLSchema(
    etree.fromstring(
        XSD.replace(
            CASE, CASE + '<xs:attribute name="file" type="xs:string"/><xs:attribute name="line" type="xs:string"/>', 1
        ).encode()
    )
)


def parsed(text: str) -> JUnitXml:
    SCHEMA.assertValid(etree.fromstring(text.encode()))
    return JUnitXml.fromstring(text.encode())


def cases(text: str, kind: type) -> list[tuple[str, str]]:
    found = [
        (c.classname, c.name) for suite in parsed(text) for c in suite if any(isinstance(r, kind) for r in c.result)
    ]
    return sorted(found)


def test_it_is_valid(report: Report, attack: Report, full: Report) -> None:
    for shown in (report, attack, full, Report(None, 0, 0)):
        parsed(render(shown))


def test_a_case_an_article_and_rule_passes_included(full: Report) -> None:
    suites = {suite.name: [case.name for case in suite] for suite in parsed(render(full))}
    rules = [rule.id for rule in full.rules]
    assert suites == {"harbour-post.txt": rules, "coast-daily.txt": rules, "not checked": ["broken.txt"]}


@pytest.mark.parametrize(
    ("fail_on", "failing"),
    [
        ("info", ["numbers-apart", "promise-not-kept"]), ("warning", ["numbers-apart", "promise-not-kept"]),
        ("error", ["promise-not-kept"]), ("none", []),
    ],
)  # fmt: skip
def test_what_fails_is_what_was_asked(fail_on: str, failing: list[str], full: Report) -> None:
    text = render(full, fail_on=fail_on)
    assert [rule for _, rule in cases(text, Failure)] == failing
    assert text.count("<system-out>") == 2 - len(failing)
    assert cases(text, Error) == [("not checked", "broken.txt")]


def test_totals(full: Report) -> None:
    xml = parsed(render(full))
    assert (xml.tests, xml.failures, xml.errors) == (3 * 2 + 1, 2, 1)


def test_what_is_suppressed_is_skipped_with_its_reason(full: Report) -> None:
    text = render(full)
    assert [rule for _, rule in cases(text, Skipped)] == ["loose-words"]
    assert 'message="baseline: known since May; comment: two wards"' in text


def test_both_evidence_places_are_told(full: Report) -> None:
    (failure,) = [
        c for s in parsed(render(full, fail_on="error")) for c in s if c.name == "promise-not-kept" and c.result
    ]
    assert "promise, harbour-post.txt:3: " in failure.result[0].text
    assert "report, coast-daily.txt:1: " in failure.result[0].text


@given(st.text(st.characters(codec=None, exclude_categories=())))
def test_any_text_gives_xml(text: str) -> None:
    evidence = Evidence(text, 0, 3, text, text, None, 1, 1)
    finding = Finding("rule", "tension", "info", text, text, 0.5, (evidence,))
    assert len(list(parsed(render(Report(None, 1, 1, (finding, replace(finding, message="again"))))))) == 1


def test_exact(full: Report, golden: Callable[[str, str], None]) -> None:
    golden(render(full), "report/full.xml")
