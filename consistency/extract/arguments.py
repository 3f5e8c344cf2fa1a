"""The arguments of a predicate: its subjects, its objects and what stands under its prepositions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = {"nsubj", "nsubjpass", "csubj", "expl"}
OBJECTS = {"dobj", "attr", "oprd", "dative", "acomp"}
ADVERB_STATES = {"over", "off", "up", "down", "out", "back", "away", "underway", "ahead"}
HELPERS = {"be", "have", "get"}


def subjects_of(head: Token) -> tuple[Token, ...]:
    """Who or what a predicate is said of; of one without a subject of its own that of the predicate over it."""
    token = head
    for _ in range(6):
        found = [c for c in token.children if c.dep_ in SUBJECTS and not _expletive(c)]
        if found:
            return tuple(s for first in found for s in (_antecedent(first), *with_conjuncts([first])[1:]))
        if token.dep_ in ("relcl", "acl"):
            return (token.head,)
        if token.dep_ == "xcomp":
            inner = [c for c in token.head.children if c.dep_ == "dobj"]
            if inner and token.head.lemma_ not in HELPERS:
                return (inner[0],)
        if token.dep_ not in ("conj", "xcomp", "advcl", "pcomp", "acomp") or token.head == token:
            return ()
        token = token.head.head if token.dep_ == "pcomp" else token.head
    return ()


def _expletive(subject: Token) -> bool:
    """ "There is", "it is vital to": a subject that stands for nothing."""
    return subject.lower_ == "there" or (subject.lower_ == "it" and subject.dep_ == "expl")


def _antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for."""
    if token.tag_ in ("WDT", "WP") and token.head.dep_ == "relcl":
        return token.head.head
    return token


def objects_of(head: Token, idiom: str) -> list[Token]:
    """The objects and complements, without what is coordinated with them; the object of an idiom is no argument."""
    return [c for c in head.children if (not idiom and c.dep_ in OBJECTS) or _adverb_state(head, c)]


def with_conjuncts(tokens: Iterable[Token]) -> list[Token]:
    """Each token followed by what is coordinated with it after it."""
    return [t for first in tokens for t in (first, *(c for c in first.conjuncts if c.i > first.i))]


def _adverb_state(head: Token, child: Token) -> bool:
    """ "The talks are off", "the war is over": an adverb that says the state."""
    return head.lemma_ == "be" and child.lower_ in ADVERB_STATES and not any(True for _ in child.children)


def obliques_of(head: Token) -> Iterator[tuple[str, Token]]:
    """What stands under prepositions, each with its preposition; "" for a noun without one ("last week")."""
    for prep in head.children:
        if prep.dep_ in ("prep", "agent"):
            for obj in with_conjuncts(c for c in prep.children if c.dep_ in ("pobj", "pcomp")):
                yield prep.lower_, obj
        elif prep.dep_ == "npadvmod" and prep.pos_ == "NOUN":
            yield "", prep


def has_subject(token: Token) -> bool:
    """Whether a verb has a subject of its own."""
    return any(c.dep_ in SUBJECTS for c in token.children)
