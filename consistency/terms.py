"""Terms of office: who held which office when, from the lexicon and from what articles report themselves."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from pydantic import Field

from consistency.lexicons import LexiconModel, load

_SOON = 400


class Term(NamedTuple):
    """One person's time in one office; `end` None where it is open, `country` "" where it is not known."""

    who: str
    start: date
    end: date | None = None
    office: str = ""
    country: str = ""


class HeldTerm(LexiconModel):
    """A line of offices.yaml: who, from and to."""

    who: str
    start: date = Field(alias="from")
    end: date | None = Field(default=None, alias="to")


class Office(LexiconModel):
    """An office with everyone who held it."""

    office: str
    country: str
    titles: tuple[str, ...]
    terms: tuple[HeldTerm, ...]


class Elections(LexiconModel):
    """The election days of one kind in one country."""

    country: str
    kind: str
    dates: tuple[date, ...]


class OfficeLexicon(LexiconModel):
    """What offices.yaml holds."""

    offices: tuple[Office, ...]
    elections: tuple[Elections, ...]


def name_key(word: str) -> str:
    """A name's word without accents, case and doubled y: Zelenskyy and Zelensky are one."""
    plain = unicodedata.normalize("NFKD", word)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold().replace("yy", "y").strip(".,'’")


def _keys(name: str) -> frozenset[str]:
    return frozenset(k for w in name.split() if len(k := name_key(w)) > 1)


class Terms:
    """Terms of office, found by any part of the holder's name."""

    def __init__(
        self, terms: Iterable[Term], elections: Iterable[Elections] = (), reported: Sequence[Term] = ()
    ) -> None:
        self.reported = tuple(reported)
        self.elections = tuple(elections)
        self.by_key: dict[str, list[Term]] = {}
        for term in (*terms, *reported):
            for key in sorted(_keys(term.who)):
                self.by_key.setdefault(key, []).append(term)

    def of(self, name: str) -> list[Term]:
        """The terms of everyone whom this name can mean, in the order of time."""
        keys = _keys(name)
        found = [t for k in sorted(keys)[:1] for t in self.by_key.get(k, ()) if keys <= _keys(t.who)]
        return sorted(found, key=lambda t: (t.start, t.who))

    def at(self, name: str, day: date | None, which: int = 0) -> Term | None:
        """The term that a text of this day speaks of: the one under way, or else the next, or else the last.

        `which`: the person's first, second term. None where the name has no term or stands for several people at once.
        """
        terms = self.of(name)
        people = {t.who for t in terms}
        if which and len(people) == 1:
            return terms[which - 1] if which <= len(terms) else None
        if day is None:
            return terms[0] if len(terms) == 1 else None
        under_way = [t for t in terms if t.start <= day and (t.end is None or day <= t.end)]
        soon = [t for t in terms if day < t.start and (t.start - day).days <= _SOON]
        chosen = under_way[-1:] or soon[:1] or terms[-1:]
        return chosen[0] if chosen else None

    def awaited(self, day: date | None) -> Term | None:
        """The one reported term that begins within a year or so after the day; None where none or several do."""
        if day is None:
            return None
        soon = sorted({t.start for t in self.reported if day <= t.start and (t.start - day).days <= _SOON})
        return next(t for t in self.reported if t.start == soon[0]) if len(soon) == 1 else None

    def began(self, term: Term) -> date:
        """When the person's unbroken time in that office began; a re-election is not a first day in office."""
        same = [t for t in self.of(term.who) if t.office == term.office and t.who == term.who]
        start = term.start
        for other in reversed(same):
            if other.end == start:
                start = other.start
        return start

    def next_election(self, country: str, day: date) -> date | None:
        """The first listed election in that country on or after the day."""
        days = [d for e in self.elections if e.country == country for d in e.dates if d >= day]
        return min(days, default=None)


@lru_cache(maxsize=4)
def listed(folders: tuple[Path, ...] = ()) -> Terms:
    """The terms of offices.yaml, extended by the user's folders."""
    return Terms(_listed(folders), load(OfficeLexicon, "offices", folders).elections)


@lru_cache(maxsize=4)
def _listed(folders: tuple[Path, ...]) -> tuple[Term, ...]:
    offices = load(OfficeLexicon, "offices", folders).offices
    return tuple(Term(t.who, t.start, t.end, o.office, o.country) for o in offices for t in o.terms)


def with_terms(extra: Sequence[Term], folders: tuple[Path, ...] = ()) -> Terms:
    """The listed terms together with those that articles report ("took the oath on 3 March")."""
    if not extra:
        return listed(folders)
    return Terms(_listed(folders), load(OfficeLexicon, "offices", folders).elections, extra)
