"""The promise tracker: what became of each promise as of a date."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import pytest

from consistency.findings import PromiseRow
from consistency.pipeline import Options, check_articles
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
