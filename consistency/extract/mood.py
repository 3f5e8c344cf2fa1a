"""How a clause is put: its tense, how certain it is, whether it is demanded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consistency.extract.verbs import AUXILIARIES, with_particle, yet
from consistency.extract.words import Predicates
from consistency.facts import Certainty, Tense

if TYPE_CHECKING:
    from spacy.tokens import Token


def tense_of(head: Token, chain: list[Token], auxiliaries: list[str], words: Predicates) -> Tense:
    """The tense by the finite verb, the auxiliaries and the verbs above them: plans and forecasts are future."""
    if any(a in ("will", "'ll", "’ll", "shall", "wo", "would", "'d", "’d") for a in auxiliaries):
        return "future"
    top = chain[-1] if chain else head
    if any(t.lower_ == "going" for t in chain) or _is_to(top, chain):
        return "future"
    if chain and yet(top):
        return "past"
    if any(words.operator(kind, t.lemma_) for t in chain for kind in ("predicts", "intends")):
        return "future"
    finite = [
        t for t in (top, *top.children) if t.tag_ in ("VBD", "VBZ", "VBP") and (t == top or t.dep_ in AUXILIARIES)
    ]
    if any(t.tag_ == "VBD" for t in finite) or (
        top.tag_ == "VBN" and any(a in ("has", "have", "had") for a in auxiliaries)
    ):
        return "past"
    if not finite and top.tag_ == "VBN":
        return "past"
    return "present"


def _is_to(top: Token, chain: list[Token]) -> bool:
    """ "The ferry is to carry 240 passengers": what is planned."""
    below = [c for c in top.children if c.dep_ == "xcomp"]
    return bool(chain) and top.lower_ in ("is", "are") and any(t.lower_ == "to" for c in below for t in c.children)


def certainty_of(head: Token, chain: list[Token], auxiliaries: list[str], words: Predicates) -> Certainty:
    """How sure the clause is of what it says; "unknown" where nobody asserts it."""
    if _unasserted(chain[-1] if chain else head):
        return "unknown"
    never = any(c.dep_ == "neg" or c.lower_ == "never" for c in head.children)
    if never and any(a in ("can", "ca") for a in auxiliaries):
        return "certain"
    if any(a in ("may", "might", "could", "can", "ca") for a in auxiliaries):
        return "possible"
    if any(words.operator("possible", with_particle(t)) and t.lower_ != "going" for t in chain):
        return "probable" if _kept_off(chain, words) else "possible"
    if any(words.operator("predicts", with_particle(t)) for t in chain):
        return "probable"
    if any(c.dep_ == "advmod" and c.lower_ in words.hedges for c in head.children):
        return "probable"
    return "certain"


def _kept_off(chain: list[Token], words: Predicates) -> bool:
    """ "Does not intend to raise it": what is not intended will not be done by who says so."""
    top = chain[-1]
    return words.operator("intends", top.lemma_) and any(c.dep_ == "neg" for c in top.children)


def _unasserted(top: Token) -> bool:
    """What nobody asserts: "in order to end it", "the urgency of ending it", "until it is over", "not that it is"."""
    if any(c.dep_ == "mark" and c.lower_ == "that" and c.i and c.nbor(-1).lower_ == "not" for c in top.children):
        return True
    if top.dep_ in ("acl", "advcl", "relcl", "pcomp", "csubj", "ccomp", "dep", "conj"):
        first = top
        while first.dep_ == "conj" and first.head != first:
            first = first.head
        if first.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in first.children):
            return first.dep_ != "ROOT"
        if first.dep_ in ("pcomp", "csubj"):
            return True
        marks = [c.lower_ for c in first.children if c.dep_ in ("mark", "advmod") and c.i < first.i]
        if first.dep_ == "advcl" and any(m in ("before", "until", "till", "once", "whenever") for m in marks):
            return True
        if first.dep_ == "advcl" and any(m in ("after", "when", "as") for m in marks):
            return any(t.tag_ == "MD" for t in (*first.head.children, *first.children)) or first.tag_ in ("VBZ", "VBP")
    return False


def is_demanded(head: Token, chain: list[Token], auxiliaries: list[str], words: Predicates) -> bool:
    """ "must", "should", "have to", "it is vital to"."""
    if any(a in ("must", "should", "ought") for a in auxiliaries):
        return True
    below = [head, *chain]
    return any(
        (words.operator("demands", t.lemma_) and t.lemma_ != "have")
        or (t.lemma_ == "have" and not yet(t) and any(c.lower_ == "to" for c in below[n].children if c.dep_ == "aux"))
        for n, t in enumerate(chain)
    )
