"""Comments in an article that ask to ignore findings: `<!-- consistency: ignore RULE -- reason -->`.

They are only found here. Articles are untrusted, so whether they are heeded is for the user to say (suppressions).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from consistency.spans import LineIndex, Span

FORM = "<!-- consistency: ignore RULE -- reason -->"
_COMMENT = re.compile(r"<!--\s{0,5}consistency:([^<>]{0,500}?)-->")
_NAMES = re.compile(r"[a-z0-9_-]{1,120}(?:\s?,\s?[a-z0-9_-]{1,120}){0,20}")
_BREAK = re.compile(r"(?:\r\n|\n|\r)[ \t]*(?=\r\n|\n|\r)")


class Ignore(NamedTuple):
    """A comment: where it stands, the paragraph that it is about, what it names (rules, categories, findings) and why.

    `fault` says what is wrong with it; a comment with a fault asks for nothing.
    """

    span: Span
    scope: Span
    line: int
    names: tuple[str, ...] = ()
    reason: str = ""
    fault: str = ""


def ignores(text: str) -> tuple[Ignore, ...]:
    """The comments of a text, in order; one alone on its line is about the paragraph after it, else about its own."""
    found = list(_COMMENT.finditer(text))
    if not found:
        return ()
    lines, breaks = LineIndex(text), [m.end() for m in _BREAK.finditer(text)]
    return tuple(_ignore(text, m, lines.position(m.start()).line, breaks) for m in found)


def _ignore(text: str, comment: re.Match[str], line: int, breaks: list[int]) -> Ignore:
    span = Span(*comment.span())
    order, _, reason = (part.strip() for part in comment[1].partition("--"))
    verb, _, named = order.partition(" ")
    names = named.strip()
    fault = ""
    if verb != "ignore" or not _NAMES.fullmatch(names):
        fault = "names no rule"
    elif not reason:
        fault = "gives no reason"
    listed = () if fault else tuple(name.strip() for name in names.split(","))
    return Ignore(span, _scope(text, span, breaks), line, listed, " ".join(reason.split()), fault)


def _scope(text: str, span: Span, breaks: list[int]) -> Span:
    """The paragraph, up to the next blank line."""
    before = max(text.rfind("\n", 0, span.start), text.rfind("\r", 0, span.start)) + 1
    rest = re.compile(r"[ \t]*(?=[\r\n]|\Z)").match(text, span.end)
    if rest is None or text[before : span.start].strip():
        first = bisect_right(breaks, span.start)
        start = breaks[first - 1] if first else 0
        start += len(text[start : span.start]) - len(text[start : span.start].lstrip("\r\n"))
        after = bisect_left(breaks, span.end)
    else:
        start = span.end + len(text[span.end :]) - len(text[span.end :].lstrip())
        after = bisect_left(breaks, start)
    return Span(start, breaks[after] if after < len(breaks) else len(text))
