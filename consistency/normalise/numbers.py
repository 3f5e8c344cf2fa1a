"""Quantities that cannot both hold: one thing counted, in one unit, at one time, with bounds that do not meet."""

from __future__ import annotations

from consistency.facts import Fact, Quantity
from consistency.intervals import may_overlap
from consistency.normalise.matter import link

FAR_APART = 2.0
"""Figures further apart than this factor are more often of different things than in conflict."""
FAR_APART_OF_ONE = 5.0
"""The same where both are of one happening."""


def conflict(a: Fact, b: Fact, money: frozenset[str] = frozenset()) -> tuple[int, str] | None:
    """Strength and reason where two quantity facts give incompatible figures for one thing; None otherwise."""
    p, q = a.proposition.quantity, b.proposition.quantity
    if p is None or q is None or p.unit != q.unit or not _one_thing(p, q, money) or _meet(p, q):
        return None
    far = FAR_APART_OF_ONE if is_of_past_event(a, b) else FAR_APART
    if max(p.high, q.high) > far * max(min(p.high, q.high), 1e-9) or max(p.high, q.high) < 4:
        return None
    foretold = "future" in (a.proposition.tense, b.proposition.tense)
    if a.condition != "none" or b.condition != "none" or (foretold and not is_share(a, b)):
        return None
    if p.total is not None and q.total is not None and p.total != q.total:
        return None
    if (p.total is not None and p.total == q.high) or (q.total is not None and q.total == p.high):
        return None  # a part and its whole
    x, y = a.proposition.about, b.proposition.about
    if x is not None and y is not None and not may_overlap(x, y):
        return None
    linked = link(a, b)
    part = 35 if p.total is not None and p.total == q.total else 0
    alike = linked.firm + min(1, linked.near) > 1 and a.proposition.positive == b.proposition.positive
    if not part and not alike:
        return None
    r, t = a.proposition, b.proposition
    part += 10 * (r.predicate == t.predicate) + 10 * bool(set(r.subject) & set(t.subject))
    figure = f"{_show(p)} and {_show(q)}"
    what = f"right of the {p.of}" if p.unit else f"the number of the same {p.of}"
    return min(95, linked.strength + 5 + part), f"{figure} cannot both be {what}"


def _one_thing(p: Quantity, q: Quantity, money: frozenset[str]) -> bool:
    """Whether the same is counted: the same noun, or for sums of money any of the nouns for a price that is paid."""
    return p.of == q.of or (p.unit in CURRENCIES and {p.of, q.of} <= money)


def is_of_past_event(a: Fact, b: Fact) -> bool:
    """Whether both figures are of one happening that is over, which no later report can update."""
    p, q = a.proposition, b.proposition
    same = p.predicate == q.predicate and bool(set(p.subject) & set(q.subject) or (p.theme and p.theme == q.theme))
    return same and p.tense == q.tense == "past"


def is_share(a: Fact, b: Fact) -> bool:
    """Whether both are parts of one total: 63 and 61 of 120 seats."""
    p, q = a.proposition.quantity, b.proposition.quantity
    return p is not None and q is not None and p.total is not None and p.total == q.total


CURRENCIES = {"dollar", "euro", "pound", "yen"}


def _meet(p: Quantity, q: Quantity) -> bool:
    if p.low == 0 and q.low == 0 and p.high > 0 and q.high > 0:
        return p.high == q.high  # "up to 840" and "up to 800"
    return p.low <= q.high and q.low <= p.high


def _show(q: Quantity) -> str:
    value = q.high if q.low == 0 else q.low if q.low == q.high else (q.low + q.high) / 2
    return f"{value:,.10g} {q.unit}".strip()
