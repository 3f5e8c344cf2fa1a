"""Engines: what runs compiled rules; the only importers of durable-rules and DuckDB."""
