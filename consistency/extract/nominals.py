"""Nouns that say what a clause could: "a rise in the tax", "the cancellation of the match", "a rate increase"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from consistency.extract.words import Predicates

if TYPE_CHECKING:
    from spacy.tokens import Token

MEASURES = {
    "lot", "number", "hope", "sign", "chance", "prospect", "possibility", "one", "any", "end", "kind", "part", "most",
    "some", "condition", "need", "case", "reason", "plan", "room", "scope", "call", "demand", "proposal", "record",
}  # fmt: skip


class Nominal(NamedTuple):
    """An event noun: the poles that it asserts of its theme, and the noun that is the theme."""

    poles: tuple[tuple[str, int], ...]
    theme: Token


def counted(token: Token) -> Token:
    """Across "of" or "for" from a word that says little: "a lot of progress", "the conditions for an increase"."""
    for _ in range(3):
        if token.lemma_.lower() not in MEASURES:
            break
        below = [
            o
            for p in token.children
            if p.dep_ == "prep" and p.lower_ in ("of", "for")
            for o in p.children
            if o.dep_ == "pobj"
        ]
        if not below:
            break
        token = below[0]
    return token


def nominal(token: Token, words: Predicates) -> Nominal | None:
    """The noun as an event with a theme of its own; None where it is no event noun or names no theme."""
    if token.pos_ != "NOUN":
        return None
    poles = words.poles(token.lemma_.lower())
    if not poles:
        return None
    below = [
        o
        for p in token.children
        if p.dep_ == "prep" and p.lower_ in ("of", "in", "to", "on")
        for o in p.children
        if o.dep_ == "pobj" and o.pos_ in ("NOUN", "PROPN")
    ]
    before = [c for c in token.children if c.dep_ == "compound" and c.pos_ == "NOUN"]
    theme = next(iter((*below, *before[-1:])), None)
    return Nominal(poles, theme) if theme is not None else None
