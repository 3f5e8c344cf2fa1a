"""The report as one HTML page that needs nothing else: no network, no other file."""

from __future__ import annotations

from consistency.findings import Report


def render(report: Report) -> str:
    """The page, with the articles of `report.sources` as far as it has them, and a final newline."""
    from consistency.report.html.page import page  # Jinja, which `--help` should not pay for

    return page(report)
