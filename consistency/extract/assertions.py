"""The facts of an article: every clause, in a statement or in the article's own voice, typed and normalised."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from consistency.article import Article, Interval
from consistency.extract import kinds
from consistency.extract.bare import bare
from consistency.extract.circumstances import after, places
from consistency.extract.clauses import Clause, clauses
from consistency.extract.counters import counter, phrase_start
from consistency.extract.events import events
from consistency.extract.owners import Owners
from consistency.extract.propositions import Lexica, PersonAt, names, proposition, terms
from consistency.extract.quantities import quantities
from consistency.extract.recalls import Recalling, shown_whole
from consistency.extract.replies import denied, no_such, refers_back
from consistency.extract.retrospects import Retrospects, marked, retrospect
from consistency.extract.senses import senses, things
from consistency.extract.tellings import tellings
from consistency.extract.undertakings import Speaker, Told, idle, in_hand, refused, told, undertakings
from consistency.extract.words import Predicates, Topics, Units
from consistency.facts import Fact, Proposition, Quantity, Statement, TimeExpr
from consistency.spans import Span, strip_span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Sentence

Deadline = Callable[[Sequence[Span], Interval | None], tuple[date | None, str]]
LIMITS = ("by ", "before ", "until ", "till ", "within ", "through ", "than ", "end of ", "office", "term")
MIN_QUOTE_WORDS = 3
MAX_EVIDENCE = 390
"""Evidence is a clause or a sentence; longer ones are cut at a word."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What typing the clauses of one article needs."""

    article: Article
    doc: Doc
    words: Lexica
    units: Units
    topics: Topics
    statements: tuple[Statement, ...]
    times: tuple[TimeExpr, ...]
    person_at: PersonAt
    deadline: Deadline
    bodies: frozenset[str] = frozenset()
    offices: Mapping[str, frozenset[str]] = field(default_factory=dict)
    lexicons: tuple[Path, ...] = ()
    retrospects: Retrospects | None = None


def facts_of(around: Surroundings) -> tuple[Fact, ...]:
    """The facts of an article in the order of their evidence, with ids `<article>#f<n>`."""
    found = [*_quotes(around), *_non_answers(around), *_clause_facts(around)]
    found += _bare_facts(around, {f.statement for f in found if f.kind not in ("quote", "non_answer")})
    found.sort(key=lambda f: (f.evidence[0].start, f.evidence[0].end, f.kind))
    found += [*_replies(around, found), *events(around), *tellings(around)]
    found.sort(key=lambda f: (f.evidence[0].start, f.evidence[0].end, f.kind))
    return tuple(replace(f, id=f"{around.article.id}#f{n}") for n, f in enumerate(found, 1))


def _clause_facts(around: Surroundings) -> Iterator[Fact]:
    denying = _denying(around.statements)
    denied_here = {s.id for s in around.statements if _inside(s, denying)}
    owners = Owners(around.statements, around.doc, around.words.predicates)
    context: deque[tuple[str, ...]] = deque(maxlen=3)
    recalling = Recalling(around.words, around.person_at, around.times, around.lexicons)
    for sentence in around.doc.sents:
        context.append(names(sentence, around.person_at, around.words.themes.generic))
        before = tuple(sorted({name for part in context for name in part}))
        known: list[tuple[Clause, Proposition]] = []
        found = [c for c in clauses(sentence, around.words.predicates) if not owners.is_cue(c.head)]
        figures = _quantities(around, sentence, found)
        recalled = recalling.of(sentence, [c.head for c in found], owners)
        for clause in found:
            statement = owners.of(clause.head)
            if statement is not None and statement.id in denied_here:
                continue
            disowned = statement is not None and statement.negated and statement.force not in ("think", "deny")
            if disowned and not (statement and _never_said(statement, around)):
                continue  # "did not say that ..." asserts nothing
            made = proposition(clause, around.words, around.person_at)
            made = replace(made, things=things(clause, around.words, around.person_at))
            if not clause.infinitive or (statement is not None and statement.force in ("promise", "oppose", "deny")):
                made = replace(made, senses=senses(clause, around.words, around.person_at))
            if _elliptical(clause):
                completed = _completed(clause, known)
                if completed is None:
                    continue
                made = completed
            known.append((clause, made))
            made = _with_state(_with_time(made, clause, around), around.topics, around.words.predicates)
            against, hangs = recalled.get(clause.head.i), clause.head.dep_ != "ROOT"
            for fact in _facts(around, clause, made, statement, figures.get(clause.head.i, ())):
                if " " not in fact.evidence[0].of(around.article.text):
                    continue  # a single word shows nothing
                told = _retrospect(clause, statement, fact, around)
                yield replace(
                    fact,
                    context=before,
                    disowned=disowned,
                    kind="denial" if disowned else fact.kind,
                    retrospect=told,
                    recall=against if fact.kind != "quantity" else None,
                    evidence=shown_whole(fact, sentence, MAX_EVIDENCE) if against and hangs else fact.evidence,
                    mentions=tuple(t.lemma_.lower() for t in list(clause.head.subtree)[:80]) if told else fact.mentions,
                )


def _retrospect(clause: Clause, statement: Statement | None, fact: Fact, around: Surroundings) -> str:
    """What the speaker says of their own past words: in this clause, or by the word that introduces it."""
    if around.retrospects is None or statement is None or fact.kind in ("quantity", "outcome"):
        return ""
    if fact.own and (found := retrospect(clause, around.retrospects)):
        return found
    if statement.within is None or not statement.cue:
        return ""
    cue = around.doc.char_span(*statement.cue[0], alignment_mode="expand")
    if cue is None or marked(cue.root, around.retrospects) != "always":
        return ""
    kind = around.retrospects.kind((statement.lemma.replace(" ", "_"),))
    return f"always {kind}" if kind else ""


def _never_said(statement: Statement, around: Surroundings) -> bool:
    """ "I never said that ...": somebody speaks of what they themselves said, and not of one occasion."""
    return (
        "never" in " ".join(c.of(around.article.text) for c in statement.cue).lower() and statement.within is not None
    )


def _inside(s: Statement, statements: Sequence[Statement]) -> bool:
    """Whether it is only told inside the content of one of the statements."""
    return any(
        outer is not s and any(o.contains(c) and o != c for o in outer.content for c in (*s.cue, *s.content)[:1])
        for outer in statements
    )


def _denying(statements: Sequence[Statement]) -> list[Statement]:
    """The statements that assert nothing of what they contain."""
    return [s for s in statements if s.force in ("deny", "doubt", "ask") or s.negated or s.non_answer]


def _bare_facts(around: Surroundings, typed: set[str | None]) -> Iterator[Fact]:
    """The facts of statements about a noun phrase."""
    denying = _denying(around.statements)
    for s in around.statements:
        if s.id in typed or s.non_answer or not s.content or s.negated or _inside(s, denying):
            continue
        made = bare(s, around.doc, around.words, around.person_at, undertakings(around.lexicons))
        if made is not None:
            fact = _plain(around, s, "quote", _with_cue(s), "")
            whole = _to_the_end(s, around)
            last, because = _limit(around.deadline((whole,), s.said)) if made[0] == "promise" else (None, "")
            yield replace(
                fact, kind=made[0], proposition=made[1], own=made[0] == "promise", deadline=last,
                deadline_because=because,
            )  # fmt: skip


def _to_the_end(s: Statement, around: Surroundings) -> Span:
    """From the reporting word to the end of its sentence, where a day may stand: "promised seed by Christmas"."""
    inside = around.doc.char_span(s.content[0].start, s.content[0].end, alignment_mode="expand")
    return Span(s.content[0].start, inside.sent.end_char) if inside is not None else s.content[0]


def _with_cue(s: Statement) -> Span:
    """From the reporting word to the end of what it governs: "opposed the stadium"."""
    first = s.content[0]
    before = [c for c in s.cue if c.start < first.start <= c.end + 3]
    return Span(before[0].start, first.end) if before else first


def _replies(around: Surroundings, found: Sequence[Fact]) -> list[Fact]:
    """Denials that refer back to what somebody else said before."""
    made = []
    for s in around.statements:
        if s.force == "deny" and s.cue and s.content and refers_back(around.doc, s.content):
            where = Span(min(c.start for c in s.cue), max(c.end for c in s.content))
        elif (place := _no_such(around, s)) is not None:
            where = place
        else:
            continue
        if where.start < where.end:
            fact = denied(s, [f for f in found if f.evidence[0].start < where.start], where)
            made += [fact] if fact else []
    return made


def _no_such(around: Surroundings, s: Statement) -> Span | None:
    for c in s.content:
        inside = around.doc.char_span(c.start, c.end, alignment_mode="contract")
        for token in inside if inside is not None else ():
            if token.pos_ == "VERB" and no_such(token):
                return (
                    Span(token.sent.start_char, min(token.sent.end_char, c.end))
                    if token.sent.start_char >= c.start
                    else c
                )
    return None


def _elliptical(clause: Clause) -> bool:
    """ "It could", "they did not": an auxiliary whose verb is left out."""
    bare = not clause.objects and not clause.obliques
    return bare and (
        clause.head.lemma_ == "do" or (clause.head.pos_ == "AUX" and clause.head.lemma_ not in ("be", "have"))
    )


def _completed(clause: Clause, known: Sequence[tuple[Clause, Proposition]]) -> Proposition | None:
    """The left-out predicate is that of the clause before, without its negation."""
    for _, before in reversed(known):
        if before.poles or before.predicate:
            flip = 1 if before.positive == clause.positive else -1
            return replace(
                before,
                positive=clause.positive,
                poles=tuple((name, pole * flip) for name, pole in before.poles),
                senses=tuple(s._replace(side=s.side * flip, negated=s.negated != (flip < 0)) for s in before.senses),
                tense="future",
            )
    return None


def _with_time(made: Proposition, clause: Clause, around: Surroundings) -> Proposition:
    """With the time that modifies the clause's own predicate."""
    for time in around.times:
        if (
            clause.span.contains(time.span)
            and time.type in ("DATE", "TIME")
            and time.interval != Interval(None, None)
            and time.relation not in ("since", "until")
        ):
            inside = around.doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
            if inside is not None and _nearest_predicate(inside.root) == clause.head.i:
                return replace(made, about=time.interval)
    return made


def _with_state(made: Proposition, topics: Topics, predicates: Predicates) -> Proposition:
    plain = predicates.poles(made.predicate)
    if not made.positive or (plain and made.poles and plain[0][0] == made.poles[0][0] and plain[0] != made.poles[0]):
        return made  # denied, or said of the opposite theme: the truce ended
    topic, state = topics.state((made.theme, *made.subject, *made.objects), made.predicate)
    return replace(made, topic=topic, state=state)


def _facts(
    around: Surroundings, clause: Clause, made: Proposition, statement: Statement | None, figures: Sequence[Quantity]
) -> Iterator[Fact]:
    evidence = _evidence(around, clause, statement)
    said: Interval | None
    if statement is None:
        reading = kinds.narrated(clause, around.words.predicates)
        who = refused(clause, around.person_at, undertakings(around.lexicons))
        if who is not None:
            nothing = replace(made, poles=(("exist", -1),), positive=False, tense="future")
            yield _undertaken(around, clause, nothing, Told(who), (None, ""))
            return
        holder, said, own = around.article.publisher, around.article.published.interval, False
        deadline: tuple[date | None, str] = (None, "")
        if reading.kind == "prediction":
            deadline = around.deadline((clause.span,), said)
        if reading.kind == "prediction" or clause.head.dep_ == "acl" or clause.operators[-1:] == ("be",):
            carried = _carried(clause, around)
            if carried is not None:
                deadline = deadline if deadline[0] else around.deadline((clause.span,), said)
                yield _undertaken(around, clause, made, carried, deadline)
                return
    elif _documented(statement, around):
        reading = kinds.narrated(clause, around.words.predicates)
        holder, said, own = statement.speaker, statement.said, False
        deadline = (None, "")
    else:
        own = _is_own(clause, statement, around)
        reading = kinds.attributed(clause, statement.force, own, around.words.predicates)
        if reading.kind == "prediction" and statement.force == "assert" and _in_hand(clause, statement, around):
            reading = reading._replace(kind="promise")
        elif reading.kind == "promise" and statement.force != "promise":
            loose = clause.infinitive or idle(clause, undertakings(around.lexicons))
            reading = reading._replace(kind="prediction") if loose else reading
        holder, said = statement.speaker, statement.said
        deadline = around.deadline(evidence, said) if reading.kind in ("promise", "prediction") else (None, "")
        if reading.kind == "promise":
            evidence = _own_part(clause, evidence)
            deadline = around.deadline(evidence, said)
        if reading.kind == "promise" and deadline[0] is None and evidence[0].end >= clause.span.end:
            deadline = _limit(around.deadline((_tail(clause, evidence[0], around),), said))
        if reading.kind == "denial" or (statement.negated and statement.force == "think"):
            made = _denied(made)  # "I don't believe that it will" says that it won't
    fact = Fact(
        id="",
        article=around.article.id,
        kind=reading.kind,
        holder=holder,
        proposition=made,
        evidence=evidence,
        statement=statement.id if statement else None,
        narrated=statement is None or _documented(statement, around),
        own=own,
        certainty=reading.certainty,
        condition=reading.condition,
        deadline=deadline[0],
        deadline_because=deadline[1],
        said=said,
        publisher=around.article.publisher,
        venue=statement.venue if statement else None,
        addressee=statement.addressee if statement else None,
        mentions=terms(list(clause.head.subtree)[:80], around.words) if made.about else (),
        places=places(clause),
        after=after(clause, around.times, around.words),
        described=_described(statement, around) if holder is None else "",
        body=statement.body if statement else None,
    )
    if holder is None and statement is not None:
        fact = replace(fact, holder=_unnamed(statement, around), named=False)
    yield fact
    for quantity in figures:
        shown = _with_figure(fact.evidence[0], quantity.span, statement, phrase_start(around.doc, quantity.span))
        told = replace(fact, kind="quantity", proposition=replace(made, quantity=quantity), evidence=(shown,))
        by = counter(around.doc, quantity.span, around.units, around.person_at)
        if by is not None and (by.who or not quantity.of):
            told = replace(told, proposition=replace(told.proposition, predicate=by.verb, subject=(by.who,)))
        yield replace(told, mentions=terms(list(clause.head.sent)[:80], around.words))


def _between_semicolons(clause: Clause, shown: tuple[Span, ...], around: Surroundings) -> tuple[Span, ...]:
    """What stands between two semicolons around the clause's own verb."""
    text, at = around.article.text, clause.head.idx
    start = max(shown[0].start, text.rfind(";", shown[0].start, at) + 1)
    end = text.find(";", at, shown[0].end)
    return (strip_span(text, Span(start, end if end >= 0 else shown[0].end)),)


def _own_part(clause: Clause, shown: tuple[Span, ...]) -> tuple[Span, ...]:
    """Of several things promised in one breath, what this clause promises: "would pay for water and clean the soil"."""
    top = clause.head
    while top.dep_ in ("xcomp", "ccomp") and top.head.lemma_ in ("have", "get", "see", "continue", "begin", "start"):
        top = top.head
    beside = [c for c in top.head.children if c.dep_ == top.dep_ == "ccomp" and c.pos_ in ("VERB", "AUX")]
    after = [c for c in top.children if c.dep_ == "conj" and c.pos_ in ("VERB", "AUX") and c.i > top.i]
    after += [c for c in beside if c.i > top.i]
    later = top.dep_ == "conj" or any(c.i < top.i for c in beside)
    if not later and not after:
        return shown
    start = max(shown[0].start, clause.span.start if later else shown[0].start)
    end = min(shown[0].end, clause.span.end)
    if after:
        before = after[0].left_edge.nbor(-1) if after[0].left_edge.i else after[0]
        end = min(end, before.idx if before.dep_ in ("cc", "punct") else after[0].left_edge.idx)
    return (Span(start, end),) if end - start > 12 else shown


def _limit(deadline: tuple[date | None, str]) -> tuple[date | None, str]:
    """A deadline from what stands beside a promise: only a limit is one, not the day on which it was made."""
    said = deadline[1].lower()
    return deadline if any(word in said for word in LIMITS) else (None, "")


def _tail(clause: Clause, shown: Span, around: Surroundings) -> Span:
    """What is shown and the rest of its sentence, up to what tells who said it."""
    end = clause.head.sent.end_char
    told = [x.start for s in around.statements for x in (*s.cue, *s.source) if shown.end <= x.start < end]
    return Span(shown.start, min(told, default=end)) if shown.start < end else shown


def _in_hand(clause: Clause, statement: Statement, around: Surroundings) -> bool:
    source = " ".join(s.of(around.article.text) for s in statement.source).partition(",")[0]
    speaker = Speaker(statement.speaker, source, around.offices, around.words.predicates.offices)
    dated = any(clause.span.contains(t.span) and t.interval.end is not None for t in around.times)
    return in_hand(clause, speaker, dated=dated, person_at=around.person_at, words=undertakings(around.lexicons))


def _carried(clause: Clause, around: Surroundings) -> Told | None:
    """Who undertakes what the article tells in its own voice."""
    found = told(clause, around.statements, around.person_at, undertakings(around.lexicons))
    return found if found and (found.statement is None or _in_hand(clause, found.statement, around)) else None


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
        evidence=_own_part(clause, _between_semicolons(clause, _evidence(around, clause, None), around)),
        certainty="probable",
        deadline=deadline[0],
        deadline_because=deadline[1],
        said=before.said if before else around.article.published.interval,
        publisher=around.article.publisher,
        named=carried.holder is not None,
    )


def _documented(statement: Statement, around: Surroundings) -> bool:
    """Whether the source is a document or data, which shows what is so: "figures show", "according to the minutes"."""
    if len(statement.source) != 1 or statement.mode == "direct" or statement.force not in ("assert", "think"):
        return False
    source = around.doc.char_span(statement.source[0].start, statement.source[0].end, alignment_mode="contract")
    return source is not None and len(source) > 0 and source.root.lemma_.lower() in around.words.predicates.documents


def _with_figure(evidence: Span, figure: Span, statement: Statement | None, start: int) -> Span:
    """The evidence widened so that the figure itself is shown, with its statement's content where it stands in one."""
    whole = next((c for c in statement.content if c.contains(figure)), None) if statement else None
    if whole is not None and whole.end - whole.start <= MAX_EVIDENCE:
        return whole
    wide = Span(min(evidence.start, start), max(evidence.end, figure.end))
    return wide if wide.end - wide.start <= MAX_EVIDENCE else figure


def _denied(made: Proposition) -> Proposition:
    """A denial asserts the opposite of what is denied."""
    return replace(
        made,
        positive=not made.positive,
        poles=tuple((n, -p) for n, p in made.poles),
        senses=tuple(s._replace(side=-s.side, negated=not s.negated) for s in made.senses),
        state="",
    )


def _is_own(clause: Clause, statement: Statement, around: Surroundings) -> bool:
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


def _described(statement: Statement | None, around: Surroundings) -> str:
    """How a source without a name is called: "finance minister"; "" where it is more than an office."""
    words = statement.source[0].of(around.article.text).lower().split() if statement and statement.source else []
    kept = [w for w in words if w not in ("the", "a", "an")]
    return " ".join(kept) if words[:1] == ["the"] and 1 <= len(kept) <= 4 else ""


def _unnamed(statement: Statement, around: Surroundings) -> str | None:
    """A source without a name under its own words: "a spokeswoman for the bank", "villagers"; None for pronouns."""
    source = statement.source[0] if len(statement.source) == 1 else Span(0, 0)
    inside = around.doc.char_span(source.start, source.end, alignment_mode="contract")
    if inside is None or not len(inside) or len(inside) > 8 or inside.root.pos_ not in ("NOUN", "PROPN"):
        return None
    words = inside.text.rstrip(",;:").split()
    return " ".join([words[0][:1].lower() + words[0][1:] if inside[0].pos_ != "PROPN" else words[0], *words[1:]])


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


def _evidence(around: Surroundings, clause: Clause, statement: Statement | None) -> tuple[Span, ...]:
    """The clause; in a statement as far as it lies in the content, and the whole content where that is one sentence."""
    text = around.article.text
    span = clause.span
    if statement is not None:
        inside = [c for c in statement.content if c.overlaps(span)]
        if inside:
            whole = inside[0]
            span = Span(max(span.start, whole.start), min(span.end, whole.end))
            if whole.end - whole.start <= 200:
                span = whole
    if statement is not None and (statement.force == "deny" or statement.negated):
        before = [c for c in statement.cue if c.end <= span.start <= c.end + 3]
        span = Span(before[0].start, span.end) if before else span  # a denial is shown with its "denied"
    span = strip_span(text, span)
    if span.end - span.start > MAX_EVIDENCE:
        cut = text.rfind(" ", span.start, span.start + MAX_EVIDENCE)
        span = Span(span.start, cut if cut > span.start else span.start + MAX_EVIDENCE)
    return (span,)


def _quantities(around: Surroundings, sentence: Sentence, found: Sequence[Clause]) -> dict[int, list[Quantity]]:
    """The figures of a sentence by the index of the predicate that they belong to; others go to the last one."""
    if not found or not any(t.like_num or t.text[:1] in "$€£¥" for t in sentence):
        return {}
    heads = {c.head.i for c in found}
    out: dict[int, list[Quantity]] = {}
    for quantity, noun in quantities(around.doc, sentence.start, sentence.end, around.units):
        head = _nearest_predicate(noun)
        below = [c.head.i for c in found if head in {t.i for t in c.head.ancestors}]
        out.setdefault(head if head in heads else (below or [found[-1].head.i])[0], []).append(quantity)
    return out


def _nearest_predicate(noun: Token) -> int:
    token = noun
    while token.head != token:
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass"):
            return token.i
        token = token.head
    return token.i


def _quotes(around: Surroundings) -> Iterator[Fact]:
    """The quotations of some words, each by the outermost statement that quotes it itself."""
    outer = [span for s in around.statements if s.within is None for span in s.quoted]
    for s in around.statements:
        for span in s.quoted:
            if s.within is not None and any(o.contains(span) for o in outer):
                continue
            words = span.of(around.article.text).split()
            if len(words) >= MIN_QUOTE_WORDS and span.end - span.start <= 2000:
                yield _plain(around, s, "quote", span, " ".join(words))


def _non_answers(around: Surroundings) -> Iterator[Fact]:
    for s in around.statements:
        if s.non_answer and s.content:
            yield _plain(around, s, "non_answer", s.content[0], "")


def _said_before(s: Statement, text: str) -> bool:
    """ "Had told families": before what the article reports."""
    return any(c.of(text).lower().startswith("had ") for c in s.cue[:1])


def _plain(around: Surroundings, s: Statement, kind: str, span: Span, quote: str) -> Fact:
    text = around.article.text
    if span.end - span.start > MAX_EVIDENCE:
        cut = text.rfind(" ", span.start, span.start + MAX_EVIDENCE)
        span = Span(span.start, cut if cut > span.start else span.start + MAX_EVIDENCE)
    return Fact(
        id="",
        article=around.article.id,
        kind="quote" if kind == "quote" else "non_answer",
        holder=s.speaker,
        body=s.body,
        described=_described(s, around) if s.speaker is None else "",
        proposition=Proposition(predicate=s.lemma, tense="past" if _said_before(s, text) else "present"),
        evidence=(strip_span(text, span),),
        statement=s.id,
        said=s.said,
        publisher=around.article.publisher,
        venue=s.venue,
        addressee=s.addressee,
        quote=quote,
    )
