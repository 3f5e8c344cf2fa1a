"""What `compare` shows: one JSON object a pair."""

from __future__ import annotations

from typing import Protocol

from consistency.report.json import Record


class Compared(Protocol):
    """The verdict on a pair of sentences, as the pipeline gives it."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def contradiction(self) -> bool: ...  # noqa: D102
    @property
    def category(self) -> str | None: ...  # noqa: D102
    @property
    def because(self) -> str: ...  # noqa: D102


def comparison_record(comparison: Compared) -> Record:
    """The verdict in the words of the contract."""
    return {
        "id": comparison.id,
        "contradiction": comparison.contradiction,
        "category": comparison.category,
        "because": comparison.because,
    }
