"""Findings: the strongest groups of matches with their message, sentence, evidence and explanation."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from consistency.article import Basis, Interval
from consistency.conclude.candidate import Candidate, candidate
from consistency.conclude.explanation import explanation, one_line
from consistency.conclude.grouping import MAX_EVIDENCE, Group, grouped
from consistency.conclude.sentence import sentence
from consistency.conclude.wording import plain, wording
from consistency.engine import Match
from consistency.facts import Fact, Relation
from consistency.findings import SEVERITIES, Evidence, Finding, Severity
from consistency.known import Known, said_on
from consistency.rulelang.fields import EPOCH, FIELDS, Row
from consistency.rulelang.messages import fill
from consistency.rulelang.model import Rule

MOST = 200
"""Findings in a report; how many more there were is said."""


@dataclass(frozen=True)
class Material:
    """What findings are made of: facts and relations by number, facts that repeat another by its id, dates."""

    rules: Mapping[str, Rule]
    facts: Mapping[int, Known]
    relations: Mapping[int, Relation]
    rows: Mapping[int, Row]
    copies: Mapping[str, Sequence[Known]] = field(default_factory=dict)
    published: Mapping[str, Interval] = field(default_factory=dict)
    bases: Mapping[str, Basis] = field(default_factory=dict)
    lexicons: tuple[Path, ...] = ()


class Concluded(NamedTuple):
    """The findings, the loudest first, and how many of each severity there were beyond them."""

    findings: tuple[Finding, ...]
    left_out: tuple[tuple[Severity, int], ...]


def findings(matches: Iterable[Match], material: Material, most: int | None = MOST) -> Concluded:
    """One finding for each matter, at most so many; raises LexiconError."""
    facts, relations, loose = material.facts, material.relations, _loose(material)

    def made(match: Match) -> Candidate:
        return candidate(match, material.rules[match.rule_id], facts, relations, loose)

    ranked = sorted(grouped(matches, made, facts), key=_order)
    shown, rest = ranked[:most], ranked[len(ranked) if most is None else most :]
    beyond = Counter(g.best.severity for g in rest)
    return Concluded(
        tuple(_finding(group, material) for group in shown),
        tuple((s, beyond[s]) for s in reversed(SEVERITIES) if beyond[s]),
    )


def _loose(material: Material) -> frozenset[str]:
    """The articles that only their own evidence dates, and not to the week."""

    def wide(days: Interval) -> bool:
        return days.start is None or days.end is None or (days.end - days.start).days > 6

    return frozenset(a for a, basis in material.bases.items() if basis == "inferred" and wide(material.published[a]))


def _order(group: Group) -> tuple[object, ...]:
    best = group.best
    told_by = len({s[0] for m in group.members for s in m.stretches})
    return (
        -SEVERITIES.index(best.severity),
        -best.confidence,
        -told_by,
        best.rule.category,
        best.stretches,
        best.rule.id,
    )


def _finding(group: Group, material: Material) -> Finding:
    best = group.best
    words = wording(material.lexicons)
    said = sentence(best, material.published, words)
    evidence = _evidence(group, material)
    return Finding(
        rule=best.rule.id,
        category=best.rule.category,
        severity=best.severity,
        message=fill(best.rule.message, _values(best, material.rows)),
        explanation=f"{said} {one_line(best)}",
        confidence=best.confidence,
        evidence=tuple(evidence[:MAX_EVIDENCE]),
        because=best.because,
        sentence=said,
        unshown=max(0, len(evidence) - MAX_EVIDENCE),
        also=tuple(dict.fromkeys(group.also)),
        explained=explanation(best, material.published, material.bases, words),
    )


def _evidence(group: Group, material: Material) -> list[Evidence]:
    """The evidence of all facts of the group, the decisive ones first, then of those that repeat them, each once."""
    known = group.known(material.facts)
    found: dict[tuple[str, int, int], Evidence] = {}
    for role, k in [*known, *_repeating(known, material.copies)]:
        for e in k.evidence:
            found.setdefault((e.article, e.start, e.end), e._replace(role=role))
    return list(found.values())


def _repeating(
    known: Sequence[tuple[str, Known]], copies: Mapping[str, Sequence[Known]]
) -> Iterator[tuple[str, Known]]:
    """What repeats the facts of a role, from the first day on which one of these was said to the last."""
    days: dict[str, list[str]] = defaultdict(list)
    for role, k in known:
        days[role].append(said_on(k.fact) or "")
    for role, k in known:
        for other in copies.get(k.fact.id, ()):
            if min(days[role]) <= (said_on(other.fact) or "") <= max(days[role]):
                yield role, other


def _values(found: Candidate, rows: Mapping[int, Row]) -> dict[tuple[str, str], str]:
    """What the message of a rule can show."""
    values: dict[tuple[str, str], str] = {}
    for alias, number in found.match.numbers.items():
        for name in FIELDS:
            values[alias, name] = _shown(name, rows[number].get(name))
    for alias, known in found.held:
        fact = known.fact
        values[alias, "holder"] = fact.holder or "an unnamed source"
        values[alias, "text"] = " ... ".join(plain(e.text) for e in known.evidence)
        values[alias, "date"] = _when(fact)
        values[alias, "source"] = fact.holder or fact.publisher or fact.article
        day = fact.deadline.isoformat() if fact.deadline else "no date"
        values[alias, "deadline_text"] = fact.deadline_because or day
        values[alias, "publisher"] = fact.publisher or fact.article
    for alias, link in found.links:
        values[alias, "because"] = link.because
    return values


def _shown(name: str, value: object) -> str:
    if FIELDS[name].type == "date" and isinstance(value, int):
        return (EPOCH + timedelta(days=value)).isoformat()
    return "" if value is None else str(value)


def _when(fact: Fact) -> str:
    """The day, month or year in which it was said, as far as it is known."""
    start, end = fact.said or (None, None)
    if day := said_on(fact):
        return day
    if start is None or end is None or start.year != end.year:
        return "an unknown date"
    return f"{start:%Y-%m}" if start.month == end.month else f"{start.year}"
