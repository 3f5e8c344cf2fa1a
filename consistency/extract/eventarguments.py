"""What an event is an event of: its things, who does it, and the words that tell it from others of its class."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from consistency.extract.arguments import with_conjuncts
from consistency.extract.eventwords import EventWords

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token


NameAt = Callable[["Token"], str | None]


class Arguments(NamedTuple):
    """Things and agents by canonical name or by word; `modifiers` are the words beside the things.

    `first` marks "the first pillar was poured", `definite` a noun with "the", `of_event` the class of the event that
    somebody came to or missed.
    """

    things: tuple[str, ...]
    agents: tuple[str, ...]
    modifiers: tuple[str, ...]
    first: bool
    definite: bool
    of_event: str


def arguments_of(
    trigger: Token, head: Token, words: EventWords, person_at: NameAt, *, coming: bool = False
) -> Arguments:
    """The arguments of an event that `trigger` names and `head` carries; `coming`: it is of coming to one or not."""
    verb = trigger.pos_ == "VERB"
    one = first_of(trigger) if verb else None
    things = _of_verb(trigger, coming=coming) if verb else _of_noun(trigger)
    agents = _agents(trigger, head)
    of_event = ""
    if coming:
        events = [t for t in (*things, *_from(trigger)) if t.pos_ == "NOUN" and words.noun(t.lemma_.lower())]
        of_event = words.noun(events[0].lemma_.lower()) if events else ""
        things = [*things, *(o for e in events for o in _of_noun(e))]
    if one is not None:
        things = [one]
    named = [_word(t, words, person_at) for t in things]
    beside = {
        words.term(c.lemma_.lower())
        for t in (trigger, *things)
        for c in t.children
        if c.dep_ in ("amod", "compound", "nmod", "poss") and c.tag_ != "PRP$" and c.lower_ != "first"
    }
    return Arguments(
        things=tuple(dict.fromkeys(n for n in named if n and n not in words.vague)),
        agents=tuple(dict.fromkeys(n for t in agents if (n := _word(t, words, person_at)))),
        modifiers=tuple(sorted(beside)),
        first=one is not None or any(_first(t) for t in (trigger, *things)),
        definite=not verb and not any(named) and _definite(trigger),
        of_event=of_event,
    )


def _of_verb(verb: Token, *, coming: bool) -> list[Token]:
    """What it is done to: the object, the subject of a passive or of a verb without object, and the purpose."""
    passive = [c for c in verb.children if c.dep_ == "nsubjpass"]
    direct = [c for c in verb.children if c.dep_ in ("dobj", "attr")]
    alone = [c for c in verb.children if c.dep_ == "nsubj"] if not direct and not coming else []
    noun = [verb.head] if verb.dep_ == "acl" and verb.tag_ in ("VBN", "VBG") and verb.head.pos_ == "NOUN" else []
    found = passive or direct or alone or noun
    return [*with_conjuncts(found), *_below([verb, *found]), *_purpose(verb)]


def _of_noun(noun: Token) -> list[Token]:
    """What it is of: "the scheme's launch", "the purchase of Crofts", "the vote to strike", "the strike vote"."""
    found = [c for c in noun.children if c.dep_ in ("compound", "poss", "nmod") and c.pos_ in ("NOUN", "PROPN")]
    return [*found, *_below([noun]), *_purpose(noun)]


def _below(heads: Iterable[Token]) -> list[Token]:
    """The objects of "of", "on", "between": "the first pillar of the dam"."""
    return [
        o
        for h in heads
        for p in h.children
        if p.dep_ == "prep" and p.lower_ in ("of", "on", "between", "with", "against")
        for o in p.children
        if o.dep_ == "pobj" and o.pos_ in ("NOUN", "PROPN")
    ]


def _purpose(token: Token) -> list[Token]:
    """ "voted to walk off the job", "the vote to strike"."""
    return [
        c
        for c in token.children
        if c.dep_ in ("xcomp", "acl", "advcl") and c.pos_ == "VERB" and any(t.lower_ == "to" for t in c.children)
    ]


def _from(verb: Token) -> list[Token]:
    above = [verb, *(c for c in verb.children if c.dep_ in ("advmod", "prt"))]
    preps = [p for t in above for p in t.children if p.dep_ == "prep" and p.lower_ in ("from", "in", "at")]
    return [o for p in preps for o in p.children if o.dep_ == "pobj"]


def _agents(trigger: Token, head: Token) -> list[Token]:
    """Who does it: the subject of the verb or of the light verb over it, or who stands behind "by"."""
    heads = (trigger, head)
    found = [c for h in heads for c in h.children if c.dep_ == "nsubj" and c != trigger]
    by = [o for h in heads for p in h.children if p.lower_ == "by" and p.dep_ in ("agent", "prep") for o in p.children]
    if not found and trigger.dep_ in ("relcl",):
        found = [trigger.head]
    if not found and trigger.dep_ in ("conj", "xcomp", "advcl") and trigger.pos_ == "VERB":
        found = [c for c in trigger.head.children if c.dep_ in ("nsubj", "nsubjpass")]
    return with_conjuncts([*found, *(o for o in by if o.dep_ == "pobj")])


def _definite(noun: Token) -> bool:
    """ "The takeover", and nothing that says of what."""
    kinds = {(c.dep_, c.lower_) for c in noun.children}
    return (
        ("det", "the") in kinds and ("prep", "of") not in kinds and not any(d in ("poss", "compound") for d, _ in kinds)
    )


def first_of(verb: Token) -> Token | None:
    """What a verb says was the first: "gave the first of the shots", "got the first injection"; None if nothing."""
    for c in verb.children:
        if c.dep_ not in ("dobj", "nsubjpass"):
            continue
        if c.lower_ == "first":
            return _last_noun(c) if any(p.lower_ == "of" for p in c.children) else None
        if c.pos_ == "NOUN" and _first(c):
            return c
    return None


def _last_noun(first: Token) -> Token | None:
    """The noun that "the first of what is meant to be 900 shots" is one of: the last before another preposition."""
    found: Token | None = None
    for t in first.doc[first.i + 2 : min(first.i + 14, first.sent.end)]:
        if t.pos_ == "NOUN":
            found = t
        elif found is not None:
            break
    return found


def _first(token: Token) -> bool:
    return any(c.lower_ == "first" and c.dep_ in ("amod", "advmod", "nummod") for c in token.children)


def _word(token: Token, words: EventWords, person_at: NameAt) -> str:
    """The name of a person or body, else the word under which what it names is known; "" for a pronoun."""
    name = person_at(token)
    if name is not None:
        return name
    if token.tag_ in ("WDT", "WP") and token.head.dep_ == "relcl":
        return _word(token.head.head, words, person_at) if token.head.head.tag_ not in ("WDT", "WP") else ""
    if token.pos_ in ("PRON", "DET", "NUM"):
        return ""
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB":
        parts = [c.lower_ for c in token.children if c.dep_ in ("prt", "prep", "advmod") and c.i == token.i + 1]
        long = f"{lemma}_{parts[0]}" if parts else lemma
        return words.term(long) if words.term(long) != long else words.term(lemma)
    return token.text if token.pos_ == "PROPN" else words.term(lemma)
