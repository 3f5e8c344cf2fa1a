"""Relations: everything between two facts that is not a plain comparison, worked out once before rules match."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from consistency.article import Interval
from consistency.facts import Fact, Relation
from consistency.normalise.exclusion import INCLUDING, Knowledge, agreement, exclusion, retreats, undertakes
from consistency.normalise.matter import link
from consistency.normalise.numbers import conflict, is_of_past_event, is_share
from consistency.normalise.places import Places
from consistency.normalise.timing import dates_against_offset, days_apart, offsets_apart
from consistency.normalise.utterances import same_utterances

THRESHOLD = 55
MAX_BUCKET = 400
"""Facts compared under one theme or predicate; a denser corpus is cut to the strongest, see `buckets_cut`."""


def relations(
    facts: Sequence[Fact], knowledge: Knowledge, places: Places, published: dict[str, Interval]
) -> list[Relation]:
    """All relations between the facts, sorted; the same whatever the order of the facts."""
    ordered = sorted(facts, key=lambda f: (f.article, f.evidence[0], f.kind, f.id))
    found: list[Relation] = []
    found += _exclusions(ordered, knowledge)
    found += _numbers(ordered, places)
    found += _fulfilments(ordered)
    found += _utterances(ordered, places)
    found += _events(ordered, places)
    for a, b, because in offsets_apart(ordered, places):
        found += _both("apart_in_time", a, b, "offset", 75, because)
    for a, b, because in dates_against_offset(ordered, published):
        found += _both("apart_in_time", a, b, "date", 75, because)
    return sorted(set(found))


def _both(name: str, a: Fact, b: Fact, via: str, strength: int, because: str) -> Iterator[Relation]:
    yield Relation(name, a.id, b.id, via, strength, because)
    yield Relation(name, b.id, a.id, via, strength, because)


def _exclusions(facts: Sequence[Fact], knowledge: Knowledge) -> Iterator[Relation]:
    for a, b in _pairs(facts):
        if a.article == b.article and a.evidence[0].overlaps(b.evidence[0]):
            continue  # one stretch of text cannot be set against itself
        found = exclusion(a, b, knowledge)
        if found is not None and found.strength >= THRESHOLD:
            yield from _both("excludes", a, b, found.via, min(found.strength, 95), found.because)


def _fulfilments(facts: Sequence[Fact]) -> Iterator[Relation]:
    """Reports, in an article's own voice, that something promised or predicted came about."""
    for a, b in _pairs(facts):
        for report, foretold in ((a, b), (b, a)):
            if foretold.kind not in ("promise", "prediction") or report.kind != "outcome" or not report.narrated:
                continue
            if report.certainty != "certain" or report.proposition.tense == "future" or report.disowned:
                continue
            strength = agreement(report, foretold)
            if strength is not None and strength >= THRESHOLD:
                because = f"of the {report.proposition.theme} it is reported what was foretold"
                yield Relation("fulfils", report.id, foretold.id, "agreement", min(95, strength), because)


def _pairs(facts: Sequence[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """Pairs of asserted facts that share a theme or a predicate, each once."""
    buckets: dict[str, list[int]] = defaultdict(list)
    for n, f in enumerate(facts):
        p = f.proposition
        if f.kind in ("quote", "quantity", "non_answer") or f.condition != "none":
            continue
        keys = {f"theme {p.theme}"} if p.theme else set()
        keys |= {f"predicate {p.predicate}"} if p.predicate else set()
        for key in keys | _late_keys(f) | _other_keys(f):
            buckets[key].append(n)
    pairs = {
        (x, y)
        for members in buckets.values()
        for i, x in enumerate(members[:MAX_BUCKET])
        for y in members[i + 1 : MAX_BUCKET]
    }
    for x, y in sorted(pairs):
        yield facts[x], facts[y]


def _other_keys(f: Fact) -> set[str]:
    """What brings others in meets whatever it names; a retreat meets what its holder undertook."""
    p = f.proposition
    keys = {f"theme {t}" for t in p.terms} if p.predicate in INCLUDING else set()
    if f.holder is not None and (retreats(f) or undertakes(f)):
        keys.add(f"undertaking {f.holder}")
    return keys


def _late_keys(f: Fact) -> set[str]:
    """What was foretold for a time meets a report of delay by any name that both have."""
    p = f.proposition
    dated = f.kind in ("promise", "prediction") and (f.deadline is not None or p.about is not None)
    late = f.kind == "outcome" and ("delay", -1) in p.poles
    return {f"late {name}" for name in (*p.names, *f.context)} if dated or late else set()


def _numbers(facts: Sequence[Fact], places: Places) -> Iterator[Relation]:
    buckets: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for f in facts:
        if f.kind == "quantity" and f.proposition.quantity:
            unit, of = f.proposition.quantity.unit, f.proposition.quantity.of
            buckets[unit, "" if of in places.money else of].append(f)
    for _, members in sorted(buckets.items()):
        for n, a in enumerate(members[:MAX_BUCKET]):
            for b in members[n + 1 : MAX_BUCKET]:
                found = conflict(a, b, places.money)
                if found and found[0] >= THRESHOLD:
                    via = "share" if is_share(a, b) else "event" if is_of_past_event(a, b) else "quantity"
                    yield from _both("excludes", a, b, via, found[0], found[1])


def _utterances(facts: Sequence[Fact], places: Places) -> Iterator[Relation]:
    for a, b, drift in same_utterances(facts):
        strength = min(95, 60 + 3 * drift.shared)
        yield from _both("same_utterance", a, b, drift.kind, strength, f"{drift.shared} words are the same")
        if drift.kind != "same":
            differ = (
                f'one has "{drift.left}", the other "{drift.right}"'
                if drift.right and drift.left
                else f'only one has "{drift.left or drift.right}"'
                if drift.right or drift.left
                else "one repeats words"
            )
            yield from _both("drifts_from", a, b, drift.kind, strength, differ)
        if a.addressee and b.addressee and places.audiences_apart(a.addressee, b.addressee):
            yield from _both(
                "apart_in_place",
                a,
                b,
                "audience",
                strength,
                f"one says it was said to {a.addressee}, the other to {b.addressee}",
            )
        elif a.venue and b.venue and places.places_apart((a.venue,), (b.venue,)):
            yield from _both(
                "apart_in_place", a, b, "venue", strength, f"one says it was said {a.venue}, the other {b.venue}"
            )


def _events(facts: Iterable[Fact], places: Places) -> Iterator[Relation]:
    """One happening told twice: the same predicate, theme and agent, in the past, in different articles."""
    buckets: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for f in facts:
        p = f.proposition
        if f.kind in ("outcome", "event", "claim") and p.positive and p.tense == "past" and p.theme:
            buckets[p.theme, p.predicate].append(f)
            for o in p.objects:
                buckets[o, ""].append(f)
    done: set[tuple[str, str]] = set()
    for _, members in sorted(buckets.items()):
        for n, a in enumerate(members[:MAX_BUCKET]):
            for b in members[n + 1 : MAX_BUCKET]:
                if a.article == b.article or (a.id, b.id) in done:
                    continue
                done.add((a.id, b.id))
                linked = link(a, b)
                strength = linked.strength + 15 * bool(set(a.proposition.subject) & set(b.proposition.subject))
                if strength < THRESHOLD:
                    continue
                yield from _both("same_event", a, b, "words", strength, "shared: " + ", ".join(linked.shared))
                if places.places_apart(a.places, b.places):
                    yield from _both(
                        "apart_in_place",
                        a,
                        b,
                        "place",
                        strength,
                        f"one says {', '.join(a.places)}, the other {', '.join(b.places)}",
                    )
                if days_apart(a, b):
                    yield from _both("apart_in_time", a, b, "day", strength, "the two give different days")
