"""The facts of an article: every clause, in a statement or in the article's own voice, typed and normalised."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from consistency.extract import kinds
from consistency.extract.bare import bare_facts
from consistency.extract.circumstances import after, places, time_of
from consistency.extract.clauses import Clause, clauses
from consistency.extract.deeds import deeds
from consistency.extract.deedwords import deed_words
from consistency.extract.denying import denying, is_inside, never_said
from consistency.extract.ellipsis import completed, is_elliptical, opposite
from consistency.extract.events import events
from consistency.extract.evidence import MAX_EVIDENCE, evidence_of, own_part, with_rest
from consistency.extract.figures import figure_facts, figures_of
from consistency.extract.kinds import Reading
from consistency.extract.ownership import is_own
from consistency.extract.promised import is_intended
from consistency.extract.promisednouns import named_promises
from consistency.extract.propositions import names, proposition, terms
from consistency.extract.quotefacts import non_answers, quotes
from consistency.extract.recalls import Recalling, shown_whole
from consistency.extract.replies import replies
from consistency.extract.retrospects import retrospect
from consistency.extract.senses import senses, things
from consistency.extract.surroundings import Surroundings
from consistency.extract.tellings import tellings
from consistency.extract.toldpromises import is_given, is_in_hand, limiting, told_promise
from consistency.extract.undertakings import idle, undertakings
from consistency.extract.unnamed import described, is_documented, unnamed
from consistency.facts import Fact, Proposition, Quantity, Recall, Statement
from consistency.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence

MOST_WORDS = 80
"""Words of a clause that are told as what it mentions."""


def facts_of(around: Surroundings) -> tuple[Fact, ...]:
    """The facts of an article in the order of their evidence, with ids `<article>#f<n>`."""
    found = [*quotes(around), *non_answers(around), *_clause_facts(around)]
    found += bare_facts(around, {f.statement for f in found if f.kind not in ("quote", "non_answer")})
    found = _in_order([*found, *named_promises(around)])
    found = _in_order([*found, *replies(around, found), *events(around), *tellings(around)])
    return tuple(replace(f, id=f"{around.article.id}#f{n}") for n, f in enumerate(found, 1))


def _in_order(found: Sequence[Fact]) -> list[Fact]:
    return sorted(found, key=lambda f: (f.evidence[0].start, f.evidence[0].end, f.kind))


def _clause_facts(around: Surroundings) -> Iterator[Fact]:
    """The facts of all clauses, each with what the sentence around it and the two before it name."""
    unasserted = denying(around.statements)
    denied_here = {s.id for s in around.statements if is_inside(s, unasserted)}
    context: deque[tuple[str, ...]] = deque(maxlen=3)
    recalling = Recalling(around.words, around.person_at, around.times, around.lexicons)
    for sentence in around.doc.sents:
        context.append(names(sentence, around.person_at, around.words.themes.generic))
        before = tuple(sorted({name for part in context for name in part}))
        for fact in _sentence_facts(around, sentence, denied_here, recalling):
            yield replace(fact, context=before)


def _sentence_facts(
    around: Surroundings, sentence: Sentence, denied_here: set[str], recalling: Recalling
) -> Iterator[Fact]:
    """The facts of the clauses of one sentence, but for those that only stand in what somebody denies."""
    found = [c for c in clauses(sentence, around.words.predicates) if not around.owners.is_cue(c.head)]
    recalled = recalling.of(sentence, [c.head for c in found], around.owners)
    figures = figures_of(around, sentence, found)
    known: list[Proposition] = []
    for clause in found:
        statement = around.owners.of(clause.head)
        if statement is not None and statement.id in denied_here:
            continue
        disowned = _is_disowned(statement)
        if disowned and statement is not None and not never_said(statement, around.article.text):
            continue  # "did not say that ..." asserts nothing
        made = _proposition(around, clause, statement, known)
        if made is None:
            continue
        known.append(made)
        made = _with_state(replace(made, about=time_of(clause, around.doc, around.times)), around)
        for fact in _facts(around, clause, made, statement, figures.get(clause.head.i, ())):
            if " " not in fact.evidence[0].of(around.article.text):
                continue  # a single word shows nothing
            fact = _with_past(fact, around, clause, statement, recalled.get(clause.head.i))
            yield replace(fact, disowned=True, kind="denial") if disowned else fact


def _is_disowned(statement: Statement | None) -> bool:
    """Whether a statement tells what somebody did not say."""
    return statement is not None and statement.negated and statement.force not in ("think", "deny")


def _proposition(
    around: Surroundings, clause: Clause, statement: Statement | None, known: Sequence[Proposition]
) -> Proposition | None:
    """What a clause says, with the sides that it takes; None where it leaves out a verb that is not `known`."""
    if is_elliptical(clause):
        return completed(clause, known)
    words, person_at = around.words, around.person_at
    made = proposition(clause, words, person_at)
    asserts = not clause.infinitive or (statement is not None and statement.force in ("promise", "oppose", "deny"))
    return replace(
        made,
        things=things(clause, words, person_at),
        senses=senses(clause, words, person_at) if asserts else (),
        deeds=deeds(clause, words, person_at, deed_words(around.lexicons)) if asserts else (),
    )


def _with_past(
    fact: Fact, around: Surroundings, clause: Clause, statement: Statement | None, against: Recall | None
) -> Fact:
    """The fact with what it says of earlier words: the speaker's own, or those it is set against."""
    if fact.kind == "quantity":
        return fact
    of_old = ""
    if statement is not None and fact.kind != "outcome":
        of_old = retrospect(clause, fact, statement, around)
    mentions = tuple(t.lemma_.lower() for t in list(clause.head.subtree)[:MOST_WORDS]) if of_old else fact.mentions
    hangs = against is not None and clause.head.dep_ != "ROOT"
    evidence = shown_whole(fact, clause.head.sent, MAX_EVIDENCE) if hangs else fact.evidence
    return replace(fact, retrospect=of_old, recall=against, evidence=evidence, mentions=mentions)


def _with_state(made: Proposition, around: Surroundings) -> Proposition:
    """With the state of its topic that it asserts, if any."""
    plain = around.words.predicates.poles(made.predicate)
    if not made.positive or (plain and made.poles and plain[0][0] == made.poles[0][0] and plain[0] != made.poles[0]):
        return made  # denied, or said of the opposite theme: the truce ended
    topic, state = around.topics.state((made.theme, *made.subject, *made.objects), made.predicate)
    return replace(made, topic=topic, state=state)


def _facts(
    around: Surroundings, clause: Clause, made: Proposition, statement: Statement | None, figures: Sequence[Quantity]
) -> Iterator[Fact]:
    """The fact of a clause, and one of kind quantity for each of its figures unless the article tells a promise."""
    if statement is not None and not is_documented(statement, around):
        fact = _attributed(around, clause, made, statement)
    else:
        reading = kinds.narrated(clause, around.words.predicates)
        promised = told_promise(around, clause, made, reading.kind) if statement is None else None
        if promised is not None:
            yield promised
            return
        fact = _fact(around, clause, made, statement, reading)
        if statement is None and reading.kind == "prediction":
            fact = _due(fact, around, (clause.span,))
    yield fact
    yield from figure_facts(around, fact, clause, statement, figures)


def _attributed(around: Surroundings, clause: Clause, made: Proposition, statement: Statement) -> Fact:
    """The fact of a clause that somebody says."""
    own = is_own(clause, statement, around)
    reading = _reading(around, clause, statement, own)
    meant = statement.negated and statement.force == "think" and not is_intended(clause, statement)
    if reading.kind == "denial" and statement.negated:
        reading = reading._replace(kind="claim", certainty="possible")  # "never denied that it was so"
        made = opposite(made) if "deny" in clause.operators else made
    elif reading.kind == "denial" or meant:
        made = opposite(made)  # "I don't believe that it will" says that it won't
    fact = replace(_fact(around, clause, made, statement, reading), narrated=False, own=own)
    if fact.kind == "prediction":
        return _due(fact, around, fact.evidence)
    return _promised(fact, around, clause) if fact.kind == "promise" else fact


def _reading(around: Surroundings, clause: Clause, statement: Statement, own: bool) -> Reading:
    """How a clause in somebody's words is meant: words about what one has in hand promise, others only foretell."""
    reading = kinds.attributed(clause, statement.force, own, around.words.predicates)
    asserts = statement.force == "assert" or (statement.negated and is_intended(clause, statement))
    if reading.kind == "prediction" and asserts and is_in_hand(clause, statement, around):
        return reading._replace(kind="promise")
    if reading.kind == "claim" and statement.force == "assert" and is_given(clause, statement, around):
        return reading._replace(kind="promise", certainty="probable")
    if reading.kind == "promise" and statement.force != "promise":
        loose = clause.infinitive or idle(clause, undertakings(around.lexicons))
        return reading._replace(kind="prediction") if loose else reading
    return reading


def _promised(fact: Fact, around: Surroundings, clause: Clause) -> Fact:
    """A promise with its own part of what is said, and by when it is to be kept."""
    fact = replace(fact, evidence=own_part(clause, fact.evidence))
    fact = _due(fact, around, fact.evidence)
    if fact.deadline is None and fact.evidence[0].end >= clause.span.end:
        rest = (with_rest(clause, fact.evidence[0], around),)
        last, because = limiting(around.deadline(rest, fact.said))
        fact = replace(fact, deadline=last, deadline_because=because)
    return fact


def _due(fact: Fact, around: Surroundings, where: tuple[Span, ...]) -> Fact:
    last, because = around.deadline(where, fact.said)
    return replace(fact, deadline=last, deadline_because=because)


def _fact(
    around: Surroundings, clause: Clause, made: Proposition, statement: Statement | None, reading: Reading
) -> Fact:
    """The fact of a clause as the article tells it, with its holder, its evidence and its surroundings."""
    holder = statement.speaker if statement else around.article.publisher
    unknown = statement is not None and holder is None
    return Fact(
        id="",
        article=around.article.id,
        kind=reading.kind,
        holder=unnamed(statement, around) if statement is not None and unknown else holder,
        proposition=made,
        evidence=evidence_of(around, clause, statement),
        statement=statement.id if statement else None,
        narrated=True,
        certainty=reading.certainty,
        condition=reading.condition,
        said=statement.said if statement else around.article.published.interval,
        publisher=around.article.publisher,
        venue=statement.venue if statement else None,
        addressee=statement.addressee if statement else None,
        mentions=terms(list(clause.head.subtree)[:MOST_WORDS], around.words) if made.about else (),
        places=places(clause),
        after=after(clause, around.times, around.words),
        described=described(statement, around) if statement is not None and unknown else "",
        body=statement.body if statement else None,
        named=not unknown,
    )
