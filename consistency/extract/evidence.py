"""The stretches of text that are shown as evidence: a clause or a sentence, cut and widened to what must be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consistency.extract.clauses import Clause
from consistency.extract.surroundings import Surroundings
from consistency.facts import Statement
from consistency.spans import Span, strip_span

if TYPE_CHECKING:
    pass

MAX_EVIDENCE = 390
"""Evidence is a clause or a sentence; longer ones are cut at a word."""


def shortened(text: str, span: Span) -> Span:
    """The span, cut at a word where it is too long for evidence."""
    if span.end - span.start <= MAX_EVIDENCE:
        return span
    cut = text.rfind(" ", span.start, span.start + MAX_EVIDENCE)
    return Span(span.start, cut if cut > span.start else span.start + MAX_EVIDENCE)


def evidence_of(around: Surroundings, clause: Clause, statement: Statement | None) -> tuple[Span, ...]:
    """The clause; in a statement as far as it lies in the content, and the whole content where that is one sentence."""
    text = around.article.text
    span = clause.span
    if statement is not None:
        inside = [c for c in statement.content if c.overlaps(span)]
        if inside:
            whole = inside[0]
            span = Span(max(span.start, whole.start), min(span.end, whole.end))
            if whole.end - whole.start <= 200:
                span = whole
    if statement is not None and (statement.force == "deny" or statement.negated):
        before = [c for c in statement.cue if c.end <= span.start <= c.end + 3]
        span = Span(before[0].start, span.end) if before else span  # a denial is shown with its "denied"
    return (shortened(text, strip_span(text, span)),)


def between_semicolons(clause: Clause, shown: tuple[Span, ...], around: Surroundings) -> tuple[Span, ...]:
    """What stands between two semicolons around the clause's own verb."""
    text, at = around.article.text, clause.head.idx
    start = max(shown[0].start, text.rfind(";", shown[0].start, at) + 1)
    end = text.find(";", at, shown[0].end)
    return (strip_span(text, Span(start, end if end >= 0 else shown[0].end)),)


def own_part(clause: Clause, shown: tuple[Span, ...]) -> tuple[Span, ...]:
    """Of several things promised in one breath, what this clause promises: "would pay for water and clean the soil"."""
    top = clause.head
    while top.dep_ in ("xcomp", "ccomp") and top.head.lemma_ in ("have", "get", "see", "continue", "begin", "start"):
        top = top.head
    beside = [c for c in top.head.children if c.dep_ == top.dep_ == "ccomp" and c.pos_ in ("VERB", "AUX")]
    after = [c for c in top.children if c.dep_ == "conj" and c.pos_ in ("VERB", "AUX") and c.i > top.i]
    after += [c for c in beside if c.i > top.i]
    later = top.dep_ == "conj" or any(c.i < top.i for c in beside)
    if not later and not after:
        return shown
    start = max(shown[0].start, clause.span.start if later else shown[0].start)
    end = min(shown[0].end, clause.span.end)
    if after:
        before = after[0].left_edge.nbor(-1) if after[0].left_edge.i else after[0]
        end = min(end, before.idx if before.dep_ in ("cc", "punct") else after[0].left_edge.idx)
    return (Span(start, end),) if end - start > 12 else shown


def with_rest(clause: Clause, shown: Span, around: Surroundings) -> Span:
    """What is shown and the rest of its sentence, up to what tells who said it."""
    end = clause.head.sent.end_char
    told = [x.start for s in around.statements for x in (*s.cue, *s.source) if shown.end <= x.start < end]
    return Span(shown.start, min(told, default=end)) if shown.start < end else shown


def to_the_end(s: Statement, around: Surroundings) -> Span:
    """From the reporting word to the end of its sentence, where a day may stand: "promised seed by Christmas"."""
    inside = around.doc.char_span(s.content[0].start, s.content[0].end, alignment_mode="expand")
    return Span(s.content[0].start, inside.sent.end_char) if inside is not None else s.content[0]


def with_cue(s: Statement) -> Span:
    """From the reporting word to the end of what it governs: "opposed the stadium"."""
    first = s.content[0]
    before = [c for c in s.cue if c.start < first.start <= c.end + 3]
    return Span(before[0].start, first.end) if before else first


def with_figure(evidence: Span, figure: Span, statement: Statement | None, start: int) -> Span:
    """The evidence widened so that the figure itself is shown, with its statement's content where it stands in one."""
    whole = next((c for c in statement.content if c.contains(figure)), None) if statement else None
    if whole is not None and whole.end - whole.start <= MAX_EVIDENCE:
        return whole
    wide = Span(min(evidence.start, start), max(evidence.end, figure.end))
    return wide if wide.end - wide.start <= MAX_EVIDENCE else figure
