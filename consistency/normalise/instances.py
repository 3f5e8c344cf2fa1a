"""Denials against instances: "nobody was hurt" and the man who died, "I never spoke to him" and four calls."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import NamedTuple

from consistency.extract.deedwords import DeedWords
from consistency.facts import Deed, Fact
from consistency.normalise.matter import NEAR, acted_on_apart
from consistency.normalise.stories import Stories

MOST = 300
"""Denials, and reports, that are compared in one family of deeds."""
BESIDE = 1500
"""Characters within which what is denied of everybody, and somebody's case, are likely to be of one event."""
RECENT = timedelta(days=21)
"""How old what is told without a date can be, and what is denied without one."""


WEAK = 8
"""What is shared of one role where it is told apart otherwise, or named by a word that many articles have."""


class _Tie(NamedTuple):
    """How sure it is that two say the same of one role, and whether they name different ones."""

    strength: int
    clash: bool = False
    shared: tuple[str, ...] = ()


def instances(
    facts: Sequence[Fact], words: DeedWords, common: frozenset[str], stories: Stories
) -> Iterator[tuple[Fact, Fact, int, str]]:
    """Pairs of a denial of a family of deeds and what is told to have been one of them, with strength and why."""
    denied: dict[str, list[tuple[Fact, Deed]]] = defaultdict(list)
    told: dict[str, list[tuple[Fact, Deed]]] = defaultdict(list)
    for fact in facts:
        for deed in (*fact.proposition.deeds, *_undertaken(fact, words)):
            if deed.denied and _denies(fact, words.state(deed.family)):
                denied[deed.family].append((fact, deed))
            elif not deed.denied and _tells(fact):
                told[deed.family].append((fact, deed))
    for family in sorted(denied):
        for a, x in denied[family][:MOST]:
            for b, y in told[family][:MOST]:
                if _meet(a, b) and (strength := _strength(a, b, x, y, words, common, stories)):
                    yield a, b, min(95, strength), _because(x, y)


def _undertaken(fact: Fact, words: DeedWords) -> tuple[Deed, ...]:
    """What somebody else tells of as agreed or promised."""
    if fact.kind != "promise" or fact.narrated or fact.holder is None or not fact.proposition.positive:
        return ()
    if not any(s.family == "agree" for s in words.word(fact.telling.lemma)):
        return ()
    return (Deed("agree", fact.telling.lemma, doers=(fact.holder,), affected=fact.proposition.things),)


def _denies(fact: Fact, state: bool) -> bool:
    said = fact.kind in ("claim", "denial") or (fact.kind == "outcome" and fact.narrated)
    firm = fact.condition == "none" and fact.certainty in ("certain", "probable") and not fact.disowned
    past = fact.proposition.tense == "past" or (fact.kind == "denial" and fact.proposition.tense == "present")
    return said and firm and (past or state)


def _tells(fact: Fact) -> bool:
    said = fact.kind in ("claim", "promise") or (fact.kind == "outcome" and fact.narrated)
    firm = fact.condition == "none" and fact.certainty == "certain" and not fact.disowned
    return said and firm and (fact.proposition.tense != "future" or fact.kind == "promise")


def _meet(denial: Fact, report: Fact) -> bool:
    """Whether two facts can be set against each other: of two voices, and the one not inside the other."""
    if denial.narrated and report.narrated:
        return False
    one_article = denial.article == report.article
    if one_article and denial.evidence[0].overlaps(report.evidence[0]):
        return False
    if not denial.narrated and not report.narrated and denial.holder == report.holder:
        return not one_article
    return True


def _times_apart(denial: Fact, report: Fact, ever: bool, firm: bool) -> bool:
    """Whether what is told happened when the denial says nothing of: after it, or long before what it speaks of.

    `ever`: it is denied of all times before; `firm`: both name who did it, and to whom, so that it can be long ago.
    """
    about, happened = denial.proposition.about, report.proposition.about
    said = denial.said.end if denial.said else None
    told = report.said.end if report.said else None
    first, last = (happened.start, happened.end) if happened else (None, None)
    if first and said and first > said:
        return True
    if about and about.start and about.end and first and last:
        return first > about.end or last < about.start
    if not said or (last and (ever or firm)):
        return False
    if last:
        return last < said - RECENT
    late = bool(told and told > said + RECENT and not _earlier(report))
    return late or bool(told and told < said - RECENT and not ever and not firm)


def _earlier(report: Fact) -> bool:
    """ "Had warned": told of a time before the time that is told of."""
    return "had" in report.telling.words.lower().split()


def _strength(a: Fact, b: Fact, x: Deed, y: Deed, words: DeedWords, common: frozenset[str], stories: Stories) -> int:
    """How sure it is that what is told is what is denied; 0 where it is something else."""
    doer, affected = _roles(a, b, x, y, words, common)
    firm = min(doer.strength, affected.strength) >= 15
    if _other_kinds(x, y, {*b.proposition.terms, *b.proposition.names}) or acted_on_apart(a, b):
        return 0
    if doer.clash or affected.clash or set(x.apart) & {*y.doers, *y.affected} or _times_apart(a, b, x.ever, firm):
        return 0
    near = a.article == b.article and _gap(a, b) < BESIDE
    if x.back:
        return 65 if near and _just_before(b, a) else 0
    if b.kind == "promise":
        return 0  # what somebody promises themselves later is another matter
    if near and "doer" in x.every and _is_elliptical(y) and not affected.strength:
        affected = _Tie(15)
    known = {*doer.shared, *affected.shared, *(h for h in (a.holder, b.holder) if h)} | common
    p, q = a.proposition, b.proposition
    shared = ({*p.terms, *p.names} & {*q.terms, *q.names}) - known - {x.word, y.word}
    beside = ({*p.names, *a.context} & {*q.names, *b.context}) - known - shared
    placed = _placed(a, b, x)
    whole = words.whole(x.family) and not x.doers and not x.affected and bool(x.every)
    if set(x.manner) - {*q.terms, *y.manner}:
        return 0  # "no serious injuries"
    if placed is False or (whole and not near and not (shared | beside and stories.linked(a, b) > 1)):
        return 0
    if not whole and not firm and not _enough(x, doer, affected, shared):
        return 0
    strength = 30 + doer.strength + affected.strength + 15 * whole
    strength += 12 * ("doer" in x.every and affected.strength > WEAK) + 8 * (
        "affected" in x.every and bool(doer.strength)
    )
    strength += 8 * min(3, len(shared)) + 6 * min(2, len(beside)) + 10 * near + 8 * x.ever + 10 * bool(placed)
    return strength + 10 * (p.about is not None and p.about == q.about)


def _is_elliptical(deed: Deed) -> bool:
    """ "Had voted against": what it is done to stands before it."""
    return not deed.affected and not deed.setting and bool(deed.doers) and "_" in deed.word


def _enough(x: Deed, doer: _Tie, affected: _Tie, shared: set[str]) -> bool:
    """Whether one role alone ties two deeds: the other is everybody's, or other words are shared."""
    if doer.strength:
        return "affected" in x.every or not x.affected or bool(affected.strength) or bool(shared)
    return affected.strength > WEAK and ("doer" in x.every or bool(shared) or affected.strength > 15)


def _roles(a: Fact, b: Fact, x: Deed, y: Deed, words: DeedWords, common: frozenset[str]) -> tuple[_Tie, _Tie]:
    """How far who does it and whom or what it is done to are the same."""
    mine, theirs = (_named(a, x.doers), _named(a, x.affected)), (_named(b, y.doers), _named(b, y.affected))
    told = {*b.proposition.terms, *b.proposition.names, *y.beside}
    if not words.mutual(x.family):
        staff = words.staff if "doer" in x.every else frozenset()
        doer = _tie(mine[0] - staff, theirs[0] - staff, told, set(), common)
        return doer, _tie(mine[1], theirs[1], told, set(x.beside), common)
    sides, others = mine[0] | mine[1], theirs[0] | theirs[1]
    one = _tie(sides, others, set(), set(), common)
    return one, _tie(sides - set(one.shared), others - set(one.shared), told, set(x.beside), common)


def _named(fact: Fact, words: tuple[str, ...]) -> set[str]:
    """Who and what, with the speaker where only a pronoun names them: by name, or as "@" and how they are called."""
    found = set(words) - {"@"}
    if "@" in words and fact.holder and not fact.narrated:
        found.add(fact.holder if fact.holder[:1].isupper() else f"@ {fact.holder}")
    return found


def _tie(mine: set[str], theirs: set[str], told: set[str], beside: set[str], common: frozenset[str]) -> _Tie:
    """How far two sides name the same, or one is `told` elsewhere in the other clause, or `beside`."""
    shared = {w for w in mine if any(_one(w, v) for v in theirs)}
    named, known = set(filter(_is_name, mine)), set(filter(_is_name, theirs))
    other = {w for w in mine - shared if any(_one(w, v) for v in told)}
    other |= beside & (theirs | told)
    if named and known and not (shared | other) & named:
        return _Tie(0, clash=True)
    if shared:
        telling = shared - common
        if _other_things(mine - shared, theirs - shared, told):
            return _Tie(WEAK, shared=tuple(sorted(shared)))
        return _Tie(20 if telling & named else 15 if telling else WEAK, shared=tuple(sorted(shared)))
    if other - common:
        return _Tie(18 if other & named else 12, shared=tuple(sorted(other)))
    return _Tie(0, clash=bool(mine and theirs) and not named and not known)


def _other_things(mine: set[str], theirs: set[str], told: set[str]) -> bool:
    """Whether each also has a thing that the other has not: she was sent no letter, and she was sent a parcel."""
    things, others = {w for w in mine if not _is_name(w)}, {w for w in theirs if not _is_name(w)}
    return bool(things and others) and not things & told


def _other_kinds(x: Deed, y: Deed, told: set[str]) -> bool:
    """Whether what both name is of another kind: the harbour levy, and the school levy."""
    heads = {*x.doers, *x.affected, *y.doers, *y.affected}
    mine, theirs = set(x.beside) - heads, set(y.beside) - heads
    kinds = [({w for w in ws if _is_name(w)}, {w for w in ws if not _is_name(w)}) for ws in (mine, theirs)]
    return any(one and other and not one & (theirs | told) for one, other in zip(*kinds, strict=True))


def _one(mine: str, theirs: str) -> bool:
    """One word, or two names of which one is a part of the other."""
    if mine == theirs:
        return True
    x, y = set(mine.split()), set(theirs.split())
    alike = _is_name(mine) and _is_name(theirs)
    return (alike or "@" in x or "@" in y) and (x - {"@"} <= y or y - {"@"} <= x)


def _is_name(word: str) -> bool:
    return word[:1].isupper() or word[:1] == "@"


def _placed(a: Fact, b: Fact, x: Deed) -> bool | None:
    """Whether the report is of the place or occasion that the denial names; None where it names none."""
    if not x.setting:
        return None
    q = b.proposition
    there = {*q.terms, *q.names, *b.context, *b.places}
    return any(_one(w, v) for w in x.setting for v in there) or (a.article == b.article and _gap(a, b) < NEAR)


def _gap(a: Fact, b: Fact) -> int:
    return max(a.evidence[0].start, b.evidence[0].start) - min(a.evidence[0].end, b.evidence[0].end)


def _just_before(first: Fact, then: Fact) -> bool:
    return first.evidence[0].end <= then.evidence[0].start and _gap(first, then) < 2 * NEAR


def _because(x: Deed, y: Deed) -> str:
    told = y.word.replace("_", " ")
    return (
        f'one denies that anybody did anything of the kind ("{x.word.replace("_", " ")}"), the other tells of "{told}"'
    )
