"""Readers: from files, folders, globs and standard input to articles, one at a time, and Problems for the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO

from consistency.article import Article
from consistency.config import Settings
from consistency.errors import Problem
from consistency.read.files import UnreadableError, open_regular
from consistency.read.jsonl import read_jsonl
from consistency.read.markdown import read_markdown
from consistency.read.sidecar import Sidecar, load_sidecar, unused_rows, with_given
from consistency.read.source import STDIN, Source, is_file, is_folder
from consistency.read.sources import SIDECARS, sources
from consistency.read.stdin import read_stdin
from consistency.read.txt import read_txt

Reader = Callable[[Source, BinaryIO, Settings], Iterator[Article | Problem]]

READERS: dict[str, Reader] = {
    ".txt": read_txt,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".jsonl": read_jsonl,
}


def read(
    paths: Sequence[str], *, stdin: BinaryIO | None, settings: Settings, sidecar: Path | None = None
) -> Iterator[Article | Problem]:
    """The articles of files, folders, globs and `-`, as they are read, and a Problem for whatever cannot be.

    What a sidecar beside the articles (or `sidecar`) says goes before what the articles say. An article's id is its
    name, and no two are the same. Raises LexiconError where the reading lexicon is broken, and nothing else.
    """
    sidecars: list[Sidecar] = []
    for path in _sidecar_paths(paths, sidecar):
        loaded, problems = load_sidecar(path, settings, named=path == sidecar)
        sidecars.append(loaded)
        yield from problems
    seen: set[bytes] = set()
    for source in sources(paths, READERS):
        for item in [source] if isinstance(source, Problem) else read_source(source, stdin, settings):
            yield item if isinstance(item, Problem) else _with_own_name(item, seen, sidecars)
    for loaded in sidecars:
        yield from unused_rows(loaded)


def read_source(source: Source, stdin: BinaryIO | None, settings: Settings) -> Iterator[Article | Problem]:
    """The articles of one file or of standard input; what goes wrong is a Problem that names it."""
    reader = read_stdin if source.name == STDIN else READERS.get(source.suffix)
    if reader is None:
        yield Problem("error", source.shown, f"unknown format (known are {', '.join(READERS)})")
        return
    try:
        if source.name == STDIN:
            if stdin is None:
                raise UnreadableError("there is no standard input")
            yield from reader(source, stdin, settings)
            return
        with open_regular(source.path) as stream:
            yield from reader(source, stream, settings)
    except UnreadableError as e:
        yield Problem("error", source.shown, str(e))
    except OSError as e:
        yield Problem("error", source.shown, f"cannot be read: {e.strerror or e}")


def _with_own_name(article: Article, seen: set[bytes], sidecars: list[Sidecar]) -> Article | Problem:
    """The article with what sidecars give, unless an earlier one has its name; names are kept as hashes of 8 bytes."""
    key = blake2b(article.id.encode("utf-8", "backslashreplace"), digest_size=8).digest()
    if key in seen:
        message = f"the id {article.id[:80]!r} is already another article's"
        return Problem("error", article.origin.path, message, article.origin.line)
    seen.add(key)
    return with_given(article, sidecars)


def _sidecar_paths(paths: Sequence[str], given: Path | None) -> list[Path]:
    """The sidecar that was given, then those in the given folders and beside the given files, inner ones first."""
    folders = {Path(p) if is_folder(p) else Path(p).parent for p in paths if p not in ('', STDIN)}
    inner_first = sorted(folders, key=lambda f: (-len(f.parts), str(f)))
    found = [folder / name for folder in inner_first for name in SIDECARS if is_file(folder / name)]
    return list(dict.fromkeys([*([given] if given else []), *found]))
