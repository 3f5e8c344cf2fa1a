"""Texts with their evidence marked: a passage in its surroundings, and whole articles with every mark on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from consistency.findings import Evidence
from consistency.spans import Span

AROUND = 200
"""Characters shown before and after a passage, within its paragraph."""
WHOLE = 20_000
"""Characters up to which an article is shown whole; of a longer one only what stands near its marks."""
LONGEST = 3_000
"""Characters after which a paragraph is broken, so that a text without line breaks is no single block."""

WRAPPED = 120
"""Characters up to which lines may be parts of a paragraph; longer ones are paragraphs themselves."""


class Mark(NamedTuple):
    """A stretch of evidence: where it stands, whether someone says it or the article reports it, and for what."""

    start: int
    end: int
    side: str
    label: str


class Piece(NamedTuple):
    """A stretch of text under the same marks.

    `sides` they are of ("" for none), `at` its offset where a mark begins, `refs` what the marks that end are for.
    """

    text: str
    sides: str
    at: int | None
    refs: tuple[str, ...]


class Block(NamedTuple):
    """A paragraph in pieces; `skipped` characters before it are left out."""

    pieces: tuple[Piece, ...]
    skipped: int


class Passage(NamedTuple):
    """A stretch of evidence with what stands around it; `cut` where the paragraph goes on before or after."""

    before: str
    words: str
    after: str
    cut_before: bool = False
    cut_after: bool = False


def side_of(evidence: Evidence) -> str:
    """Whether someone says it, or the article reports it in its own voice."""
    return "reported" if evidence.narrated else "said"


def passage(evidence: Evidence, text: str, body: Iterable[Span] = ()) -> Passage:
    """The evidence in its paragraph, as far as that is the article's `body`; alone where the text is not at hand."""
    start, end = evidence.start, evidence.end
    if text[start:end] != evidence.text:
        return Passage("", evidence.text, "")
    prose = next((span for span in body if span.contains(Span(start, end))), Span(0, len(text)))
    opens = max(text.rfind("\n", 0, start) + 1, prose.start)
    breaks = text.find("\n", end)
    closes = min(len(text) if breaks < 0 else breaks, prose.end)
    cut_before, cut_after = start - opens > AROUND, closes - end > AROUND
    before, after = text[max(opens, start - AROUND) : start], text[end : min(closes, end + AROUND)]
    return Passage(
        before.partition(" ")[2] if cut_before else before,
        evidence.text,
        after.rpartition(" ")[0] if cut_after else after,
        cut_before,
        cut_after,
    )


def blocks(text: str, marks: Sequence[Mark]) -> list[Block]:
    """The text in paragraphs with its marks; of a long text the beginning and what is next to a mark."""
    paragraphs = list(_paragraphs(text))
    near = {0} if len(text) > WHOLE else set(range(len(paragraphs)))
    if len(text) > WHOLE:
        held = {i for i, p in enumerate(paragraphs) if any(p.overlaps(Span(m.start, m.end)) for m in marks)}
        near |= {i + step for i in held for step in (-1, 0, 1)}
    shown: list[Block] = []
    skipped = 0
    for i, paragraph in enumerate(paragraphs):
        if i in near:
            shown.append(Block(tuple(_pieces(text, paragraph, marks)), skipped))
            skipped = 0
        else:
            skipped += paragraph.end - paragraph.start
    return [*shown, Block((), skipped)] if skipped else shown


def _paragraphs(text: str) -> Iterator[Span]:
    """What stands between blank lines, or on one line where lines are long; at most LONGEST characters each."""
    lines = text.splitlines(keepends=True)
    wrapped = max(map(len, lines), default=0) <= WRAPPED
    start = at = 0
    for line in lines:
        at += len(line)
        if wrapped and line.strip() and at - start < LONGEST:
            continue
        yield from _stretches(text, Span(start, at))
        start = at
    yield from _stretches(text, Span(start, at))


def _stretches(text: str, span: Span) -> Iterator[Span]:
    for start in range(span.start, span.end, LONGEST):
        stretch = Span(start, min(start + LONGEST, span.end))
        if stretch.of(text).strip():
            yield stretch


def _pieces(text: str, within: Span, marks: Iterable[Mark]) -> Iterator[Piece]:
    """The stretch split wherever a mark begins or ends."""
    here = [m for m in marks if within.overlaps(Span(m.start, m.end))]
    bounds = {edge for m in here for edge in (m.start, m.end) if within.start < edge < within.end}
    edges = sorted({within.start, within.end, *bounds})
    for start, end in pairwise(edges):
        over = [m for m in here if m.start < end and start < m.end]
        yield Piece(
            text[start:end],
            " ".join(sorted({m.side for m in over}, reverse=True)),
            start if any(m.start == start for m in over) else None,
            tuple(dict.fromkeys(m.label for m in over if m.end == end)),
        )
