"""The records of `extract`: what one article yields, as plain values in the words of the contract."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import isfinite

from consistency.article import Article, Interval
from consistency.facts import Extraction, Fact, Quantity, Statement, TimeExpr
from consistency.report.json import Record
from consistency.spans import Span


def records(article: Article, extraction: Extraction) -> Iterator[Record]:
    """The article itself, then its statements, times and facts; every span with its exact text."""
    yield article_record(article)
    for statement in extraction.statements:
        yield statement_record(article, statement)
    for time in extraction.times:
        yield time_record(article, time)
    for fact in extraction.facts:
        yield fact_record(article, fact)


def article_record(article: Article) -> Record:
    """What is known about the article; `published` has null bounds where it is open, and says on what basis."""
    interval, basis, evidence = article.published
    return {
        "record": "article",
        "id": article.id,
        "path": article.origin.path,
        "title": article.title,
        "publisher": article.publisher,
        "url": article.url,
        "kind": article.kind,
        "published": {**_bounds(interval), "basis": basis, "evidence": _spans(article.text, evidence)},
    }


def statement_record(article: Article, statement: Statement) -> Record:
    """Who said what; content inside the quotation marks without them is in `quoted`."""
    text = article.text
    return {
        "record": "statement",
        "id": statement.id,
        "article": article.id,
        "mode": statement.mode,
        "source": _spans(text, statement.source),
        "speaker": statement.speaker,
        "cue": _spans(text, statement.cue),
        "content": _spans(text, statement.content),
        "said": _interval(statement.said),
        "venue": statement.venue,
        "addressee": statement.addressee,
        "within": statement.within,
        "non_answer": statement.non_answer,
        "lemma": statement.lemma or None,
        "force": statement.force,
        "negated": statement.negated,
        "quoted": _spans(text, statement.quoted),
    }


def time_record(article: Article, time: TimeExpr) -> Record:
    """A time expression with its TIMEX3 type and value and the days that it can mean, both ends included."""
    return {
        "record": "time",
        "article": article.id,
        **_span(article.text, time.span),
        "type": time.type,
        "value": time.value,
        **_bounds(time.interval),
        "relation": time.relation or None,
    }


def fact_record(article: Article, fact: Fact) -> Record:
    """A typed fact with its proposition; `deadline` is the last day on which a promise is still met."""
    p = fact.proposition
    return {
        "record": "fact",
        "id": fact.id,
        "article": article.id,
        "kind": fact.kind,
        "holder": fact.holder,
        "statement": fact.statement,
        "narrated": fact.narrated,
        "own": fact.own,
        "certainty": fact.certainty,
        "condition": fact.condition,
        "predicate": p.predicate or None,
        "poles": [{"class": cls, "pole": pole} for cls, pole in p.poles],
        "theme": p.theme or None,
        "subject": list(p.subject),
        "objects": list(p.objects),
        "exclusive": p.exclusive,
        "positive": p.positive,
        "topic": p.topic or None,
        "state": p.state or None,
        "tense": p.tense,
        "about": _interval(p.about),
        "quantity": _quantity(article.text, p.quantity),
        "said": _interval(fact.said),
        "venue": fact.venue,
        "places": list(fact.places),
        "addressee": fact.addressee,
        "quote": fact.quote or None,
        "deadline": fact.deadline.isoformat() if fact.deadline else None,
        "deadline_because": fact.deadline_because or None,
        "deadline_was": [day.isoformat() for day in fact.deadline_was],
        "evidence": _spans(article.text, fact.evidence),
    }


def _span(text: str, span: Span) -> Record:
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def _spans(text: str, spans: Iterable[Span]) -> list[Record]:
    return [_span(text, span) for span in spans]


def _bounds(interval: Interval) -> Record:
    start, end = interval
    return {"from": start.isoformat() if start else None, "to": end.isoformat() if end else None}


def _interval(interval: Interval | None) -> Record | None:
    return _bounds(interval) if interval and (interval.start or interval.end) else None


def _quantity(text: str, quantity: Quantity | None) -> Record | None:
    if quantity is None:
        return None
    low, high = (bound if isfinite(bound) else None for bound in (quantity.low, quantity.high))
    return {"low": low, "high": high, "unit": quantity.unit, "of": quantity.of, **_span(text, quantity.span)}
