"""The grammar of a condition: `promise excludes outcome as link`, `outcome.said_from > promise.deadline + 30 days`."""

from __future__ import annotations

import re
from typing import NamedTuple

from consistency.rulelang.ir import Op

OPS: dict[str, Op] = {"=": "eq", "!=": "ne", "<": "lt", "<=": "le", ">": "gt", ">=": "ge"}
MAX_LENGTH = 500

_TOKEN = re.compile(r'(?P<string>"(?:[^"\\]|\\.)*"|\'[^\']*\')|(?P<op>[!<>=]=|[=<>*+])|(?P<word>[^\s"\'=<>!*+]+)')
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_FIELD = re.compile(r"([A-Za-z_][A-Za-z0-9_]*)\.([A-Za-z_][A-Za-z0-9_]*)")
_INTEGER = re.compile(r"-?[0-9]{1,18}")


class Mistake(NamedTuple):
    """Something wrong in a rule: the path of keys to the place, the offset in its text, and what it is."""

    place: tuple[str | int, ...]
    offset: int
    message: str


class Named(NamedTuple):
    """`alias.field` and the offset where it stands."""

    alias: str
    field: str
    at: int


class Presence(NamedTuple):
    """`alias.field is present` or `is absent`."""

    left: Named
    present: bool


class Relating(NamedTuple):
    """`alias relation alias [as name]`, each with its offset."""

    left: str
    relation: str
    right: str
    name: str
    left_at: int
    relation_at: int
    right_at: int
    name_at: int


class Literal(NamedTuple):
    """A literal as it was written; `quoted` where it stood in quotation marks, which are taken off."""

    text: str
    quoted: bool
    at: int


class Sum(NamedTuple):
    """`alias.field [* int] [+|- int [days]]` on the right of an operator."""

    right: Named
    times: int
    plus: int
    in_days: bool


class Comparison(NamedTuple):
    """`alias.field op literal` or `alias.field op alias.field ...`."""

    left: Named
    op: Op
    value: Literal | Sum


Parsed = Presence | Relating | Comparison


class _Token(NamedTuple):
    kind: str
    text: str
    at: int


class _Wrong(Exception):  # noqa: N818 - never leaves this file
    def __init__(self, at: int, message: str) -> None:
        super().__init__(message)
        self.at = at
        self.message = message


def parse(text: str, place: tuple[str | int, ...] = ()) -> Parsed | Mistake:
    """The condition that the text says, or what is wrong with it; linear in the text's length."""
    try:
        return _condition(_tokens(text), len(text))
    except _Wrong as e:
        return Mistake(place, e.at, e.message)


def _tokens(text: str) -> list[_Token]:
    if len(text) > MAX_LENGTH:
        raise _Wrong(0, f"a condition of more than {MAX_LENGTH} characters")
    out: list[_Token] = []
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        m = _TOKEN.match(text, at)
        if m is None:
            raise _Wrong(at, f"cannot read {text[at:at + 20]!r}")
        out.append(_Token(str(m.lastgroup), m.group(), at))
        at = m.end()
    return out


def _condition(tokens: list[_Token], end: int) -> Parsed:
    if len(tokens) < 3:
        raise _Wrong(0, "a condition is 'alias.field = value', 'alias.field is present' or 'alias relation alias'")
    if tokens[1].kind == "op":
        return _comparison(tokens, end)
    if tokens[1].text == "is":
        return _presence(tokens)
    return _relating(tokens)


def _presence(tokens: list[_Token]) -> Presence:
    if tokens[2].text not in ("present", "absent"):
        raise _Wrong(tokens[2].at, f"'is {tokens[2].text}' is neither 'is present' nor 'is absent'; use = for values")
    _nothing_after(tokens, 3)
    return Presence(_field(tokens[0]), tokens[2].text == "present")


def _relating(tokens: list[_Token]) -> Relating:
    names = [_name(t) for t in tokens[:3]]
    if len(tokens) > 3 and tokens[3].text == "as":
        if len(tokens) < 5:
            raise _Wrong(tokens[3].at, "a name is missing after 'as'")
        name, name_at = _name(tokens[4]), tokens[4].at
        _nothing_after(tokens, 5)
    else:
        name, name_at = " ".join(names), tokens[0].at
        _nothing_after(tokens, 3)
    return Relating(names[0], names[1], names[2], name, tokens[0].at, tokens[1].at, tokens[2].at, name_at)


def _comparison(tokens: list[_Token], end: int) -> Comparison:
    op = OPS.get(tokens[1].text)
    if op is None:
        hint = ": use =" if tokens[1].text == "==" else ""
        raise _Wrong(tokens[1].at, f"{tokens[1].text!r} is not one of {' '.join(OPS)}{hint}")
    left, right = _field(tokens[0]), tokens[2]
    if right.kind == "word" and _FIELD.fullmatch(right.text):
        return Comparison(left, op, _sum(tokens[2:], end))
    _nothing_after(tokens, 3)
    if right.kind == "string":
        return Comparison(left, op, Literal(_unquoted(right.text), True, right.at))
    if right.kind == "op":
        raise _Wrong(right.at, f"a value is missing before {right.text!r}")
    return Comparison(left, op, Literal(right.text, False, right.at))


def _sum(tokens: list[_Token], end: int) -> Sum:
    times, plus, in_days, rest = 1, 0, False, tokens[1:]
    if rest and rest[0].text == "*":
        times = _integer(rest, 1, end)
        rest = rest[2:]
    if rest and rest[0].text in ("+", "-"):
        plus = _integer(rest, 1, end) * (1 if rest[0].text == "+" else -1)
        rest = rest[2:]
        if rest and rest[0].text in ("day", "days"):
            in_days, rest = True, rest[1:]
    _nothing_after(rest, 0)
    return Sum(_field(tokens[0]), times, plus, in_days)


def _integer(tokens: list[_Token], i: int, end: int) -> int:
    if i >= len(tokens):
        raise _Wrong(end, f"an integer is missing after {tokens[i - 1].text!r}")
    if not _INTEGER.fullmatch(tokens[i].text):
        raise _Wrong(tokens[i].at, f"{tokens[i].text!r} is not an integer")
    return int(tokens[i].text)


def _field(token: _Token) -> Named:
    m = _FIELD.fullmatch(token.text) if token.kind == "word" else None
    if m is None:
        raise _Wrong(token.at, f"{token.text!r} is not 'alias.field'")
    return Named(m.group(1), m.group(2), token.at)


def _name(token: _Token) -> str:
    if token.kind != "word" or not _NAME.fullmatch(token.text):
        raise _Wrong(token.at, f"{token.text!r} is not a name")
    return token.text


def _nothing_after(tokens: list[_Token], count: int) -> None:
    if len(tokens) > count:
        raise _Wrong(tokens[count].at, f"{tokens[count].text!r} is one word too many")


def _unquoted(text: str) -> str:
    body = text[1:-1]
    return re.sub(r"\\(.)", r"\1", body, flags=re.DOTALL) if text[0] == '"' else body
