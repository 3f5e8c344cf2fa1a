"""Time expressions of an article: found in the parsed text, resolved to TIMEX3 values and to intervals of days."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from consistency.article import Interval
from consistency.extract import (
    timeago,
    timeclock,
    timedates,
    timedays,
    timedurations,
    timemonths,
    timenth,
    timeoffices,
    timeparts,
    timequarters,
    timerelative,
    timeseasons,
    timesets,
    timeyears,
)
from consistency.extract.timeevents import event_times
from consistency.extract.timepatterns import PATTERNS, Found, scan
from consistency.extract.timesetting import Reading, Setting
from consistency.extract.timevalues import interval_of
from consistency.extract.timewords import Words, vocabulary
from consistency.facts import TimeExpr
from consistency.intervals import OPEN, hull
from consistency.spans import Span
from consistency.terms import Term, with_terms

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from consistency.extract.timesetting import PersonAt

Reader = Callable[[Found, Setting], Reading | None]
_LONGEST = 366
"""A publication interval of more days than this says too little to resolve against."""
_MODULES = (
    timeago, timeclock, timedates, timedays, timedurations, timemonths, timenth, timeoffices, timeparts,
    timequarters, timerelative, timeseasons, timesets, timeyears,
)  # fmt: skip


def _reader(name: str) -> Reader:
    for module in _MODULES:
        if hasattr(module, name):
            reader: Reader = getattr(module, name)
            return reader
    raise KeyError(name)


def find_times(
    doc: Doc, published: Interval = OPEN, person_at: PersonAt | None = None, terms: Sequence[Term] = (),
    folders: tuple[Path, ...] = (),
) -> list[TimeExpr]:  # fmt: skip
    """The time expressions of a parsed article, in the order of the text, against its publication interval.

    A publication interval of several days is tried at both ends: what comes out the same is certain, the rest gets the
    interval that holds both. Spans are offsets into the article's text. `person_at` gives the canonical name of the
    person that a pronoun or a name means; `terms` are terms of office that articles report, beside the listed ones.
    """
    words = Words(doc, vocabulary(folders))
    found = list(scan(words.letters, words.vocab.letter))
    known = with_terms(terms, folders)

    def at(day: date | None) -> list[TimeExpr]:
        setting = Setting(words, day, _year(published), person_at, known)
        return event_times(setting, resolve(found, setting))

    if published.start == published.end:
        return at(published.start)
    if published.start is None or published.end is None or (published.end - published.start).days > _LONGEST:
        return at(None)
    return _both(at(published.start), at(published.end))


def _both(first: list[TimeExpr], second: list[TimeExpr]) -> list[TimeExpr]:
    other = {t.span: t for t in second}
    return [_either(t, other[t.span]) if t.span in other else t._replace(interval=OPEN) for t in first]


def _year(published: Interval) -> int | None:
    start, end = published
    return start.year if start and end and start.year == end.year else None


def _either(a: TimeExpr, b: TimeExpr) -> TimeExpr:
    if a.value == b.value and a.interval == b.interval:
        return a
    value = a.value if a.value == b.value else "XXXX-XX-XX"
    return a._replace(value=value, interval=hull(a.interval, b.interval))


def resolve(found: list[Found], setting: Setting) -> list[TimeExpr]:
    """The found expressions against one reference day; of overlapping ones the first and longest with a meaning."""
    words = setting.words
    out: list[TimeExpr] = []
    taken = 0
    for f in found:
        if f.start < taken or _is_title(f, words):
            continue
        reading = READERS[f.name](f, setting)
        if reading is None:
            continue
        start = f.start if reading.start is None else reading.start
        taken = f.end if reading.end is None else reading.end
        if reading.type in ("DATE", "TIME") and f.name != "overnight":
            setting.remember(start, reading.value)
        out.append(_expression(words, reading, start, taken))
    return out


def _is_title(found: Found, words: Words) -> bool:
    """Whether a unit or a day word is part of a name: "This Week", "60 Minutes", "High Noon"."""
    last = words.doc[found.end - 1]
    if not words.is_a(found.end - 1, "unit", "near", "clockword", "night", "daypart") or not last.text.istitle():
        return False
    first = words.doc[found.start]
    if found.end - found.start > 1:
        return not words.is_a(found.end - 2, "weekday")
    return first.i > 0 and not first.is_sent_start and _is_word(first.nbor(-1))


def _is_word(token: Token) -> bool:
    return not (token.is_punct or token.is_space or token.is_quote or not token.is_alpha)


def _expression(words: Words, r: Reading, start: int, end: int) -> TimeExpr:
    last = words.doc[end - 1]
    interval = interval_of(r.value) if r.interval is None else r.interval
    if interval.start and interval.end and interval.end < interval.start:
        interval = Interval(interval.end, interval.start)
    span = Span(words.doc[start].idx, last.idx + len(last))
    return TimeExpr(span, r.type, r.value, interval, r.relation, r.low, r.high)


READERS: dict[str, Reader] = {name: _reader(name) for name, _ in PATTERNS}
