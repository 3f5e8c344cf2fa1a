"""Reports: one file a format, each `render(report) -> str`; one that can fit a terminal also takes its `width`."""

from __future__ import annotations

from collections.abc import Callable

from consistency.findings import Report
from consistency.report import claimreview, csv, github, gitlab, html, json, jsonl, junit, markdown, sarif, table

FORMATS: dict[str, Callable[[Report], str]] = {
    "table": table.render,
    "markdown": markdown.render,
    "json": json.render,
    "jsonl": jsonl.render,
    "sarif": sarif.render,
    "junit": junit.render,
    "github": github.render,
    "gitlab": gitlab.render,
    "html": html.render,
    "csv": csv.render,
    "claimreview": claimreview.render,
}

WITH_SOURCES = frozenset({"html", "claimreview"})
"""Formats that show more of the articles than the evidence: their reports carry `sources`."""
