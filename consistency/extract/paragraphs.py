"""Paragraphs of a plain text, also where an editor or a mail program has broken the lines."""

from __future__ import annotations

import re
from itertools import pairwise

from consistency.spans import Span, strip_span

_BREAK = re.compile(r"[^\r\n]+")
_BLANK = re.compile(r"(?:\r\n|\r|\n)[ \t\xa0]*(?:\r\n|\r|\n)")
_ENDS = tuple(".!?:;…\"”’'»)")


def is_wrapped(text: str) -> bool:
    """Whether the lines are broken by width: most lines that another follows stop in the middle of a sentence."""
    lines = text.splitlines()
    pairs = [(a, b) for a, b in pairwise(lines) if a.strip() and b.strip()]
    if len(pairs) < 3 or max(len(a) for a, _ in pairs) > 120:
        return False
    cut = sum(not a.rstrip().endswith(_ENDS) for a, _ in pairs)
    return cut * 2 > len(pairs) and sum(len(a) > 40 for a, _ in pairs) * 2 > len(pairs)


def paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs, in order and without the white space around them; none is empty."""
    if is_wrapped(text):
        edges = [0]
        for m in _BLANK.finditer(text):
            edges += [m.start(), m.end()]
        edges.append(len(text))
        pieces = [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    else:
        pieces = [Span(m.start(), m.end()) for m in _BREAK.finditer(text)]
    return tuple(s for p in pieces if (s := strip_span(text, p)).end > s.start)
