"""The promise tracker: one row a promise with its status, as a table, Markdown, JSON or CSV."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import get_args

from consistency.findings import PromiseRow, Report, Status
from consistency.report.coverage import coverage_record
from consistency.report.csv import sheet
from consistency.report.escape import json_text, markdown, visible
from consistency.report.json import head, problem_record, promise_record
from consistency.report.layout import WIDTH, count, grid, paragraph, place, quote

_FIRST: tuple[Status, ...] = ("broken", "stalled", "compromise", "in_the_works", "kept", "not_yet_rated")
_STATUS, _DEADLINE, _COURSE = 13, 12, 26
_CHANGES = {"moved": "another day:", "condition": "a condition:", "denied": "denied:"}
"""What a history has beside the promise itself and the reports on it."""
_COLUMNS = (
    "holder", "promise", "status", "deadline", "overdue", "days_overdue", "made_first", "made_last", "because",
    "deadline_because", "evidence",
)  # fmt: skip


def render_table(report: Report, width: int = WIDTH) -> str:
    """The tracker for a terminal, at most `width` columns wide, with a final newline."""
    parts = [grid_of(report.promises, width, evidence=True)] if report.promises else []
    return "\n\n".join([*parts, paragraph(_summary(report), width)]) + "\n"


def render_markdown(report: Report) -> str:
    """The tracker as a Markdown table under a heading."""
    return f"# Promises\n\n{markdown(_summary(report))}\n\n{markdown_table(report.promises)}".rstrip() + "\n"


def render_json(report: Report) -> str:
    """The tracker as JSON: the head of the report, its promises and its problems."""
    record = {
        **head(report),
        "promises": [promise_record(p) for p in report.promises],
        "problems": [problem_record(p) for p in report.problems],
        "coverage": coverage_record(report.coverage),
    }
    return json_text(record, indent=2) + "\n"


def render_csv(report: Report) -> str:
    """A row a promise under a row of names; nothing in it is taken for a formula."""
    return sheet(_COLUMNS, map(_cells, report.promises))


def _cells(row: PromiseRow) -> list[str]:
    return [
        row.holder or "", row.text, row.status, row.deadline.isoformat() if row.deadline else "",
        str(row.overdue).lower(), str(row.days_overdue), row.made_first or "", row.made_last or "", row.because,
        row.deadline_because, "; ".join(place(e) for e in row.evidence),
    ]  # fmt: skip


TRACKERS: dict[str, Callable[[Report], str]] = {
    "table": render_table,
    "markdown": render_markdown,
    "json": render_json,
    "csv": render_csv,
}


def render_over_time(report: Report, width: int = WIDTH) -> str:
    """What became of each promise, day by day, for a terminal: a line a status, from the day on which it was known."""
    rows = [[_course(row), _promise(row, evidence=False)] for row in report.promises]
    parts = [grid([["FROM", "PROMISE"], *rows], width, [_COURSE])] if rows else []
    return "\n\n".join([*parts, paragraph(_summary(report), width)]) + "\n"


def _course(row: PromiseRow) -> str:
    steps = [f"{day.isoformat()} {_words(status)}" for day, status in row.over_time]
    if row.days_overdue and row.deadline:
        steps.append(f"{row.deadline.isoformat()} deadline, {count(row.days_overdue, 'day')} ago")
    return "\n".join(sorted(steps)) or "no date"


def by_status(rows: Iterable[PromiseRow]) -> tuple[PromiseRow, ...]:
    """What has become something first, what waits last; overdue before what is not due."""
    return tuple(sorted(rows, key=lambda row: (_FIRST.index(row.status), not row.overdue)))


def summary(rows: Sequence[PromiseRow]) -> str:
    """One sentence: how many promises of which status."""
    by = Counter(row.status for row in rows)
    parts = ", ".join(f"{by[status]} {_words(status)}" for status in get_args(Status) if by[status])
    return f"{count(len(rows), 'promise')}: {parts}." if rows else "No promises."


def grid_of(rows: Sequence[PromiseRow], width: int, *, evidence: bool = False) -> str:
    """The promises as a grid of status, deadline and the promise, with the evidence if asked for."""
    cells = [[_words(row.status), _deadline(row, "\n"), _promise(row, evidence)] for row in rows]
    return grid([["STATUS", "DEADLINE", "PROMISE"], *cells], width, [_STATUS, _DEADLINE])


def markdown_table(rows: Sequence[PromiseRow]) -> str:
    """The promises as a Markdown table; empty where there is none."""
    if not rows:
        return ""
    lines = ["| Status | Deadline | Who | Promise | Because |", "|---|---|---|---|---|"]
    for row in rows:
        where = ", ".join(markdown(place(e)) for e in row.evidence)
        cells = [
            _words(row.status), _deadline(row, ", "), markdown(row.holder or "unknown"),
            f"{markdown(quote(row.text))} ({where})", markdown(row.because),
        ]  # fmt: skip
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _promise(row: PromiseRow, evidence: bool) -> str:
    lines = [f"{visible(row.holder or 'unknown')}: {quote(row.text)}", visible(row.because)]
    lines += [f"{s.date or ''} {_CHANGES[s.event]} {s.because}".strip() for s in row.history if s.event in _CHANGES]
    if evidence:
        lines += [f"{visible(e.role)} {e.date or ''} {place(e)}: {quote(e.text)}" for e in row.evidence]
    return "\n".join(line for line in lines if line)


def _deadline(row: PromiseRow, between: str) -> str:
    day = row.deadline.isoformat() if row.deadline else "none"
    return day + (f"{between}overdue" if row.overdue else "")


def _words(status: str) -> str:
    return status.replace("_", " ")


def _summary(report: Report) -> str:
    of_what = f"{count(report.articles, 'article')}" + (f", as of {report.as_of}" if report.as_of else "")
    return f"{of_what}. {summary(report.promises)}"
