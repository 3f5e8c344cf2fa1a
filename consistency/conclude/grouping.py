"""One finding for one matter: the matches that say the same made one, with the evidence of all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from consistency.conclude.candidate import Candidate, Stretch
from consistency.conclude.joined import Joined
from consistency.engine import Match
from consistency.facts import Fact
from consistency.findings import Also, Category
from consistency.known import Known
from consistency.normalise.repeats import Assertion, assertion

MAX_EVIDENCE = 40
"""Stretches that a finding shows; how many more there are is said."""
FEW = 8
"""Matches between the same assertions that are weighed one by one."""
MAX_ALIKE = 20
"""Groups of one stance that another is compared with."""
STRONGEST: tuple[Category, ...] = (
    "unmet_promise", "self_contradiction", "position_reversal", "claim_vs_outcome", "failed_prediction",
    "speaker_dispute", "words_vs_actions", "number_conflict", "timing_conflict", "venue_conflict", "quote_drift",
    "content_conflict", "tension",
)  # fmt: skip

Key = Callable[[Candidate], tuple[object, ...]]


@dataclass
class Group:
    """The candidates of one matter, the strongest of them, further matches of the same assertions, and the other rules
    that find the same.
    """

    best: Candidate
    members: list[Candidate]
    more: list[Match] = field(default_factory=list)
    also: list[Also] = field(default_factory=list)

    def known(self, facts: Mapping[int, Known]) -> list[tuple[str, Known]]:
        """All facts with their roles, each once, those of the strongest first."""
        found = {k.fact.id: (role, k) for role, k in self.best.held}
        for member in sorted(self.members, key=lambda c: c.strength):
            for role, known in member.held:
                found.setdefault(known.fact.id, (role, known))
        for match in self.more:
            for role, n in match.numbers.items():
                if n in facts:
                    found.setdefault(facts[n].fact.id, (role, facts[n]))
        return list(found.values())


def grouped(matches: Iterable[Match], made: Callable[[Match], Candidate], facts: Mapping[int, Known]) -> list[Group]:
    """One group a matter: what a rule finds between the same assertions however often they are repeated, around one
    fact for one reason, and what one holder says again and again against one report; the strongest category first.
    """
    groups = [_of_one(same, made) for same in _alike_matches(matches, facts)]
    for key in (*KEYS, _matter(groups)):
        groups = _merged(groups, key)
    return _one_a_matter(groups)


def _alike_matches(matches: Iterable[Match], facts: Mapping[int, Known]) -> Iterable[list[Match]]:
    """The matches of one rule between the same assertions together."""
    numbers: dict[Assertion, int] = {}
    classes = {n: numbers.setdefault(assertion(k.fact), len(numbers)) for n, k in facts.items()}
    found: dict[tuple[object, ...], list[Match]] = defaultdict(list)
    for match in matches:
        found[match.rule_id, *(classes[n] for n in match.numbers.values() if n in classes)].append(match)
    return found.values()


def _of_one(same: Sequence[Match], made: Callable[[Match], Candidate]) -> Group:
    """A group of such matches: the first few as candidates, the others as they are."""
    few = [made(m) for m in same[:FEW]]
    return Group(min(few, key=lambda c: c.strength), few, list(same[FEW:]))


def _second(c: Candidate) -> tuple[Stretch, ...]:
    return c.stretches[1:2]


KEYS: tuple[Key, ...] = (
    lambda c: (c.rule.id, c.stretches[0][:2], c.because),
    lambda c: (c.rule.id, *(s[0] for s in c.stretches[:2]), c.because),
    lambda c: (c.rule.id, c.who[0] or c.stretches[0][:2], _second(c)),
    lambda c: (c.rule.id, c.stretches[0][:2], c.who[1] or _second(c)),
)


def _matter(groups: Iterable[Group]) -> Key:
    """What both sides are about, whatever their figures and words: who says what of which theme; of quotations, the
    utterance that they report, with all that others made of it.
    """
    utterances = Joined()
    for c in (g.best for g in groups):
        quotes = [_quotation(k.fact) for _, k in c.held if k.fact.kind == "quote"]
        for one, other in pairwise(quotes):
            utterances.join((c.rule.id, one), (c.rule.id, other))

    def key(c: Candidate) -> tuple[object, ...]:
        facts = [k.fact for _, k in c.held]
        if facts[0].kind == "quote":
            return c.rule.id, utterances.root((c.rule.id, _quotation(facts[0])))
        if all(f.proposition.theme for f in facts):
            return c.rule.id, frozenset(map(_side, facts))
        return c.rule.id, c.stretches

    return key


def _quotation(fact: Fact) -> tuple[str | None, str]:
    return fact.holder, fact.quote


def _side(fact: Fact) -> tuple[object, ...]:
    p, q = fact.proposition, fact.proposition.quantity
    who = None if fact.narrated else fact.holder
    counted = (q.unit, q.of) if q else None
    return who, fact.kind, fact.deadline, fact.disowned, p.theme, p.predicate, p.positive, p.names, counted


def _merged(groups: Iterable[Group], key: Key) -> list[Group]:
    """Groups with the same key made one."""
    found: dict[tuple[object, ...], list[Group]] = defaultdict(list)
    for group in groups:
        found[key(group.best)].append(group)
    return [same[0] if len(same) == 1 else _joined(same) for same in found.values()]


def _joined(groups: Sequence[Group]) -> Group:
    best = min((g.best for g in groups), key=lambda c: c.strength)
    return Group(best, [c for g in groups for c in g.members], [m for g in groups for m in g.more])


def _one_a_matter(groups: Iterable[Group]) -> list[Group]:
    """Groups that set the same two sides against each other as a stronger one does are listed with that one."""
    kept: list[Group] = []
    by_place: dict[object, list[Group]] = defaultdict(list)
    by_stance: dict[object, list[Group]] = defaultdict(list)
    for group in sorted(groups, key=_strongest):
        best = group.best
        beside = by_place[frozenset(s[0] for s in best.stretches[:2])]
        alike = by_stance[_stances(best)]
        same = next((g for g in beside if _same_sides(best, g.best)), None)
        same = same or next((g for g in alike[:MAX_ALIKE] if _same_matter(best, g.best)), None)
        if same is None:
            kept.append(group)
            beside.append(group)
            alike.append(group)
            continue
        if best.rule.id != same.best.rule.id:
            same.also.append(Also(best.rule.id, best.rule.category))
    return kept


def _stances(c: Candidate) -> frozenset[object]:
    """Who takes which side of what, whatever the words: a promise and a forecast of the same are one."""
    sides = [(None if f.narrated else f.holder, f.proposition) for f in (k.fact for _, k in c.held[:2])]
    return frozenset((who, p.theme, p.predicate, p.positive) for who, p in sides)


def _same_matter(a: Candidate, b: Candidate) -> bool:
    """Whether two rules find the same: the same stances on a theme, with a name in common if they have any."""
    themes = [k.fact.proposition.theme for c in (a, b) for _, k in c.held[:2]]
    mine, theirs = (_names(c) for c in (a, b))
    return a.rule.id != b.rule.id and all(themes) and (mine == theirs or bool(mine & theirs))


def _names(c: Candidate) -> frozenset[str]:
    return frozenset(name for _, k in c.held[:2] for name in k.fact.proposition.names)


def _strongest(group: Group) -> tuple[object, ...]:
    c = group.best
    return (STRONGEST.index(c.rule.category), *c.strength, c.rule.id)


def _same_sides(a: Candidate, b: Candidate) -> bool:
    """Whether the two decisive stretches of one are, one to one, those of the other."""
    x, y = a.stretches[:2], b.stretches[:2]
    if len(x) < 2 or len(y) < 2:
        return False
    return (_alike(x[0], y[0]) and _alike(x[1], y[1])) or (_alike(x[0], y[1]) and _alike(x[1], y[0]))


def _alike(a: Stretch, b: Stretch) -> bool:
    """Whether two stretches share at least half of the longer one."""
    both = min(a[2], b[2]) - max(a[1], b[1])
    return a[0] == b[0] and 2 * both >= max(a[2] - a[1], b[2] - b[1])
