"""Values in rules: whether a literal fits the type of a field, and what it is then."""

from __future__ import annotations

import re
from datetime import date

from consistency.rulelang.fields import FIELDS, LIMIT, RELATIONS, Field, FieldType, Value, days
from consistency.rulelang.near import did_you_mean

MAX_TIMES = 1000
MAX_PLUS = 10**15

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INTEGER = re.compile(r"-?[0-9]{1,19}")
_A = {"string": "a string", "integer": "an integer", "date": "a date", "boolean": "a boolean"}


class Misfit(str):
    """What is wrong with a value."""

    __slots__ = ()


def a(field: str) -> str:
    """The field's type with its article."""
    return _A[FIELDS[field].type]


def typed(name: str, raw: object) -> Value | Misfit:
    """The value that a field is compared with, from what YAML or Python gave."""
    field = FIELDS[name]
    if field.type == "boolean":
        return raw if isinstance(raw, bool) else Misfit(f"'{name}' is a boolean: true or false, not {raw!r}")
    if field.type == "integer":
        return _integer(name, raw)
    if field.type == "date":
        return _date(name, raw)
    if not isinstance(raw, str) or not raw:
        return Misfit(f"'{name}' is a string, not {raw!r}")
    return _string(name, field, raw)


def from_text(name: str, text: str, quoted: bool) -> Value | Misfit:
    """The value that a literal in a condition stands for."""
    kind = FIELDS[name].type
    if kind == "string":
        return typed(name, text)
    if quoted:
        return Misfit(f"'{name}' is {a(name)}, not the string '{text}'")
    if kind == "boolean" and text in ("true", "false"):
        return text == "true"
    if kind == "integer" and _INTEGER.fullmatch(text):
        return typed(name, int(text))
    return typed(name, text)


def bad_sum(kind: FieldType, times: int, plus: int, in_days: bool) -> str:
    """What is wrong with `field * times + plus`, "" if nothing is; `in_days` where it is said to be days."""
    if kind in ("string", "boolean") and (times != 1 or plus != 0):
        return f"there is no arithmetic with a {kind}"
    if kind == "date" and times != 1:
        return "a date cannot be multiplied"
    if kind == "integer" and in_days:
        return "days can be added to dates only"
    if not 0 < abs(times) <= MAX_TIMES:
        return f"multiply by an integer from 1 to {MAX_TIMES}, or by a negative one"
    return "" if abs(plus) <= MAX_PLUS else f"add no more than {MAX_PLUS}"


def _integer(name: str, raw: object) -> Value | Misfit:
    if not isinstance(raw, int) or isinstance(raw, bool):
        return Misfit(f"'{name}' is an integer, not {raw!r}")
    return raw if abs(raw) <= LIMIT else Misfit(f"'{name}' is compared with too large a number")


def _date(name: str, raw: object) -> Value | Misfit:
    if isinstance(raw, date):
        return days(raw)
    if isinstance(raw, str) and _DATE.fullmatch(raw):
        try:
            return days(date.fromisoformat(raw))
        except ValueError:
            pass
    return Misfit(f"'{name}' is a date: YYYY-MM-DD, not {raw!r}")


def _string(name: str, field: Field, raw: str) -> Value | Misfit:
    allowed = field.values or (tuple(RELATIONS) if name == "relation" else ())
    if allowed and raw not in allowed:
        return Misfit(f"'{name}' is never '{raw}'{did_you_mean(raw, allowed)}: it is one of {', '.join(allowed)}")
    return raw
