"""Rules as Python functions: annotations pick the facts, the body says how they are tied, the same rule comes out.

    @rule(category="unmet_promise", severity="error", summary="...", message="{promise.text}", examples={...})
    def promise_past_its_deadline(promise: Promise, outcome: Outcome | Event, kept: Annotated[Outcome, UNLESS]):
        link = promise.excludes(outcome)
        yield link
        yield link.strength >= 60
        yield outcome.said_from > promise.deadline + 30
        yield kept.fulfils(promise)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import FunctionType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import ValidationError

from consistency.errors import Problem, RuleError
from consistency.rulelang.compile import compile_rule
from consistency.rulelang.invalid import errors, say
from consistency.rulelang.model import Rule, RuleFile
from consistency.rulelang.symbols import (
    KINDS,
    UNLESS,
    Claim,
    Condition,
    Demand,
    Denial,
    Event,
    Fact,
    Link,
    Misuse,
    NonAnswer,
    OneOf,
    Outcome,
    Position,
    Prediction,
    Promise,
    Quantity,
    Quote,
)  # fmt: skip

__all__ = [
    "UNLESS", "Claim", "Demand", "Denial", "Event", "Fact", "NonAnswer", "Outcome", "Position", "Prediction",
    "Promise", "Quantity", "Quote", "rule",
]  # fmt: skip

Body = Callable[..., object]
Facts = dict[str, dict[str, object]]


def rule(
    *, category: str, severity: str, summary: str, message: str, examples: Mapping[str, object], why: str | None = None,
    id: str | None = None,  # noqa: A002 - the word of the rule language
) -> Callable[[Body], Rule]:
    """Makes a rule of a function; raises RuleError with every mistake, at the function's file and line.

    `id` is the function's name with hyphens and `why` its docstring, if they are not given. `examples` are as in a
    rule file: {"finds": [{"name": ..., "articles": [{"text": ...}]}], "passes": [...]}.
    """

    def decorate(function: Body) -> Rule:
        if not isinstance(function, FunctionType):
            raise RuleError([Problem("error", "", "@rule is for functions")])
        given: dict[str, object] = {
            "id": id or function.__name__.strip("_").replace("_", "-"),
            "category": category,
            "severity": severity,
            "summary": summary,
            "why": why or function.__doc__ or summary,
            "message": message,
            "examples": examples,
        }
        return _rule(function, given)

    return decorate


def _rule(function: FunctionType, given: dict[str, object]) -> Rule:
    path, line = _place(function)
    try:
        file = RuleFile.model_validate({**given, **_pattern(function)})
    except ValidationError as e:
        raise RuleError([Problem("error", path, say(error), line, 1) for error in errors(e)]) from e
    except (Misuse, NameError) as e:
        raise RuleError([Problem("error", path, str(e), line, 1)]) from e
    query, mistakes = compile_rule(file)
    if query is None:
        raise RuleError([Problem("error", path, m.message, line, 1) for m in mistakes])
    return Rule(**dict(file), query=query, path=path, line=line)


def _place(function: FunctionType) -> tuple[str, int]:
    """The function's file, relative to the working directory if it is below it, and its line."""
    path, here = Path(function.__code__.co_filename), Path.cwd()
    shown = path.relative_to(here) if path.is_relative_to(here) else path
    return shown.as_posix(), function.__code__.co_firstlineno


def _pattern(function: FunctionType) -> dict[str, object]:
    """`facts`, `unless` and `where` of the function."""
    hints = get_type_hints(function, include_extras=True)
    names = function.__code__.co_varnames[: function.__code__.co_argcount]
    facts: Facts = {}
    unless: Facts = {}
    proxies = []
    for name in names:
        kinds, negated = _kinds(name, hints.get(name))
        (unless if negated else facts)[name] = {"kind": list(kinds) if len(kinds) > 1 else kinds[0]}
        proxies.append(Fact(name))
    where = []
    for said in _said(function(*proxies)):
        if isinstance(said, OneOf):
            _narrow(facts if said.alias in facts else unless, said)
        else:
            where.append(str(said))
    return {"facts": facts, "unless": unless, "where": where}


def _kinds(name: str, hint: object) -> tuple[tuple[str, ...], bool]:
    """The kinds of fact that an annotation means, and whether there must be no such fact."""
    if get_origin(hint) is Annotated:
        inner, *notes = get_args(hint)
        return _kinds(name, inner)[0], UNLESS in notes
    types: Iterable[Any] = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    kinds = [kind for t in types for kind in KINDS.get(t, ())]
    if not kinds:
        raise Misuse(f"'{name}' must be annotated with a kind of fact, such as Promise or Outcome | Event")
    return tuple(dict.fromkeys(kinds)), False


def _said(result: object) -> Iterable[Condition | Link | OneOf]:
    """The conditions that the body returned or yielded."""
    items = [result] if isinstance(result, Condition | Link | OneOf) else result
    if items is None:
        return []
    if not isinstance(items, Iterable):
        raise Misuse(f"the function must return or yield conditions, not {items!r}")
    out = []
    for item in items:
        if not isinstance(item, Condition | Link | OneOf):
            raise Misuse(f"the function must return or yield conditions, not {item!r}")
        out.append(item)
    return out


def _narrow(patterns: Facts, choice: OneOf) -> None:
    if choice.alias not in patterns:
        raise Misuse(f"one_of is for facts, not for '{choice.alias}'")
    patterns[choice.alias][choice.field] = list(choice.values)
