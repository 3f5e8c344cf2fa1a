"""Clauses whose verb is left out and stands in the clause before, and the opposite of what a clause says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from consistency.extract.clauses import Clause
from consistency.facts import Proposition


def is_elliptical(clause: Clause) -> bool:
    """ "It could", "they did not": an auxiliary whose verb is left out."""
    asked = clause.head.left_edge.tag_ in ("WP", "WDT")  # "what rates would do"
    bare = not clause.objects and not clause.obliques and not asked
    return bare and (
        clause.head.lemma_ == "do" or (clause.head.pos_ == "AUX" and clause.head.lemma_ not in ("be", "have"))
    )


def completed(clause: Clause, known: Sequence[Proposition]) -> Proposition | None:
    """The left-out predicate is that of the clause before, without its negation."""
    for before in reversed(known):
        if before.poles or before.predicate:
            flip = 1 if before.positive == clause.positive else -1
            return replace(
                before,
                positive=clause.positive,
                poles=tuple((name, pole * flip) for name, pole in before.poles),
                senses=tuple(s._replace(side=s.side * flip, negated=s.negated != (flip < 0)) for s in before.senses),
                deeds=tuple(d._replace(denied=d.denied != (flip < 0)) for d in before.deeds),
                tense="future",
            )
    return None


def opposite(made: Proposition) -> Proposition:
    """A denial asserts the opposite of what is denied."""
    return replace(
        made,
        positive=not made.positive,
        poles=tuple((n, -p) for n, p in made.poles),
        senses=tuple(s._replace(side=-s.side, negated=not s.negated) for s in made.senses),
        deeds=tuple(d._replace(denied=not d.denied) for d in made.deeds),
        state="",
    )
