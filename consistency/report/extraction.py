"""What `extract` shows: records as JSON lines, or a table a person can read of who holds what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby

from consistency.article import Article, Interval
from consistency.facts import Extraction, Fact
from consistency.report.escape import visible
from consistency.report.jsonl import lines
from consistency.report.layout import WIDTH, count, grid, quote
from consistency.report.records import records
from consistency.spans import LineIndex, Span, strip_span

_KIND, _HOLDER = 12, 20
_PUNCTUATION = "\"“”‘’' ,.;:"


def render_jsonl(article: Article, extraction: Extraction) -> str:
    """The records of the contract, one object a line."""
    return lines(records(article, extraction))


def render_table(article: Article, extraction: Extraction, width: int = WIDTH) -> str:
    """The article's facts in the order of its text: kinds and line, who holds them, the words with what was read in."""
    index = LineIndex(article.text)
    sources = {s.id: " ".join(span.of(article.text) for span in s.source) for s in extraction.statements}
    rows = [["KIND", "WHO", "WHAT"]]
    for facts in _same_words(article, extraction.facts):
        kinds = "\n".join(dict.fromkeys(fact.kind for fact in facts))
        line = index.position(_start(facts[0])).line
        rows.append([f"{kinds}\nline {line}", _who(facts[0], sources), _what(article, facts)])
    heading = _heading(article, extraction)
    return f"{heading}\n{grid(rows, width, [_KIND, _HOLDER])}\n\n" if len(rows) > 1 else f"{heading}\n\n"


EXTRACT_FORMATS: dict[str, Callable[[Article, Extraction], str]] = {
    "jsonl": render_jsonl,
    "table": render_table,
}


def _start(fact: Fact) -> int:
    return min((span.start for span in fact.evidence), default=0)


def _heading(article: Article, extraction: Extraction) -> str:
    published = _days(article.published.interval)
    parts = [
        f"published {published} ({article.published.basis})" if published else "undated",
        count(len(extraction.statements), "statement"),
        count(len(extraction.times), "time"),
        count(len(extraction.facts), "fact"),
    ]
    return f"{visible(article.id)}: {', '.join(parts)}"


def _same_words(article: Article, facts: Iterable[Fact]) -> list[list[Fact]]:
    """The facts in the order of the text, those of one holder that rest on the same words together."""

    def words(fact: Fact) -> tuple[int, str, str]:
        span = strip_span(article.text, fact.evidence[0], _PUNCTUATION) if fact.evidence else Span(0, 0)
        return span.start, span.of(article.text), fact.holder or ""

    ordered = sorted(facts, key=lambda fact: (words(fact), fact.kind, fact.id))
    return [list(same) for _, same in groupby(ordered, key=words)]


def _who(fact: Fact, sources: Mapping[str, str]) -> str:
    """The holder, or else what the text calls the source; a narrated fact without either is the article's own."""
    return visible(fact.holder or sources.get(fact.statement or "") or ("the article" if fact.narrated else "unknown"))


def _what(article: Article, facts: Sequence[Fact]) -> str:
    words = quote(facts[0].evidence[0].of(article.text)) if facts[0].evidence else ""
    notes = dict.fromkeys(note for fact in facts for note in _notes(article, fact) if note)
    return words + (f"\n{', '.join(notes)}" if notes else "")


def _notes(article: Article, fact: Fact) -> list[str]:
    """What was read into the words, where it is not the plain case."""
    said = fact.said if fact.said != article.published.interval else None
    return [
        "" if fact.certainty == "certain" else fact.certainty,
        "" if fact.condition == "none" else fact.condition,
        "" if fact.proposition.positive else "negated",
        f"by {fact.deadline}" if fact.deadline else "",
        f"said {_days(said)}" if said and _days(said) else "",
    ]


def _days(interval: Interval) -> str:
    start, end = interval
    if start == end:
        return str(start) if start else ""
    return f"{start or '...'} to {end or '...'}"
