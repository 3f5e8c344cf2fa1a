"""Events that an article tells of, by verbs or by nouns, each with its day, its place, and what it is an event of."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from consistency.article import Interval
from consistency.extract.clauses import Clause, clauses
from consistency.extract.eventarguments import Arguments, NameAt, arguments_of, first_of
from consistency.extract.eventplaces import place_phrases
from consistency.extract.eventwords import EventWords, event_words
from consistency.extract.evidence import MAX_EVIDENCE
from consistency.extract.propositions import names
from consistency.extract.surroundings import Surroundings
from consistency.facts import Fact, Proposition, Quantity, Statement, TimeExpr
from consistency.spans import Span, strip_span

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

MAX_IN_SENTENCE = 12
"""Events of one sentence; no sentence of prose tells of more."""


@dataclass(frozen=True, slots=True)
class Event:
    """One event that a sentence tells of.

    `trigger` is its verb or noun, `head` the predicate that carries it ("the vote was taken": taken).
    """

    trigger: Token
    head: Token
    name: str
    clause: Clause | None


def events(around: Surroundings) -> Iterator[Fact]:
    """What happened, as facts of kind event: only what is told as having come about, with a day or a place."""
    words = event_words(around.lexicons)
    before: deque[tuple[str, ...]] = deque(maxlen=2)
    for sentence in around.doc.sents:
        context = tuple(sorted({name for part in before for name in part}))
        before.append(names(sentence, around.person_at, around.words.themes.generic))
        inside = [t for t in around.times if sentence.start_char <= t.span.start < sentence.end_char]
        triggers = [t for t in sentence if _class(t, words) and not _in_time(t, inside)][:MAX_IN_SENTENCE]
        if not triggers:
            continue
        by_head = {c.head.i: c for c in clauses(sentence, around.words.predicates)}
        for token in triggers:
            event = _event(token, by_head, words)
            owner = around.owners.of(token)
            if event is None or (owner is not None and not _asserted(owner)):
                continue
            fact = _fact(event, sentence, inside, owner, around, words)
            if fact is not None:
                yield replace(fact, context=context)


def _class(token: Token, words: EventWords) -> str:
    """The class of event that a word names; "present" and "absent" for coming to one or staying away."""
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB":
        found = words.deed(lemma, _particle(token))
        return found or ("first" if lemma in words.gives_first and first_of(token) is not None else "")
    named = token.pos_ == "NOUN" or (token.pos_ == "ADJ" and token.dep_ in ("dobj", "nsubj", "pobj"))
    return words.noun(lemma) if named else ""


def _in_time(token: Token, times: Sequence[TimeExpr]) -> bool:
    """Whether a word only tells a time: "at the end of December"."""
    return any(t.span.start <= token.idx < t.span.end for t in times)


def _particle(token: Token) -> str:
    parts = [c.lower_ for c in token.children if c.dep_ in ("prt", "advmod") and c.i == token.i + 1]
    return parts[0] if parts else ""


def _asserted(s: Statement) -> bool:
    return not s.negated and not s.non_answer and s.force not in ("deny", "doubt", "ask", "demand", "threaten")


def _event(token: Token, by_head: dict[int, Clause], words: EventWords) -> Event | None:
    """The event with the predicate that carries it, where that says that it came about."""
    name = _class(token, words)
    if token.pos_ == "VERB":
        clause = by_head.get(token.i)
        if clause is None and token.dep_ in ("amod", "compound"):
            return None
        head = token
    else:
        head = _carrier(token, words)
        beside = {form for c in token.children for form in (c.lemma_.lower(), c.lower_)}
        if beside & words.unreal or (head == token and beside & {"a", "an"}):
            return None
        clause = by_head.get(head.i)
    if clause is not None and not _came_about(clause, absent=name == "absent"):
        return None
    if clause is not None and name == "present" and not clause.positive:
        name = "absent"
    return Event(token, head, name, clause)


def _came_about(clause: Clause, absent: bool) -> bool:
    if clause.condition != "none" or clause.certainty not in ("certain", "probable") or clause.demand:
        return False
    plain = clause.tense != "future" and not (clause.infinitive and clause.operators)
    return plain and (clause.positive or absent or clause.head.lemma_ in ("attend", "take", "join"))


def _carrier(noun: Token, words: EventWords) -> Token:
    """The light verb whose subject or object a noun is ("the vote was taken", "completed its purchase"), or itself."""
    head = noun.head
    if noun.dep_ in ("nsubj", "nsubjpass", "dobj") and head.pos_ in ("VERB", "AUX"):
        phrase = "_".join([head.lemma_, *[c.lemma_ for c in head.children if c.dep_ == "dobj"][:1]])
        if {head.lemma_, phrase} & words.light:
            return head
    return noun


def _fact(
    event: Event,
    sentence: Sentence,
    times: Sequence[TimeExpr],
    owner: Statement | None,
    around: Surroundings,
    words: EventWords,
) -> Fact | None:
    about, length = _when(event, times, around)
    published = around.article.published.interval
    if about is not None and about.start and published.end and about.start > published.end:
        return None
    tokens = _own(event)
    places = place_phrases(tokens, around.article.text, [t.span for t in around.times])
    coming = event.name in ("present", "absent")
    found = arguments_of(event.trigger, event.head, words, _without_times(around, times), coming=coming)
    if (coming and not found.of_event) or (about is None and not places and length is None and not coming):
        return None
    return Fact(
        id="",
        article=around.article.id,
        kind="event",
        holder=owner.speaker if owner else around.article.publisher,
        proposition=Proposition(
            predicate=event.name,
            subject=found.agents,
            objects=found.things,
            terms=found.modifiers,
            names=names(tokens, around.person_at, around.words.themes.generic),
            state=_state(found),
            tense=event.clause.tense if event.clause else "past",
            about=about,
            quantity=length,
        ),
        evidence=(_evidence(event, sentence, owner, around),),
        statement=owner.id if owner else None,
        narrated=owner is None,
        said=owner.said if owner else published,
        publisher=around.article.publisher,
        places=places,
        mentions=tuple(sorted({words.term(t.lemma_.lower()) for t in sentence if t.pos_ in ("NOUN", "PROPN", "VERB")})),
    )


def _without_times(around: Surroundings, times: Sequence[TimeExpr]) -> NameAt:
    """Who or what a token names: "" where it is part of a time, None where nobody in particular."""

    def name_at(token: Token) -> str | None:
        return "" if _in_time(token, times) else around.person_at(token)

    return name_at


def _state(found: Arguments) -> str:
    """What tells this event from others of its class: that it was the first, or what somebody came to or missed."""
    return found.of_event or ("first" if found.first else "bare" if found.definite and not found.things else "")


def _own(event: Event) -> list[Token]:
    """The tokens under the carrier that hang on no other verb, and the adverbials of what it follows."""
    out: list[Token] = []
    stack = [event.head]
    while stack and len(out) < 80:
        token = stack.pop()
        out.append(token)
        stack += [
            c
            for c in token.children
            if c.dep_ not in ("advcl", "ccomp", "parataxis", "relcl", "conj") or (c.dep_ == "conj" and c.pos_ != "VERB")
        ]
    above = _followed(event)
    if above is not None:
        out += _own_of(above)
    return sorted({t.i: t for t in out}.values(), key=lambda t: t.i)


def _own_of(token: Token) -> list[Token]:
    """The adverbials of a predicate: where and when what it governs happened too."""
    return [t for c in token.children if c.dep_ in ("prep", "npadvmod", "advmod") for t in c.subtree]


def _followed(event: Event) -> Token | None:
    """The predicate when and where of which an event happened too: ", delaying the start", "when she got the first"."""
    head = event.head
    if head.pos_ != "VERB" or head.dep_ not in ("advcl", "relcl"):
        return None
    before = [c for c in head.children if c.i < head.i]
    participle = head.tag_ == "VBG" and head.dep_ == "advcl" and not any(c.dep_ in ("mark", "prep") for c in before)
    if not participle and not any(c.lower_ == "when" for c in before):
        return None
    return next((t for t in head.ancestors if t.pos_ in ("VERB", "AUX")), None)


def _when(event: Event, times: Sequence[TimeExpr], around: Surroundings) -> tuple[Interval | None, Quantity | None]:
    """The day or days of the event, and how long it lasted in days."""
    about: Interval | None = None
    length: Quantity | None = None
    for time in times:
        span = around.doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
        if span is None or not _belongs(span.root, span.start, event):
            continue
        if time.type in ("DATE", "TIME") and time.relation in ("", "on", "in", "at", "during"):
            if about is None and time.interval.start is not None and time.interval.end is not None:
                about = time.interval
        elif time.low is not None and time.high is not None and length is None and _lasting(event):
            length = Quantity(time.low, time.high, "day", "duration", time.span)
    return about, length


def _lasting(event: Event) -> bool:
    """Whether a length of time beside an event is how long it was: "delayed by four hours", "lasted 40 minutes"."""
    return event.name == "delay" or event.head.lemma_ in ("last", "take")


def _belongs(root: Token, start: int, event: Event) -> bool:
    """Whether a time modifies the event: it hangs on it or its carrier, or stands right behind its noun."""
    before = root.doc[start - 1] if start else root
    if before.i and before.pos_ == "ADP" and before.i - 1 == event.trigger.i:
        return event.trigger.head.lower_ not in ("of", "about")  # "was told of the closure in May"
    token = root
    heads = {event.trigger.i, event.head.i}
    above = _followed(event)
    if above is not None:
        heads.add(above.i)
    elif event.head.dep_ in ("ccomp", "pcomp") and event.head.head.lemma_ in ("watch", "see", "witness"):
        heads.add(event.head.head.i)
    for _ in range(8):
        if token.i in heads:
            return True
        if token.pos_ in ("VERB", "AUX") or token.head == token:
            return False
        token = token.head
    return False


def _evidence(event: Event, sentence: Sentence, owner: Statement | None, around: Surroundings) -> Span:
    """The sentence, or what of it is said by somebody; of a long one the clause."""
    whole = strip_span(around.article.text, Span(sentence.start_char, sentence.end_char))
    for c in owner.content if owner else ():
        if c.start <= event.trigger.idx < c.end:
            whole = strip_span(around.article.text, Span(max(c.start, whole.start), min(c.end, whole.end)))
    if whole.end - whole.start <= MAX_EVIDENCE:
        return whole
    if event.clause is not None and event.clause.span.end - event.clause.span.start <= MAX_EVIDENCE:
        return event.clause.span
    start = max(whole.start, event.trigger.idx - MAX_EVIDENCE // 2)
    return strip_span(around.article.text, Span(start, min(whole.end, start + MAX_EVIDENCE)))
