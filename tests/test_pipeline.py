"""The whole flow: the project's stories as golden reports, and what holds of any text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consistency.article import Article, Interval, Published
from consistency.config import Settings
from consistency.errors import Problem
from consistency.extract.article import extract_article
from consistency.extract.parse import parse
from consistency.facts import Extraction, Relation
from consistency.findings import Finding
from consistency.known import Known, digest
from consistency.numbering import number
from consistency.options import Options
from consistency.pipeline import check, check_articles
from consistency.read import read
from consistency.report import FORMATS
from consistency.spans import Span
from tests.conftest import FIXTURES
from tests.reading import article

STORIES = sorted(p.name for p in (FIXTURES / "stories").iterdir() if p.is_dir())
DUCKDB = Options(engine="duckdb")


def articles(story: str) -> list[Article]:
    """A story as it is read."""
    items = list(read([str(FIXTURES / "stories" / story)], stdin=None, settings=Settings()))
    assert not [i for i in items if isinstance(i, Problem)]
    return [i for i in items if isinstance(i, Article)]


@pytest.mark.parametrize("story", STORIES)
def test_golden(story: str, golden: Callable[[str, str], None]) -> None:
    report, _ = check([str(FIXTURES / "stories" / story)], DUCKDB)
    golden(FORMATS["json"](report), f"expected/stories/{story}.json")


@pytest.mark.parametrize("story", STORIES)
def test_evidence_is_what_the_files_hold(story: str) -> None:
    texts = {a.id: a.text for a in articles(story)}
    report, _ = check_articles(articles(story), DUCKDB)
    shown = [e for f in report.findings for e in f.evidence] + [e for p in report.promises for e in p.evidence]
    assert all(texts[e.article][e.start : e.end] == e.text for e in shown)
    assert all(texts[e.article].count("\n", 0, e.start) + 1 == e.line for e in shown)


OTHER = """The beekeepers of Vennborg have counted their hives. There were 412 of them in spring, Oda Lind said.
Lind promised the children a visit in August. "Bees do not sting for fun," she told the school."""


@pytest.mark.parametrize("story", STORIES)
def test_an_unrelated_article_changes_nothing(story: str) -> None:
    told = articles(story)
    last = max(a.published.interval.end or date.min for a in told)
    other = article(OTHER, last, "zzz.txt", "Vennborg Weekly")
    report, _ = check_articles(told, DUCKDB)
    more, _ = check_articles([other, *told], DUCKDB)
    assert _without(more.findings, "zzz.txt") == report.findings
    assert len(more.findings) == len(report.findings)
    assert [p for p in more.promises if p.holder != "Oda Lind"] == list(report.promises)


def _without(found: Iterable[Finding], name: str) -> tuple[Finding, ...]:
    return tuple(f for f in found if all(e.article != name for e in f.evidence))


def test_articles_after_the_day_are_left_out() -> None:
    early, late = article("The dam leaked.", date(2031, 5, 1), "a"), article("The dam held.", date(2031, 6, 1), "b")
    report, _ = check_articles([early, late], replace(DUCKDB, as_of=date(2031, 5, 20)))
    assert report.articles == 1
    assert [(p.level, p.path) for p in report.problems] == [("notice", "b")]


def test_without_any_date_the_day_must_be_given() -> None:
    report, _ = check_articles([article("The dam held.", None)], DUCKDB)
    assert report.as_of is None
    assert "error" in {p.level for p in report.problems}
    report, _ = check_articles([article("The dam held.", None)], replace(DUCKDB, as_of=date(2031, 5, 20)))
    assert {p.level for p in report.problems} == {"notice"}


def test_problems_are_handed_through() -> None:
    bad = Problem("error", "bad.txt", "cannot be read")
    report, stats = check_articles([bad, article("The dam held.")], DUCKDB)
    assert report.problems == (bad,)
    assert (stats.articles, report.articles, stats.engine) == (1, 1, "duckdb")


def test_nothing_to_check() -> None:
    report, _ = check_articles([], DUCKDB)
    assert (report.articles, report.facts, report.findings, report.promises) == (0, 0, (), ())


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_linked_facts_share_a_matter_and_others_do_not(data: st.DataObject) -> None:
    size = data.draw(st.integers(1, 9))
    made = extract("The dam leaked.").facts[0]
    known = {f"a#f{n}": Known(replace(made, id=f"a#f{n}"), ()) for n in range(size)}
    ids = st.sampled_from(sorted(known))
    pairs = data.draw(st.lists(st.tuples(ids, ids).filter(lambda p: p[0] != p[1]), max_size=8)) if size > 1 else []
    found = [Relation("excludes", a, b, "negation", 60, "") for a, b in pairs]
    numbered = number(known, found)
    matter = {k.fact.id: numbered.rows[n]["matter"] for n, k in numbered.facts.items()}
    groups = {fid: {fid} for fid in known}
    for a, b in pairs:
        joined = groups[a] | groups[b]
        groups |= dict.fromkeys(joined, joined)
    assert all((matter[a] == matter[b]) is (b in groups[a]) for a in known for b in known)
    for n, relation in numbered.relations.items():
        row = numbered.rows[n]
        left, right = (numbered.facts[int(row[side])].fact.id for side in ("left", "right"))
        assert (left, right, row["matter"]) == (relation.left, relation.right, matter[left])


def extract(text: str) -> Extraction:
    """What a text yields, whatever it is."""
    made = Article("a", text, (Span(0, len(text)),), article("").origin, Published(Interval.day(date(2031, 5, 14))))
    return extract_article(*next(iter(parse([made]))))[1]


PIECES = st.sampled_from([
    "Anna Pike said", " that", ' "', "“", "”", "’", "'", " the dam leaked", ".", "?", "!", ",", "\n", "\n\n", " - ",
    "—", " it would not", " by 3 May 2031", " before the end of June", " 63 of the 120 seats", " $1.2 bn", " never",
    " denied", " if", " on Monday", " in Lisbon", " hours after the call", " he", " was closed", " promised to", "\t",
    "\r\n", "\ufeff", " not only", " 1/2", " .5", " -", "é", "😀", "\u0301", "\u202e", "\x00", " ...", "(", ")", "[",
    " MR. ", "I", " We will",
])  # fmt: skip


@given(st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=200)))
@settings(max_examples=60, deadline=None)
def test_any_text_yields_stretches_of_itself(text: str) -> None:
    made = extract(text)
    for span in spans(made):
        assert 0 <= span.start < span.end <= len(text), span
    for fact in made.facts:
        assert fact.evidence
        if fact.quote:
            assert " ".join(fact.evidence[0].of(text).split()) in fact.quote or fact.quote in " ".join(text.split())
    known = digest(article(text), made)
    assert all(text[e.start : e.end] == e.text for k in known.facts for e in k.evidence)


def spans(made: Extraction) -> Iterable[Span]:
    """All stretches of text that an extraction points to."""
    for s in made.statements:
        yield from (*s.source, *s.cue, *s.content, *s.quoted)
    yield from (t.span for t in made.times)
    for f in made.facts:
        yield from f.evidence
        if f.proposition.quantity:
            yield f.proposition.quantity.span
        if f.after:
            yield f.after.span


@given(st.lists(PIECES, max_size=25).map("".join))
@settings(max_examples=15, deadline=None)
def test_any_text_can_be_checked(text: str) -> None:
    report, _ = check_articles([article(text)], DUCKDB)
    assert [p for p in report.problems if p.level == "error"] == []
