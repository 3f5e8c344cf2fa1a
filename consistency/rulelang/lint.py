"""Advice about rules that load: what can never match, what nobody uses, too few examples to trust them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from consistency.errors import Problem
from consistency.rulelang.conditions import Comparison, Presence, Relating, Sum, parse
from consistency.rulelang.model import Example, Rule
from consistency.rulelang.never import Place, clashes
from consistency.rulelang.yaml_text import Document

TOPICS = 2
"""Matters that the examples of each outcome should be about: a rule that knows one story knows none."""
_NAME = re.compile(r"(?<=[a-z,;:] )[A-Z]\w+")
_ALIKE = 0.5


def lint(rule: Rule, topics: int = TOPICS) -> list[Problem]:
    """Advice about a rule, each piece with its place in the rule's file; `topics` as the author wants them."""
    advice = [*_never(rule), *_unused(rule), *_examples(rule, topics)]
    document = _document(rule)
    return sorted(_placed(rule, document, place, said) for place, said in advice)


def _never(rule: Rule) -> Iterator[tuple[Place, str]]:
    for clash in clashes(rule):
        yield clash.place, f"can never match: {clash.why}"


def _unused(rule: Rule) -> Iterator[tuple[Place, str]]:
    """Facts that the message does not show, and names of relations that nothing uses."""
    shown = {p.alias for p in rule.placeholders}
    conditions = [parse(text) for text in rule.where]
    read = {c.left.alias for c in conditions if isinstance(c, Comparison | Presence)}
    read |= {c.value.right.alias for c in conditions if isinstance(c, Comparison) and isinstance(c.value, Sum)}
    for alias in rule.facts:
        if alias not in shown:
            yield ("facts", alias), f"the message shows nothing of '{alias}': a reader cannot see why it is there"
    for n, c in enumerate(conditions):
        if isinstance(c, Relating) and " " not in c.name and c.name not in shown | read:
            yield ("where", n), f"the name '{c.name}' is not used: leave 'as {c.name}' out"


def _examples(rule: Rule, topics: int) -> Iterator[tuple[Place, str]]:
    """Too few topics on one side, one name twice, or one text on both sides."""
    sides = {"finds": rule.examples.finds, "passes": rule.examples.passes}
    for side, examples in sides.items():
        if (many := topics_of(examples)) < topics:
            yield (
                ("examples", side),
                f"examples of {many} topic{'s' * (many > 1)}, not of {topics}: other persons and places",
            )
        names = [e.name for e in examples]
        for n, name in enumerate(names):
            if name in names[:n]:
                yield ("examples", side, n, "name"), f"a second example of this name: '{name}'"
    found = {_texts(e) for e in rule.examples.finds}
    for n, example in enumerate(rule.examples.passes):
        if _texts(example) in found:
            yield ("examples", "passes", n), "the same articles are to be found and to be passed"


def topics_of(examples: Sequence[Example]) -> int:
    """How many topics the examples are about: those with mostly the same names are of one."""
    seen: list[set[str]] = []
    for example in examples:
        names = {name for a in example.articles for name in _NAME.findall(f"a {a.text}")}
        if not any(names == other or len(names & other) > _ALIKE * len(names | other) for other in seen):
            seen.append(names)
    return len(seen)


def _texts(example: Example) -> tuple[object, ...]:
    return (example.as_of, *((a.text, a.date, a.publisher) for a in example.articles))


def _document(rule: Rule) -> Document | None:
    """The rule's file, for places in it; None for a rule made in Python."""
    if not rule.path.endswith((".yaml", ".yml")):
        return None
    try:
        return Document(Path(rule.path).read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        return None


def _placed(rule: Rule, document: Document | None, place: Place, said: str) -> Problem:
    if document is None:
        return Problem("notice", rule.path, f"{rule.id}: {said}", rule.line, 1)
    position = document.key(place) if place[0] != "where" else document.value(place)
    return Problem("notice", rule.path, said, position.line, position.column)
