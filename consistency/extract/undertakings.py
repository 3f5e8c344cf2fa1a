"""Undertakings: words about the future whose speaker has it in hand, told from forecasts of what others will do."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from consistency.extract.clauses import Clause
from consistency.extract.propositions import PersonAt
from consistency.lexicons import LexiconModel, load

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

    from consistency.facts import Statement

OWN = {"i", "we"}
OWNERS = {"my", "our", "his", "her", "its", "their"}
EVERYBODY = {"nobody", "everybody", "everyone", "anyone", "anybody", "none", "you", "one"}
ALL = {"no", "every", "all", "each", "any"}


class Undertakings(LexiconModel):
    """undertakings.yaml."""

    nouns: frozenset[str]
    refusals: frozenset[str]
    plans: frozenset[str]
    terms: frozenset[str]
    acts: frozenset[str]
    uncontrolled: frozenset[str]
    ready: frozenset[str]
    forecasters: frozenset[str]
    others: frozenset[str]
    kept: frozenset[str]
    idle: frozenset[str]
    crowd: frozenset[str]


@lru_cache(maxsize=8)
def undertakings(folders: tuple[Path, ...] = ()) -> Undertakings:
    """undertakings.yaml, extended by the user's."""
    return load(Undertakings, "undertakings", folders)


class Speaker:
    """Who says what may be an undertaking: a name, how the source is called, and the words of offices by name.

    `heads` tells by office which bodies its holder speaks for.
    """

    def __init__(
        self,
        name: str | None,
        source: str,
        offices: Mapping[str, frozenset[str]],
        heads: Mapping[str, frozenset[str]],
    ) -> None:
        self.name = name
        self.office = offices.get(name or "", frozenset())
        self.words = {w.removesuffix("'s").removesuffix("’s") for w in source.lower().split()} | self.office
        self.offices = offices
        self.bodies = frozenset(body for office in self.office for body in heads.get(office, ()))


def in_hand(clause: Clause, speaker: Speaker, *, dated: bool, person_at: PersonAt, words: Undertakings) -> bool:
    """Whether a clause about the future, said by this speaker, is what they undertake rather than foretell.

    Its subject is none of the speaker: somebody who is served, a thing that is managed, or something to be done.
    """
    if (
        speaker.words & (words.forecasters | words.crowd)
        or clause.certainty == "possible"
        or clause.head.dep_ in ("relcl", "advcl")
    ):
        return False
    subject = clause.subject[0] if clause.subject else None
    if any(own_act(t, words) for t in (*clause.subject[:1], *clause.objects[:1])):
        return True
    if clause.predicate in words.uncontrolled and not clause.passive:
        return False
    if not clause.positive and any(p == "before" for p, _ in clause.obliques):
        return False  # "would not sail before September" puts off, and promises nothing
    if clause.predicate == "be":
        return _made_ready(clause, dated, words)
    if subject is None or subject.lower_ in OWN:
        return subject is not None or dated or any(c.tag_ == "MD" for c in clause.head.children)
    if _between_others(subject, clause, dated=dated):
        return False
    if clause.passive:
        return True
    return _may_be_served(subject, clause, speaker, person_at, words)


def _between_others(subject: Token, clause: Clause, *, dated: bool) -> bool:
    """What others do among themselves, or by themselves: "talks between the two", "is decided by the court"."""
    told = {preposition for preposition, _ in clause.obliques} | {c.lower_ for c in subject.children}
    return bool(told & {"between", "among"}) or ("by" in told and not dated)


def idle(clause: Clause, words: Undertakings) -> bool:
    """Whether what somebody says of their own future is nothing that they would be held to: "we will find out"."""
    if clause.predicate == "be":
        return not _made_ready(clause, dated=False, words=words) and not clause.passive
    return clause.predicate in words.idle


def own_act(subject: Token, words: Undertakings) -> bool:
    """ "Her first act", "our next step": what the speaker calls a coming deed of their own."""
    return subject.lemma_.lower() in words.acts and any(
        c.dep_ == "poss" and c.lower_ in OWNERS for c in subject.children
    )


def _made_ready(clause: Clause, dated: bool, words: Undertakings) -> bool:
    said = {o.lemma_.lower() for o in clause.objects} | {c.lower_ for c in clause.head.children}
    complements = any(o.pos_ in ("NOUN", "ADJ", "PROPN") for o in clause.objects)
    there = "there" in {c.lower_ for c in clause.head.children}
    return bool(said & words.ready) or (dated and (there or not complements)) or (there and not clause.positive)


def _may_be_served(
    subject: Token,
    clause: Clause,
    speaker: Speaker,
    person_at: PersonAt,
    words: Undertakings,
) -> bool:
    """Whether another's deed can be the speaker's undertaking: one of the speaker's own body, or whom it serves."""
    name = person_at(subject)
    if speaker.name is not None and speaker.name in " ".join(t.text for t in subject.subtree):
        return True
    if name is not None and name != speaker.name:
        kept = clause.predicate in words.kept and subject.lemma_.lower() not in words.others
        employed = speaker.name not in speaker.offices or not speaker.office
        of_theirs = bool(speaker.offices.get(name)) and employed and speaker.name is not None
        return kept or of_theirs or bool({w.lower() for w in name.split()} & speaker.office)
    if subject.pos_ == "PRON" and subject.lower_ not in EVERYBODY:
        return subject.lower_ == "it" or (name is not None and name == speaker.name)
    if subject.lower_ in EVERYBODY or any(c.lower_ in ALL for c in subject.children):
        return True
    if speaker.name is None and "it" in speaker.words:
        return True
    ours = subject.lemma_.lower() in speaker.bodies and any(c.lower_ in ("the", *OWNERS) for c in subject.children)
    return ours or subject.lemma_.lower() not in words.others


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
    if not plain or clause.infinitive or clause.head.dep_ in ("relcl", "advcl", "acl"):
        return None
    subject = clause.subject[0] if clause.subject else None
    plan = subject if subject is not None and subject.lemma_.lower() in words.plans else _under(clause, words)
    if plan is not None and subject is not None:
        return Told(_author(plan, person_at) or person_at(subject))
    if not any(c.lower_ in ("would", "'d", "’d") for c in _with_first(clause.head).children):
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


def _with_first(head: Token) -> Token:
    """The first of coordinated verbs, which has the auxiliaries of all."""
    for _ in range(4):
        if head.dep_ != "conj" or any(c.dep_ in ("nsubj", "nsubjpass", "aux") for c in head.children):
            break
        head = head.head
    return head


def _under(clause: Clause, words: Undertakings) -> Token | None:
    return next((t for p, t in clause.obliques if p == "under" and t.lemma_.lower() in words.terms), None)


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
