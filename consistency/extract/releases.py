"""What a release or a speech promises: the narrator is the publisher or the speaker, and its own plans are promises."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from consistency.article import Interval
from consistency.extract.clauses import Clause, clauses
from consistency.extract.commissives import Commissives
from consistency.extract.commitments import Setting, commits, introduces, opens_as_deed
from consistency.extract.evidence import shortened
from consistency.extract.listings import Item, items
from consistency.extract.propositions import names, terms
from consistency.extract.quotations import MARKS
from consistency.extract.sides import Side, sides
from consistency.extract.surroundings import Surroundings
from consistency.facts import Entity, Fact, Proposition, Statement
from consistency.spans import Span, strip_span

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence

_NEAR = 4
"""Characters that may stand between where an item begins and its first word, or its mark."""
SPEAKING = ("release", "speech")
_TYPED = ("prediction", "outcome", "claim", "position", "promise")


def promised(
    around: Surroundings, found: tuple[Fact, ...], words: Commissives, entities: tuple[Entity, ...]
) -> tuple[Fact, ...]:
    """The facts of an article; in a release or a speech with the narrator's own commitments as promises.

    A fact of the same clause becomes the promise; where the clause made none, a promise is added.
    """
    if around.article.kind not in SPEAKING:
        return found
    view = _View(around, words, entities)
    sentences = list(around.doc.sents)
    starts = [s.start_char for s in sentences]
    here: list[list[Fact]] = [[] for _ in sentences]
    for fact in found:
        here[max(0, bisect_right(starts, fact.evidence[0].start) - 1)].append(view.told(fact))
    for sentence, local in zip(sentences, here, strict=True):
        for commitment in view.commitments(sentence):
            _take(local, commitment, sentence, around)
    kept = [f for local in here for f in local]
    kept.sort(key=lambda f: (f.evidence[0].start, f.evidence[0].end, f.kind))
    return tuple(replace(f, id=f"{around.article.id}#f{n}") for n, f in enumerate(kept, 1))


def _elsewhere(entities: tuple[Entity, ...]) -> frozenset[str]:
    """The words of the names of places and peoples, as names are compared."""
    names = [n.lower() for e in entities if e.kind in ("place", "group") for n in (e.name, *e.aliases)]
    return frozenset(form for n in names for w in n.split() for form in (w, w.removesuffix("s")))


class _View:
    """One article as its narrator's: the sides, the lists, whose voice a clause is in, and what came just before."""

    def __init__(self, around: Surroundings, words: Commissives, entities: tuple[Entity, ...]) -> None:
        self.around, self.words = around, words
        self.sides = sides(around.doc, around.article.publisher, words, _elsewhere(entities))
        self.persons = {e.name for e in entities if e.kind == "person"}
        self._sources = {s.id: s.source for s in around.statements}
        self.items = items(around.article.text)
        self._starts = [i.span.start for i in self.items]
        self._intros: dict[int, bool | None] = {}
        self._intro_lines = sorted({i.intro for i in self.items if i.intro})
        self._intro_starts = [line.start for line in self._intro_lines]
        self._follows = False

    def commitments(self, sentence: Sentence) -> Iterator[tuple[Span, Clause | None]]:
        """The stretches of a sentence that commit, each with its clause; None for an item without a verb."""
        text = self.around.article.text
        start, end = _words_of(sentence)
        if start >= end:
            return
        item = self._item(start)
        setting = Setting(
            self.sides, follows=self._follows, item=item is not None,
            listed=self._intros.get(item.intro.start) if item and item.intro else None,
        )  # fmt: skip
        found = [c for c in clauses(sentence, self.around.words.predicates) if self._voiced(c)]
        made = [(c.span, c) for c in found if commits(c, sentence, self._reported(c, setting))]
        yield from made
        nominal = not made and item is not None and self._names_deed(sentence, setting)
        if nominal:
            yield strip_span(text, Span(max(start, item.span.start) if item else start, end)), None
        self._note(sentence, setting, bool(made) or nominal)

    def told(self, fact: Fact) -> Fact:
        """A fact as a release tells it: its own side's promises are the publisher's; what the other side promised is no
        promise in the mouth of its opponent.
        """
        if fact.kind != "promise":
            return fact
        who = set((fact.holder or "").lower().split())
        if not fact.holder or who & self.sides.rivals:
            return replace(fact, kind="claim", own=False, deadline=None, deadline_because="")
        if fact.holder not in self.persons and self._source_side(fact) == "own":
            return replace(fact, holder=self.around.article.publisher, own=True)
        return fact

    def _source_side(self, fact: Fact) -> Side:
        source = self._sources.get(fact.statement or "", ())
        inside = self.around.doc.char_span(source[0].start, source[0].end, alignment_mode="expand") if source else None
        return self.sides.of(inside.root) if inside is not None and len(inside) else "other"

    def _note(self, sentence: Sentence, setting: Setting, committed: bool) -> None:
        """Remember what the next sentence may lean on, and what a list's introduction says of its items."""
        self._follows = committed or (self._follows and not self.sides.names_rival(sentence))
        first = bisect_right(self._intro_starts, sentence.start_char) - 1
        for start, end in self._intro_lines[max(0, first) : bisect_left(self._intro_starts, sentence.end_char)]:
            if start < sentence.end_char and sentence.start_char < end:
                self._intros[start] = introduces(sentence, setting, committed)

    def _names_deed(self, sentence: Sentence, setting: Setting) -> bool:
        statement = self.around.owners.of(sentence.root)
        if setting.listed is False or not (statement is None or self._is_own(statement)):
            return False
        return bool(setting.listed) or opens_as_deed(sentence.root, sentence, self.words)

    def _item(self, start: int) -> Item | None:
        """The item whose words begin here, give or take its mark; none for one in quotation marks."""
        k = bisect_left(self._starts, start - _NEAR)
        if k == len(self.items) or abs(self._starts[k] - start) > _NEAR:
            return None
        quoted = bool(start) and self.around.article.text[start - 1 : start] in MARKS
        return None if quoted else self.items[k]

    def _voiced(self, clause: Clause) -> bool:
        """Whether a clause is asserted by the narrator, or by somebody on its side."""
        if clause.certainty == "unknown":
            return False
        statement = self.around.owners.of(clause.head)
        return statement is None or self._is_own(statement)

    def _is_own(self, statement: Statement) -> bool:
        if statement.force in ("deny", "doubt", "ask", "oppose", "demand") or statement.negated:
            return False
        who = f"{statement.speaker or ''} {' '.join(s.of(self.around.article.text) for s in statement.source)}".lower()
        return not self.sides.rivals & set(who.replace("’s", " ").split())

    def _reported(self, clause: Clause, setting: Setting) -> Setting:
        return replace(setting, reported=self.around.owners.of(clause.head) is not None)


def _words_of(sentence: Sentence) -> tuple[int, int]:
    """Where the words of a sentence begin and end: without spaces and marks around them."""
    tokens = [t for t in sentence if not t.is_space and not t.is_punct]
    return (tokens[0].idx, tokens[-1].idx + len(tokens[-1])) if tokens else (0, 0)


def _take(kept: list[Fact], found: tuple[Span, Clause | None], sentence: Sentence, around: Surroundings) -> None:
    """Turn the facts of a committing clause into promises, in place, or add one."""
    span, clause = found
    said = around.article.published.interval
    if clause is not None and clause.tense != "future" and any(_below(f, span) for f in kept):
        return  # "is committed to halving leaks": what is promised below it says more
    same = [n for n, f in enumerate(kept) if f.kind in _TYPED and _is_of(f, span, clause)]
    for n in same:
        fact = kept[n]
        day, because = (fact.deadline, fact.deadline_because) if fact.deadline else around.deadline((span,), said)
        condition = "none" if fact.condition == "condition" else fact.condition
        kept[n] = replace(
            fact, kind="promise", own=True, holder=fact.holder or around.article.publisher, condition=condition,
            deadline=day, deadline_because=because,
        )  # fmt: skip
    if not same and len(span.of(around.article.text).split()) > 1:
        kept.append(_added(span, sentence, around, said))


def _below(fact: Fact, span: Span) -> bool:
    return fact.kind == "promise" and span.contains(fact.evidence[0]) and fact.evidence[0] != span


def _is_of(fact: Fact, span: Span, clause: Clause | None) -> bool:
    if clause is None or not fact.evidence[0].overlaps(span):
        return False
    return fact.proposition.predicate in (clause.predicate, clause.head.lemma_.lower()) or fact.evidence[0] == span


def _added(span: Span, sentence: Sentence, around: Surroundings, said: Interval) -> Fact:
    """A promise without a clause of its own: "$5 million for schools", "Seven new bridges"."""
    article, lexica = around.article, around.words
    nouns = (t for t in sentence if t.pos_ in ("NOUN", "PROPN"))
    core = sentence.root if sentence.root.pos_ in ("NOUN", "PROPN", "VERB") else next(nouns, sentence.root)
    made = Proposition(
        predicate=core.lemma_.lower(), poles=(("exist", 1),), terms=terms(sentence, lexica), tense="future",
        theme=lexica.themes.theme(core.lemma_.lower())[0],
        names=names(sentence, around.person_at, lexica.themes.generic),
    )  # fmt: skip
    day, because = around.deadline((span,), said)
    return Fact(
        id="", article=article.id, kind="promise", holder=article.publisher, proposition=made,
        evidence=(shortened(article.text, span),), narrated=True, own=True, deadline=day, deadline_because=because,
        said=said, publisher=article.publisher,
    )  # fmt: skip
