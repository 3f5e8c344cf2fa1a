"""The lexicon of what has a size once and for all, and of deeds that are done in amounts."""

from __future__ import annotations

from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from consistency.lexicons import LexiconModel, load

if TYPE_CHECKING:
    from spacy.tokens import Token


class Whole(LexiconModel):
    """Things, and what each of them has once and for all so many of: the pages of a book."""

    parts: frozenset[str]
    things: frozenset[str]


class Sizes(LexiconModel):
    """sizes.yaml."""

    sized: dict[str, tuple[str, ...]]
    verbs: dict[str, tuple[str, ...]]
    trades: dict[str, frozenset[str]]
    wholes: tuple[Whole, ...]
    alike: tuple[tuple[str, ...], ...]
    levels: frozenset[str]
    currencies: frozenset[str]
    partial: frozenset[str]
    changing: frozenset[str]
    wanting: frozenset[str]
    binding: frozenset[str]
    no_deeds: frozenset[str]
    revised: frozenset[str]

    @cached_property
    def parts(self) -> dict[str, frozenset[str]]:
        """The things that have so many of a part, by the part."""
        return {part: whole.things for whole in self.wholes for part in whole.parts}

    @cached_property
    def _nouns(self) -> dict[str, str]:
        return {word: name for name, words in self.sized.items() for word in (name, *words)}

    @cached_property
    def _verbs(self) -> dict[str, str]:
        return {word: name for name, words in self.verbs.items() for word in words}

    def traded(self, lemma: str) -> str:
        """The name of what is done with goods and sums, by verb or noun, from one side: "sell" for a sale."""
        return next((name for name, words in self.trades.items() if lemma in words), "")

    def kind(self, lemma: str) -> str:
        """The word for all that can be called the same: a tower is a building."""
        return next((group[0] for group in self.alike if lemma in group), lemma)

    def group(self, token: Token) -> str:
        """The kind of thing that a word names which is made once with a sum of money; "" for others."""
        known = self._verbs if token.pos_ == "VERB" else self._nouns
        return known.get(token.lemma_.lower(), "")


@lru_cache(maxsize=8)
def sizes(folders: tuple[Path, ...] = ()) -> Sizes:
    """sizes.yaml, extended by the user's."""
    return load(Sizes, "sizes", folders)
