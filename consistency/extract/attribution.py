"""Attribution: who says what in an article, and who is meant by every mention of a person."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from consistency.article import Article
from consistency.extract.assign import assign
from consistency.extract.blocks import block_drafts, with_blocks
from consistency.extract.cues import reporting
from consistency.extract.draft import Draft
from consistency.extract.enclosing import Enclosing
from consistency.extract.frames import frames
from consistency.extract.labels import label_drafts
from consistency.extract.mending import mend
from consistency.extract.names import name_words
from consistency.extract.occasions import addressee, venue
from consistency.extract.paragraphs import paragraphs
from consistency.extract.quotations import Quotation, quotations
from consistency.extract.quoted import Quoting
from consistency.extract.speakers import Cast, cast
from consistency.extract.tree import Tree
from consistency.facts import Entity, Mode, Statement
from consistency.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True)
class Attribution:
    """The statements of one article by their first offset, and the persons, bodies and places that it names."""

    statements: tuple[Statement, ...]
    entities: tuple[Entity, ...]
    cast: Cast

    def person_at(self, token: Token | int) -> str | None:
        """The canonical name of whom a name, description or pronoun at this token means; None where unknown."""
        return self.cast.who(token if isinstance(token, int) else token.i)


def attribute(article: Article, doc: Doc, lexicons: tuple[Path, ...] = ()) -> Attribution:
    """The attributed statements of an article, outer ones before those inside them; never raises on any text."""
    tree = Tree(doc)
    words = reporting(lexicons)
    mend(tree, words)
    blocks = paragraphs(tree.text)
    quoting = Quoting(tree, quotations(tree.text), frozenset(p.start for p in blocks))
    names = name_words(lexicons)
    outside, inside = assign(quoting, list(frames(tree, words)), words, names)
    outside = with_blocks(outside, block_drafts(tree, blocks, words))
    outside += label_drafts(quoting, blocks, names)
    people = cast(article, tree, quoting, outside, inside, lexicons)
    statements = _statements(article, quoting, outside, inside, people)
    return Attribution(statements, people.entities, people)


def _statements(
    article: Article, quoting: Quoting, outside: list[Draft], inside: list[Draft], people: Cast
) -> tuple[Statement, ...]:
    drafts = sorted([*outside, *inside], key=_first)
    numbers = {id(d): f"{article.id}#s{n}" for n, d in enumerate(drafts)}
    around = Enclosing(outside)
    return tuple(_statement(article, quoting, d, numbers, around, people) for d in drafts)


def _first(d: Draft) -> tuple[int, int]:
    own = () if d.follows is not None else d.source
    return min(s.start for s in (*own, *d.cue, *d.content)), d.anchor


def _statement(
    article: Article, quoting: Quoting, d: Draft, numbers: dict[int, str], around: Enclosing, people: Cast
) -> Statement:
    tree = quoting.tree
    quoted = _quoted(d, quoting.quotes)
    return Statement(
        id=numbers[id(d)], article=article.id, mode=_mode(d, quoted, quoting), source=d.source, cue=d.cue,
        content=d.content, speaker=people.speaker(d), body=people.body(tree, d), lemma=d.lemma, force=d.force,
        quoted=quoted, venue=venue(tree, d), addressee=addressee(tree, d, people),
        within=numbers.get(id(around.of(d))), non_answer=d.non_answer, negated=d.negated,
    )  # fmt: skip


def _quoted(d: Draft, quotes: tuple[Quotation, ...]) -> tuple[Span, ...]:
    """The stretches of a content that stand in quotation marks, each outermost within the content."""
    out: list[Span] = []
    for c in d.content:
        first = bisect_left(quotes, c.start, key=lambda q: q.span.start)
        last = bisect_left(quotes, c.end, key=lambda q: q.span.start)
        end = -1
        for q in quotes[first:last]:
            if q.span.end <= c.end and q.span.start >= end:
                out.append(q.inner)
                end = q.span.end
    return tuple(s for s in out if s.end > s.start)


def _mode(d: Draft, quoted: tuple[Span, ...], quoting: Quoting) -> Mode:
    if not quoted:
        return "indirect"
    text = quoting.tree.text
    spare = _letters(text, d.content) - _letters(text, quoted)
    return "direct" if spare <= 4 * len(quoted) else "mixed"


def _letters(text: str, spans: tuple[Span, ...]) -> int:
    return sum(len("".join(s.of(text).split())) for s in spans)
