"""The promise tracker: one row a promise, however often it is repeated, with its status as of a date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from consistency.facts import Fact, Relation
from consistency.findings import Evidence, PromiseRow, Status
from consistency.known import Known, said_on


def promises(facts: Mapping[str, Known], relations: Iterable[Relation], as_of: date | None) -> tuple[PromiseRow, ...]:
    """The promises among the facts with what became of them, by holder, deadline and words."""
    deciding: dict[str, list[Relation]] = {}
    for r in relations:
        left, right = facts[r.left].fact, facts[r.right].fact
        if r.name == "excludes" and left.kind == "promise" and _reports(right, left):
            deciding.setdefault(left.id, []).append(r)
        if r.name in ("fulfils", "stalls", "advances") and right.kind == "promise" and _reports(left, right):
            deciding.setdefault(right.id, []).append(r)
    rows = [_row(group, deciding, facts, as_of) for group in _groups(facts)]
    return tuple(sorted(rows, key=lambda r: (r.holder or "~", r.deadline or date.max, r.text, r.evidence)))


def _reports(outcome: Fact, promise: Fact) -> bool:
    """Whether a fact is a report, in an article's own voice, of what happened after the promise was made."""
    if not outcome.narrated or outcome.certainty != "certain" or outcome.kind not in ("outcome", "event"):
        return False
    made = promise.said.start if promise.said else None
    told = outcome.said.end if outcome.said else None
    return made is None or told is None or told >= made


def _groups(facts: Mapping[str, Known]) -> list[list[Known]]:
    """Mentions of one promise: the same holder, and the same words or the same theme with most terms shared."""
    groups: list[list[Known]] = []
    for known in sorted(facts.values(), key=lambda k: (said_on(k.fact) or "9999", k.fact.article, k.fact.evidence)):
        fact = known.fact
        if fact.kind != "promise" or fact.condition in ("question", "counterfactual"):
            continue
        for group in groups:
            if any(_same(fact, other.fact) for other in group):
                group.append(known)
                break
        else:
            groups.append([known])
    return groups


def _same(a: Fact, b: Fact) -> bool:
    if a.holder != b.holder:
        return False
    if a.article == b.article and a.evidence[0].overlaps(b.evidence[0]):
        return True
    p, q = a.proposition, b.proposition
    if not p.theme or p.theme != q.theme or a.holder is None:
        return False
    x, y = set(p.terms), set(q.terms)
    return bool(set(dict(p.poles).items()) & set(dict(q.poles).items())) and len(x & y) >= 0.5 * max(
        1, min(len(x), len(y))
    )


def _row(
    group: Sequence[Known], deciding: Mapping[str, list[Relation]], facts: Mapping[str, Known], as_of: date | None
) -> PromiseRow:
    deadlines = [k.fact.deadline for k in group if k.fact.deadline]
    deadline = min(deadlines, default=None)
    overdue = bool(deadline and as_of and deadline < as_of)
    links = sorted((r for k in group for r in deciding.get(k.fact.id, ())), key=lambda r: (-r.strength, r))
    status, because, decider = _status(links, facts, deadline, overdue)
    evidence = [_role(e, "promise") for k in group for e in k.evidence][:4]
    if decider is not None:
        evidence += [_role(e, "outcome") for e in decider.evidence]
    best = max(group, key=lambda k: (k.fact.deadline is not None, k.fact.said is not None))
    text = " ".join(best.evidence[0].text.split())
    return PromiseRow(
        group[0].fact.holder,
        text,
        deadline,
        overdue and status in ("not_yet_rated", "broken"),
        status,
        because,
        tuple(evidence),
    )


def _status(
    links: Sequence[Relation], facts: Mapping[str, Known], deadline: date | None, overdue: bool
) -> tuple[Status, str, Known | None]:
    for r in links:
        if r.name == "excludes":
            outcome = facts[r.right]
            told = outcome.fact.said.end if outcome.fact.said else None
            if deadline is None or (told is not None and told > deadline):
                return "broken", r.because, outcome
    for name, status in (("fulfils", "kept"), ("stalls", "stalled"), ("advances", "in_the_works")):
        for r in links:
            if r.name == name:
                return status, r.because, facts[r.left]  # type: ignore[return-value]
    return (
        "not_yet_rated",
        "the deadline has passed, no report of it was matched" if overdue else "no report of it was matched",
        None,
    )


def _role(evidence: Evidence, role: str) -> Evidence:
    return evidence._replace(role=role)
