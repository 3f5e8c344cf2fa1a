"""Keys of the cache: everything that what an article yields depends on, as one hash."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from consistency.article import Article
from consistency.config import lexicons_folder

PARSERS = ("spacy", "thinc", "numpy")


def run_key(model: str, lexicons: tuple[Path, ...]) -> bytes:
    """What is the same for all articles of a run: this program, the parser and its model, the lexicons."""
    versions = [f"{name} {_version(name)}" for name in (*PARSERS, model)]
    folders = (lexicons_folder(), *lexicons)
    return _hash([_program(), *map(str.encode, versions), *(_contents(folder, "*.y*ml") for folder in folders)])


def article_key(run: bytes, article: Article, beside: object) -> bytes:
    """The key of an article; `beside` is what others tell that it is read with. Where its file lies is left out."""
    known = (article.id, article.body, article.published, article.publisher, article.title, article.url, article.kind)
    told = repr((known, article.origin.format, beside))
    return _hash([run, told.encode("utf-8", "surrogatepass"), article.text.encode("utf-8", "surrogatepass")])


@lru_cache(maxsize=1)
def _program() -> bytes:
    """The program itself, by its source: a version number would not tell a changed checkout."""
    return _contents(Path(__file__).resolve().parent.parent, "**/*.py")


def _contents(folder: Path, pattern: str) -> bytes:
    """The files of a folder, by name and content; one that cannot be read by its name alone."""
    pieces: list[bytes] = []
    for path in sorted(folder.glob(pattern)):
        pieces.append(path.relative_to(folder).as_posix().encode("utf-8", "surrogateescape"))
        try:
            pieces.append(path.read_bytes())
        except OSError:
            pieces.append(b"")
    return _hash(pieces)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _hash(pieces: Iterable[bytes]) -> bytes:
    """One hash of all; the length of each piece goes before it, so that none runs into the next."""
    digest = sha256()
    for piece in pieces:
        digest.update(len(piece).to_bytes(8, "big"))
        digest.update(piece)
    return digest.digest()
