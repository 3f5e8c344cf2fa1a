"""Whether an earlier saying is what its speaker later says never to have said, or to have said otherwise all along."""

from __future__ import annotations

from dataclasses import replace

from consistency.facts import Fact
from consistency.normalise.exclusion import Knowledge, agreement, exclusion
from consistency.normalise.matter import names_apart

CLEAR = 55
LENGTHS = {"year", "decade", "time", "month", "long", "while", "generation"}
LEAVING_OPEN = {"exclude", "rule_out", "preclude", "dismiss", "discount"}


def contrary(before: Fact, then: Fact, when: str, act: str, knowledge: Knowledge) -> bool:
    """Whether what was said before is of the kind that is denied, or of one that cannot go with what is claimed."""
    opposed = _against_it(before)
    if act == "promise":
        return when == "never" and before.kind == "promise"
    if act == "demand":
        return when == "never" and before.kind == "demand"
    if act == "oppose":
        return opposed if when == "never" else not opposed and before.kind in ("promise", "position", "prediction")
    if act == "support":
        return opposed if when == "always" else before.kind in ("position", "promise") and not opposed
    if act == "say" and when == "never":
        return agreement(before, then) is not None
    return _said_otherwise(before, then, knowledge)


def _said_otherwise(before: Fact, then: Fact, knowledge: Knowledge) -> bool:
    """Whether what is claimed to have been said all along, or never to have been denied, is what was denied before."""
    if before.deadline is not None and before.proposition.positive and _takes_long(then):
        return True
    if then.condition != "none":
        return _excludes_it(before) and _sides_differ(before, then)
    if _leaves_open(then) and _excludes_it(before):
        return not names_apart(before, then, {before.holder, then.holder})
    asserted = replace(then, certainty="certain", kind="claim")
    found = exclusion(before, asserted, knowledge)
    return found is not None and found.strength >= CLEAR


def _sides_differ(a: Fact, b: Fact) -> bool:
    """Whether one takes the other side of a question that both answer."""
    mine = {(s.question, s.side) for s in a.proposition.senses}
    return any((s.question, -s.side) in mine for s in b.proposition.senses if s.side)


def _takes_long(fact: Fact) -> bool:
    """ "It would take years": what was said to be done by a day."""
    return fact.proposition.predicate == "take" and fact.proposition.theme in LENGTHS and fact.kind != "denial"


def _leaves_open(fact: Fact) -> bool:
    """ "Could not rule it out", "it might come to that"."""
    p = fact.proposition
    if fact.certainty != "possible":
        return False
    return p.positive != (p.predicate in LEAVING_OPEN)


def _excludes_it(fact: Fact) -> bool:
    """ "There will be none", "nothing was taken": a saying that leaves nothing open."""
    p = fact.proposition
    return not p.positive and fact.certainty == "certain" and fact.kind in ("promise", "prediction", "claim", "denial")


def _against_it(fact: Fact) -> bool:
    """A stance against something: an opposing position, a refusal, "will never"."""
    p = fact.proposition
    if fact.kind == "position":
        return ("stance", -1) in p.poles or not p.positive
    if any(s.question == "side" and s.side < 0 for s in p.senses):
        return True
    return fact.kind in ("promise", "prediction", "denial", "claim") and not p.positive and p.tense != "past"
