"""What is set aside comes back, and no more of it than is asked for."""

from dataclasses import replace
from datetime import date

import pytest

from consistency import sources
from consistency.article import Article, Interval, Published
from consistency.findings import Report
from consistency.sources import Sources, with_sources
from tests.report.pages import article, pool

TEXTS = ["“é” \U0001f600\r\nend", "lone \ud800 surrogate", "", "x" * 1000]


def filled(texts: list[str]) -> Sources:
    sources = Sources()
    for n, text in enumerate(texts):
        sources.keep(article(f"{n}.txt", text, title=str(n)))
    return sources


@pytest.mark.parametrize("in_memory", [1, 8_000_000], ids=["on disk", "in memory"])
def test_articles_come_back_as_they_were(in_memory: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "IN_MEMORY", in_memory)
    with filled(TEXTS) as kept:
        assert kept.articles(["3.txt", "0.txt", "1.txt", "0.txt", "unknown.txt"]) == tuple(
            article(f"{n}.txt", TEXTS[n], title=str(n)) for n in (0, 1, 3)
        )


def test_the_first_asked_for_have_their_texts() -> None:
    with filled(["aaaa", "bbbb", "cc"]) as kept:
        found = kept.articles(["1.txt", "0.txt", "2.txt"], most=6)
        assert [a.text for a in found] == ["", "bbbb", "cc"]
        assert [a.title for a in found] == ["0", "1", "2"]


def test_a_report_gets_the_articles_it_rests_on() -> None:
    report = pool()
    kept = Sources()
    for source in (*report.sources, article("other.txt", "not in it")):
        kept.keep(source)
    later = Published(Interval.day(date(2024, 2, 6)), "inferred")
    found = with_sources(replace(report, sources=()), kept, {"mail.txt": later})
    assert [a.id for a in found.sources] == ["mail.txt", "post.txt"]
    assert found.sources[0] == replace(report.sources[0], published=later)
    assert isinstance(found, Report)
    assert isinstance(found.sources[1], Article)
