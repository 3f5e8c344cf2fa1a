"""The vocabulary between reading and rules: statements, times, quantities, propositions, facts, relations."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from consistency.article import Interval
from consistency.spans import Span

Mode = Literal["direct", "indirect", "mixed", "narrated"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Kind = Literal[
    "promise",
    "prediction",
    "claim",
    "denial",
    "position",
    "demand",
    "outcome",
    "quantity",
    "quote",
    "event",
    "non_answer",
]
Force = Literal[
    "assert",
    "deny",
    "promise",
    "predict",
    "demand",
    "ask",
    "doubt",
    "threaten",
    "support",
    "oppose",
    "decline",
    "think",
]
Certainty = Literal["certain", "probable", "possible", "unknown"]
Condition = Literal["none", "condition", "counterfactual", "question"]
Tense = Literal["past", "present", "future"]


class TimeExpr(NamedTuple):
    """A time expression with its TIMEX3 type and value (TimeML) and the days that it can mean.

    `relation` says how a deadline or a duration ties to the interval: "by" and "before" set a last day, "after" and
    "since" a first one; "" where the expression names the interval itself. `low`/`high` are a duration's bounds in
    days (a vague one has wide bounds; None where open).
    """

    span: Span
    type: TimeType
    value: str
    interval: Interval
    relation: str = ""
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """An attribution: who (source) said (cue) what (content). All spans are into the article's text.

    `speaker` is the canonical name that the source was resolved to, None where it could not be; `body` what it speaks
    for ("a spokesman for Plumeria", "the club's manager"; a body speaks for itself), None where that is unknown.
    `lemma` is the cue's lemma and `force` its class in the lexicon of reporting words. `within` is the id of the
    statement that encloses this one. `quoted` are the stretches of the content that stand in quotation marks, without
    the marks. A narrated statement is the article's own voice and has neither source nor cue.
    """

    id: str
    article: str
    mode: Mode
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    speaker: str | None = None
    lemma: str = ""
    force: Force = "assert"
    quoted: tuple[Span, ...] = ()
    said: Interval | None = None
    venue: str | None = None
    addressee: str | None = None
    within: str | None = None
    non_answer: bool = False
    negated: bool = False
    body: str | None = None


class Scope(NamedTuple):
    """Which one thing a figure is of: the size of a thing ("a $5m grant"), or how much was done ("sold 60 tonnes").

    `deed` is the class of what was done, "" for a size; `thing` what has the size or what it was done to; `stage` how
    far it is: size, done, growing, due, level (of what rises and falls), part (one of several figures). `words` are
    the words and names that tell it, `modifiers` those that tell it from others of its kind. `inner` marks a deed told
    inside a noun phrase ("the gold sold that autumn"), whose time is not that of the clause.
    """

    deed: str
    thing: str
    stage: str
    words: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    inner: bool = False


class Quantity(NamedTuple):
    """A number with bounds: what is counted lies between `low` and `high` (equal for an exact figure).

    `unit` is the canonical unit ("percent", "euro", "seat", "" for a bare count); `of` the lemma of what is counted;
    `total` what it is a part of ("63 of the 120 seats"); `scope` which one thing it is of, where that is told.
    """

    low: float
    high: float
    unit: str
    of: str
    span: Span
    total: float | None = None
    scope: Scope | None = None


class Offset(NamedTuple):
    """How long after another event something happened ("days after the call"): bounds in days, the event's terms."""

    low: float
    high: float
    anchor: str
    terms: tuple[str, ...]
    span: Span


Form = Literal["quoted", "that", "clause", "infinitive", "phrase", "cue", ""]
"""How the evidence of a fact stands in its sentence: in quotation marks; a clause with or without "that"; after "to";
a phrase that the reporting verb governs; from the reporting verb itself on; "" for everything else."""


class Reference(NamedTuple):
    """Words of the text that stand for something else ("he", "last week"), what that is, and how that is known."""

    words: str
    means: str
    because: str


class Telling(NamedTuple):
    """How the text tells a fact, for those who tell it again.

    `verb` is the reporting verb as it stands there where it is in the past tense, `lemma` its lemma in any case;
    `source` the words for who says it, `person` whether that is a person. `small` is whether the first word of the
    evidence can begin with a small letter. `words` are those of the predicate ("did not open"), `main` is whether it
    is the main one of the evidence. `negated` marks "did not think that".
    """

    form: Form = ""
    verb: str = ""
    lemma: str = ""
    source: str = ""
    person: bool = False
    small: bool = False
    words: str = ""
    main: bool = False
    negated: bool = False
    references: tuple[Reference, ...] = ()


class Recall(NamedTuple):
    """An earlier saying that a clause is set against by who tells it: "abandoning a pledge", "although he promised".

    `sorts` are what it may have been (promise, target, forecast, claim, refusal), `kinds` the kinds of fact, `holder`
    whose it was where that is told, `via` the sort of cue, `measure` "time" or "number" where both are compared by one.
    `words` are the words and names of the sentence, `near` those of the sentences before it, `late` by how many days,
    at least and at most, it is said to be late.
    """

    sorts: tuple[str, ...]
    kinds: tuple[str, ...]
    holder: str | None
    via: str
    span: Span
    measure: str = ""
    words: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    late: tuple[float, float] | None = None


class Sense(NamedTuple):
    """Which side of a question a word takes: `side` +1, -1, or 0 for neither ("frozen" says neither up nor down).

    `word` is the word or phrase that says it, `negated` whether the side is that of its negation. `affected` and
    `doers` are the words and names of what is acted on and of who acts; `universal` marks what is denied of everybody.
    """

    question: str
    side: int
    word: str
    negated: bool = False
    affected: tuple[str, ...] = ()
    doers: tuple[str, ...] = ()
    universal: bool = False


class Deed(NamedTuple):
    """What is told or denied to have been done: the family of deeds, the word for it, who did it and to whom or what.

    `denied` is whether it is denied; `ever` whether of all times ("never"). `every` lists whose part is denied of
    everybody ("doer", "affected", or "deed" where nothing of the kind happened at all). `back` marks a denial that
    points back at what was said just before, `apart` the words that a denial lets through ("apart from two policemen"),
    `setting` those for where and on what occasion. `beside` are the words and names that only modify who and whom,
    `manner` the adverbs and adjectives that narrow it ("no serious injuries"). The speaker is "@" among `doers` and
    `affected` where only a pronoun names them.
    """

    family: str
    word: str
    denied: bool = False
    ever: bool = False
    every: tuple[str, ...] = ()
    doers: tuple[str, ...] = ()
    affected: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    setting: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    manner: tuple[str, ...] = ()
    back: bool = False


@dataclass(frozen=True, slots=True)
class Proposition:
    """What is asserted, apart from who says so: a predicate over participants, with polarity, time and quantity.

    `predicate` is a lemma, `positive` its polarity. `poles` are the classes of predicates that it belongs to, each with
    the pole that is asserted (+1, -1; negation and opposite themes counted in: "no peace" and "the war goes on" point
    the same way). `senses` are the sides that its words take, `things` the words and names of what is acted on or
    concerned. `theme` is what changes state, under the name of its theme group ("war" for peace, ceasefire,
    fighting). `terms` are the lemmas of all content words, `names` the named participants, `theme_names` those that
    tell the theme from others of its kind ("the Halden pact"). `exclusive` marks "only", "just" on the participants.
    `deeds` are the families of deeds that it tells or denies.
    """

    predicate: str
    poles: tuple[tuple[str, int], ...] = ()
    theme: str = ""
    subject: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    positive: bool = True
    exclusive: bool = False
    theme_names: tuple[str, ...] = ()
    topic: str = ""
    state: str = ""
    tense: Tense = "present"
    about: Interval | None = None
    quantity: Quantity | None = None
    senses: tuple[Sense, ...] = ()
    things: tuple[str, ...] = ()
    deeds: tuple[Deed, ...] = ()

    @property
    def cls(self) -> str:
        """The first class of the predicate, "" where no lexicon knows it."""
        return self.poles[0][0] if self.poles else ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A typed, normalised statement: what rules match. `evidence` are the stretches it rests on, decisive one first.

    `holder` is the canonical name of who promises, predicts, claims (the publisher for the article's own voice);
    `own` whether the action that is promised is the holder's. `deadline` is the last day on which a promise is still
    met, `deadline_was` the days that its own words say it was moved from. `said` is when it was said, or else
    published. `cluster` names the utterance or event that several facts share, once the corpus level has aligned them.
    `context` are the names in the sentences just before, `mentions` the content words of the whole clause with all that
    hangs on it, `places` the places where it happened, `after` how long after another event. `disowned` marks what the
    holder denies ever having said ("I never said that he could go"): the proposition is the one that is denied to have
    been said. `described` is how a holder without a name is called ("finance minister"), for others may name the holder
    of that office; `named` is False where the holder is only described ("villagers", "an official"). `telling`: how it
    is told. `retrospect` is what holders say of their own past words or stances: "never promise", "always oppose".
    `cues` are what it says of how a promise fares: kept, broken, overdue, stalled, partly, advances; "promise" where it
    speaks of a promise as one. `body` is what the holder speaks for, itself where it is a body: those of one body are
    one side. `recall` is an earlier saying that it is set against.
    """

    id: str
    article: str
    kind: Kind
    holder: str | None
    proposition: Proposition
    evidence: tuple[Span, ...]
    statement: str | None = None
    narrated: bool = False
    own: bool = False
    certainty: Certainty = "certain"
    condition: Condition = "none"
    deadline: date | None = None
    deadline_because: str = ""
    deadline_was: tuple[date, ...] = ()
    said: Interval | None = None
    publisher: str | None = None
    venue: str | None = None
    addressee: str | None = None
    quote: str = ""
    cluster: str = ""
    context: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    after: Offset | None = None
    disowned: bool = False
    described: str = ""
    named: bool = True
    body: str | None = None
    telling: Telling = field(default=Telling())
    retrospect: str = ""
    cues: tuple[str, ...] = ()
    recall: Recall | None = None


class Relation(NamedTuple):
    """Something that was worked out between two facts and that rules join on, such as `excludes`.

    `strength` runs from 0 to 100: how sure the link is. `because` is a clause that completes "these cannot both hold
    because ...". A relation is directed from `left` to `right`; symmetric ones are given both ways.
    """

    name: str
    left: str
    right: str
    via: str
    strength: int
    because: str


class Entity(NamedTuple):
    """A canonical person, organisation or place with the names that the corpus uses for it."""

    name: str
    kind: Literal["person", "organisation", "place", "group", "document"]
    aliases: tuple[str, ...] = ()


class DateConflict(NamedTuple):
    """Stretches of an article about its days that cannot all be right, and why."""

    spans: tuple[Span, ...]
    because: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything that one article yields: a pure function of the article and the lexicons.

    `in_office` are the persons whose taking office it reports, with the day, from which others may count; `offices` the
    persons by what they are called beside their names ("finance minister"), `bodies` the persons with what they speak
    for; `conflicts` are where its own days contradict each other.
    """

    article: str
    statements: tuple[Statement, ...] = ()
    times: tuple[TimeExpr, ...] = ()
    facts: tuple[Fact, ...] = ()
    entities: tuple[Entity, ...] = ()
    in_office: tuple[tuple[str, date], ...] = ()
    offices: tuple[tuple[str, str], ...] = ()
    bodies: tuple[tuple[str, str], ...] = ()
    conflicts: tuple[DateConflict, ...] = ()
