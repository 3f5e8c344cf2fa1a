"""Sentences read with the real parser and lexicons, for tables of text and what comes of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from consistency.article import Article, ArticleKind, Interval, Origin, Published
from consistency.extract.article import extract_article
from consistency.extract.clauses import Clause, clauses
from consistency.extract.parse import parse
from consistency.extract.propositions import Lexica
from consistency.extract.words import predicates, senses_lexicon, themes, topics
from consistency.facts import Extraction, Fact, Proposition
from consistency.normalise.exclusion import Knowledge
from consistency.spans import Span

DAY = date(2031, 5, 14)
"""A Wednesday."""
KNOWLEDGE = Knowledge(predicates(), topics(), themes(), senses_lexicon())


def article(
    text: str, day: date | None = DAY, name: str = "a", publisher: str | None = "Daily Post", kind: ArticleKind = "news"
) -> Article:
    """The text as an article, without a file."""
    published = Published(Interval.day(day), "given") if day else Published()
    return Article(name, text, (Span(0, len(text)),), Origin(name), published, publisher, kind=kind)


@lru_cache(maxsize=512)
def extraction(
    text: str, day: date | None = DAY, name: str = "a", publisher: str | None = "Daily Post", kind: ArticleKind = "news"
) -> Extraction:
    """Everything that a text yields."""
    return extract_article(*next(iter(parse([article(text, day, name, publisher, kind)]))))[1]


def facts(text: str, kinds: Sequence[str] = (), **told: object) -> list[Fact]:
    """The facts of a text, or those of some kinds."""
    return [f for f in extraction(text, **told).facts if not kinds or f.kind in kinds]  # type: ignore[arg-type]


def asserted(text: str) -> list[Fact]:
    """The facts that clauses make, without quotations, figures and events."""
    return [f for f in facts(text) if f.kind not in ("quote", "quantity", "event")]


def clauses_of(text: str) -> list[Clause]:
    """The clauses of every sentence."""
    _, doc = next(iter(parse([article(text)])))
    return [c for sentence in doc.sents for c in clauses(sentence, predicates())]


def clause(text: str, predicate: str) -> Clause:
    """The one clause with this predicate, or whose head has this lemma."""
    made = clauses_of(text)
    found = [c for c in made if predicate in (c.predicate, c.head.lemma_.lower(), c.head.lower_)]
    assert len(found) == 1, f"{predicate} is not one of {[c.predicate for c in made]}"
    return found[0]


LEXICA = Lexica(predicates(), themes(), senses_lexicon())


def propositions(text: str) -> list[Proposition]:
    """What the clauses of a text assert, in the order of the text."""
    return [f.proposition for f in asserted(text) if f.narrated]


def narrated(text: str) -> Proposition:
    """What the one clause of a sentence asserts in the article's own voice."""
    (made,) = propositions(text)
    return made
