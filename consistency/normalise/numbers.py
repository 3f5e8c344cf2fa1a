"""Quantities that cannot both hold: one thing counted, in one unit, at one time, with bounds that do not meet."""

from __future__ import annotations

from consistency.extract.words import Units
from consistency.facts import Fact, Quantity
from consistency.intervals import may_overlap
from consistency.normalise.matter import link

FAR_APART = 2.0
"""Figures further apart than this factor are more often of different things than in conflict."""
FAR_APART_OF_ONE = 5.0
"""The same where both are of one happening."""


PARTICULAR = 100
"""A total from which on no two things are likely to have the same."""
SAME_DEAL = 1.5
"""Prices of one deal that two articles of a day or two give are no further apart than this factor."""
PAST_WORDS = 60
"""The strength of a link that rests on one thing done, of which articles of one story give figures."""


def conflict(
    a: Fact, b: Fact, money: frozenset[str] = frozenset(), units: Units | None = None, story: int = 0
) -> tuple[int, str] | None:
    """Strength and reason where two quantity facts give incompatible figures for one thing; None otherwise.

    `story` is how many rare names their articles share.
    """
    p, q = a.proposition.quantity, b.proposition.quantity
    if p is None or q is None or p.unit != q.unit or not _one_thing(a, b, money, units) or meet(p, q):
        return None
    past = is_of_past_event(a, b, units)
    far = FAR_APART_OF_ONE if past else FAR_APART
    if max(p.high, q.high) > far * max(min(p.high, q.high), 1e-9) or max(p.high, q.high) < 4:
        return None
    if not _comparable(a, b, p, q):
        return None
    linked = link(a, b)
    part = 35 if p.total is not None and p.total == q.total else 0
    alike = linked.firm + min(1, linked.near) > 1 and a.proposition.positive == b.proposition.positive
    done = (past and story > 1 and _done_once(a, b, p, units)) or (linked.near > 1 and _one_deal(a, b, money))
    if not part and not alike and not done:
        return None
    r, t = a.proposition, b.proposition
    part += 10 * (r.predicate == t.predicate) + 10 * bool(set(r.subject) & set(t.subject))
    strength = max(linked.strength + 5 + part, PAST_WORDS if done else 0)
    figure = f"{show(p)} and {show(q)}"
    what = f"right of the {p.of}" if p.unit else f"the number of the same {p.of}"
    return min(95, strength), f"{figure} cannot both be {what}"


def _one_deal(a: Fact, b: Fact, money: frozenset[str]) -> bool:
    """Whether two prices, told within days, are so near that they are of the deal that is in the news."""
    p, q = a.proposition.quantity, b.proposition.quantity
    x, y = a.said and a.said.end, b.said and b.said.end
    if p is None or q is None or x is None or y is None or p.unit not in CURRENCIES or not {p.of, q.of} <= money:
        return False
    return abs((x - y).days) <= 2 and max(p.high, q.high) <= SAME_DEAL * min(p.high, q.high)


def _comparable(a: Fact, b: Fact, p: Quantity, q: Quantity) -> bool:
    """Whether both are told as so, of times that can be one, and not as a part and its whole."""
    foretold = "future" in (a.proposition.tense, b.proposition.tense)
    if a.condition != "none" or b.condition != "none" or (foretold and not is_share(a, b)):
        return False
    if p.total is not None and q.total is not None and p.total != q.total:
        return False
    if (p.total is not None and p.total == q.high) or (q.total is not None and q.total == p.high):
        return False
    x, y = a.proposition.about, b.proposition.about
    return x is None or y is None or may_overlap(x, y)


def _done_once(a: Fact, b: Fact, p: Quantity, units: Units | None) -> bool:
    """Whether both tell of one thing done: by one of the verbs for it, with a word or a name besides in common."""
    if not _deeds(a, b, units) or units is None:
        return False
    if p.unit:
        return bool({*a.proposition.names, a.holder} & {*b.proposition.names, b.holder} - {None})
    return p.of not in units.persons and bool(set(a.mentions) & set(b.mentions) - {p.of, a.proposition.theme})


def _deeds(a: Fact, b: Fact, units: Units | None) -> frozenset[str]:
    """What both tell was done, under the names of groups of verbs."""
    if units is None:
        return frozenset()
    return units.done(a.proposition.predicate) & units.done(b.proposition.predicate)


def _one_thing(a: Fact, b: Fact, money: frozenset[str], units: Units | None) -> bool:
    """Whether the same is counted: the same noun; of money any noun for a price; of persons that are carried any for
    persons; of parts of one large total whatever the parts are called, where the same is done to them.
    """
    p, q = a.proposition.quantity, b.proposition.quantity
    if p is None or q is None or not p.of or not q.of:
        return False
    if p.of == q.of or (p.unit in CURRENCIES and {p.of, q.of} <= money):
        return True
    if not _deeds(a, b, units) or units is None:
        return False
    return {p.of, q.of} <= units.persons or _large_share(a, b)


def is_of_past_event(a: Fact, b: Fact, units: Units | None = None) -> bool:
    """Whether both figures are of one happening that is over, or of what a thing can carry: no report updates them."""
    p, q = a.proposition, b.proposition
    deeds = _deeds(a, b, units)
    if p.predicate != q.predicate and not deeds:
        return False
    if units is not None and {p.predicate, q.predicate} <= units.capacity and p.tense == q.tense == "present":
        return True
    beside = (p.names, q.names) if deeds else ((), ())
    shared = {*p.subject, p.theme, *beside[0]} & {*q.subject, q.theme, *beside[1]} - {""}
    return p.tense == q.tense == "past" and (bool(shared) or _large_share(a, b))


def _large_share(a: Fact, b: Fact) -> bool:
    """Whether both are parts of a total so particular that it names what they are parts of: 7,400 claims."""
    q = a.proposition.quantity
    return is_share(a, b) and q is not None and (q.total or 0) >= PARTICULAR


def figures_key(q: Quantity, money: frozenset[str], units: Units) -> tuple[str, str]:
    """Under what figures that can be of one thing are found together: unit and noun, or the total of large parts."""
    if q.total is not None and q.total >= PARTICULAR:
        return q.unit, f"part of {q.total:g}"
    return q.unit, "" if q.of in money and q.unit in CURRENCIES else "people" if q.of in units.persons else q.of


def is_share(a: Fact, b: Fact) -> bool:
    """Whether both are parts of one total: 63 and 61 of 120 seats."""
    p, q = a.proposition.quantity, b.proposition.quantity
    return p is not None and q is not None and p.total is not None and p.total == q.total


CURRENCIES = {"dollar", "euro", "pound", "yen"}


def meet(p: Quantity, q: Quantity) -> bool:
    """Whether both figures can be right of one thing."""
    if p.low == 0 and q.low == 0 and p.high > 0 and q.high > 0:
        return p.high == q.high  # "up to 840" and "up to 800"
    return p.low <= q.high and q.low <= p.high


def show(q: Quantity) -> str:
    """The figure as a reader knows it, with its unit."""
    value = q.high if q.low == 0 else q.low if q.low == q.high else (q.low + q.high) / 2
    return f"{value:,.10g} {q.unit}".strip()
