"""Denials against instances: "nobody was hurt" and the man who died, "I never spoke to him" and four calls."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta

from consistency.extract.deedwords import DeedWords
from consistency.facts import Deed, Fact
from consistency.normalise.matter import NEAR, acted_on_apart
from consistency.normalise.roles import FIRM, WEAK, Tie, of_other_kind, roles, same
from consistency.normalise.stories import Stories

MOST = 300
"""Denials, and reports, that are compared in one family of deeds."""
BESIDE = 1500
"""Characters within which what is denied of everybody, and somebody's case, are likely to be of one event."""
RECENT = timedelta(days=21)
"""How much later what is told without a date can be told, or denied."""
FRESH = timedelta(days=10)
"""How old what is denied without a date can be."""


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


def _times_apart(denial: Fact, report: Fact, ever: bool, firm: bool, fresh: timedelta) -> bool:
    """Whether what is told happened when the denial says nothing of: after it, or long before what it speaks of.

    `ever`: it is denied of all times before; `firm`: both name who did it, and to whom, so that it can be long ago;
    `fresh`: how old it can be otherwise.
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
        return last < said - fresh
    late = bool(told and told > said + RECENT and not _earlier(report))
    return late or bool(told and told < said - RECENT and not ever and not firm)


def _earlier(report: Fact) -> bool:
    """ "Had warned": told of a time before the time that is told of."""
    return "had" in report.telling.words.lower().split()


def _strength(a: Fact, b: Fact, x: Deed, y: Deed, words: DeedWords, common: frozenset[str], stories: Stories) -> int:
    """How sure it is that what is told is what is denied; 0 where it is something else."""
    doer, affected = roles(a, b, x, y, words, common)
    firm = min(doer.strength, affected.strength) >= FIRM
    fresh = RECENT if max(doer.strength, affected.strength) > WEAK else FRESH
    if doer.clash or affected.clash or _told_apart(a, b, x, y) or _times_apart(a, b, x.ever, firm, fresh):
        return 0
    near = a.article == b.article and _gap(a, b) < BESIDE
    if x.back:
        return 65 if near and _just_before(b, a) else 0
    if b.kind == "promise":
        return 0  # what somebody promises themselves later is another matter
    if near and "doer" in x.every and _is_elliptical(y) and not affected.strength:
        affected = Tie(FIRM)
    known = {*doer.shared, *affected.shared, *(h for h in (a.holder, b.holder) if h)} | common
    p, q = a.proposition, b.proposition
    shared = ({*p.terms, *p.names} & {*q.terms, *q.names}) - known - {x.word, y.word}
    beside = ({*p.names, *a.context} & {*q.names, *b.context}) - known - shared
    placed = _placed(a, b, x)
    whole = words.whole(x.family) and not x.doers and not x.affected and bool(x.every)
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


def _told_apart(a: Fact, b: Fact, x: Deed, y: Deed) -> bool:
    """Whether what is told is of another kind, let through, or less than what is denied ("no serious injuries")."""
    told = {*b.proposition.terms, *b.proposition.names}
    other = of_other_kind(x, y, told) or acted_on_apart(a, b)
    return other or bool(set(x.apart) & {*y.doers, *y.affected}) or bool(set(x.manner) - {*told, *y.manner})


def _is_elliptical(deed: Deed) -> bool:
    """ "Had voted against": what it is done to stands before it."""
    return not deed.affected and not deed.setting and bool(deed.doers) and "_" in deed.word


def _enough(x: Deed, doer: Tie, affected: Tie, shared: set[str]) -> bool:
    """Whether one role alone ties two deeds: the other is everybody's, or other words are shared."""
    if doer.strength:
        return "affected" in x.every or not x.affected or bool(affected.strength) or bool(shared)
    return affected.strength > WEAK and ("doer" in x.every or bool(shared) or affected.strength > 15)


def _placed(a: Fact, b: Fact, x: Deed) -> bool | None:
    """Whether the report is of the place or occasion that the denial names; None where it names none."""
    if not x.setting:
        return None
    q = b.proposition
    there = {*q.terms, *q.names, *b.context, *b.places}
    return any(same(w, v) for w in x.setting for v in there) or (a.article == b.article and _gap(a, b) < NEAR)


def _gap(a: Fact, b: Fact) -> int:
    return max(a.evidence[0].start, b.evidence[0].start) - min(a.evidence[0].end, b.evidence[0].end)


def _just_before(first: Fact, then: Fact) -> bool:
    return first.evidence[0].end <= then.evidence[0].start and _gap(first, then) < 2 * NEAR


def _because(x: Deed, y: Deed) -> str:
    told = y.word.replace("_", " ")
    return (
        f'one denies that anybody did anything of the kind ("{x.word.replace("_", " ")}"), the other tells of "{told}"'
    )
