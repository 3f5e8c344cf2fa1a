"""Figures that were promised or foretold, against later reports of the same measure that lie outside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Literal, NamedTuple

from consistency.facts import Fact, Quantity
from consistency.lexicons import LexiconModel, load
from consistency.normalise.matter import names_apart
from consistency.normalise.numbers import CURRENCIES

CLOSE = 0.08
"""By how much of it a figure may miss an exact one that was foretold: who says 480 is held to about that many."""
FAR = 4.0
"""Times beyond which two figures are hardly of one measure, unless what was to be done is hardly begun."""
SCALES = {"million", "billion", "percent", "cent", "per", "thousand", "hundred"}
Side = Literal["most", "least"]


class Targets(LexiconModel):
    """targets.yaml."""

    ceilings: frozenset[str]
    floors: frozenset[str]
    whole: frozenset[str]
    final: frozenset[str]
    once: frozenset[str]
    restricting: frozenset[str]
    reaching: frozenset[str]
    measures: frozenset[str]
    money: frozenset[str]


@lru_cache(maxsize=8)
def target_words(folders: tuple[Path, ...] = ()) -> Targets:
    """targets.yaml, extended by the user's."""
    return load(Targets, "targets", folders)


class Bound(NamedTuple):
    """What a figure that was promised or foretold allows: at most or at least `value`, said in so many words or not."""

    side: Side
    value: float
    told: bool


def targets(facts: Sequence[Fact], words: Targets, common: frozenset[str]) -> Iterator[tuple[Fact, Fact, int, str]]:
    """Pairs of something foretold with a figure and a later report outside of it, with strength and why, in order."""
    clauses: dict[tuple[object, ...], Fact] = {}
    for f in facts:
        if f.kind in ("promise", "prediction", "outcome") or _foretells(f, words) or _results(f):
            clauses.setdefault(_clause(f), f)
    reports: dict[str, list[tuple[Fact, Quantity]]] = defaultdict(list)
    foretold: list[tuple[Fact, Quantity, Bound]] = []
    for f in facts:
        whole = clauses.get(_clause(f))
        q = f.proposition.quantity
        if f.kind != "quantity" or q is None or whole is None or f.condition != "none":
            continue
        if (
            ((whole.kind == "outcome" and whole.narrated) or whole.kind == "claim")
            and f.certainty == "certain"
            and f.proposition.tense != "future"
        ):
            reports[q.unit].append((whole, q))
        elif (
            whole.kind not in ("outcome", "claim") and not whole.narrated and (limit := bound(f, q, words)) is not None
        ):
            foretold.append((whole, q, limit))
    for said, q, limit in foretold:
        for report, r in reports[q.unit]:
            if report.kind == "claim" and said.kind == "promise":
                continue
            if _due(said, report, r, limit, words) and _outside(r, limit):
                strength = _measure(said, q, report, r, words, common, told=limit.told)
                if strength:
                    yield said, report, strength, _because(q, r, limit)


def _clause(fact: Fact) -> tuple[object, ...]:
    """What a figure has in common with the clause that it stands in."""
    p = fact.proposition
    return fact.article, fact.statement, p.predicate, p.terms, p.subject, p.positive, p.tense


def bound(fact: Fact, q: Quantity, words: Targets) -> Bound | None:
    """What the figure allows: by the words before it, its negation, or by what sort of thing it measures."""
    over, under = q.low > 0 and q.high >= 1.25 * q.low, q.low <= 0.75 * q.high and q.high > 0
    positive = fact.proposition.positive
    if over and under:
        over = q.low != round(0.7 * q.high, 6)
        under = not over
    if over:
        return Bound("least", q.low, told=True) if positive else Bound("most", q.low, told=True)
    if under:
        return Bound("most", q.high, told=True) if positive else Bound("least", q.high, told=True)
    if not positive:
        return None
    p = fact.proposition
    for said in ({p.predicate}, {q.of, p.theme, *p.subject}):
        if said & words.ceilings:
            return Bound("most", q.high * (1 + CLOSE), told=False)
        if said & words.floors:
            return Bound("least", q.low * (1 - CLOSE), told=False)
    return None


def _foretells(fact: Fact, words: Targets) -> bool:
    """ "Rates will have to reach 9 percent": no demand of anybody, where it is a measure that is to move."""
    p = fact.proposition
    moves = p.predicate in words.reaching and set(p.subject) <= words.measures
    return fact.kind == "demand" and p.tense == "future" and moves


def _results(fact: Fact) -> bool:
    """What somebody says has come: "Velmar sold 210,000 scooters, the firm said"."""
    return fact.kind == "claim" and fact.proposition.tense == "past" and fact.certainty == "certain"


def _due(said: Fact, report: Fact, r: Quantity, limit: Bound, words: Targets) -> bool:
    """Whether the report is later, and from after the day where there is one or where less may still become more."""
    if said.article == report.article or not (said.said and report.said and said.said.end and report.said.start):
        return False
    if said.deadline is not None and report.said.start <= said.deadline:
        return False
    p = report.proposition
    over = p.predicate in words.final or bool({r.of, p.theme, *p.subject} & words.once)
    return report.said.start > said.said.end and (limit.side == "most" or said.deadline is not None or over)


def _outside(r: Quantity, limit: Bound) -> bool:
    return r.low > limit.value if limit.side == "most" else r.high < limit.value


def _measure(
    said: Fact, q: Quantity, report: Fact, r: Quantity, words: Targets, common: frozenset[str], *, told: bool
) -> int:
    """How sure it is that both are figures of one measure, 0 where it is not."""
    low, high = sorted((q.high, r.high))
    if low <= 0 or (high > FAR * low and r.high > q.high):
        return 0
    p, t = said.proposition, report.proposition
    if r.high < q.low and "advances" in report.cues and p.predicate != t.predicate:
        return 0  # "90 have come so far", of those who were to be hired: there may be more
    price = q.unit in CURRENCIES and bool({r.of, t.theme, *t.terms} & words.money)
    if not (q.of == r.of or price or (q.unit and {q.of, *p.subject} & {r.of, *t.subject})):
        return 0
    mine, theirs = ({*x.proposition.terms, *x.proposition.names} - common for x in (said, report))
    shared = {w for w in mine & theirs if w not in (q.of, q.unit, said.holder) and not w[:1].isdigit()}
    shared -= words.money | SCALES
    if _kind(q) & words.restricting != _kind(r) & words.restricting:
        return 0
    if names_apart(said, report, {said.holder, said.body, report.holder, report.body}):
        return 0  # homes in one town, and homes in another
    near = ({*p.names, *said.context} & {*t.names, *report.context}) - common - shared
    same_doing = p.predicate == t.predicate or bool(set(p.subject) & set(t.subject) - {"nobody"})
    theirs_too = bool({said.holder, said.body} & {*t.names, *t.subject, *report.context})
    if not shared and not (told and (theirs_too or len(near) > 1)) and not (same_doing and (theirs_too or near)):
        return 0
    kept = 9 * min(3, len(shared)) + 4 * min(3, len(near)) + 8 * same_doing + 6 * theirs_too
    return min(88, 44 + 8 * told + kept)


def _kind(q: Quantity) -> frozenset[str]:
    """The words before what is measured: "youth unemployment" is not unemployment."""
    return frozenset(q.scope.modifiers if q.scope is not None and q.scope.stage == "level" else ())


def _because(q: Quantity, r: Quantity, limit: Bound) -> str:
    most = "at most" if limit.side == "most" else "at least"
    value = limit.value if limit.told else (q.low + q.high) / 2
    figure = (r.low + r.high) / 2
    what = f" {q.unit}" if q.unit else f" {q.of}"
    return f"it was to be {most if limit.told else ''} {value:,.10g}{what}, and is {figure:,.10g}".replace("  ", " ")
