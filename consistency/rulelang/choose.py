"""Which rules run, and how severe they may be: what users say about rules that they did not write."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import get_args

from consistency.errors import UsageError
from consistency.findings import SEVERITIES, Category, Severity
from consistency.rulelang.model import Rule
from consistency.rulelang.near import did_you_mean


def choose(rules: Sequence[Rule], disable: Collection[str], severity: Mapping[str, Severity]) -> tuple[Rule, ...]:
    """The rules without those that are switched off, by id or category, and with the severities that are given.

    Raises UsageError for what names no rule and no category, no severity, or a tension above info.
    """
    for name in (*disable, *severity):
        _known(name, rules)
    for name, level in severity.items():
        if level not in SEVERITIES:
            raise UsageError(f"severity of '{name}': '{level}' is none of {', '.join(SEVERITIES)}")
        if level != "info" and name in {"tension", *(rule.id for rule in rules if rule.category == "tension")}:
            raise UsageError(f"severity of '{name}': a tension is never above info")
    kept = (rule for rule in rules if not {rule.id, rule.category} & {*disable})
    return tuple(_with(rule, severity) for rule in kept)


def _with(rule: Rule, severity: Mapping[str, Severity]) -> Rule:
    """The rule with the severity that is given for it, or else for its category."""
    level = severity.get(rule.id, severity.get(rule.category, rule.severity))
    return rule if level == rule.severity else rule.model_copy(update={"severity": level})


def _known(name: str, rules: Iterable[Rule]) -> None:
    names = {*get_args(Category), *(rule.id for rule in rules)}
    if name not in names:
        raise UsageError(f"no rule or category '{name}'{did_you_mean(name, names)}")
