"""The sidecar: what it gives goes before everything, and its mistakes are named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from consistency.article import Article, Interval
from consistency.errors import Problem
from tests.read.corpora import everything, write


def test_given_goes_before_everything(tmp_path: Path) -> None:
    write(
        tmp_path,
        a__txt="Date: 2020-01-01\nSource: Old\nTitle: Old\n\nText.",
        articles__csv=(
            "\ufefffile,date,publisher,kind,url,title\r\na.txt,2021-02-03,New,transcript,https://new.example,New\r\n"
        ),
    )
    [article] = everything(tmp_path)
    assert isinstance(article, Article)
    assert (article.published.basis, article.published.interval) == ("given", Interval.day(date(2021, 2, 3)))
    assert (article.publisher, article.title, article.kind, article.url) == (
        "New", "New", "transcript", "https://new.example",
    )  # fmt: skip
    assert article.published.evidence == ()


SIDECARS = {
    "articles.csv": "file;date\na.txt;2021-02-03\n",
    "articles.yaml": "- {file: a.txt, date: 2021-02-03}\n",
    "articles.yml": "a.txt:\n  date: 2021-02-03\n",
}


@pytest.mark.parametrize("name", SIDECARS)
def test_the_ways_to_write_a_sidecar(tmp_path: Path, name: str) -> None:
    write(tmp_path, a__txt="Text.")
    (tmp_path / name).write_text(SIDECARS[name])
    for paths in ([tmp_path], [tmp_path / "a.txt"], [tmp_path / "*.txt"], [tmp_path / "a.txt", tmp_path / name]):
        [article] = everything(*paths)
        assert isinstance(article, Article)
        assert article.published.basis == "given"


def test_a_sidecar_may_stand_elsewhere(tmp_path: Path) -> None:
    write(tmp_path / "in", a__txt="Text.")
    write(tmp_path, mine__csv="file,publisher\na.txt,Me\n")
    [article] = everything(tmp_path / "in", sidecar=tmp_path / "mine.csv")
    assert isinstance(article, Article)
    assert article.publisher == "Me"


def test_a_sidecar_speaks_for_its_own_folder(tmp_path: Path) -> None:
    write(tmp_path / "a", x__txt="X.", articles__csv="file,publisher\nx.txt,A\n")
    write(tmp_path / "b", y__txt="Y.", x__txt="X.")
    found = everything(tmp_path / "a", tmp_path / "b")
    assert [(x.id, x.publisher) for x in found if isinstance(x, Article)] == [
        ("a/x.txt", "A"), ("b/x.txt", None), ("y.txt", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "level", "message"),
    [
        ("a.txt,soon,,", "error", "the date 'soon' was not understood (write YYYY-MM-DD)"),
        ("a.txt,,poem,", "error", "the kind 'poem' is none of news, release, speech, transcript"),
        (",2021-01-01,,", "error", "names no file"),
        ("b.txt,,,", "error", "'b.txt' was already named on line 2"),
        ("a.txt,,,,,", "error", "6 cells, but 4 columns"),
        ("a.txt,,,x", "error", "unknown column 'note' (known: file, date, publisher, kind, url, title)"),
        ('a.txt,"2021-01-01,,', "error", "a quotation mark is not closed on its line, or goes on after it was closed"),
        ('a.txt,"2021"-01-01,,', "error", "a quotation mark is not closed on its line, or goes on after it was closed"),
        ("z.txt,2021-01-01,,", "notice", "'z.txt' names no article"),
    ],
)
def test_bad_rows(tmp_path: Path, row: str, level: str, message: str) -> None:
    write(tmp_path, a__txt="A.", b__txt="B.", articles__csv=f"file,date,kind,note\nb.txt,2021-01-01,,\n{row}\n")
    found = everything(tmp_path)
    assert [x.published.basis for x in found if isinstance(x, Article)] == ["none", "given"]
    assert [x for x in found if isinstance(x, Problem)] == [Problem(level, str(tmp_path / "articles.csv"), message, 3)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("articles.csv", b"name,date\n"),
        ("articles.csv", b"file,date,Date\na.txt,2021-01-01,2022-01-01\n"),
        ("articles.csv", b'file,"date\na.txt,2021-01-01\n'),
        ("articles.yaml", b"- {file: a.txt, date: 2021-01-01, Date: 2022-01-01}\n"),
        ("articles.csv", b"\xff\xfe"),
        ("articles.yaml", b"a: [" * 1000),
        ("articles.yaml", b"text"),
        ("articles.yaml", b"- a.txt\n"),
        ("articles.yaml", b"- {file: [a.txt]}\n"),
        ("articles.yaml", b"a: b: c"),
    ],
)
def test_a_sidecar_that_cannot_be_read_is_one_problem(tmp_path: Path, name: str, content: bytes) -> None:
    write(tmp_path, a__txt="A.")
    (tmp_path / name).write_bytes(content)
    problem, article = everything(tmp_path)
    assert isinstance(article, Article)
    assert isinstance(problem, Problem)
    assert problem.level == "error"


def test_an_unclosed_quotation_mark_spoils_no_other_row(tmp_path: Path) -> None:
    rows = 'file,publisher\r\na.txt,"The Post\r\nb.txt,"The ""Old"" Gazette, Vik"\rc.txt,Cost\n'
    write(tmp_path, a__txt="A.", b__txt="B.", c__txt="C.", articles__csv=rows)
    found = everything(tmp_path)
    assert [(x.id, x.publisher) for x in found if isinstance(x, Article)] == [
        ("a.txt", None), ("b.txt", 'The "Old" Gazette, Vik'), ("c.txt", "Cost"),
    ]  # fmt: skip
    assert [x.line for x in found if isinstance(x, Problem)] == [2]
