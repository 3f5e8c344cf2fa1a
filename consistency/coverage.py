"""What was not understood: counted article by article, so that nothing is guessed silently."""

from __future__ import annotations

from collections.abc import Iterable

from consistency.article import Article, Interval
from consistency.facts import Extraction
from consistency.findings import Coverage, Covered, PromiseRow
from consistency.spans import Span


def covered(article: Article, extraction: Extraction) -> Covered:
    """The counts of one article."""
    said = [s for s in extraction.statements if s.mode != "narrated"]
    quoted = [s for s in said if s.quoted]
    typed = [f for f in extraction.facts if f.kind not in ("quote", "non_answer")]
    published = article.published
    return Covered(
        article=article.id,
        statements=len(said),
        unattributed=sum(s.speaker is None for s in said),
        quotations=len(quoted),
        uncued=sum(not s.cue for s in quoted),
        facts=len(typed),
        chars=sum(len("".join(span.of(article.text).split())) for span in article.body),
        understood=_chars(article.text, (e for f in typed for e in f.evidence)),
        dated="none" if published.interval == Interval(None, None) else published.basis,
    )


def coverage(articles: Iterable[Covered], promises: Iterable[PromiseRow]) -> Coverage:
    """The coverage of a corpus, its articles by name."""
    rows = list(promises)
    silent = sum(row.status == "not_yet_rated" for row in rows)
    return Coverage(tuple(sorted(articles)), len(rows), silent)


def _chars(text: str, spans: Iterable[Span]) -> int:
    """The characters in the spans, blanks left out, each once."""
    total = last = 0
    for span in sorted(spans):
        start = max(span.start, last)
        if span.end > start:
            total += len("".join(text[start : span.end].split()))
            last = span.end
    return total
