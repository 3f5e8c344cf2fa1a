"""Limits that stand beside a promise: in the next sentence, later in its paragraph, or where a season's end is told."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from consistency.extract.deadlinewords import (
    Candidate,
    is_called_deadline,
    link,
    starts_later,
    token_at,
    tokens_of,
    verb_of,
    words_of,
)
from consistency.extract.timewords import vocabulary
from consistency.facts import TimeExpr
from consistency.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Sentence

_GAP, _MOST = 40, 20
_AHEAD = 1200
"""Characters after a promise within which its paragraph is read on."""


def continued(doc: Doc, content: Sequence[Span], times: Sequence[TimeExpr]) -> list[TimeExpr]:
    """The limit that the next sentence sets on what was promised: "The offer runs until 30 June"."""
    if not content:
        return []
    end, vocab = max(s.end for s in content), vocabulary()
    following = _sentence_after(doc, end)
    if following is None or following.start_char - end > _GAP:
        return []
    lemma = following.root.lemma_.lower()
    if lemma not in vocab.beside["lasting"] and lemma not in vocab.beside["setting"]:
        return []
    inside = [t for t in times if following.start_char <= t.span.start < following.end_char]
    return [t for t in inside if link(doc, t) in vocab.beside["limit"] or is_called_deadline(doc, t)]


def taken_up(doc: Doc, content: Sequence[Span], times: Sequence[TimeExpr]) -> list[TimeExpr]:
    """The end that the same paragraph sets further on to what was promised: "but the cases are free until 30 June"."""
    if not content:
        return []
    end = max(s.end for s in content)
    for t in times:
        if not end <= t.span.start < end + _AHEAD or t.value.endswith("_REF") or link(doc, t) not in ("until", "till"):
            continue
        verb = verb_of(doc, t)
        if verb is None or verb.tag_ in ("VBD", "VBN") or _is_paragraph_end(doc, end, t):
            continue
        words = {w.lemma_ for w in tokens_of(doc, content) if _tells(w)}
        if any(w.lemma_ in words and _tells(w) for w in verb.subtree):
            return [t]
    return []


def _is_paragraph_end(doc: Doc, end: int, t: TimeExpr) -> bool:
    return "\n" in doc[token_at(doc, end) : token_at(doc, t.span.start)].text


def _tells(token: Token) -> bool:
    """Whether the word is about something, so that a clause with it takes a promise up again."""
    return token.pos_ in ("NOUN", "ADJ", "VERB") and token.lemma_.lower() not in vocabulary().beside["lasting"]


def _sentence_after(doc: Doc, end: int) -> Sentence | None:
    """The first sentence that begins where a content ends, or later."""
    n = bisect_left(doc, end - 2, key=lambda token: token.idx)
    while n < len(doc) and not doc[n].is_sent_start:
        n += 1
    return doc[n].sent if n < len(doc) else None


def ended_elsewhere(doc: Doc, content: Sequence[Span], times: Sequence[TimeExpr]) -> Candidate | None:
    """The end of the term, parliament or season that the content names, as the article dates it elsewhere."""
    beside = vocabulary().beside
    inside = [(t, t.lemma_.lower()) for t in tokens_of(doc, content)]
    named = {lemma for t, lemma in inside if lemma in beside["has_an_end"] and _ends_in(t)}
    if not named:
        return None
    verbs = [v for v in doc if v.lemma_.lower() in beside["ending"] and _subject_of(v) in named]
    for verb in (verbs + [v for v in doc if v.lemma_ == "be" and _is_last(v)])[:_MOST]:
        first, last = verb.left_edge.idx, verb.right_edge.idx + len(verb.right_edge)
        for t in times:
            after = max(first, verb.idx) <= t.span.start < last
            if after and t.interval.end and t.type in ("DATE", "TIME") and link(doc, t) in beside["end_link"]:
                day = t.interval.end
                subject, words = _subject_of(verb), words_of(doc, t)
                what = f"the {subject} ends with “{words}”" if subject in named else f"the last {subject} is “{words}”"
                return Candidate(1, t.span.start, day, f"{what}, on {day.isoformat()}")
    return None


def _is_last(verb: Token) -> bool:
    """Whether the verb is said of the last part of something: "the last home game is on 20 May"."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj" and c.lemma_.lower() in vocabulary().beside["part_of_it"]]
    return any(c.lower_ in ("last", "final") for s in subjects for c in s.children)


def _ends_in(token: Token) -> bool:
    """Whether the content speaks of the end of this: "the end of the coming season", "before the season is over"."""
    head = token.head.head if token.dep_ == "pobj" else token.head
    return head.lower_ in vocabulary().beside["ending_noun"] or starts_later(token)


def _subject_of(verb: Token) -> str:
    """The lemma of what the verb is said of; of the noun that it modifies, in a relative clause."""
    if verb.dep_ == "relcl":
        return str(verb.head.lemma_.lower())
    return next((str(c.lemma_.lower()) for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), "")
