"""Releases and speeches: what the publisher commits itself to, and what is no commitment of its own."""

from __future__ import annotations

from datetime import date

import pytest

from consistency.article import Article, ArticleKind, Interval, Origin, Published
from consistency.extract.article import extract_article
from consistency.extract.listings import items
from consistency.extract.parse import parse
from consistency.facts import Fact
from consistency.spans import Span

DAY = Published(Interval.day(date(2031, 3, 4)), "given")


def facts(text: str, publisher: str, kind: ArticleKind = "release") -> list[Fact]:
    article = Article("a", text, (Span(0, len(text)),), Origin("a"), DAY, publisher, kind=kind)
    return list(extract_article(*next(iter(parse([article]))))[1].facts)


def promises(text: str, publisher: str = "Harbour Party", kind: ArticleKind = "release") -> list[str]:
    return [f.evidence[0].of(text) for f in facts(text, publisher, kind) if f.kind == "promise"]


@pytest.mark.parametrize(
    ("publisher", "text"),
    [
        ("Harbour Party", "Harbour will build two ferry terminals."),
        ("Harbour Party", "A Wren Harbour Government will cut the waiting time for surgery."),
        ("Harbour Party", "If elected, we will pay for the breakfast of every pupil."),
        ("Union of Growers", "A re-elected Wren Coalition Government will widen the canal."),
        ("Ministry of Transport", "The ministry will reopen the line to Moss."),
        ("Ministry of Transport", "The government will pay half of the fare."),
        ("Poe Foods Ltd", "The company is committed to halving its use of plastic."),
        ("Poe Foods Ltd", "We are investing €40 million in the Moss plant."),
        ("Poe Foods Ltd", "We pledge to buy only from local farms."),
        ("Harbour Party", "Harbour will act. This investment will create 200 jobs on the docks."),
        ("Harbour Party", "Harbour will act. Five new stations will be built along the bay."),
        ("Harbour Party", "Under our plan, families will receive €300 a year."),
        ("Harbour Party", "Our housing programme will deliver 900 flats."),
    ],
)
def test_what_the_publisher_will_do_is_promised(publisher: str, text: str) -> None:
    found = [f for f in facts(text, publisher) if f.kind == "promise"]
    assert found
    assert {f.holder for f in found} == {publisher}
    assert all(f.own and f.condition == "none" for f in found)


@pytest.mark.parametrize(
    ("publisher", "text"),
    [
        ("Harbour Party", "Mr Crane wrecked the ferries. Mr Crane will close the last terminal."),
        ("Harbour Party", "The Crane Government has failed the islands. The Crane Government will slash the fleet."),
        ("Harbour Party", "The strait is twelve kilometres wide."),
        ("Harbour Party", "Last year we opened a terminal at Moss."),
        ("Harbour Party", "Will the ferries ever run on time?"),
        ("Harbour Party", "Mr Crane abandoned the islands. Mr Crane promised to build a bridge."),
        ("Harbour Party", "We know that the winter will be hard."),
        ("Poe Foods Ltd", "Shoppers must be told where their food comes from."),
    ],
)
def test_what_is_no_commitment_of_the_publisher(publisher: str, text: str) -> None:
    assert promises(text, publisher) == []


@pytest.mark.parametrize("mark", ["- ", "• ", "* ", "1. ", "<li> "])
def test_items_under_a_plan_are_promised(mark: str) -> None:
    lines = ["Harbour will:", f"{mark}Build five schools", f"{mark}€3 million for the library", f"{mark}A new pier"]
    found = promises("\n".join(lines))
    assert [line.removeprefix(mark) for line in lines[1:]] == [p for p in found if "Harbour" not in p]


@pytest.mark.parametrize("intro", ["Our achievements include:", "Mr Crane failed. His record includes:"])
def test_items_under_a_record_are_not(intro: str) -> None:
    assert promises(f"{intro}\n- Building five schools\n- €3 million for the library") == []


def test_a_promise_has_its_deadline_and_what_it_is_about() -> None:
    text = "Harbour will open the Moss terminal by 30 June 2032."
    promise = next(f for f in facts(text, "Harbour Party") if f.kind == "promise")
    assert promise.deadline == date(2032, 6, 30)
    assert promise.proposition.theme == "terminal"
    assert dict(promise.proposition.poles) == {"open": 1}


def test_a_sum_is_about_what_it_is_for() -> None:
    text = "Our plan includes:\n- €3 million for the library by May 2032"
    promise = next(f for f in facts(text, "Harbour Party") if f.kind == "promise")
    assert (promise.proposition.theme, promise.deadline) == ("library", date(2032, 5, 31))


def test_the_narrator_of_a_speech_commits_in_the_first_person() -> None:
    text = "Friends, I will repair the harbour wall. The tide rises every year."
    assert promises(text, "Dana Roe", "speech") == ["Friends, I will repair the harbour wall"]


def test_news_is_not_read_as_a_release() -> None:
    assert promises("Harbour will build two ferry terminals.", kind="news") == []


def test_items_know_their_introduction() -> None:
    text = "We will:\n- build\n- mend\nOther matters.\nThree.\nFour.\nThey would:\n- close"
    found = items(text)
    assert [i.span.of(text) for i in found] == ["build", "mend", "close"]
    assert [i.intro.of(text) if i.intro else None for i in found] == ["We will:", "We will:", "They would:"]
