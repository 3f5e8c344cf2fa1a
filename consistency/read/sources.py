"""From what the user names (files, folders, globs, `-`) to the files to read, in one order and with unique names."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from consistency.errors import Problem
from consistency.read.source import STDIN, Source, is_folder, printable_path

SIDECARS = ("articles.csv", "articles.yaml", "articles.yml")
_GLOB = frozenset("*?[")
DOCUMENTS = frozenset(
    {".doc", ".docx", ".epub", ".htm", ".html", ".json", ".odt", ".pdf", ".rss", ".rtf", ".warc", ".xhtml", ".xml"}
)
"""Suffixes of files that may well be articles: in a folder they are not passed over without a word."""


class _Found(NamedTuple):
    """A file before it has its final name: `depth` counts the parts of its path that make the name."""

    path: Path
    depth: int


def sources(paths: Sequence[str], suffixes: Iterable[str]) -> Iterator[Source | Problem]:
    """The files that the paths stand for, sorted by name, each once; what does not exist is a Problem.

    A single folder is walked as it is read; several inputs are listed first, because names must not clash.
    """
    known = frozenset(suffixes)
    if len(paths) == 1 and is_folder(paths[0]):
        for found in _expand(paths[0], known):
            yield found if isinstance(found, Problem) else _source(found, found.depth)
        return
    files: dict[str, _Found] = {}
    for path in dict.fromkeys(paths):
        if path == STDIN:
            yield Source(Path(STDIN), STDIN, STDIN, "")
            continue
        for found in _expand(path, known):
            if isinstance(found, Problem):
                yield found
            else:
                _keep_one(files, found)
    yield from sorted(_named(list(files.values())), key=lambda s: s.name)


def _keep_one(files: dict[str, _Found], found: _Found) -> None:
    """A file that is given twice is read once: where it really is rather than through a link, by its longer name."""
    real = os.path.realpath(found.path)
    old = files.get(real, found)
    files[real] = max(old, found, key=lambda f: (str(f.path.absolute()) == real, f.depth, str(f.path)))


def _expand(given: str, suffixes: frozenset[str]) -> Iterator[_Found | Problem]:
    if not given:
        yield Problem("error", "''", "an empty path names nothing (write . for the current folder)")
        return
    path = Path(given)
    anything = False
    try:
        if os.path.lexists(path) and not is_folder(path):
            yield from [] if path.name in SIDECARS else [_Found(path, 1)]
            return
        if not os.path.lexists(path) and not _GLOB & set(given):
            yield Problem("error", printable_path(given), "no such file or folder")
            return
        for found in _walk(path, suffixes) if os.path.lexists(path) else _glob(given, suffixes):
            anything = anything or not _is_notice(found)
            yield found
    except (OSError, ValueError) as e:
        yield Problem("error", printable_path(given), f"cannot be read: {getattr(e, 'strerror', None) or e}")
        return
    if not anything:
        yield Problem("error", printable_path(given), f"no articles in it (looked for {', '.join(sorted(suffixes))})")


def _glob(pattern: str, suffixes: frozenset[str]) -> Iterator[_Found | Problem]:
    """Files that match and can be read, and folders that match; `**` does not follow links to folders."""
    anchor = Path(pattern).anchor
    for path in sorted(Path(anchor).glob(str(Path(pattern).relative_to(anchor)) if anchor else pattern)):
        if is_folder(path):
            if "**" not in pattern:
                yield from _walk(path, suffixes)
        elif path.suffix.lower() in suffixes:
            yield _Found(path, 1)


def _walk(folder: Path, suffixes: frozenset[str]) -> Iterator[_Found | Problem]:
    """The readable files below a folder, sorted by their relative path; hidden ones are left out.

    Links to folders are followed where they lead outside, each real folder once, so that a loop ends.
    """
    root = os.path.realpath(folder)
    seen = {root}
    passed: Counter[str] = Counter()
    waiting = [(folder, 0, True)]
    while waiting:
        path, depth, is_dir = waiting.pop()
        if not is_dir:
            yield _Found(path, depth)
            continue
        try:
            inside = _inside(path, suffixes, passed)
        except OSError as e:
            yield Problem("error", printable_path(path), f"cannot be listed: {e.strerror or e}")
            continue
        waiting += [
            (path / entry.name, depth + 1, entry.is_dir)
            for entry in inside
            if not entry.linked or _leads_outside(path / entry.name, root, seen)
        ]
    if passed := +passed:
        counted = ", ".join(f"{n} {suffix}" for suffix, n in sorted(passed.items()))
        known = ", ".join(sorted(suffixes))
        yield Problem("notice", printable_path(folder), f"files that were not read: {counted} (known are {known})")


def _is_notice(found: _Found | Problem) -> bool:
    return isinstance(found, Problem) and found.level == "notice"


class _Entry(NamedTuple):
    name: str
    is_dir: bool
    linked: bool


def _inside(folder: Path, suffixes: frozenset[str], passed: Counter[str]) -> list[_Entry]:
    """The folders and readable files in a folder, last one first; `linked` is told of folders only.

    Documents that cannot be read are counted in `passed` by their suffix.
    """
    entries = []
    with os.scandir(folder) as found:
        for entry in found:
            is_dir, suffix = is_folder(entry.path), Path(entry.name).suffix.lower()
            wanted = is_dir or (suffix in suffixes and entry.name not in SIDECARS)
            passed[suffix] += suffix in DOCUMENTS - suffixes and not is_dir and not entry.name.startswith(".")
            if wanted and not entry.name.startswith("."):
                entries.append(_Entry(entry.name, is_dir, is_dir and entry.is_symlink()))
    return sorted(entries, key=lambda e: e.name + "/" * e.is_dir, reverse=True)


def _leads_outside(link: Path, root: str, seen: set[str]) -> bool:
    real = os.path.realpath(link)
    if real in seen or os.path.commonpath([real, root]) in (real, root):
        return False
    seen.add(real)
    return True


def _source(found: _Found, depth: int) -> Source:
    parts = found.path.absolute().parts if depth > len(found.path.parts) else found.path.parts
    name = printable_path("/".join(parts[-depth:]))
    return Source(found.path, name, printable_path(found.path), found.path.suffix.lower())


def _named(files: list[_Found]) -> list[Source]:
    """Sources with names that differ: those that share one are prefixed with their folder's, as often as it takes."""
    depths = [f.depth for f in files]
    while True:
        named = [_source(f, d) for f, d in zip(files, depths, strict=True)]
        shared = {name for name, n in Counter(s.name for s in named).items() if n > 1}
        longest = [len(f.path.absolute().parts) for f in files]
        grown = [min(d + 1, most) if s.name in shared else d for d, s, most in zip(depths, named, longest, strict=True)]
        if grown == depths:
            return named
        depths = grown
