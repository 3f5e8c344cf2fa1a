"""Engines: what runs compiled rules; the only importers of durable-rules and DuckDB."""

from consistency.engine.found import Match, Matches
from consistency.engine.matching import AUTO_FACTS, ENGINES, match

__all__ = ["AUTO_FACTS", "ENGINES", "Match", "Matches", "match"]
