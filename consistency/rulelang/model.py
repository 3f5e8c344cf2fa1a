"""What a rule file holds, and the rule that it becomes once it is checked and compiled."""

from __future__ import annotations

import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, SkipValidation, StringConstraints

from consistency.article import ArticleKind
from consistency.findings import Category, Severity
from consistency.rulelang.ir import Query
from consistency.rulelang.messages import Placeholder, placeholders

MAX_TEXT = 20_000

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500, pattern=r"^[^\n]*$")]
Prose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_TEXT)]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ExampleArticle(_Frozen):
    """A short article of an example; `date` is its publication date, `id` its name where the example needs one."""

    text: Prose
    date: datetime.date | None = None
    publisher: str | None = None
    title: str | None = None
    kind: ArticleKind = "news"
    id: str | None = None


class Example(_Frozen):
    """Short articles that the rule must find something in, or must pass over, as of a date."""

    name: Line
    articles: tuple[ExampleArticle, ...] = Field(min_length=1)
    as_of: datetime.date | None = None


class Examples(_Frozen):
    """A rule's examples of both outcomes."""

    finds: tuple[Example, ...] = Field(min_length=1)
    passes: tuple[Example, ...] = Field(min_length=1)


class RuleFile(_Frozen):
    """A rule as its author writes it: one YAML file, or what the decorator makes of a Python function.

    `facts` and `unless` map an alias to fields that must equal a value, or one of a list of values; `where` holds
    conditions in the grammar of `rulelang.conditions`.
    """

    id: Identifier
    category: Category
    severity: Severity
    summary: Line
    why: Prose
    facts: dict[str, dict[str, object]] = Field(min_length=1)
    where: tuple[str, ...] = ()
    unless: dict[str, dict[str, object]] = {}
    message: Prose
    examples: Examples


class Rule(RuleFile):
    """A checked rule with the query that engines run and the place that it was read from."""

    query: SkipValidation[Query]
    path: str
    line: int = 1

    @property
    def placeholders(self) -> tuple[Placeholder, ...]:
        """The `{alias.name}` of the message, in order."""
        return placeholders(self.message)
