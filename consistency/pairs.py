"""Reading the pairs of sentences that `compare` judges: JSON lines with id, first and second."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from consistency.errors import Problem

Pair = tuple[str, str, str]
MAX_SENTENCE = 10_000
"""Characters of one sentence of a pair."""


def pairs(lines: Iterable[bytes], path: str) -> Iterator[Pair | Problem]:
    """Each line as (id, first, second), or the problem with it; blank lines are passed over."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            read = _pair(line)
            yield Problem("error", path, read, number) if isinstance(read, str) else read


def _pair(line: bytes) -> Pair | str:
    """The pair, or what is wrong with the line."""
    try:
        value = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as e:
        return f"not a JSON object in UTF-8: {e}"
    if not isinstance(value, dict):
        return "not a JSON object"
    missing = [key for key in ("id", "first", "second") if not isinstance(value.get(key), str)]
    if missing:
        return f"no string under {', '.join(missing)}"
    texts = value["id"], value["first"], value["second"]
    if any("\ud800" <= c <= "\udfff" for text in texts for c in text):
        return "not text: it holds half a character (a lone surrogate)"
    if max(map(len, texts)) > MAX_SENTENCE:
        return f"longer than {MAX_SENTENCE:,} characters"
    return texts
