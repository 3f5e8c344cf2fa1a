"""The lexicon of statuses: which reports on a promise speak for which status."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from consistency.findings import Event, Status
from consistency.lexicons import LexiconModel, load


class Statuses(LexiconModel):
    """statuses.yaml: which relations speak for which status, those that end the matter before the others."""

    closing: dict[Status, tuple[str, ...]]
    open: dict[Status, tuple[str, ...]]
    lasting: frozenset[Status]
    events: dict[str, Event]


@lru_cache(maxsize=8)
def statuses(folders: tuple[Path, ...] = ()) -> Statuses:
    """statuses.yaml, extended by the user's."""
    return load(Statuses, "statuses", folders)
