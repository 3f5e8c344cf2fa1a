"""Which articles tell one story: those that share names which few articles of the corpus have."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from consistency.facts import Fact

FEW = 8
"""A name in more articles than this, and in more than one in twenty, ties none of them together."""


FOLDER = 50
"""Articles that may well be of one story: none of their names is too common to tie them."""
MANY = 10
TIED = 2
"""Words of names that few articles have: those of one full name, or two single ones."""


class Stories:
    """How many rare names two articles share."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        names: dict[str, set[str]] = defaultdict(set)
        for f in facts:
            names[f.article] |= {*f.proposition.names, *f.context, *([f.holder] if f.holder and f.named else [])}
        counts = Counter(n for found in names.values() for n in found)
        most = max(FEW, len(names) // 20)
        self._rare = {article: {n for n in found if counts[n] <= most} for article, found in names.items()}
        self._tied: dict[tuple[str, str], int] = {}
        words = _words(facts, names)
        having = Counter(w for found in words.values() for w in found)
        self._folder = len(names) <= FOLDER
        most = len(names) if self._folder else max(FEW, len(names) // 20)
        self._words = {article: {w for w in found if having[w] <= most} for article, found in words.items()}
        telling = Counter(t for _, t in {(f.article, t) for f in facts for t in f.proposition.terms})
        self._telling = {t for t, n in telling.items() if n <= FEW}

    def linked(self, a: Fact, b: Fact) -> int:
        """How many rare names the articles of two facts share; of one article, that is enough for any link."""
        if a.article == b.article:
            return 3
        return len(self._rare.get(a.article, set()) & self._rare.get(b.article, set()))

    def tied(self, a: Fact, b: Fact) -> int:
        """How many rare words of names two articles share, one name in full being two of them; of one article: many."""
        if a.article == b.article:
            return MANY
        key = (a.article, b.article)
        if key not in self._tied:
            self._tied[key] = len(self._words.get(a.article, set()) & self._words.get(b.article, set()))
        return self._tied[key]

    def told(self, a: Fact, b: Fact) -> bool:
        """Whether their articles tell one story, as far as they name enough to know; a few articles mostly do."""
        fewest = min(len(self._words.get(f.article, ())) for f in (a, b))
        return self.tied(a, b) >= (min(TIED, fewest // 3) if self._folder else TIED)

    def same_words(self, a: Fact, b: Fact) -> int:
        """How many words that few articles have stand in both clauses, where a name stands in both or beside them."""
        if not _named(a) & _named(b):
            return 0
        return len(set(a.proposition.terms) & set(b.proposition.terms) & self._telling)

    def named_together(self, a: Fact, b: Fact) -> bool:
        """Whether a rare word of a name stands in both clauses or beside them; of a few articles, always."""
        if a.article == b.article or self._folder:
            return True
        return bool(_named(a) & _named(b) & self._words.get(a.article, set()) & self._words.get(b.article, set()))


def _named(f: Fact) -> set[str]:
    names = (*f.proposition.names, *f.context, *([f.holder] if f.holder and f.named else []))
    return {w for n in names for w in n.lower().split()} | set(_codes(f))


def _codes(f: Fact) -> Iterator[str]:
    """Codes such as "a380", which are names too."""
    return (w for w in f.mentions if w.isalnum() and not w.isalpha() and not w.isdigit())


def _words(facts: Sequence[Fact], names: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """The words of the names of each article."""
    words = {article: {w for n in found for w in n.lower().split()} for article, found in names.items()}
    for f in facts:
        words[f.article].update(_codes(f))
    return words
