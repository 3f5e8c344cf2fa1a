"""The summary page of a GitHub step: annotations stop after ten a step, the page shows everything."""

from __future__ import annotations

import os
from pathlib import Path

from consistency.cli.terminal import say
from consistency.findings import Report
from consistency.report import markdown

VARIABLE = "GITHUB_STEP_SUMMARY"
MAX_BYTES = 1_000_000
"""GitHub refuses a page over 1 MiB as a whole."""
_MORE = "\n\nThe report goes on: this page holds no more.\n"


def add_to_step_summary(report: Report) -> None:
    """Append the report as Markdown to the step's summary, where the runner names one."""
    name = os.environ.get(VARIABLE)
    if not name:
        return
    try:
        with Path(name).open("ab") as page:
            page.write(cut(markdown.render(report)).encode("utf-8", "backslashreplace"))
    except OSError as e:
        say(f"notice: the step summary cannot be written: {e.strerror}")


def cut(text: str) -> str:
    """The text, or as many of its whole sections as GitHub shows."""
    data = text.encode("utf-8", "backslashreplace")
    if len(data) <= MAX_BYTES:
        return text
    short = data[: MAX_BYTES - len(_MORE)].decode("utf-8", "ignore")
    return short[: short.rfind("\n\n## ")] + _MORE
