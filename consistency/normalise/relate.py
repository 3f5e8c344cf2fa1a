"""Relations: everything between two facts that is not a plain comparison, worked out once before rules match."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path

from consistency.article import Interval
from consistency.extract.cues import reporting
from consistency.extract.deedwords import deed_words
from consistency.extract.eventwords import event_words
from consistency.extract.retrospects import retrospects as retrospect_words
from consistency.extract.scopewords import Sizes, sizes
from consistency.extract.words import Units, units
from consistency.facts import Fact, Relation
from consistency.normalise.contrasts import contrasts
from consistency.normalise.counts import two_counts
from consistency.normalise.denials import denials
from consistency.normalise.events import events_apart
from consistency.normalise.exclusion import Knowledge, agreement, exclusion
from consistency.normalise.instances import instances
from consistency.normalise.matter import link
from consistency.normalise.numbers import conflict, figures_key, is_of_past_event, is_share
from consistency.normalise.pairs import bounded, pairs
from consistency.normalise.places import Places
from consistency.normalise.progress import progress
from consistency.normalise.refusals import refusals
from consistency.normalise.retellings import Quoting, quoting
from consistency.normalise.retrospects import retrospects
from consistency.normalise.situation import Situations
from consistency.normalise.sizes import scopes_apart, sizes_apart
from consistency.normalise.stories import Stories
from consistency.normalise.targets import targets
from consistency.normalise.timing import dates_against_offset, days_apart, offsets_apart
from consistency.normalise.utterances import Drift, same_utterances

THRESHOLD = 55
COMMON = 8
"""Articles beyond which a word says nothing of what a clause is about: in a corpus on one country, its president."""


def relations(
    facts: Sequence[Fact],
    knowledge: Knowledge,
    places: Places,
    published: dict[str, Interval],
    crowded: list[str] | None = None,
    lexicons: tuple[Path, ...] = (),
) -> list[Relation]:
    """All relations between the facts, sorted; the same whatever the order of the facts.

    `crowded` is filled with the themes, predicates and units under which not all facts could be compared.
    """
    crowded = [] if crowded is None else crowded
    every = sorted(facts, key=lambda f: (f.article, f.evidence[0], f.kind, f.id))
    ordered = [f for f in every if f.kind != "event"]
    knowledge = knowledge._replace(common=_common(ordered))
    stories = Stories(every)
    situations = Situations(ordered, stories, reporting(lexicons))
    found: list[Relation] = []
    met = pairs(ordered, knowledge, crowded)
    found += _exclusions(met, knowledge, situations)
    found += _fulfilments(met)
    for a, b, strength, because in retrospects(ordered, knowledge, retrospect_words(lexicons)):
        if strength >= THRESHOLD:
            found += _both("excludes", a, b, "retrospect", strength, because)
    for a, b, strength, because in refusals(ordered, knowledge.themes.generic | knowledge.common):
        found += _both("excludes", a, b, "refused", strength, because)
    for a, b, strength, because in denials(ordered):
        if strength >= THRESHOLD:
            found += _both("excludes", a, b, "denied", min(strength, situations.at_most(a, b)), because)
    for a, b, strength, because in instances(ordered, deed_words(lexicons), knowledge.common, stories):
        if strength >= THRESHOLD:
            found += _both("excludes", a, b, "deed", strength, because)
    for a, b, via, strength, because in contrasts(ordered, knowledge.themes.generic):
        if strength >= THRESHOLD:
            found.append(Relation("contrasts", a.id, b.id, via, strength, because))
    if knowledge.targets is not None:
        for a, b, strength, because in targets(ordered, knowledge.targets, knowledge.common):
            if strength >= THRESHOLD:
                found += _both("excludes", a, b, "target", strength, because)
    if knowledge.progress is not None:
        found += progress(ordered, knowledge.progress, knowledge.themes.generic)
    scoped = sizes(lexicons)
    found += _numbers(ordered, places, units(lexicons), scoped, stories, situations, crowded)
    for a, b, strength, because in sizes_apart(ordered, scoped, stories, knowledge.common):
        if strength >= THRESHOLD:
            found += _both("excludes", a, b, "event", strength, because)
    found += _utterances(every, places, published, quoting(lexicons))
    found += _events(ordered, places, crowded)
    for a, b, because in offsets_apart(ordered, places):
        found += _both("apart_in_time", a, b, "offset", 75, because)
    for apart in events_apart(every, places, event_words(lexicons), crowded):
        found += _both(apart.name, apart.left, apart.right, apart.via, apart.strength, apart.because)
    for a, b, because in dates_against_offset(ordered, published):
        found += _both("apart_in_time", a, b, "date", 75, because)
    by_id = {f.id: f for f in every}
    return sorted({r for r in found if situations.holds(r, by_id[r.left], by_id[r.right])})


def _common(facts: Sequence[Fact]) -> frozenset[str]:
    """The words and names that more than COMMON articles have."""
    articles: dict[str, set[str]] = defaultdict(set)
    for f in facts:
        for word in (*f.proposition.terms, *f.proposition.names):
            articles[word].add(f.article)
    return frozenset(word for word, having in articles.items() if len(having) > COMMON)


def _both(name: str, a: Fact, b: Fact, via: str, strength: int, because: str) -> Iterator[Relation]:
    yield Relation(name, a.id, b.id, via, strength, because)
    yield Relation(name, b.id, a.id, via, strength, because)


def _exclusions(pairs: Iterable[tuple[Fact, Fact]], knowledge: Knowledge, situations: Situations) -> Iterator[Relation]:
    for a, b in pairs:
        if a.article == b.article and a.evidence[0].overlaps(b.evidence[0]):
            continue  # one stretch of text cannot be set against itself
        if not situations.in_one_story(a, b):
            continue
        found = exclusion(a, b, knowledge)
        if found is not None and found.strength >= THRESHOLD and situations.meet(a, b):
            yield from _both("excludes", a, b, found.via, min(found.strength, situations.at_most(a, b)), found.because)


def _fulfilments(pairs: Iterable[tuple[Fact, Fact]]) -> Iterator[Relation]:
    """Reports, in an article's own voice, that something promised or predicted came about."""
    for a, b in pairs:
        for report, foretold in ((a, b), (b, a)):
            if foretold.kind not in ("promise", "prediction") or report.kind != "outcome" or not report.narrated:
                continue
            if report.certainty != "certain" or report.proposition.tense == "future" or report.disowned:
                continue
            strength = agreement(report, foretold)
            if strength is not None and strength >= THRESHOLD:
                because = f"of the {report.proposition.theme} it is reported what was foretold"
                yield Relation("fulfils", report.id, foretold.id, "agreement", min(95, strength), because)


def _numbers(
    facts: Sequence[Fact],
    places: Places,
    units: Units,
    scoped: Sizes,
    stories: Stories,
    situations: Situations,
    crowded: list[str],
) -> Iterator[Relation]:
    buckets: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for f in facts:
        if f.kind == "quantity" and f.proposition.quantity:
            buckets[figures_key(f.proposition.quantity, places.money, units)].append(f)
    for key, members in sorted(buckets.items()):
        for a, b in combinations(bounded(members, "figures of " + " ".join(key).strip(), crowded), 2):
            found = conflict(a, b, places.money, units, stories.linked(a, b))
            bearer = is_share(a, b) or situations.of_one_bearer(a, b)
            if found and found[0] >= THRESHOLD and bearer and not scopes_apart(a, b, scoped):
                via = "share" if is_share(a, b) else "event" if is_of_past_event(a, b, units) else "quantity"
                yield from _both("excludes", a, b, via, found[0], found[1])
    for a, b, because in two_counts(facts, units, places.money, stories):
        yield from _both("excludes", a, b, "counts", 70, because)


def _utterances(
    facts: Sequence[Fact], places: Places, published: dict[str, Interval], words: Quoting
) -> Iterator[Relation]:
    told = {f.statement: f for f in facts if f.kind == "event" and f.proposition.predicate == "say"}
    for a, b, drift in same_utterances(facts, published, words):
        strength = min(95, 60 + 3 * drift.shared)
        yield from _both("same_utterance", a, b, drift.kind, strength, f"{drift.shared} words are the same")
        if drift.kind != "same":
            yield from _both("drifts_from", a, b, drift.kind, strength, _differ(drift))
        yield from _occasions(told.get(a.statement, a), told.get(b.statement, b), strength, places)


def _differ(drift: Drift) -> str:
    if drift.right and drift.left:
        return f'one has "{drift.left}", the other "{drift.right}"'
    return f'only one has "{drift.left or drift.right}"' if drift.right or drift.left else "one repeats words"


def _occasions(a: Fact, b: Fact, strength: int, places: Places) -> Iterator[Relation]:
    """The occasions of one utterance, where the audiences or the places cannot be one."""
    if a.addressee and b.addressee and places.audiences_apart(a.addressee, b.addressee):
        because = f"one says it was said to {a.addressee}, the other to {b.addressee}"
        yield from _both("apart_in_place", a, b, "audience", strength, because)
    elif places.apart(a.places, b.places):
        where = [next(p for p in f.places if any(places.where((p,)))) for f in (a, b)]
        because = f"one says it was said {where[0]}, the other {where[1]}"
        yield from _both("apart_in_place", a, b, "venue", strength, because)


def _events(facts: Iterable[Fact], places: Places, crowded: list[str]) -> Iterator[Relation]:
    """One happening told twice: the same predicate, theme and agent, in the past, in different articles."""
    buckets: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for f in facts:
        p = f.proposition
        if f.kind in ("outcome", "event", "claim") and p.positive and p.tense == "past" and p.theme:
            buckets[p.theme, p.predicate].append(f)
            for o in p.objects:
                buckets[o, ""].append(f)
    done: set[tuple[str, str]] = set()
    for key, members in sorted(buckets.items()):
        for a, b in combinations(bounded(members, "events of " + " ".join(key).strip(), crowded), 2):
            if a.article != b.article and (a.id, b.id) not in done:
                done.add((a.id, b.id))
                yield from _event(a, b, places)


def _event(a: Fact, b: Fact, places: Places) -> Iterator[Relation]:
    linked = link(a, b)
    strength = linked.strength + 15 * bool(set(a.proposition.subject) & set(b.proposition.subject))
    if strength < THRESHOLD:
        return
    yield from _both("same_event", a, b, "words", strength, "shared: " + ", ".join(linked.shared))
    if places.places_apart(a.places, b.places):
        because = f"one says {', '.join(a.places)}, the other {', '.join(b.places)}"
        yield from _both("apart_in_place", a, b, "place", strength, because)
    if days_apart(a, b):
        yield from _both("apart_in_time", a, b, "day", strength, "the two give different days")
