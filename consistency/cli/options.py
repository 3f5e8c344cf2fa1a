"""The options of the command line, each defined once, and those that several commands share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from typer.models import OptionInfo

from consistency.config import rules_folder

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
COVERAGE = Annotated[bool, typer.Option("--coverage", help="Show what was not understood, after the report.")]
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


@dataclass(frozen=True, kw_only=True)
class Reading:
    """The options of every command that reads articles."""

    workers: WORKERS = 1
    lexicons: LEXICONS = None
    sidecar: SIDECAR = None
    no_cache: NO_CACHE = False
    quiet: QUIET = False


@dataclass(frozen=True, kw_only=True)
class Ruling:
    """The options of every command that takes rules: which there are."""

    rules: RULES = None
    no_builtin: NO_BUILTIN = False


@dataclass(frozen=True, kw_only=True)
class Choosing(Ruling):
    """The options of every command that tells which rules run, and how severe they may be."""

    disable: DISABLE = None
    severity: SEVERITY = None


@dataclass(frozen=True, kw_only=True)
class Checking(Reading, Choosing):
    """The options of every command that checks articles."""

    as_of: AS_OF = None
    facts: FACTS = None
    engine: ENGINE = "auto"
