"""The Python API: paths, texts and articles in, values out."""

import subprocess
import sys
import warnings
from datetime import date
from pathlib import Path

import pytest

import consistency
from consistency import check, compare, extract, load_rules, promises
from consistency.article import Article, Origin
from consistency.errors import Problem, RuleError, UsageError
from consistency.spans import Span
from tests.conftest import FIXTURES

HARBOUR = FIXTURES / "harbour"
TEXT = "The mayor, Ida Holm, said on Monday that the bridge would open in May."


def test_everything_that_is_exported_is_there() -> None:
    for name in consistency.__all__:
        assert getattr(consistency, name)
    with pytest.raises(AttributeError):
        consistency.nothing  # noqa: B018


def test_check_a_folder() -> None:
    report = check(HARBOUR, as_of=date(2023, 7, 31))
    assert (report.as_of, report.articles) == (date(2023, 7, 31), 2)
    assert report == check(str(HARBOUR), as_of="2023-07-31")
    assert report.promises == promises([*HARBOUR.glob("*.txt")], as_of="2023-07-31")


def test_check_texts_and_articles() -> None:
    article = Article("own", TEXT, (Span(0, len(TEXT)),), Origin("own"))
    report = check([TEXT, article, HARBOUR / "2023-03-14-harbour-post.txt"], as_of="2024-01-01")
    assert report.articles == 3


def test_what_cannot_be_read_is_in_the_report() -> None:
    report = check("no-such-folder", as_of="2024-01-01")
    assert report.problems == (Problem("error", "no-such-folder", "no such file or folder"),)


def test_a_day_that_is_none() -> None:
    with pytest.raises(UsageError, match="'soon' is not a date"):
        check(TEXT, as_of="soon")


def test_extract() -> None:
    ((article, extraction),) = extract(TEXT)
    assert article.id == extraction.article == "text-1"
    for statement in extraction.statements:
        assert all(span.of(TEXT) for span in statement.content)


def test_extract_warns_of_problems_or_hands_them_over() -> None:
    problems: list[Problem] = []
    assert list(extract("no-such-folder", on_problem=problems.append)) == []
    assert [p.message for p in problems] == ["no such file or folder"]
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        assert list(extract("no-such-folder")) == []
    assert "no-such-folder: error: no such file or folder" in [str(w.message) for w in caught]


def test_compare() -> None:
    assert compare("The gate is open.", "The gate is not open.").contradiction
    assert not compare("The gate is open.", "The bridge was built in 1901.").contradiction


def test_rules_are_used_instead_of_the_built_in_ones(tmp_path: Path) -> None:
    rules = load_rules()
    assert {rule.id for rule in rules} > {"promise-past-its-deadline"}
    assert check(HARBOUR, rules=rules).findings == check(HARBOUR).findings
    assert check(HARBOUR, rules=[]).findings == ()
    assert {f.rule for f in check(HARBOUR, rules=rules[:1]).findings} <= {rules[0].id}


def test_mistakes_in_rules_are_raised_together(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.yaml").write_text(f"id: {name}\n")
    with pytest.raises(RuleError) as caught:
        load_rules(tmp_path)
    assert {Path(p.path).stem for p in caught.value.problems} == {"one", "two"}


@pytest.mark.skipif(sys.version_info >= (3, 13), reason="durable-rules does not run on Python 3.13")
def test_engines_agree() -> None:
    assert check(HARBOUR, engine="durable") == check(HARBOUR, engine="duckdb")


@pytest.mark.parametrize("first", ["consistency", "consistency.extract.parse", "consistency.pipeline"])
def test_extract_is_the_function_whatever_was_imported_before(first: str) -> None:
    code = f"import {first}; from consistency import extract; import consistency.extract.parse; extract('a')"
    subprocess.run([sys.executable, "-c", code], check=True)
