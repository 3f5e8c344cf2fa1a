"""Dating articles that bear no date, by their own words; every interval rests on evidence, or is open."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consistency.article import Interval, Published
from consistency.extract.dating import infer_published, reported
from consistency.extract.datingconflicts import conflicts
from consistency.extract.deadlines import deadline
from consistency.extract.parse import pipeline
from consistency.extract.timemasked import masked_times
from consistency.extract.times import find_times
from consistency.intervals import OPEN
from consistency.spans import Span
from consistency.terms import Term

CORPUS = Interval(date(2023, 9, 1), date(2024, 10, 1))


def infer(text: str, head: str = "", **more: object) -> Published:
    """The dating of head + text, the head being outside the body."""
    whole = head + text
    masked = " " * len(head) + text
    return infer_published(pipeline()(masked), whole, (Span(len(head), len(whole)),), **more)


def test_nothing_to_go_by() -> None:
    assert infer("The mayor opened the bridge on Monday.") == Published()


def test_a_copyright_line_gives_the_year() -> None:
    text = "The mayor opened the bridge on Monday.\nCopyright © 2021 Valley Post"
    published = infer(text)
    assert published.interval == Interval(date(2021, 1, 1), date(2021, 12, 31))
    assert [s.of(text) for s in published.evidence] == ["Copyright © 2021"]


def test_a_date_looked_back_on_is_a_lower_bound() -> None:
    assert infer("The bridge was closed on 3 March 2020.").interval == Interval(date(2020, 3, 3), None)


def test_copyright_and_dates_narrow_each_other() -> None:
    text = "The bridge was closed on 3 March 2020, and the trial will open on 9 November 2020.\n© 2020 Valley Post"
    assert infer(text).interval == Interval(date(2020, 3, 3), date(2020, 11, 9))


def test_months_into_a_term() -> None:
    text = "Three months into his term, Olaf Scholz faced his first test."
    published = infer(text)
    assert published.interval == Interval(date(2022, 3, 8), date(2022, 4, 7))
    assert published.basis == "inferred"


def test_words_told_as_last_week_and_dated_just_after() -> None:
    text = "Ilves said last week that she would run. “I am ready,” Ilves told Radio Two on May 14.\nCopyright © 2021"
    assert infer(text).interval == Interval(date(2021, 5, 17), date(2021, 5, 23))


def test_overnight_after_an_event_of_a_weekday() -> None:
    text = (
        "Ilves said last week that she would call. “I am ready,” Ilves told Radio Two on May 14. "
        "The two spoke after the call on Monday. Shells fell overnight following the call.\nCopyright © 2021"
    )
    assert infer(text).interval == Interval.day(date(2021, 5, 18))


@pytest.mark.parametrize(
    ("lead", "around", "expected"),
    [
        ("The court ruled on Monday.", CORPUS, Interval.day(date(2023, 11, 6))),
        ("The court ruled on Wednesday, as it did in 2019.", CORPUS, Interval.day(date(2024, 11, 6))),
        ("The court ruled.", OPEN, OPEN),
    ],
)
def test_datelines_without_a_year(lead: str, around: Interval, expected: Interval) -> None:
    assert infer(lead, "ANSEL, Nov. 6 -- ", around=around).interval == expected


def test_terms_that_the_article_reports() -> None:
    doc = pipeline()("Mara Ilves was sworn in as mayor on Monday. Jan Kolar took the oath on 3 March.")
    times = find_times(doc, Interval.day(date(2025, 5, 20)))
    assert reported(doc, times) == [Term("Jan Kolar", date(2025, 3, 3)), Term("Mara Ilves", date(2025, 5, 19))]


def test_dates_outside_the_body_are_times_too() -> None:
    text = "date 2025-05-20 The bridge opened.\nCopyright © 2025 Valley Post"
    found = masked_times(text, (Span(16, 34),))
    shown = [(t.span.of(text), t.value) for t in found]
    assert shown == [("date 2025-05-20", "2025-05-20"), ("Copyright © 2025", "2025")]


def test_a_dateline_gets_the_year_of_publication() -> None:
    text = "ANSEL, Dec. 30 -- The bridge opened on 3 January."
    found = masked_times(text, (Span(18, len(text)),), Interval.day(date(2025, 1, 2)))
    assert [(t.span.of(text), t.value) for t in found] == [("Dec. 30", "2024-12-30")]


WORDS = st.sampled_from(
    ["Monday", "last week", "said", "Ilves", "on", "May 16", "©", "2021", "2 months into", "his", "term", "Joe Biden",
     ".", "overnight", "following", "the", "call", "Dec. 31 --", "Feb. 29", "9999", "0000", "\n", "sworn in", "oath"]
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=16).map(" ".join)), st.integers(0, 20))
def test_any_text(text: str, cut: int) -> None:
    cut = min(cut, len(text))
    published = infer(text[cut:], text[:cut])
    start, end = published.interval
    assert start is None or end is None or start <= end
    assert (published.interval == OPEN) == (published.basis == "none")
    assert all(0 <= s.start < s.end <= len(text) for s in published.evidence)
    found = find_times(pipeline()(text), published.interval)
    deadline(pipeline()(text), [Span(0, len(text))], found, published.interval)
    masked_times(text, (Span(cut, len(text)),), published.interval)
    conflicts(pipeline()(text), text, found, published)
    reported(pipeline()(text), found)
