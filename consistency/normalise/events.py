"""One event told twice with days, places or lengths that cannot both be right, or with somebody there and not there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from consistency.article import Interval
from consistency.extract.eventwords import EventWords
from consistency.facts import Fact, Proposition
from consistency.intervals import Length, is_day, lengths_agree, may_overlap
from consistency.normalise.places import Places
from consistency.normalise.stories import Stories

THRESHOLD = 55
MAX_OF_CLASS = 250
"""Events of one class that are compared with each other."""
NEAR = 7
"""Days between two dates of an event that could be told with one of them wrong, where it can happen again."""
FAR = 400
"""The same where it happens once; further apart they are two of a series."""


class Apart(NamedTuple):
    """What is set apart between two facts: a relation without its ids."""

    name: str
    left: Fact
    right: Fact
    via: str
    strength: int
    because: str


def events_apart(facts: Sequence[Fact], places: Places, words: EventWords, crowded: list[str]) -> Iterator[Apart]:
    """Pairs of events that are one and are told in two ways, each pair once, in order."""
    stories = Stories(facts)
    classes: dict[str, list[Fact]] = defaultdict(list)
    for f in facts:
        if f.kind == "event" and f.proposition.predicate != "say":
            classes[f.proposition.predicate].append(f)
    for name, members in sorted(classes.items()):
        if len(members) > MAX_OF_CLASS:
            crowded.append(f"events of class {name}")
        for a, b in combinations(members[:MAX_OF_CLASS], 2):
            if name not in ("present", "absent"):
                yield from _told_twice(a, b, words, places, stories)
    yield from _there_and_not(classes, stories)


def _told_twice(a: Fact, b: Fact, words: EventWords, places: Places, stories: Stories) -> Iterator[Apart]:
    if a.article == b.article and a.evidence[0].overlaps(b.evidence[0]):
        return
    strength = same_event(a, b, words, stories)
    if strength < THRESHOLD:
        return
    x, y = a.proposition.about, b.proposition.about
    if _times_apart(a, b, words):
        yield Apart("apart_in_time", a, b, "day", strength, "the two give different days")
    elif x and y and not may_overlap(x, y):
        return
    elif places.apart(a.places, b.places) and (_together(x, y) or _once(a, b, words)):
        because = f'one says "{_place(a, places)}", the other "{_place(b, places)}"'
        yield Apart("apart_in_place", a, b, "place", strength, because)
    p, q = a.proposition.quantity, b.proposition.quantity
    if p and q and not lengths_agree(Length(p.low, p.high), Length(q.low, q.high), slack=0.5):
        yield Apart("apart_in_time", a, b, "length", strength, "the two give different lengths of time")


def _place(fact: Fact, places: Places) -> str:
    """The first of the phrases that names a site or a town."""
    return next((p for p in fact.places if any(places.where((p,)))), fact.places[0])


def _together(x: Interval | None, y: Interval | None) -> bool:
    """Whether the days show that it is one occasion: the same day."""
    return x is not None and x == y and is_day(x)


def _times_apart(a: Fact, b: Fact, words: EventWords) -> bool:
    """Whether two days, or a day and a month, cannot be one, and yet are near enough for one event."""
    x, y = a.proposition.about, b.proposition.about
    if not x or not y or may_overlap(x, y) or x.start is None or y.start is None or x.end is None or y.end is None:
        return False
    if max((x.end - x.start).days, (y.end - y.start).days) > 31 or not (is_day(x) or is_day(y)):
        return False
    gap = max((x.start - y.end).days, (y.start - x.end).days)
    return gap <= (FAR if _once(a, b, words) else NEAR)


def _once(a: Fact, b: Fact, words: EventWords) -> bool:
    return words.once(a.proposition.predicate) or _both_first(a, b)


def _both_first(a: Fact, b: Fact) -> bool:
    return a.proposition.state == b.proposition.state == "first"


def same_event(a: Fact, b: Fact, words: EventWords, stories: Stories) -> int:
    """How sure it is, 0 to 100, that two facts of one class tell of one event."""
    p, q = a.proposition, b.proposition
    things, others = set(p.objects), set(q.objects)
    if (p.state == "first") != (q.state == "first") and p.predicate == "first":
        return 0
    shared = things & others
    if not things <= set(p.subject) and not others <= set(q.subject):
        shared -= set(p.subject) & set(q.subject)  # who does it does not tell what it is done to
    if words.person(p.predicate) and not (things and others):
        shared |= _doers(a) & _doers(b) or (_near(a) & _doers(b)) | (_doers(a) & _near(b))
    bare = "bare" in (p.state, q.state)
    if not shared and not bare and not (_both_first(a, b) and (set(p.names) & set(q.names) or stories.linked(a, b))):
        return 0
    if _told_apart(set(p.terms), set(q.terms), shared) or (bare and not words.once(p.predicate) and not _one_day(p, q)):
        return 0
    linked = stories.linked(a, b)
    if not linked or (bare and linked < 2):
        return 0
    names = (set(p.names) & set(q.names)) - shared
    strength = 30 + 15 * min(2, len(shared)) + 5 * min(3, linked)
    strength += 10 * min(2, len(names)) + 5 * min(3, len(set(a.mentions) & set(b.mentions) - shared))
    strength += 10 * bool(set(p.terms) & set(q.terms)) + 10 * _both_first(a, b) + 10 * bare
    return min(85, strength)


def _doers(fact: Fact) -> set[str]:
    """Who takes part under a name."""
    return {who for who in fact.proposition.subject if who[:1].isupper()}


def _near(fact: Fact) -> set[str]:
    """Who may be meant by somebody who takes part without a name ("the winger"): those named just before."""
    return set(fact.context) if fact.proposition.subject and not _doers(fact) else set()


def _one_day(p: Proposition, q: Proposition) -> bool:
    x, y = p.about, q.about
    return x is not None and y is not None and may_overlap(x, y)


def _told_apart(mine: set[str], theirs: set[str], shared: set[str]) -> bool:
    """Whether the words beside what they share tell two of a kind apart: "the bus scheme", "the weekend scheme"."""
    return bool(mine - shared) and bool(theirs - shared) and not mine & theirs


def _there_and_not(classes: dict[str, list[Fact]], stories: Stories) -> Iterator[Apart]:
    """Somebody who stayed away from an event in one report, and had a part in it in the other."""
    for absent in classes.get("absent", ())[:MAX_OF_CLASS]:
        kind = absent.proposition.state
        who = _doers(absent)
        came = [f for f in classes.get("present", ()) if f.proposition.state == kind]
        for other in [*classes.get(kind, ()), *came][:MAX_OF_CLASS]:
            if absent.evidence[0].overlaps(other.evidence[0]) and absent.article == other.article:
                continue
            p = other.proposition
            there = who & set(p.subject)
            things = set(absent.proposition.objects) & set(p.objects) - who
            x, y = absent.proposition.about, p.about
            if there and things and not (x and y and not may_overlap(x, y)) and stories.linked(absent, other):
                because = f"one says that {sorted(there)[0]} was there, the other not"
                yield Apart("excludes", absent, other, "presence", 75, because)
