"""Every step that leads to a finding, and how sure it is."""

from __future__ import annotations

from datetime import date
from math import prod

from consistency.findings import Finding
from consistency.options import Options
from consistency.pipeline import check_articles
from tests.reading import article

SPRING, AUTUMN = date(2031, 5, 14), date(2031, 11, 3)
MADE = "Mayor Ida Holm spoke on Monday. She promised to reopen the Dunholm library in Sorel by September."
FAILED = "The Dunholm library in Sorel did not reopen."


def found(first: str = MADE, second: str = FAILED) -> Finding:
    articles = [article(first, SPRING, "a.txt", "Paper A"), article(second, AUTUMN, "b.txt", "Paper B")]
    report, _ = check_articles(articles, Options(engine="duckdb"))
    return next(f for f in report.findings if f.category == "unmet_promise")


def test_the_facts_stand_in_order_of_time() -> None:
    facts = found().explained.facts
    assert [(f.role, f.when, f.article) for f in facts] == [
        ("promise", "2031-05-14", "a.txt"),
        ("outcome", "2031-11-03", "b.txt"),
    ]
    assert facts[0].told.startswith("Ida Holm promised to reopen the Dunholm library in Sorel by September")
    assert facts[0].dated.startswith("the date of the article, that was given with it")


def test_who_is_meant_and_when_is_told() -> None:
    steps = found().explained.inferences
    assert ("speaker", "She", "Ida Holm") in [s[:3] for s in steps]
    assert [s.means for s in steps if s.kind == "deadline"] == ["2031-09-30"]
    assert [s.because for s in steps if s.kind == "relation"] == [
        'one says "to reopen" of the library, the other "did not reopen"'
    ]
    assert "Dunholm" in next(s.means for s in steps if s.kind == "matter")


def test_the_parts_of_the_confidence_make_the_whole() -> None:
    finding = found()
    assert round(prod(f.value for f in finding.explained.confidence), 2) == finding.confidence


def test_a_weak_part_is_a_doubt_and_is_said() -> None:
    finding = found()
    weak = [f for f in finding.explained.confidence if f.value < 0.8]
    assert weak
    assert all(any(f.because in doubt for doubt in finding.explained.doubts) for f in weak)
    assert '"She" is somebody other than Ida Holm' in finding.explained.doubts
    assert finding.confidence >= 0.8 or "It needs a look: " in finding.explanation


def test_what_is_not_certain_lowers_the_confidence() -> None:
    firm = found("Mayor Ida Holm promised to reopen the Dunholm library in Sorel by September.")
    assert "certainty" not in [f.name for f in firm.explained.confidence]


def test_other_rules_that_find_the_same_are_listed() -> None:
    first = "Mayor Ida Holm promised to reopen the Dunholm library in Sorel by September."
    told = f'{first} "The Dunholm library in Sorel will reopen," she said.'
    finding = found(told)
    assert finding.rule not in [a.rule for a in finding.also]
    assert all(a.category != "unmet_promise" or a.rule.startswith("promise-") for a in finding.also)
    assert finding.also
