"""Figures of one thing in two reports: the size of one grant, the amount of one sale, that cannot both be right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from math import floor, log10

from consistency.extract.scopewords import Sizes
from consistency.facts import Fact, Quantity, Scope
from consistency.intervals import may_overlap
from consistency.normalise.matter import names_apart
from consistency.normalise.numbers import meet, show
from consistency.normalise.stories import Stories

FAR_APART = 5.0
"""Figures further apart than this factor are of two things."""
MAX_OF_ONE = 60
"""Figures of one kind that are compared."""
DAYS = 30
"""After so many days, the dead and hurt of one happening are hardly counted anew."""
SEASON = 100
"""Days in which "last season" stands for one season."""
LEAST = 4
"""Below this, figures are words more often than counts."""


def sizes_apart(
    facts: Iterable[Fact], words: Sizes, stories: Stories, common: frozenset[str]
) -> Iterator[tuple[Fact, Fact, int, str]]:
    """Pairs of figures of one thing that cannot both be right, with strength and why, each pair once, in order."""
    kinds: dict[tuple[str, str, str], list[tuple[Fact, Quantity, Scope]]] = defaultdict(list)
    for f in facts:
        q = f.proposition.quantity
        if f.kind != "quantity" or q is None or q.scope is None or f.condition != "none" or f.disowned:
            continue
        if q.scope.stage not in ("part", "level") and q.scope.deed not in words.revised and f.certainty != "possible":
            kinds[q.unit, q.scope.deed, q.scope.thing].append((f, q, q.scope))
    for _, members in sorted(kinds.items(), key=lambda kind: kind[0]):
        for (a, p, s), (b, q, t) in combinations(members[:MAX_OF_ONE], 2):
            if a.article == b.article or _agree(p, q) or scopes_apart(a, b, words):
                continue
            strength = _one_thing(a, s, b, t, stories.linked(a, b), common)
            if strength:
                yield a, b, strength, f"{show(p)} and {show(q)} cannot both be {_what(s, p.unit)}"


def _what(scope: Scope, unit: str) -> str:
    if scope.deed and not unit:
        return f"the number of the same {scope.thing}"
    return f"right of the same {scope.thing or scope.deed}"


def _agree(p: Quantity, q: Quantity) -> bool:
    """Whether both can be right, one of them perhaps a rounded figure, a part of the other, or of another thing."""
    low, high = sorted((p.high, q.high))
    if (
        meet(p, q)
        or (high < LEAST and not p.unit)
        or high > FAR_APART * max(low, 1e-9)
        or _rounded(p, q)
        or _rounded(q, p)
    ):
        return True
    return q.high == p.total or p.high == q.total or (p.total != q.total and None not in (p.total, q.total))


def _rounded(p: Quantity, q: Quantity) -> bool:
    """Whether the first is the second with fewer digits: "$4bn" for $4.2bn."""
    digits = len(f"{p.high:.0f}".rstrip("0")) if p.high >= 1 and p.high == int(p.high) else 3
    scale = 10.0 ** (floor(log10(q.high)) + 1 - digits) if q.high > 0 else 1.0
    return bool(abs(round(q.high / scale) * scale - p.high) < scale * 1e-6)


def scopes_apart(a: Fact, b: Fact, words: Sizes) -> bool:
    """Whether two figures are told to be of two things, or the later brings the earlier up to date."""
    p, q = a.proposition.quantity, b.proposition.quantity
    if p is None or q is None or p.scope is None or q.scope is None:
        return any(x is not None and x.scope is not None and x.scope.stage == "part" for x in (p, q))
    s, t = p.scope, q.scope
    if s.stage == t.stage == "level":
        return bool({*s.modifiers} ^ {*t.modifiers}) and not {*s.modifiers} & {*t.modifiers}
    if "part" in (s.stage, t.stage) or _holds(s, q) or _holds(t, p):
        return True
    if s.deed and t.deed and s.deed != t.deed and (s.inner or t.inner):
        return True
    if s.deed and t.deed and s.deed != t.deed:
        return {s.deed, t.deed} <= words.trades.keys() and p.unit not in words.currencies
    return _differ(s, t) or not _of_one_time(a, p, s, b, q, t, words)


def _holds(scope: Scope, other: Quantity) -> bool:
    """Whether the figure of the one stands beside the other: "7,200 cars, 5,400 of them in May"."""
    plain = (w.replace(",", "") for w in scope.words if w[:1].isdigit())
    return any(w.isdigit() and float(w) in (other.low, other.high) for w in plain) and other.high < 1e6


def _differ(s: Scope, t: Scope) -> bool:
    """Whether names, years or kinds tell them apart: a contract with one yard, and with another."""
    mine, theirs = _alone(s, t), _alone(t, s)
    same = bool(set(s.modifiers) & set(t.modifiers))
    return any(
        {w for w in mine if is_one(w)} and {w for w in theirs if is_one(w)}
        for is_one, told in (
            (str.isdigit, True),
            (_is_name, True),
            (str.islower, not same and (not s.thing or not s.deed) and s.stage != "due"),
        )
        if told
    )


def _alone(scope: Scope, other: Scope) -> set[str]:
    """What tells the one from others of its kind, and is not told beside the other."""
    return {*scope.modifiers} - {*other.modifiers, *other.words}


def _is_name(word: str) -> bool:
    return word[:1].isupper()


def _of_one_time(a: Fact, p: Quantity, s: Scope, b: Fact, q: Quantity, t: Scope, words: Sizes) -> bool:
    """Whether neither figure brings the other up to date: an amount that grows can only be less later by mistake."""
    if ("due" in (s.stage, t.stage) or "size" in (s.stage, t.stage)) and s.stage != t.stage:
        return False
    x, y = (None if k.inner else f.proposition.about for f, k in ((a, s), (b, t)))
    if x is not None and y is not None and not may_overlap(x, y):
        return False
    if (
        p.of == q.of == "price"
        or s.stage in ("size", "due")
        or (x is not None and y is not None and x == y and "growing" not in (s.stage, t.stage))
    ):
        return True
    first, second = a.said and a.said.end, b.said and b.said.end
    if first is None or second is None or first == second:
        return first is not None and first == second and s.stage == t.stage == "done"
    if abs((second - first).days) < SEASON and any(w.startswith("last ") for w in {*s.words} & {*t.words}):
        return True
    if s.deed in words.revised and abs((second - first).days) > DAYS:
        return True
    return p.low > q.high if first < second else q.low > p.high


def _one_thing(a: Fact, s: Scope, b: Fact, t: Scope, linked: int, common: frozenset[str]) -> int:
    """How sure it is, 0 to 100, that both are of one thing."""
    mine, theirs = _alone(s, t), _alone(t, s)
    alike = bool(set(s.modifiers) & set(t.modifiers))
    if linked < 2 or names_apart(a, b, {a.holder, b.holder}):
        return 0
    named, words = _shared(s, t, common)
    if mine and theirs and not alike and not (named and (len(words) > 1 or any(" " in w for w in words))):
        return 0
    beside = set(a.mentions) & set(b.mentions) - {s.thing, *words, *(n.lower() for n in named)} - common
    if not (named or words or (s.deed and s.thing and beside)):
        return 0
    firm = 12 * min(2, len(named)) + 9 * min(3, len(words)) + 9 * alike
    return min(85, 40 + firm + 3 * min(4, linked) + 3 * min(3, len(beside)) + 6 * bool(s.deed and s.thing))


def _shared(s: Scope, t: Scope, common: frozenset[str]) -> tuple[set[str], set[str]]:
    """The names and the words that both have beside their figures, and that tell something."""
    both = {w for w in set(s.words) & set(t.words) if w not in SCALES and not w.isdigit()} - common
    named = {w for w in both if w[:1].isupper()}
    parts = {w for n in named for w in n.lower().split()}
    telling = {w for w in both - named if w not in parts and w not in (s.thing, s.deed) and not w[:1].isdigit()}
    return named, telling


SCALES = {"million", "billion", "thousand", "hundred", "tonne", "dozen", "total", "figure", "people"}
