"""Findings and reports: what rules yield and what every output format shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Literal, NamedTuple

from consistency.article import Article, Origin
from consistency.errors import Problem
from consistency.ignores import Ignore

Category = Literal[
    "unmet_promise", "failed_prediction", "position_reversal", "self_contradiction", "speaker_dispute",
    "claim_vs_outcome", "words_vs_actions", "timing_conflict", "venue_conflict", "number_conflict", "quote_drift",
    "content_conflict", "tension",
]  # fmt: skip
Severity = Literal["info", "warning", "error"]
Status = Literal["kept", "compromise", "broken", "stalled", "in_the_works", "not_yet_rated"]
SuppressedBy = Literal["comment", "settings", "baseline", "unchanged"]

SEVERITIES: tuple[Severity, ...] = ("info", "warning", "error")


def as_severe(least: str) -> tuple[Severity, ...]:
    """The severities from this one on; none for what is no severity (`none`)."""
    return SEVERITIES[SEVERITIES.index(least) :] if least in SEVERITIES else ()


class Evidence(NamedTuple):
    """A stretch of an article that a finding or a promise rests on.

    `role` is the rule's alias for the fact, `date` when it was said, or else published (ISO, or None). `line` and
    `column` count from 1, the column in code points. `speaker` says it ("" where the text names nobody, and where it is
    `narrated`: the article's own voice), and `topic` is what it is about, as far as that is known.
    """

    article: str
    start: int
    end: int
    text: str
    role: str
    date: str | None
    line: int
    column: int
    speaker: str = ""
    narrated: bool = False
    topic: str = ""


class Told(NamedTuple):
    """One of the facts that a finding rests on, as it is told again.

    `role` is the rule's alias; `told` a clause that says who said or reported what; `when` the day, or first and last
    day, on which it was said (ISO, "" where nothing tells), `dated` how that is known; `text` the words of the article.
    """

    role: str
    kind: str
    holder: str | None
    when: str
    dated: str
    told: str
    article: str
    publisher: str | None
    text: str


class Inference(NamedTuple):
    """One step between the words and the finding: what was read as what, and why.

    `kind` is speaker, reference, time, deadline, matter (what ties the facts together) or relation (what was worked
    out between them, in `words`, with its strength from 0 to 100 in `means`).
    """

    kind: str
    words: str
    means: str
    because: str


class Factor(NamedTuple):
    """A part of the confidence: the parts multiplied, from 0 to 1, are the whole."""

    name: str
    value: float
    because: str


class Explanation(NamedTuple):
    """All that leads to a finding: facts in order of time, rule, inferences, confidence, what would make it wrong."""

    facts: tuple[Told, ...] = ()
    rule: str = ""
    why: str = ""
    inferences: tuple[Inference, ...] = ()
    confidence: tuple[Factor, ...] = ()
    doubts: tuple[str, ...] = ()


class Also(NamedTuple):
    """Another rule that finds the same two sides at odds, in a category that is not as strong."""

    rule: str
    category: Category


@dataclass(frozen=True, slots=True)
class Finding:
    """What does not hold together: the rule's verdict with all the evidence it rests on, the decisive items first.

    `message` is what the rule's author wrote, `sentence` says it in one sentence of prose; `unshown` counts the
    evidence beyond that which is held; `also` are the other rules that find the same.
    """

    rule: str
    category: Category
    severity: Severity
    message: str
    explanation: str
    confidence: float
    evidence: tuple[Evidence, ...]
    because: str = ""
    sentence: str = ""
    unshown: int = 0
    also: tuple[Also, ...] = ()
    explained: Explanation = field(default=Explanation())

    @property
    def in_words(self) -> str:
        """What people are shown: the sentence, or the rule's message where there is none."""
        return self.sentence or self.message

    @property
    def decisive(self) -> tuple[Evidence, ...]:
        """The first evidence of each role; the rest repeats or supports it."""
        first: dict[str, Evidence] = {}
        for evidence in self.evidence:
            first.setdefault(evidence.role, evidence)
        return tuple(first.values())

    @property
    def fingerprint(self) -> str:
        """The same for the same finding when the files are edited elsewhere: the rule, and the articles and words of
        the decisive evidence; no offsets, and nothing of what else repeats them.
        """
        parts = sorted({f"{e.article}\0{' '.join(e.text.split())}" for e in self.decisive})
        return sha256("\0".join([self.rule, *parts]).encode("utf-8", "surrogatepass")).hexdigest()[:16]

    @property
    def id(self) -> str:
        """A short name for the finding, stable across runs."""
        return f"{self.rule}-{self.fingerprint[:8]}"


Event = Literal[
    "made", "repeated", "moved", "condition", "denied", "kept", "broken", "partly", "stalled", "advanced",
]  # fmt: skip


class PromiseStep(NamedTuple):
    """A step in the history of a promise: when it is told (ISO, or None), what, why, and where."""

    date: str | None
    event: Event
    because: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """One promise, however often it is repeated, with its status as of the report's date and what decides it.

    `made_first` and `made_last` are the days on which it was first and last made (ISO, None where not known);
    `deadline_because` tells how the deadline was worked out, `days_overdue` how long it has passed with no outcome or
    a broken promise, `history` what became of it, in the order in which it was told, and `over_time` each
    status that it had, from the day on which that was known.
    """

    holder: str | None
    text: str
    deadline: date | None
    overdue: bool
    status: Status
    because: str
    evidence: tuple[Evidence, ...]
    made_first: str | None = None
    made_last: str | None = None
    deadline_because: str = ""
    days_overdue: int = 0
    history: tuple[PromiseStep, ...] = ()
    over_time: tuple[tuple[date, Status], ...] = ()


class Covered(NamedTuple):
    """What one article yields, in counts; `chars` and `understood` are characters of its body.

    `understood` lie in evidence of a typed fact. `unattributed` are statements for which no speaker was found, `uncued`
    quotations without a reporting word.
    """

    article: str
    statements: int = 0
    unattributed: int = 0
    quotations: int = 0
    uncued: int = 0
    facts: int = 0
    chars: int = 0
    understood: int = 0
    dated: str = "none"


class Coverage(NamedTuple):
    """What was understood of a corpus: its articles, and the promises of which no outcome was found."""

    articles: tuple[Covered, ...] = ()
    promises: int = 0
    without_outcome: int = 0

    @property
    def total(self) -> Covered:
        """The sums over all articles."""
        sums = Covered("")
        for a in self.articles:
            sums = Covered(
                "", sums.statements + a.statements, sums.unattributed + a.unattributed, sums.quotations + a.quotations,
                sums.uncued + a.uncued, sums.facts + a.facts, sums.chars + a.chars, sums.understood + a.understood,
            )  # fmt: skip
        return sums

    @property
    def undated(self) -> tuple[str, ...]:
        """The articles of which no date is known."""
        return tuple(a.article for a in self.articles if a.dated == "none")


class RuleNote(NamedTuple):
    """What reports tell of a rule."""

    id: str
    category: Category
    severity: Severity
    summary: str
    why: str


class Checked(NamedTuple):
    """An article that was checked: where it was read from, and the comments in it that ask to ignore findings."""

    article: str
    origin: Origin
    ignores: tuple[Ignore, ...] = ()


class Suppressed(NamedTuple):
    """A finding that is not counted: who set it aside, why, and where that is written (`path:line`, or a path)."""

    finding: Finding
    by: SuppressedBy
    reason: str
    where: str


@dataclass(frozen=True, slots=True)
class Report:
    """What a check yields: all that the output formats need and nothing about the run (no engine, no clock).

    `checked` are the articles and `rules` the rules that took part, by name. `suppressed` are findings that the user
    had set aside: they are not among `findings`. `compared` says whether there was a baseline to be new against.
    `left_out` counts, by severity, the findings beyond those that are shown.
    `sources` are the articles that findings and promises rest on, by id, for the formats that ask for them.
    `coverage` tells what was not understood.
    """

    as_of: date | None
    articles: int
    facts: int
    findings: tuple[Finding, ...] = ()
    promises: tuple[PromiseRow, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
    checked: tuple[Checked, ...] = ()
    rules: tuple[RuleNote, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    compared: bool = False
    left_out: tuple[tuple[Severity, int], ...] = ()
    sources: tuple[Article, ...] = ()
    coverage: Coverage = field(default=Coverage())
