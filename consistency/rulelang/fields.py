"""The fields of a fact that rules can name, with their types, and the relations that they can join on.

Fields are strings, integers or booleans, one type each, the same on every engine. Dates are days since 1970-01-01
and quantities are thousandths, so that both are exact integers. A field without a value is absent: no condition on it
holds. Text is not a field: engines hold join columns only, and evidence is looked up by `fact` afterwards.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from consistency.facts import Fact, Relation

FieldType = Literal["string", "integer", "date", "boolean"]
Value = str | int | bool
Row = dict[str, Value]


class Field(NamedTuple):
    """A field that rules can name: its type, what it holds, and the values it can take if they are few."""

    type: FieldType
    doc: str
    values: tuple[str, ...] = ()


FIELDS: dict[str, Field] = {
    "fact": Field("integer", "the fact's number in this run; relations join on it"),
    "matter": Field("integer", "number of the group of facts that relations link, directly or by others"),
    "kind": Field(
        "string",
        "the kind of fact",
        ("promise", "prediction", "claim", "denial", "position", "demand", "outcome", "quantity", "quote", "event",
         "non_answer", "relation"),
    ),
    "holder": Field("string", "canonical name of who promises, predicts, claims; the publisher for the narrator"),
    "named": Field("boolean", "false when the holder is only described: villagers, an official"),
    "article": Field("string", "the article's id"),
    "publisher": Field("string", "who published it"),
    "narrated": Field("boolean", "true when it is the article's own voice"),
    "own": Field("boolean", "true when the promised action is the holder's own"),
    "certainty": Field("string", "FactBank's scale", ("certain", "probable", "possible", "unknown")),
    "condition": Field("string", "what it hangs on", ("none", "condition", "counterfactual", "question")),
    "predicate": Field("string", "lemma of the predicate"),
    "class": Field("string", "class of predicates it belongs to"),
    "positive": Field("boolean", "false when it is negated"),
    "tense": Field("string", "time of the predicate", ("past", "present", "future")),
    "topic": Field("string", "topic that a lexicon knows"),
    "state": Field("string", "state of that topic"),
    "subject": Field("string", "head of the grammatical subject, resolved where it could be"),
    "unit": Field("string", "unit of the quantity"),
    "counted": Field("string", "what the quantity counts"),
    "low": Field("integer", "least value of the quantity, in thousandths"),
    "high": Field("integer", "greatest value of the quantity, in thousandths"),
    "deadline": Field("date", "last day on which a promise is still met"),
    "said_from": Field("date", "first day on which it can have been said"),
    "said_to": Field("date", "last day on which it can have been said"),
    "about_from": Field("date", "first day of the time it is about"),
    "about_to": Field("date", "last day of the time it is about"),
    "venue": Field("string", "where it was said"),
    "addressee": Field("string", "to whom it was said"),
    "cluster": Field("string", "the utterance or event that it shares with other facts"),
    # of relations
    "relation": Field("string", "which relation it is"),
    "left": Field("integer", "number of the fact on its left"),
    "right": Field("integer", "number of the fact on its right"),
    "via": Field("string", "by what it was found: negation, opposite, state, quantity, exclusive, ..."),
    "strength": Field("integer", "how sure it is, 0 to 100"),
}

RELATIONS: dict[str, str] = {
    "excludes": "the two cannot both hold of one situation at one time",
    "contrasts": "the article itself sets the one against the other",
    "same_utterance": "the two report one utterance of one speaker",
    "drifts_from": "one utterance of one speaker, with different words inside quotation marks",
    "same_event": "the two tell of one event",
    "apart_in_time": "the times that the two give for one event cannot overlap",
    "apart_in_place": "the places or audiences that the two give for one event or utterance cannot be one",
    "fulfils": "the left one is a report that the right one, a promise or prediction, came about",
    "stalls": "the left one reports no movement on the right one, a promise",
    "breaks": "the left one is a report that the right one, a promise, was not kept",
    "partly": "the left one is a report that the right one, a promise, was kept in part",
    "moves": "the left one sets another day for the right one, an earlier promise of the same",
    "advances": "the left one reports steps towards the right one, a promise",
}

COMMON_FIELDS = ("fact", "matter", "kind")
RELATION_FIELDS = ("relation", "left", "right", "via", "strength")
"""Fields that relations alone have; of the others they have the common ones."""

LIMIT = 10**18
"""Integers lie between -LIMIT and LIMIT: what does not is as good as unbounded, and left out."""

EPOCH = date(1970, 1, 1)


def days(day: date) -> int:
    """A date as the integer that rules compare."""
    return (day - EPOCH).days


def thousandths(value: float) -> int | None:
    """A quantity as the integer that rules compare, None where it has no bound."""
    return round(value * 1000) if abs(value) * 1000 <= LIMIT else None


def row_of_fact(fact: Fact, number: int, matter: int) -> Row:
    """The fact as engines see it: only fields that have a value."""
    p = fact.proposition
    q = p.quantity
    about = p.about
    values: dict[str, Value | None] = {
        "fact": number,
        "matter": matter,
        "kind": fact.kind,
        "holder": fact.holder,
        "named": fact.named,
        "article": fact.article,
        "publisher": fact.publisher,
        "narrated": fact.narrated,
        "own": fact.own,
        "certainty": fact.certainty,
        "condition": fact.condition,
        "predicate": p.predicate or None,
        "class": p.cls or None,
        "positive": p.positive,
        "tense": p.tense,
        "topic": p.topic or None,
        "state": p.state or None,
        "subject": p.subject[0] if p.subject else None,
        "unit": q.unit if q else None,
        "counted": q.of if q else None,
        "low": thousandths(q.low) if q else None,
        "high": thousandths(q.high) if q else None,
        "deadline": days(fact.deadline) if fact.deadline else None,
        "said_from": days(fact.said.start) if fact.said and fact.said.start else None,
        "said_to": days(fact.said.end) if fact.said and fact.said.end else None,
        "about_from": days(about.start) if about and about.start else None,
        "about_to": days(about.end) if about and about.end else None,
        "venue": fact.venue,
        "addressee": fact.addressee,
        "cluster": fact.cluster or None,
    }
    return {k: v for k, v in values.items() if v is not None}


def row_of_relation(relation: Relation, number: int, matter: int, left: int, right: int) -> Row:
    """The relation as engines see it: a fact of kind `relation` that joins two others by their numbers."""
    return {
        "fact": number,
        "matter": matter,
        "kind": "relation",
        "relation": relation.name,
        "left": left,
        "right": right,
        "via": relation.via,
        "strength": relation.strength,
    }
