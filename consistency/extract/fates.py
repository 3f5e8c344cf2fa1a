"""What a report says of how a promise fares: cue phrases such as "as promised", "missed the deadline", "on hold"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from consistency.facts import Fact
from consistency.lexicons import LexiconModel, load

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

GAP = 8
"""Words that "..." in a phrase may stand for."""
DENYING = {"not", "n't", "never", "no", "hardly", "without", "nor"}
MOST_TOKENS = 90


class Progress(LexiconModel):
    """progress.yaml."""

    cues: dict[str, tuple[str, ...]]
    maintain: frozenset[str]
    forgoing: frozenset[str]
    promising: frozenset[str]
    families: tuple[tuple[str, ...], ...]
    generic: frozenset[str]

    @cached_property
    def phrases(self) -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
        """The phrases of all cues as (cue, words), by their first word."""
        found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for cue, phrases in self.cues.items():
            for phrase in phrases:
                words = tuple(phrase.replace("-", " - ").split())  # as the tokenizer parts them
                found.setdefault(words[0], []).append((cue, words))
        return {first: tuple(rest) for first, rest in found.items()}

    @cached_property
    def family(self) -> dict[str, frozenset[str]]:
        """The families of each word, under the word that each begins with."""
        found: dict[str, set[str]] = {}
        for group in self.families:
            for word in group:
                found.setdefault(word, set()).add(group[0])
        return {word: frozenset(names) for word, names in found.items()}


@lru_cache(maxsize=8)
def progress_words(folders: tuple[Path, ...] = ()) -> Progress:
    """progress.yaml, extended by the user's."""
    return load(Progress, "progress", folders)


def with_cues(facts: Iterable[Fact], doc: Doc, words: Progress) -> Iterator[Fact]:
    """The facts with the cues in their own words, and in what is added after a comma in the same sentence."""
    for fact in facts:
        first = fact.evidence[0]
        inside = doc.char_span(first.start, first.end, alignment_mode="expand")
        found = cues(list(inside[:MOST_TOKENS]), words) if inside is not None and fact.kind not in KEPT_OUT else ()
        yield replace(fact, cues=found) if found else fact


KEPT_OUT = ("quote", "quantity", "non_answer", "position", "demand")


def cues(tokens: list[Token], words: Progress) -> tuple[str, ...]:
    """The cues in a stretch of text, sorted."""
    tokens = [t for t in tokens if not t.is_space]
    found = set()
    for i, token in enumerate(tokens):
        for form in {token.lower_, token.lemma_.lower()}:
            for cue, phrase in words.phrases.get(form, ()):
                if cue not in found and _matches(tokens, i, phrase) and not _denied(tokens, i, phrase):
                    found.add(cue)
    return tuple(sorted(found))


def _matches(tokens: list[Token], start: int, phrase: tuple[str, ...]) -> bool:
    at, gap = start, 0
    for word in phrase:
        if word == "...":
            gap = GAP
            continue
        while at < len(tokens) and word not in (tokens[at].lower_, tokens[at].lemma_.lower()):
            if gap == 0:
                return False
            at, gap = at + 1, gap - 1
        if at >= len(tokens):
            return False
        at, gap = at + 1, 0
    return True


def _denied(tokens: list[Token], start: int, phrase: tuple[str, ...]) -> bool:
    return phrase[0] not in DENYING and any(t.lower_ in DENYING for t in tokens[max(0, start - 2) : start])
