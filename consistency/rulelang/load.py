"""Loading rule files: every mistake of all files at once, each with its file, line and column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import BaseModel, ValidationError

from consistency.errors import Problem
from consistency.rulelang.compile import compile_rule
from consistency.rulelang.model import Example, ExampleArticle, Examples, Rule, RuleFile
from consistency.rulelang.near import did_you_mean
from consistency.rulelang.yaml_text import Document
from consistency.spans import Position

LEXICONS = "lexicons"
"""A folder of this name beside the rules holds lexicons, not rules."""

_MODELS: dict[str, type[BaseModel]] = {
    "": RuleFile, "examples": Examples, "finds": Example, "passes": Example, "articles": ExampleArticle,
}  # fmt: skip


class LoadedRules(NamedTuple):
    """The rules without mistakes, sorted by id, and the mistakes of the others."""

    rules: tuple[Rule, ...]
    problems: list[Problem]


def load_rules(paths: Iterable[Path]) -> LoadedRules:
    """The rules in these files and folders (every `*.yaml` below a folder, but for lexicons); never raises."""
    rules: dict[str, Rule] = {}
    problems: list[Problem] = []
    for path, problem in _files(paths):
        rule, mistakes = (None, [problem]) if problem else load_rule(path)
        problems += mistakes
        if rule and rule.id in rules:
            first = rules[rule.id]
            problems.append(Problem("error", rule.path, f"the id '{rule.id}' is taken by {first.path}", rule.line, 1))
        elif rule:
            rules[rule.id] = rule
    return LoadedRules(tuple(rules[i] for i in sorted(rules)), problems)


def load_rule(path: Path) -> tuple[Rule | None, list[Problem]]:
    """The rule in a file, or None and every mistake in it."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as e:
        return None, [_problem(path, Position(e.object[: e.start].count(b"\n") + 1, 1), "not UTF-8")]
    except OSError as e:
        return None, [Problem("error", path.as_posix(), f"cannot be read: {e.strerror}")]
    document = Document(text)
    if document.faults:
        return None, [_problem(path, f.position, f.message) for f in document.faults]
    return _rule(path, document)


def _files(paths: Iterable[Path]) -> Iterator[tuple[Path, Problem | None]]:
    """The rule files in order, each once, and a problem for a path where there is none."""
    seen: set[Path] = set()
    for path in paths:
        if path.is_dir():
            inside = [p for p in path.rglob("*.yaml") if LEXICONS not in p.relative_to(path).parts[:-1]]
            found = sorted(p for p in inside if p.is_file())
        else:
            found = [path]
        for file in found:
            if (where := file.resolve()) not in seen:
                seen.add(where)
                yield file, None if file.is_file() else Problem("error", file.as_posix(), "no such file or folder")


def _rule(path: Path, document: Document) -> tuple[Rule | None, list[Problem]]:
    try:
        file = RuleFile.model_validate(document.data)
    except ValidationError as e:
        found = [_invalid(path, document, error) for error in e.errors()]
        return None, sorted(found, key=lambda p: (p.line, p.column))
    query, mistakes = compile_rule(file)
    problems = [_problem(path, document.value(m.place, m.offset) if m.place[0] not in ("facts", "unless")
                         else document.key(m.place), m.message) for m in mistakes]  # fmt: skip
    if file.id != path.stem:
        message = f"the id is '{file.id}' and the file '{path.name}': they must be the same"
        problems.append(_problem(path, document.value(("id",)), message))
    if query is None or problems:
        return None, sorted(problems, key=lambda p: (p.line, p.column))
    return Rule(**dict(file), query=query, path=path.as_posix(), line=document.key(("id",)).line), []


def _problem(path: Path, position: Position, message: str) -> Problem:
    return Problem("error", path.as_posix(), message, position.line, position.column)


def _invalid(path: Path, document: Document, error: Any) -> Problem:
    """What pydantic found, in words of ours and at its place."""
    place = tuple(error["loc"])
    name = str(place[-1]) if place else "rule"
    kind = error["type"]
    if kind == "missing":
        return _problem(path, document.key(place[:-1]), f"'{name}' is missing")
    if kind == "extra_forbidden":
        known = _known_keys(place)
        return _problem(path, document.key(place), f"unknown key '{name}'{did_you_mean(name, known)}")
    return _problem(path, document.value(place), _message(name, kind, error))


def _message(name: str, kind: str, error: Any) -> str:
    if kind == "literal_error":
        allowed = re.findall(r"'([^']*)'", error["ctx"]["expected"])
        given = error["input"]
        near = did_you_mean(str(given), allowed)
        return f"'{name}' cannot be {given!r}{near}: it is one of {', '.join(allowed)}"
    if name == "id" and kind == "string_pattern_mismatch":
        return "'id' is lower-case words joined by hyphens"
    if kind == "string_pattern_mismatch":
        return f"'{name}' must be one line"
    if kind in ("too_short", "string_too_short"):
        return f"'{name}' is empty"
    return f"'{name}': {error['msg'][0].lower()}{error['msg'][1:]}"


def _known_keys(place: tuple[str | int, ...]) -> list[str]:
    """The keys that the model knows where an unknown one was found."""
    words = [p for p in place[:-1] if isinstance(p, str)]
    return list(_MODELS[words[-1] if words else ""].model_fields)
