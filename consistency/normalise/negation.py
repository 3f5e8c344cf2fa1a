"""What a negation denies: the stance, everybody, a thing or only a sort of it."""

from __future__ import annotations

from consistency.facts import Fact, Proposition


def affirms(fact: Fact) -> bool:
    """Whether the predicate itself is affirmed: who opposes a bill does oppose it, though that is a stance against."""
    own = fact.telling.form == "cue" and fact.kind == "position" and fact.proposition.predicate == fact.telling.lemma
    return not fact.telling.negated if own else fact.proposition.positive


def sorts_differ(p: Proposition, q: Proposition) -> bool:
    """Whether only one sort of a thing is denied ("is not a marginal issue"), and another one said."""
    return p.predicate == q.predicate and (_only_of_a_sort(p, q) or _only_of_a_sort(q, p))


def _only_of_a_sort(p: Proposition, q: Proposition) -> bool:
    """ "is not a marginal issue": only an issue of that sort is denied, which the other does not say that it is."""
    if p.positive or p.predicate not in p.objects:
        return False
    sort = {t for t in p.things if t[:1].islower()} - {p.predicate, p.theme}
    return bool(sort) and not sort <= {*q.things, *q.terms}


def covers(everybody: Proposition, one: Proposition) -> bool:
    """Whether what nobody does is what the other does: with everything that is named of it."""
    return {n for n in everybody.names if n in everybody.things} <= {*one.names, *one.things}


def one_tells_more(p: Proposition, q: Proposition) -> bool:
    """Whether of two clauses about who acts only one tells on what: "does not speak to her brother", "speaks"."""
    if not p.theme[:1].isupper() or p.theme not in p.subject or p.theme not in q.subject:
        return False
    mine, theirs = ({*x.things, *x.objects} - {*x.subject, x.theme} for x in (p, q))
    return bool(mine) != bool(theirs)


def is_nobody(p: Proposition) -> bool:
    """Whether what it tells is denied of everybody: "nobody knew", "no one is writing songs"."""
    return "nobody" in p.subject or ("one" in p.subject and not p.positive)
