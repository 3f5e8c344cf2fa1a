"""One slot, two fillers: sentences that say the same but for one word, and the words cannot both stand there."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.extract.words import predicates
from consistency.normalise.exclusion import Exclusion
from consistency.normalise.opposition_clauses import COMPLEMENT, CONTENT, Clause, Reading, joined
from consistency.normalise.opposition_subjects import fits, same_way
from consistency.normalise.opposition_words import Opposites

ORDER = ("before", "after", "without")


def opposed(first: Reading, second: Reading, words: Opposites) -> Iterator[Exclusion]:
    """Two affirmed clauses that differ by a word and its opposite."""
    for one, other in ((first, second), (second, first)):
        if one.question or other.question:
            return
        lacking = _lacking(other, one, words)
        if len(lacking) != 1:
            continue
        x = lacking[0]
        for y in _own(one.tree.n, one):
            if one.tree.lemma[y] in other.lemmas or not _against(one, y, other, x, words):
                continue
            if _same_slot(one, y, other, x, words) and held_alike(one, y, other, x, words):
                because = f'one says "{one.tree.lemma[y]}" where the other says "{other.tree.lemma[x]}"'
                yield Exclusion("opposite", 75, because)


def _own(n: int, r: Reading) -> list[int]:
    return [i for i in range(n) if r.tree.pos[i] in CONTENT or r.tree.lemma[i] in ORDER]


def _lacking(short: Reading, long: Reading, words: Opposites) -> list[int]:
    """The content words of one sentence that the other has nothing for."""
    tree, named = short.tree, _names_of_subjects(short)
    kept = [i for i in _own(tree.n, short) if tree.lemma[i] in (short.lemmas - words.light).union(ORDER)]
    return [i for i in kept if i not in named and not any(words.holds(tree.lemma[i], w) for w in long.lemmas)]


def _against(one: Reading, y: int, other: Reading, x: int, words: Opposites) -> bool:
    """Whether two words are opposites, or predicates of opposite poles."""
    v, w = one.tree.lemma[y], other.tree.lemma[x]
    if words.against(v, w):
        return True
    if not (_predicative(one, y) and _predicative(other, x)):
        return False
    mine, theirs = dict(predicates().poles(v)), dict(predicates().poles(w))
    return any(mine[cls] == -pole for cls, pole in theirs.items() if cls in mine)


def _same_slot(one: Reading, y: int, other: Reading, x: int, words: Opposites) -> bool:
    """Whether two words hang on the same word, or are themselves what is said of one subject."""
    s, t = one.tree, other.tree
    head_y, head_x = s.lemma[s.head[y]], t.lemma[t.head[x]]
    if _predicative(one, y) or _predicative(other, x):
        return _predicative(one, y) and _predicative(other, x)
    return words.holds(head_y, head_x) or words.holds(head_x, head_y)


def _predicative(r: Reading, i: int) -> bool:
    """Whether a word is what a clause says of its subject."""
    t = r.tree
    return any(c.head == i or (t.head[i] == c.head and t.dep[i] in COMPLEMENT) for c in r.clauses)


def _clause_of(r: Reading, i: int) -> Clause | None:
    within = [c for c in r.clauses if r.tree.left[c.head] <= i <= r.tree.right[c.head]]
    return min(within, key=lambda c: r.tree.right[c.head] - r.tree.left[c.head], default=None)


def held_alike(one: Reading, y: int, other: Reading, x: int, words: Opposites) -> bool:
    """Whether the clauses in which two words stand are asserted alike of one subject."""
    a, b = _clause_of(one, y), _clause_of(other, x)
    return a is not None and b is not None and fits(a, one, b, other, words)


def alone(first: Reading, second: Reading, words: Opposites) -> Iterator[Exclusion]:
    """ "only X", where the other sentence says the same of a Y."""
    for one, other in ((first, second), (second, first)):
        for x in _only(other, words):
            t, clause = other.tree, _clause_of(other, x)
            if clause is None or one.question or other.question or not _others_held(other, x, one, words):
                continue
            for c in one.clauses:
                alike = same_way(clause, c) and words.alike(one.tree.lemma[c.head], t.lemma[clause.head])
                for y in _named_beside(one, c, t.dep[x]) if alike else ():
                    if one.tree.lemma[y] not in other.lemmas:
                        because = f"one says only {t.word[x]}, the other {one.tree.word[y]}"
                        yield Exclusion("exclusive", 75, because)


def _only(r: Reading, words: Opposites) -> list[int]:
    """The names and peoples that "only" leaves alone."""
    t = r.tree
    return [
        i + 1
        for i in range(t.n - 1)
        if t.lemma[i] in words.only and t.pos[i + 1] in ("PROPN", "ADJ") and t.word[i + 1][:1].isupper()
    ]


def _others_held(other: Reading, x: int, one: Reading, words: Opposites) -> bool:
    t = other.tree
    return rest_said(other, {x, x - 1, *range(t.left[x], t.right[x] + 1)}, one, words)


def _named_beside(r: Reading, c: Clause, dep: str) -> list[int]:
    """The names, and those they are joined to, that stand to a predicate as `dep` says."""
    t = r.tree
    found = t.kids(c.head, dep)
    return [i for f in found for i in (f, *joined(t, f)) if t.word[i][:1].isupper() and t.pos[i] in ("PROPN", "ADJ")]


def rest_said(other: Reading, but: set[int], one: Reading, words: Opposites) -> bool:
    """Whether all else that a sentence says, but for names and its subject, is in the other one."""
    t = other.tree
    named = _names_of_subjects(other)
    rest = [i for i in _own(t.n, other) if i not in but and i not in named and t.lemma[i] in other.lemmas - words.light]
    return all(any(words.holds(t.lemma[i], w) for w in one.lemmas) for i in rest)


def _names_of_subjects(r: Reading) -> set[int]:
    t = r.tree
    spans = [i for c in r.clauses for h in c.heads for i in range(t.left[h], t.right[h] + 1)]
    return {i for i in spans if t.pos[i] == "PROPN"}
