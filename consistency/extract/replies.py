"""Denials that refer back: "the minister denied it", "I gave no such guarantee", "she rejected that version"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from consistency.extract.ellipsis import opposite
from consistency.extract.surroundings import Surroundings
from consistency.facts import Fact, Statement
from consistency.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

BACK = {"it", "that", "this", "them", "those", "so", "such"}
ACCUSATIONS = {
    "claim", "report", "allegation", "accusation", "version", "account", "charge", "story", "suggestion", "assertion",
    "rumour", "rumor", "statement", "criticism", "accusations", "description", "guarantee", "promise", "assurance",
}  # fmt: skip
REACH = 400
"""How many characters back the denied words can stand."""


def replies(around: Surroundings, found: Sequence[Fact]) -> list[Fact]:
    """Denials that refer back to one of the facts `found`, which somebody else said before."""
    made = []
    for s in around.statements:
        where = _where(s, around.doc)
        if where is not None and where.start < where.end:
            fact = _denied(s, [f for f in found if f.evidence[0].start < where.start], where)
            made += [fact] if fact else []
    return made


def _where(s: Statement, doc: Doc) -> Span | None:
    """Where a statement denies what was said before; None where it does not."""
    if s.force == "deny" and s.cue and s.content and _refers_back(doc, s.content):
        return Span(min(c.start for c in s.cue), max(c.end for c in s.content))
    for c in s.content:
        for token in _tokens(doc, c):
            if token.pos_ == "VERB" and _is_no_such(token):
                start, end = token.sent.start_char, token.sent.end_char
                return Span(start, min(end, c.end)) if start >= c.start else c
    return None


def _refers_back(doc: Doc, content: Sequence[Span]) -> bool:
    """Whether a content is only a word that points back: "it", "that version", "the allegations"."""
    tokens = [t for c in content for t in _tokens(doc, c)]
    words = [t for t in tokens if not t.is_punct and not t.is_space]
    if not words or len(words) > 4:
        return False
    return all(t.lower_ in BACK or t.pos_ == "DET" or t.lemma_.lower() in ACCUSATIONS for t in words)


def _is_no_such(head: Token) -> bool:
    """ "gave no such guarantee", "said no such thing": a denial by its own words."""
    return any(
        c.lower_ == "such" and any(d.lower_ == "no" for d in o.children) for o in head.children for c in o.children
    )


def _denied(reply: Statement, before: Sequence[Fact], evidence: Span) -> Fact | None:
    """The denial of the nearest thing that somebody else said just before; None where there is none."""
    for fact in reversed(before):
        near = 0 <= evidence.start - fact.evidence[0].end <= REACH
        says = fact.kind in ("claim", "prediction", "promise", "demand") and not fact.narrated
        of_them = reply.speaker in (*fact.proposition.names, *fact.proposition.subject) or reply.speaker in fact.context
        if near and says and of_them and fact.holder not in (None, reply.speaker) and fact.proposition.predicate:
            return replace(
                fact,
                kind="denial",
                holder=reply.speaker,
                body=reply.body,
                statement=reply.id,
                proposition=opposite(fact.proposition),
                evidence=(evidence,),
                said=reply.said,
                deadline=None,
                deadline_because="",
                own=False,
                condition="none",
                certainty="certain",
                venue=reply.venue,
                addressee=reply.addressee,
            )
    return None


def _tokens(doc: Doc, span: Span) -> list[Token]:
    found = doc.char_span(span.start, span.end, alignment_mode="contract")
    return list(found) if found is not None else []
