"""Times measured from an event that the article dates: "after the call" where the call was on Monday."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from consistency.article import Interval
from consistency.extract.timesetting import Setting
from consistency.facts import TimeExpr
from consistency.intervals import OPEN, is_day
from consistency.spans import Span
from consistency.terms import Term

if TYPE_CHECKING:
    from spacy.tokens import Token

    from consistency.extract.timesetting import PersonAt

_LOOK = 8
_INFORMATIVE = 10
"""An event longer ago, in days, than this dates nothing that is said to be after it."""
_SIDES = {"after": "after", "following": "after", "since": "since", "before": "before", "prior": "before"}
_INSIDE = ("DET", "ADJ", "PRON", "NUM", "ADV", "PART")
"""What may stand in a noun phrase before its head noun, beside nouns."""
_LINKS = ("prep", "pobj", "npadvmod", "nmod", "compound", "poss", "amod", "tmod")


def event_times(s: Setting, times: Sequence[TimeExpr]) -> list[TimeExpr]:
    """The times, with lengths such as "hours after" tied to their event, and "after the call" added where dated."""
    starts = [t.idx for t in s.words.doc]
    dated = _dated_events(s, times, starts)
    out = [_tied(t, s, dated, starts, times) for t in times]
    covered = [t.span for t in times]
    for i, noun in mentions(s):
        first, last = s.words.doc[i], s.words.doc[noun]
        span = Span(first.idx, last.idx + len(last))
        if not any(span.overlaps(c) for c in covered):
            found = _after_event(s, i, noun, span, dated, times)
            if found is not None:
                out.append(found)
    return sorted(out, key=lambda t: t.span)


def _group(s: Setting, token: Token) -> str:
    return s.words.vocab.event.get(token.lemma_.lower(), "") if token.pos_ in ("NOUN", "PROPN") else ""


def _dated_events(s: Setting, times: Sequence[TimeExpr], starts: list[int]) -> dict[str, Interval]:
    """Which day each kind of event was, as its first dated mention says: "phone call Monday", "Tuesday's talks"."""
    dated: dict[str, Interval] = {}
    for t in times:
        if t.type in ("DATE", "TIME") and is_day(t.interval) and not t.relation:
            noun = noun_of(s, s.words.doc[bisect_right(starts, t.span.start) - 1])
            if noun:
                dated.setdefault(noun, t.interval)
    return dated


def noun_of(s: Setting, token: Token) -> str:
    """The kind of event that a time belongs to: the noun it hangs on, or the one just before it; "" for none."""
    here = token
    for _ in range(3):
        if here.dep_ not in _LINKS and here is not token:
            break
        here = here.head
        if group := _group(s, here):
            return group
        if here.pos_ in ("VERB", "AUX"):
            break
    return _just_before(s, token) or (_happened(s, here) if here.pos_ in ("VERB", "AUX") else "")


def _just_before(s: Setting, token: Token) -> str:
    for i in range(token.i - 1, max(token.i - _LOOK, -1), -1):
        other = s.words.doc[i]
        if other.pos_ in ("VERB", "AUX", "PUNCT") or other.is_sent_start:
            break
        if group := _group(s, other):
            return group
    return ""


def _happened(s: Setting, verb: Token) -> str:
    """The event that a verb of happening is said of: "the ruling came on 6 May", "the vote, which is on Friday"."""
    if verb.lemma_.lower() not in s.words.vocab.beside["occurring"]:
        return ""
    if verb.dep_ == "relcl":
        return _group(s, verb.head)
    return next((g for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and (g := _group(s, c))), "")


def mentions(s: Setting) -> Iterator[tuple[int, int]]:
    """Each "after", "following", "before", "prior to" with the event noun that it governs (token indices)."""
    letter = s.words.vocab.letter
    sides = "".join(letter[k] for k in ("after", "before", "since", "next", "past"))
    for m in re.finditer(f"[{re.escape(sides)}]", s.words.letters):
        i = m.start()
        if s.words.lower(i) in _SIDES:
            noun = _noun_after(s, i + 1 + (s.words.lower(i + 1) == "to"))
            if noun is not None:
                yield i, noun


def _noun_after(s: Setting, i: int) -> int | None:
    """The head noun of a definite noun phrase that starts here, if it is an event."""
    doc = s.words.doc
    if i >= len(doc) or not (s.words.is_a(i, "the", "whose", "that", "this") or doc[i].pos_ == "PROPN"):
        return None
    last = None
    for token in doc[i : i + _LOOK]:
        if token.pos_ in ("NOUN", "PROPN"):
            last = token.i
        elif token.text != "-" and not _is_inside(token, last is not None):
            break
    event = next((k for k in range(last, i, -1) if _group(s, doc[k])), None) if last is not None else None
    if event is None or not (event == last or s.words.is_a(event + 1, "weekday")):
        return None
    several = doc[event].tag_ in ("NNS", "NNPS") and doc[event].lower_ not in s.words.vocab.event
    return None if several else event


def _is_inside(token: Token, had_noun: bool) -> bool:
    if token.pos_ == "DET":
        return not had_noun
    return token.pos_ in _INSIDE or token.dep_ in ("amod", "advmod")


def _after_event(
    s: Setting, i: int, noun: int, span: Span, dated: dict[str, Interval], times: Sequence[TimeExpr]
) -> TimeExpr | None:
    day = dated.get(_group(s, s.words.doc[noun]))
    side = _SIDES[s.words.lower(i)]
    here = _sentence_day(s, i, times)
    if day is None or day.start is None:
        if here is None or side != "after":
            return None
        return TimeExpr(span, "DATE", here.isoformat(), Interval.day(here), side)
    if s.day and abs((s.day - day.start).days) > _INFORMATIVE:
        return None
    if side == "before":
        return TimeExpr(span, "DATE", day.start.isoformat(), day, side)
    end = here if here and here >= day.start else s.day if s.day and s.day >= day.start else None
    return TimeExpr(span, "DATE", day.start.isoformat(), Interval(day.start, end), side)


def _sentence_day(s: Setting, i: int, times: Sequence[TimeExpr]) -> date | None:
    """The day that the sentence names before this token."""
    sentence = s.words.doc[i].sent
    at = s.words.doc[i].idx
    days = [t.interval.start for t in times if sentence.start_char <= t.span.start < at and is_day(t.interval)]
    return days[-1] if days else None


def _tied(
    t: TimeExpr, s: Setting, dated: dict[str, Interval], starts: list[int], times: Sequence[TimeExpr]
) -> TimeExpr:
    """A length measured from an event or a day, given its days where that is dated.

    "Hours after the call" is the day of the call, "within 30 days of the ruling" ends 30 days after it.
    """
    if t.type != "DURATION" or t.interval != OPEN or t.low is None:
        return t
    first, i = bisect_right(starts, t.span.start) - 1, bisect_right(starts, t.span.end - 1)
    within = s.words.beside(first - 1, "count") and s.words.lower(first - 1) != "in" and s.words.beside(i, "clock")
    if not within and t.relation not in ("before", "after"):
        return t
    day = _anchor(s, i + 1, dated, starts, times)
    if day is None:
        return t._replace(relation="by") if within and s.words.doc[i + 1 : i + 2] else t
    if within:
        last = _moved(day, int(t.high or t.low))
        return t._replace(relation="by", interval=Interval(day, last)) if last else t
    return t._replace(interval=shifted(day, t.low, t.high, -1 if t.relation == "before" else 1))


def _anchor(
    s: Setting, i: int, dated: dict[str, Interval], starts: list[int], times: Sequence[TimeExpr]
) -> date | None:
    """The day of the event whose noun phrase begins at this token, or the day that is named there."""
    noun = _noun_after(s, i)
    day = dated.get(_group(s, s.words.doc[noun])) if noun is not None else None
    if day is not None:
        return day.start
    k = i + s.words.is_a(i, "the")
    at = s.words.doc[k].idx if k < len(starts) else -1
    named = next((t for t in times if t.span.start <= at < t.span.end and t.type in ("DATE", "TIME")), None)
    return named.interval.start if named is not None and is_day(named.interval) else None


def shifted(day: date, low: float, high: float | None, sign: int) -> Interval:
    """The days that lie so many days from this one; less than a day is the same day, an open bound stays open."""
    near = _moved(day, sign * int(low))
    vague = high is None or (high > low and high > 1)
    far = None if vague else near
    return Interval(near, far) if sign > 0 else Interval(far, near)


def _moved(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def reported_terms(s: Setting, times: Sequence[TimeExpr]) -> list[Term]:
    """Terms of office that the article reports: "took the oath on 3 March", "was sworn in on Monday"."""
    starts = [t.idx for t in s.words.doc]
    letter = s.words.vocab.letter
    pattern = f"{letter['sworn']}|{letter['taking']}{letter['the']}?[{letter['office']}{letter['oath']}]"
    terms = []
    for m in re.finditer(pattern, s.words.letters):
        verb = s.words.doc[m.start()]
        who = _subject(verb, s.person_at)
        day = _day_of(verb, times, starts)
        if who and day and not any(c.dep_ == "mark" for c in verb.children):
            terms.append(Term(who, day))
    return sorted(set(terms))


def _subject(verb: Token, person_at: PersonAt | None) -> str | None:
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass"):
            known = person_at(child) if person_at else None
            return known or (_name(child) if child.pos_ == "PROPN" else None)
    return None


def _name(token: Token) -> str:
    """The capitalised words up to this one."""
    start = token.i
    while start > token.sent.start and token.doc[start - 1].text[:1].isupper() and token.doc[start - 1].is_alpha:
        start -= 1
    return str(token.doc[start : token.i + 1].text)


def _day_of(verb: Token, times: Sequence[TimeExpr], starts: list[int]) -> date | None:
    """The day in the verb's sentence that hangs on the verb, or the only one."""
    sentence = verb.sent
    days = [t for t in times if sentence.start_char <= t.span.start < sentence.end_char and is_day(t.interval)]
    days = [t for t in days if t.type in ("DATE", "TIME") and not t.relation]
    for t in days:
        token = verb.doc[bisect_right(starts, t.span.start) - 1]
        if verb in (token.head, token.head.head):
            return t.interval.start
    return days[0].interval.start if len(days) == 1 else None
