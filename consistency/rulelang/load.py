"""Loading rule files: every mistake of all files at once, each with its file, line and column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from consistency.errors import Problem
from consistency.rulelang.compile import compile_rule
from consistency.rulelang.conditions import Mistake
from consistency.rulelang.invalid import errors, say
from consistency.rulelang.model import Rule, RuleFile
from consistency.rulelang.yaml_text import Document
from consistency.spans import Position

LEXICONS = "lexicons"
"""A folder of this name beside the rules holds lexicons, not rules."""


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
    file, problems = _file(path, document)
    query, mistakes = compile_rule(file) if file else (None, [])
    problems += [_problem(path, _position(document, m), m.message) for m in mistakes]
    if file and file.id not in ("", path.stem):
        message = f"the id is '{file.id}' and the file '{path.name}': they must be the same"
        problems.append(_problem(path, document.value(("id",)), message))
    if file is None or query is None or problems:
        return None, sorted(set(problems), key=lambda p: (p.line or 0, p.column or 0, p.message))
    return Rule(**dict(file), query=query, path=path.as_posix(), line=document.key(("id",)).line), []


def _file(path: Path, document: Document) -> tuple[RuleFile | None, list[Problem]]:
    """The rule as written; where something is wrong, what is left of it, so that the rest can be checked too."""
    try:
        return RuleFile.model_validate(document.data), []
    except ValidationError as e:
        found = errors(e)
        problems = [_problem(path, _place(document, error), say(error)) for error in found]
        return _remains(document.data, {error["loc"][0] for error in found if error["loc"]}), problems


def _remains(data: object, wrong: set[str | int]) -> RuleFile | None:
    """The rule without its wrong keys; None where facts or conditions are among them."""
    if not isinstance(data, dict) or wrong & {"facts", "where", "unless"} or "facts" not in data:
        return None
    empty: dict[str, object] = {"id": "", "category": "", "severity": "", "message": "", "where": [], "unless": {}}
    known = {k: v for k, v in data.items() if k in RuleFile.model_fields and k not in wrong}
    return RuleFile.model_construct(**{**empty, **known})


def _position(document: Document, mistake: Mistake) -> Position:
    """Aliases and fields are keys; conditions and the message are values, with an offset in them."""
    if mistake.place[0] in ("facts", "unless"):
        return document.key(mistake.place)
    return document.value(mistake.place, mistake.offset)


def _place(document: Document, error: Any) -> Position:
    """Where an error of pydantic's is: at the key if that is wrong, at the parent's if the key is missing."""
    place = tuple(error["loc"])
    if error["type"] == "missing":
        return document.key(place[:-1])
    return document.key(place) if error["type"] == "extra_forbidden" else document.value(place)


def _problem(path: Path, position: Position, message: str) -> Problem:
    return Problem("error", path.as_posix(), message, position.line, position.column)
