"""A rule in words: what it looks for, why, when it stays silent, with its examples."""

from __future__ import annotations

from collections.abc import Mapping

from consistency.report.escape import visible
from consistency.report.layout import WIDTH, paragraph, part, quote
from consistency.rulelang.model import Example, Rule


def render_rule(rule: Rule, width: int = WIDTH) -> str:
    """The rule's summary, reason, pattern and examples, at most `width` columns wide, with a final newline."""
    parts = [
        f"{visible(rule.id)}\nat most {rule.severity}: {rule.category}",
        paragraph(visible(rule.summary), width),
        paragraph(visible(rule.why), width),
        part("It needs", [*_facts(rule.facts), *map(visible, rule.where)], width),
        part("It is silent if there is", _facts(rule.unless), width),
        part("It finds something in", (_example(e) for e in rule.examples.finds), width),
        part("It is silent on", (_example(e) for e in rule.examples.passes), width),
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def _facts(patterns: Mapping[str, Mapping[str, object]]) -> list[str]:
    """A fact a line: `promise: kind promise, condition none`."""
    return [
        f"{visible(alias)}: " + ", ".join(f"{visible(name)} {_value(value)}" for name, value in fields.items())
        for alias, fields in patterns.items()
    ]


def _value(value: object) -> str:
    values = value if isinstance(value, list | tuple) else [value]
    return " or ".join(visible(str(v).lower() if isinstance(v, bool) else str(v)) for v in values)


def _example(example: Example) -> str:
    told = " / ".join(f"{a.date or 'undated'}: {quote(a.text)}" for a in example.articles)
    return f"{visible(example.name)}: {told}"
