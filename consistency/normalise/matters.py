"""What a promise or a report is about, for comparison: its words under the names of families, its things, its deed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from consistency.extract.fates import Progress
from consistency.facts import Fact

MAX_BEFORE, NEAR = 12, 260
"""How many facts, and how many characters, before a sentence tell what its "promise" was about."""
FEW = 2
"""Words that a sentence may name itself where it refers back to those before."""
IMPERSONAL = {"Mr", "Ms", "Mrs", "Sir", "Dr", "Chief", "Executive", "Cllr", "President", "Minister", "Prime"}


class Matter(NamedTuple):
    """What a fact is about, for comparison: its words and, of them, those of its theme, subject and objects.

    `deed` is what is done, `near` what is named just before where the fact refers back to it.
    """

    words: frozenset[str]
    core: frozenset[str]
    names: frozenset[str]
    deed: frozenset[str]
    near: frozenset[str] = frozenset()


def with_what_stands_before(facts: Sequence[Fact], matters: dict[str, Matter]) -> dict[str, Matter]:
    """What promises, or speaks of a promise, and names little itself, is about what the sentences before it name."""
    found: dict[str, Matter] = {}
    for n, fact in enumerate(facts):
        speaks = fact.kind == "promise" or set(fact.cues) & {"promise", "kept", "broken"}
        if not speaks or fact.id not in matters or len(matters[fact.id].words) > FEW:
            continue
        start = fact.evidence[0].start
        before = [
            f for f in facts[max(0, n - MAX_BEFORE) : n]
            if f.article == fact.article and 0 <= start - f.evidence[0].end < NEAR and f.id in matters
        ]  # fmt: skip
        near = frozenset(w for f in before for w in matters[f.id].words)
        found[fact.id] = matters[fact.id]._replace(near=near - matters[fact.id].words)
    return found


def matter(fact: Fact, words: Progress, generic: frozenset[str]) -> Matter:
    """What a fact is about, under the names of families of words."""
    p = fact.proposition
    who = {fact.holder, fact.publisher, *(w for n in (fact.holder or "", fact.publisher or "") for w in n.split())}
    lowered = {str(w).lower() for w in who if w}

    def kept(items: Iterable[str]) -> frozenset[str]:
        plain = {i for i in items if i and i.lower() not in generic and i.lower() not in words.generic}
        plain = {i for i in plain if i.lower() not in lowered and not _year(i)}
        return frozenset(name for i in plain for name in words.family.get(i, {i}))

    names = frozenset(n for n in p.names if n not in IMPERSONAL and n not in who)
    core = kept(t for t in (p.theme, *p.subject, *p.objects) if t[:1].islower() or t[:1].isdigit())
    core |= kept(t.lower() for t in p.theme_names)
    verbs = (p.predicate,) if p.predicate not in words.promising | words.forgoing else (p.theme, *p.objects)
    deed = frozenset(name for v in verbs if v and v not in generic for name in words.family.get(v, {v}))
    return Matter(kept(p.terms) | core | deed, core, names, deed)


def shown(promise: Fact, report: Fact, shared: tuple[str, ...], words: Progress) -> tuple[str, ...]:
    """What both name in the words of the promise, in those of the report where it has none."""
    found: list[str] = []
    for name in shared:
        own = [w for f in (promise, report) for w in _said(f) if w == name or name in words.family.get(w, ())]
        found += own[:1] or [name]
    lowered = {part.lower() for w in found if w[:1].isupper() for part in w.split()}
    return tuple(dict.fromkeys(w for w in found if w not in lowered))


def _said(fact: Fact) -> tuple[str, ...]:
    p = fact.proposition
    return (*p.terms, p.theme, *p.subject, *p.objects, p.predicate)


def _year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")
