"""Facts as they are held once their article is gone: with what shows them to a reader."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from consistency.article import Article, Basis, Interval, Origin
from consistency.coverage import covered
from consistency.facts import Entity, Extraction, Fact, Recall, TimeExpr
from consistency.findings import Covered, Evidence
from consistency.holders import Holders
from consistency.ignores import Ignore, ignores
from consistency.intervals import OPEN
from consistency.spans import LineIndex


@dataclass(frozen=True, slots=True)
class Known:
    """A fact with its evidence as a report shows it (roles still empty)."""

    fact: Fact
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """What stays of an article after extraction: its name, date and entities, and its facts; small and picklable.

    `waits` marks an article that what others tell may still date, or whose deadlines it may settle. `conflicts` say
    where its own days contradict each other (line and column).
    """

    article: str
    path: str
    published: Interval
    basis: Basis
    entities: tuple[Entity, ...]
    facts: tuple[Known, ...]
    in_office: tuple[tuple[str, date], ...] = ()
    offices: tuple[tuple[str, str], ...] = ()
    bodies: tuple[tuple[str, str], ...] = ()
    waits: bool = False
    conflicts: tuple[tuple[str, int, int], ...] = ()
    origin: Origin | None = None
    ignores: tuple[Ignore, ...] = ()
    covered: Covered = field(default=Covered(""))


def digest(article: Article, extraction: Extraction) -> Digest:
    """The article without its text."""
    lines = LineIndex(article.text)
    facts = tuple(Known(f, tuple(_evidence(article, f, lines))) for f in extraction.facts)
    published = article.published
    return Digest(
        article=article.id,
        path=article.origin.path,
        published=published.interval,
        basis=published.basis,
        entities=extraction.entities,
        facts=facts,
        in_office=extraction.in_office,
        offices=extraction.offices,
        bodies=extraction.bodies,
        waits=None in published.interval or any(_from_office(t, article.text) for t in extraction.times),
        conflicts=tuple((c.because, *lines.position(c.spans[0].start)) for c in extraction.conflicts),
        origin=article.origin,
        ignores=ignores(article.text),
        covered=covered(article, extraction),
    )


def _from_office(time: TimeExpr, text: str) -> bool:
    """A length of time that is counted from something not dated here: "within 100 days of our taking office"."""
    return time.type == "DURATION" and time.interval == OPEN and " of " in time.span.of(text)


def _evidence(article: Article, fact: Fact, lines: LineIndex) -> Iterable[Evidence]:
    for span in fact.evidence:
        place = lines.position(span.start)
        yield Evidence(article.id, span.start, span.end, span.of(article.text), "", said_on(fact), *place)


def attributed(known: Known) -> Known:
    """The fact with evidence that tells who holds it and what it is about."""
    fact = known.fact
    speaker = "" if fact.narrated else fact.holder or ""
    topic = fact.proposition.topic or fact.proposition.theme
    told = (e._replace(speaker=speaker, narrated=fact.narrated, topic=topic) for e in known.evidence)
    return replace(known, evidence=tuple(told))


def said_on(fact: Fact) -> str | None:
    """When the fact was said, or else published: an ISO day, or None where only a wider time is known."""
    if fact.said is None or fact.said.start is None or fact.said.end is None:
        return None
    if (fact.said.end - fact.said.start).days > 6:
        return None
    return fact.said.end.isoformat()


def holders_by_office(digests: Iterable[Digest], names: Mapping[tuple[str, str], str]) -> Holders:
    """Who is meant by an office, and who speaks for which body, as the whole corpus tells."""
    return Holders(digests, names)


def named(known: Known, holders: Holders) -> Known:
    """The fact with the holder that its description means ("the finance minister" is whom another article names so),
    and with the body that the holder speaks for.
    """
    fact = known.fact
    if fact.described and (fact.holder is None or not fact.named):
        holder = holders.of(fact.article, fact.described)
        fact = replace(fact, holder=holder, named=True) if holder else fact
    if not fact.narrated and (fact.body is None or fact.body.startswith("the ")):
        fact = replace(fact, body=holders.body(fact.holder) or fact.body)
    return known if fact is known.fact else replace(known, fact=fact)


def renamed(known: Known, names: dict[str, str]) -> Known:
    """The fact with its holder and participants under the names that the whole corpus knows them by."""

    def new(values: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(sorted({names.get(v, v) for v in values}))

    fact = known.fact
    p = fact.proposition
    proposition = replace(
        p,
        names=new(p.names),
        subject=tuple(names.get(s, s) for s in p.subject),
        objects=tuple(names.get(o, o) for o in p.objects),
    )
    holder = names.get(fact.holder, fact.holder) if fact.holder else None
    body = names.get(fact.body, fact.body) if fact.body else None
    references = tuple(r._replace(means=names.get(r.means, r.means)) for r in fact.telling.references)
    telling = fact.telling._replace(references=references) if references else fact.telling
    fact = replace(fact, holder=holder, body=body, proposition=proposition, recall=_recall(fact.recall, names))
    return replace(known, fact=replace(fact, context=new(fact.context), telling=telling))


def _recall(recall: Recall | None, names: Mapping[str, str]) -> Recall | None:
    """What is recalled, under the names of the whole corpus."""
    if recall is None:
        return None
    words, near = (tuple(sorted({names.get(w, w) for w in words})) for words in (recall.words, recall.near))
    return recall._replace(holder=names.get(recall.holder or "", recall.holder), words=words, near=near)
