"""A finding with every step, from a run or from a report that was saved."""

from __future__ import annotations

import pytest

from consistency.errors import UsageError
from consistency.findings import Also, Explanation, Factor, Finding, Inference, Report, Told
from consistency.report import FORMATS
from consistency.report.explained import render
from consistency.report.saved import saved


@pytest.fixture
def finding(report: Report) -> Finding:
    first = report.findings[0]
    told = Told(
        "promise", "promise", "Ana Roso", "2023-03-14", "the date of the article", "Ana Roso promised", "a", None, "x"
    )
    steps = (Inference("speaker", "she", "Ana Roso", "a pronoun"), Inference("relation", "excludes", "90", "sail"))
    parts = (Factor("link", 0.9, "words in common"),)
    explained = Explanation((told,), "Why.", "More.", steps, parts, ("it was put off",))
    return Finding(
        first.rule, first.category, first.severity, first.message, first.explanation, 0.9, first.evidence,
        sentence="On 14 March 2023 Ana Roso promised it.", unshown=7, also=(Also("other", "tension"),),
        explained=explained,
    )  # fmt: skip


def test_all_of_it_is_shown(finding: Finding) -> None:
    shown = render(finding, 100)
    for words in (
        finding.id, "On 14 March 2023 Ana Roso promised it.",
        "  promise, 2023-03-14 (the date of the article): Ana Roso",
        '"she" is Ana Roso: a pronoun', "excludes, 90 of 100: sail", "0.90  link: words in common", "= 0.90",
        "it was put off", "other (tension)", "and 7 further passages", "harbour-post.txt:3:1:",
    ):  # fmt: skip
        assert words in shown
    assert max(map(len, shown.splitlines())) <= 100


def test_hostile_text_is_harmless(attack: Report) -> None:
    shown = render(attack.findings[0])
    assert not {"\x1b", "\u202e", "\x07"} & {*shown}


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_a_saved_report_holds_the_same(name: str, finding: Finding, report: Report) -> None:
    text = FORMATS[name](Report(report.as_of, 2, 41, (finding,)))
    ((given, found),) = saved(text, "r.json")
    assert (given, found) == (finding.id, finding)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"findings": 3}', '{"findings": [1]}', '{"findings": [{"rule": 1}]}', "[" * 9999]
)
def test_what_is_no_report_is_said(text: str) -> None:
    with pytest.raises(UsageError, match="not a report"):
        saved(text, "r.json")
