"""From an article and its parse to everything that it yields: a pure function, so that it can be cached and mapped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from consistency.article import Article, Interval
from consistency.extract.assertions import facts_of
from consistency.extract.attribution import Attribution, attribute
from consistency.extract.commissives import commissives
from consistency.extract.dating import infer_published, reported
from consistency.extract.datingconflicts import conflicts
from consistency.extract.deadlines import deadline, with_earlier_deadlines
from consistency.extract.fates import progress_words, with_cues
from consistency.extract.owners import Owners
from consistency.extract.propositions import Lexica
from consistency.extract.releases import promised
from consistency.extract.surroundings import Surroundings
from consistency.extract.telling import with_telling
from consistency.extract.timemasked import masked_times
from consistency.extract.times import find_times
from consistency.extract.words import predicates, senses_lexicon, themes, topics, units
from consistency.facts import Extraction, Statement, TimeExpr
from consistency.intervals import OPEN
from consistency.terms import Term

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Corpus(NamedTuple):
    """What other articles tell that an article needs: the days of the corpus, and who took office when."""

    around: Interval = OPEN
    in_office: tuple[tuple[str, date], ...] = ()


ALONE = Corpus()


def extract_article(
    article: Article, doc: Doc, corpus: Corpus = ALONE, lexicons: tuple[Path, ...] = ()
) -> tuple[Article, Extraction]:
    """The article, dated by its own evidence where nothing else dates it, and what it yields."""
    terms = tuple(Term(who, start) for who, start in corpus.in_office)
    if article.published.interval == OPEN:
        inferred = infer_published(doc, article.text, article.body, terms, corpus.around)
        article = replace(article, published=inferred if inferred.interval != OPEN else article.published)
    attribution = attribute(article, doc, lexicons)
    published = article.published.interval
    inside = find_times(doc, published, attribution.person_at, terms, lexicons)
    times = tuple(sorted([*inside, *masked_times(article.text, article.body, published)]))
    statements = _continued([_with_said(s, doc, times, published) for s in attribution.statements], article.text)
    words = Lexica(predicates(lexicons), themes(lexicons), senses_lexicon(lexicons))
    around = Surroundings(
        article=article,
        doc=doc,
        words=words,
        units=units(lexicons),
        topics=topics(lexicons),
        statements=statements,
        times=times,
        person_at=attribution.person_at,
        deadline=lambda content, said: deadline(doc, content, times, said),
        owners=Owners(statements, doc, words.predicates),
        bodies=frozenset(e.name for e in attribution.entities if e.kind == "organisation"),
        offices={f.name: frozenset(w for o, m in f.offices for w in (o, *m)) for f in attribution.cast.figures},
        lexicons=lexicons,
    )
    in_office = tuple(sorted((t.who, t.start) for t in reported(doc, times, attribution.person_at)))
    facts = promised(around, facts_of(around), commissives(lexicons), attribution.entities)
    facts = with_telling(facts, around, attribution.entities)
    facts = with_earlier_deadlines(tuple(with_cues(facts, doc, progress_words(lexicons))), doc, times)
    return article, Extraction(
        article.id,
        statements,
        times,
        facts,
        attribution.entities,
        in_office,
        _offices(attribution),
        attribution.cast.bodies(),
        conflicts(doc, article.text, times, article.published),
    )


def _offices(attribution: Attribution) -> tuple[tuple[str, str], ...]:
    """The offices that the article puts beside names: "finance minister"."""
    found = {
        (" ".join((*sorted(modifiers), office)), figure.name)
        for figure in attribution.cast.figures
        if figure.kind == "person" and not figure.anonymous
        for office, modifiers in figure.offices
    }
    return tuple(sorted(found))


def _continued(statements: Sequence[Statement], text: str) -> tuple[Statement, ...]:
    """A quotation without a cue of its own was said when, where and to whom the one before it in the paragraph was."""
    made: list[Statement] = []
    for s in statements:
        before = made[-1] if made else None
        alone = not s.cue and s.within is None and bool(s.content)
        if alone and before is not None and before.content and before.speaker == s.speaker:
            gap = text[before.content[-1].end : s.content[0].start]
            if "\n" not in gap:
                venue, addressee = s.venue or before.venue, s.addressee or before.addressee
                s = replace(s, said=before.said, venue=venue, addressee=addressee)
        made.append(s)
    return tuple(made)


def _with_said(statement: Statement, doc: Doc, times: tuple[TimeExpr, ...], published: Interval) -> Statement:
    return statement if statement.said else replace(statement, said=_said(statement, doc, times, published))


def _said(statement: Statement, doc: Doc, times: tuple[TimeExpr, ...], published: Interval) -> Interval | None:
    """When a statement was made: the time beside its cue, outside its content, else when the article was published."""
    if not statement.cue:
        return published
    cue = statement.cue[0]
    inside = doc.char_span(cue.start, cue.end, alignment_mode="expand")
    if inside is None:
        return published
    sentence = inside[0].sent
    beside = [
        t
        for t in times
        if sentence.start_char <= t.span.start < sentence.end_char
        and t.type in ("DATE", "TIME")
        and t.interval != Interval(None, None)
        and not any(c.overlaps(t.span) for c in statement.content)
        and _not_after(t.interval, published)
        and not _limits(doc, t)
    ]
    nearest = min(beside, key=lambda t: abs(t.span.start - cue.start), default=None)
    return nearest.interval if nearest else published


def _limits(doc: Doc, t: TimeExpr) -> bool:
    """Whether a time only limits what is said: "undertook to restore it by Christmas"."""
    return doc.text[max(0, t.span.start - 8) : t.span.start].lower().split()[-1:] in (["by"], ["before"], ["until"])


def _not_after(interval: Interval, published: Interval) -> bool:
    return interval.start is None or published.end is None or interval.start <= published.end
