from dataclasses import replace
from datetime import date

import pytest

from consistency.findings import Report
from consistency.report.timeline import MOST_COLUMNS, MOST_LANES, MOST_LINKS, Event, Target, chart, events
from tests.report.pages import many, pool


def told(day: str | None, speaker: str = "Jo Lind", topic: str = "", text: str = "words") -> Event:
    return Event(date.fromisoformat(day) if day else None, "said", speaker, topic, text, (Target("f1", "error"),))


def labels(*days: str | None) -> list[str]:
    columns = chart([told(day) for day in days], "speaker", None).columns
    return [" ".join(column.label).strip() for column in columns]


def test_what_was_said_due_and_reported_in_the_order_of_time() -> None:
    found = [(str(e.day), e.kind, e.speaker, e.topic, [t.name for t in e.targets]) for e in events(pool())]
    assert found == [
        ("None", "reported", "Jo Lind", "lane", ["f3"]),
        ("2024-02-05", "said", "Jo Lind", "bath", ["p1"]),
        ("2024-02-05", "said", "Jo Lind", "lane", ["f1", "f2", "f3"]),
        ("2024-02-05", "said", "Jo Lind", "pool", ["f1", "p2"]),
        ("2024-02-05", "said", "Max Orr", "lane", ["f2"]),
        ("2024-05-01", "due", "Jo Lind", "pool", ["p2"]),
        ("2024-05-15", "reported", "Jo Lind", "bath", ["p1"]),
        ("2024-05-15", "reported", "Jo Lind", "pool", ["f1", "p2"]),
    ]


def test_promises_of_which_nothing_is_known_are_not_on_it() -> None:
    report = pool()
    waiting = replace(report.promises[0], status="not_yet_rated")
    assert not events(Report(None, 2, 2, promises=(waiting,)))


@pytest.mark.parametrize(
    ("days", "shown"),
    [
        (["2024-05-01", "2024-02-05", "2024-05-01"], ["5 Feb 2024", "1 May 2024"]),
        (["2024-05-01", None], ["no date known", "1 May 2024"]),
        ([f"2024-{m:02}-{d:02}" for m in (1, 2) for d in range(1, 20)], ["Jan 2024", "Feb 2024"]),
        ([f"20{y}-{m:02}-01" for y in (10, 24) for m in range(1, 13)], ["2010", "2024"]),
        ([f"{y}-01-01" for y in range(1990, 2020)], ["1990 to 1994", "1995 to 1999", "2000 to 2004", "2005 to 2009",
                                                     "2010 to 2014", "2015 to 2019"]),
        (["0001-01-01", "9999-12-31"], ["1 Jan 1", "31 Dec 9999"]),
    ],
)  # fmt: skip
def test_columns_are_as_fine_as_their_number_allows(days: list[str | None], shown: list[str]) -> None:
    assert labels(*days) == shown


def test_any_days_fit() -> None:
    assert len(labels(*(f"{y:04}-01-01" for y in range(1, 9999, 13)))) <= MOST_COLUMNS


def test_lanes_of_speakers_and_topics() -> None:
    report = pool()
    found = events(report)
    assert [lane.name for lane in chart(found, "speaker", report.as_of).lanes] == ["Jo Lind", "Max Orr"]
    assert [lane.name for lane in chart(found, "topic", report.as_of).lanes] == ["lane", "pool", "bath"]


def test_the_busiest_have_lanes_of_their_own() -> None:
    found = chart([told("2024-05-01", f"Speaker {i:02}", text=str(i)) for i in range(40)], "speaker", None)
    assert len(found.lanes) == MOST_LANES
    assert found.lanes[-1].name == "other speakers"


def test_the_day_of_the_report_is_marked() -> None:
    assert [c.label for c in chart([told("2024-05-01")], "speaker", date(2024, 6, 2)).columns if c.now] == [
        ("2 Jun", "2024")
    ]


def test_it_stays_in_its_frame_however_much_there_is() -> None:
    report = many()
    drawn = chart(events(report), "speaker", report.as_of)
    assert all(0 < m.x < drawn.width and 0 < m.y < drawn.height for m in drawn.markers)
    assert len(drawn.links) <= MOST_LINKS
    assert sum(len(m.events) for m in drawn.markers) == len(events(report))
