"""How promises fare: which later reports tell that one was kept, broken, partly kept, stalled, moved or worked on.

A report is linked with a promise by what both name; whether the words that they share are rare in the corpus plays no
part, so that an unrelated article changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from consistency.extract.fates import Progress
from consistency.facts import Fact, Relation
from consistency.intervals import OPEN
from consistency.normalise.bonds import bond
from consistency.normalise.kindred import Kindred
from consistency.normalise.likely import likely
from consistency.normalise.matter import acted_on_apart
from consistency.normalise.matters import Matter, matter, shown, with_what_stands_before
from consistency.normalise.verdicts import verdict

CLOSING = {"breaks", "partly", "fulfils"}
MAX_REPORTS = 600
"""Reports that share one word with a promise; a denser corpus is cut to the first of them in time."""


def progress(facts: Sequence[Fact], words: Progress, generic: frozenset[str]) -> Iterator[Relation]:
    """The relations `fulfils`, `breaks`, `partly`, `stalls` and `advances` from reports to promises."""
    promises = [f for f in facts if f.kind == "promise" and f.condition in ("none", "condition")]
    matters = {f.id: matter(f, words, generic) for f in facts if _reports(f) or f.kind in ("promise", "position")}
    matters |= with_what_stands_before(facts, matters)
    index = _index(facts, matters)
    alone = _only_promises(promises)
    kindred = Kindred(facts)
    for promise in promises:
        keys = matters[promise.id].words | matters[promise.id].near | {f"holder {promise.holder}"}
        reports = {f.id: f for key in sorted(keys) for f in index.get(key, ())[:MAX_REPORTS]}
        others = (r for r in reports.values() if r.id != promise.id and not _of_another(promise, r))
        later = [r for r in others if _later(r, promise)]
        sure = list(_told(promise, later, matters, alone, words))
        yield from sure
        if promise.condition == "none" and not any(r.name in CLOSING for r in sure):
            kin = [r for r in later if kindred.one_story(promise.article, r.article)]
            yield from likely(promise, kin, matters, words, kindred.common)


def _told(
    promise: Fact, later: Iterable[Fact], matters: dict[str, Matter], alone: frozenset[str], words: Progress
) -> Iterator[Relation]:
    """What the later reports that are surely about the promise tell of it."""
    for report in later:
        joined = bond(promise, report, matters, alone)
        joined = joined._replace(shared=shown(promise, report, joined.shared, words))
        found = verdict(promise, report, joined, matters, words)
        if found is not None:
            name, via, because = found
            yield Relation(name, report.id, promise.id, via, min(95, 40 + joined.strength // 2), because)


def _index(facts: Iterable[Fact], matters: dict[str, Matter]) -> dict[str, list[Fact]]:
    """Reports by their words; those that speak of a promise as one also by who is meant."""
    found: dict[str, list[Fact]] = defaultdict(list)
    for f in facts:
        if _reports(f):
            for word in matters[f.id].words | matters[f.id].near:
                found[word].append(f)
            if "promise" in f.cues:
                for name in {f.holder, *f.proposition.names, *f.context} - {None}:
                    found[f"holder {name}"].append(f)
    return found


def _only_promises(promises: Sequence[Fact]) -> frozenset[str]:
    """The promises of those who have made no other: what is told of "his promise" is told of it."""
    by: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for f in promises:
        if f.holder:
            by[f.holder].add((f.article, f.evidence[0].start))
    return frozenset(f.id for f in promises if f.holder and len(by[f.holder]) == 1)


def _reports(fact: Fact) -> bool:
    """Whether a fact can tell how a promise fares: what an article tells, and what somebody claims of what is."""
    if fact.condition != "none" or fact.disowned:
        return False
    unsure = fact.certainty in ("possible", "unknown") and "broken" not in fact.cues
    return not unsure and fact.kind in ("outcome", "event", "claim", "prediction", "promise")


def _of_another(promise: Fact, report: Fact) -> bool:
    """Whether names tell what is reported from what was promised: rents in one town, and in another."""
    return "promise" not in report.cues and acted_on_apart(promise, report)


def _later(report: Fact, promise: Fact) -> bool:
    """Whether a report can be about what came after the promise was made."""
    if report.article == promise.article:
        first, second = promise.evidence[0], report.evidence[0]
        apart = not first.overlaps(second) or ("promise" in report.cues and second.contains(first))
        return apart and (bool(report.cues) or report.proposition.tense == "past") and report.narrated
    made, told = promise.said or OPEN, report.said or OPEN
    if made.start is not None and told.end is not None and told.end < made.start:
        return False
    if OPEN not in (made, told) and made.start and told.start and told.end is None and told.start < made.start:
        return False
    about = report.proposition.about
    return about is None or about.end is None or made.start is None or about.end >= made.start
