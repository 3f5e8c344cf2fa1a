"""What can be wrong with the input, the rules or the run: problems are data, and few things are exceptions."""

from __future__ import annotations

from typing import Literal, NamedTuple

Level = Literal["error", "notice"]


class Problem(NamedTuple):
    """Something about the user's input, rules or run that the user should know.

    `error`: it was not checked (exit code 2). `notice`: it was, with a reservation. Line and column count from 1,
    None where the problem has no place in a file.
    """

    level: Level
    path: str
    message: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        place = ":".join(str(p) for p in (self.path, self.line, self.column) if p not in (None, ""))
        return f"{place}: {self.level}: {self.message}" if place else f"{self.level}: {self.message}"


class ConsistencyError(Exception):
    """Base of every exception that the package raises on purpose."""


class UsageError(ConsistencyError):
    """The request itself makes no sense: no such option value, no date to check as of."""


class InputError(ConsistencyError):
    """A file that the user wrote could not be used; carries every mistake, each with its file, line and column."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class RuleError(InputError):
    """Rules could not be loaded."""


class SettingsError(InputError):
    """The settings or the baseline could not be used."""


class LexiconError(ConsistencyError):
    """A lexicon file is missing, is not YAML or does not have the fields that it should."""


class EngineError(ConsistencyError):
    """An engine could not run: not installed on this Python, or its process died."""
