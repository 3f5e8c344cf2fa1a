"""Which files a check depends on, and what has become of them since they were last looked at."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from consistency.errors import Problem
from consistency.read import READERS
from consistency.read.source import is_folder
from consistency.read.sources import SIDECARS, sources

PAUSE = 0.2
"""Seconds between looks; longer where a look itself takes long (a fifth of the time at most is spent looking)."""
SETTLED = 0.05
"""Seconds in which a file that is being written must stay as it is."""

State = dict[str, tuple[int, int, int]]
"""For each file its time of change, size and number on the disk."""


class Watched(NamedTuple):
    """What is looked at: articles as they were named, rules and lexicons (files or folders), and single files."""

    articles: Sequence[str]
    rules: Sequence[Path] = ()
    lexicons: Sequence[Path] = ()
    files: Sequence[Path] = ()


def state(watched: Watched) -> State:
    """The state of every file that is there; one that cannot be looked at is as good as absent."""
    return dict(_looked_at(_files(watched)))


def changed(before: State, now: State) -> list[str]:
    """The files that are new, gone or different, sorted."""
    return sorted(path for path in {*before, *now} if before.get(path) != now.get(path))


def changes(watched: Watched, before: State, sleep: Callable[[float], object] = time.sleep) -> Iterator[list[str]]:
    """The files that changed since `before`, whenever some did and are at rest; never ends by itself."""
    while True:
        began = time.monotonic()
        now = state(watched)
        if now == before:
            sleep(max(PAUSE, 4 * (time.monotonic() - began)))
            continue
        while True:
            sleep(SETTLED)
            later = state(watched)
            if later == now:
                break
            now = later
        found = changed(before, now)
        before = now
        if found:
            yield found


def _files(watched: Watched) -> Iterator[Path]:
    for source in sources(watched.articles, READERS):
        if not isinstance(source, Problem):
            yield source.path
    for folder in {Path(p) if is_folder(p) else Path(p).parent for p in watched.articles}:
        yield from (folder / name for name in SIDECARS)
    for path in (*watched.rules, *watched.lexicons):
        yield from path.rglob("*.y*ml") if path.is_dir() else [path]
    yield from watched.files


def _looked_at(files: Iterable[Path]) -> Iterator[tuple[str, tuple[int, int, int]]]:
    for path in files:
        try:
            seen = path.stat()
        except (OSError, ValueError):
            continue
        yield path.as_posix(), (seen.st_mtime_ns, seen.st_size, seen.st_ino)
