"""Untrusted text made harmless: nothing in it acts on a terminal, a page or a parser, and nothing hides."""

from __future__ import annotations

import json
import re

# Controls, format and bidi marks, line separators, lone surrogates and tags: a fixed list, so that the output does not
# change with the Unicode version of the Python that runs.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff0-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_JOINERS = "\u200c\u200d"
_MARKDOWN = re.compile(r"[\\`*_\[\]|~$@]")
_LEADING = re.compile(r"^([-+=#]|\d{1,9}(?=[.)]))")


def visible(text: str) -> str:
    """The text on one line, white space collapsed, controls and bidi marks written out (`\\x1b`), for terminals."""
    line = " ".join(_INVISIBLE.sub("", text).split())
    return _UNSAFE.sub(lambda m: m[0] if m[0] in _JOINERS else _written(m[0]), line)


def page(text: str) -> str:
    """The text for an HTML page, its lines kept, controls and bidi marks written out; markup is escaped elsewhere."""
    lines = _INVISIBLE.sub("", text).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return _UNSAFE.sub(lambda m: m[0] if m[0] in _JOINERS or m[0] == "\n" else _written(m[0]), lines)


def markdown(text: str) -> str:
    """The text on one line as Markdown (CommonMark, GitHub) that shows it: no markup, HTML, link or mention in it."""
    line = visible(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    line = _MARKDOWN.sub(lambda m: "\\" + m[0], line).replace("://", r"\://").replace("www.", r"www\.")
    return _LEADING.sub(lambda m: f"{m[0]}\\" if m[0].isdigit() else f"\\{m[0]}", line)


def xml(text: str) -> str:
    """The text on one line without the characters that no XML document may hold; markup is for the writer to escape."""
    return visible(text).replace("\ufffe", r"\ufffe").replace("\uffff", r"\uffff")


def json_text(value: object, indent: int | None = None) -> str:
    """The value as JSON: letters as they are, whatever is unsafe to print as an escape, the same value when read."""
    dumped = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    return _UNSAFE.sub(lambda m: m[0] if m[0] == "\n" else _units(m[0]), dumped)


def _written(char: str) -> str:
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _units(char: str) -> str:
    """The character as JSON escapes, of its UTF-16 code units."""
    raw = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{raw[i] << 8 | raw[i + 1]:04x}" for i in range(0, len(raw), 2))
