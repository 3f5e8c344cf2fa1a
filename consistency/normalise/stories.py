"""Which articles tell one story: those that share names which few articles of the corpus have."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from consistency.facts import Fact

FEW = 8
"""A name in more articles than this, and in more than one in twenty, ties none of them together."""


class Stories:
    """How many rare names two articles share."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        names: dict[str, set[str]] = defaultdict(set)
        for f in facts:
            names[f.article] |= {*f.proposition.names, *f.context, *([f.holder] if f.holder and f.named else [])}
        counts = Counter(n for found in names.values() for n in found)
        most = max(FEW, len(names) // 20)
        self._rare = {article: {n for n in found if counts[n] <= most} for article, found in names.items()}

    def linked(self, a: Fact, b: Fact) -> int:
        """How many rare names the articles of two facts share; of one article, that is enough for any link."""
        if a.article == b.article:
            return 3
        return len(self._rare.get(a.article, set()) & self._rare.get(b.article, set()))
