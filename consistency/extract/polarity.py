"""Whether a clause is denied: the negations on its verbs, on its arguments, and those that are none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from consistency.extract.verbs import with_particle, yet
from consistency.extract.words import Predicates

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_positive(head: Token, chain: Sequence[Token], arguments: Iterable[Token], words: Predicates) -> bool:
    """Whether what the head says is asserted and not denied, with all its negations counted."""
    negative = sum(_negated(t, words) for t in (head, *chain)) + sum(
        words.operator("negates", with_particle(t)) or yet(t) for t in chain
    )
    return (negative + _negative_arguments(arguments, words)) % 2 == 0


def _negated(token: Token, words: Predicates) -> int:
    return sum(
        c.dep_ == "neg" or no_longer(c) or (c.dep_ in ("advmod", "preconj", "cc", "det") and c.lower_ in words.negators)
        for c in token.children
        if c.i < token.i + 4 and not _not_only(c) and not (c.dep_ == "cc" and c.i > token.i)
    ) + _neither(token)


def no_longer(token: Token) -> bool:
    """Whether a word is the "longer" of "no longer"."""
    return token.lower_ == "longer" and any(c.lower_ == "no" for c in token.children)


def _neither(token: Token) -> int:
    """ "is neither before parliament nor on paper": the negation stands on the complement of "be"."""
    return token.lemma_ == "be" and any(
        g.lower_ in ("neither", "nowhere")
        for c in token.children
        if c.dep_ in ("prep", "acomp", "attr")
        for g in c.children
    )


def _not_only(token: Token) -> bool:
    rest = token.doc[token.i + 1 : token.i + 2]
    return token.lower_ == "not" and bool(rest) and rest[0].lower_ in ("only", "just", "least", "merely")


def _negative_arguments(arguments: Iterable[Token], words: Predicates) -> int:
    """ "no employee", "nobody", "not one person": a negative word among the arguments negates the clause."""
    return any(
        a.lower_ in words.negators
        or any(
            (c.dep_ in ("det", "neg", "preconj", "advmod") or c.lower_ == "one")
            and any(t.lower_ in words.negators for t in (c, *c.children))
            for c in a.children
        )
        for a in arguments
        if a.tag_ != "JJ"
    )
