"""Which facts are compared: those that share a theme, a predicate or a question that says something."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

from consistency.facts import Fact
from consistency.normalise.exclusion import INCLUDING, Knowledge
from consistency.normalise.undertakings import retreats, undertakes

MAX_BUCKET = 400
"""Facts compared under one theme, predicate or unit; a denser corpus is cut to those that differ most, and says so."""


def pairs(facts: Sequence[Fact], knowledge: Knowledge, crowded: list[str]) -> list[tuple[Fact, Fact]]:
    """Pairs of asserted facts that share a theme or a predicate that says something, each once, in order."""
    generic = knowledge.themes.generic
    buckets: dict[str, list[Fact]] = defaultdict(list)
    for f in facts:
        p = f.proposition
        if f.kind in ("quote", "quantity", "non_answer") or f.condition != "none":
            continue
        keys = {f"theme {p.theme}"} if p.theme and p.theme not in generic else set()
        keys |= {f"predicate {p.predicate}"} if p.predicate and p.predicate not in generic else set()
        keys |= _question_keys(f, generic | knowledge.common)
        for key in keys | _late_keys(f) | _other_keys(f):
            buckets[key].append(f)
    order = {f.id: n for n, f in enumerate(facts)}
    pairs = {
        tuple(sorted((order[a.id], order[b.id])))
        for key, members in sorted(buckets.items())
        for a, b in combinations(bounded(members, key, crowded), 2)
    }
    return [(facts[x], facts[y]) for x, y in sorted(pairs)]


def bounded(members: list[Fact], key: str, crowded: list[str]) -> list[Fact]:
    """At most MAX_BUCKET facts, those that say something else before those that say the same again."""
    if len(members) <= MAX_BUCKET:
        return members
    crowded.append(key)
    seen: Counter[tuple[object, ...]] = Counter()
    ranked = []
    for n, f in enumerate(members):
        p = f.proposition
        said = (f.kind, p.predicate, p.positive, p.poles, p.names, p.quantity and p.quantity[:2])
        ranked.append((seen[said], n))
        seen[said] += 1
    return [members[n] for n in sorted(n for _, n in sorted(ranked)[:MAX_BUCKET])]


def _question_keys(f: Fact, untelling: frozenset[str]) -> set[str]:
    """Answers to one question meet where a word or name that tells something apart stands in both clauses."""
    p = f.proposition
    words = {*p.terms, *p.names} - untelling
    return {f"{s.question} {w}" for s in p.senses for w in words | (set(s.affected) - untelling)}


def _other_keys(f: Fact) -> set[str]:
    """What brings others in meets whatever it names; a retreat meets what its holder undertook."""
    p = f.proposition
    keys = {f"theme {t}" for t in p.terms} if p.predicate in INCLUDING else set()
    if f.holder is not None and (retreats(f) or undertakes(f)):
        keys.add(f"undertaking {f.holder}")
    return keys


def _late_keys(f: Fact) -> set[str]:
    """What was foretold for a time meets a report of delay by any name that both have."""
    p = f.proposition
    dated = f.kind in ("promise", "prediction") and (f.deadline is not None or p.about is not None)
    late = f.kind == "outcome" and ("delay", -1) in p.poles
    return {f"late {name}" for name in (*p.names, *f.context)} if dated or late else set()
