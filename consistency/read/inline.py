"""Markdown's markup inside a line: emphasis, links' targets, images, code marks, tags, escapes. Linear in the text."""

from __future__ import annotations

import re

from consistency.spans import Span

_TARGET = r"\((?:[^()\[\]\r\n]|\([^()\[\]\r\n]{0,200}\)){0,2000}\)"
_TOKEN = re.compile(
    rf"""
    (?P<escape>\\(?=[!-/:-@\[-`{{-~]))
  | (?P<image>!\[[^\[\]\r\n]{{0,1000}}\](?:{_TARGET})?)
  | (?P<footnote>\[\^[^\[\]\s]{{1,60}}\]:?)
  | (?P<close>\](?:{_TARGET}|\[[^\[\]\r\n]{{0,200}}\]))
  | (?P<open>\[)
  | (?P<plain>\])
  | (?P<address></?(?:https?:|mailto:|[A-Za-z])[^<>\r\n]{{0,1000}}>)
  | (?P<code>`+)
  | (?P<strike>~~)
  | (?P<emphasis>\*+|_+)
  | (?P<paragraph>(?>\r\n|\n|\r)[ \t]*(?>\r\n|\n|\r))
    """,
    re.X,
)
_MASKED = ("image", "footnote", "address", "code", "strike")


class _Open:
    """Marks that wait for their other half; a new paragraph forgets them."""

    def __init__(self) -> None:
        self.brackets: list[int] = []
        self.runs: dict[str, list[Span]] = {"*": [], "_": []}


def inline_masks(text: str, start: int, hidden: list[Span]) -> list[Span]:
    """The inline markup from `start` on, outside the hidden blocks, in no order."""
    masks: list[Span] = []
    at = start
    for block in [*hidden, Span(len(text), len(text))]:
        masks += _scan(text, Span(at, block.start))
        at = block.end
    return masks


def _scan(text: str, part: Span) -> list[Span]:
    masks: list[Span] = []
    waiting = _Open()
    escaped = -1
    for token in _TOKEN.finditer(text, part.start, part.end):
        span = Span(*token.span())
        kind = token.lastgroup or ""
        if span.start == escaped:
            continue
        if kind == "escape":
            masks.append(span)
            escaped = span.end
        elif kind in _MASKED:
            masks.append(span)
        elif kind == "open":
            waiting.brackets.append(span.start)
        elif kind in ("close", "plain"):
            masks += _close_bracket(span, kind, waiting)
        elif kind == "emphasis":
            masks += _emphasis(text, span, waiting)
        else:
            waiting = _Open()
    return masks


def _close_bracket(span: Span, kind: str, waiting: _Open) -> list[Span]:
    if not waiting.brackets:
        return []
    opened = waiting.brackets.pop()
    return [Span(opened, opened + 1), span] if kind == "close" else []


def _emphasis(text: str, run: Span, waiting: _Open) -> list[Span]:
    """A run of `*` or `_` closes the one that waits, or waits itself; inside a word `_` is a letter."""
    char = text[run.start]
    left, right = text[max(run.start - 1, 0) : run.start], text[run.end : run.end + 1]
    opens, closes = bool(right.strip()), bool(left.strip())
    if char == "_":
        opens, closes = opens and not left.isalnum(), closes and not right.isalnum()
    stack = waiting.runs[char]
    if closes and stack:
        return [stack.pop(), run]
    if opens:
        stack.append(run)
    return []
