"""Whether two quotations are of one utterance although many words differ: the words that carry meaning are the same."""

from __future__ import annotations

from datetime import timedelta
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from consistency.article import Interval
from consistency.facts import Fact
from consistency.lexicons import LexiconModel, load

ENDINGS = ("ingly", "edly", "ings", "iest", "ing", "ers", "ied", "ies", "est", "er", "ed", "es", "ly", "s", "y", "e")
"""What is cut off a word to find its stem, the longest first; at least three letters stay."""
RECALLED = 3
"""Days between words and the article that tells them, from which on it recalls what others may have told before."""
SLACK = 1
"""Days by which two reports may differ on when something was said."""
BEFORE = 60
"""Days before an article in which what somebody "had said" is looked for where no time is given."""
WIDE = 124
"""Days of a time so wide that it says nothing: "in the spring" and "last autumn" are narrower."""


class Quoting(LexiconModel):
    """quotes.yaml."""

    common: frozenset[str]
    same: tuple[tuple[str, ...], ...] = ()

    @cached_property
    def _same(self) -> dict[str, str]:
        return {word: group[0] for group in self.same for word in group}

    def content(self, words: list[str]) -> list[str]:
        """The stems of the words that carry meaning, each once, in their order."""
        return list(dict.fromkeys(stem(self._same.get(w, w)) for w in words if w not in self.common and len(w) > 1))


@lru_cache(maxsize=8)
def quoting(folders: tuple[Path, ...] = ()) -> Quoting:
    """quotes.yaml, extended by the user's."""
    return load(Quoting, "quotes", folders)


class Shared(NamedTuple):
    """How much two quotations share: stems, and of the shorter and the longer one the part that these are."""

    stems: tuple[str, ...]
    of_shorter: float
    of_longer: float


def stem(word: str) -> str:
    """A word without its ending: plainer, plainly and plain are one."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def shared(left: list[str], right: list[str], words: Quoting) -> Shared:
    """What two quotations, as words, have in common; "bootlace" is also "boot" and "lace"."""
    a, b = words.content(left), words.content(right)
    mine = [s for s in a if s in b or _joined(s, b) or any(_joined(t, a) and s in t for t in b)]
    theirs = [s for s in b if s in a or _joined(s, a) or any(_joined(t, b) and s in t for t in a)]
    if not mine or not theirs:
        return Shared((), 0.0, 0.0)
    parts = (len(mine) / len(a), len(theirs) / len(b))
    shorter, longer = parts if len(a) <= len(b) else parts[::-1]
    return Shared(tuple(mine if len(mine) >= len(theirs) else theirs), shorter, longer)


def parts(word: str) -> list[str]:
    """A stem, and for a long one the pairs of words that it may be joined from ("bootlace": boot, lace)."""
    cuts = range(3, len(word) - 2) if 6 <= len(word) <= 14 else ()
    return [word, *(piece for k in cuts for piece in (word[:k], word[k:]))]


def _joined(word: str, others: list[str]) -> bool:
    """Whether a word is two of the others written as one."""
    return any(word.startswith(o) and any(word == o + p or stem(word) == o + p for p in others) for o in others)


def is_retelling(found: Shared, a: Fact, b: Fact, published: dict[str, Interval]) -> bool:
    """Whether what is shared, and when the words were said, show that two quotations are of one utterance.

    Words that an article recalls from a time that fits need less in common than words said on one day, of which there
    are many. Nothing is concluded where the times do not meet.
    """
    n = len(found.stems)
    x, y = _when(a, published), _when(b, published)
    if x is None or y is None or not _meet(x, y):
        return False
    if _recalled(a, published) or _recalled(b, published):
        most, least = max(found[1:]), min(found[1:])
        return n >= 2 and (least >= 0.5 or (most >= 0.6 and least >= 0.3) or (n > 2 and most >= 0.5))
    return n >= 4 and found.of_shorter >= 0.75 and found.of_longer >= 0.5


def _recalled(fact: Fact, published: dict[str, Interval]) -> bool:
    day = published.get(fact.article, Interval(None, None)).start
    said = fact.said.end if fact.said else None
    return _before_that(fact) or (day is not None and said is not None and (day - said).days >= RECALLED)


def _before_that(fact: Fact) -> bool:
    """ "Had told families": before what the article reports."""
    return fact.proposition.tense == "past"


def _when(fact: Fact, published: dict[str, Interval]) -> Interval | None:
    """When the words were said; of words that were said before what is reported, some time before that."""
    day = published.get(fact.article, Interval(None, None)).start
    if fact.said is None or day is None or not _before_that(fact) or fact.said.start != day:
        return fact.said
    return Interval(day - timedelta(days=BEFORE), day)


def _meet(x: Interval, y: Interval) -> bool:
    if x.start is None or x.end is None or y.start is None or y.end is None:
        return False
    if max((x.end - x.start).days, (y.end - y.start).days) > WIDE:
        return False
    return (y.start - x.end).days <= SLACK and (x.start - y.end).days <= SLACK
