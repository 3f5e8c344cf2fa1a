"""Times of one event that cannot both be right: offsets from another event, and dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from consistency.article import Interval
from consistency.facts import Fact, Offset
from consistency.intervals import OPEN, Length, gap, is_day, lengths_agree
from consistency.normalise.places import Places


def offsets_apart(facts: Iterable[Fact], places: Places) -> Iterator[tuple[Fact, Fact, str]]:
    """Pairs of facts that put one event at incompatible distances from another: "hours after", "days after"."""
    having = [(f, f.after) for f in facts if f.after is not None]
    for n, (a, x) in enumerate(having):
        for b, y in having[n + 1 :]:
            if (
                a.article != b.article and x.anchor == y.anchor and _same_event(a, b, places) and _same_anchor(x, y)
            ) and not lengths_agree(Length(x.low, x.high), Length(y.low, y.high), slack=0.0):
                yield a, b, f"{_show(x)} and {_show(y)} the {x.anchor} cannot both be right"


def _same_event(a: Fact, b: Fact, places: Places) -> bool:
    s, t = a.proposition.theme, b.proposition.theme
    return bool(s) and (s == t or {s, t} <= places.utterances)


def _same_anchor(x: Offset, y: Offset) -> bool:
    specific = {x.anchor}
    return bool((set(x.terms) & set(y.terms)) - specific)


def _show(offset: Offset) -> str:
    if offset.high <= 1:
        return "hours after"
    return f"{offset.low:g} days or more after" if offset.low > 1 else f"up to {offset.high:g} days after"


def dates_against_offset(facts: Sequence[Fact], published: dict[str, Interval]) -> Iterator[tuple[Fact, Fact, str]]:
    """Pairs inside one article: "days after the call", and a date of that call too close to the publication."""
    dated = [f for f in facts if f.proposition.about and is_day(f.proposition.about)]
    for a in facts:
        if a.after is None:
            continue
        own = published.get(a.article, OPEN)
        for b in dated:
            day = b.proposition.about
            days = gap(day, own).high if day else None
            if b.article != a.article or b.id == a.id or day is None or days is None:
                continue
            shared = {a.after.anchor, *a.after.terms} & _nouns(b)
            if a.after.anchor in shared and len(shared) > 1 and 0 <= days < a.after.low:
                apart = "1 day lies" if days == 1 else f"{days:g} days lie"
                yield a, b, f"at most {apart} between {day.start} and the article of {own.end}"


def _nouns(fact: Fact) -> set[str]:
    return {*fact.proposition.terms, *fact.mentions, fact.proposition.theme}


def days_apart(a: Fact, b: Fact) -> date | None:
    """The day of the first where both are dated to the day and the days differ, within a week; None otherwise."""
    x, y = a.proposition.about, b.proposition.about
    if not x or not y or not is_day(x) or not is_day(y) or x.start is None or y.start is None:
        return None
    return x.start if 0 < abs((x.start - y.start).days) <= 7 else None
