"""The cache as the pipeline uses it: articles in, what they yielded last time out."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

from consistency.article import Article
from consistency.store.codec import Kept, decoded, encoded
from consistency.store.folder import cache_folder
from consistency.store.keys import article_key, run_key
from consistency.store.shelves import MOST, Shelves

FILE = "extractions.sqlite3"
AT_ONCE = 32
"""Values that wait to be written together."""
IN_MEMORY = 1_000
"""Values that are kept at hand where a process checks again and again."""


class Cache:
    """What articles yielded, by content: a report is the same to the byte with it and without.

    A key holds all that extraction depends on (see `keys`), so nothing is ever out of date, only unused. `remember`
    keeps values in memory too, and without a folder only there. `found` counts the articles that were not read again.
    """

    def __init__(self, folder: Path | None, most: int = MOST, remember: bool = False) -> None:
        self._shelves = Shelves(folder / FILE if folder else None, most)
        self._waiting: dict[bytes, bytes] = {}
        self._memory: dict[bytes, Kept] | None = {} if remember else None
        self._run = b""
        self.found = 0

    def begin(self, model: str, lexicons: tuple[Path, ...]) -> None:
        """Take note of the program, the model and the lexicons as they are now."""
        self._run = run_key(model, lexicons)

    def key(self, article: Article, beside: object) -> bytes:
        """Under what the article's yield is kept when it is read beside this."""
        return article_key(self._run, article, beside)

    def get(self, key: bytes) -> Kept | None:
        """What is kept under the key; a damaged entry is let go of."""
        kept = self._memory.get(key) if self._memory is not None else None
        if kept is None:
            kept = self._read(key)
        self.found += kept is not None
        return kept

    def put(self, key: bytes, kept: Kept) -> None:
        """Keep this, in the file with the next ones or at the end."""
        self._at_hand(key, kept)
        self._waiting[key] = encoded(kept)
        if len(self._waiting) >= AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Write what waits."""
        self._shelves.put(self._waiting.items())
        self._waiting.clear()

    def _read(self, key: bytes) -> Kept | None:
        data = self._waiting.get(key) or self._shelves.get(key)
        if data is None:
            return None
        kept = decoded(data)
        if kept is None:
            self._shelves.forget(key)
        else:
            self._at_hand(key, kept)
        return kept

    def _at_hand(self, key: bytes, kept: Kept) -> None:
        if self._memory is None:
            return
        if len(self._memory) >= IN_MEMORY:
            self._memory.pop(next(iter(self._memory)))
        self._memory[key] = kept

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.flush()
        self._shelves.close()


def open_cache(folder: Path | None = None, remember: bool = False) -> Cache | None:
    """The cache in this folder, or where the user's is; None where the user wants none."""
    place = folder or cache_folder()
    return Cache(place, remember=remember) if place else None
