"""Verbs as predicates: with their particle, with the auxiliaries and the verbs above them that they depend on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consistency.extract.arguments import has_subject
from consistency.extract.words import Predicates

if TYPE_CHECKING:
    from spacy.tokens import Token

CAUSING = {"get", "have", "leave", "keep"}
AUXILIARIES = {"aux", "auxpass"}
DIRECTIONS = {"away", "back", "out", "down", "up", "off", "aside", "on", "apart", "through", "over", "together",
              "ahead", "forward"}  # fmt: skip


MOVING = frozenset({"go", "come", "move", "climb", "shoot", "push", "drive", "bring", "put", "step", "pull", "send",
                    "take", "jump", "creep", "edge", "inch", "bid", "mark"})  # fmt: skip
"""Verbs that tell a change together with "up" and "down"."""


def with_particle(token: Token) -> str:
    """The lemma of a verb, with its particle behind an underscore: "back_away"."""
    lemma = token.lemma_.lower()
    parts = [c.lower_ for c in token.children if c.dep_ == "prt" and not _bounds(c)]
    if not parts and token.pos_ == "VERB":
        after = [c for c in token.children if c.dep_ == "advmod" and c.i == token.i + 1 and c.tag_ in ("RB", "RP")]
        parts = [c.lower_ for c in after if c.lower_ in DIRECTIONS]
    if token.lower_ in DIRECTIONS and token.i and token.nbor(-1).lower_ in ("back", "walk", "step", "pull", "move"):
        return f"{token.nbor(-1).lower_}_{token.lower_}"  # the parser often takes "back away" for an adverb
    return "_".join([lemma, *parts[:1]])


def _bounds(particle: Token) -> bool:
    """ "Carry up to 840": the word belongs to the figure and not to the verb, as it does in "went up to 40"."""
    after = particle.doc[particle.i + 1 : particle.i + 3]
    if particle.head.lemma_ in MOVING:
        return False
    return particle.lower_ in ("up", "down") and len(after) == 2 and after[0].lower_ == "to" and after[1].like_num


def idiom_of(head: Token, words: Predicates) -> str:
    """A verb and its object that are one predicate: "take place"."""
    found = (f"{head.lemma_}_{c.lemma_}".lower() for c in head.children if c.dep_ == "dobj")
    return next((phrase for phrase in found if phrase in words.idioms), "")


def operators_of(head: Token) -> list[Token]:
    """The verbs above an infinitive or gerund complement, nearest first: "has yet to be touched", "failed to sign"."""
    chain: list[Token] = []
    token = head
    while (token.dep_ in ("xcomp", "acomp") or is_caused(token)) and token.head != token and len(chain) < 4:
        if token.dep_ == "acomp" and not chain:
            break
        token = token.head
        chain.append(token)
    return chain


def auxiliaries_of(head: Token, chain: list[Token]) -> list[str]:
    """Those of the verb and of the verbs above it; a coordinated verb without any has those of the first one."""
    own = [a.lower_ for t in (head, *chain) for a in t.children if a.dep_ in AUXILIARIES]
    top = chain[-1] if chain else head
    if top.tag_ == "MD":
        own.append(top.lower_)
    modal = any(t.tag_ == "MD" for t in top.children)
    if top.dep_ == "conj" and not modal and top.tag_ in ("VB", "VBN") and not has_subject(top):
        own += [a.lower_ for a in top.head.children if a.dep_ in AUXILIARIES]
    return own


def is_infinitive(top: Token) -> bool:
    """ "to sign"."""
    return top.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in top.children)


def is_caused(head: Token) -> bool:
    """ "get the war ended", "have the soil cleaned up": the participle's subject is what it is done to."""
    return head.dep_ in ("ccomp", "xcomp") and head.tag_ in ("VBN", "VBD") and head.head.lemma_ in CAUSING


def yet(token: Token) -> bool:
    """ "have yet to", "is yet to"."""
    return token.lemma_ in ("have", "be", "remain") and any(
        c.lower_ == "yet" and c.dep_ == "advmod" for c in token.children
    )


def predicate_over(token: Token) -> int:
    """The index of the nearest verb above a token, or of its root."""
    while token.head != token:
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in AUXILIARIES:
            break
        token = token.head
    return token.i
