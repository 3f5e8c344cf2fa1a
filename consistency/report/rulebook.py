"""The rules reference: a page of Markdown made of the rules themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import get_args

from consistency.findings import Category
from consistency.report.escape import markdown
from consistency.rulelang.fields import FIELDS, RELATIONS
from consistency.rulelang.model import Example, Rule

CATEGORIES: dict[Category, str] = {
    "unmet_promise": "a promise, and a later report that it was not kept, or a deadline that passed",
    "failed_prediction": "a prediction, and a later report of the opposite",
    "position_reversal": "one speaker takes a stance that excludes an earlier one",
    "self_contradiction": "one speaker asserts things that cannot both be so",
    "speaker_dispute": "two speakers assert things that cannot both be so",
    "claim_vs_outcome": "what a speaker claims against what an article reports",
    "words_vs_actions": "stated intent against reported conduct",
    "timing_conflict": "times for one event that cannot both be right",
    "venue_conflict": "places or audiences for one event that cannot be one",
    "number_conflict": "numbers for one thing, at one time, that cannot both be right",
    "quote_drift": "one utterance with different words inside quotation marks",
    "content_conflict": "two reports that exclude each other in another way",
    "tension": "can be reconciled, and is worth a look",
}
INTRODUCTION = """\
# Rules

Made from the rules by `consistency rules docs`: do not edit it. [The tutorial](tutorial.md) shows how to write a rule,
`consistency rules show ID` how one is written.

A severity is the highest that findings of the rule can have: a finding with a confidence below 0.8 is at most a
warning, below 0.6 at most info.
"""


def page(rules: Sequence[Rule]) -> str:
    """The page: every rule by category, then what rules can name."""
    return "\n".join([INTRODUCTION, *_contents(rules), *_rules(rules), *_fields(), *_relations()]).rstrip() + "\n"


def _contents(rules: Sequence[Rule]) -> Iterator[str]:
    yield "| category | what it means | rules |"
    yield "|---|---|---|"
    for category in get_args(Category):
        own = ", ".join(f"[{r.id}](#{r.id})" for r in rules if r.category == category)
        yield f"| `{category}` | {CATEGORIES[category]} | {own or 'none'} |"
    yield ""


def _rules(rules: Sequence[Rule]) -> Iterator[str]:
    for category in get_args(Category):
        own = [rule for rule in rules if rule.category == category]
        if own:
            yield f"## {category}\n"
        for rule in own:
            yield from _rule(rule)


def _rule(rule: Rule) -> Iterator[str]:
    yield f"### {rule.id}\n"
    yield f"`{rule.severity}`. {markdown(rule.summary)} {markdown(rule.why)}\n"
    yield "```yaml"
    yield from _pattern(rule)
    yield "```\n"
    yield "It finds:\n"
    yield from map(_example, rule.examples.finds)
    yield "\nIt passes:\n"
    yield from map(_example, rule.examples.passes)
    yield ""


def _pattern(rule: Rule) -> Iterator[str]:
    yield "facts:"
    yield from (f"  {alias}: {_fixed(fixed)}" for alias, fixed in rule.facts.items())
    if rule.where:
        yield "where:"
        yield from (f"  - {condition}" for condition in rule.where)
    if rule.unless:
        yield "unless:"
        yield from (f"  {alias}: {_fixed(fixed)}" for alias, fixed in rule.unless.items())


def _fixed(fixed: dict[str, object]) -> str:
    return "{" + ", ".join(f"{name}: {_value(value)}" for name, value in fixed.items()) + "}"


def _value(value: object) -> str:
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_value, value)) + "]"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _example(example: Example) -> str:
    """One line: the name, and each article with what is said of it."""
    said = [
        f"({', '.join(filter(None, [a.publisher, a.date.isoformat() if a.date else 'no date']))}) {markdown(a.text)}"
        for a in example.articles
    ]
    as_of = f", as of {example.as_of}" if example.as_of else ""
    return f"- *{markdown(example.name)}{as_of}*: " + " ".join(said)


def _fields() -> Iterator[str]:
    yield "## Fields of facts\n"
    yield "Written `name.field` in conditions and `{name.field}` in messages.\n"
    yield "| field | type | what it says |"
    yield "|---|---|---|"
    for name, field in FIELDS.items():
        values = f": {', '.join(f'`{v}`' for v in field.values)}" if field.values else ""
        yield f"| `{name}` | {field.type} | {markdown(field.doc)}{values} |"
    yield ""


def _relations() -> Iterator[str]:
    yield "## Relations between facts\n"
    yield "Written `one relation other`, or `one relation other as link` where `link.strength`, `link.via` or"
    yield "`{link.because}` is wanted.\n"
    yield "| relation | what it says |"
    yield "|---|---|"
    yield from (f"| `{name}` | {markdown(doc)} |" for name, doc in RELATIONS.items())
