"""The settings file: `consistency.toml`, or `[tool.consistency]` in `pyproject.toml`; the nearest one upward counts.

What its keys mean is for the command line to say; here they are found and read, and know their lines.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from consistency.errors import Problem, SettingsError
from consistency.suppressions import Suppression

NAME, SHARED_NAME, TABLE = "consistency.toml", "pyproject.toml", ("tool", "consistency")
SUPPRESS = "suppress"
MAX_BYTES = 5_000_000
_CRITERIA = ("rule", "path", "fingerprint")
_HEADER = re.compile(r"[ \t]*(\[{1,2})([^\[\]#]{1,200})\]")
_KEY = re.compile(r"[ \t]*([^=#\[\]{}]{1,200})=")
_AT_LINE = re.compile(r" \(at line (\d+), column (\d+)\)")
Key = tuple[str | int, ...]


class Setting(NamedTuple):
    """A key with its value as TOML gives it, and the line on which it stands."""

    key: str
    value: object
    line: int


class Settings(NamedTuple):
    """A settings file: its path, its keys in order, the findings that it sets aside, and what is wrong with those."""

    path: Path
    settings: tuple[Setting, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    mistakes: tuple[Problem, ...] = ()


def find_settings(start: Path) -> Path | None:
    """The nearest settings file from this folder upward, not beyond the folder of a repository (`.git`)."""
    for folder in (start, *start.parents):
        own, shared = folder / NAME, folder / SHARED_NAME
        if own.is_file():
            return own
        if shared.is_file() and _table(_toml(shared)[0], TABLE) is not None:
            return shared
        if (folder / ".git").exists():
            return None
    return None


def load_settings(path: Path) -> Settings:
    """The file as settings; raises SettingsError where it cannot be read or is not TOML."""
    data, text = _toml(path)
    prefix = TABLE if path.name == SHARED_NAME else ()
    table = _table(data, prefix)
    lines = _lines(text)
    mistakes: list[Problem] = []

    def line(*key: str | int) -> int:
        whole: Key = (*prefix, *key)
        while whole and whole not in lines:
            whole = whole[:-1]
        return lines.get(whole, 1)

    if table is None:
        message = f"[{'.'.join(prefix)}] must be a table" if _has(data, prefix) else f"there is no [{'.'.join(prefix)}]"
        raise SettingsError([Problem("error", path.as_posix(), message, 1)])
    suppressions = []
    listed = table.get(SUPPRESS, [])
    for n, entry in enumerate(listed if isinstance(listed, list) else [listed]):
        fault = _fault(entry)
        if fault is not None:
            mistakes.append(Problem("error", path.as_posix(), f"{SUPPRESS}: {fault}", line(SUPPRESS, n)))
        else:
            suppressions.append(Suppression(**entry, where=f"{path.as_posix()}:{line(SUPPRESS, n)}"))
    settings = tuple(Setting(key, value, line(key)) for key, value in table.items() if key != SUPPRESS)
    return Settings(path, settings, tuple(suppressions), tuple(mistakes))


def _toml(path: Path) -> tuple[dict[str, object], str]:
    """The file's data and text; raises SettingsError."""
    shown = path.as_posix()
    try:
        with path.open("rb") as stream:
            text = stream.read(MAX_BYTES).decode("utf-8-sig")
        return tomllib.loads(text), text
    except OSError as e:
        raise SettingsError([Problem("error", shown, f"cannot be read: {e.strerror}")]) from e
    except (UnicodeDecodeError, RecursionError) as e:
        raise SettingsError([Problem("error", shown, "not TOML: it is not UTF-8, or nested too deeply")]) from e
    except tomllib.TOMLDecodeError as e:
        at = _AT_LINE.search(str(e))
        line, column = (int(at[1]), int(at[2])) if at else (None, None)
        message = f"not TOML: {_AT_LINE.sub('', str(e))}"
        raise SettingsError([Problem("error", shown, message, line, column)]) from e


def _has(data: dict[str, object], names: tuple[str, ...]) -> bool:
    for name in names:
        if not isinstance(data, dict) or name not in data:
            return False
        data = data[name]  # type: ignore[assignment]
    return True


def _table(data: dict[str, object], names: tuple[str, ...]) -> dict[str, object] | None:
    """The table of that name; None where there is none."""
    inner: object = data
    for name in names:
        inner = inner.get(name) if isinstance(inner, dict) else None
    return inner if isinstance(inner, dict) else None


def _fault(entry: object) -> str | None:
    """What is wrong with an entry of `suppress`."""
    if not isinstance(entry, dict):
        return "must be a list of tables: write [[suppress]] ([[tool.consistency.suppress]] in pyproject.toml)"
    for key, value in entry.items():
        if key not in (*_CRITERIA, "reason"):
            return f"unknown key '{key}' (known: {', '.join((*_CRITERIA, 'reason'))})"
        if not isinstance(value, str) or not value.strip():
            return f"'{key}' must be text"
    if not any(key in entry for key in _CRITERIA):
        return f"must say which findings: {', '.join(_CRITERIA)}"
    return None if "reason" in entry else 'must say why: reason = "..."'


def _lines(text: str) -> dict[Key, int]:
    """The line of each table and key: `("suppress", 0, "rule")` is a key of the first table of that list."""
    lines: dict[Key, int] = {}
    table: Key = ()
    seen: Counter[Key] = Counter()
    for n, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            table = _names(header[2])
            if header[1] == "[[":
                seen[table] += 1
                table = (*table, seen[table] - 1)
            lines.setdefault(table, n)
        elif key := _KEY.match(line):
            lines.setdefault((*table, *_names(key[1])), n)
    return lines


def _names(dotted: str) -> Key:
    return tuple(name.strip().strip("\"'") for name in dotted.split("."))
