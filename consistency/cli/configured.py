"""Commands that take their options from the settings file too; what the command line says goes before it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperCommand

from consistency.cli.command import guarded
from consistency.errors import Problem, SettingsError
from consistency.rulelang.near import did_you_mean
from consistency.settings_file import SUPPRESS, Setting, Settings, find_settings, load_settings

CONFIG = "--config"
REFERENCE = "check"
"""The command whose options are the keys of the file; others take those that they have too."""
ONLY_FOR_CHECK = frozenset({"format", "output", "stats"})
ONLY_ON_THE_COMMAND_LINE = frozenset({"config", "update-baseline", "watch"})
_META = "consistency.settings"
_PATHS = ("PATH", "DIR", "FILE")
"""Metavars of options that are paths: in the file they are relative to it."""


class Configured(TyperCommand):
    """A command whose options may stand in the settings file."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """The settings as if they were written before the arguments; mistakes in them end the run with 2."""
        if not ctx.resilient_parsing and "--help" not in args:
            code = guarded(lambda: _prepend(self, ctx, args))
            if code:
                raise typer.Exit(code)
        rest: list[str] = super().parse_args(ctx, args)
        return rest


def settings_of(ctx: typer.Context) -> Settings | None:
    """The settings that the command was given, None without a file."""
    settings: Settings | None = ctx.meta.get(_META)
    return settings


def _prepend(command: Any, ctx: Any, args: list[str]) -> int:
    given = _given(args)
    path = Path(given) if given is not None else find_settings(Path.cwd())
    if path is not None:
        settings = load_settings(_relative(path))
        ctx.meta[_META] = settings
        known = _options(ctx.find_root().command.commands[REFERENCE])
        args[:0] = _tokens(settings, known, command, ctx, args)
    return 0


def _given(args: Sequence[str]) -> str | None:
    """The file that the command line names."""
    for n, arg in enumerate(args):
        if arg == CONFIG and n + 1 < len(args):
            return args[n + 1]
        if arg.startswith(f"{CONFIG}="):
            return arg.removeprefix(f"{CONFIG}=")
    return None


def _relative(path: Path) -> Path:
    """The path as seen from the current folder, which is how messages show it."""
    return Path(os.path.relpath(path))


def _options(command: Any) -> dict[str, Any]:
    """The options by their long names, without the dashes."""
    return {p.opts[0].removeprefix("--"): p for p in command.params if p.opts[0].startswith("--")}


def _tokens(settings: Settings, known: dict[str, Any], command: Any, ctx: Any, args: Sequence[str]) -> list[str]:
    """The settings that this command has and the arguments do not give, as arguments; raises SettingsError."""
    own = _options(command)
    if command.name != REFERENCE:
        own = {key: option for key, option in own.items() if key not in ONLY_FOR_CHECK}
    mistakes = list(settings.mistakes)
    tokens: list[str] = []
    for setting in settings.settings:
        option = known.get(setting.key)
        fault = _unknown(setting.key, known) or _wrong(option, setting, settings.path, ctx)
        if fault:
            mistakes.append(Problem("error", settings.path.as_posix(), fault, setting.line))
        elif setting.key in own and not _mentioned(own[setting.key], args):
            tokens += _as_arguments(option, setting, settings.path)
    if mistakes:
        raise SettingsError(sorted(mistakes, key=lambda problem: problem.line or 0))
    return tokens


def _unknown(key: str, known: dict[str, Any]) -> str | None:
    if key in ONLY_ON_THE_COMMAND_LINE:
        return f"'{key}' can only be given on the command line"
    if key not in known:
        return f"unknown key '{key}'{did_you_mean(key, [*known, SUPPRESS])}"
    return None


def _wrong(option: Any, setting: Setting, path: Path, ctx: Any) -> str | None:
    """What is wrong with the value: its TOML type, or what the option itself says of it."""
    value = setting.value
    if getattr(option, "is_flag", False):
        return None if isinstance(value, bool) else f"'{setting.key}' must be true or false"
    if option.multiple:
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            return f"'{setting.key}' must be a list of texts"
    elif isinstance(value, bool) or not isinstance(value, str | int | date):
        return f"'{setting.key}' must be a single value"
    texts = _texts(option, setting, path)
    try:
        option.process_value(ctx, texts if option.multiple else texts[0])
    except typer.BadParameter as e:
        return f"'{setting.key}': {e.message.removeprefix('Value error, ')}"
    return None


def _texts(option: Any, setting: Setting, path: Path) -> list[str]:
    """The value, or values, as the command line would give them."""
    values = setting.value if isinstance(setting.value, list) else [setting.value]
    if (option.metavar or "") in _PATHS:
        return [os.path.relpath(path.parent / str(value)) for value in values]
    return [str(value) for value in values]


def _as_arguments(option: Any, setting: Setting, path: Path) -> Iterator[str]:
    name = option.opts[0]
    if isinstance(setting.value, bool):
        yield from [name] * setting.value
    else:
        yield from (f"{name}={text}" for text in _texts(option, setting, path))


def _mentioned(option: Any, args: Sequence[str]) -> bool:
    """Whether the arguments give the option, by a long or a short name."""
    return any(
        arg == name or arg.startswith(f"{name}=") or (len(name) == 2 and arg.startswith(name))
        for name in option.opts
        for arg in args
    )
