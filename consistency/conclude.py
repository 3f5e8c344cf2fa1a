"""From matches to findings: messages, explanations, confidence, and one finding for one matter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from consistency.engine import Match
from consistency.facts import Fact, Relation
from consistency.findings import SEVERITIES, Category, Evidence, Finding, Severity
from consistency.known import Known, said_on
from consistency.rulelang.fields import EPOCH, FIELDS, Row
from consistency.rulelang.messages import fill
from consistency.rulelang.model import Rule

CERTAINTY = {"certain": 1.0, "probable": 0.9, "possible": 0.75, "unknown": 0.7}
SURE, LIKELY = 0.8, 0.6
"""Below SURE a finding is at most a warning, below LIKELY at most info."""
MAX_EVIDENCE = 6
STRONGEST: tuple[Category, ...] = (
    "unmet_promise", "self_contradiction", "position_reversal", "claim_vs_outcome", "failed_prediction",
    "speaker_dispute", "words_vs_actions", "number_conflict", "timing_conflict", "venue_conflict", "quote_drift",
    "content_conflict", "tension",
)  # fmt: skip


def findings(
    matches: Iterable[Match], rules: Mapping[str, Rule], facts: Mapping[int, Known], relations: Mapping[int, Relation],
    rows: Mapping[int, Row],
) -> list[Finding]:  # fmt: skip
    """One finding for each matter: what a rule finds around one fact for one reason, and what one holder says again and
    again against one report; the strongest category where rules agree.
    """
    made = [(_finding(m, rules[m.rule_id], facts, relations, rows), _holders(m, facts)) for m in matches]
    found = _grouped(made, lambda f, _: (f.rule, f.evidence[0][:2], f.because))
    found = _grouped(found, lambda f, _: (f.rule, *(e.article for e in f.evidence[:2]), f.because))
    found = _grouped(found, lambda f, who: (f.rule, who[0] or f.evidence[0][:2], f.evidence[1:2]))
    found = _grouped(found, lambda f, who: (f.rule, f.evidence[0][:2], who[1] or f.evidence[1:2]))
    return sorted(_one_a_matter([f for f, _ in found]), key=_order)


Holders = tuple[str | None, str | None]


def _holders(match: Match, facts: Mapping[int, Known]) -> Holders:
    """Who says what the first two facts tell; None for the narrator and the unknown."""
    held = [facts[n].fact for n in match.numbers.values() if n in facts]
    who = [None if f.narrated else f.holder for f in held]
    first, second, *_ = [*who, None, None]
    return first, second


def _grouped(
    found: Iterable[tuple[Finding, Holders]], key: Callable[[Finding, Holders], tuple[object, ...]]
) -> list[tuple[Finding, Holders]]:
    """Findings with the same key merged into the strongest of them."""
    groups: dict[tuple[object, ...], list[tuple[Finding, Holders]]] = defaultdict(list)
    for finding, who in found:
        groups[key(finding, who)].append((finding, who))
    return [(_merged([f for f, _ in group]), group[0][1]) for group in groups.values()]


def _finding(
    match: Match, rule: Rule, facts: Mapping[int, Known], relations: Mapping[int, Relation], rows: Mapping[int, Row]
) -> Finding:
    held = {alias: facts[n] for alias, n in match.numbers.items() if n in facts}
    links = {alias: relations[n] for alias, n in match.numbers.items() if n in relations}
    values = _values(held, links, {alias: rows[n] for alias, n in match.numbers.items()})
    evidence = tuple(e._replace(role=alias) for alias, k in held.items() for e in k.evidence)
    confidence = _confidence([k.fact for k in held.values()], list(links.values()))
    because = "; ".join(dict.fromkeys(link.because for link in links.values()))
    told = "; ".join(_told(k) for k in sorted(held.values(), key=lambda k: (said_on(k.fact) or "", k.fact.id)))
    explanation = f"{told}. {rule.summary}" + (f" Why: {because}." if because else "")
    return Finding(
        rule.id,
        rule.category,
        _severity(rule.severity, confidence),
        fill(rule.message, values),
        explanation,
        confidence,
        evidence,
        because,
    )


def _values(
    held: Mapping[str, Known], links: Mapping[str, Relation], rows: Mapping[str, Row]
) -> dict[tuple[str, str], str]:
    values: dict[tuple[str, str], str] = {}
    for alias, row in rows.items():
        for name in FIELDS:
            value = row.get(name)
            shown = "" if value is None else str(value)
            if FIELDS[name].type == "date" and isinstance(value, int):
                shown = (EPOCH + timedelta(days=value)).isoformat()
            values[alias, name] = shown
    for alias, known in held.items():
        fact = known.fact
        values[alias, "holder"] = fact.holder or "an unnamed source"
        values[alias, "text"] = " ... ".join(_plain(e.text) for e in known.evidence)
        values[alias, "date"] = _when(fact)
        values[alias, "source"] = fact.holder or fact.publisher or fact.article
        values[alias, "deadline_text"] = fact.deadline_because or (
            fact.deadline.isoformat() if fact.deadline else "no date"
        )
        values[alias, "publisher"] = fact.publisher or fact.article
    for alias, link in links.items():
        values[alias, "because"] = link.because
    return values


def _plain(text: str) -> str:
    """The text on one line, without quotation marks around the whole of it."""
    line = " ".join(text.split())
    for opening, closing in ('""', "“”"):
        inner = line[1:-1]
        if (
            len(line) > 2
            and line[0] == opening
            and line[-1] == closing
            and opening not in inner
            and closing not in inner
        ):
            return inner
    return line


def _when(fact: Fact) -> str:
    """The day, month or year in which it was said, as far as it is known."""
    start, end = fact.said or (None, None)
    if day := said_on(fact):
        return day
    if start is None or end is None or start.year != end.year:
        return "an unknown date"
    return f"{start:%Y-%m}" if start.month == end.month else f"{start.year}"


def _told(known: Known) -> str:
    fact = known.fact
    who = fact.holder or "an unnamed source"
    if fact.narrated:
        who = (fact.publisher or fact.article) + " reported"
    when = said_on(fact)
    return (f"On {when} " if when else "") + f'{who}: "{_plain(known.evidence[0].text)}"'


def _confidence(facts: Sequence[Fact], links: Sequence[Relation]) -> float:
    """The weakest link, lowered by the least certain fact."""
    strength = min((link.strength for link in links), default=60) / 100
    return round(strength * min((CERTAINTY[f.certainty] for f in facts), default=1.0), 2)


def _severity(ceiling: Severity, confidence: float) -> Severity:
    level = 2 if confidence >= SURE else 1 if confidence >= LIKELY else 0
    return SEVERITIES[min(level, SEVERITIES.index(ceiling))]


def _merged(group: Sequence[Finding]) -> Finding:
    """The strongest of the group with the evidence of all."""
    best = min(group, key=lambda f: (-f.confidence, f.evidence))
    evidence: dict[tuple[str, int, int], Evidence] = {(e.article, e.start, e.end): e for e in best.evidence}
    for other in sorted(group, key=lambda f: (-f.confidence, f.evidence)):
        for e in other.evidence:
            evidence.setdefault((e.article, e.start, e.end), e)
    return replace(best, evidence=tuple(evidence.values())[:MAX_EVIDENCE])


def _one_a_matter(found: Sequence[Finding]) -> list[Finding]:
    """Findings whose two decisive stretches are those of a stronger one are left out."""
    kept: list[Finding] = []
    for finding in sorted(found, key=lambda f: (STRONGEST.index(f.category), -f.confidence, f.evidence, f.rule)):
        if not any(_same_sides(finding, other) for other in kept):
            kept.append(finding)
    return kept


def _same_sides(a: Finding, b: Finding) -> bool:
    """Whether the two decisive stretches of one are, one to one, those of the other."""
    x, y = a.evidence[:2], b.evidence[:2]
    if len(x) < 2 or len(y) < 2:
        return False
    return (_alike(x[0], y[0]) and _alike(x[1], y[1])) or (_alike(x[0], y[1]) and _alike(x[1], y[0]))


def _alike(a: Evidence, b: Evidence) -> bool:
    """Whether two stretches share at least half of the longer one."""
    both = min(a.end, b.end) - max(a.start, b.start)
    return a.article == b.article and 2 * both >= max(a.end - a.start, b.end - b.start)


def _order(finding: Finding) -> tuple[object, ...]:
    return (-SEVERITIES.index(finding.severity), -finding.confidence, finding.category, finding.evidence, finding.rule)
