"""The options of the command line, each defined once, and how a command ends."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from traceback import extract_tb
from typing import Annotated

import typer
from typer.core import TyperCommand
from typer.models import OptionInfo

from consistency.cli.terminal import say, tell
from consistency.config import MODEL, rules_folder
from consistency.errors import ConsistencyError, InputError, UsageError

CHECKED, FOUND, NOT_CHECKED, INTERRUPTED = 0, 1, 2, 130
ENGINES = ("auto", "durable", "duckdb")


def choice(flag: str, names: Iterable[str], help_text: str) -> OptionInfo:
    """An option that takes one of the names."""
    allowed = tuple(names)

    def checked(value: str) -> str:
        if value not in allowed:
            raise typer.BadParameter(f"'{value}' is not one of {', '.join(allowed)}")
        return value

    def begun(incomplete: str) -> list[str]:
        return [name for name in allowed if name.startswith(incomplete)]

    option: OptionInfo = typer.Option(
        flag, metavar="|".join(allowed), callback=checked, help=help_text, autocompletion=begun
    )
    return option


def rule_ids(incomplete: str) -> list[str]:
    """The built-in rules whose ids begin so, by their files, for completion."""
    names = (path.stem for path in rules_folder().glob("*/*.yaml") if path.parent.name != "lexicons")
    return sorted(name for name in names if name.startswith(incomplete))


def in_a_folder(value: Path | None) -> Path | None:
    """A file to write must have a folder: said before the work, not after it."""
    if value is not None and not value.parent.is_dir():
        raise typer.BadParameter(f"'{value.parent}' is not a folder")
    return value


PATHS = Annotated[list[str], typer.Argument(metavar="PATH", help="Files, folders, globs, or - for stdin.")]
AS_OF = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="Judge as of this day, not the latest article's."),
]
ENGINE = Annotated[str, choice("--engine", ENGINES, "What runs the rules.")]
WORKERS = Annotated[int, typer.Option(min=1, metavar="N", help="Processes that read articles.")]
RULES = Annotated[
    list[Path] | None, typer.Option("--rules", metavar="PATH", exists=True, help="Rules of your own; repeatable.")
]
NO_BUILTIN = Annotated[bool, typer.Option("--no-builtin", help="Leave the built-in rules out.")]
LEXICONS = Annotated[
    list[Path] | None,
    typer.Option("--lexicons", metavar="DIR", exists=True, file_okay=False, help="Lexicons of your own; repeatable."),
]
SIDECAR = Annotated[
    Path | None,
    typer.Option(metavar="FILE", exists=True, dir_okay=False, help="What you know about the articles (articles.csv)."),
]
FACTS = Annotated[
    list[Path] | None,
    typer.Option("--facts", metavar="FILE", exists=True, dir_okay=False, help="What you know (YAML, CSV); repeatable."),
]
COVERAGE = Annotated[bool, typer.Option("--coverage", help="Say what was not understood, after the report.")]
OUTPUT = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", dir_okay=False, callback=in_a_folder, help="Write to a file."),
]
STATS = Annotated[
    Path | None,
    typer.Option(metavar="FILE", dir_okay=False, callback=in_a_folder, help="Write which engine ran, how long (JSON)."),
]
DISABLE = Annotated[
    list[str] | None,
    typer.Option(
        "--disable",
        metavar="RULE",
        autocompletion=rule_ids,
        help="Do not run this rule, or rules of this category; repeatable.",
    ),
]
SEVERITY = Annotated[
    list[str] | None,
    typer.Option("--severity", metavar="RULE=LEVEL", help="Another severity for a rule or a category; repeatable."),
]
NO_CACHE = Annotated[bool, typer.Option("--no-cache", help="Read all articles anew, and keep nothing of them.")]
QUIET = Annotated[bool, typer.Option("--quiet", "-q", help="Only errors on stderr.")]


def command(
    on: typer.Typer, name: str | None = None, cls: type[TyperCommand] | None = None
) -> Callable[[Callable[..., int]], Callable[..., None]]:
    """Register a function that returns an exit code as a command."""

    def register(work: Callable[..., int]) -> Callable[..., None]:
        @on.command(name, cls=cls)
        @functools.wraps(work)
        def run(*args: object, **options: object) -> None:
            raise typer.Exit(guarded(lambda: work(*args, **options)))

        return run

    return register


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
