"""Who gives a figure that stands without a noun, and where the phrase that holds a figure begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from consistency.extract.propositions import PersonAt
from consistency.extract.words import Units
from consistency.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Counter(NamedTuple):
    """The verb of counting, and who counts: a name, or the words for them."""

    verb: str
    who: str


def counter(doc: Doc, figure: Span, units: Units, person_at: PersonAt) -> Counter | None:
    """Who puts the number at this figure: "organisers claim 9,000"; None where no verb of counting is over it."""
    inside = doc.char_span(figure.start, figure.end, alignment_mode="expand")
    verb = next((t for t in inside.root.ancestors if t.pos_ == "VERB"), None) if inside is not None else None
    if verb is None or verb.lemma_ not in units.counting:
        return None
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None:
        return Counter(verb.lemma_, "")
    return Counter(verb.lemma_, person_at(subject) or subject.lower_)


def phrase_start(doc: Doc, figure: Span) -> int:
    """The offset at which the noun phrase begins that a figure stands in: "the coalition, with its 61 seats"."""
    inside = doc.char_span(figure.start, figure.end, alignment_mode="expand")
    if inside is None:
        return figure.start
    token = inside.root
    while token.head != token and (token.head.pos_ in ("NOUN", "PROPN", "ADP", "NUM", "SYM")):
        token = token.head
    return min(figure.start, token.left_edge.idx)
