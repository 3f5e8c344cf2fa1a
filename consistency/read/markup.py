"""Markdown's markup, found in one linear pass: what is markup is masked, what is words stays where it stands.

Indented code is not masked: in articles, four spaces are far more often an indented paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from consistency.read.inline import inline_masks
from consistency.spans import Span

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})[^`\r\n]*$")
_HEADING = re.compile(r" {0,3}#{1,6}(?=[ \t]|$)[ \t]*")
_HEADING_END = re.compile(r"[ \t]#+[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
_QUOTE_OR_ITEM = re.compile(r"[ \t]*(?:>[ \t]?|[-*+](?:[ \t]+\[[ xX]\])?[ \t]+|\d{1,2}[.)][ \t]+)")
_DEFINITION = re.compile(r" {0,3}\[(?!\^)[^\[\]\r\n]{1,200}\]:[ \t]*\S")
_HTML = re.compile(r"<!--|<(script|style)\b", re.I)
_HTML_END = {name: re.compile(end, re.I) for name, end in (("", "-->"), ("script", "</script>"), ("style", "</style>"))}
_MAX_NESTING = 8


@dataclass(slots=True)
class Markup:
    """The stretches that are markup, and the words of the first heading."""

    masks: list[Span] = field(default_factory=list)
    title: str | None = None


def scan_markup(text: str, start: int) -> Markup:
    """The markup of a Markdown text from `start` on; masks never take the line end that closes a line."""
    markup = Markup()
    hidden = _hidden_blocks(text, start)
    markup.masks += hidden
    headings: list[Span] = []
    before = Span(start, start)
    for line in _lines_outside(text, start, hidden):
        before = _scan_line(text, line, before, markup, headings)
    markup.masks += inline_masks(text, start, hidden)
    if headings:
        markup.title = _words(text, headings[0], markup.masks)
    return markup


def _lines(text: str, start: int) -> Iterator[Span]:
    at = start
    while at < len(text):
        found = _LINE.match(text, at)
        end = found.end() if found else len(text)
        yield Span(at, at + len(text[at:end].rstrip("\r\n")))
        at = end


def _lines_outside(text: str, start: int, hidden: list[Span]) -> Iterator[Span]:
    """Lines that no hidden block takes a part of."""
    blocks = iter(hidden)
    block = next(blocks, None)
    for line in _lines(text, start):
        while block is not None and block.end <= line.start:
            block = next(blocks, None)
        if block is None or not line.overlaps(block):
            yield line


def _hidden_blocks(text: str, start: int) -> list[Span]:
    """Fenced code, and HTML comments, scripts and styles: their contents are not the article's words."""
    blocks: list[Span] = []
    fence: tuple[int, str] | None = None
    comments = _html_blocks(text, start)
    comment = next(comments, None)
    for line in _lines(text, start):
        while comment is not None and comment.end <= line.start:
            blocks.append(comment)
            comment = next(comments, None)
        if fence is None and comment is not None and comment.start < line.start:
            continue
        found = _FENCE.match(text, line.start, line.end)
        if fence is None:
            fence = (line.start, found[1]) if found else None
        elif found and found[1].startswith(fence[1]) and found.group().strip() == found[1]:
            blocks.append(Span(fence[0], line.end))
            fence = None
    if comment is not None:
        blocks += [comment, *comments]
    return _disjoint(blocks)


def _html_blocks(text: str, start: int) -> Iterator[Span]:
    at = start
    while (found := _HTML.search(text, at)) is not None:
        closed = _HTML_END[(found[1] or "").lower()].search(text, found.end())
        if closed is None:
            return
        yield Span(found.start(), closed.end())
        at = closed.end()


def _disjoint(blocks: list[Span]) -> list[Span]:
    out: list[Span] = []
    for block in sorted(blocks):
        if out and block.start < out[-1].end:
            out[-1] = Span(out[-1].start, max(block.end, out[-1].end))
        else:
            out.append(block)
    return out


def _scan_line(text: str, line: Span, before: Span, markup: Markup, headings: list[Span]) -> Span:
    """Masks the block markup of one line; gives the words of the line, for an underline that may follow."""
    at = line.start
    for _ in range(_MAX_NESTING):
        mark = _QUOTE_OR_ITEM.match(text, at, line.end)
        if mark is None or _is_rule(text[at : line.end]):
            break
        markup.masks.append(Span(*mark.span()))
        at = mark.end()
    underlined = bool(before.of(text).strip()) and _UNDERLINE.match(text, at, line.end) is not None
    if underlined or _is_rule(text[at : line.end]) or _DEFINITION.match(text, at, line.end):
        markup.masks.append(Span(at, line.end))
        if underlined:
            headings.append(before)
        return Span(line.end, line.end)
    return _heading_or_words(text, Span(at, line.end), markup, headings)


def _is_rule(line: str) -> bool:
    """A line of nothing but three or more `-`, `*` or `_`, or the rule below the head of a table."""
    marks = set(line) - {" ", "\t"}
    rule = marks in ({"-"}, {"*"}, {"_"}) and sum(c in marks for c in line) >= 3
    return rule or ({"|", "-"} <= marks <= {"|", "-", ":"})


def _heading_or_words(text: str, line: Span, markup: Markup, headings: list[Span]) -> Span:
    mark = _HEADING.match(text, *line)
    if mark is None:
        return line
    markup.masks.append(Span(*mark.span()))
    end = _HEADING_END.search(text, max(mark.end() - 1, line.start), line.end)
    if end is not None:
        markup.masks.append(Span(*end.span()))
    words = Span(mark.end(), max(mark.end(), end.start() if end else line.end))
    if words.of(text).strip():
        headings.append(words)
    return Span(line.end, line.end)


def _words(text: str, heading: Span, masks: list[Span]) -> str | None:
    """The heading's words, without the markup inside it."""
    at, out = heading.start, []
    for mask in sorted(m for m in masks if m.overlaps(heading)):
        out.append(text[at : max(at, mask.start)])
        at = max(at, mask.end)
    out.append(text[at : heading.end])
    return " ".join("".join(out).split()) or None
