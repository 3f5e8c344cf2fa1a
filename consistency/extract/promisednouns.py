"""Promises named after a colon: "made a promise to voters: 4,000 homes by 2030"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from consistency.extract.promised import after_colon
from consistency.extract.propositions import names, terms
from consistency.extract.surroundings import Surroundings
from consistency.extract.undertakings import OWN, undertakings
from consistency.facts import Fact, Proposition
from consistency.spans import Span, strip_span

if TYPE_CHECKING:
    from spacy.tokens import Token

MADE = {"make", "give", "repeat", "renew", "sign", "offer", "have", "be"}


def named_promises(around: Surroundings) -> Iterator[Fact]:
    """The promises of an article whose content is a noun phrase after a colon, in its own voice."""
    nouns = undertakings(around.lexicons).nouns - {"word", "oath"}
    for token in around.doc:
        if token.lemma_.lower() in nouns and token.pos_ == "NOUN" and around.owners.of(token) is None:
            holder, promised = _holder(token, around), after_colon(token)
            if holder is not None and promised is not None:
                yield _fact(token, holder, promised, around)


def _holder(noun: Token, around: Surroundings) -> str | None:
    """Who makes the promise: the subject of "made a promise", the owner of "her promise"."""
    owned = [c for c in noun.children if c.dep_ == "poss"]
    verb = noun.head
    makes = noun.dep_ in ("dobj", "attr", "nsubj") and verb.lemma_ in MADE
    made = [c for h in (verb, verb.head) if makes for c in h.children if c.dep_ == "nsubj" and c is not noun]
    for token in (*owned, *made):
        name = around.person_at(token)
        if name is not None and token.lower_ not in OWN:
            return name
    return None


def _fact(noun: Token, holder: str, promised: Token, around: Surroundings) -> Fact:
    tokens = [t for t in noun.doc[noun.i + 1 : noun.sent.end] if not t.is_space]
    colon = next(n for n, t in enumerate(tokens) if t.text == ":")
    tokens = tokens[colon + 1 :]
    last = tokens[-1]
    span = strip_span(around.article.text, Span(tokens[0].idx, last.idx + len(last)), " .;\n")
    negative = tokens[0].lower_ in ("no", "not", "never")
    theme = around.words.themes.theme(promised.lemma_.lower())[0]
    told = Proposition(
        predicate=noun.lemma_.lower(),
        poles=(("exist", -1 if negative else 1),),
        theme=theme,
        subject=(holder,),
        objects=(theme,),
        terms=terms(tokens, around.words),
        names=names(tokens, around.person_at, around.words.themes.generic),
        positive=not negative,
        tense="future",
    )
    said = around.article.published.interval
    day, because = around.deadline((span,), said)
    return Fact(
        id="", article=around.article.id, kind="promise", holder=holder, proposition=told, evidence=(span,), own=True,
        said=said, publisher=around.article.publisher, deadline=day, deadline_because=because,
    )  # fmt: skip
