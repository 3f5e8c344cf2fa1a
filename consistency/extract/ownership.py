"""Whose deed a clause tells: whether its subject is the speaker, or the body that the speaker speaks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consistency.extract.clauses import Clause
from consistency.extract.surroundings import Surroundings
from consistency.facts import Statement

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_own(clause: Clause, statement: Statement, around: Surroundings) -> bool:
    """Whether the subject of a clause is its speaker, or the body that the speaker speaks for."""
    if not clause.agent:
        return statement.force == "promise"
    if statement.speaker is not None and statement.speaker in {around.person_at(t) for t in clause.agent}:
        return True
    top = clause.head
    for token in clause.agent:
        if token.lower_ in ("i", "we") or _speaks_for(token, statement, around) or _heads(token, statement, around):
            return True
    # "promised to repair it": the infinitive's subject is the promiser's
    return (
        statement.force == "promise"
        and top.dep_ == "xcomp"
        and not any(c.dep_ in ("nsubj", "nsubjpass") for c in top.children)
    )


def _speaks_for(token: Token, statement: Statement, around: Surroundings) -> bool:
    """Whether a noun is the body that the speaker speaks for: "our party"; "the company" said by its chief."""
    body = token.lemma_.lower()
    if body not in around.words.predicates.collectives:
        return False
    determiners = {d.lower_ for d in token.children}
    if determiners & {"our", "my"}:
        return True
    if statement.speaker is None or not determiners & {"the", "its", "his", "her", "their"}:
        return False
    if statement.speaker in around.bodies:
        return True
    return any(
        body in bodies
        for office, bodies in around.words.predicates.offices.items()
        if _holds(office, statement, around)
    )


def _heads(token: Token, statement: Statement, around: Surroundings) -> bool:
    """Whether a named body is headed by the speaker: "Halden will pay, its chief executive, Ms Roe, said"."""
    source = " ".join(s.of(around.article.text) for s in statement.source).lower()
    name = around.person_at(token)
    if name is None or name not in around.bodies or name == statement.speaker:
        return False
    of_it = source.startswith("its ") or name.lower() in source
    return of_it and any(office in source for office in around.words.predicates.offices)


def _holds(office: str, statement: Statement, around: Surroundings) -> bool:
    """Whether the article names the speaker beside the office."""
    text = around.article.text
    at = text.find((statement.speaker or "").split()[-1])
    beside = text[max(0, at - 60) : at + 60].lower() if at >= 0 else ""
    said = " ".join(s.of(text) for s in statement.source).lower()
    return office in beside or office in said
