"""Two sentences asserted of one situation at one time: whether they exclude each other, from their own words alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from consistency.facts import Fact, Proposition
from consistency.normalise.exclusion import Exclusion, Knowledge, exclusion

ENOUGH = 0.75
"""How much of the smaller sentence's content must be in the larger one, where they meet by opposite predicates."""


def opposition(first: Iterable[Fact], second: Iterable[Fact], knowledge: Knowledge) -> Exclusion | None:
    """The surest reason why two sentences of one situation cannot both hold; None where there is none."""
    others = list(second)
    found = (x for a in first for b in others for x in _reasons(a, b, knowledge))
    return max(found, key=lambda x: (x.strength, x.because), default=None)


def _reasons(a: Fact, b: Fact, knowledge: Knowledge) -> Iterator[Exclusion]:
    p, q = a.proposition, b.proposition
    if a.kind in ("quote", "non_answer", "quantity") or a.condition != "none" or b.condition != "none":
        return
    if a.certainty != b.certainty or not _participants_meet(p, q):
        return
    if p.predicate == q.predicate and p.positive != q.positive and p.predicate:
        no, yes = (p, q) if q.positive else (q, p)
        if _content(no) <= _content(yes):
            yield Exclusion("negation", 80, f'one says "{yes.predicate}", the other "not {no.predicate}"')
    elif _overlap(p, q) >= ENOUGH and (reason := exclusion(a, b, knowledge)) and reason.via in ("opposite", "state"):
        yield Exclusion(reason.via, 70, reason.because)


def _participants_meet(p: Proposition, q: Proposition) -> bool:
    """Whether the subjects can be one: they share a word, or one of them names nobody."""
    return not p.subject or not q.subject or bool(set(p.subject) & set(q.subject))


def _content(p: Proposition) -> set[str]:
    return {*p.terms, *p.objects, *(n.lower() for n in p.names)}


def _overlap(p: Proposition, q: Proposition) -> float:
    mine, theirs = _content(p) - {p.predicate}, _content(q) - {q.predicate}
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))
