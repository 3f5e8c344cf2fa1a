"""What kind of fact a clause is, from the force of the statement that it stands in and its own mood and tense."""

from __future__ import annotations

from typing import NamedTuple

from consistency.extract.clauses import Clause
from consistency.extract.words import Predicates
from consistency.facts import Certainty, Condition, Force, Kind


class Reading(NamedTuple):
    """The kind of a fact with the certainty and the condition under which its holder puts it."""

    kind: Kind
    certainty: Certainty
    condition: Condition


def attributed(clause: Clause, force: Force, own: bool, words: Predicates) -> Reading:
    """The reading of a clause in somebody's statement; `own` tells whether its subject is the speaker."""
    condition: Condition = "question" if force in ("ask", "doubt") and clause.condition == "none" else clause.condition
    certainty = clause.certainty
    future = clause.tense == "future" or any(words.operator("predicts", o) for o in clause.operators)
    if clause.head.dep_ in ("relcl", "advcl") and force in (
        "promise",
        "demand",
        "support",
        "oppose",
        "predict",
        "deny",
    ):
        force = "assert"  # only the main clause is promised, demanded, denied
    if force == "promise":
        return Reading("promise", "certain" if certainty == "possible" else certainty, condition)
    if force == "deny":
        return Reading("denial", certainty, condition)
    if force == "predict":
        return Reading("prediction", certainty, condition)
    if force == "demand":
        return Reading("demand", certainty, condition)
    if force in ("support", "oppose"):
        return Reading("position", certainty, condition)
    if force == "threaten":
        return Reading("prediction", "possible", "condition")
    if clause.demand:
        return Reading("demand", certainty, condition)
    if future and own and certainty != "possible":
        return Reading("promise", certainty, condition)
    if clause.infinitive and force != "think":
        return Reading("claim", "unknown", condition)
    if future or (certainty == "possible" and not own and clause.tense != "past"):
        return Reading("prediction", certainty, condition)
    return Reading("claim", certainty, condition)


def narrated(clause: Clause, words: Predicates) -> Reading:
    """The reading of a clause in the article's own voice."""
    if clause.demand:
        return Reading("demand", "unknown", clause.condition)
    if words.operator("would_bring", clause.predicate):
        return Reading("prediction", "unknown", clause.condition)
    predicted = any(words.operator("predicts", o) for o in clause.operators)
    if clause.tense == "future" or predicted:
        return Reading("prediction", "probable" if predicted else clause.certainty, clause.condition)
    return Reading("outcome", clause.certainty, clause.condition)
