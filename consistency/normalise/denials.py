"""Accusations and their denials: what one speaker says of another, and what the other denies just beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from consistency.facts import Fact

REACH = 500
"""Characters between an accusation and its denial in one article."""
ACCUSING = {"claim", "outcome", "denial"}


def denials(facts: Sequence[Fact]) -> Iterator[tuple[Fact, Fact, int, str]]:
    """Pairs of what is said of somebody and that body's denial beside it, with strength and why, in order."""
    by_article: dict[str, list[Fact]] = defaultdict(list)
    for f in facts:
        if f.kind in ACCUSING and f.condition == "none":
            by_article[f.article].append(f)
    for members in by_article.values():
        for denial in members:
            if denial.kind == "denial" and denial.holder and not denial.disowned:
                found = [(s, a) for a in members if (s := _accuses(a, denial))]
                if found:
                    strength, accusation = max(found, key=lambda x: (x[0], -_gap(x[1], denial), x[1].id))
                    yield accusation, denial, strength, f"{denial.holder} denies what is said beside it"


def _gap(a: Fact, b: Fact) -> int:
    x, y = a.evidence[0], b.evidence[0]
    return max(x.start, y.start) - min(x.end, y.end)


def _accuses(said: Fact, denial: Fact) -> int:
    """How sure it is that the denial answers what is said; 0 where it does not."""
    who = denial.holder
    if said.holder in (None, who) or said.kind == "denial" or said.evidence[0].overlaps(denial.evidence[0]):
        return 0
    if said.narrated or not said.proposition.positive or _gap(said, denial) > REACH:
        return 0
    p, q = said.proposition, denial.proposition
    of_them = who in p.subject or who in p.objects or who in p.names
    if not of_them and who not in said.context:
        return 0
    shared = (set(p.terms) & set(q.terms)) | ((set(p.names) & set(q.names)) - {who, said.holder})
    questions = {s.question for s in p.senses} & {s.question for s in q.senses}
    before = said.evidence[0].start < denial.evidence[0].start
    strength = 35 + 15 * (who in p.subject) + 10 * min(2, len(shared)) + 10 * bool(questions) + 10 * before
    return strength + (5 if _gap(said, denial) < 200 else 0)
