"""The figures of a sentence, each with the predicate that it belongs to, as facts of kind quantity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from consistency.extract.clauses import Clause
from consistency.extract.counters import counter, phrase_start
from consistency.extract.eventwords import event_words
from consistency.extract.evidence import with_figure
from consistency.extract.measured import Words
from consistency.extract.propositions import terms
from consistency.extract.quantities import quantities
from consistency.extract.scopes import scope_of
from consistency.extract.scopewords import sizes
from consistency.extract.surroundings import Surroundings
from consistency.extract.verbs import predicate_over
from consistency.facts import Fact, Quantity, Statement

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence


def figures_of(around: Surroundings, sentence: Sentence, found: Sequence[Clause]) -> dict[int, list[Quantity]]:
    """The figures of a sentence by the index of the predicate that they belong to; others go to the last one."""
    if not found or not any(t.like_num or t.text[:1] in "$€£¥" for t in sentence):
        return {}
    heads = {c.head.i for c in found}
    words = Words(sizes(around.lexicons), event_words(around.lexicons))
    out: dict[int, list[Quantity]] = {}
    for quantity, noun in quantities(around.doc, sentence.start, sentence.end, around.units):
        head = predicate_over(noun)
        below = [c.head.i for c in found if head in {t.i for t in c.head.ancestors}]
        out.setdefault(head if head in heads else (below or [found[-1].head.i])[0], []).append(
            quantity._replace(scope=scope_of(around, quantity, words))
        )
    return out


def figure_facts(
    around: Surroundings, fact: Fact, clause: Clause, statement: Statement | None, figures: Sequence[Quantity]
) -> Iterator[Fact]:
    """A fact of kind quantity for each figure of a clause; the number that somebody puts at it is theirs."""
    for quantity in figures:
        shown = with_figure(fact.evidence[0], quantity.span, statement, phrase_start(around.doc, quantity.span))
        told = replace(fact.proposition, quantity=quantity)
        by = counter(around.doc, quantity.span, around.units, around.person_at)
        if by is not None and (by.who or not quantity.of):
            told = replace(told, predicate=by.verb, subject=(by.who,))
        mentions = terms(list(clause.head.sent)[:80], around.words)
        yield replace(fact, kind="quantity", proposition=told, evidence=(shown,), mentions=mentions)
