"""The earlier sayings that the clauses of an article are set against, with what the sentences around them name."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from consistency.extract.contrasts import Cue, cues, refers_back
from consistency.extract.contrastwords import contrasts
from consistency.extract.owners import Owners
from consistency.extract.propositions import Lexica, PersonAt, names, terms
from consistency.facts import Fact, Recall, TimeExpr
from consistency.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

BEFORE = 5
"""Sentences that tell what a cue such as "changed her mind" may be about."""
WIDEST = 80
LATE_WITHIN = 40
"""Characters between a length of time and the word that says what it is counted from."""


class Recalling:
    """Finds the recalls of an article's sentences, which must be given in their order."""

    def __init__(
        self, words: Lexica, person_at: PersonAt, times: Sequence[TimeExpr], lexicons: tuple[Path, ...]
    ) -> None:
        self._words, self._person_at = words, person_at
        self._lengths = [t for t in times if t.type == "DURATION"]
        self._contrasts = contrasts(lexicons)
        self._before: deque[tuple[str, ...]] = deque(maxlen=BEFORE)

    def of(self, sentence: Sentence, heads: Sequence[Token], owners: Owners) -> dict[int, Recall]:
        """The recall of each predicate that has one, by its index: the first where there are several."""
        tokens = list(sentence[:WIDEST])
        own = self._told(tokens)
        found: dict[int, Recall] = {}
        for cue in cues(sentence, heads, self._contrasts, self._person_at):
            told, set_against = owners.of(cue.at), owners.of(cue.anchor)
            if (
                cue.via != "changed"
                and (told and told.id) != (set_against and set_against.id)
                and cue.via != "conceded"
            ):
                continue  # it is somebody else who says that a promise is broken
            kinds = tuple(sorted({k for s in cue.sorts for k in self._contrasts.kinds[s]}))
            last = cue.at.right_edge
            span = Span(cue.at.idx, last.idx + len(last))
            near = tuple(sorted({w for words in self._before for w in words}))
            here = own if cue.via != "relative" else self._told([cue.at.head, *cue.at.subtree][:WIDEST])
            if refers_back(cue.at) and cue.via != "relative":
                here = (*own, *(w for words in self._last() for w in words))
            made = Recall(cue.sorts, kinds, cue.holder, cue.via, span, cue.measure, here, near, self._late(cue))
            found.setdefault(cue.anchor.i, made)
        self._before.append(own)
        return found

    def _told(self, tokens: list[Token]) -> tuple[str, ...]:
        """The words and names of a stretch; of a relative clause with what it hangs on."""
        return (
            *terms(tokens, self._words), *names(tokens, self._person_at, self._words.themes.generic),
        )  # fmt: skip

    def _last(self) -> list[tuple[str, ...]]:
        return list(self._before)[-2:]

    def _late(self, cue: Cue) -> tuple[float, float] | None:
        """By how many days it is later: "six weeks later than planned"."""
        before = (
            [t for t in self._lengths if 0 <= cue.at.idx - t.span.end < LATE_WITHIN] if cue.measure == "time" else []
        )
        if not before:
            return None
        low, high = before[-1].low, before[-1].high
        return (low, high) if low is not None and high is not None else None


def shown_whole(fact: Fact, sentence: Sentence, longest: int) -> tuple[Span, ...]:
    """The evidence of a report that recalls something: its whole sentence, which tells what it is about."""
    text = sentence.text.rstrip()
    if fact.kind == "quantity" or not fact.narrated or len(text) > longest:
        return fact.evidence
    return (Span(sentence.start_char, sentence.start_char + len(text)), *fact.evidence[1:])
