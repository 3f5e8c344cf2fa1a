"""How sure it is that a report is about what was promised: by things, names, deed and holder of both."""

from __future__ import annotations

from typing import NamedTuple

from consistency.facts import Fact
from consistency.normalise.matters import Matter

BODIES = {"government", "ministry", "council", "company", "firm", "club", "party", "administration", "cabinet", "board",
          "department", "bank", "authority", "city", "state", "county", "coalition", "agency"}  # fmt: skip


class Bond(NamedTuple):
    """How sure it is that a report is about what was promised (0 to 100), and what both name."""

    strength: int
    shared: tuple[str, ...]
    core: bool


def bond(promise: Fact, report: Fact, matters: dict[str, Matter], alone: frozenset[str]) -> Bond:
    """The bond between a promise and a report; words of the theme count twice, the holder's part in it a little."""
    mine, theirs = matters[promise.id], matters[report.id]
    core = (mine.core & theirs.words) | (theirs.core & mine.words)
    shared = (mine.words & theirs.words) - core
    named = {w.lower() for n in mine.names & theirs.names for w in n.split()}
    plain = {w for w in shared if w not in named}
    figures = {w for w in plain if w[:1].isdigit()}
    strength = 24 * min(2, len(core - named)) + 12 * min(3, len(plain)) + 6 * len(figures)
    strength += 12 * min(2, len(mine.names & theirs.names)) + 14 * bool(mine.deed & theirs.deed)
    strength += 8 * by_holder(promise, report) or 6 * bool(set(report.proposition.subject) & BODIES)
    if "promise" in report.cues:
        strength += 14 + 8 * min(3, len(mine.words & theirs.near))
        if promise.id in alone and promise.holder in {report.holder, *report.proposition.names}:
            strength += 20
    if mine.words and len((mine.words & theirs.words) | core) >= 0.6 * len(mine.words):
        strength += 10
    if report.kind == "claim" and report.named and report.holder != promise.holder:
        strength -= 8  # what others claim of it
    if "promise" in report.cues:
        shared |= mine.words & theirs.near
    shown = tuple(sorted({*core, *shared, *(mine.names & theirs.names)}))
    return Bond(max(0, min(95, strength)), shown, bool(core))


def by_holder(promise: Fact, report: Fact) -> bool:
    """Whether the one who promised stands in the report, or is called there by the sort of body that it is."""
    if promise.holder is None:
        return False
    q = report.proposition
    last = promise.holder.split()[-1].lower()
    return promise.holder in {report.holder, *q.names, *q.subject, *report.context} or last in q.subject
