"""Grids that fit a width: cells wrapped first, then drawn with tabulate; and the words that reports share."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Sequence

from consistency.errors import Problem
from consistency.findings import SEVERITIES, Evidence, Finding, Report, SuppressedBy
from consistency.report.escape import visible

WIDTH = 80
"""Columns where no terminal says otherwise."""
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
MARKS = '"“”'
_SET_ASIDE: dict[SuppressedBy, str] = {
    "comment": "by comments", "settings": "by settings", "baseline": "in the baseline",
    "unchanged": "in unchanged articles",
}  # fmt: skip
GLIMPSE = 60
"""Characters of the evidence that a sentence beside it repeats."""
_BORDER = 3
"""Columns that a grid adds to each cell; one more for the last border."""


def grid(rows: Sequence[Sequence[str]], width: int, left: Sequence[int], least: int = 0) -> str:
    """The rows, the heading first, in a frame `width` columns wide (60 at least).

    Each column but the last is as wide as its cells, between `least` and what `left` gives. A cell may hold several
    lines; each is wrapped by itself. Cells must be harmless already (escape.visible).
    """
    from tabulate import tabulate  # 74 ms that `--help` should not pay

    longest = [max(len(line) for row in rows for line in row[i].split("\n")) for i in range(len(left))]
    used = [max(least, min(most, long)) for most, long in zip(left, longest, strict=True)]
    widths = [*used, max(20, width - sum(used) - _BORDER * (len(used) + 1) - 1)]
    wrapped = [[_wrap(cell, to) for cell, to in zip(row, widths, strict=True)] for row in rows]
    padded = [cell.partition("\n") for cell in wrapped[0]]
    wrapped[0] = [first.ljust(to) + end + more for (first, end, more), to in zip(padded, widths, strict=True)]
    return tabulate(wrapped, tablefmt="simple_grid", disable_numparse=True, preserve_whitespace=True)


def paragraph(text: str, width: int) -> str:
    """The text wrapped to the width."""
    return _wrap(text, width)


def indented(line: str, width: int) -> str:
    """A line of a list wrapped to the width, two columns in, what goes on two more."""
    kept = line if line[:1] != " " else line.lstrip()
    first = "  " + " " * (len(line) - len(kept))
    return "\n".join(textwrap.wrap(kept, width, initial_indent=first, subsequent_indent="    ", break_on_hyphens=False))


def part(title: str, lines: Iterable[str], width: int) -> str:
    """A heading with its lines, wrapped to the width; "" where there are none."""
    shown = [indented(line, width) for line in lines]
    return "\n".join([title, *shown]) if shown else ""


def quote(text: str) -> str:
    """A stretch of an article as shown to people: in quotation marks, its own where it has them at both ends."""
    words = visible(text)
    return words if len(words) > 1 and words[0] in MARKS and words[-1] in MARKS else f'"{words}"'


def shortened(sentence: str, shown: Iterable[str]) -> str:
    """The sentence with the first words only of what stands beside it in full; all of it harmless already."""
    for text in shown:
        words = next((w for w in (text, text.strip(' .,;:"“”')) if w and w in sentence), "")
        if words:
            sentence = sentence.replace(words, glimpse(words))
    return sentence


def glimpse(words: str) -> str:
    """The first of the words that stand in full elsewhere."""
    return textwrap.shorten(words, GLIMPSE, placeholder=" ...")


def because(finding: Finding) -> str:
    """Why the two sides cannot both be so, harmless; empty where nobody says."""
    steps = dict.fromkeys(step.because for step in finding.explained.inferences if step.kind == "relation")
    return visible("; ".join(steps) or finding.because)


def reason(finding: Finding) -> str:
    """What the explanation says after it has told again what the evidence says, harmless."""
    return visible(finding.explanation).removeprefix(visible(finding.in_words)).strip()


def place(evidence: Evidence) -> str:
    """Where the evidence stands, as editors read it: `article:line`."""
    return f"{visible(evidence.article)}:{evidence.line}"


def count(n: int, one: str, many: str = "") -> str:
    """The number with its noun: `1 finding`, `2 findings`."""
    return f"{n} {one if n == 1 else many or one + 's'}"


def summary(report: Report) -> str:
    """One sentence: how many findings of which severity, in how many articles, as of when."""
    where = f"in {count(report.articles, 'article')}" + (f" as of {report.as_of}" if report.as_of else "")
    if not report.findings:
        return f"No findings {where}. {uncounted(report)}".rstrip()
    by = [(s, sum(f.severity == s for f in report.findings)) for s in reversed(SEVERITIES)]
    parts = ", ".join(count(n, s, s if s == "info" else "") for s, n in by if n)
    return f"{count(len(report.findings), 'finding')} {where}: {parts}.{_left_out(report)} {uncounted(report)}".rstrip()


def set_aside(report: Report) -> list[str]:
    """A line a suppressed finding: which, by what, why and where that is written; those of unchanged articles are only
    counted (summary).
    """
    listed = [s for s in report.suppressed if s.by != "unchanged"]
    return [f"{s.finding.id}: {s.by} ({s.where}): {s.reason}" for s in listed]


def _left_out(report: Report) -> str:
    """How many more findings there were, and that none of them is surer."""
    parts = ", ".join(count(n, s, s if s == "info" else "") for s, n in report.left_out)
    return f" Left out, because they are less severe or less sure: {parts}." if parts else ""


def uncounted(report: Report) -> str:
    """One sentence: how many findings were set aside, by what; empty where none was."""
    by = Counter(s.by for s in report.suppressed)
    parts = [f"{by[name]} {words}" for name, words in _SET_ASIDE.items() if by[name]]
    return f"Not counted: {', '.join(parts)}." if parts else ""


def reservations(problems: Iterable[Problem]) -> str:
    """One sentence on how many problems there were, empty where there were none."""
    levels = [p.level for p in problems]
    errors, notices = levels.count("error"), levels.count("notice")
    parts = [count(errors, "error: not everything was checked", "errors: not everything was checked")] * bool(errors)
    parts += [count(notices, "notice")] * bool(notices)
    return "; ".join(parts)


def _wrap(text: str, width: int) -> str:
    lines = (textwrap.wrap(line, width, break_on_hyphens=False) or [""] for line in text.split("\n"))
    return "\n".join(piece for wrapped in lines for piece in wrapped)
