"""What pydantic finds wrong with a rule, in words for its author."""

from __future__ import annotations

import re
from typing import Any

from pydantic import BaseModel, ValidationError

from consistency.rulelang.model import Example, ExampleArticle, Examples, RuleFile
from consistency.rulelang.near import did_you_mean

_MODELS: dict[str, type[BaseModel]] = {
    "": RuleFile, "examples": Examples, "finds": Example, "passes": Example, "articles": ExampleArticle,
}  # fmt: skip


def errors(invalid: ValidationError) -> list[Any]:
    """The errors, without those that only follow from one inside of them (a list is empty as its item is wrong)."""
    found = invalid.errors()
    places = [e["loc"] for e in found]
    return [e for e in found if not any(len(p) > len(e["loc"]) and p[: len(e["loc"])] == e["loc"] for p in places)]


def say(error: Any) -> str:
    """One line about one of pydantic's errors."""
    place, kind = error["loc"], error["type"]
    name = str(place[-1]) if place else "rule"
    if kind == "missing":
        return f"'{name}' is missing"
    if kind == "extra_forbidden":
        return f"unknown key '{name}'{did_you_mean(name, _known_keys(place))}"
    if kind == "literal_error":
        allowed = re.findall(r"'([^']*)'", error["ctx"]["expected"])
        near = did_you_mean(str(error["input"]), allowed)
        return f"'{name}' cannot be {error['input']!r}{near}: it is one of {', '.join(allowed)}"
    if kind == "string_pattern_mismatch":
        return "'id' is lower-case words joined by hyphens" if name == "id" else f"'{name}' must be one line"
    if kind in ("too_short", "string_too_short"):
        return f"'{name}' is empty"
    if kind in ("model_type", "dict_type"):
        return f"'{name}' must be a mapping"
    if kind in ("tuple_type", "list_type"):
        return f"'{name}' must be a list"
    return f"'{name}': {error['msg'][0].lower()}{error['msg'][1:]}"


def _known_keys(place: tuple[str | int, ...]) -> list[str]:
    words = [p for p in place[:-1] if isinstance(p, str)]
    return list(_MODELS[words[-1] if words else ""].model_fields)
