"""What was not understood, as a table, Markdown or a record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from consistency.findings import Coverage, Covered, Report
from consistency.report.escape import markdown, visible
from consistency.report.layout import WIDTH, count, grid, paragraph

_HEAD = ("ARTICLE", "DATE", "NO SPEAKER", "NO CUE", "UNDERSTOOD")


def render_table(report: Report, width: int = WIDTH) -> str:
    """The coverage for a terminal, at most `width` columns wide, with a final newline."""
    known = report.coverage
    rows = [[visible(a.article), *cells(a)] for a in known.articles]
    turned = [[row[1], row[2], row[3], row[4], row[0]] for row in ([*_HEAD], *rows)]
    parts = [grid(turned, width, [10, 10, 10, 10])] if rows else []
    return "\n\n".join([*parts, paragraph(summary(known), width)]) + "\n"


def render_markdown(report: Report) -> str:
    """The coverage as a Markdown table under a heading."""
    known = report.coverage
    lines = ["| " + " | ".join(h.capitalize() for h in _HEAD) + " |", "|---|---|---|---|---|"]
    lines += [f"| {' | '.join([markdown(a.article), *cells(a)])} |" for a in known.articles]
    table = "\n".join(lines) + "\n" if known.articles else ""
    return f"## Article by article\n\n{table}".rstrip() + "\n"


FORMATS: dict[str, Callable[..., str]] = {"table": render_table, "markdown": render_markdown}
"""Those that a report in the same format goes before; JSON and HTML always hold the coverage."""


def coverage_record(known: Coverage) -> dict[str, Any]:
    """The coverage as a record."""
    return {
        "articles": [a._asdict() | {"share_understood": _share(a)} for a in known.articles],
        "undated": list(known.undated),
        "promises": known.promises,
        "promises_without_outcome": known.without_outcome,
        "share_understood": _share(known.total),
    }


def summary(known: Coverage) -> str:
    """What was not understood, in a few sentences."""
    total = known.total
    return (
        f"{count(len(known.articles), 'article')}, {len(known.undated)} undated. {total.unattributed} of "
        f"{count(total.statements, 'statement')} without a speaker. {total.uncued} of "
        f"{count(total.quotations, 'quotation')} without a reporting word. {known.without_outcome} of "
        f"{count(known.promises, 'promise')} without an outcome. {_share(total):.0%} of the text understood."
    )


def cells(a: Covered) -> list[str]:
    """How an article is dated, and the shares of it that were not, and that were, understood."""
    return [a.dated, f"{a.unattributed} of {a.statements}", f"{a.uncued} of {a.quotations}", f"{_share(a):.0%}"]


def _share(a: Covered) -> float:
    return round(a.understood / a.chars, 2) if a.chars else 0.0
