"""How the text tells each fact: the form of its words, the reporting verb, and what pronouns and times stand for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from consistency.article import Interval, Published
from consistency.extract.surroundings import Surroundings
from consistency.facts import Entity, Fact, Form, Proposition, Reference, Statement, Telling
from consistency.intervals import OPEN
from consistency.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

MAX_REFERENCES = 6
GAP = 3
"""Characters at most between a reporting verb and what it governs."""
REACH = 5
"""Words at most between a predicate and what negates it."""
SOURCES = {
    "given": "as was said with it", "header": "by its header", "metadata": "by its metadata",
    "dateline": "by its dateline", "inferred": "by its own evidence", "none": "",
}  # fmt: skip


def with_telling(facts: Iterable[Fact], around: Surroundings, entities: Iterable[Entity]) -> tuple[Fact, ...]:
    """The facts, each with how the text tells it."""
    statements = {s.id: s for s in around.statements}
    persons = frozenset(e.name for e in entities if e.kind == "person")
    return tuple(
        replace(f, telling=_telling(f, statements.get(f.statement or ""), around, persons)) if f.evidence else f
        for f in facts
    )


def _telling(fact: Fact, s: Statement | None, around: Surroundings, persons: frozenset[str]) -> Telling:
    span = fact.evidence[0]
    inside = around.doc.char_span(span.start, span.end, alignment_mode="expand")
    if inside is None or not len(inside):
        return Telling()
    verb = _verb(s, around)
    return Telling(
        form=_form(span, inside, s),
        verb=verb.text if verb is not None and _is_past(verb) else "",
        lemma=s.lemma if s else "",
        source=_words(s.source, around) if s else "",
        person=fact.holder in persons,
        small=_small(inside),
        words=_predicate(inside, fact.proposition, around.words.predicates.negators),
        main=_is_main(inside, fact.proposition.predicate),
        negated=bool(s and s.negated),
        references=tuple(_references(fact, s, inside, around))[:MAX_REFERENCES],
    )


def _form(span: Span, inside: Words, s: Statement | None) -> Form:
    if s is None:
        return ""
    if any(q.start <= span.start + 1 and span.end - 2 <= q.end for q in s.quoted):
        return "quoted"
    if any(c.start <= span.start < c.end for c in s.cue):
        return "cue"
    first = inside[0]
    if first.lower_ == "that" and first.dep_ == "mark":
        return "that"
    if _finite(inside):
        return "clause"
    governed = any(0 <= span.start - c.end <= GAP for c in s.cue)
    if first.tag_ == "TO" or (first.dep_ == "neg" and len(inside) > 1 and inside[1].tag_ == "TO"):
        return "infinitive" if governed else ""
    return "phrase" if governed else ""


def _finite(inside: Words) -> bool:
    """Whether the words are a whole clause: a finite verb with its subject, and no word that ties it to one before."""
    root = inside.root
    parts = {root, *root.children}
    finite = any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in parts if t.dep_ in ("aux", "auxpass") or t == root)
    subject = any(t.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") and t.i >= inside.start for t in root.children)
    return finite and subject and inside[0].dep_ not in ("cc", "mark", "advmod", "punct")


def _verb(s: Statement | None, around: Surroundings) -> Token | None:
    if s is None or not s.cue:
        return None
    cue = around.doc.char_span(s.cue[0].start, s.cue[0].end, alignment_mode="expand")
    return next((t for t in cue if t.pos_ == "VERB"), None) if cue is not None else None


def _is_past(verb: Token) -> bool:
    """Whether its form can stand as the past tense: "said", or "suggested" of "had suggested"."""
    passive = any(t.dep_ == "auxpass" for t in verb.children)
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and verb.lower_.endswith("ed") and not passive)


def _is_main(inside: Words, predicate: str) -> bool:
    """Whether the predicate is the main one of the words, or one beside it: not one in a clause further down."""
    head = _head(inside, predicate)
    while head is not None and head != inside.root and head.dep_ in ("conj", "xcomp", "acomp", "attr", "dobj"):
        head = head.head
    return head == inside.root


def _words(spans: Iterable[Span], around: Surroundings) -> str:
    return " ".join(" ".join(s.of(around.article.text) for s in spans).split())


def _small(inside: Words) -> bool:
    first = next((t for t in inside if t.is_alpha), None)
    if first is None or not first.is_title or first.pos_ == "PROPN" or first.ent_type_ or first.lower_ == "i":
        return False
    return first.is_lower or first.pos_ in ("DET", "PRON", "ADP", "SCONJ", "ADV", "AUX", "PART", "CCONJ")


def _predicate(inside: Words, made: Proposition, negators: frozenset[str]) -> str:
    """The words of the predicate with its auxiliaries and what negates it ("produced no"), or ""."""
    token = _head(inside, made.predicate)
    if token is None:
        return ""
    near = [t for t in inside if t != token and abs(t.i - token.i) <= REACH]
    kept = [t for t in near if t.head == token and t.dep_ in ("aux", "auxpass", "neg", "prt")]
    if not made.positive and not any(t.dep_ == "neg" for t in kept):
        negator = next((t for t in near if t.lower_ in negators), None)
        if negator is None:
            return ""
        after = negator.i > token.i  # "produced no breakthrough": with what it negates
        kept = [negator, *([inside.doc[negator.i + 1]] if after and negator.i + 1 < inside.end else [])]
    return _together(sorted({token, *kept}, key=lambda t: t.i))


def _head(inside: Words, predicate: str) -> Token | None:
    return next((t for t in inside if t.lemma_.lower() == predicate), None)


def _together(tokens: Sequence[Token]) -> str:
    """The words with what stands between them; "" where that is much, or punctuation."""
    words = tokens[0].doc[tokens[0].i : tokens[-1].i + 1]
    return "" if len(words) > REACH + 2 or any(t.is_punct for t in words) else str(words.text)


def _references(fact: Fact, s: Statement | None, inside: Words, around: Surroundings) -> Iterator[Reference]:
    yield from _speaker(fact, s, around)
    yield from _persons(inside, around)
    yield from _times(fact, s, around)


def _speaker(fact: Fact, s: Statement | None, around: Surroundings) -> Iterator[Reference]:
    if s is None or s.speaker is None or fact.holder != s.speaker:
        return
    said = _words(s.source, around)
    if not said:
        yield Reference("", s.speaker, "nobody is named beside these words; they go on from whoever spoke before")
    elif said.lower() not in ("i", "we") and not _names(said, s.speaker):
        source = around.doc.char_span(s.source[0].start, s.source[0].end, alignment_mode="expand")
        yield Reference(said, s.speaker, _how(source is not None and source.root.pos_ == "PRON"))


def _persons(inside: Words, around: Surroundings) -> Iterator[Reference]:
    told: set[str] = set()
    for token in inside:
        words = token.text if token.pos_ == "PRON" else _described(token)
        name = around.person_at(token) if words and token.lower_ not in ("i", "we", "me", "us", "my", "our") else None
        if name and words and not _names(words, name) and words.lower() not in told:
            told.add(words.lower())
            yield Reference(words, name, _how(token.pos_ == "PRON"))


def _described(token: Token) -> str:
    """ "The company", "its chief": a common noun with what determines it."""
    if token.pos_ != "NOUN":
        return ""
    first = next((t for t in token.children if t.dep_ in ("det", "poss") and t.i < token.i), None)
    return token.doc[first.i : token.i + 1].text if first is not None and token.i - first.i <= GAP else ""


def _names(words: str, name: str) -> bool:
    """Whether the words themselves name it."""
    return bool({w.strip(".,’'").lower() for w in words.split()} & {w.lower() for w in name.split() if w[:1].isupper()})


def _how(pronoun: bool) -> str:
    if pronoun:
        return "the pronoun stands for whom the text spoke of before"
    return "the text uses this description for the one it named"


def _times(fact: Fact, s: Statement | None, around: Surroundings) -> Iterator[Reference]:
    published = around.article.published
    text = around.article.text
    if s is not None and fact.said not in (None, OPEN, published.interval) and s.cue:
        near = [t for t in around.times if t.interval == fact.said and not any(c.overlaps(t.span) for c in s.content)]
        best = min(near, key=lambda t: abs(t.span.start - s.cue[0].start), default=None)
        if best is not None and fact.said is not None:
            yield Reference(best.span.of(text), days(fact.said), _counted(published))
    about = fact.proposition.about
    for t in around.times:
        if about is not None and t.interval == about and fact.evidence[0].contains(t.span) and about != OPEN:
            yield Reference(t.span.of(text), days(about), _counted(published))
            return


def days(interval: Interval) -> str:
    """An interval in ISO days: "2025-05-19", "2025-05-12 to 2025-05-18", "up to 2025-01-20"."""
    start, end = interval
    if start == end:
        return str(start)
    if start is None or end is None:
        return f"up to {end}" if start is None else f"from {start} on"
    return f"{start} to {end}"


def _counted(published: Published) -> str:
    if published.interval == OPEN:
        return "counted from what the text itself dates"
    how = SOURCES[published.basis]
    return f"seen from the article's own date, {days(published.interval)}" + (f" ({how})" if how else "")
