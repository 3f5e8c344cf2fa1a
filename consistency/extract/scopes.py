"""Which one thing a figure is of: the size of a thing ("a $5m grant"), or how much was done ("sold 60 tonnes")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from consistency.extract.eventwords import EventWords
from consistency.extract.measured import NOMINAL, VERBAL, Found, Words, deed_of, phrase_of, size_of
from consistency.extract.propositions import PersonAt, names, terms
from consistency.extract.scopewords import Sizes
from consistency.facts import Quantity, Scope

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from consistency.extract.surroundings import Surroundings

MOST = 60
"""Tokens of a clause or a phrase that tell which thing a figure is of."""
PART = Scope("", "", "part")
"""Of a figure that is one of several for a thing, or a part, or that changes."""


def scope_of(around: Surroundings, quantity: Quantity, words: Words) -> Scope | None:
    """The scope of a figure; None where it tells no thing or deed in particular."""
    doc = around.doc
    span = doc.char_span(quantity.span.start, quantity.span.end, alignment_mode="expand")
    if span is None:
        return None
    if quantity.unit in words.sizes.levels:
        return _level(doc, span.start, quantity)
    if _is_partial(doc, span.start, span.end, words.sizes):
        return PART
    found = size_of(span.root, quantity, words) or deed_of(span.root, quantity, words)
    if found is None:
        return None
    stage = _stage(found, words.sizes) if found.deed else "size"
    if not stage:
        return None
    if _is_changed(found.at, words.sizes):
        return PART
    tokens = sorted({t.i: t for t in _beside(found.at)}.values(), key=lambda t: t.i)
    told = {
        *terms(tokens, around.words),
        *names(tokens, around.person_at, around.words.themes.generic),
        *_spells(tokens),
    }
    inner = found.at.dep_ in ("acl", "relcl")
    return Scope(
        found.deed, found.thing, stage, tuple(sorted(told)), _modifiers(found, words.events, around.person_at), inner
    )


def _level(doc: Doc, start: int, quantity: Quantity) -> Scope | None:
    """What rises and falls, with the words before it: "youth unemployment", "the core inflation rate"."""
    sentence = doc[start].sent
    near = [t for t in doc[sentence.start : sentence.end] if t.lemma_.lower() == quantity.of and t.pos_ in NOMINAL]
    if not near:
        return None
    noun = min(near, key=lambda t: abs(t.i - start))
    before = {c.lemma_.lower() for c in noun.children if c.dep_ in ("amod", "compound", "nmod") and c.i < noun.i}
    return Scope("", quantity.of, "level", (), tuple(sorted(before)))


def _spells(tokens: list[Token]) -> set[str]:
    """ "Over two years", "a three-year deal", "last season": how long or when, as words that tell one thing."""
    long = {f"{c.lower_} {t.lemma_}" for t in tokens if t.lemma_ in SPELLS for c in t.children if c.dep_ == "nummod"}
    last = {f"last {t.lemma_}" for t in tokens if t.dep_ == "npadvmod" for c in t.children if c.lower_ == "last"}
    return long | last


SPELLS = {"day", "week", "month", "year", "decade"}


def _is_partial(doc: Doc, start: int, end: int, sizes: Sizes) -> bool:
    """Whether it is told to be one of several figures or a part: "another $5m", "$5m a year", "including 12 cars"."""
    before = {t.lower_ for t in doc[max(0, start - 3) : start]}
    after = [t.lower_ for t in doc[end : end + 2]]
    beside = {c.lower_ for c in phrase_of(doc[start:end].root).children if c.i <= end}
    of_them = doc[start - 2 : start].text.lower() in OF_THEM if start > 1 else False
    return (
        of_them
        or bool((before | beside) & sizes.partial)
        or (after[:1] == ["a"] and after[1:2] != [])
        or "each" in after
    )


OF_THEM = {"of which", "of whom", "of them", "of these", "of those"}


def _stage(found: Found, sizes: Sizes) -> str:
    """How far the deed is: "done", "growing" (has sold so far), "due" (is to buy); "" where it is none of one time."""
    verb = found.at
    if verb.pos_ == "NOUN":
        above = verb
        while above.head != above and above.pos_ not in VERBAL:
            above = above.head
        if above.lemma_ in sizes.binding:
            return "due"
        return "done" if above.tag_ in ("VBD", "VBN") and not _modal(above) else ""
    inside = {c.lower_ for c in verb.children if c.dep_ in ("aux", "neg", "advmod")}
    if inside & NOT or _modal(verb):
        return ""
    if verb.dep_ == "xcomp" and "to" in inside:
        return "due" if verb.head.lemma_ in sizes.binding and not _modal(verb.head) else ""
    if inside & {"has", "have", "'ve"} or "far" in inside:
        return "growing"
    return "done" if verb.tag_ in ("VBD", "VBN") else ""


NOT = {"not", "n't", "never", "hardly"}


def _modal(verb: Token) -> bool:
    return any(c.dep_ in ("aux", "neg") and (c.tag_ == "MD" or c.dep_ == "neg") for c in verb.children)


def _is_changed(token: Token, sizes: Sizes) -> bool:
    """Whether the sentence tells of a change of such figures, or of a wish: "cut the fine to", "asked for a loan"."""
    above = [token, *list(token.ancestors)[:6]]
    verbs = [t for t in above if t.pos_ in VERBAL]
    if any(t.lemma_.lower() in sizes.wanting for t in verbs[: 2 if token.dep_ == "xcomp" else 1]):
        return True
    return any(t.lemma_.lower() in sizes.changing for t in verbs) or any(
        c.lower_ in ("from", "instead") and c.dep_ == "prep" and any(g.pos_ in ("NUM", "SYM") for g in c.subtree)
        for c in token.children
    )


def _beside(at: Token) -> Iterator[Token]:
    """The words of the phrase or clause, and of the one that governs it, without those of other clauses."""
    top = at
    while top.head != top and top.pos_ not in VERBAL:
        top = top.head
    stack = [at, top]
    seen = 0
    while stack and seen < MOST:
        token = stack.pop()
        seen += 1
        yield token
        loose = ("advcl", "ccomp", "parataxis") if token != at else ()
        stack += [c for c in token.children if c.dep_ not in loose and not _is_other(c, at)]
    if at.pos_ in VERBAL and at.dep_ in ("acl", "relcl"):
        yield from list(at.head.lefts)
        yield at.head
    if at.dep_ == "xcomp":
        yield from (c for c in at.head.children if c.dep_ in ("nsubj", "nsubjpass"))


def _is_other(token: Token, at: Token) -> bool:
    """Whether it begins a clause of its own that does not tell of the thing or the deed."""
    return (token.dep_ == "conj" and token.pos_ in VERBAL) or (token.dep_ == "relcl" and token.head != at)


def _modifiers(found: Found, events: EventWords, person_at: PersonAt) -> tuple[str, ...]:
    """What tells a thing from others of its kind: "the school bond", "the bond for roads", "the grant of 2019"."""
    at = found.at
    heads = [at, *([at.head] if at.dep_ in ("acl", "relcl") or (at.pos_ == "NOUN" and at.dep_ == "dobj") else [])]
    worth = [c for c in at.children if c.lower_ == "worth"]
    heads += [*worth, *(g for c in worth for g in c.children)]
    objects = [c for c in at.children if c.dep_ in ("dobj", "nsubjpass")] if at.pos_ in VERBAL else []
    out: set[str] = set()
    for c in (c for head in (*heads, *objects) for c in head.children):
        figure = any(t.pos_ in ("NUM", "SYM") for t in c.subtree)
        if c.dep_ in ("amod", "compound", "nmod", "poss") and c.tag_ != "PRP$" and not figure:
            out.add(person_at(c) or events.term(c.lemma_.lower()))
        elif c.dep_ == "prep" and c.lower_ in TELLING and not figure:
            below = (o for o in c.children if o.pos_ in NOMINAL and o.dep_ == "pobj")
            out |= {person_at(o) or events.term(o.lemma_.lower()) for o in below}
    years = {t.text for t in at.subtree if t.text.isdigit() and len(t.text) == 4 and t.text[:2] in ("19", "20")}
    return tuple(sorted(out | years))


TELLING = {"for", "on", "against", "of", "with", "to", "from"}
