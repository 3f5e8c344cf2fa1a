"""What a figure is the size of, and what was done to so many: the thing or the deed that its sentence gives it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from consistency.extract.eventwords import EventWords
from consistency.extract.scopewords import Sizes
from consistency.facts import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Token

VERBAL = {"VERB", "AUX"}
NOMINAL = {"NOUN", "PROPN"}
INSIDE = {"nummod", "compound", "nmod", "quantmod"}


class Words(NamedTuple):
    """The lexicons that tell sizes and deeds."""

    sizes: Sizes
    events: EventWords


class Found(NamedTuple):
    """The token that has the size, or that is the deed, with what it is of; `deed` is "" for a size."""

    at: Token
    thing: str
    deed: str = ""


def phrase_of(root: Token) -> Token:
    """The head of the noun phrase that a figure stands in: "a $5m grant" (grant), "60 tonnes of gold" (tonnes)."""
    token = root
    while token.dep_ in INSIDE and token.head.i > token.i and token.head.pos_ in NOMINAL:
        token = token.head
    return token


def size_of(root: Token, quantity: Quantity, words: Words) -> Found | None:
    """The thing that a figure at `root` is the size of: "a $5m grant", "a report that runs to 80 pages"."""
    sizes = words.sizes
    if quantity.unit in sizes.currencies:
        named = ((t, sizes.group(t)) for t in _measured(root))
        return next((Found(t, name) for t, name in named if name), None)
    part = next((w for w in (quantity.unit, quantity.of, root.lemma_, root.head.lemma_) if w in sizes.parts), "")
    for thing in _measured(root) if part else ():
        lemma = thing.lemma_.lower()
        if thing.pos_ in NOMINAL and lemma in sizes.parts[part]:
            return Found(thing, sizes.kind(words.events.term(lemma)))
    return None


def _measured(root: Token) -> Iterator[Token]:
    """What may have the figure for its size, nearest first."""
    top = phrase_of(root)
    if top != root:
        yield top
    for c in top.children:
        if c.dep_ == "prep" and c.lower_ == "in":
            yield from (o for o in c.children if o.dep_ == "pobj")
    head = top.head
    above = head.head if top.dep_ == "pobj" or head.dep_ == "acomp" else head
    if head.lower_ == "worth":
        yield from _chain(head.head)
    elif top.dep_ == "pobj" and (head.lower_ == "of" or (head.lower_ == "with" and above.pos_ in NOMINAL)):
        yield from _chain(above)
    elif above.pos_ in VERBAL and top.dep_ not in ("nsubj", "nsubjpass"):
        yield from _sized_by(above)


SIZING = {"be", "have", "run", "total", "amount", "come", "contain", "stretch", "measure", "span", "comprise", "value"}


def _sized_by(verb: Token) -> Iterator[Token]:
    """The subject of "runs to" and "is", what "valued at" hangs on, or the verb itself: "was fined €14m"."""
    if verb.lemma_ not in SIZING:
        yield verb
    elif verb.dep_ in ("acl", "relcl"):
        yield from _chain(verb.head)
    elif verb.dep_ == "advcl":
        yield from (t for c in verb.head.children if c.dep_ in ("dobj", "nsubjpass") for t in _chain(c))
    else:
        yield from (c for c in verb.children if c.dep_ == "nsubj")


def _chain(noun: Token) -> Iterator[Token]:
    """A noun, and those in whose phrase it stands: "ferry", "contract for the ferry"."""
    yield noun
    for _ in range(4):
        if noun.dep_ in ("conj", "appos") and noun.head.pos_ in NOMINAL:
            noun = noun.head
        elif noun.dep_ == "pobj" and noun.head.head.pos_ in NOMINAL:
            noun = noun.head.head
        else:
            break
        yield noun


def deed_of(root: Token, quantity: Quantity, words: Words) -> Found | None:
    """What was done to so many or to so much: "60 tonnes of gold that were sold", "$2bn in purchases"."""
    top = phrase_of(root)
    money = quantity.unit in words.sizes.currencies
    for thing in _measured(root) if money else ():
        if thing.pos_ == "NOUN" and (name := words.sizes.traded(thing.lemma_.lower())):
            return Found(thing, "", name)
    partner = _partner(top)
    of = partner.lemma_.lower() if partner is not None and quantity.of in PRONOUNS else quantity.of
    for token in filter(None, (top, *_of(top), partner)):
        for verb in _done_to(token):
            name = _name(verb, words)
            if name:
                return Found(verb, "" if money else words.events.term(of), name)
    return None


def _partner(top: Token) -> Token | None:
    """The noun that a phrase with a figure stands beside: "the gold, all 45 tonnes of it"."""
    if top.dep_ == "appos" and top.head.pos_ in NOMINAL:
        return top.head
    beside = [c for c in top.head.children if c.dep_ == top.dep_ and c.i < top.i] if top.dep_ == "nsubj" else []
    return beside[-1] if beside and beside[-1].pos_ in NOMINAL else None


PRONOUNS = {"it", "they", "them", "which"}


def _of(token: Token) -> list[Token]:
    return [o for p in token.children if p.dep_ == "prep" and p.lower_ == "of" for o in p.children if o.dep_ == "pobj"]


def _done_to(token: Token) -> Iterator[Token]:
    """What is done to a phrase: by its participle or relative clause, by the verb over it, by a noun for a deed."""
    for c in token.children:
        if (c.dep_ == "acl" and c.tag_ == "VBN") or (c.dep_ == "relcl" and _is_patient(c)):
            yield c
        elif c.dep_ == "prep" and c.lower_ == "in":
            yield from (o for o in c.children if o.dep_ == "pobj" and o.pos_ == "NOUN")
    if token.dep_ in ("dobj", "nsubjpass") and token.head.pos_ == "VERB":
        yield token.head
    elif token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.pos_ == "NOUN":
        yield token.head.head
    elif token.head.lower_ == "worth":
        above = token.head.head
        while above.dep_ == "conj" and above.head.pos_ in NOMINAL:
            above = above.head
        if above.dep_ in ("dobj", "nsubjpass"):
            yield above.head


def _is_patient(verb: Token) -> bool:
    """Whether a relative clause tells what is done to what it hangs on: "that was sold", "that she sold"."""
    kinds = {c.dep_ for c in verb.children}
    objects = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    return "nsubjpass" in kinds or ("nsubj" in kinds and all(c.tag_ in ("WDT", "WP") for c in objects))


def _name(token: Token, words: Words) -> str:
    """The name of a deed, "" for words that tell none, or one that is told of many things."""
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB":
        part = next((c.lower_ for c in token.children if c.dep_ == "prt"), "")
        name = words.sizes.traded(lemma) or words.events.deed(lemma, part) or (f"{lemma}_{part}" if part else lemma)
    else:
        name = words.sizes.traded(lemma) or words.events.noun(lemma)
    return "" if lemma in words.sizes.no_deeds or name in words.sizes.no_deeds or lemma in words.events.light else name
