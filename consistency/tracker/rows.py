"""The rows of the tracker: each promise with its status, its deadline and its history."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import cast, get_args

from consistency.extract.fates import Progress
from consistency.facts import Fact, Relation
from consistency.findings import Event, PromiseRow, PromiseStep, Status
from consistency.given import Verdict
from consistency.intervals import OPEN
from consistency.known import Known, said_on
from consistency.normalise.statuses import Statuses
from consistency.normalise.verdicts import is_whole
from consistency.tracker.grouping import groups
from consistency.tracker.statuses import Told, status_of

MAX_MENTIONS = 4
"""Mentions of a promise that its row shows as evidence, before the report that decides it."""
DENIED = "denied"
Reports = Mapping[str, Sequence[Relation]]


def promises(
    facts: Mapping[str, Known],
    relations: Iterable[Relation],
    as_of: date | None,
    *,
    rules: Statuses,
    words: Progress,
    generic: frozenset[str],
    verdicts: Mapping[str, Verdict] | None = None,
) -> tuple[PromiseRow, ...]:
    """The promises among the facts with what became of them, by holder, deadline and words."""
    reports = _reports(facts, relations, rules)
    judged = verdicts or {}
    rows = [
        _judged(_row(group, reports, facts, as_of, rules), group, judged, as_of)
        for group in groups(facts.values(), words, generic)
    ]
    return tuple(sorted(rows, key=lambda r: (r.holder or "~", r.deadline or date.max, r.text, r.evidence)))


def _reports(facts: Mapping[str, Known], relations: Iterable[Relation], rules: Statuses) -> dict[str, list[Relation]]:
    """The reports on each promise, always from the report to the promise; and where its holder disowns it."""
    found: dict[str, list[Relation]] = {}
    for r in relations:
        if r.name == "excludes" and facts[r.left].fact.kind == "promise" and _disowns(facts[r.right].fact):
            found.setdefault(r.left, []).append(r._replace(name=DENIED, left=r.right, right=r.left))
        if r.name == "excludes" and facts[r.left].fact.kind == "promise" and _narrated(facts[r.right].fact):
            found.setdefault(r.left, []).append(r._replace(left=r.right, right=r.left))
        elif r.name == "contrasts" and r.via == "told" and facts[r.left].fact.kind == "promise":
            found.setdefault(r.left, []).append(r._replace(name="breaks", left=r.right, right=r.left))
        elif (
            r.name in rules.events
            and r.name != "excludes"
            and _can_report(r.name, facts[r.left].fact, facts[r.right].fact)
        ):
            found.setdefault(r.right, []).append(r)
    return found


def _can_report(name: str, report: Fact, promise: Fact) -> bool:
    """Whether the one is a promise and the other something else than its own words; a part does not keep a whole."""
    same = report.article == promise.article and promise.evidence[0].contains(report.evidence[0])
    part = "share" in report.cues and is_whole(promise) and "kept" not in report.cues
    return promise.kind == "promise" and not same and not (part and name == "fulfils")


def _disowns(fact: Fact) -> bool:
    return fact.disowned or fact.retrospect.startswith("never")


def _narrated(fact: Fact) -> bool:
    """Whether it tells what is so, and not what somebody thinks of it: "nurses oppose the closure"."""
    if "stance" in dict(fact.proposition.poles):
        return False
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
        holder=next((k.fact.holder for k in group if k.fact.holder), None),
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
        over_time=tuple(_over_time(group[0].fact, told, deadline, rules)),
    )


def _over_time(
    first: Fact, told: Sequence[Told], deadline: date | None, rules: Statuses
) -> Iterator[tuple[date, Status]]:
    """Each status that the promise had, with the day from which on it was so, as the reports came in."""
    made = (first.said.end or first.said.start) if first.said else None
    before: Status | None = None
    for day in sorted({t.day for t in told} | ({made} if made else set())):
        status, _ = status_of([t for t in told if t.day <= day], deadline, rules)
        if status != before and day != date.min:
            yield day, status
            before = status


def _judged(row: PromiseRow, group: Sequence[Known], verdicts: Mapping[str, Verdict], as_of: date | None) -> PromiseRow:
    """The row with a person's verdict, if one was given on any of its mentions by this day; "not yet rated" is none."""
    found = [v for k in group if (v := verdicts.get(k.fact.id)) and v.status in get_args(Status)]
    found = [v for v in found if v.day is None or as_of is None or v.day <= as_of]
    if not found or found[0].status in ("not_yet_rated", row.status):
        return row
    verdict = found[0]
    promised = tuple(e for e in row.evidence if e.role == "promise")
    overdue = row.overdue and verdict.status not in ("kept", "compromise")
    return replace(
        row, status=cast("Status", verdict.status), because=verdict.because, overdue=overdue,
        days_overdue=row.days_overdue if overdue else 0,
        evidence=(*promised, verdict.row._replace(role="outcome")),
    )  # fmt: skip


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
        step = PromiseStep(said_on(t.report), rules.events.get(t.relation.name, "denied"), t.relation.because, e)
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
