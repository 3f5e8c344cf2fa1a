"""Quotations: which stretches of a text stand in quotation marks, nested, continued or left open.

Marks are paired paragraph by paragraph, so that an odd mark never reaches beyond its own paragraph. A quotation that
is still open at the end of a paragraph goes on where the next one opens with the same mark.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from consistency.extract.paragraphs import paragraphs
from consistency.spans import Span

MARKS = "\"'“”‘’«»„‹›`"
"""Every character that is used as a quotation mark."""
_PARTNER = {"”": "“„", "’": "‘", "»": "«", "›": "‹", "“": "„“"}
_MARK = re.compile(r"''|``|[\"“”„‘’'«»‹›]")
_ELIDED = re.compile(r"(?:\d0s|em\b|til\b|tis\b|twas\b|cause\b|bout\b|round\b|n\b)", re.IGNORECASE)
_DOUBLE = frozenset({'"', "''", "``", "“", "”", "„", "«", "»"})
_TERMINAL = re.compile(r"[.!?…]")
_MIXED = frozenset({('"', '”'), ("‘", "'"), ("''", '”'), ("“", '"')})
_MAX_OPEN = 4


class Quotation(NamedTuple):
    """A stretch in quotation marks: `span` with its marks, `inner` without them.

    `parent` is the index of the quotation around it. `closed` is False where the closing mark is missing, `continues`
    True where the next quotation of the same depth re-opens it in the following paragraph.
    """

    span: Span
    inner: Span
    parent: int | None
    closed: bool
    continues: bool


class _Open(NamedTuple):
    start: int
    end: int
    mark: str


def quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of a text by their start, an outer one before those that it holds; never raises."""
    found: list[tuple[Span, Span, bool, bool]] = []
    spans = paragraphs(text)
    for i, paragraph in enumerate(spans):
        following = text[spans[i + 1].start : spans[i + 1].start + 2] if i + 1 < len(spans) else ""
        found += _in_paragraph(text, paragraph, following)
    found.sort(key=lambda f: (f[0].start, -f[0].end))
    return tuple(_nested(found))


def _nested(found: list[tuple[Span, Span, bool, bool]]) -> list[Quotation]:
    out: list[Quotation] = []
    around: list[int] = []
    for span, inner, closed, continues in found:
        while around and not out[around[-1]].span.contains(span):
            around.pop()
        out.append(Quotation(span, inner, around[-1] if around else None, closed, continues))
        around.append(len(out) - 1)
    return out


def _in_paragraph(text: str, paragraph: Span, following: str) -> list[tuple[Span, Span, bool, bool]]:
    out: list[tuple[Span, Span, bool, bool]] = []
    stack: list[_Open] = []
    marks = list(_MARK.finditer(text, paragraph.start, paragraph.end))
    for n, m in enumerate(marks):
        mark = m.group()
        role = _role(text, paragraph, m, stack, marks[n + 1 : n + 40])
        if role == "close":
            _close(stack, m, mark, out)
        elif role == "open":
            _drop_reopened(text, stack, mark, m.start(), out)
            stack.append(_Open(m.start(), m.end(), mark))
            del stack[:-_MAX_OPEN]
    for o in stack[:1]:
        out += _left_open(text, paragraph, o, following)
    return out


def _role(text: str, paragraph: Span, m: re.Match[str], stack: list[_Open], later: list[re.Match[str]]) -> str:
    """Whether a mark opens, closes or is none (an apostrophe, an inch sign)."""
    mark = m.group()
    before = text[m.start() - 1] if m.start() > paragraph.start else " "
    after = text[m.end()] if m.end() < paragraph.end else " "
    if mark in "“«„‹":
        closes_german = mark == "“" and bool(stack) and stack[-1].mark == "„"
        return "close" if closes_german else "open"
    if mark in "”»›":
        # Some writers put a closing mark in front as well.
        return "open" if not stack and (before.isspace() or before in "([") and not after.isspace() else "close"
    if mark in "'’‘":
        return _single_role(mark, before, after, text[m.end() : m.end() + 6], stack, later)
    if mark == "``":
        return "open"
    opens = (before.isspace() or before in "([{-–—/“‘'") and not after.isspace()
    closes = not before.isspace() and (after.isspace() or after in ".,;:!?)]}-–—/”’'")
    if opens != closes:
        is_open = any(_same(o.mark, mark) for o in stack)
        return "close" if closes and is_open else "open" if opens else "none" if not before.isspace() else "open"
    return "close" if any(_same(o.mark, mark) for o in stack) else "open"


def _single_role(
    mark: str, before: str, after: str, ahead: str, stack: list[_Open], later: list[re.Match[str]]
) -> str:
    pending = any(_same(o.mark, mark) for o in stack)
    starts = (before.isspace() or before in "([{-–—“\"'") and not after.isspace()
    if mark == "‘":
        return "open" if starts else "none"
    if starts and mark == "'" and not _ELIDED.match(ahead):
        # An apostrophe opens only where something can close it.
        return "open" if any(x.group() == "'" for x in later) else "none"
    if starts or not pending or after.isalnum():
        return "none"
    possessive = before in "sS" and after == " " and ahead[1:2].islower()
    if possessive and any(x.group() == mark and x.end() < x.endpos and not x.string[x.end()].isalnum() for x in later):
        return "none"
    return "close"


def _same(opening: str, mark: str) -> bool:
    if opening in _PARTNER.get(mark, ""):
        return True
    if opening in ("''", "``") or mark in ("''", "``"):
        return opening in ("''", "``", '"') and mark in ("''", '"')
    return opening == mark or (opening, mark) in _MIXED


def _close(stack: list[_Open], m: re.Match[str], mark: str, out: list[tuple[Span, Span, bool, bool]]) -> None:
    for k in range(len(stack) - 1, -1, -1):
        if _same(stack[k].mark, mark):
            o = stack[k]
            del stack[k:]
            if m.start() > o.end:
                out.append((Span(o.start, m.end()), Span(o.end, m.start()), True, False))
            return


def _drop_reopened(
    text: str, stack: list[_Open], mark: str, at: int, out: list[tuple[Span, Span, bool, bool]]
) -> None:
    """A mark that opens while its own kind is open: the earlier one was never closed and ends with its sentence."""
    for k, o in enumerate(stack):
        if o.mark == mark and mark in _DOUBLE:
            del stack[k:]
            stop = _TERMINAL.search(text, o.end, at)
            if stop and k == 0:
                out.append((Span(o.start, stop.end()), Span(o.end, stop.end()), False, False))
            return


def _left_open(
    text: str, paragraph: Span, o: _Open, following: str
) -> list[tuple[Span, Span, bool, bool]]:
    if o.mark not in _DOUBLE or paragraph.end <= o.end:
        return []
    continues = following.startswith(o.mark)
    lead = text[max(paragraph.start, o.start - 2) : o.start].rstrip()
    if continues or o.start == paragraph.start or lead.endswith((",", ":")):
        return [(Span(o.start, paragraph.end), Span(o.end, paragraph.end), False, continues)]
    stop = _TERMINAL.search(text, o.end, paragraph.end)
    end = stop.end() if stop else paragraph.end
    return [(Span(o.start, end), Span(o.end, end), False, False)]
