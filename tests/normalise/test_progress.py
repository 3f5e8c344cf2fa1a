"""What later reports make of promises: kept, broken, in part, stalled, under way, or nothing at all."""

from __future__ import annotations

from datetime import date

import pytest

from consistency import pipeline
from consistency.article import Article
from consistency.findings import PromiseRow, Status
from consistency.options import Options
from tests.reading import article

CASES: list[tuple[str, str, Status]] = [
    # done
    ("The mayor, Ida Holm, promised to reopen the old library.", "The old library reopened on Monday.", "kept"),
    ("The mayor, Ida Holm, promised to reopen the old library.",
     "The old library is open again, as Ida Holm had promised.", "kept"),
    ("Premier Ola Vik pledged to abolish the bridge toll.", "A decree ends the bridge toll from midnight.", "kept"),
    ("Vexa said it would hire 300 welders in Pelva.", "Vexa has hired 300 welders in Pelva.", "kept"),
    # not done, undone, or the opposite
    ("The mayor, Ida Holm, promised to reopen the old library.", "The council scrapped plans for the old library.",
     "broken"),
    ("Premier Ola Vik promised that there would be no forced sale of the port.",
     "The port was sold by force on Tuesday.", "broken"),
    ("Premier Ola Vik ruled out any closure of the Orsk hospital.", "The Orsk hospital closed on Tuesday.", "broken"),
    ("Ticket prices on the Pelva line will be frozen, the railway's director, Ana Roe, said.",
     "The railway raised ticket prices on the Pelva line on Sunday.", "broken"),
    ("The mayor, Ida Holm, promised to plant 900 trees in Ost park by May 2031.",
     "The trees that the mayor promised for Ost park have yet to be planted.", "broken"),
    # in part, without movement, under way
    ("The mayor, Ida Holm, promised to plant 900 trees in Ost park.",
     "Only half of the trees in Ost park were planted.", "compromise"),
    ("Premier Ola Vik promised a fund for flooded farms.",
     "The promised fund for flooded farms has been with a committee for two years.", "stalled"),
    ("The mayor, Ida Holm, promised to repair the roof of the Marden lido.",
     "Work on the roof of the Marden lido has begun.", "in_the_works"),
]  # fmt: skip

SILENT = [
    ("The mayor, Ida Holm, promised to reopen the old library.", "The new theatre opened on Monday."),
    ("The mayor, Ida Holm, promised to reopen the old library.", "The library in Pelva was closed for a day in 1987."),
    ("Premier Ola Vik ruled out any closure of the Orsk hospital.", "Nurses oppose the closure of the Orsk hospital."),
    ("The mayor, Ida Holm, promised to reopen the old library.", "Readers asked whether the library would open."),
]  # fmt: skip


def tracked(*texts: str, years: tuple[int, ...] = (2030, 2032)) -> tuple[PromiseRow, ...]:
    """The tracker's rows for texts, one a year."""
    articles: list[Article] = [
        article(text, date(year, 3, 4), f"a{n}") for n, (text, year) in enumerate(zip(texts, years, strict=True))
    ]
    return pipeline.check_articles(articles, Options(engine="duckdb"))[0].promises


@pytest.mark.parametrize(("promise", "report", "status"), CASES)
def test_what_a_report_makes_of_a_promise(promise: str, report: str, status: Status) -> None:
    assert [row.status for row in tracked(promise, report)][:1] == [status]


@pytest.mark.parametrize(("promise", "report"), SILENT)
def test_other_matters_decide_nothing(promise: str, report: str) -> None:
    assert tracked(promise, report)[0].status == "not_yet_rated"


def test_a_report_from_before_the_promise_decides_nothing() -> None:
    rows = tracked(
        "The council scrapped plans for the old library.",
        "The mayor, Ida Holm, promised to reopen the old library.",
    )
    assert [row.status for row in rows] == ["not_yet_rated"]
