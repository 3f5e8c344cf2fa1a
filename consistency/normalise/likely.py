"""The report that most likely decides a promise of which no report tells for sure: the best of all, if good enough.

A report that decides a promise often shares only one thing with it, yet tells it plainly by its form. Each form has a
weight and what both name has one; a report decides where the sum of both reaches the bar and none is better.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from consistency.extract.fates import Progress
from consistency.facts import Fact, Relation
from consistency.normalise.bonds import by_holder
from consistency.normalise.matters import Matter
from consistency.normalise.verdicts import ATTITUDES, BROUGHT, after_deadline, is_whole, is_year, still_to_come

BAR = 10
"""What a report must score at least, of the tie to the promise and of how plainly it tells."""
BASE = 40
MOST_DIGITS = 15


class Form(NamedTuple):
    """How a report tells what became of a promise: the relation, how plainly it does, and why."""

    name: str
    weight: int
    because: str


def likely(
    promise: Fact, reports: Iterable[Fact], matters: dict[str, Matter], words: Progress, common: frozenset[str]
) -> Iterator[Relation]:
    """The relation from the report that tells most plainly what became of the promise; none below the bar.

    `common` are words that say nothing of what a clause is about.
    """
    best: tuple[tuple[object, ...], Relation] | None = None
    for report in reports:
        tied = tie(promise, report, matters, words, common)
        if not _tied(promise, report, tied, matters[promise.id].deed):
            continue
        for form in forms(promise, report, matters, words):
            if not _bears(form, promise, report, tied, matters[promise.id], words):
                continue
            total = tied.score + form.weight
            said = str(report.said.start) if report.said else ""
            rank = (total, said, report.article, -report.evidence[0].start)
            if total >= BAR and (best is None or rank > best[0]):
                about = ", ".join(tied.shown) or "the promise"
                because = f"{form.because} (both name {about})"
                best = rank, Relation(form.name, report.id, promise.id, "likely", min(75, BASE + 2 * total), because)
    if best is not None:
        yield best[1]


class Tie(NamedTuple):
    """What ties a report to a promise: the things that both name, those near one of them, all, and the weight."""

    things: frozenset[str]
    near: frozenset[str]
    shown: tuple[str, ...]
    score: int


def tie(promise: Fact, report: Fact, matters: dict[str, Matter], words: Progress, common: frozenset[str]) -> Tie:
    """How much ties a report to a promise: things weigh more than other words, and those more than what stands near."""
    mine, theirs = matters[promise.id], matters[report.id]
    named = {w.lower() for n in (*mine.names, *theirs.names, *promise.context, *report.context) for w in n.split()}
    named |= common
    named |= {name for w in named for name in words.family.get(w, ())}
    shared = {w for w in mine.words & theirs.words if w.lower() not in named and not w[:1].isdigit()}
    own = (mine.core or mine.words) | (mine.deed & (theirs.core | theirs.deed))
    forbids = not promise.proposition.positive
    things = frozenset(shared & (own | (theirs.deed if forbids else frozenset())))
    figures = {w for w in mine.words & theirs.words if w[:1].isdigit()}
    near: set[str] = set()
    if promise.article != report.article:
        near = {w for w in mine.near & (theirs.core | theirs.deed) if w.lower() not in named} - shared
    names = (mine.names & theirs.names) - {promise.holder, promise.body}
    score = 4 * min(2, len(things)) + 3 * min(2, len(shared - things)) + 2 * min(3, len(near)) + 2 * min(2, len(names))
    score += 3 * bool(figures) + 4 * of_holder(promise, report) + 2 * ("promise" in report.cues)
    return Tie(things, frozenset(near), tuple(sorted({*shared, *near, *names})), score)


def _tied(promise: Fact, report: Fact, tied: Tie, deed: frozenset[str]) -> bool:
    """Whether more than a deed ties the report, which is told elsewhere or speaks of a promise, to the promise."""
    if promise.article == report.article and "promise" not in report.cues:
        return False
    if tied.things - deed:
        return True
    return bool(tied.things or tied.near) and (len(tied.shown) > 1 or of_holder(promise, report))


def _bears(form: Form, promise: Fact, report: Fact, tied: Tie, mine: Matter, words: Progress) -> bool:
    """Whether who tells it, and what it names, bear this form: what is done must be of the thing itself."""
    if form.name == "fulfils":
        return bool(tied.things - mine.deed if mine.core - mine.deed else tied.things)
    return may_tell(promise, report, words) or report.kind == "promise"


def of_holder(promise: Fact, report: Fact) -> bool:
    """Whether the report is about the one who promised, or about the body for which they spoke."""
    body = promise.body
    q = report.proposition
    return by_holder(promise, report) or (
        body is not None and body in {report.holder, *q.names, *q.subject, *report.context}
    )


def may_tell(promise: Fact, report: Fact, words: Progress) -> bool:
    """Whether what the report says is known: told by the article or a record, found by somebody, or owned up to."""
    found = report.telling.lemma in words.finding
    return report.narrated or found or bool(report.holder and report.holder in (promise.holder, promise.body))


def forms(promise: Fact, report: Fact, matters: dict[str, Matter], words: Progress) -> Iterator[Form]:
    """What the report's own form says, for each way in which it can be read."""
    if promise.proposition.positive and promise.proposition.predicate not in words.forgoing:
        yield from _of_what_was_to_be(promise, report, matters, words)
    else:
        yield from _of_what_was_not_to_be(promise, report, matters)


def _of_what_was_not_to_be(promise: Fact, report: Fact, matters: dict[str, Matter]) -> Iterator[Form]:
    mine, theirs = matters[promise.id], matters[report.id]
    happens = bool((mine.deed | mine.words) & theirs.deed) or bool(mine.deed & theirs.core)
    brought = bool(set(report.proposition.poles) & BROUGHT) and bool(mine.deed & theirs.words)
    happens = happens or brought or opposed(promise, report)
    if {name for name, _ in report.proposition.poles} & ATTITUDES:
        return  # "nurses oppose the closure"
    ahead = report.kind in ("prediction", "promise") and not report.narrated
    if report.proposition.positive and happens and not ahead and not still_to_come(promise, report):
        yield Form("breaks", 6, f'what was not to be is reported: "{report.proposition.predicate}"')


def _of_what_was_to_be(promise: Fact, report: Fact, matters: dict[str, Matter], words: Progress) -> Iterator[Form]:
    mine, theirs = matters[promise.id], matters[report.id]
    same = bool(mine.deed & theirs.deed)
    q, cues = report.proposition, set(report.cues)
    against = opposed(promise, report) and q.predicate not in words.promising
    late = after_deadline(promise, report)
    due = late or promise.deadline is None
    own = report.holder is not None and report.holder == promise.holder
    lasting = promise.proposition.predicate in words.maintain
    whole = is_whole(promise)
    if same and _moved(promise, report):
        yield Form("breaks", 9, "a later day is told for it")
    if report.kind in ("prediction", "promise") or q.tense == "future":
        if against and q.positive and report.narrated and due:
            yield Form("breaks", 6, f'the opposite is reported: "{q.predicate}"')
    elif "broken" in cues and not own and due:
        yield Form("breaks", 4 + 2 * (same or "promise" in cues), "it is reported as not kept")
    elif against and q.positive and due:
        yield Form("breaks", 7, f'the opposite is reported: "{q.predicate}"')
    elif whole and "share" in cues and not lasting:
        if late or "promise" in cues:
            yield Form("breaks", 9, "only a part of it is reported")
    elif late and cues & {"overdue", "still"} and not lasting:
        yield Form("breaks", 6 + 2 * same, "it is reported as still not done")
    elif not q.positive:
        if late or ("ever" in cues and promise.deadline is None):
            yield Form("breaks", 7, "it is reported not done")
    elif not cues & {"overdue", "still", "stalled", "partly", "share", "broken"} and not own:
        done = "done" in cues or (same and "advances" not in cues) or ("kept" in cues and of_holder(promise, report))
        done = done and not _fewer(promise, report)
        if done and report.certainty == "certain" and not _too_late(promise, report, late):
            yield Form("fulfils", 5, "it is reported as done")


def _fewer(promise: Fact, report: Fact) -> bool:
    """Whether smaller figures are reported than were promised."""
    mine, theirs = _figures(promise), _figures(report)
    return bool(mine and theirs) and max(theirs) < max(mine)


def _figures(fact: Fact) -> list[int]:
    plain = (term.replace(",", "") for term in fact.proposition.terms)
    return [int(n) for n in plain if n.isdecimal() and len(n) < MOST_DIGITS and not is_year(n)]


def opposed(promise: Fact, report: Fact) -> bool:
    """Whether the reported deed undoes or excludes the one that was promised of the same thing."""
    p, q = promise.proposition, report.proposition
    if not {*p.objects, *p.subject} & {*q.objects, *q.subject}:
        return False
    senses = ((s, t) for s in p.senses for t in q.senses)
    return any((name, -pole) in q.poles for name, pole in p.poles) or any(
        s.question == t.question and s.side * t.side < 0 for s, t in senses
    )


def _moved(promise: Fact, report: Fact) -> bool:
    """Whether what was due by a day is told, after it, for a later day."""
    if promise.deadline is None or not after_deadline(promise, report):
        return False
    about = report.proposition.about
    due = report.deadline or (about.end if about else None)
    return due is not None and due > promise.deadline


def _too_late(promise: Fact, report: Fact, late: bool) -> bool:
    about = report.proposition.about
    if promise.deadline is None:
        return False
    if about is not None and about.start is not None:
        return about.start > promise.deadline
    return late
