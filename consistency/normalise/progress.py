"""How promises fare: which later reports tell that one was kept, broken, partly kept, stalled, moved or worked on.

A report is linked with a promise by what both name; whether the words that they share are rare in the corpus plays no
part, so that an unrelated article changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from consistency.extract.fates import Progress
from consistency.facts import Fact, Proposition, Relation
from consistency.intervals import OPEN

SURE, LIKELY, LOOSE = 60, 42, 26
"""How strong a bond must be: for words alone, with a deed that agrees, with a cue that speaks of the promise."""
MAX_REPORTS = 600
"""Reports that share one word with a promise; a denser corpus is cut to the first of them in time."""
MAX_BEFORE, NEAR = 12, 260
"""How many facts, and how many characters, before a sentence tell what its "promise" was about."""
FEW = 2
"""Words that a sentence may name itself where it refers back to those before."""
IMPERSONAL = {"Mr", "Ms", "Mrs", "Sir", "Dr", "Chief", "Executive", "Cllr", "President", "Minister", "Prime"}
BODIES = {"government", "ministry", "council", "company", "firm", "club", "party", "administration", "cabinet", "board",
          "department", "bank", "authority", "city", "state", "county", "coalition", "agency"}  # fmt: skip
ATTITUDES = {"stance", "tell", "truth", "know", "meet"}
BROUGHT = {("exist", 1), ("pass", 1), ("permit", 1), ("pay", 1), ("change", 1), ("open", 1)}
CHANGES = {("change", 1), ("change", -1), ("exist", -1), ("open", -1), ("stay", -1), ("post", -1), ("sell", 1),
           ("keep", -1)}  # fmt: skip


class Matter(NamedTuple):
    """What a fact is about, for comparison: its words and, of them, those of its theme, subject and objects.

    `deed` is what is done, `near` what is named just before where the fact refers back to it.
    """

    words: frozenset[str]
    core: frozenset[str]
    names: frozenset[str]
    deed: frozenset[str]
    near: frozenset[str] = frozenset()


class Bond(NamedTuple):
    """How sure it is that a report is about what was promised (0 to 100), and what both name."""

    strength: int
    shared: tuple[str, ...]
    core: bool


def progress(facts: Sequence[Fact], words: Progress, generic: frozenset[str]) -> Iterator[Relation]:
    """The relations `fulfils`, `breaks`, `partly`, `stalls` and `advances` from reports to promises."""
    promises = [f for f in facts if f.kind == "promise" and f.condition in ("none", "condition")]
    matters = {f.id: matter(f, words, generic) for f in facts if _reports(f) or f.kind == "promise"}
    matters |= _with_what_stands_before(facts, matters)
    index = _index(facts, matters)
    alone = _only_promises(promises)
    for promise in promises:
        keys = matters[promise.id].words | {f"holder {promise.holder}"}
        reports = {f.id: f for key in sorted(keys) for f in index.get(key, ())[:MAX_REPORTS]}
        for report in reports.values():
            if report.id != promise.id and _later(report, promise):
                joined = bond(promise, report, matters, alone)
                joined = joined._replace(shared=_shown(promise, report, joined.shared, words))
                found = _verdict(promise, report, joined, matters, words)
                if found is not None:
                    name, via, because = found
                    yield Relation(name, report.id, promise.id, via, min(95, 40 + joined.strength // 2), because)


def _with_what_stands_before(facts: Sequence[Fact], matters: dict[str, Matter]) -> dict[str, Matter]:
    """What speaks of a promise, and names little itself, is about what the sentences just before it name."""
    found: dict[str, Matter] = {}
    for n, fact in enumerate(facts):
        speaks = set(fact.cues) & {"promise", "kept", "broken"}
        if not speaks or fact.id not in matters or len(matters[fact.id].words) > FEW:
            continue
        start = fact.evidence[0].start
        before = [
            f for f in facts[max(0, n - MAX_BEFORE) : n]
            if f.article == fact.article and 0 <= start - f.evidence[0].end < NEAR and f.id in matters
        ]  # fmt: skip
        near = frozenset(w for f in before for w in matters[f.id].words)
        found[fact.id] = matters[fact.id]._replace(near=near - matters[fact.id].words)
    return found


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


def matter(fact: Fact, words: Progress, generic: frozenset[str]) -> Matter:
    """What a fact is about, under the names of families of words."""
    p = fact.proposition
    who = {fact.holder, fact.publisher, *(w for n in (fact.holder or "", fact.publisher or "") for w in n.split())}
    lowered = {str(w).lower() for w in who if w}

    def kept(items: Iterable[str]) -> frozenset[str]:
        plain = {i for i in items if i and i.lower() not in generic and i.lower() not in words.generic}
        plain = {i for i in plain if i.lower() not in lowered and not _year(i)}
        return frozenset(name for i in plain for name in words.family.get(i, {i}))

    names = frozenset(n for n in p.names if n not in IMPERSONAL and n not in who)
    core = kept(t for t in (p.theme, *p.subject, *p.objects) if t[:1].islower() or t[:1].isdigit())
    core |= kept(t.lower() for t in p.theme_names)
    verbs = (p.predicate,) if p.predicate not in words.promising | words.forgoing else (p.theme, *p.objects)
    deed = frozenset(name for v in verbs if v and v not in generic for name in words.family.get(v, {v}))
    return Matter(kept(p.terms) | core | deed, core, names, deed)


def _shown(promise: Fact, report: Fact, shared: tuple[str, ...], words: Progress) -> tuple[str, ...]:
    """What both name in the words of the promise, in those of the report where it has none."""
    found: list[str] = []
    for name in shared:
        own = [w for f in (promise, report) for w in _said(f) if w == name or name in words.family.get(w, ())]
        found += own[:1] or [name]
    lowered = {part.lower() for w in found if w[:1].isupper() for part in w.split()}
    return tuple(dict.fromkeys(w for w in found if w not in lowered))


def _said(fact: Fact) -> tuple[str, ...]:
    p = fact.proposition
    return (*p.terms, p.theme, *p.subject, *p.objects, p.predicate)


def _year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")


def bond(promise: Fact, report: Fact, matters: dict[str, Matter], alone: frozenset[str]) -> Bond:
    """The bond between a promise and a report; words of the theme count twice, the holder's part in it a little."""
    mine, theirs = matters[promise.id], matters[report.id]
    core = (mine.core & theirs.words) | (theirs.core & mine.words)
    shared = (mine.words & theirs.words) - core
    named = {w.lower() for n in mine.names & theirs.names for w in n.split()}
    plain = {w for w in shared if w not in named}
    figures = {w for w in plain if w[:1].isdigit()}
    strength = 24 * min(2, len(core - named)) + 12 * min(3, len(plain)) + 6 * len(figures)
    strength += 12 * min(2, len(mine.names & theirs.names)) + 14 * bool(mine.deed & theirs.deed)
    strength += 8 * _by_holder(promise, report) or 6 * bool(set(report.proposition.subject) & BODIES)
    if "promise" in report.cues:
        strength += 14 + 8 * min(3, len(mine.words & theirs.near))
        if promise.id in alone and promise.holder in {report.holder, *report.proposition.names}:
            strength += 20
    if mine.words and len((mine.words & theirs.words) | core) >= 0.6 * len(mine.words):
        strength += 10
    if report.kind == "claim" and report.named and report.holder != promise.holder:
        strength -= 8  # what others claim of it
    if "promise" in report.cues:
        shared |= mine.words & theirs.near
    shown = tuple(sorted({*core, *shared, *(mine.names & theirs.names)}))
    return Bond(max(0, min(95, strength)), shown, bool(core))


def _by_holder(promise: Fact, report: Fact) -> bool:
    """Whether the one who promised stands in the report, or is called there by the sort of body that it is."""
    if promise.holder is None:
        return False
    q = report.proposition
    last = promise.holder.split()[-1].lower()
    return promise.holder in {report.holder, *q.names, *q.subject, *report.context} or last in q.subject


Verdict = tuple[str, str, str]


def _verdict(promise: Fact, report: Fact, joined: Bond, matters: dict[str, Matter], words: Progress) -> Verdict | None:
    """What a report makes of a promise: the relation, by what it was found, and why."""
    if joined.strength < LOOSE or not (joined.shared or "promise" in report.cues):
        return None
    about = ", ".join(joined.shared) or "the promise"
    told = _told(promise, report, joined)
    if told is not None:
        return told[0], "cue", f"{told[1]} (both name {about})"
    if joined.strength < LIKELY:
        return None
    if not joined.core and len(joined.shared) < 2:
        return None
    deed = _deed(promise, report, joined, matters, words)
    return (deed[0], "deed", f"{deed[1]} (both name {about})") if deed is not None else None


def _told(promise: Fact, report: Fact, joined: Bond) -> tuple[str, str] | None:
    """What the report's own words tell of the promise: cues, as far as the bond bears them."""
    if report.kind in ("prediction", "promise"):
        return None
    cues, late = set(report.cues), _after_deadline(promise, report)
    tied = joined.core or len(joined.shared) > 2 or _by_holder(promise, report) or _speaks_of(report, promise)
    sure = tied and (joined.strength >= LIKELY or ("promise" in cues and joined.strength >= LOOSE))
    own = report.holder == promise.holder
    if "broken" in cues and sure:
        return "breaks", "it is reported as not kept"
    if "overdue" in cues and (sure or (late and joined.core)) and _positive(promise):
        if promise.deadline is not None and not late:
            return None
        return ("breaks", "it is reported as still not done") if late else ("stalls", "it is reported as not done yet")
    if "stalled" in cues and sure:
        return ("breaks", "it is reported as put off") if late else ("stalls", "it is reported without movement")
    if "partly" in cues and sure and report.proposition.positive:
        return "partly", "it is reported as done in part"
    theirs = _by_holder(promise, report) or len(joined.shared) > 1
    if "kept" in cues and sure and theirs and report.proposition.positive and not own:
        return "fulfils", "it is reported as done as promised"
    if "advances" in cues and sure and report.proposition.positive and not late:
        return "advances", "steps towards it are reported"
    return None


def _speaks_of(report: Fact, promise: Fact) -> bool:
    """Whether the promise stands in the very words of the report: "the pledge to move them has been with a group"."""
    return report.article == promise.article and report.evidence[0].contains(promise.evidence[0])


def _positive(promise: Fact) -> bool:
    return promise.proposition.positive


def _after_deadline(promise: Fact, report: Fact) -> bool:
    """Whether a report is certainly from after the day by which it was promised."""
    told = report.said.start if report.said else None
    return promise.deadline is not None and told is not None and told > promise.deadline


def _deed(
    promise: Fact, report: Fact, joined: Bond, matters: dict[str, Matter], words: Progress
) -> tuple[str, str] | None:
    """What the report's deed is against the one that was promised."""
    p, q = promise.proposition, report.proposition
    mine, theirs = matters[promise.id], matters[report.id]
    brought = bool(set(q.poles) & BROUGHT) and bool(mine.deed & theirs.core)
    same = bool(mine.deed & theirs.deed) or brought
    agree = promise.condition == "none" and joined.core and (bool(set(p.poles) & set(q.poles)) or _one_side(p, q))
    oppose = joined.core and any((name, -pole) in q.poles for name, pole in p.poles)
    ahead = report.kind in ("prediction", "promise") or q.tense == "future"
    if ahead and not (report.narrated or report.holder == promise.holder):
        return None
    late = _after_deadline(promise, report)
    if p.predicate in words.maintain and p.positive:
        if q.positive and joined.core and set(q.poles) & CHANGES:
            return "breaks", f'what was to stay is reported to change: "{q.predicate}"'
        return ("fulfils", "it is reported unchanged") if same and q.positive and not ahead else None
    if not p.positive or p.predicate in words.forgoing:
        attitude = bool({name for name, _ in q.poles} & ATTITUDES)
        named = bool(mine.deed & theirs.words) or (joined.strength >= SURE and joined.core)
        happens = same or (named and not attitude)
        if q.positive and happens and not _still_to_come(promise, late):
            return "breaks", f'what was not to be is reported: "{q.predicate}"'
        return None
    if not q.positive:
        if not (same or oppose or joined.strength >= SURE):
            return None
        if late or ahead:
            return "breaks", "it is reported not done"
        return ("stalls", "it is reported as not done") if promise.deadline is None else None
    if oppose and not same and promise.deadline is not None and not late:
        return None
    if oppose and not same:
        return "breaks", f'the opposite is reported: "{q.predicate}"'
    if ahead or "overdue" in report.cues or not (agree or same):
        return None
    if report.holder == promise.holder and not report.narrated:
        return "advances", "who promised it says that it is done"
    return _done(promise, report)


def _one_side(p: Proposition, q: Proposition) -> bool:
    """Whether the two take one side of one question about one thing: "restored" and "bring back"."""
    return any(
        (x.question, x.side) == (y.question, y.side) and {*x.affected} & {*y.affected}
        for x in p.senses
        for y in q.senses
    )


def _still_to_come(promise: Fact, late: bool) -> bool:
    """Whether what is not to be any more by a day may still be before it."""
    return (
        promise.deadline is not None
        and not late
        and not any(word in promise.deadline_because for word in ("until", "till", "before", "during", "through"))
    )


def _done(promise: Fact, report: Fact) -> tuple[str, str] | None:
    """Done, or done in part where a smaller number is reported than was promised."""
    about = report.proposition.about
    if promise.deadline and about and about.start and about.start > promise.deadline:
        return "breaks", "it is reported as done after its day"
    wanted, got = promise.proposition.quantity, report.proposition.quantity
    if wanted and got and wanted.of == got.of and wanted.unit == got.unit and got.high < wanted.low:
        return "partly", "a smaller number is reported than was promised"
    return "fulfils", "it is reported as done"
