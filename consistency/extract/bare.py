"""Statements about a noun phrase: "supported the stadium", "promised a school", "called the plan reckless"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from consistency.extract.denying import denying, is_inside
from consistency.extract.evidence import to_the_end, with_cue
from consistency.extract.nominals import counted, nominal
from consistency.extract.owners import in_passing
from consistency.extract.propositions import Lexica, PersonAt, names, terms
from consistency.extract.quotefacts import plain
from consistency.extract.surroundings import Surroundings
from consistency.extract.toldpromises import limiting
from consistency.extract.undertakings import undertakings
from consistency.facts import Fact, Force, Kind, Proposition, Statement

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

KINDS: dict[Force, tuple[Kind, str, int]] = {
    "support": ("position", "stance", 1),
    "oppose": ("position", "stance", -1),
    "promise": ("promise", "exist", 1),
    "demand": ("demand", "exist", 1),
    "predict": ("prediction", "exist", 1),
    "deny": ("denial", "exist", -1),
}
"""What a bare noun phrase makes of a statement of each force: the kind of fact, and the pole asserted of the noun."""


def bare_facts(around: Surroundings, typed: set[str | None]) -> Iterator[Fact]:
    """The facts of statements about a noun phrase, but for those `typed` already (ids)."""
    unasserted = denying(around.statements)
    for s in around.statements:
        if s.id in typed or s.non_answer or not s.content or s.negated or is_inside(s, unasserted):
            continue
        made = _typed(s, around)
        if made is not None:
            kind, told = made
            promised = kind == "promise"
            stretch = (to_the_end(s, around),)
            last, because = limiting(around.deadline(stretch, s.said)) if promised else (None, "")
            shown = plain(around, s, "quote", with_cue(s), "")
            yield replace(shown, kind=kind, proposition=told, own=promised, deadline=last, deadline_because=because)


def _typed(statement: Statement, around: Surroundings) -> tuple[Kind, Proposition] | None:
    """The kind and the proposition of a statement about a noun phrase; None where it says nothing that can be typed."""
    doc, words, person_at = around.doc, around.words, around.person_at
    if statement.speaker is None or in_passing(statement, doc):
        return None
    tokens = [t for c in statement.content for t in _tokens(doc, c.start, c.end)]
    heads = [t for t in tokens if t.pos_ in ("NOUN", "PROPN") and t.head not in tokens]
    root = heads[0] if heads else next((t for t in tokens if t.pos_ in ("NOUN", "PROPN")), None)
    if root is None or person_at(root) is not None:
        return None  # to praise or to attack somebody is no stance on a matter
    judged = _judged(tokens, root, words)
    kind, cls, pole = KINDS.get(statement.force, ("claim", "", 0))
    if judged:
        kind, cls, pole = "position", "stance", judged
    lemma = statement.lemma.replace(" ", "_")
    if lemma in undertakings(around.lexicons).refusals and statement.force in ("predict", "assert", "oppose"):
        return "promise", _about(root, "exist", -1, tokens, words, person_at, statement)
    if not cls or (kind == "promise" and not words.predicates.operator("promises", lemma)):
        return None
    if words.predicates.operator("negates", lemma):
        pole = -abs(pole)
    return kind, _about(root, cls, pole, tokens, words, person_at, statement)


def _tokens(doc: Doc, start: int, end: int) -> list[Token]:
    span = doc.char_span(start, end, alignment_mode="contract")
    return [t for t in span if not t.is_space] if span is not None else []


def _judged(tokens: list[Token], root: Token, words: Lexica) -> int:
    """+1 or -1 where the phrase ends in a judgement of its noun: 'called the increase "premature"'."""
    for t in tokens:
        if t.i > root.i and t.pos_ in ("ADJ", "NOUN") and not t.is_stop:
            lemma = t.lemma_.lower()
            if lemma in words.predicates.bad:
                return -1
            if lemma in words.predicates.good:
                return 1
    return 0


def _about(
    root: Token, cls: str, pole: int, tokens: list[Token], words: Lexica, person_at: PersonAt, statement: Statement
) -> Proposition:
    noun = counted(root)
    poles: tuple[tuple[str, int], ...] = ((cls, pole),)
    event = nominal(noun, words.predicates)
    if event is not None and cls == "exist":
        poles = tuple((name, p * pole) for name, p in event.poles)
        noun = event.theme
    theme, sign = words.themes.theme(noun.lemma_.lower())
    if cls == "exist":
        poles = tuple((name, p * (sign if words.predicates.classes[name].match == "theme" else 1)) for name, p in poles)
    return Proposition(
        predicate=statement.lemma,
        poles=poles,
        theme=theme,
        objects=(theme,),
        subject=(statement.speaker,) if statement.speaker else (),
        terms=terms(tokens, words),
        names=names(tokens, person_at, words.themes.generic),
        positive=pole > 0,
        tense="future" if statement.force in ("promise", "predict") else "present",
    )
