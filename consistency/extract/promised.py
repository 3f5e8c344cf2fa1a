"""Forms of promising beside "will" in a statement: breaths that go on, what a body will do, guarantees, colons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from consistency.extract.clauses import Clause
from consistency.extract.undertakings import EVERYBODY, Undertakings

if TYPE_CHECKING:
    from spacy.tokens import Token

    from consistency.facts import Statement

MOST_CONJUNCTS = 4
LASTING = ("stay", "keep")
"""Verbs that in the present tense tell what one sees to; "remain" only describes."""


def first_of(head: Token) -> Token:
    """The first of verbs that are coordinated with this one and share its subject; itself where there is none."""
    for _ in range(MOST_CONJUNCTS):
        if head.dep_ != "conj" or any(c.dep_ in ("nsubj", "nsubjpass") for c in head.children):
            break
        head = head.head
    return head


def in_one_breath(head: Token, statements: Sequence[Statement]) -> Statement | None:
    """The statement that a coordinated verb goes on from: "it will pay all, it announced, and will hire no one"."""
    first = first_of(head)
    if first is head or any(c.tag_ == "VBD" for c in (head, *head.children)):
        return None
    told = [s for s in statements if s.cue and any(c.start <= first.idx < c.end for c in (*s.cue, *s.content))]
    return next((s for s in told if s.force in ("assert", "promise") and not s.negated), None)


def by_a_body(clause: Clause, subject_is_body: bool, *, dated: bool, words: Undertakings) -> bool:
    """Whether the article tells in its own voice what a body "will" do by a day, or for good, by its own choice."""
    heads = [clause.head, first_of(clause.head)]
    will = any(c.lower_ in ("will", "'ll", "’ll") for h in heads for c in h.children)
    if not (will and subject_is_body) or clause.passive or clause.predicate in words.uncontrolled | words.idle:
        return False
    if clause.predicate in words.scheduled or clause.predicate == "be":
        return False
    return dated


def guaranteed(clause: Clause, statement: Statement, words: Undertakings) -> bool:
    """Whether what somebody says of the present is their guarantee: "The gate stays open to women, day and night".

    Said in their own words, and either of what is kept so without end, or of nobody while something lasts.
    """
    if statement.mode == "indirect" or clause.tense != "present" or clause.certainty != "certain":
        return False
    if clause.condition != "none" or clause.head.dep_ in ("relcl", "advcl", "acl"):
        return False
    verbs = {clause.predicate, clause.head.lemma_.lower(), *clause.operators}
    finite = [t for t in (clause.head, *clause.head.children) if t.tag_ in ("VBZ", "VBP")]
    if not finite or any(t.lemma_ in ("be", "have") and t.dep_.startswith("aux") for t in finite):
        return False
    if not clause.subject or clause.subject[0].lower_ in ("i", "we", "you", "he", "she", "they"):
        return False
    lasting = without_end(clause, words)
    if verbs & set(LASTING):
        held = {
            clause.predicate,
            *(o.lemma_.lower() for o in clause.objects),
            *(c.lower_ for c in clause.head.children),
        }
        return lasting or bool(held & words.ready)
    first = clause.subject[0]
    nobody = first.lower_ in EVERYBODY - {"you", "one"} or any(c.lower_ in ("no", "not") for c in first.children)
    return lasting and nobody


def without_end(clause: Clause, words: Undertakings) -> bool:
    """Whether a clause says that it is so for good, always, or as long as its speaker has a say."""
    said = " " + " ".join(t.lower_ for t in clause.head.subtree) + " "
    return any(f" {phrase} " in said for phrase in words.endless)


def is_intended(clause: Clause, statement: Statement) -> bool:
    """Whether the statement is the very verb of intending that the clause hangs on: "does not intend to raise it"."""
    return "intend" in clause.operators and statement.lemma == "intend"


def made_ready_by(clause: Clause) -> bool:
    """ "Would have tents standing by Sunday", which a parser may take for "would have stood": what is ready by then."""
    said = {c.lower_ for h in clause.head.children if h.dep_ == "aux" for c in (h, *h.children)}
    return bool(said & {"would", "will", "'ll", "’ll"}) and "have" in said and clause.condition == "none"


def after_colon(noun: Token) -> Token | None:
    """What is promised where it is named after a colon: "made a promise to voters: 4,000 homes by 2030"."""
    rest = noun.doc[noun.i + 1 : noun.sent.end]
    colon = next((t for t in rest if t.text == ":"), None)
    if colon is None or colon.i + 1 >= noun.sent.end or noun.doc[colon.i + 1].is_quote:
        return None
    named = [t for t in noun.doc[colon.i + 1 : noun.sent.end] if t.pos_ in ("NOUN", "PROPN")]
    while named and named[0].dep_ == "compound" and named[0].head.i > named[0].i:
        named = [t for t in named if t.i >= named[0].head.i]
    return named[0] if named else None
