"""Messages of rules: text with `{alias.name}` in it, where a name is a field or something shown of the fact."""

from __future__ import annotations

import re
from typing import NamedTuple

SHOWN = ("text", "date", "source", "deadline_text")
"""What a message can show of a fact besides its fields."""
SHOWN_OF_RELATION = ("because",)
"""What a message can show of a relation besides its fields."""

_PIECE = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
_NAME = re.compile(r"([A-Za-z_][A-Za-z0-9_]*)\.([A-Za-z_][A-Za-z0-9_]*)")


class Placeholder(NamedTuple):
    """`{alias.name}` at an offset of the message."""

    alias: str
    name: str
    at: int


class Broken(NamedTuple):
    """Braces that are no placeholder; `{{` and `}}` stand for the braces themselves."""

    text: str
    at: int


def scan(message: str) -> list[Placeholder | Broken]:
    """All placeholders of the message and all braces that are none, in order."""
    out: list[Placeholder | Broken] = []
    for m in _PIECE.finditer(message):
        if m.group() in ("{{", "}}"):
            continue
        name = _NAME.fullmatch(m.group(1) or "")
        out.append(Placeholder(name[1], name[2], m.start()) if name else Broken(m.group(), m.start()))
    return out


def placeholders(message: str) -> tuple[Placeholder, ...]:
    """The placeholders of a checked message, in order."""
    return tuple(p for p in scan(message) if isinstance(p, Placeholder))


def fill(message: str, values: dict[tuple[str, str], str]) -> str:
    """The message with every `{alias.name}` replaced by `values[alias, name]` (left as it is where there is none)."""

    def piece(m: re.Match[str]) -> str:
        if m.group() in ("{{", "}}"):
            return m.group()[0]
        alias, _, name = (m.group(1) or "").partition(".")
        return values.get((alias, name), m.group())

    return _PIECE.sub(piece, message)
