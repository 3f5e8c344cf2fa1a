"""Who promises what an article tells in its own voice: authors of plans, who went on, who gave their word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from consistency.extract.clauses import Clause
from consistency.extract.promised import first_of, in_one_breath, without_end
from consistency.extract.propositions import PersonAt
from consistency.extract.undertakings import Undertakings
from consistency.facts import Statement

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token


class Told(NamedTuple):
    """Who undertakes what the article itself tells: the holder, and the statement that it goes on from, if any."""

    holder: str | None
    statement: Statement | None = None


def told(clause: Clause, statements: Sequence[Statement], person_at: PersonAt, words: Undertakings) -> Told | None:
    """Who undertakes what a clause in the article's own voice says of the future; None where it is a forecast.

    "Would" goes on from what somebody said just before; a plan, a settlement or a manifesto says what its authors will
    do.
    """
    if clause.head.dep_ == "acl" and clause.infinitive and clause.head.head.lemma_.lower() in words.nouns:
        return Told(_author(clause.head.head, person_at) or _described(clause.head.head))
    future = clause.tense == "future" or clause.operators[-1:] == ("be",)
    plain = future and clause.condition == "none" and clause.certainty == "certain"
    planned = clause.operators[-1:] == ("be",) and clause.head.head.tag_ in ("VBZ", "VBP")  # "both are to withdraw"
    if not plain or (clause.infinitive and not planned) or clause.head.dep_ in ("relcl", "advcl", "acl"):
        return None
    subject = clause.subject[0] if clause.subject else None
    plan = subject if subject is not None and subject.lemma_.lower() in words.plans else _under(clause, words)
    if plan is not None and subject is not None:
        return Told(_author(plan, person_at) or person_at(subject))
    before = in_one_breath(clause.head, statements)
    if before is not None:
        return Told(before.speaker, before)
    would = any(c.lower_ in ("would", "'d", "’d") for c in first_of(clause.head).children)
    if not would and not without_end(clause, words):
        return None
    return (
        _what_was_said(clause.head, person_at)
        or _went_on(clause.head, statements)
        or _word_given(clause.head, person_at, words)
    )


def _described(noun: Token) -> str | None:
    """Whose promise it is where it is nobody with a name: "the chairman"."""
    owner = next((c for c in noun.children if c.dep_ == "poss" and c.pos_ == "NOUN"), None)
    return " ".join(t.text for t in owner.subtree if t.dep_ != "case") if owner is not None else None


def _what_was_said(head: Token, person_at: PersonAt) -> Told | None:
    """ "The other thing that she said was that there would be ...": who said it."""
    be = head.head
    if head.dep_ not in ("ccomp", "attr") or be.lemma_ != "be":
        return None
    saying = [
        v for c in be.children if c.dep_ in ("nsubj", "csubj") for v in (c, *c.children)
        if v.lemma_ in ("say", "promise", "announce", "pledge", "tell")
    ]  # fmt: skip
    return next((Told(name) for v in saying for c in v.children if c.dep_ == "nsubj" and (name := person_at(c))), None)


def refused(clause: Clause, person_at: PersonAt, words: Undertakings) -> str | None:
    """Who excludes something as a thing to be done: "he excluded any recourse to private clinics"."""
    if clause.predicate not in words.refusals or not clause.positive or clause.passive or not clause.subject:
        return None
    open_ended = any(c.lower_ in ("any", "all", "further", "a") for o in clause.objects for c in o.children)
    return person_at(clause.subject[0]) if open_ended and clause.tense != "future" else None


def _under(clause: Clause, words: Undertakings) -> Token | None:
    """The plan or agreement "under" which something is to be done, beside the verb or the "are to" above it."""
    beside = [*clause.obliques]
    if clause.operators:
        beside += [(p.lower_, t) for p in clause.head.head.children if p.dep_ == "prep" for t in p.children]
    return next((t for p, t in beside if p == "under" and t.lemma_.lower() in words.terms), None)


def _author(plan: Token, person_at: PersonAt) -> str | None:
    beside = [c for c in plan.children if c.dep_ in ("poss", "compound", "nmod")]
    beside += [g for c in plan.children if c.lower_ in ("of", "by", "between") for g in c.children]
    return next((name for c in beside if (name := person_at(c))), None)


def _went_on(head: Token, statements: Sequence[Statement]) -> Told | None:
    """The last statement in this sentence or the one before it."""
    first = _sentence_before(head)
    said = [
        s for s in statements
        if s.cue and s.speaker and s.force in ("assert", "promise") and first.start_char <= s.cue[0].start < head.idx
    ]  # fmt: skip
    return Told(said[-1].speaker, said[-1]) if said else None


def _word_given(head: Token, person_at: PersonAt, words: Undertakings) -> Told | None:
    """ "She gave supporters three undertakings. The club would not ...": who gave them."""
    for token in _sentence_before(head):
        if token.lemma_.lower() in words.nouns and token.dep_ in ("dobj", "pobj", "attr"):
            subjects = [c for c in token.sent.root.children if c.dep_ in ("nsubj", "nsubjpass")]
            return next((Told(name) for c in subjects if (name := person_at(c))), None)
    return None


def _sentence_before(head: Token) -> Sentence:
    """The sentence before the one of this token, or that one where it is the first."""
    start = head.sent.start
    return head.doc[start - 1].sent if start else head.sent
