"""Denials that refer back: "the minister denied it", "I gave no such guarantee", "she rejected that version"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from consistency.facts import Fact, Proposition, Statement
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


def refers_back(doc: Doc, content: Sequence[Span]) -> bool:
    """Whether a content is only a word that points back: "it", "that version", "the allegations"."""
    tokens = [t for c in content for t in _tokens(doc, c)]
    words = [t for t in tokens if not t.is_punct and not t.is_space]
    if not words or len(words) > 4:
        return False
    return all(t.lower_ in BACK or t.pos_ == "DET" or t.lemma_.lower() in ACCUSATIONS for t in words)


def no_such(head: Token) -> bool:
    """ "gave no such guarantee", "said no such thing": a denial by its own words."""
    return any(
        c.lower_ == "such" and any(d.lower_ == "no" for d in o.children) for o in head.children for c in o.children
    )


def denied(reply: Statement, before: Sequence[Fact], evidence: Span) -> Fact | None:
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
                proposition=_opposite(fact.proposition),
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


def _opposite(p: Proposition) -> Proposition:
    return replace(
        p,
        positive=not p.positive,
        poles=tuple((n, -pole) for n, pole in p.poles),
        senses=tuple(s._replace(side=-s.side, negated=not s.negated) for s in p.senses),
        state="",
    )


def _tokens(doc: Doc, span: Span) -> list[Token]:
    found = doc.char_span(span.start, span.end, alignment_mode="contract")
    return list(found) if found is not None else []
