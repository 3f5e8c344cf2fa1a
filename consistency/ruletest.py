"""Running a rule's own examples through the real pipeline: what must be found is found, what must pass passes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from consistency.article import Article, Interval, Origin, Published
from consistency.engine.misses import Miss, misses
from consistency.findings import Finding
from consistency.numbering import Numbered
from consistency.options import Options
from consistency.pipeline import check_articles
from consistency.rulelang.model import Example, Rule
from consistency.spans import Span

NOTHING = Numbered({}, {}, {})


class Outcome(NamedTuple):
    """What came of one example: `wanted` is whether the rule should have found something, `found` what it did find.

    `others` are the findings of other rules on the same articles, which show why a rule stayed silent or was outranked;
    `facts` are all that the rule had to do with.
    """

    rule: str
    example: str
    wanted: bool
    found: tuple[Finding, ...]
    others: tuple[Finding, ...]
    facts: Numbered = NOTHING

    @property
    def right(self) -> bool:
        """Whether the rule did what its author says it does."""
        return self.wanted == bool(self.found)


def run_examples(rules: Sequence[Rule], engine: str = "duckdb", alone: bool = True) -> Iterator[Outcome]:
    """Each example of each rule, with this rule alone or with all of them."""
    for rule in rules:
        for wanted, examples in ((True, rule.examples.finds), (False, rule.examples.passes)):
            for example in examples:
                yield _run(rule, example, wanted, [rule] if alone else list(rules), engine)


def near_misses(rule: Rule, outcome: Outcome) -> list[Miss]:
    """Why the rule found nothing in an example: the least that it asks and the facts do not give."""
    return misses(rule.query, list(outcome.facts.rows.values()))


def _run(rule: Rule, example: Example, wanted: bool, rules: Sequence[Rule], engine: str) -> Outcome:
    options = Options(as_of=example.as_of, engine=engine, builtin=False)
    seen: list[Numbered] = []
    report, _ = check_articles(articles_of(example), options, given=rules, look=seen.append)
    mine = tuple(f for f in report.findings if f.rule == rule.id)
    others = tuple(f for f in report.findings if f.rule != rule.id)
    return Outcome(rule.id, example.name, wanted, mine, others, *seen)


def articles_of(example: Example) -> list[Article]:
    """The example's articles as if they had been read from files."""
    made = []
    for n, a in enumerate(example.articles, 1):
        published = Published(Interval.day(a.date), "given") if a.date else Published()
        name = a.id or f"article-{n}"
        body = (Span(0, len(a.text)),)
        made.append(Article(name, a.text, body, Origin(name), published, a.publisher, a.title, None, a.kind))
    return made
