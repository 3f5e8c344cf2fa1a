"""Headers, datelines and copyright lines: what they tell, and what is left as the article's body."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest

from consistency.article import Article, Interval
from consistency.config import Settings
from consistency.read import read

BODY = "Mayor Ilse Brandt said on Monday that the bridge would stay shut."
FULL = Interval.day(date(2025, 5, 20))
OPEN = Interval(None, None)


def article(text: str) -> Article:
    [only] = read(["-"], stdin=BytesIO(text.encode()), settings=Settings())
    assert isinstance(only, Article)
    return only


def body(found: Article) -> str:
    return " ".join(found.masked().split())


@pytest.mark.parametrize(
    ("head", "basis", "interval", "evidence"),
    [
        ("", "none", OPEN, []),
        # headers
        (" date 2025-05-20 ", "header", FULL, ["2025-05-20"]),
        ("date 2025-05-20\n\n", "header", FULL, ["2025-05-20"]),
        ("DATE 2025-05-20T08:15:00Z ", "header", FULL, ["2025-05-20T08:15:00Z"]),
        ("date May 20, 2025 ", "header", FULL, ["May 20, 2025"]),
        ("2025-05-20 ", "header", FULL, ["2025-05-20"]),
        ("Date: 2025-05-20\n", "header", FULL, ["2025-05-20"]),
        ("Date: 2025-05-20 ", "header", FULL, ["2025-05-20"]),
        ("date: Tuesday, 20 May 2025\r\n\r\n", "header", FULL, ["Tuesday, 20 May 2025"]),
        ("Published: May 20th, 2025 at 3:14 p.m. ET\n", "header", FULL, ["May 20th, 2025"]),
        ("Author: Jo Hale\nPublished: 20 May 2025\n\n", "header", FULL, ["20 May 2025"]),
        ("Published on 20 May 2025\n", "header", FULL, ["20 May 2025"]),
        ("Posted 2025/05/20 08:15\n", "header", FULL, ["2025/05/20 08:15"]),
        ("Published 20/5/2025\n", "header", FULL, ["20/5/2025"]),
        ("By Jo Hale | May 20, 2025\n\n", "header", FULL, ["May 20, 2025"]),
        # mastheads
        ("Harbour Post, 20 May 2025\n\n", "header", FULL, ["20 May 2025"]),
        ("The Corn Exchange & Mill Gazette | Tuesday, May 20, 2025\n", "header", FULL, ["Tuesday, May 20, 2025"]),
        ("North Wire (20 May 2025)\n", "header", FULL, ["20 May 2025"]),
        ("Evening Echo - 2025-05-20, 08:15 GMT\n", "header", FULL, ["2025-05-20"]),
        # datelines
        ("SVARIN, May 20 (CW) - ", "dateline", OPEN, ["May 20"]),
        ("PORT ANSELL, Kestria, Nov. 6 -- ", "dateline", OPEN, ["Nov. 6"]),
        ("OSTSTADT, 20 May — ", "dateline", OPEN, ["20 May"]),
        ("GENEVA, May 20, 2025 /PRNewswire/ -- ", "dateline", FULL, ["May 20, 2025"]),
        ("Paris, 20 May 2025 (AFP) – ", "dateline", FULL, ["20 May 2025"]),
        ("SVARIN (CW) -- May 20, 2025\n\n", "dateline", FULL, ["May 20, 2025"]),
        ("SVARIN (AP) — 20 May 2025 — ", "dateline", FULL, ["20 May 2025"]),
        ("PORT ANSELL -- May 20\n", "dateline", OPEN, ["May 20"]),
        ("\n(SVARIN) -- ", "none", OPEN, []),
        ("SVARIN (AP) — ", "none", OPEN, []),
        ("SVARIN (CW)_ ", "none", OPEN, []),
        ("SVARIN, Lorvania (AP) --\n", "none", OPEN, []),
        ("BADEN-BADEN, Germany (AP) - ", "none", OPEN, []),
        ("St. Louis (Reuters) - ", "none", OPEN, []),
        ("(Reuters) - ", "none", OPEN, []),
        ("RIO DE JANEIRO — ", "none", OPEN, []),
    ],
)
def test_what_stands_before_the_body(head: str, basis: str, interval: Interval, evidence: list[str]) -> None:
    found = article(head + BODY)
    assert body(found) == BODY
    assert (found.published.basis, found.published.interval) == (basis, interval)
    assert [span.of(found.text) for span in found.published.evidence] == evidence


@pytest.mark.parametrize(
    "text",
    [
        "NASA — the agency that sent it — said on Monday that it was lost.",
        "The minister (a doctor) - nobody asked why - resigned.",
        "On May 20 – a Tuesday – the bridge was shut.",
        "THE BRIDGE IS SHUT! SAY SO NOW - Everybody knew.",
        "Date palms are dying, the growers said.",
        "2025-05-20 was the day on which the bridge was shut.",
        "Jan. 6 panel — Members of the committee met again.",
        "May 5 was warm. It rained on Monday.",
        "Note: 2025-05-20 is a Tuesday.",
        "Copyright law was changed in 2019, and few noticed.",
        "The film was bad (c) and so was the book, he said.",
    ],
)
def test_ordinary_text_stays_whole(text: str) -> None:
    found = article(text)
    assert found.masked() == text
    assert found.published.basis == "none"


def test_a_dateline_may_follow_a_headline() -> None:
    found = article(f"Bridge stays shut\n\nBy Jo Hale\n\nSVARIN, May 20 (CW) - {BODY}\n")
    assert body(found) == f"Bridge stays shut By Jo Hale {BODY}"
    assert [span.of(found.text) for span in found.published.evidence] == ["May 20"]


def test_a_bare_date_line_dates_the_article_and_stays_in_it() -> None:
    found = article(f"Bridge stays shut\nMay 20 , 2025\n{BODY}")
    assert (found.published.basis, found.published.interval) == ("dateline", FULL)
    assert body(found) == f"Bridge stays shut May 20 , 2025 {BODY}"


def test_header_goes_before_dateline_and_both_are_evidence() -> None:
    found = article(f"Date: 2025-05-20\n\nSVARIN, May 19 (CW) - {BODY}")
    assert (found.published.basis, found.published.interval) == ("header", FULL)
    assert [span.of(found.text) for span in found.published.evidence] == ["2025-05-20", "May 19"]


def test_a_dateline_of_another_year_is_no_evidence_for_the_header() -> None:
    found = article(f"Date: 2025-05-20\n\nSVARIN, May 19, 2011 (CW) - {BODY}")
    assert [span.of(found.text) for span in found.published.evidence] == ["2025-05-20"]


def test_header_lines_tell_more_than_the_date() -> None:
    found = article(f"Title: Bridge shut\nSource: The Bay Post\nURL: https://bay.example/1\nType: speech\n\n{BODY}")
    assert (found.title, found.publisher, found.url, found.kind) == (
        "Bridge shut", "The Bay Post", "https://bay.example/1", "speech",
    )  # fmt: skip
    assert body(found) == f"Bridge shut {BODY}"


@pytest.mark.parametrize(
    ("line", "publisher", "year"),
    [
        ("Copyright © 2025, ABC Audio. All rights reserved.", "ABC Audio", "2025"),
        ("© 2024 The Bay Post", "The Bay Post", "2024"),
        ("©2024 Cable Bay Network, Inc. All Rights Reserved.", "Cable Bay Network, Inc", "2024"),
        ("Copyright 2023 NPB. To see more, visit https://npb.example.", "NPB", "2023"),
        ("Copyright (c) 2019-2021 by the Kestria Echo", "the Kestria Echo", "2021"),
        ("All rights reserved.", None, None),
    ],
)
def test_copyright_lines(line: str, publisher: str | None, year: str | None) -> None:
    found = article(f"{BODY}\n{line}\n")
    assert body(found) == BODY
    assert found.publisher == publisher
    assert [span.of(found.text) for span in found.published.evidence] == ([year] if year else [])


@pytest.mark.parametrize("day", ["31 February 2025", "2025-13-01", "4/5/2025", "May 32, 2025", "0000-01-01"])
def test_days_that_are_not_known_date_nothing(day: str) -> None:
    assert article(f"Date: {day}\n{BODY}").published.basis == "none"


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Harbour Post, 20 May 2025", "Harbour Post"),
        ("The Times of Vik — Tuesday 20 May 2025", "The Times of Vik"),
        ("Port Ansell, 20 May 2025", None),
        ("A post was cut down, 20 May 2025", None),
        ("Harbour Post closes for ever, 20 May 2025", None),
        ("Harbour Post, 20 May", None),
    ],
)
def test_a_masthead_names_the_publisher(line: str, publisher: str | None) -> None:
    assert article(f"{line}\n\n{BODY}").publisher == publisher
