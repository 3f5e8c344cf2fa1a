"""All that leads to a finding, for somebody who wants to check every step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from consistency.article import Basis, Interval
from consistency.conclude.candidate import LIKELY, SURE, Candidate
from consistency.conclude.sentence import in_order, reason, told
from consistency.conclude.wording import Wording
from consistency.facts import Fact
from consistency.findings import Explanation, Inference, Told
from consistency.intervals import OPEN
from consistency.known import Known
from consistency.normalise.matter import link

WEAK = 0.8
"""A part of the confidence below this is among what would make the finding wrong."""
DOUBTED = {
    "link": "the two are about different matters", "certainty": "it was never meant as certain",
    "speaker": "somebody else says it", "date": "it was said at another time",
    "time": "things have changed in between",
}  # fmt: skip
BASES: dict[Basis, str] = {
    "given": "that was given with it", "header": "in its header", "metadata": "in its metadata",
    "dateline": "in its dateline", "inferred": "inferred from its own evidence", "none": "unknown",
}  # fmt: skip


def explanation(
    found: Candidate, published: Mapping[str, Interval], bases: Mapping[str, Basis], words: Wording
) -> Explanation:
    """The facts in order of time, the rule, every inference, the parts of the confidence, and the doubts."""
    ordered = in_order(found.held, published)
    facts = [k.fact for _, k in ordered]
    return Explanation(
        facts=tuple(_told(role, k, published, bases, words) for role, k in ordered),
        rule=found.rule.summary,
        why=" ".join(found.rule.why.split()),
        inferences=tuple(dict.fromkeys([*_readings(facts), *_relations(found, facts, words)])),
        confidence=found.factors,
        doubts=tuple(dict.fromkeys([*words.doubts.get(found.rule.category, ()), *_doubts(found, facts, bases)])),
    )


def _told(
    role: str, known: Known, published: Mapping[str, Interval], bases: Mapping[str, Basis], words: Wording
) -> Told:
    fact = known.fact
    return Told(
        role=role,
        kind=fact.kind,
        holder=fact.holder,
        when=_days(fact.said),
        dated=_dated(fact, published.get(fact.article, OPEN), bases.get(fact.article, "none")),
        told=told(known, None, words),
        article=fact.article,
        publisher=fact.publisher,
        text=" ... ".join(e.text for e in known.evidence),
    )


def _days(said: Interval | None) -> str:
    start, end = said or (None, None)
    if start == end:
        return str(start) if start else ""
    return f"{start or ''}/{end or ''}"


def _dated(fact: Fact, published: Interval, basis: Basis) -> str:
    """How it is known when it was said."""
    if fact.said is None or fact.said == OPEN:
        return "nothing tells when"
    if fact.said == published:
        article = f"the date of the article, {BASES[basis]}"
        return article if fact.narrated else f"{article}; the text itself does not say when"
    return "the text says when"


def _readings(facts: Sequence[Fact]) -> Iterator[Inference]:
    """Who is meant by "he", which days by "last week", and by when a promise is due."""
    for fact in facts:
        for words, means, because in fact.telling.references:
            kind = "time" if means[:1].isdigit() or means[:2] in ("up", "fr") else "reference"
            kind = "speaker" if means == fact.holder and words in ("", fact.telling.source) else kind
            yield Inference(kind, words, means, because)
        if fact.described and fact.named and fact.holder:
            because = "other articles name the holder of this office so"
            yield Inference("speaker", f"the {fact.described}", fact.holder, because)
        if fact.deadline:
            yield Inference("deadline", "", str(fact.deadline), fact.deadline_because or "the text names the day")


def _relations(found: Candidate, ordered: Sequence[Fact], words: Wording) -> Iterator[Inference]:
    """What ties the facts to one matter, and which words exclude each other."""
    for _, relation in found.links:
        sides = [f for f in ordered if f.id in (relation.left, relation.right)]
        if len(sides) == 2 and (shared := link(sides[0], sides[1]).shared):
            yield Inference("matter", "", ", ".join(shared), "both have these names and words")
        how = relation.name.replace("_", " ") + (f", by {relation.via}" if relation.via else "")
        yield Inference("relation", how, str(relation.strength), reason(relation, ordered, found, words))


def _doubts(found: Candidate, facts: Sequence[Fact], bases: Mapping[str, Basis]) -> Iterator[str]:
    """What the weak links of this very finding add."""
    for part in found.factors:
        if part.value < WEAK:
            yield f"{DOUBTED[part.name]}: {part.because}"
    told: set[str] = set()
    for fact in facts:
        for words, means, _ in fact.telling.references:
            if words and means == fact.holder and means not in told:
                told.add(means)
                yield f'"{words}" is somebody other than {means}'
        if bases.get(fact.article) == "inferred":
            yield f"{fact.article} was not published when its own evidence suggests"
        if not fact.named and not fact.narrated:
            yield f"{fact.holder} is not one and the same throughout"


def one_line(found: Candidate) -> str:
    """Why the finding stands, and how firmly, in one line."""
    if found.confidence >= SURE:
        return found.rule.summary
    weakest = min(found.factors, key=lambda p: p.value)
    firm = "It needs a look" if found.confidence >= LIKELY else "It is only a pointer"
    return f"{found.rule.summary} {firm}: {weakest.because}."
