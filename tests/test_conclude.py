"""From matches to findings: one finding for one matter, with all that it rests on."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from consistency.conclude import MAX_EVIDENCE
from consistency.findings import SEVERITIES, Finding
from consistency.options import Options
from consistency.pipeline import check_articles
from tests.reading import article

MADE = "Mayor Ida Holm promised to reopen the Dunholm library in Sorel by September."
FAILED = "The Dunholm library in Sorel did not reopen."


@lru_cache(maxsize=32)
def findings(*told: tuple[date, str]) -> tuple[Finding, ...]:
    articles = [article(text, day, f"{n}.txt", f"Paper {n}") for n, (day, text) in enumerate(told)]
    return check_articles(articles, Options(engine="duckdb"))[0].findings


def unmet(*told: tuple[date, str]) -> tuple[Finding, ...]:
    return tuple(f for f in findings(*told) if f.category == "unmet_promise")


SPRING, AUTUMN, WINTER = date(2031, 5, 14), date(2031, 11, 3), date(2031, 12, 9)


def test_a_finding_holds_both_sides_and_says_why() -> None:
    (found,) = unmet((SPRING, MADE), (AUTUMN, FAILED))
    assert [e.role for e in found.evidence] == ["promise", "outcome"]
    assert [(e.article, e.date) for e in found.evidence] == [("0.txt", "2031-05-14"), ("1.txt", "2031-11-03")]
    assert all(e.text in text for e, text in zip(found.evidence, (MADE, FAILED), strict=True))
    assert "Ida Holm" in found.message
    assert found.sentence.startswith("On 14 May 2031 Ida Holm promised to reopen the Dunholm library in Sorel by Sept")
    assert '; on 3 November Paper 1 reported: "The Dunholm library in Sorel did not reopen"; ' in found.sentence
    assert found.sentence.endswith('one says "to reopen" of the library, the other "did not reopen".')
    assert found.explanation.startswith(found.sentence)


def test_told_by_many_it_is_one_finding_with_the_evidence_of_all() -> None:
    (found,) = unmet((SPRING, MADE), (AUTUMN, FAILED), (WINTER, "The Dunholm library in Sorel has not reopened."))
    assert {e.article for e in found.evidence} == {"0.txt", "1.txt", "2.txt"}
    assert len(found.evidence) <= MAX_EVIDENCE
    assert len(set(found.evidence)) == len(found.evidence)


def test_one_pair_of_stretches_is_one_finding() -> None:
    found = findings((SPRING, MADE), (AUTUMN, FAILED))
    pairs = [frozenset((e.article, e.start, e.end) for e in f.evidence[:2]) for f in found]
    assert len(set(pairs)) == len(pairs)


def test_confidence_and_severity_go_together() -> None:
    for found in findings((SPRING, MADE), (AUTUMN, FAILED)):
        assert 0 < found.confidence <= 1
        assert round(found.confidence, 2) == found.confidence
        assert found.severity != "error" or found.confidence >= 0.8
        assert found.severity == "info" or found.confidence >= 0.6


def test_the_loudest_stand_first() -> None:
    told = (
        (SPRING, f'{MADE} "We will never sell the harbour to anybody from outside," Mayor Ida Holm said.'),
        (SPRING, '"We will not sell the harbour to anybody from outside," Mayor Ida Holm said.'),
        (AUTUMN, FAILED),
    )
    order = [(SEVERITIES.index(f.severity), f.confidence) for f in findings(*told)]
    assert len(order) >= 2
    assert order == sorted(order, reverse=True)


def test_ids_do_not_depend_on_where_the_words_stand() -> None:
    (here,) = unmet((SPRING, MADE), (AUTUMN, FAILED))
    (there,) = unmet((SPRING, f"It rained in Spain.\n\n{MADE}"), (AUTUMN, FAILED))
    assert here.evidence[0].start != there.evidence[0].start
    assert here.id == there.id
