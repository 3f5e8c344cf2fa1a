"""What the tests of reading share: writing small corpora and reading them."""

from __future__ import annotations

from pathlib import Path

from consistency.article import Article
from consistency.config import Settings
from consistency.errors import Problem
from consistency.read import read

SETTINGS = Settings()


def everything(
    *paths: Path | str, settings: Settings = SETTINGS, sidecar: Path | None = None
) -> list[Article | Problem]:
    return list(read([str(p) for p in paths], stdin=None, settings=settings, sidecar=sidecar))


def names(*paths: Path | str) -> list[str]:
    return [x.id for x in everything(*paths) if isinstance(x, Article)]


def messages(found: list[Article | Problem]) -> list[str]:
    return [x.message for x in found if isinstance(x, Problem)]


def write(folder: Path, **files: str | bytes) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name.replace("__", ".")).write_bytes(content.encode() if isinstance(content, str) else content)
    return folder
