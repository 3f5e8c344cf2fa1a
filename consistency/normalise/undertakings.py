"""What somebody undertakes to do themselves, and drawing back from it."""

from __future__ import annotations

from consistency.facts import Fact


def same_undertaking(first: Fact, then: Fact) -> bool:
    """Whether a word or a name of what was undertaken is in what is drawn back from, besides who does both."""
    p, q = first.proposition, then.proposition
    own = {first.holder, p.predicate, q.predicate, *(first.holder or "").lower().split()}
    return bool(({*p.terms, *p.names} & {*q.terms, *q.names}) - own)


def undertakes(fact: Fact) -> bool:
    """Whether somebody promises to do something themselves."""
    return fact.kind == "promise" and fact.own and fact.proposition.positive and not retreats(fact)


def retreats(fact: Fact) -> bool:
    """Whether somebody speaks of leaving, withdrawing, backing away from something themselves."""
    p = fact.proposition
    return ("stay", -1) in p.poles and p.positive and fact.own and not fact.narrated
