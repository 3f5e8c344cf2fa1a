"""Which predicate a contrast cue sets against an earlier saying, and whose saying that was."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from consistency.extract.contrastwords import Contrasts
from consistency.extract.propositions import PersonAt

if TYPE_CHECKING:
    from spacy.tokens import Token

VERBAL = {"VERB", "AUX"}
CLIMB = 12
"""Steps from a cue up to the predicate that is set against the saying."""


def anchor_of(start: Token, known: set[int], heads: Sequence[Token], words: Contrasts) -> Token | None:
    """The predicate that is set against the saying: the first above the cue that is one, or what its sayer grants."""
    token = start
    for _ in range(CLIMB):
        urged = token.dep_ == "xcomp" and token.head.lemma_.lower() in words.urging
        if urged or (token != start and token.pos_ in VERBAL and token.lemma_.lower() in words.charging):
            return None
        if token.i in known and not _loose(token):
            return token
        if token.head == token:
            break
        token = token.head
    below = [h for h in heads if h.head == token and (h.dep_ in ("ccomp", "xcomp") or token.pos_ not in VERBAL)]
    return below[0] if below else (token if token.i in known else None)


def _loose(token: Token) -> bool:
    """A participle without a subject of its own that tells what its main clause does: ", abandoning a pledge"."""
    subject = any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children)
    return (
        token.dep_ in ("advcl", "acl", "pcomp") and token.tag_ in ("VBG", "VBN") and not subject and token.head != token
    )


def holder_of(token: Token, at: Token, via: str, anchor: Token, person_at: PersonAt) -> str | None:
    """Whose saying it was: the owner of the noun, the one who made it, the subject of the verb."""
    beside = [c for c in token.children if c.dep_ in ("poss", "nsubj", "nsubjpass")]
    beside += [g for c in token.children if c.dep_ == "prep" and c.lower_ in ("by", "of") for g in c.children]
    beside += [s for c in token.children if c.dep_ == "relcl" for s in c.children if s.dep_ == "nsubj"]
    if via in ("changed", "wrong"):
        beside = _subjects(at)
    if not beside and via == "conceded":
        beside = [at]
    for t in beside:
        who = token.head if t.tag_ in ("WP", "WDT") and token.dep_ == "relcl" else t
        if (name := person_at(who)) is not None:
            return name
    if beside and beside[0].pos_ != "PRON":
        return None
    above = [s for v in at.ancestors if v.pos_ in VERBAL for s in _subjects(v)]
    return next((name for s in (*_subjects(at), *_subjects(anchor), *above) if (name := person_at(s))), None)


def _subjects(verb: Token) -> list[Token]:
    """The subjects of a verb, or of the one that it is the infinitive of: "she had come to change her mind"."""
    for _ in range(4):
        found = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
        if found or verb.dep_ not in ("xcomp", "conj"):
            return found
        verb = verb.head
    return []
