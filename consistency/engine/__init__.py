"""Engines: what runs compiled rules; the only importers of durable-rules and DuckDB."""

from consistency.engine.found import Match, Matches
from consistency.engine.matching import AUTO_WORK, ENGINES, match

__all__ = ["AUTO_WORK", "ENGINES", "Match", "Matches", "match"]
