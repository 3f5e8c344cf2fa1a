"""The rows of the tracker: each promise with its status, its deadline and its history."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from consistency.extract.fates import Progress
from consistency.facts import Fact, Relation
from consistency.findings import Event, PromiseRow, PromiseStep
from consistency.intervals import OPEN
from consistency.known import Known, said_on
from consistency.normalise.statuses import Statuses
from consistency.tracker.grouping import groups
from consistency.tracker.statuses import Told, status_of

MAX_MENTIONS = 4
"""Mentions of a promise that its row shows as evidence, before the report that decides it."""
Reports = Mapping[str, Sequence[Relation]]


def promises(
    facts: Mapping[str, Known],
    relations: Iterable[Relation],
    as_of: date | None,
    *,
    rules: Statuses,
    words: Progress,
    generic: frozenset[str],
) -> tuple[PromiseRow, ...]:
    """The promises among the facts with what became of them, by holder, deadline and words."""
    reports = _reports(facts, relations, rules)
    rows = [_row(group, reports, facts, as_of, rules) for group in groups(facts.values(), words, generic)]
    return tuple(sorted(rows, key=lambda r: (r.holder or "~", r.deadline or date.max, r.text, r.evidence)))


def _reports(facts: Mapping[str, Known], relations: Iterable[Relation], rules: Statuses) -> dict[str, list[Relation]]:
    """The reports on each promise, always from the report to the promise."""
    found: dict[str, list[Relation]] = {}
    for r in relations:
        if r.name == "excludes" and facts[r.left].fact.kind == "promise" and _narrated(facts[r.right].fact):
            found.setdefault(r.left, []).append(r._replace(left=r.right, right=r.left))
        elif r.name in rules.events and r.name != "excludes" and facts[r.right].fact.kind == "promise":
            found.setdefault(r.right, []).append(r)
    return found


def _narrated(fact: Fact) -> bool:
    return fact.narrated and fact.certainty == "certain" and fact.kind in ("outcome", "event")


def _row(
    group: Sequence[Known], reports: Reports, facts: Mapping[str, Known], as_of: date | None, rules: Statuses
) -> PromiseRow:
    dated = [k.fact for k in group if k.fact.deadline]
    deadline = dated[0].deadline if dated else None
    told = [t for k in group for r in reports.get(k.fact.id, ()) if (t := _told(r, k.fact, facts, deadline))]
    status, decider = status_of(told, deadline, rules)
    passed = (as_of - deadline).days if as_of and deadline and as_of > deadline else 0
    overdue = passed > 0 and status in ("not_yet_rated", "broken", "stalled", "in_the_works")
    best = max(group, key=lambda k: (k.fact.deadline is not None, k.fact.said is not None))
    made = sorted(day for k in group if (day := said_on(k.fact)))
    evidence = [e._replace(role="promise") for k in group for e in k.evidence][:MAX_MENTIONS]
    evidence += [e._replace(role="outcome") for e in facts[decider.report.id].evidence] if decider else []
    return PromiseRow(
        holder=group[0].fact.holder,
        text=" ".join(best.evidence[0].text.split()),
        deadline=deadline,
        overdue=overdue,
        status=status,
        because=decider.relation.because if decider else _silence(passed),
        evidence=tuple(evidence),
        made_first=made[0] if made else None,
        made_last=made[-1] if made else None,
        deadline_because=dated[0].deadline_because if dated else "",
        days_overdue=passed if overdue else 0,
        history=tuple(_history(group, told, facts, rules)),
    )


def _silence(passed: int) -> str:
    return "the deadline has passed, no report of it was matched" if passed else "no report of it was matched"


def _told(relation: Relation, promise: Fact, facts: Mapping[str, Known], deadline: date | None) -> Told | None:
    """The report of a relation, if it can be about what came of the promise."""
    report = facts[relation.left].fact
    said, made = report.said or OPEN, promise.said or OPEN
    if said.end is not None and made.start is not None and said.end < made.start:
        return None
    day = said.start or said.end or date.min
    if relation.name == "excludes" and deadline is not None and (said.end or day) <= deadline:
        return None
    return Told(relation, report, day)


def _history(
    group: Sequence[Known], told: Sequence[Told], facts: Mapping[str, Known], rules: Statuses
) -> Iterator[PromiseStep]:
    """What became of the promise: its mentions and the reports on it, by day; of one report the surest word."""
    steps: dict[tuple[str, int, int, str], PromiseStep] = {}
    for event, because, known in _mentions(group):
        e = known.evidence[0]._replace(role="promise")
        steps.setdefault((e.article, e.start, e.end, event), PromiseStep(said_on(known.fact), event, because, e))
    for t in sorted(told, key=lambda t: (-t.relation.strength, t.order)):
        e = facts[t.report.id].evidence[0]._replace(role="outcome")
        step = PromiseStep(said_on(t.report), rules.events[t.relation.name], t.relation.because, e)
        steps.setdefault((e.article, e.start, e.end, ""), step)
    yield from sorted(steps.values(), key=lambda s: (s.date or "9999", s.evidence.role != "promise", s))


def _mentions(group: Sequence[Known]) -> Iterator[tuple[Event, str, Known]]:
    """Each mention: made first, then repeated, with another day, or with a condition that it did not have."""
    first = group[0].fact
    due = first.deadline
    for n, known in enumerate(group):
        fact = known.fact
        if n == 0:
            yield "made", fact.deadline_because, known
        elif fact.deadline and due and fact.deadline > due:
            yield "moved", f"from {due.isoformat()} to {fact.deadline.isoformat()}", known
        elif fact.condition == "condition" and first.condition == "none":
            yield "condition", "it now hangs on a condition", known
        else:
            yield "repeated", "", known
        due = fact.deadline or due
