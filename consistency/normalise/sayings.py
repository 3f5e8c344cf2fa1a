"""What each speaker and each body said before, and the words that tell what it was about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from consistency.extract.words import Senses
from consistency.facts import Fact

SAYING = {"claim", "prediction", "promise", "demand", "position", "denial"}
PLAIN = {"promise", "truth", "talks", "health", "referendum", "pension", "duty"}
BEFORE, AFTER = 600, 250
"""Characters around a clause whose words tell what it may be about."""


class Sayings:
    """The sayings of a corpus by who said them; `untelling` are words that tell nothing apart."""

    def __init__(self, facts: Sequence[Fact], untelling: Collection[str]) -> None:
        self._untelling = untelling
        self._by_side: dict[str, list[Fact]] = defaultdict(list)
        self._by_article: dict[str, list[Fact]] = defaultdict(list)
        self._whole: dict[str, set[str]] = defaultdict(set)
        self._figured = {f.statement or f.id for f in facts if f.kind == "quantity"}
        for f in facts:
            self._by_article[f.article].append(f)
            if f.kind in SAYING and not f.narrated:
                self._whole[f.statement or f.id] |= self._words(f)
                for side in sides(f):
                    self._by_side[side].append(f)
            elif tells_promise(f):
                for name in {*f.proposition.subject} & {*f.proposition.names}:
                    self._by_side[name].append(f)

    def before(self, then: Fact) -> Iterator[Fact]:
        """What the speaker of a fact, or the body for which they speak, is told to have said before it, each once."""
        found = {f.id: f for side in sides(then) for f in self._by_side.get(side, ())}
        return (f for _, f in sorted(found.items()) if is_earlier(f, then) and not f.retrospect)

    def words(self, fact: Fact) -> set[str]:
        """The words and names of the whole of what was said at once."""
        return self._words(fact) | self._whole.get(fact.statement or fact.id, set())

    def near(self, fact: Fact) -> set[str]:
        """The words and names of what stands around it in its article."""
        at = fact.evidence[0]
        beside = (
            f for f in self._by_article[fact.article]
            if at.start - BEFORE <= f.evidence[0].start <= at.end + AFTER
        )  # fmt: skip
        own = lower(who for who in (fact.holder, fact.body) if who)
        return {w for f in beside for w in self._words(f) if not lower((w,)) <= own}

    def has_figure(self, fact: Fact) -> bool:
        """Whether a number stands in what was said."""
        return (fact.statement or fact.id) in self._figured or any(t[:1].isdigit() for t in fact.proposition.terms)

    def _words(self, f: Fact) -> set[str]:
        p = f.proposition
        own = {w.lower() for who in (f.holder, f.body, *sides(f)) for w in (who or "").split()}
        quantity = {f"{p.quantity.low:g}"} if p.quantity and p.quantity.low == p.quantity.high else set()
        found = {*p.terms, *p.names, *p.subject, *p.objects, *p.things, p.theme} | quantity
        return {
            w for w in found if w and w not in self._untelling and not set(w.lower().split()) <= own and w != "nobody"
        }


def sides(fact: Fact) -> set[str]:
    """Whose word a saying is: its holder's, and that of the body for which they speak, where these have names."""
    return {who for who in (fact.holder if fact.named else None, fact.body) if who and not who.startswith("the ")}


def questions(fact: Fact, senses: Senses) -> set[str]:
    """The questions that the words of a fact answer, but for those that any talk answers."""
    found = {q for word in fact.proposition.terms for q, side in senses.sides(word) if side}
    found |= {s.question for s in fact.proposition.senses}
    return {q for q in found if not senses.senses[q].loose and q not in PLAIN}


def tells_promise(fact: Fact) -> bool:
    """Whether an article tells that somebody made a promise: "made the pledge on which she was elected"."""
    given = ("promise", 1) in {(s.question, s.side) for s in fact.proposition.senses}
    return fact.narrated and fact.kind == "outcome" and given and fact.certainty == "certain" and fact.recall is None


def is_earlier(before: Fact, then: Fact) -> bool:
    """Whether one was said before the other, in another article."""
    if before.article == then.article:
        return False
    return bool(before.said and then.said and before.said.start and then.said.end and before.said.start < then.said.end)


def lower(words: Iterable[str]) -> set[str]:
    """The words in small letters, names by their parts."""
    return {part for w in words for part in w.lower().split()}
