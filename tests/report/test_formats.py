"""Every format: the exact text of one report, and what hostile text becomes in it."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from consistency.findings import Report
from consistency.report import FORMATS
from consistency.report.promises import TRACKERS

UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
ALL = {**FORMATS, **{f"promises-{name}": render for name, render in TRACKERS.items()}}
SUFFIX = {"table": "txt", "markdown": "md", "junit": "xml", "github": "txt", "gitlab": "json", "claimreview": "json"}
OURS = re.compile(r"(?s)(?<=<style>).*?(?=</style>)|(?<=<script>).*?(?=</script>)|(?<=sha256-)[^&]+")
"""The style and script of the page, which say nothing of the report."""


def suffix(name: str) -> str:
    kind = name.rpartition("-")[2]
    return SUFFIX.get(kind, kind)


@pytest.mark.parametrize("name", ALL)
def test_exact_output(name: str, report: Report, golden: Callable[[str, str], None]) -> None:
    golden(OURS.sub("", ALL[name](report)), f"report/{name}.{suffix(name)}")


@pytest.mark.parametrize("name", ALL)
def test_nothing_found(name: str, golden: Callable[[str, str], None]) -> None:
    golden(OURS.sub("", ALL[name](Report(None, 0, 0))), f"report/nothing-{name}.{suffix(name)}")


@pytest.mark.parametrize("name", ALL)
def test_hostile_text_is_harmless(name: str, attack: Report) -> None:
    assert not UNSAFE.search(ALL[name](attack))


@pytest.mark.parametrize("width", [60, 80, 120, 200])
@pytest.mark.parametrize("render", [FORMATS["table"], TRACKERS["table"]], ids=["table", "promises"])
def test_tables_fit(render: Callable[..., str], width: int, report: Report, attack: Report) -> None:
    for shown in (report, attack):
        assert max(map(len, render(shown, width=width).split("\n"))) <= width


def test_json_reads_back_exactly(attack: Report) -> None:
    evidence = json.loads(FORMATS["json"](attack))["findings"][0]["evidence"][0]
    assert evidence["text"] == attack.findings[0].evidence[0].text


def test_jsonl_has_one_object_a_line(attack: Report) -> None:
    records = [json.loads(line)["record"] for line in FORMATS["jsonl"](attack).splitlines()]
    assert records == ["report", "finding", "promise", "problem"]


def test_markdown_has_no_html_or_links_of_the_article(attack: Report) -> None:
    shown = FORMATS["markdown"](attack)
    tags: list[str] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: tags.append(tag)  # type: ignore[method-assign]
    parser.feed(shown)
    assert not tags
    assert not re.search(r"(?<!\\)\[x", shown)
    assert not re.search(r"(?<!\\)://", shown)


def test_markdown_cells_cannot_be_broken(attack: Report) -> None:
    rows = [line for line in FORMATS["markdown"](attack).split("\n") if line.startswith("| ")]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {6}


@pytest.mark.parametrize(("confidence", "shown"), [(0.666, 0.67), (0.5, 0.5), (1.0, 1.0), (0.3 + 0.6, 0.9)])
def test_confidence_has_two_decimals(confidence: float, shown: float, report: Report) -> None:
    changed = replace(report, findings=(replace(report.findings[0], confidence=confidence),))
    assert json.loads(FORMATS["json"](changed))["findings"][0]["confidence"] == shown


def test_contract_fields(report: Report) -> None:
    shown = json.loads(FORMATS["json"](report))
    assert set(shown) >= {"contract", "as_of", "articles", "facts", "findings", "promises", "problems"}
    assert shown["contract"] == 1
    assert set(shown["findings"][0]) >= {
        "id", "rule", "category", "severity", "message", "explanation", "confidence", "evidence", "fingerprint",
    }  # fmt: skip
    assert set(shown["findings"][0]["evidence"][0]) >= {
        "article", "start", "end", "text", "role", "date", "line", "column",
    }  # fmt: skip
    assert set(shown["promises"][0]) >= {"holder", "text", "deadline", "overdue", "status", "because", "evidence"}
    assert set(shown["problems"][0]) >= {"level", "path", "line", "column", "message"}


@pytest.mark.parametrize("name", sorted({*FORMATS} - {"json", "jsonl", "csv", "claimreview"}))
def test_people_are_told_the_sentence(name: str, full: Report) -> None:
    """Of a finding that has one; the rule's own message is in the formats that programs read."""
    shown = " ".join(re.sub(r"[│\\]", " ", FORMATS[name](full)).split())
    assert full.findings[0].sentence.partition(" promised")[2] in shown
    assert full.findings[0].message not in shown
    assert full.findings[1].message in shown


@pytest.mark.parametrize("name", ["json", "jsonl", "csv"])
def test_programs_have_the_message_too(name: str, full: Report) -> None:
    shown = FORMATS[name](full)
    assert full.findings[0].sentence in shown
    assert full.findings[0].message in shown


def test_the_table_does_not_tell_the_evidence_twice(report: Report) -> None:
    finding = report.findings[0]
    text = " ".join(finding.evidence[0].text.split())
    said = f'On 14 March she promised: "{text}".'
    changed = replace(finding, sentence=said, explanation=f"{said} The day has passed.")
    shown = FORMATS["table"](replace(report, findings=(changed,)), width=200)  # type: ignore[call-arg]
    assert shown.count("Ana Roso, said") == 1
    assert '"“The new ferry will sail before the end of June,” the ..."' in shown
    assert "│ why        │ The day has passed. " in shown
