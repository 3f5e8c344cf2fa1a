"""What `extract` shows: records as JSON lines, or a table a person can read of who holds what."""

from __future__ import annotations

from collections.abc import Callable

from consistency.article import Article, Interval
from consistency.facts import Extraction, Fact
from consistency.report.escape import visible
from consistency.report.jsonl import lines
from consistency.report.layout import WIDTH, count, grid, quote
from consistency.report.records import records
from consistency.spans import LineIndex

_KIND, _HOLDER = 12, 20


def render_jsonl(article: Article, extraction: Extraction) -> str:
    """The records of the contract, one object a line."""
    return lines(records(article, extraction))


def render_table(article: Article, extraction: Extraction, width: int = WIDTH) -> str:
    """The article's facts in the order of its text: line and kind, who holds it, its words with what was read in."""
    index = LineIndex(article.text)
    facts = sorted(extraction.facts, key=lambda fact: (_start(fact), fact.kind, fact.id))
    rows = [_row(article, fact, index.position(_start(fact)).line) for fact in facts]
    parts = [_heading(article, extraction)]
    if rows:
        parts.append(grid([["KIND", "WHO", "WHAT"], *rows], width, [_KIND, _HOLDER]))
    return "\n".join(parts) + "\n\n"


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


def _row(article: Article, fact: Fact, line: int) -> list[str]:
    return [f"{fact.kind}\nline {line}", visible(fact.holder or "unknown"), _what(article, fact)]


def _what(article: Article, fact: Fact) -> str:
    words = quote(fact.evidence[0].of(article.text)) if fact.evidence else ""
    notes = [
        "" if fact.certainty == "certain" else fact.certainty,
        "" if fact.condition == "none" else fact.condition,
        "" if fact.proposition.positive else "negated",
        f"by {fact.deadline}" if fact.deadline else "",
        f"said {_days(fact.said)}" if fact.said and _days(fact.said) else "",
    ]
    read = ", ".join(note for note in notes if note)
    return words + (f"\n{read}" if read else "")


def _days(interval: Interval) -> str:
    start, end = interval
    if start == end:
        return str(start) if start else ""
    return f"{start or '...'} to {end or '...'}"
