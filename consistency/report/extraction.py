"""What `extract` shows: records as JSON lines, or a table a person can read of who holds what."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

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
    for words, facts in _passages(article, extraction):
        kinds = "\n".join(dict.fromkeys(fact.kind for fact in facts if fact is facts[0] or _adds(fact)))
        line = index.position(words.start).line
        rows.append([f"{kinds}\nline {line}", _who(facts[0], sources), _what(article, words, facts)])
    heading = _heading(article, extraction)
    return f"{heading}\n{grid(rows, width, [_KIND, _HOLDER])}\n\n" if len(rows) > 1 else f"{heading}\n\n"


EXTRACT_FORMATS: dict[str, Callable[[Article, Extraction], str]] = {
    "jsonl": render_jsonl,
    "table": render_table,
}


def _heading(article: Article, extraction: Extraction) -> str:
    published = _days(article.published.interval)
    parts = [
        f"published {published} ({article.published.basis})" if published else "undated",
        count(len(extraction.statements), "statement"),
        count(len(extraction.times), "time"),
        count(len(extraction.facts), "fact"),
    ]
    return f"{visible(article.id)}: {', '.join(parts)}"


def _passages(article: Article, extraction: Extraction) -> Iterator[tuple[Span, list[Fact]]]:
    """The facts in the order of the text: those of one holder whose words lie within those of another together.

    That somebody spoke is told by what they said; events of speaking are left out.
    """
    cues = {span for s in extraction.statements for span in s.cue}
    told = (f for f in extraction.facts if f.evidence and not (f.kind == "event" and _holds(f.evidence[0], cues)))

    def words(fact: Fact) -> Span:
        return strip_span(article.text, fact.evidence[0], _PUNCTUATION)

    ordered = sorted(told, key=lambda f: (words(f).start, -words(f).end, f.holder or "", f.kind, f.id))
    passages: dict[str, tuple[Span, list[Fact]]] = {}
    found = []
    for fact in ordered:
        outer = passages.get(fact.holder or "")
        if outer is not None and words(fact).end <= outer[0].end:
            outer[1].append(fact)
        else:
            passages[fact.holder or ""] = (words(fact), [fact])
            found.append(passages[fact.holder or ""])
    yield from found


def _adds(fact: Fact) -> bool:
    """Whether a fact within the words of another says more than that one: clauses of one report do not."""
    return not fact.narrated or fact.kind == "quantity"


def _holds(evidence: Span, cues: Collection[Span]) -> bool:
    return any(evidence.start <= cue.start and cue.end <= evidence.end for cue in cues)


def _who(fact: Fact, sources: Mapping[str, str]) -> str:
    """The holder, or else what the text calls the source; a narrated fact without either is the article's own."""
    return visible(fact.holder or sources.get(fact.statement or "") or ("the article" if fact.narrated else "unknown"))


def _what(article: Article, words: Span, facts: Sequence[Fact]) -> str:
    whole = (f for f in facts if strip_span(article.text, f.evidence[0], _PUNCTUATION) == words)
    notes = dict.fromkeys(note for fact in whole for note in _notes(article, fact) if note)
    shown = quote(strip_span(article.text, facts[0].evidence[0], " ,;:").of(article.text))
    return shown + (f"\n{', '.join(notes)}" if notes else "")


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
