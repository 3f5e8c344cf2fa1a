"""Undertakings: words about the future whose speaker has it in hand, told from forecasts of what others will do."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from consistency.extract.clauses import Clause
from consistency.extract.propositions import PersonAt
from consistency.lexicons import LexiconModel, load

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Token

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
    scheduled: frozenset[str]
    endless: frozenset[str]


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
    if others_say(clause, speaker, words):
        return False
    subject = clause.subject[0] if clause.subject else None
    if subject is not None and not clause.positive and "intend" in clause.operators:
        return subject.lower_ not in EVERYBODY and subject.lemma_.lower() not in words.crowd
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


def others_say(clause: Clause, speaker: Speaker, words: Undertakings) -> bool:
    """Whether it is said by those who only foretell, or said as what may be or beside what is said."""
    beside = clause.certainty == "possible" or clause.head.dep_ in ("relcl", "advcl")
    return beside or bool(speaker.words & (words.forecasters | words.crowd))


def _between_others(subject: Token, clause: Clause, *, dated: bool) -> bool:
    """What others do among themselves, or by themselves: "talks between the two", "is decided by the court"."""
    beside = {c.lower_ for c in subject.children}
    told = {preposition for preposition, _ in clause.obliques}
    doers = "by" in beside or (clause.passive and "by" in told)
    return bool((told | beside) & {"between", "among"}) or (doers and not dated)


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
