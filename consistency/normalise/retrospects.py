"""What speakers say of their own past words, against those words: "I never asked for it", after asking for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consistency.extract.retrospects import Retrospects
from consistency.extract.words import Senses
from consistency.facts import Fact
from consistency.normalise.exclusion import Knowledge
from consistency.normalise.pastwords import contrary
from consistency.normalise.sayings import Sayings, lower, questions, tells_promise

GENERAL = {"never promise": "promised", "never demand": "asked for", "never oppose": "opposed", "never deny": "denied",
           "never support": "supported", "always support": "opposed", "always oppose": "supported"}  # fmt: skip
OF_ALL = {"promise": {"anything", "nothing"}, "oppose": {"anything", "anybody", "anyone", "nothing"}}
NAMED = {"time": "date", "number": "number", "forecast": "forecast"}
Found = tuple[Fact, Fact, int, str]


def retrospects(facts: Sequence[Fact], knowledge: Knowledge, lexicon: Retrospects) -> Iterator[Found]:
    """Pairs of what a speaker said, and a later word of the same side that it was not so, with strength and why."""
    reports = [f for f in facts if f.retrospect and f.holder and (f.condition == "none" or _leaves_to(f))]
    if not reports:
        return
    sayings = Sayings(facts, knowledge.themes.generic | knowledge.common)
    for then in reports:
        when, act, *sort = then.retrospect.split()
        if sort:
            yield from _of_a_sort(then, act, sort[0], sayings, lexicon)
            continue
        for before in sayings.before(then):
            if not before.narrated and before.condition == "none":
                yield from _of_a_matter(before, then, when, act, sayings, knowledge)


def _leaves_to(fact: Fact) -> bool:
    """ "We always said that if the right offer came in, ...": what is left open on a condition."""
    return fact.condition == "condition" and fact.retrospect == "always say"


def _of_a_matter(
    before: Fact, then: Fact, when: str, act: str, sayings: Sayings, knowledge: Knowledge
) -> Iterator[Found]:
    """What is said of old to have been promised, asked for, opposed, said: against an earlier word on that matter."""
    shared = _shared(before, then)
    tied = bool(shared) or _around(before, then, act, sayings, knowledge.senses)
    if not tied and not (when == "never" and _of_anything(then, act)):
        return
    if contrary(before, then, when, act, knowledge):
        did = GENERAL.get(then.retrospect, "said otherwise")
        of = f" on {', '.join(sorted(shared)[:3])}" if shared else ""
        because = f"the same speaker, who says it was {when} so, {did} before{of}"
        yield before, then, max(60, min(90, 50 + 12 * len(shared))), because


def _around(before: Fact, then: Fact, act: str, sayings: Sayings, senses: Senses) -> bool:
    """Whether each speaks of what stands around the other: "the rise", and a report of rates that were put up.

    Words that answer one question stand for one another: "increase" and "rise", "for sale" and "the right offer".
    """
    if act not in ("support", "oppose", "say"):
        return False
    kin = questions(before, senses) & questions(then, senses)
    mine, theirs = sayings.words(before) & sayings.near(then), sayings.words(then) & sayings.near(before)
    return bool(kin or mine) and bool(theirs or (kin and mine)) and len(kin) + len(lower(mine | theirs)) > 1


def _of_anything(fact: Fact, act: str) -> bool:
    """ "I never promised anything", "never ruled anybody out": whatever was promised or ruled out speaks against it."""
    return bool(OF_ALL.get(act, set()) & set(fact.mentions))


def _shared(before: Fact, then: Fact) -> set[str]:
    """The words and names that tell what both are about."""
    p, q = before.proposition, then.proposition
    holder = {w.lower() for w in (then.holder or "").split()}
    mine = {*p.terms, *p.names, *before.mentions}
    theirs = {*q.terms, *q.names, *then.mentions}
    beside = (set(p.names) & set(then.context)) - {then.holder}
    return {w for w in (mine & theirs) | beside if w.lower() not in holder and w != then.holder}


def _of_a_sort(then: Fact, act: str, sort: str, sayings: Sayings, lexicon: Retrospects) -> Iterator[Found]:
    """ "Never put a date on it": the earlier saying of that sort that is most surely about the same."""
    fitting = [b for b in sayings.before(then) if _is_of_sort(b, act, sort, sayings, lexicon)]
    naming = {*lexicon.giving, *(w for words in (*lexicon.sorts.values(), *lexicon.kinds.values()) for w in words)}
    topic = lower(then.proposition.terms) - naming - lower(then.proposition.names)
    about = topic or sayings.near(then)
    ranked = sorted(
        ((len(lower(sayings.words(b) & about)), b.kind == "promise", b.id, b) for b in fitting), reverse=True
    )
    if not ranked or not ranked[0][0]:
        return
    shared, _, _, before = ranked[0]
    if not topic and shared < 2 and len(ranked) > 1:
        return
    strength = min(85, 60 + 8 * shared) if topic else min(75, 54 + 5 * shared)
    yield before, then, strength, f"the same side gave a {NAMED[sort]} before, and says that it never did"


def _is_of_sort(before: Fact, act: str, sort: str, sayings: Sayings, lexicon: Retrospects) -> bool:
    """Whether an earlier saying gives what is denied to have been given: a day, a number, what was to come."""
    foretold = before.kind in ("promise", "prediction") or tells_promise(before)
    if before.disowned or before.condition != "none" or before.certainty in ("unknown", "possible"):
        return False
    if sort == "time":
        return foretold and before.proposition.positive and before.deadline is not None
    if sort == "number":
        return sayings.has_figure(before) and (
            _is_sworn(before, lexicon) or (act != "promise" and before.kind == "claim")
        )
    return foretold


def _is_sworn(before: Fact, lexicon: Retrospects) -> bool:
    """Whether it is a promise in so many words, or of the speaker's own deed."""
    told = tells_promise(before) or lexicon.kind((before.telling.lemma,)) == "promise"
    return told or (before.kind == "promise" and before.own)
