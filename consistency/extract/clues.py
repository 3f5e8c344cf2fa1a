"""Clues to when an undated article appeared: what must hold between the day of publication and the article's words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from consistency.extract.timecontext import AHEAD, direction
from consistency.extract.timeevents import mentions, noun_of
from consistency.extract.timeoffices import named
from consistency.extract.timepatterns import scan
from consistency.extract.timesetting import Setting
from consistency.extract.timeunits import amount, unit
from consistency.extract.timevalues import date_or_none, interval_of, nearest_weekday, step
from consistency.facts import TimeExpr
from consistency.intervals import is_day
from consistency.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)[\s©]{0,4}(?:\(c\)\s{0,2})?((?:19|20)\d\d)(?:\s?[-–]\s?((?:19|20)\d\d))?", re.I
)
_NEAR_CHARS = 700
_RELATIVE = {"last week": (-1, "W"), "this week": (0, "W"), "yesterday": (-1, "D"), "today": (0, "D")}


class Clue(NamedTuple):
    """A condition on the day of publication and the stretch that sets it; `rank` 0 is the surest."""

    rank: int
    span: Span
    holds: Callable[[date], bool]
    year: int = 0
    windows: tuple[tuple[date, date], ...] = ()


def rights_years(text: str) -> list[tuple[int, Span]]:
    """The years of copyright notices with the stretches that name them; of a range the last year."""
    return [(int(m[2] or m[1]), Span(*m.span())) for m in _RIGHTS.finditer(text)]


def clues(s: Setting, times: list[TimeExpr]) -> list[Clue]:
    """Everything the article's words say about its day, from times resolved against no day at all; surest first."""
    starts = [t.idx for t in s.words.doc]
    tokens = [s.words.doc[bisect_right(starts, t.span.start) - 1] for t in times]
    found = [*_absolute(s, times, tokens), *_terms(s), *_retold(s, times, tokens), *_overnight(s, times, tokens)]
    return sorted(found, key=lambda c: (c.rank, c.span))


def _absolute(s: Setting, times: list[TimeExpr], tokens: list[Token]) -> Iterator[Clue]:
    """A full date that the article looks back on is not after it, one that it looks ahead to is not before it."""
    for t, token in zip(times, tokens, strict=True):
        days = interval_of(t.value)
        if t.type != "DATE" or t.relation or days.start is None or days.end is None:
            continue
        way = direction(token, s.words.vocab)
        if way == AHEAD:
            yield Clue(1, t.span, _not_after(days.end))
        elif way < 0 or is_day(days):
            yield Clue(0 if way < 0 else 2, t.span, _not_before(days.start), days.start.year)


def _not_after(day: date) -> Callable[[date], bool]:
    return lambda d: d <= day


def _not_before(day: date) -> Callable[[date], bool]:
    return lambda d: d >= day


def _terms(s: Setting) -> Iterator[Clue]:
    """ "Four months into his term": within a unit of that day, in one of the person's terms."""
    for found in scan(s.words.letters, s.words.vocab.letter):
        if found.name != "office_into":
            continue
        holder = next((t.text for t in named(found, s) if s.terms.of(t.text)), None)
        u = unit(s, found.groups["unit"][0])
        count = round(amount(s, *found.groups["qty"]).low * u.times)
        terms = s.terms.of(holder or "")
        bounds = [(step(t.start, count, u.letter), step(t.start, count + 1, u.letter)) for t in terms]
        windows = tuple((a, b) for a, b in bounds if a and b)
        if windows:
            first, last = s.words.doc[found.start], s.words.doc[found.end - 1]
            yield Clue(1, Span(first.idx, last.idx + len(last)), _in_one(windows), 0, windows)


def _in_one(windows: tuple[tuple[date, date], ...]) -> Callable[[date], bool]:
    return lambda d: any(a <= d < b for a, b in windows)


def _retold(s: Setting, times: list[TimeExpr], tokens: list[Token]) -> Iterator[Clue]:
    """One speaker's words told as "last week" and dated just after: "said last week ... told X on May 16"."""
    for k, t in enumerate(times):
        if not re.fullmatch(r"XXXX-\d\d-\d\d", t.value):
            continue
        speaker = _speaker(tokens[k].sent, s)
        for j in range(k - 1, -1, -1):
            if t.span.start - times[j].span.end > _NEAR_CHARS or not speaker:
                break
            shift = _RELATIVE.get(times[j].span.of(s.words.doc.text).lower())
            if shift and _speaker(tokens[j].sent, s) == speaker:
                month, day = int(t.value[5:7]), int(t.value[8:10])
                yield Clue(3, Span(times[j].span.start, t.span.end), _is_past(month, day, *shift))
                break


def _speaker(sentence: Sentence, s: Setting) -> str:
    for token in sentence:
        if token.lemma_.lower() in s.words.vocab.said and token.tag_ in ("VBD", "VBZ"):
            for child in token.children:
                if child.dep_ == "nsubj":
                    return str(child.text)
    return ""


def _is_past(month: int, day: int, shift: int, letter: str) -> Callable[[date], bool]:
    def holds(d: date) -> bool:
        then = date_or_none(d.year, month, day)
        there = step(d, shift, letter)
        if then is None or there is None:
            return False
        return then == there if letter == "D" else then.isocalendar()[:2] == there.isocalendar()[:2]

    return holds


def _overnight(s: Setting, times: list[TimeExpr], tokens: list[Token]) -> Iterator[Clue]:
    """ "Overnight following the call", the call being "on Monday": the article is of the morning after."""
    weekdays: dict[str, int] = {}
    for t, token in zip(times, tokens, strict=True):
        if t.value.startswith("XXXX-WXX-") and t.type == "DATE" and (group := noun_of(s, token)):
            weekdays.setdefault(group, int(t.value[-1]))
    after = dict(mentions(s))
    for t, token in zip(times, tokens, strict=True):
        noun = after.get(token.i + 1) if s.words.is_a(token.i, "overnight") else None
        weekday = weekdays.get(s.words.vocab.event.get(s.words.doc[noun].lemma_.lower(), "")) if noun else None
        if weekday:
            yield Clue(4, t.span, _is_weekday(weekday % 7 + 1))


def _is_weekday(weekday: int) -> Callable[[date], bool]:
    return lambda d: d.isoweekday() == weekday


def weekdays_named(s: Setting, times: list[TimeExpr], before: int) -> list[tuple[int, Span]]:
    """The weekdays that the text up to this offset looks back to, without a date beside them."""
    starts = [t.idx for t in s.words.doc]
    out = []
    for t in times:
        if t.value.startswith("XXXX-WXX-") and t.type == "DATE" and t.span.start < before:
            token = s.words.doc[bisect_right(starts, t.span.start) - 1]
            if direction(token, s.words.vocab) <= 0:
                out.append((int(t.value[-1]), t.span))
    return out


def back_to(day: date, weekday: int) -> date | None:
    """The last such weekday on or before the day."""
    return nearest_weekday(day, weekday, -1)


def days(first: date, count: int) -> list[date]:
    """That many days from the first; fewer at the end of the calendar."""
    last = date.max
    return [first + timedelta(days=k) for k in range(min(count, (last - first).days + 1))]
