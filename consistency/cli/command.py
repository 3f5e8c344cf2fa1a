"""What every command is: a function that returns an exit code, whose faults never reach the user as a traceback."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from importlib.util import find_spec
from inspect import Parameter, Signature, signature
from pathlib import Path
from traceback import extract_tb
from typing import Any, get_type_hints

import typer
from typer.core import TyperCommand

from consistency.cli.terminal import say, tell
from consistency.config import MODEL
from consistency.errors import ConsistencyError, InputError, UsageError

CHECKED, FOUND, NOT_CHECKED, INTERRUPTED = 0, 1, 2, 130


def command(
    on: typer.Typer, name: str | None = None, cls: type[TyperCommand] | None = None
) -> Callable[[Callable[..., int]], Callable[..., None]]:
    """Register a function that returns an exit code as a command.

    A parameter that is a dataclass stands for its fields, each an option of the command.
    """

    def register(work: Callable[..., int]) -> Callable[..., None]:
        taken = signature(work, eval_str=True).parameters
        groups = {name: p.annotation for name, p in taken.items() if is_dataclass(p.annotation)}

        @functools.wraps(work)
        def run(**given: object) -> None:
            raise typer.Exit(guarded(lambda: work(**_gathered(given, groups))))

        run.__signature__ = Signature([p for own in taken.values() for p in _options(own)])  # type: ignore[attr-defined]
        return on.command(name, cls=cls)(run)

    return register


def _options(taken: Parameter) -> Iterator[Parameter]:
    """The parameter itself, or one for each field of a dataclass."""
    if not is_dataclass(taken.annotation):
        yield taken.replace(kind=Parameter.KEYWORD_ONLY)
        return
    hints = get_type_hints(taken.annotation, include_extras=True)
    for field in fields(taken.annotation):
        yield Parameter(field.name, Parameter.KEYWORD_ONLY, default=field.default, annotation=hints[field.name])


def _gathered(given: Mapping[str, object], groups: Mapping[str, Any]) -> dict[str, object]:
    """The values with those of each dataclass put into one."""
    grouped = {name: {f.name for f in fields(group)} for name, group in groups.items()}
    own = {name: value for name, value in given.items() if not any(name in names for names in grouped.values())}
    return own | {name: groups[name](**{n: given[n] for n in names}) for name, names in grouped.items()}


def guarded(work: Callable[[], int]) -> int:
    """The exit code of the work; a fault, ours or the user's, is one line on stderr and 2, never a traceback."""
    try:
        _require_folder()
        return work()
    except InputError as e:
        tell(e.problems)
    except ConsistencyError as e:
        say(f"error: {e}")
    except KeyboardInterrupt:
        say("interrupted")
        return INTERRUPTED
    except Exception as e:  # noqa: BLE001 - uncaught, Python would exit with 1, which means "findings"
        where = extract_tb(e.__traceback__)[-1]
        place = f"{Path(where.filename).name}:{where.lineno}"
        say(f"error: internal fault, please report it: {type(e).__name__} in {place}: {e}")
    return NOT_CHECKED


def _require_folder() -> None:
    """Raise UsageError where the current folder has been removed: every relative path would be a fault."""
    try:
        Path.cwd()
    except OSError as e:
        raise UsageError("the current folder is gone: change to one that exists") from e


def require_model() -> None:
    """Raise UsageError, with what to do, where the language model is not installed."""
    if find_spec(MODEL) is None:
        raise UsageError(f"the language model is not installed: pip install {MODEL.replace('_', '-')}")
