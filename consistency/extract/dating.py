"""Dating an article that bears no date: from its copyright line, the days it names, and how those fit its own words.

Every day that an absolute anchor allows (a year, a full date, a term of office) is tried against all clues, the surest
first; a clue that no day left meets is dropped. What remains is the interval. Without an anchor it stays open.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from consistency.article import Interval, Published
from consistency.extract.clues import Clue, back_to, clues, days, rights_years, weekdays_named
from consistency.extract.timeevents import reported_terms
from consistency.extract.timemasked import written_days
from consistency.extract.timepatterns import scan
from consistency.extract.times import resolve
from consistency.extract.timesetting import Setting
from consistency.extract.timevalues import date_or_none, interval_of
from consistency.extract.timewords import Words, vocabulary
from consistency.facts import TimeExpr
from consistency.intervals import OPEN, is_open
from consistency.spans import Span
from consistency.terms import Term, with_terms

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from consistency.extract.timesetting import PersonAt

_LEAD = 600
_YEARS_TRIED = 40
_MAX_SPREAD = 366


def infer_published(
    doc: Doc, text: str, body: Sequence[Span] = (), terms: Sequence[Term] = (), around: Interval = OPEN
) -> Published:
    """When an undated article appeared, as far as its own words tell; open where they do not.

    `terms` are terms of office that other articles report. `around` are the days of the corpus that it stands in: it
    decides between the years that a dateline without a year allows, and nothing else.
    """
    setting, times = _unresolved(doc, terms)
    head = _head_day(text, body)
    if head is not None:
        month, day, span = head
        interval, evidence = _dateline(month, day, setting, times, text, around)
        if not is_open(interval):
            return Published(interval, "inferred", tuple(sorted({span, *evidence})))
    anchors, allowed = _allowed(text, setting, times)
    if not allowed:
        return _half_open(setting, times)
    used, left = _narrowed(clues(setting, times), allowed)
    interval = Interval(min(left), max(left))
    return Published(interval, "inferred", tuple(sorted({*anchors, *used})))


def reported(doc: Doc, times: Sequence[TimeExpr], person_at: PersonAt | None = None) -> list[Term]:
    """The terms of office whose beginning the article reports: "took the oath on 3 March", "was sworn in on Monday"."""
    return reported_terms(Setting(Words(doc, vocabulary()), None, None, person_at), times)


def _unresolved(doc: Doc, terms: Sequence[Term]) -> tuple[Setting, list[TimeExpr]]:
    words = Words(doc, vocabulary())
    setting = Setting(words, None, None, None, with_terms(terms))
    return setting, resolve(list(scan(words.letters, words.vocab.letter)), setting)


def _allowed(text: str, s: Setting, times: list[TimeExpr]) -> tuple[list[Span], list[date]]:
    """The days that the surest anchor allows: the copyright year, or what "four months into her term" names."""
    years = rights_years(text)
    if years:
        latest = max(years)
        return [latest[1]], days(date(latest[0], 1, 1), _MAX_SPREAD - (0 if latest[0] % 4 == 0 else 1))
    for clue in clues(s, times):
        if len(clue.windows) == 1:
            first, after = clue.windows[0]
            return [clue.span], days(first, min((after - first).days, _MAX_SPREAD))
    return [], []


def _narrowed(found: list[Clue], allowed: list[date]) -> tuple[list[Span], list[date]]:
    used = []
    for clue in found:
        left = [d for d in allowed if clue.holds(d)]
        if left and len(left) < len(allowed):
            allowed = left
            used.append(clue.span)
    return used, allowed


def _half_open(s: Setting, times: list[TimeExpr]) -> Published:
    """Nothing but full dates that the text looks back on: not before the latest of them."""
    latest: tuple[date, Span] | None = None
    for clue in clues(s, times):
        day = next((interval_of(t.value).start for t in times if t.span == clue.span), None)
        if clue.rank == 0 and day is not None and clue.holds(day) and (latest is None or day > latest[0]):
            latest = (day, clue.span)
    return Published(Interval(latest[0], None), "inferred", (latest[1],)) if latest else Published()


def _head_day(text: str, body: Sequence[Span]) -> tuple[int, int, Span] | None:
    """The month and day that stand before the body, in a dateline without a year."""
    for month, day, year, span in written_days(text, body[0].start if body else 0):
        if not year:
            return month, day, span
    return None


def _dateline(
    month: int, day: int, s: Setting, times: list[TimeExpr], text: str, around: Interval
) -> tuple[Interval, list[Span]]:
    """The years in which the day fits the weekdays of the lead and the dates looked back on; the corpus decides."""
    named = [c.year for c in clues(s, times) if c.rank == 0 and c.year]
    years = rights_years(text)
    last = max(years)[0] if years else around.end.year if around.end else max(named, default=0) + _YEARS_TRIED
    first = max(years)[0] if years else around.start.year if around.start else max(named, default=0)
    if last < 1900 or first < 1900:
        return OPEN, []
    evidence = [span for _, span in years]
    fits = [d for y in range(min(first, last), last + 1) if (d := date_or_none(y, month, day))]
    for weekday, span in weekdays_named(s, times, _lead_end(s)):
        same = [d for d in fits if d.isoweekday() == weekday] or [
            d for d in fits if (back := back_to(d, weekday)) and (d - back).days <= 1
        ]
        if same and len(same) < len(fits):
            fits = same
            evidence.append(span)
    _, fits = _narrowed([c for c in clues(s, times) if c.rank <= 1], fits) if fits else ([], [])
    if around.start and around.end:
        fits = _closest(fits, around)
    if not fits:
        return OPEN, []
    return Interval(fits[0], fits[0] if len(fits) == 1 else None), evidence


def _lead_end(s: Setting) -> int:
    return next((t.idx for t in s.words.doc if not t.is_space), 0) + _LEAD


def _closest(fits: list[date], around: Interval) -> list[date]:
    """The candidates within a year of the corpus's days, or all of them where that leaves none."""
    if around.start is None or around.end is None:
        return fits
    try:
        first, last = around.start - timedelta(days=_MAX_SPREAD), around.end + timedelta(days=_MAX_SPREAD)
    except OverflowError:
        return fits
    return [d for d in fits if first <= d <= last] or fits
