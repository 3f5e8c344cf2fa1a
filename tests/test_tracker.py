"""The promise tracker: what became of each promise as of a date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consistency.article import Article
from consistency.config import Settings
from consistency.findings import PromiseRow
from consistency.options import Options
from consistency.pipeline import check, check_articles
from consistency.read import read
from consistency.report.promises import render_table
from tests.conftest import FIXTURES
from tests.reading import article

MADE = "Mayor Ida Holm promised to reopen the Dunholm library in Sorel by September."
OPEN_END = "Mayor Ida Holm promised to reopen the Dunholm library in Sorel."


@lru_cache(maxsize=64)
def rows(*told: tuple[date, str], as_of: date = date(2032, 1, 1)) -> tuple[PromiseRow, ...]:
    articles = [article(text, day, f"{n}.txt", "Daily Post") for n, (day, text) in enumerate(told)]
    return check_articles(articles, Options(as_of=as_of, engine="duckdb", builtin=False))[0].promises


@pytest.mark.parametrize(
    ("made", "later", "status", "overdue"),
    [
        (MADE, "The Dunholm library in Sorel did not reopen.", "broken", True),
        (MADE, "The Dunholm library in Sorel is still closed.", "broken", True),
        (MADE, "The Dunholm library in Sorel reopened.", "kept", False),
        (MADE, "The Dunholm museum in Sorel is closed.", "not_yet_rated", True),
        (MADE, "Rita Sorel said the Dunholm library in Sorel was closed.", "not_yet_rated", True),
        (MADE, "If the Dunholm library in Sorel is closed, the pupils will read at home.", "not_yet_rated", True),
        (OPEN_END, "The Dunholm library in Sorel reopened.", "kept", False),
        (OPEN_END, "The orchestra toured Spain.", "not_yet_rated", False),
    ],
)
def test_status(made: str, later: str, status: str, overdue: bool) -> None:
    (row,) = rows((date(2031, 5, 14), made), (date(2031, 11, 3), later))
    assert (row.status, row.overdue, row.holder) == (status, overdue, "Ida Holm")
    assert row.because
    assert (row.evidence[-1].role == "outcome") is (status in ("kept", "broken"))


def test_before_the_deadline_nothing_is_broken() -> None:
    told = (date(2031, 5, 14), MADE), (date(2031, 6, 3), "The Dunholm library in Sorel is still closed.")
    (row,) = rows(*told, as_of=date(2031, 6, 3))
    assert (row.status, row.overdue, row.deadline) == ("not_yet_rated", False, date(2031, 9, 30))


def test_what_was_so_before_the_promise_does_not_break_it() -> None:
    (row,) = rows((date(2031, 5, 1), "The Dunholm library in Sorel is closed."), (date(2031, 5, 14), OPEN_END))
    assert row.status == "not_yet_rated"


def test_one_promise_is_one_row_however_often_it_is_repeated() -> None:
    again = "“We will reopen the Dunholm library in Sorel by September,” Mayor Ida Holm said."
    (row,) = rows((date(2031, 5, 14), MADE), (date(2031, 6, 2), again))
    assert {e.article for e in row.evidence} == {"0.txt", "1.txt"}
    assert row.deadline == date(2031, 9, 30)


@pytest.mark.parametrize(
    "text",
    [
        "The Dunholm library reopened.",
        "Mayor Ida Holm said the comet would return by September.",
        "“Will we reopen the library?” Mayor Ida Holm asked.",
        "Mayor Ida Holm denied that she had promised to reopen the library.",
    ],
)
def test_no_promise(text: str) -> None:
    assert rows((date(2031, 5, 14), text)) == ()


def test_two_people_make_two_promises() -> None:
    other = "Governor Anna Pike promised to reopen the Dunholm library in Sorel by September."
    found = rows((date(2031, 5, 14), MADE), (date(2031, 5, 15), other))
    assert [r.holder for r in found] == ["Anna Pike", "Ida Holm"]


HISTORIES = sorted(p.name for p in (FIXTURES / "promises").iterdir() if p.is_dir())
DAYS = {
    "lido-roof": ("2040-12-31", "2041-12-31", "2042-06-30", "2042-12-31"),
    "sand-tunnel": ("2031-12-31", "2033-12-31", "2034-01-31", "2034-12-31"),
    "school-meals": ("2028-01-01", "2028-12-31", "2029-12-31"),
    "ticket-freeze": ("2033-12-31", "2034-06-30", "2034-12-31"),
    "toll-road": ("2036-12-31", "2037-12-31", "2038-12-31"),
}


@pytest.mark.parametrize(("story", "day"), [(s, d) for s in HISTORIES for d in DAYS[s]])
def test_golden_history(story: str, day: str, golden: Callable[[str, str], None]) -> None:
    report = check([str(FIXTURES / "promises" / story)], Options(engine="duckdb", as_of=date.fromisoformat(day)))[0]
    golden(render_table(report), f"expected/promises/{story}-{day}.table")


def _history(story: str, as_of: date, *more: Article) -> tuple[PromiseRow, ...]:
    read_in = read([str(FIXTURES / "promises" / story)], stdin=None, settings=Settings())
    return check_articles([*read_in, *more], Options(engine="duckdb", as_of=as_of))[0].promises


@settings(max_examples=12, deadline=None)
@given(st.sampled_from(HISTORIES), st.dates(date(2026, 1, 1), date(2044, 1, 1)), st.integers(1, 3000))
def test_nothing_but_a_new_report_mends_what_is_broken(story: str, day: date, later: int) -> None:
    before = {r.text: r for r in _history(story, day) if r.status == "broken"}
    for row in _history(story, day + timedelta(days=later)):
        known = before.get(row.text)
        if known and row.status != "broken":
            assert set(row.evidence) - set(known.evidence)


@settings(max_examples=5, deadline=None)
@given(st.sampled_from(HISTORIES))
def test_an_article_on_another_matter_changes_no_row(story: str) -> None:
    other = article("The orchestra toured Spain. Its violins were late in Cadiz.", date(2039, 1, 2), "zz", "Music Post")
    as_of = date(2044, 1, 1)
    assert _history(story, as_of, other) == _history(story, as_of)
