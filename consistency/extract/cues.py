"""Reporting words: the lexicon of verbs, nouns and adjectives with their force, and finding them in a sentence."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Literal, NamedTuple

from consistency.extract.tree import Tree
from consistency.facts import Force
from consistency.lexicons import LexiconModel, load

Takes = Literal["clause", "quote", "to", "object", "small", "about"]


class WordGroup(LexiconModel):
    """Words of one force and the complements that they take."""

    force: Force
    takes: tuple[Takes, ...]
    words: tuple[str, ...]


class ReportingLexicon(LexiconModel):
    """rules/lexicons/reporting.yaml: words that report what somebody says, writes, thinks or wants."""

    verbs: tuple[WordGroup, ...]
    nouns: tuple[WordGroup, ...]
    adjectives: tuple[WordGroup, ...]
    views: frozenset[str]
    answers: frozenset[str]
    answer_objects: frozenset[str]
    decline: frozenset[str]
    passives: frozenset[str]
    groups: frozenset[str]
    irregular: frozenset[str]
    replies: frozenset[str]


class Word(NamedTuple):
    """What a reporting word takes, each complement with the force that it then has."""

    key: str
    takes: dict[str, Force]

    def force(self, *wanted: str) -> Force:
        """The force with the first of these complements that the word takes."""
        for w in wanted:
            if w in self.takes:
                return self.takes[w]
        return next(iter(self.takes.values()))


class Reporting:
    """The lexicon made ready for look-up by lemma."""

    def __init__(self, lexicon: ReportingLexicon) -> None:
        self.lexicon = lexicon
        self.verbs = _index(lexicon.verbs)
        self.nouns = _index(lexicon.nouns)
        self.adjectives = _index(lexicon.adjectives)
        self.phrasal: dict[str, list[tuple[str, ...]]] = {}
        for key in self.verbs:
            first, *rest = key.split()
            if rest:
                self.phrasal.setdefault(first, []).append(tuple(rest))


def _index(groups: tuple[WordGroup, ...]) -> dict[str, Word]:
    found: dict[str, dict[str, Force]] = {}
    for g in groups:
        for w in g.words:
            takes = found.setdefault(" ".join(w.split()), {})
            for t in g.takes:
                takes.setdefault(t, g.force)
    return {k: Word(k, v) for k, v in found.items()}


@lru_cache(maxsize=8)
def reporting(folders: tuple[Path, ...] = ()) -> Reporting:
    """The reporting words of the built-in lexicon, extended by the user's folders."""
    return Reporting(load(ReportingLexicon, "reporting", folders))


class Phrasal(NamedTuple):
    """A verb with the particle or preposition that belongs to it; `last` is the last token of the phrase."""

    word: Word
    last: int


def phrasal(tree: Tree, verb: int, words: Reporting) -> Phrasal | None:
    """The longest entry of several words that begins with this verb: "calls for", "pushed back against"."""
    best: Phrasal | None = None
    longest = (0, 0)
    for rest in words.phrasal.get(tree.lemma[verb], ()):
        last = _follow(tree, verb, rest)
        if last is not None and (last, len(rest)) > longest:
            longest = (last, len(rest))
            best = Phrasal(words.verbs[" ".join((tree.lemma[verb], *rest))], last)
    return best


def _follow(tree: Tree, verb: int, rest: tuple[str, ...]) -> int | None:
    at = verb
    for word in rest:
        options = [c for c in tree.children[verb] if c > at and c <= at + 4] + [c for c in tree.children[at] if c > at]
        at_next = next((c for c in options if tree.lower(c) == word), None)
        if at_next is None:
            return None
        at = at_next
    return at
