"""How many, how much and in what order: figures of one thing that cannot both be right."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.facts import Quantity
from consistency.normalise.exclusion import Exclusion
from consistency.normalise.opposition_clauses import Reading
from consistency.normalise.opposition_dates import MONTHS
from consistency.normalise.opposition_slots import held_alike, rest_said
from consistency.normalise.opposition_words import Opposites

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
            "twelfth", "thirteenth", "fourteenth", "fifteenth")  # fmt: skip


def counted(first: Reading, second: Reading, words: Opposites) -> Iterator[Exclusion]:
    """Two figures of the same thing whose bounds do not meet, with nothing else that the other does not say."""
    for one, other in ((first, second), (second, first)):
        for q, noun in other.figures:
            same = [(p, n) for p, n in one.figures if p.unit == q.unit and words.alike(p.of, q.of)]
            if (
                len(same) != 1
                or _added(one, same[0][0])
                or not _apart(same[0][0], q)
                or not _others_said(other, q, one, words)
            ):
                continue
            if held_alike(one, same[0][1], other, noun, words):
                a, b = (_words(one, same[0][0]), _words(other, q))
                yield Exclusion("number", 80, f"of the {q.of} one says {a}, the other {b}")


def _added(r: Reading, q: Quantity) -> bool:
    """Whether a sentence has another figure that stands for its noun: "two on Friday and three on Saturday"."""
    t = r.tree
    bare = [i for i in range(t.n) if t.pos[i] == "NUM" and t.dep[i] in ("conj", "dobj", "nsubj", "nsubjpass", "appos")]
    return any(not q.span.start <= t.start[i] < q.span.end for i in bare)


def _apart(a: Quantity, b: Quantity) -> bool:
    return a.low > b.high or b.low > a.high


def _words(r: Reading, q: Quantity) -> str:
    return r.tree.text[q.span.start : q.span.end]


def _others_said(other: Reading, q: Quantity, one: Reading, words: Opposites) -> bool:
    t = other.tree
    own = {i for i in range(t.n) if q.span.start <= t.start[i] < q.span.end}
    near = {i - d for i in own for d in (1, 2, 3) if i >= d and t.pos[i - d] in ("ADJ", "ADV", "ADP", "SCONJ")}
    return rest_said(other, own | near, one, words)


def ordered(first: Reading, second: Reading, words: Opposites) -> Iterator[Exclusion]:
    """Two places in an order: "her second novel", "her third novel"."""
    for one, other in ((first, second), (second, first)):
        for i in _ordinals(other):
            noun, mine = other.tree.lemma[other.tree.head[i]], other.tree.lower(i)
            same = [j for j in _ordinals(one) if words.alike(one.tree.lemma[one.tree.head[j]], noun)]
            if len(same) != 1 or one.tree.lower(same[0]) == mine or not rest_said(other, {i}, one, words):
                continue
            if held_alike(one, same[0], other, i, words):
                yield Exclusion(
                    "number", 75, f"it is the {one.tree.lower(same[0])} {noun} in one, the {mine} in the other"
                )


def _ordinals(r: Reading) -> list[int]:
    t = r.tree
    return [i for i in range(t.n) if t.lower(i) in ORDINALS and t.dep[i] == "amod" and t.lower(t.head[i]) not in MONTHS]
