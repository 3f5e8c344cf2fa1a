"""Deadlines: the last day on which a promise is still met, worked out from the times in its words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from consistency.article import Interval
from consistency.extract.timewords import vocabulary
from consistency.facts import TimeExpr
from consistency.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Sentence

_LIMITS = ("by", "before", "until", "till", "within", "through", "than")
_OFFICE = {"office", "title", "sworn", "inauguration", "parliament", "election", "act", "oath"}
_LASTING = {"run", "last", "end", "expire", "apply", "continue", "be", "remain", "stay"}
_GIVING = {"give", "set", "allow", "grant"}
_SPANS = {"term", "parliament", "mandate", "tenure", "legislature", "season", "session", "contract", "strike"}
"""What has an end that an article may date elsewhere: "by the end of the season", "the season ends in May"."""
_ENDS = ("to", "until", "till", "in", "on", "through")
_GAP, _MOST = 40, 20
_POINTS = ("in", "on", "at", "from", "this", "next", "during", "over", "for", "of", "")


class _Candidate(NamedTuple):
    rank: int
    start: int
    day: date
    because: str


def deadline(
    doc: Doc, content: Sequence[Span], times: Sequence[TimeExpr], said: Interval | None = None
) -> tuple[date | None, str]:
    """The last day on which what this content promises is still met, and how that was worked out; None if unknown.

    Terms with a limit ("by", "before", "within", an office) come before plain times ("this year", "from July"); times
    that were over when it was said do not count. A start ("from July") is met by the end of what it names.
    """
    inside = [t for t in times if any(s.overlaps(t.span) for s in content)] or _continued(doc, content, times)
    found = [c for t in inside if (c := _candidate(doc, t, said))]
    if not any(c.rank < 2 for c in found) and (ended := _ended_elsewhere(doc, content, times)):
        return ended.day, ended.because
    if not found:
        return None, next((_open_office(t, doc) for t in inside if t.relation == "by" and t.interval.end is None), "")
    best = min(found, key=lambda c: (c.rank, c.start))
    return best.day, best.because


def _candidate(doc: Doc, t: TimeExpr, said: Interval | None) -> _Candidate | None:
    before, words = _preposition(doc, t), t.span.of(doc.text)
    last = t.interval.end
    if last is None or t.type == "SET" or t.value in ("PRESENT_REF", "PAST_REF", "FUTURE_REF"):
        return None
    if t.type == "DURATION" and t.relation != "by":
        return _counted(t, before, words, said)
    if t.relation in ("after", "since"):
        return None
    office = _of_office(words)
    if (before == "before" or t.relation == "before") and t.interval.start is not None and not t.relation:
        last = t.interval.start - timedelta(days=1) if t.interval.start > date.min else t.interval.start
        if _is_end(words):
            last = t.interval.end or last
    rank = 0 if t.relation or office else 1 if before in _LIMITS else 2
    if rank == 2 and said and said.start and last < said.start:
        return None
    phrase = f"{before} {words}" if before and not t.relation and not words.lower().startswith(before) else words
    return _Candidate(rank, t.span.start, last, f"“{phrase}” ends on {last.isoformat()}")


def _of_office(words: str) -> bool:
    """Whether the expression is measured from an office, which a promise may name long after it was made."""
    kind = vocabulary().kind
    return any(kind.get(w) in _OFFICE for w in words.lower().split())


def _open_office(t: TimeExpr, doc: Doc) -> str:
    return f"“{t.span.of(doc.text)}”: the day on which that began is not known here"


def _continued(doc: Doc, content: Sequence[Span], times: Sequence[TimeExpr]) -> list[TimeExpr]:
    """The limit that the next sentence sets on what was promised: "The offer runs until 30 June"."""
    if not content:
        return []
    end = max(s.end for s in content)
    following = _sentence_after(doc, end)
    if following is None or following.start_char - end > _GAP:
        return []
    if following.root.lemma_.lower() not in _LASTING | _GIVING:
        return []
    inside = [t for t in times if following.start_char <= t.span.start < following.end_char]
    return [t for t in inside if _preposition(doc, t) in _LIMITS or _is_called_deadline(doc, t)]


def _sentence_after(doc: Doc, end: int) -> Sentence | None:
    """The first sentence that begins where a content ends, or later."""
    n = bisect_left(doc, end - 2, key=lambda token: token.idx)
    while n < len(doc) and not doc[n].is_sent_start:
        n += 1
    return doc[n].sent if n < len(doc) else None


def _is_called_deadline(doc: Doc, t: TimeExpr) -> bool:
    """Whether "a deadline of" stands before the time."""
    return doc.text[max(0, t.span.start - 16) : t.span.start].lower().rstrip().endswith("deadline of")


def _ended_elsewhere(doc: Doc, content: Sequence[Span], times: Sequence[TimeExpr]) -> _Candidate | None:
    """The end of the term, parliament or season that the content names, as the article dates it elsewhere."""
    named = {t.lemma_.lower() for t in doc if t.lemma_.lower() in _SPANS and _ends_in(t, content)}
    if not named:
        return None
    verbs = [v for v in doc if v.lemma_.lower() in ("run", "end", "expire", "last") and _subject_of(v) in named][:_MOST]
    for verb in verbs:
        first, last = verb.left_edge.idx, verb.right_edge.idx + len(verb.right_edge)
        for t in times:
            after = max(first, verb.idx) <= t.span.start < last
            if after and t.interval.end and t.type in ("DATE", "TIME") and _preposition(doc, t, _ENDS) in _ENDS:
                day = t.interval.end
                what = f"the {_subject_of(verb)} ends with “{t.span.of(doc.text)}”"
                return _Candidate(1, t.span.start, day, f"{what}, on {day.isoformat()}")
    return None


def _ends_in(token: Token, content: Sequence[Span]) -> bool:
    """Whether the content speaks of the end of this: "the end of the coming season"."""
    head = token.head.head if token.dep_ == "pobj" else token.head
    return head.lower_ in ("end", "close", "expiry") and any(s.start <= token.idx < s.end for s in content)


def _subject_of(verb: Token) -> str:
    """The lemma of what the verb is said of; of the noun that it modifies, in a relative clause."""
    if verb.dep_ == "relcl":
        return str(verb.head.lemma_.lower())
    return next((str(c.lemma_.lower()) for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), "")


def _is_end(words: str) -> bool:
    """Before the end of a span is any day of it: the span's last day is still in time."""
    return " end of " in f" {words.lower()} "


def _counted(t: TimeExpr, before: str, words: str, said: Interval | None) -> _Candidate | None:
    """Within three weeks, in ten days: counted from the day it was said."""
    if before not in ("within", "in") or t.high is None or t.relation or said is None or said.end is None:
        return None
    if before == "in" and t.value.startswith("PT"):
        return None
    end = t.interval.end if t.interval.end and t.interval.start == said.end else _later(said.end, t.high)
    if end is None:
        return None
    return _Candidate(3, t.span.start, end, f"“{before} {words}” of {said.end.isoformat()} ends on {end.isoformat()}")


def _later(day: date, count: float) -> date | None:
    try:
        return day + timedelta(days=int(count))
    except OverflowError:
        return None


def _preposition(doc: Doc, t: TimeExpr, more: tuple[str, ...] = ()) -> str:
    """The word before the expression that says how the time binds: "by", "before", "no later than"; "" for none."""
    i = bisect_right(doc, t.span.start, key=lambda token: token.idx) - 1
    for k in range(i - 1, max(i - 4, -1), -1):
        word = doc[k].lower_
        if word in _LIMITS or word in _POINTS or word in more:
            return str(word)
        if doc[k].pos_ not in ("DET", "ADJ", "ADV", "NOUN") or word in ("and", "or"):
            break
    return ""
