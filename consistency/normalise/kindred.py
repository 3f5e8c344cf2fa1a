"""Articles that tell of one story: those that name the same persons, bodies and places."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from consistency.facts import Fact

COMMON = 8
"""Articles beyond which a word or name says nothing of what an article is about."""
NAMED = 2
"""Names that two articles of one story share at least, if they have as many."""


class Kindred:
    """What ties articles together: their names, but for those that many have; and the words that many have."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        names: dict[str, set[str]] = defaultdict(set)
        words: dict[str, set[str]] = defaultdict(set)
        for f in facts:
            names[f.article].update(f.proposition.names, f.context, {f.holder} if f.holder and f.named else ())
            words[f.article].update(f.proposition.terms, {f.proposition.predicate})
        self.common = _in_many(words)
        known = _in_many(names)
        self._names = {article: found - known for article, found in names.items()}

    def one_story(self, first: str, second: str) -> bool:
        """Whether two articles name enough of the same."""
        mine, theirs = self._names.get(first, set()), self._names.get(second, set())
        few = min(len(mine), len(theirs), NAMED)
        return first == second or len(mine & theirs) >= max(1, few)


def _in_many(found: dict[str, set[str]]) -> frozenset[str]:
    counts = Counter(item for items in found.values() for item in items)
    return frozenset(item for item, n in counts.items() if n > COMMON)
