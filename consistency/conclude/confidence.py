"""How sure a finding is: what may be wrong with each of its parts, multiplied."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from math import prod

from consistency.facts import Certainty, Fact, Relation
from consistency.findings import Factor
from consistency.intervals import gap

CERTAINTY: dict[Certainty, float] = {"certain": 1.0, "probable": 0.9, "possible": 0.6, "unknown": 0.7}
UNLINKED = 0.6
"""A rule that joins its facts by equal fields alone."""
CARRIED_ON = 0.95
"""Words beside which nobody is named."""
CHANGES = ((60, 0.7), (8, 0.85), (2, 0.95))
"""By how many days at least lie between two tellings of how things stand, the greatest first."""
WAS_AND_IS = 0.8
STATES = {"state", "opposite", "negation", "universal", "sense"}
"""The means by which what stands one way and what stands another way are set against each other."""
INFERRED = 0.95
"""An article that only its own evidence dates, and not to the week."""


def factors(facts: Sequence[Fact], links: Sequence[Relation], loose: Collection[str]) -> tuple[Factor, ...]:
    """The parts of the confidence: the weakest link, the least certain fact, speakers and dates that were worked out,
    and the days in which things may have changed.

    `loose` are the articles that only their own evidence dates, and not to the week.
    """
    return (_link(links), *_certainty(facts), *_speakers(facts), *_dates(facts, loose), *_changes(facts, links))


def product(parts: Iterable[Factor]) -> float:
    """The parts together, with two decimals."""
    return round(prod(p.value for p in parts), 2)


def _link(links: Sequence[Relation]) -> Factor:
    weakest = min(links, key=lambda link: link.strength, default=None)
    if weakest is None:
        return Factor("link", UNLINKED, "nothing but equal fields ties the facts to one matter")
    how = "the words that they share" if weakest.strength >= 80 else "few words in common"
    return Factor("link", weakest.strength / 100, f"that they are about one matter rests on {how}")


def _certainty(facts: Sequence[Fact]) -> Iterator[Factor]:
    least = min(facts, key=lambda f: CERTAINTY[f.certainty], default=None)
    if least is not None and least.certainty != "certain":
        who = least.holder or least.publisher or "the source"
        yield Factor("certainty", CERTAINTY[least.certainty], f"{who} puts it as {least.certainty}, not as certain")


def _speakers(facts: Sequence[Fact]) -> Iterator[Factor]:
    """Words that go on from whoever spoke before, once for each name."""
    names = [r.means for f in facts for r in f.telling.references if not r.words and not f.narrated]
    for name in dict.fromkeys(names):
        yield Factor("speaker", CARRIED_ON, f"nobody is named beside the words that are taken to be those of {name}")


def _dates(facts: Sequence[Fact], loose: Collection[str]) -> Iterator[Factor]:
    for article in sorted({f.article for f in facts if f.article in loose}):
        yield Factor("date", INFERRED, f"the date of {article} is inferred from its own evidence, and not to the week")


def _changes(facts: Sequence[Fact], links: Sequence[Relation]) -> Iterator[Factor]:
    """Two tellings of how things stand, of two times: one may only tell what has become of it since."""
    if len(facts) != 2 or not {link.via for link in links} & STATES:
        return
    one, other = facts
    if not {one.kind, other.kind} <= {"claim", "denial", "outcome"} or one.said is None or other.said is None:
        return
    tenses = {f.proposition.tense for f in facts}
    if tenses == {"past", "present"}:
        yield Factor("time", WAS_AND_IS, "one tells how it was, the other how it is")
    days = gap(*sorted((one.said, other.said), key=lambda said: said.start or date.min)).low or 0
    value = next((v for least, v in CHANGES if days >= least), None)
    if value and tenses != {"past"}:
        yield Factor("time", value, f"{days} days lie between the two, in which things may have changed")
