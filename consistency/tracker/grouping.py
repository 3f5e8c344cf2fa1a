"""Which mentions are one promise: the same holder and the same deed, in whatever words and whoever tells it."""

from __future__ import annotations

from collections.abc import Iterable

from consistency.extract.fates import Progress
from consistency.facts import Fact
from consistency.known import Known, said_on
from consistency.normalise.matters import Matter, matter

FEWEST = 3
"""Words that a promise has."""
SHARED = 0.6
"""The share of the words of the shorter mention that the other must have too."""


def groups(facts: Iterable[Known], words: Progress, generic: frozenset[str]) -> list[list[Known]]:
    """The mentions of promises, those of one promise together, in the order in which they were made."""
    found: list[list[tuple[Known, Matter]]] = []
    made = [k for k in facts if k.fact.kind == "promise" and k.fact.condition not in ("question", "counterfactual")]
    for known in sorted(made, key=_order):
        about = matter(known.fact, words, generic)
        if not _telling(known, about):
            continue
        home = next((g for g in found if any(_same(known.fact, about, k.fact, m) for k, m in g)), None)
        if home is None:
            found.append([(known, about)])
        else:
            home.append((known, about))
    return [[k for k, _ in group] for group in found]


def _telling(known: Known, about: Matter) -> bool:
    """Whether the words tell what is promised: not "it would", and not "we will do it fast, too"."""
    enough = len(known.evidence[0].text.split()) >= FEWEST if known.evidence else True
    return enough and bool(about.words or known.fact.deadline)


def _order(known: Known) -> tuple[object, ...]:
    return (said_on(known.fact) or "9999", known.fact.article, known.fact.evidence, known.fact.id)


def _same(a: Fact, mine: Matter, b: Fact, theirs: Matter) -> bool:
    if a.article == b.article and a.evidence[0].overlaps(b.evidence[0]):
        inside = a.evidence[0].contains(b.evidence[0]) or b.evidence[0].contains(a.evidence[0])
        return a.evidence == b.evidence or inside or a.proposition.predicate == b.proposition.predicate
    if not _one_holder(a, b):
        return False
    if a.proposition.terms and a.proposition == b.proposition:
        return True
    if a.proposition.positive != b.proposition.positive:
        return False
    if _figures(mine) and _figures(theirs) and not _figures(mine) & _figures(theirs):
        return False
    few = min(len(mine.words), len(theirs.words))
    shared = mine.words & theirs.words
    deed = bool(mine.deed & theirs.words) or bool(theirs.deed & mine.words)
    return bool(mine.core & theirs.core) and len(shared) >= max(1, SHARED * few) and (deed or len(shared) > 1)


def _figures(about: Matter) -> frozenset[str]:
    return frozenset(w for w in about.words if w[:1].isdigit())


def _one_holder(a: Fact, b: Fact) -> bool:
    if a.holder is None or b.holder is None:
        return True
    if not (a.named and b.named):
        return a.article == b.article or "promise" in (*a.cues, *b.cues) or a.holder == b.holder
    words = set(a.holder.lower().split()), set(b.holder.lower().split())
    return a.holder == b.holder or words[0] <= words[1] or words[1] <= words[0]
