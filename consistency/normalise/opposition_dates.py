"""When: one date of a thing that happens once, or of the same happening, against another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from consistency.normalise.exclusion import Exclusion
from consistency.normalise.opposition_clauses import Clause, Reading, outside
from consistency.normalise.opposition_subjects import fits
from consistency.normalise.opposition_words import Opposites

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
          "december")  # fmt: skip
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?")
YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}")


class When(NamedTuple):
    """The day that some words name, as far as they name it."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: str | None = None

    def apart(self, other: When) -> bool:
        """Whether the two cannot be one day; what one of them leaves open excludes nothing."""
        return any(a is not None and b is not None and a != b for a, b in zip(self, other, strict=True))

    def __str__(self) -> str:
        named = [
            self.weekday and self.weekday.title(),
            self.day,
            MONTHS[self.month - 1].title() if self.month else None,
            self.year,
        ]
        return " ".join(str(x) for x in named if x is not None)


def dated(first: Reading, second: Reading, words: Opposites) -> Iterator[Exclusion]:
    """A thing that happens once, at two times."""
    theirs = list(_dates(second))
    for lemma, a, c in _dates(first):
        for other, b, d in theirs:
            if not words.alike(lemma, other) or not a.apart(b) or not fits(c, first, d, second, words):
                continue
            if lemma in words.once or _no_more(c, first, d, second, words):
                yield Exclusion("date", 80, f"it cannot be of {a} and of {b}")


def _no_more(a: Clause | None, one: Reading, b: Clause | None, other: Reading, words: Opposites) -> bool:
    """Whether one of two clauses says nothing but its date that the other sentence does not say."""
    if a is None or b is None:
        return False
    return any(said.says({w for w in c.words if not _of_dates(w)}, words) for c, said in ((a, other), (b, one)))


def _of_dates(word: str) -> bool:
    return word in (*MONTHS, *DAYS) or bool(YEAR.fullmatch(word) or _DAY.fullmatch(word))


def _dates(r: Reading) -> Iterator[tuple[str, When, Clause | None]]:
    t = r.tree
    for c in r.clauses:
        apart = outside(t, c.head)
        own = [i for i in range(t.left[c.head], t.right[c.head] + 1) if i not in apart]
        if (when := _when(r, own, c.head)) is not None:
            yield ("bear" if t.lemma[c.head] == "born" else t.lemma[c.head]), when, c
    yield from ((lemma, when, None) for lemma, when in _life(r))


def _life(r: Reading) -> Iterator[tuple[str, When]]:
    """ "(born 4 May 1950)" and "(4 May 1950 - 3 June 2001)" behind a name at the head of the sentence."""
    t = r.tree
    opened = next((i for i in range(min(t.n, 25)) if t.word[i] in ("(", "-LRB-")), None)
    if opened is None or not opened or t.pos[opened - 1] not in ("PROPN", "PUNCT"):
        return
    closed = next((i for i in range(opened, min(t.n, opened + 40)) if t.word[i] in (")", "-RRB-")), None)
    if closed is None:
        return
    dash = next((i for i in range(opened + 1, closed) if t.word[i] in ("-", "--", "–", "−", "—")), None)
    if dash is not None:
        born, died = _when(r, range(opened, dash), opened), _when(r, range(dash, closed), opened)
        if born and died and born.year and died.year:
            yield "bear", born
            yield "die", died
    elif any(t.lower(i) == "born" for i in range(opened, closed)) and (when := _when(r, range(opened, closed), opened)):
        yield "bear", when


def _when(r: Reading, among: Sequence[int], head: int) -> When | None:
    """The one date among some tokens; None for none, several or a span of time."""
    t = r.tree
    years = [i for i in among if len(t.word[i]) == 4 and YEAR.fullmatch(t.word[i])]
    months = [i for i in among if t.lower(i) in MONTHS and t.pos[i] == "PROPN"]
    weekdays = [i for i in among if t.lower(i) in DAYS]
    if max(map(len, (years, months, weekdays))) > 1 or not (years or months or weekdays):
        return None
    at = (months or years or weekdays)[0]
    if t.pos[head] == "VERB" and (at < head - 8 or any(t.dep[j] == "relcl" for j in _above(r, at, head))):
        return None
    if any(t.lower(j) in ("from", "until", "between", "by", "before", "after", "since", "to", "as", "during")
           for j in range(max(0, at - 2), at)):  # fmt: skip
        return None
    day = None
    if months:
        near = [j for j in (at - 1, at + 1) if 0 <= j < t.n]
        days = [int(m.group(1)) for j in near if (m := _DAY.fullmatch(t.word[j]))]
        day = days[0] if days else None
    return When(int(t.word[years[0]]) if years else None, MONTHS.index(t.lower(at)) + 1 if months else None, day,
                t.lower(weekdays[0]) if weekdays else None)  # fmt: skip


def _above(r: Reading, i: int, top: int) -> Iterator[int]:
    for _ in range(30):
        if i == top or r.tree.head[i] == i:
            return
        yield i
        i = r.tree.head[i]
