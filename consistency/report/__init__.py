"""Reports: one file a format, each `render(report) -> str`; one that can fit a terminal also takes its `width`."""

from __future__ import annotations

from collections.abc import Callable

from consistency.findings import Report
from consistency.report import json, jsonl, markdown, table

FORMATS: dict[str, Callable[[Report], str]] = {
    "table": table.render,
    "markdown": markdown.render,
    "json": json.render,
    "jsonl": jsonl.render,
}
