"""How a time binds what is promised: the word before it, the verb above it, the clock that it is counted from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from consistency.article import Interval
from consistency.extract.timewords import vocabulary
from consistency.facts import TimeExpr
from consistency.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CLIMB = 8
_PHRASE_WORDS = ("DET", "ADJ", "ADV", "NOUN", "PRON", "NUM", "ADP", "PART")
_PHRASE = 8
"""The most tokens of a limit without a day that are shown."""


class Candidate(NamedTuple):
    """A day that may be the deadline; the lowest rank wins.

    `moved`: it takes the place of an earlier limit; `given_up`: another took its place ("originally planned for June");
    `was`: the days that it was moved from, the latest first.
    """

    rank: int
    start: int
    day: date
    because: str
    before: str = ""
    moved: bool = False
    given_up: bool = False
    was: tuple[date, ...] = ()


def token_at(doc: Doc, offset: int) -> int:
    """The index of the token that holds this offset."""
    return bisect_right(doc, offset, key=lambda token: token.idx) - 1


def tokens_of(doc: Doc, spans: Sequence[Span]) -> Iterator[Token]:
    """The tokens that begin inside the spans."""
    for s in spans:
        i = max(token_at(doc, s.start), 0)
        while i < len(doc) and doc[i].idx < s.end:
            if doc[i].idx >= s.start:
                yield doc[i]
            i += 1


def words_of(doc: Doc, t: TimeExpr) -> str:
    """The words of an expression, without the whole text being put together for it."""
    first = token_at(doc, t.span.start)
    return str(doc[first : token_at(doc, t.span.end - 1) + 1].text) if first >= 0 else ""


def link(doc: Doc, t: TimeExpr) -> str:
    """The word before the expression that says how the time binds: "by", "before", "no later than"; "" for none."""
    i, beside = token_at(doc, t.span.start), vocabulary().beside
    for k in range(i - 1, max(i - 4, -1), -1):
        word = str(doc[k].lower_)
        if word in ("than", "of") and k and doc[k - 1].lower_ in ("rather", "instead"):
            return ""
        if word == "before" and k and doc[k - 1].lower_ == "or":
            return "by"  # "on or before 1 July"
        if any(word in beside[name] for name in ("limit", "point", "end_link", "span", "not_before")):
            return word
        owned = doc[k].tag_ == "PRP$"
        if not owned and (doc[k].pos_ not in ("DET", "ADJ", "ADV", "NOUN") or word in ("and", "or")):
            break
    return ""


def verb_of(doc: Doc, t: TimeExpr) -> Token | None:
    """The verb that the time hangs on, through prepositions."""
    token = doc[token_at(doc, t.span.start)]
    for _ in range(_CLIMB):
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return token
    return None


def is_called_deadline(doc: Doc, t: TimeExpr) -> bool:
    """Whether the words call the time a deadline: "a deadline of 3 June", "the deadline is 3 June"."""
    words = vocabulary().beside["deadline"]
    i = token_at(doc, t.span.start)
    if i > 1 and doc[i - 1].lower_ in ("of", "for") and doc[i - 2].lemma_.lower() in words:
        return True
    verb = verb_of(doc, t)
    if verb is None or verb.lemma_ != "be":
        return False
    return any(c.dep_ == "nsubj" and c.lemma_.lower() in words for c in verb.children)


def counted(doc: Doc, t: TimeExpr, before: str, said: Interval | None) -> Candidate | None:
    """Within three weeks, in ten days, given two weeks to: counted from the day it was said; a tied length ends itself.

    None where something else starts the clock ("once the permit is granted, within a year").
    """
    words, last = words_of(doc, t), t.interval.end
    if t.relation == "after" and last is not None:
        return Candidate(1, t.span.start, last, f"“{words}” after what is dated ends on {last.isoformat()}", before)
    if t.high is None or t.relation or said is None or said.end is None or "X" in t.value or _waits(doc, t):
        return None
    ahead = last is not None and t.interval.start == said.end
    given = _is_given(doc, t)
    if not given and (last is None or before not in vocabulary().beside["span" if ahead else "count"]):
        return None
    if before == "in" and t.value.startswith("PT"):
        return None
    end = last if ahead else _later(said.end, t.high)
    if end is None:
        return None
    phrase = f"{before} {words}" if before else words
    because = f"“{phrase}” of {said.end.isoformat()} ends on {end.isoformat()}"
    return Candidate(3, t.span.start, end, because, before)


def _is_given(doc: Doc, t: TimeExpr) -> bool:
    """Whether a length is what someone now has for doing something: "have 30 days to appeal", not "was given"."""
    verb = _giving(doc, t)
    aux = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")} if verb is not None else set()
    return verb is not None and (verb.tag_ in ("VBZ", "VBP") or bool(aux & {"has", "have", "will", "is", "are"}))


def _was_given(doc: Doc, t: TimeExpr) -> bool:
    return _giving(doc, t) is not None and not _is_given(doc, t)


def _giving(doc: Doc, t: TimeExpr) -> Token | None:
    """The verb that gives a length for doing something: "was given two weeks to answer"."""
    verb, after = verb_of(doc, t), token_at(doc, t.span.end - 1) + 1
    to = after < len(doc) and doc[after].lower_ == "to"
    return verb if to and verb is not None and verb.lemma_.lower() in vocabulary().giving else None


def _waits(doc: Doc, t: TimeExpr) -> bool:
    """Whether a clause or a phrase beside the length starts its clock: "within a year once the permit is granted"."""
    beside, verb = vocabulary().beside, verb_of(doc, t)
    after = token_at(doc, t.span.end - 1) + 1
    if after < len(doc) and doc[after].lower_ in beside["clock"] and link(doc, t) != "in":
        return True
    beside_verb = list(verb.children) if verb is not None else []
    if any(c.lower_ == "soon" and any(w.lower_ == "as" for w in c.children) for c in beside_verb):
        return True
    clauses = [c for c in beside_verb if c.dep_ == "advcl"]
    return any(c.lower_ in beside["clock_clause"] for v in clauses for c in v.children if c.dep_ in ("mark", "advmod"))


def _later(day: date, count: float) -> date | None:
    try:
        return day + timedelta(days=int(count))
    except OverflowError:
        return None


def not_known(doc: Doc, content: Sequence[Span], inside: Sequence[TimeExpr]) -> str:
    """What is said of a limit whose day is not known here: "before the parliament ends"; "" where there is none."""
    for t in inside:
        open_end = t.type == "DURATION" and (t.interval.end is None or _waits(doc, t))
        if open_end and t.relation in ("", "by", "after") and (what := _clock(doc, t)):
            first = token_at(doc, t.span.start)
            return _says(doc, first - (link(doc, t) == doc[first - 1].lower_), what)
    for token in tokens_of(doc, content):
        if starts_later(token):
            return _says(doc, _limit_before(token), "the day of that")
    return ""


def _clock(doc: Doc, t: TimeExpr) -> str:
    """What is not known of a length without days: when its clock started, or starts; "" where it has no clock."""
    if t.relation == "by" or (t.high is not None and _was_given(doc, t)):
        return "the day on which that began"
    if t.high is None:
        return ""
    counts = link(doc, t) in vocabulary().beside["count"]
    if t.relation == "after" or (counts and (_waits(doc, t) or _is_owned(doc, t))):
        return "the day on which that begins"
    return ""


def _is_owned(doc: Doc, t: TimeExpr) -> bool:
    """Whether the length is someone's: "in our first hundred days"."""
    i = token_at(doc, t.span.start)
    return i > 0 and doc[i - 1].tag_ == "PRP$"


def _says(doc: Doc, first: int, what: str) -> str:
    last = first
    while last + 1 < len(doc) and last - first < _PHRASE and not doc[last + 1].is_punct and not doc[last + 1].is_space:
        last += 1
    return f"“{doc[first : last + 1].text}”: {what} is not known here"


def starts_later(token: Token) -> bool:
    """Whether a term, an election or a season is a limit here: "before the next election", "by the season's end"."""
    beside = vocabulary().beside
    return token.lemma_.lower() in beside["has_a_day"] and _limit_before(token) >= 0


def _limit_before(token: Token) -> int:
    """The token of the limit that governs a noun, with nothing but words of its phrase between; -1 where none does."""
    beside = vocabulary().beside
    for k in range(token.i - 1, max(token.i - _PHRASE, -1), -1):
        word = token.doc[k]
        if word.lower_ in beside["limit"] or (word.lower_ in ("in", "on", "during") and _is_of_term(token, k)):
            return int(k)
        if word.pos_ not in _PHRASE_WORDS or word.lower_ in ("for", "with"):
            break
    return -1


def _is_of_term(token: Token, k: int) -> bool:
    """Whether "in" opens a span of office: "in my first term", "in this parliament", "on our first day in office"."""
    return any(token.doc[n].lower_ in vocabulary().beside["of_a_term"] for n in range(k + 1, token.i))
