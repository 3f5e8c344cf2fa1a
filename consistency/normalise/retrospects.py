"""What speakers say of their own past words, against those words: "I never asked for it", after asking for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from consistency.facts import Fact
from consistency.normalise.exclusion import agreement

SAYING = {"claim", "prediction", "promise", "demand", "position", "denial"}
GENERAL = {"never promise": "promised", "never demand": "asked for", "never oppose": "opposed",
           "never support": "supported", "always support": "opposed", "always oppose": "supported"}  # fmt: skip


def retrospects(facts: Sequence[Fact]) -> Iterator[tuple[Fact, Fact, int, str]]:
    """Pairs of what a speaker said, and the same speaker's later word that it was not so, with strength and why."""
    by_holder: dict[str, list[Fact]] = defaultdict(list)
    for f in facts:
        if f.holder and not f.narrated and f.kind in SAYING:
            by_holder[f.holder].append(f)
    for then in facts:
        if then.retrospect and then.holder:
            for before in by_holder[then.holder]:
                if _earlier(before, then) and not before.retrospect and (found := _against(before, then)):
                    yield before, then, *found


def _earlier(before: Fact, then: Fact) -> bool:
    if before.article == then.article:
        return False
    return bool(before.said and then.said and before.said.start and then.said.end and before.said.start < then.said.end)


def _against(before: Fact, then: Fact) -> tuple[int, str] | None:
    shared = _shared(before, then)
    when, kind = then.retrospect.split()
    if not shared and not (when == "never" and kind in ("promise", "oppose") and _of_anything(then)):
        return None
    if not _contrary(before, then, when, kind):
        return None
    strength = min(90, 50 + 12 * len(shared))
    did = GENERAL.get(then.retrospect, "said otherwise")
    of = f" on {', '.join(sorted(shared)[:3])}" if shared else ""
    return max(60, strength), f"the same speaker, who says it was {when} so, {did} before{of}"


def _of_anything(fact: Fact) -> bool:
    """ "I never promised anything": whatever was promised speaks against it."""
    return bool({"anything", "anybody", "anyone", "nothing"} & set(fact.mentions))


def _shared(before: Fact, then: Fact) -> set[str]:
    """The words and names that tell what both are about."""
    p, q = before.proposition, then.proposition
    holder = {w.lower() for w in (then.holder or "").split()}
    mine = {*p.terms, *p.names, *before.mentions}
    theirs = {*q.terms, *q.names, *then.mentions}
    beside = (set(p.names) & set(then.context)) - {then.holder}
    return {w for w in (mine & theirs) | beside if w.lower() not in holder and w != then.holder}


def _contrary(before: Fact, then: Fact, when: str, kind: str) -> bool:
    """Whether what was said before is of the kind that is denied, or of the one that cannot go with what is claimed."""
    opposed = _against_it(before)
    if kind == "promise":
        return when == "never" and before.kind == "promise"
    if kind == "demand":
        return before.kind == "demand" if when == "never" else False
    if kind == "oppose":
        return opposed if when == "never" else not opposed and before.kind in ("promise", "position", "prediction")
    if kind == "support":
        return opposed if when == "always" else before.kind in ("position", "promise") and not opposed
    if when == "never":
        return agreement(before, then) is not None
    return before.kind in ("promise", "prediction", "claim") and not _alike(before, then)


def _alike(a: Fact, b: Fact) -> bool:
    p, q = a.proposition, b.proposition
    if a.deadline is not None or p.about is not None:
        return False  # for a time, and then without one
    return p.positive == q.positive and (p.predicate == q.predicate or bool(set(p.poles) & set(q.poles)))


def _against_it(fact: Fact) -> bool:
    """A stance against something: an opposing position, a refusal, "will never"."""
    p = fact.proposition
    if fact.kind == "position":
        return ("stance", -1) in p.poles or not p.positive
    if any(s.question == "side" and s.side < 0 for s in p.senses):
        return True
    return fact.kind in ("promise", "prediction", "denial", "claim") and not p.positive and p.tense != "past"
