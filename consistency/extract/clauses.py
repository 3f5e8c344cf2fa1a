"""Clauses: each predicate of a sentence with its arguments, polarity, tense, certainty and what it hangs on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from consistency.extract.arguments import SUBJECTS, has_subject, objects_of, obliques_of, subjects_of, with_conjuncts
from consistency.extract.conditions import condition_of, is_tag
from consistency.extract.mood import certainty_of, is_demanded, tense_of
from consistency.extract.polarity import is_positive
from consistency.extract.verbs import (
    AUXILIARIES,
    CAUSING,
    auxiliaries_of,
    idiom_of,
    is_caused,
    is_infinitive,
    operators_of,
    with_particle,
    yet,
)
from consistency.extract.words import Predicates
from consistency.facts import Certainty, Condition, Tense
from consistency.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

CLAUSAL = {"ROOT", "conj", "ccomp", "advcl", "relcl", "acl", "xcomp", "pcomp", "parataxis", "csubj", "dep", "appos"}
TEMPORAL = {"before", "after", "since", "until", "upon", "on", "while", "when"}


@dataclass(frozen=True, slots=True)
class Clause:
    """One predicate with its arguments. `head` is the verb, or the predicate noun or adjective of a verbless clause.

    `predicate` is the head's lemma with its particle ("back_away"). `agent` is who does it: the subject, or of "get it
    done" the one who gets it done. `operators` are the verbs above it that it depends on ("fail to").
    """

    head: Token
    predicate: str
    subject: tuple[Token, ...]
    objects: tuple[Token, ...]
    obliques: tuple[tuple[str, Token], ...]
    agent: tuple[Token, ...]
    positive: bool
    tense: Tense
    certainty: Certainty
    condition: Condition
    demand: bool
    passive: bool
    infinitive: bool
    operators: tuple[str, ...]
    span: Span


def clauses(sentence: Sentence, words: Predicates) -> list[Clause]:
    """The clauses of a sentence in the order of their heads; a verb that only operates on another is not one."""
    return [_clause(token, words) for token in sentence if _is_predicate(token) and not _operates(token, words)]


def _operates(token: Token, words: Predicates) -> bool:
    """Whether a verb's own meaning is only what it does to its infinitive: "fail to", "have yet to", "plan to"."""
    below = [c for c in token.children if c.dep_ == "xcomp" and c.pos_ in ("VERB", "AUX") and c.i > token.i]
    if below and token.lower_ in ("going", "gon"):
        return True
    states = [c for c in token.children if c.dep_ == "acomp" and any(g.dep_ == "xcomp" for g in c.children)]
    if token.lemma_ in ("be", "seem", "remain", "become") and states:
        return any(words.operator(kind, states[0].lemma_) for kind in ("negates", "possible", "predicts", "intends"))
    if not below or any(c.dep_ == "dobj" for c in token.children):
        return token.lemma_ in CAUSING and any(is_caused(c) for c in token.children)
    lemma = with_particle(token)
    return any(words.operator(kind, lemma) for kind in ("negates", "keeps", "possible", "intends")) or yet(token)


def _is_predicate(token: Token) -> bool:
    if token.is_space or token.is_punct or (token.dep_ not in CLAUSAL and token.tag_ != "RB"):
        return False
    if (token.dep_ == "pcomp" and token.head.lower_ in TEMPORAL) or is_tag(token):
        return False
    if token.pos_ in ("VERB", "AUX") and token.dep_ not in AUXILIARIES:
        return True
    if token.tag_ == "RB":  # a phrasal verb in quotation marks may pass for an adverb: he could "back away"
        kinds = {c.dep_ for c in token.children}
        return "nsubj" in kinds and "aux" in kinds
    return token.pos_ == "ADJ" and any(c.dep_ in SUBJECTS for c in token.children)


def _clause(head: Token, words: Predicates) -> Clause:
    chain = operators_of(head)
    auxiliaries = auxiliaries_of(head, chain)
    subject = subjects_of(head)
    idiom = idiom_of(head, words)
    objects = objects_of(head, idiom)
    return Clause(
        head=head,
        predicate=idiom or with_particle(head),
        subject=subject,
        objects=tuple(with_conjuncts(objects)),
        obliques=tuple(obliques_of(head)),
        agent=subjects_of(chain[-1]) if is_caused(head) and chain else subject,
        positive=is_positive(head, chain, (*subject, *objects), words),
        tense=tense_of(head, chain, auxiliaries, words),
        certainty=certainty_of(head, chain, auxiliaries, words),
        condition=condition_of(head, auxiliaries),
        demand=is_demanded(head, chain, auxiliaries, words),
        passive=any(c.dep_ in ("auxpass", "nsubjpass") for c in head.children) or is_caused(head),
        infinitive=is_infinitive(chain[-1] if chain else head),
        operators=tuple(with_particle(t) for t in chain),
        span=_span(chain[-1] if chain else head),
    )


def _span(head: Token) -> Span:
    """The clause without clauses coordinated after it and without its closing punctuation."""
    tokens = [t for t in head.subtree if not t.is_space]
    for c in head.children:
        apart = c.dep_ in ("conj", "parataxis") or (c.dep_ == "advcl" and _set_against(c))
        if apart and c.i > head.i and has_subject(c):
            inner = {t.i for t in c.subtree}
            tokens = [t for t in tokens if t.i not in inner]
    while tokens and (tokens[-1].is_punct or tokens[-1].dep_ == "cc" or tokens[-1].is_quote):
        tokens.pop()
    while tokens and (tokens[0].is_punct or tokens[0].dep_ in ("cc", "mark")) and tokens[0] != head:
        tokens.pop(0)
    if not tokens:
        return Span(head.idx, head.idx + len(head))
    return Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))


def _set_against(token: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ in ("though", "although", "while", "whereas") for c in token.children)
