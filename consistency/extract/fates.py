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
    parts: frozenset[str]
    percents: frozenset[str]
    definite: frozenset[str]
    finding: frozenset[str]

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
    if any(_is_share(tokens, i, words) for i in range(len(tokens))):
        found.add("share")
    return tuple(sorted(found))


def _is_share(tokens: list[Token], at: int, words: Progress) -> bool:
    """Whether a part of a whole is told here: "a third of the flats", "31 of 480", "61 percent", "of 480, 31 have"."""
    token = tokens[at]
    if token.lower_ in words.percents:
        return _is_share_in_percent(tokens, at)
    counted = token.like_num and token.lower_ != "one"
    if not counted and token.lemma_.lower() not in words.parts:
        return False
    rest = [t.lower_ for t in tokens[at + 1 : at + 3]]
    if len(rest) == 2 and rest[0] == "of" and (rest[1] in words.definite or rest[1][:1].isdigit()):
        return True
    whole = tokens[at - 1].lower_ == "of" if at else False
    return (
        whole
        and counted
        and any(t.text == "," and u.like_num for t, u in zip(tokens[at:-1], tokens[at + 1 :], strict=True))
    )


def _is_share_in_percent(tokens: list[Token], at: int) -> bool:
    """ "61 percent of the cars", "or 61 percent, had", "filled to 4 per cent": not "rose by 4 percent"."""
    first = at - 1 if at and tokens[at - 1].lower_ != "per" else at - 2
    if first < 0 or not tokens[first].like_num or tokens[first].lower_ == "100":
        return False
    before = tokens[first - 1] if first else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if before is not None and before.lower_ in ("to", "at"):
        return before.head.lemma_.lower() in ("fill", "complete", "stand", "finish", "build", "repair")
    of = after is not None and after.lower_ == "of"
    return of or (before is not None and before.lower_ == "or" and tokens[first - 2].text == ",")


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
