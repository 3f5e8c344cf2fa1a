"""A source: one file (or standard input) that holds articles, and the name that it goes by."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

STDIN = "-"


class Source(NamedTuple):
    """A file to read: where it is, the article's name if it holds one, its path as people know it, its suffix."""

    path: Path
    name: str
    shown: str
    suffix: str


def printable_path(path: Path | str) -> str:
    """The path with `/` between its parts; bytes that are not UTF-8 become escapes, so that it can be output."""
    text = path if isinstance(path, str) else path.as_posix()
    return os.fsencode(text).decode("utf-8", "backslashreplace")


def is_folder(path: Path | str) -> bool:
    """Whether there is a folder; whatever cannot be looked at is none."""
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False


def is_file(path: Path) -> bool:
    """Whether there is a regular file; whatever cannot be looked at is none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
