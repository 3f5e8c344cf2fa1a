"""What a check is asked to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from consistency.conclude import MOST
from consistency.config import MODEL
from consistency.findings import Severity
from consistency.store import Cache


@dataclass(frozen=True, slots=True)
class Options:
    """What a check is asked to do."""

    as_of: date | None = None
    engine: str = "auto"
    workers: int = 1
    rules: tuple[Path, ...] = ()
    lexicons: tuple[Path, ...] = ()
    builtin: bool = True
    sidecar: Path | None = None
    known: tuple[Path, ...] = ()
    model: str = MODEL
    most: int | None = MOST
    cache: Cache | None = None
    """What articles yielded before; a report is the same with it and without."""
    disable: tuple[str, ...] = ()
    """Rules, by id or category, that do not run."""
    severity: Mapping[str, Severity] = field(default_factory=dict)
    """Severities of rules, by id or category, instead of their own."""
    sources: bool = False
    """Whether the report is to carry the articles that findings rest on."""
