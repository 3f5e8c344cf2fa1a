"""Times measured from an office: first day in office, 100-day mark, four months into his term, before taking office."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from consistency.article import Interval
from consistency.extract.timepatterns import Found
from consistency.extract.timesetting import Reading, Setting, unresolved
from consistency.extract.timeunits import Amount, amount, moved, period, unit
from consistency.extract.timevalues import UNKNOWN, step
from consistency.terms import Term

if TYPE_CHECKING:
    from spacy.tokens import Token

_BACK = 120
_ONE = Amount(1, 1, False)


def holder(found: Found, s: Setting) -> Term | None:
    """The term that the expression speaks of: of the person the pronoun means, else of the office holder named last."""
    which = s.number(found, "ord") if "office" in found.groups and s.words.lower(found.end - 1) == "term" else 0
    whose = found.at("whose")
    if whose is not None and s.person_at is not None:
        name = s.person_at(s.words.doc[whose])
        term = s.terms.at(name, s.day, which) if name else None
        if term:
            return term
    for token in named(found, s):
        term = s.terms.at(token.text, s.day, which)
        if term:
            return term
    return s.terms.awaited(s.day)


def named(found: Found, s: Setting) -> Iterator[Token]:
    """Names that the expression may speak of: the subject of its sentence, then those before it, nearest first."""
    root = s.words.doc[found.start].sent.root
    yield from (c for c in root.children if c.dep_ == "nsubj" and c.pos_ == "PROPN")
    for i in range(found.end - 1, max(-1, found.start - _BACK), -1):
        token = s.words.doc[i]
        if token.pos_ == "PROPN" and token.text[0].isupper():
            yield token


def office_days(found: Found, s: Setting) -> Reading | None:
    """His first day in office; the first 100 days of her presidency; her first act as prime minister."""
    term = holder(found, s)
    if term is None:
        return None
    start = s.terms.began(term) if s.words.lower(found.end - 1) != "term" else term.start
    at = found.groups["unit"][0]
    if s.words.is_a(at, "act"):
        return Reading("DATE", start.isoformat()) if s.number(found, "ord") == 1 else None
    u, nth = unit(s, at), s.number(found, "ord")
    if "qty" in found.groups:
        end = moved(start, amount(s, *found.groups["qty"]), u, 1)
        return Reading("DURATION", period(amount(s, *found.groups["qty"]).low, u), Interval(start, end))
    first, after = step(start, nth - 1, u.letter), step(start, nth, u.letter)
    if first is None or after is None or not nth:
        return None
    last = after - timedelta(days=1)
    return Reading("DATE", first.isoformat() if first == last else f"{first:%Y-%m}", Interval(first, last))


def office_mark(found: Found, s: Setting) -> Reading | None:
    """The 100-day mark of his term: the hundredth day, counted with or without the first."""
    term, a, u = holder(found, s), amount(s, *found.groups["qty"]), unit(s, found.groups["unit"][0])
    day = moved(term.start, a, u, 1) if term else None
    if day is None:
        return None
    first = day - timedelta(days=1) if u.letter == "D" else day
    return Reading("DATE", first.isoformat(), Interval(first, day))


def office_into(found: Found, s: Setting) -> Reading | None:
    """Four months into his term."""
    term = holder(found, s)
    a = _ONE if s.words.is_a(found.start, "an") else amount(s, *found.groups["qty"])
    day = moved(term.start, a, unit(s, found.groups["unit"][0]), 1) if term else None
    return Reading("DATE", day.isoformat(), Interval.day(day)) if day else None


def office_within(found: Found, s: Setting) -> Reading | None:
    """Within 100 days of taking office (a last day); two days after the inauguration (a day)."""
    term, a, u = holder(found, s), amount(s, *found.groups["qty"]), unit(s, found.groups["unit"][0])
    value = period(a.low, u, a.vague)
    day = moved(s.terms.began(term), a, u, 1) if term else None
    if day is None or term is None:
        return Reading("DURATION", value, UNKNOWN, "by" if "within" in found.groups else "after")
    if "within" in found.groups or s.words.lower(found.groups["unit"][1]) == "of":
        return Reading("DURATION", value, Interval(s.terms.began(term), day), "by")
    return Reading("DURATION", value, Interval.day(day), "after")


def office_side(found: Found, s: Setting) -> Reading | None:
    """Before even becoming president; since taking office."""
    term = holder(found, s)
    if term is None:
        return None
    start = s.terms.began(term)
    word = s.words.lower(found.groups["side"][0])
    if word == "before":
        return Reading("DATE", start.isoformat(), Interval(None, start), "before")
    return Reading("DATE", start.isoformat(), _from(start, s.day), word)


def _from(start: date, day: date | None) -> Interval:
    return Interval(start, day if day and day >= start else None)


def office_end(found: Found, s: Setting) -> Reading | None:
    """The end of his term; the end of the parliament (the next election that is listed for the holder's country)."""
    term = holder(found, s)
    if term is None or s.day is None:
        return None
    if s.words.is_a(found.end - 1, "parliament"):
        end = s.terms.next_election(term.country, s.day)
    else:
        end = term.end
    return Reading("DATE", end.isoformat()) if end else unresolved("DATE", "XXXX-XX-XX")


def office_term(found: Found, s: Setting) -> Reading | None:
    """In my first term."""
    term = holder(found, s)
    return Reading("DATE", f"{term.start:%Y}", Interval(term.start, term.end)) if term else None


def day_one(found: Found, s: Setting) -> Reading | None:
    """Day one: of a term of office that has not begun, or has just begun, when it is said."""
    if (s.words.lower(found.start), s.words.lower(found.start + 1)) != ("day", "one"):
        return None
    term = holder(found, s)
    return Reading("DATE", s.terms.began(term).isoformat()) if term else None


def next_election(found: Found, s: Setting) -> Reading | None:
    """The next election, in the country of the office holder who is spoken of."""
    term = holder(found, s)
    if term is None or s.day is None or s.words.lower(found.groups["rel"][0]) != "next":
        return None
    day = s.terms.next_election(term.country, s.day)
    return Reading("DATE", day.isoformat()) if day else None
