"""The commands about rules, and which rules they are about."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from consistency.cli.options import Ruling, rule_ids
from consistency.cli.terminal import tell
from consistency.config import rules_folder
from consistency.errors import UsageError
from consistency.rulelang.near import did_you_mean

if TYPE_CHECKING:
    from consistency.rulelang.load import LoadedRules

rules_app = typer.Typer(help="List, show, test and write rules.", no_args_is_help=True, rich_markup_mode=None)

RULES_OR_FILES = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="ID|PATH", autocompletion=rule_ids, help="Ids of rules, or files and folders of your own; default: all."
    ),
]


def loaded(ruling: Ruling) -> LoadedRules:
    """The rules that are asked for; their mistakes are said on stderr."""
    from consistency.rulelang.load import load_rules

    found = load_rules([*([] if ruling.no_builtin else [rules_folder()]), *(ruling.rules or ())])
    tell(found.problems)
    return found


def chosen(named: list[str] | None, ruling: Ruling) -> LoadedRules:
    """The rules of these ids, files and folders, all where none is named; raises UsageError for an unknown one."""
    paths = [Path(name) for name in named or () if is_path(name)]
    if missing := [path for path in paths if not path.exists()]:
        raise UsageError(f"{missing[0]}: no such file or folder")
    ids = {name for name in named or () if not is_path(name)}
    found = loaded(
        Ruling(rules=[*(ruling.rules or ()), *paths], no_builtin=ruling.no_builtin or (bool(paths) and not ids))
    )
    if not named:
        return found
    known = [rule.id for rule in found.rules]
    if unknown := sorted(ids - {*known}):
        near = did_you_mean(unknown[0], known) or "; `consistency rules list` names the rules"
        raise UsageError(f"no rule, file or folder '{unknown[0]}'{near}")
    inside = {path.resolve() for path in paths}
    mine = [r for r in found.rules if r.id in ids or _is_in(Path(r.path).resolve(), inside)]
    return found._replace(rules=tuple(mine))


def is_path(name: str) -> bool:
    """Whether this names a file or folder rather than a rule, whose id has neither dots nor slashes."""
    return any(mark in name for mark in "./\\") or Path(name).is_dir()


def _is_in(path: Path, folders: set[Path]) -> bool:
    return path in folders or any(parent in folders for parent in path.parents)
