"""Promises by what is in the speaker's hand, without a word for promising; and what limits a promise in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from consistency.extract.clauses import Clause
from consistency.extract.evidence import between_semicolons, evidence_of, own_part
from consistency.extract.promised import by_a_body, guaranteed, made_ready_by
from consistency.extract.promisers import Told, refused, told
from consistency.extract.surroundings import Surroundings
from consistency.extract.undertakings import Speaker, in_hand, others_say, undertakings
from consistency.facts import Fact, Kind, Proposition, Statement

LIMITS = ("by ", "before ", "until ", "till ", "within ", "through ", "than ", "end of ", "office", "term")


def told_promise(around: Surroundings, clause: Clause, made: Proposition, kind: Kind) -> Fact | None:
    """The promise that a clause in the article's own voice tells; None where it tells none."""
    who = refused(clause, around.person_at, undertakings(around.lexicons))
    if who is not None:
        nothing = replace(made, poles=(("exist", -1),), positive=False, tense="future")
        return _undertaken(around, clause, nothing, Told(who), (None, ""))
    if kind != "prediction" and clause.head.dep_ != "acl" and clause.operators[-1:] != ("be",):
        return None
    carried = _carried(clause, around)
    if carried is None:
        return None
    deadline = around.deadline((clause.span,), around.article.published.interval)
    return _undertaken(around, clause, made, carried, deadline)


def _carried(clause: Clause, around: Surroundings) -> Told | None:
    """Who undertakes what the article tells in its own voice."""
    words = undertakings(around.lexicons)
    found = told(clause, around.statements, around.person_at, words)
    if found is None:
        return _announced(clause, around)
    return found if found.statement is None or is_in_hand(clause, found.statement, around) else None


def _announced(clause: Clause, around: Surroundings) -> Told | None:
    """The body that the article says will do something by a day."""
    if around.article.kind != "news" or clause.head.dep_ not in ("ROOT", "conj") or not clause.subject:
        return None
    if clause.condition != "none":
        return None
    name = around.person_at(clause.subject[0])
    body = name in around.bodies or clause.subject[0].lemma_.lower() in around.words.predicates.collectives
    dated = body and around.deadline((clause.span,), around.article.published.interval)[0] is not None
    if not by_a_body(clause, body, dated=dated, words=undertakings(around.lexicons)):
        return None
    return Told(name or " ".join(t.text for t in clause.subject[0].lefts) + " " + clause.subject[0].text)


def is_in_hand(clause: Clause, statement: Statement, around: Surroundings) -> bool:
    """Whether what a statement says of the future is what its speaker undertakes."""
    speaker = _speaker(statement, around)
    dated = any(clause.span.contains(t.span) and t.interval.end is not None for t in around.times)
    return in_hand(clause, speaker, dated=dated, person_at=around.person_at, words=undertakings(around.lexicons))


def _speaker(statement: Statement, around: Surroundings) -> Speaker:
    source = " ".join(s.of(around.article.text) for s in statement.source).partition(",")[0]
    return Speaker(statement.speaker, source, around.offices, around.words.predicates.offices)


def _undertaken(
    around: Surroundings, clause: Clause, made: Proposition, carried: Told, deadline: tuple[date | None, str]
) -> Fact:
    """A promise that the article tells without a reporting word of its own."""
    before = carried.statement
    return Fact(
        id="",
        article=around.article.id,
        kind="promise",
        holder=carried.holder,
        proposition=made,
        evidence=own_part(clause, between_semicolons(clause, evidence_of(around, clause, None), around)),
        certainty="probable",
        deadline=deadline[0],
        deadline_because=deadline[1],
        said=before.said if before else around.article.published.interval,
        publisher=around.article.publisher,
        named=carried.holder is not None,
    )


def limiting(deadline: tuple[date | None, str]) -> tuple[date | None, str]:
    """A deadline from what stands beside a promise: only a limit is one, not the day on which it was made."""
    said = deadline[1].lower()
    return deadline if any(word in said for word in LIMITS) else (None, "")


def is_given(clause: Clause, statement: Statement, around: Surroundings) -> bool:
    """Whether what a statement says of what is, or would be by a day, is its speaker's guarantee."""
    words = undertakings(around.lexicons)
    speaker = _speaker(statement, around)
    if statement.speaker is None or others_say(clause, speaker, words):
        return False
    if guaranteed(clause, statement, words):
        return bool(speaker.office) or statement.speaker in around.bodies
    if not made_ready_by(clause):
        return False
    text = around.article.text
    limits = (text[max(0, t.span.start - 8) : t.span.start] for t in around.times if clause.span.contains(t.span))
    return any(before.lower().endswith((" by ", " before ")) for before in limits)
