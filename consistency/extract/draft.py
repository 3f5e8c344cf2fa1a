"""Drafts: attributions while they are being found, before they are numbered and their speakers are resolved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from consistency.extract.tree import Tree
from consistency.facts import Force
from consistency.spans import Span, strip_span

if TYPE_CHECKING:
    from collections.abc import Iterable

_EDGE = " \t\n\r\xa0,;:–—-"


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution by tokens: `anchor` is the cue's head, `who` the head of the source (None where none is named).

    `quoted` are the indexes of its quotations, `follows` the anchor of the attribution whose speaker goes on.
    """

    anchor: int
    cue: tuple[Span, ...]
    lemma: str
    force: Force
    who: int | None
    source: tuple[Span, ...]
    content: tuple[Span, ...]
    frame: str = "clause"
    negated: bool = False
    non_answer: bool = False
    quoted: tuple[int, ...] = ()
    follows: int | None = None


def pieces(tree: Tree, first: int, last: int, without: Iterable[tuple[int, int]] = ()) -> tuple[Span, ...]:
    """The text of tokens first..last less some token ranges, in spans without white space or commas at their edges."""
    out: list[Span] = []
    at = first
    for a, b in sorted(without):
        if b < at or a > last:
            continue
        out.append(_trim(tree, at, a - 1))
        at = max(at, b + 1)
    out.append(_trim(tree, at, last))
    return tuple(s for s in out if s.end > s.start)


def _trim(tree: Tree, first: int, last: int) -> Span:
    while last > first and tree.dep[last] == "cc":
        last -= 1
    if last < first:
        return Span(0, 0)
    span = strip_span(tree.text, tree.span(first, last), _EDGE)
    piece = span.of(tree.text)
    if piece.endswith(".") and not piece.endswith("..") and tree.pos[last] == "PUNCT":
        span = strip_span(tree.text, Span(span.start, span.end - 1), _EDGE)
    return span if any(c.isalnum() for c in span.of(tree.text)) else Span(0, 0)
