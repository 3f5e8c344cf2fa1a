"""What the page shows, in plain values for its templates: findings, promises and articles that name each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, get_args
from urllib.parse import urlsplit

from consistency.article import Article
from consistency.findings import SEVERITIES, Category, Evidence, Finding, PromiseRow, Report, Severity, Status
from consistency.report.escape import visible
from consistency.report.html.passages import Block, Mark, Passage, blocks, passage, side_of
from consistency.report.layout import because, reason, shortened


class Side(NamedTuple):
    """One piece of evidence as shown: who, when, where, and its words in their surroundings."""

    evidence: Evidence
    side: str
    who: str
    passage: Passage
    anchor: str
    publisher: str


class Card(NamedTuple):
    """A finding with its number; the `sides` that decide it come first, `further` ones repeat or support them.

    `articles` and `speakers` are the numbers of those that it can be filtered by.
    """

    number: int
    finding: Finding
    title: str
    because: str
    reason: str
    sides: tuple[Side, ...]
    further: tuple[Side, ...]
    articles: tuple[int, ...]
    speakers: tuple[int, ...]


class Tracked(NamedTuple):
    """A promise with its number."""

    number: int
    row: PromiseRow
    sides: tuple[Side, ...]
    articles: tuple[int, ...]
    speakers: tuple[int, ...]


class Shown(NamedTuple):
    """An article with its number, the paragraphs of its text with their marks, and a link where it has one."""

    number: int
    name: str
    article: Article | None
    url: str
    blocks: tuple[Block, ...]


class View(NamedTuple):
    """The whole page."""

    report: Report
    cards: tuple[Card, ...]
    promises: tuple[Tracked, ...]
    articles: tuple[Shown, ...]
    speakers: tuple[str, ...]
    severities: tuple[tuple[Severity, int], ...]
    categories: tuple[tuple[Category, tuple[int, ...]], ...]
    statuses: tuple[tuple[Status, int], ...]


def view(report: Report) -> View:
    """The report as the page shows it; everything is numbered in the report's own order."""
    findings, promises = report.findings, report.promises
    by_id = {article.id: article for article in report.sources}
    held = [e for evidence in (*(f.evidence for f in findings), *(p.evidence for p in promises)) for e in evidence]
    numbers = {name: n for n, name in enumerate(sorted({e.article for e in held}), 1)}
    names = sorted({e.speaker for e in held if e.speaker} | {row.holder for row in promises if row.holder})
    who = {name: n for n, name in enumerate(names, 1)}
    book = _Book(by_id, numbers, who)
    cards = tuple(_card(n, finding, book) for n, finding in enumerate(findings, 1))
    tracked = tuple(_tracked(n, row, book) for n, row in enumerate(promises, 1))
    return View(
        report=report,
        cards=cards,
        promises=tracked,
        articles=tuple(_articles(book, _marks(cards, tracked))),
        speakers=tuple(names),
        severities=tuple((s, sum(f.severity == s for f in report.findings)) for s in reversed(SEVERITIES)),
        categories=_categories(report.findings),
        statuses=_statuses(promises),
    )


class _Book(NamedTuple):
    """The articles by id, and the numbers of articles and speakers."""

    articles: Mapping[str, Article]
    numbers: Mapping[str, int]
    speakers: Mapping[str, int]


def _card(number: int, finding: Finding, book: _Book) -> Card:
    title = shortened(visible(finding.in_words), [visible(e.text) for e in finding.evidence])
    sides, articles, speakers = _of(finding.evidence, book)
    decisive = tuple(s for s in sides if s.evidence in finding.decisive)
    further = tuple(s for s in sides if s.evidence not in finding.decisive)
    return Card(number, finding, title, because(finding), reason(finding), decisive, further, articles, speakers)


def _tracked(number: int, row: PromiseRow, book: _Book) -> Tracked:
    sides, articles, speakers = _of(row.evidence, book)
    own = [book.speakers[row.holder]] if row.holder else []
    return Tracked(number, row, sides, articles, tuple(sorted({*speakers, *own})))


def _of(evidence: Sequence[Evidence], book: _Book) -> tuple[tuple[Side, ...], tuple[int, ...], tuple[int, ...]]:
    """The evidence as shown, and the numbers of its articles and speakers."""
    articles = tuple(sorted({book.numbers[e.article] for e in evidence}))
    speakers = tuple(sorted({book.speakers[e.speaker] for e in evidence if e.speaker}))
    return tuple(_side(e, book) for e in evidence), articles, speakers


def _side(evidence: Evidence, book: _Book) -> Side:
    article = book.articles.get(evidence.article)
    publisher = (article.publisher if article else None) or ""
    who = evidence.speaker or (publisher or "the article" if evidence.narrated else "")
    number = book.numbers[evidence.article]
    text = article.text if article else ""
    there = evidence.text and text[evidence.start : evidence.end] == evidence.text
    anchor = f"m{number}-{evidence.start}" if there else f"a{number}"
    return Side(
        evidence, side_of(evidence), who, passage(evidence, text, article.body if article else ()), anchor, publisher
    )


def _marks(cards: Iterable[Card], tracked: Iterable[Tracked]) -> dict[str, list[Mark]]:
    """The marks on each article: those of findings, and those of promises that have become something."""
    marks: dict[str, list[Mark]] = defaultdict(list)
    labelled = [(f"f{c.number}", (*c.sides, *c.further)) for c in cards]
    labelled += [(f"p{t.number}", t.sides) for t in tracked]
    for label, sides in labelled:
        for e, side in ((s.evidence, s.side) for s in sides):
            marks[e.article].append(Mark(e.start, e.end, side, label))
    return marks


def _articles(book: _Book, marks: Mapping[str, Sequence[Mark]]) -> Iterable[Shown]:
    for name, number in book.numbers.items():
        article = book.articles.get(name)
        shown = tuple(blocks(article.text, marks.get(name, ()))) if article else ()
        yield Shown(number, name, article, _safe((article.url if article else None) or ""), shown)


def _safe(url: str) -> str:
    """The address if it is one of a page on the web, else nothing."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.netloc and url == visible(url) else ""


def _categories(findings: Sequence[Finding]) -> tuple[tuple[Category, tuple[int, ...]], ...]:
    """How many findings of each severity a category has, the gravest category first."""
    table = Counter((f.category, f.severity) for f in findings)
    rows = [(c, tuple(table[c, s] for s in reversed(SEVERITIES))) for c in get_args(Category)]
    return tuple(sorted((row for row in rows if any(row[1])), key=lambda row: tuple(-n for n in row[1])))


def _statuses(promises: Iterable[PromiseRow]) -> tuple[tuple[Status, int], ...]:
    by = Counter(row.status for row in promises)
    return tuple((status, by[status]) for status in get_args(Status) if by[status])
