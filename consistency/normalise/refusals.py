"""What somebody undertook not to do, or to rule out, against a later report of something done about just that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from consistency.facts import Fact
from consistency.normalise.matter import names_apart

ENOUGH = 2
"""Words and names that both must share, beside the holder's own name; one of them a word for a thing."""


def refusals(facts: Sequence[Fact], common: frozenset[str]) -> Iterator[tuple[Fact, Fact, int, str]]:
    """Pairs of a refusal and a later report in an article's own voice of the same things, with strength and why."""
    reports: dict[str, list[Fact]] = defaultdict(list)
    for f in facts:
        if _reports(f):
            for word in _words(f):
                reports[word].append(f)
    for refusal in facts:
        if not _refuses(refusal):
            continue
        near = {f.id: f for word in sorted(set(refusal.proposition.things)) for f in reports.get(word, ())}
        for report in near.values():
            shared = _shared(refusal, report, common)
            if len(shared) >= ENOUGH and _of_that(refusal, report) and _before(refusal, report):
                because = f"what was to be ruled out is reported, of {' and '.join(shared[:3])}"
                yield refusal, report, min(80, 50 + 8 * len(shared)), because


def _refuses(fact: Fact) -> bool:
    p = fact.proposition
    return fact.kind == "promise" and not p.positive and fact.condition == "none" and p.tense != "past"


def _reports(fact: Fact) -> bool:
    told = fact.kind == "outcome" and fact.narrated and fact.certainty == "certain" and fact.condition == "none"
    return told and fact.proposition.positive and fact.proposition.tense != "future"


def _of_that(refusal: Fact, report: Fact) -> bool:
    """What nobody is to do is done only where just that is: "nobody will wait" says nothing of all other doings."""
    p, q = refusal.proposition, report.proposition
    return "nobody" not in p.subject or p.predicate == q.predicate


def _words(fact: Fact) -> set[str]:
    return {*fact.proposition.terms, *fact.proposition.names}


def _shared(refusal: Fact, report: Fact, common: frozenset[str]) -> list[str]:
    """The telling words and names of both clauses, each name once and not by its parts; none unless one is a thing."""
    words = (_words(refusal) & _words(report)) - {refusal.holder} - common
    parts = {w.lower() for name in words if name[:1].isupper() for w in name.split()}
    shared = sorted(w for w in words if w not in parts and len(w) > 2)
    if names_apart(refusal, report, {refusal.holder}):
        return []  # another place, another body
    things = set(shared) & set(refusal.proposition.things)
    return shared if things and any(w.islower() for w in things | set(shared)) else []


def _before(a: Fact, b: Fact) -> bool:
    return bool(a.said and b.said and a.said.end and b.said.start and a.said.end < b.said.start)
