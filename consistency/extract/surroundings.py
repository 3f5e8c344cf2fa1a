"""What typing the clauses of one article needs: the article, its parse, who says what in it, and the lexicons."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from consistency.article import Article, Interval
from consistency.extract.owners import Owners
from consistency.extract.propositions import Lexica, PersonAt
from consistency.extract.words import Topics, Units
from consistency.facts import Statement, TimeExpr
from consistency.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

Deadline = Callable[[Sequence[Span], Interval | None], tuple[date | None, str]]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """One article with all that its facts are read from.

    `deadline` tells by when something is to be done that stands in some stretches and was said at a time. `owners` tell
    whose voice a clause is in. `bodies` are the names of organisations, `offices` the words of each person's offices.
    """

    article: Article
    doc: Doc
    words: Lexica
    units: Units
    topics: Topics
    statements: tuple[Statement, ...]
    times: tuple[TimeExpr, ...]
    person_at: PersonAt
    deadline: Deadline
    owners: Owners
    bodies: frozenset[str]
    offices: Mapping[str, frozenset[str]]
    lexicons: tuple[Path, ...]
