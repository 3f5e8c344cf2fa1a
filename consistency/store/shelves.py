"""Bytes by key in one SQLite file of bounded size; whatever goes wrong with it, it is empty, never in the way."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

MOST = 200_000_000
"""Bytes kept; beyond it what was used longest ago goes first."""
SPARE = 0.8
"""How much of that is left when something has to go."""
DAY = 86_400
PATIENCE = 5.0
"""Seconds to wait for another process."""

_TABLE = (
    "CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, used INTEGER NOT NULL, size INTEGER NOT NULL, "
    "value BLOB NOT NULL) WITHOUT ROWID"
)


class Shelves:
    """A file of entries that several processes may use at once.

    A damaged file is replaced by a new one. Where no file can be had (no space, no permission, no end to waiting for
    others), nothing is kept, and nobody is told: the work is only slower. The journal is SQLite's plain one, which is
    safe on network file systems too.
    """

    def __init__(self, path: Path | None, most: int = MOST) -> None:
        self._path = path
        self._most = most
        self._file: sqlite3.Connection | None = None
        if path:
            self._open(path)

    def get(self, key: bytes) -> bytes | None:
        """The bytes under the key, None where there are none; an entry that is used is not the next to go."""
        found = self._do("SELECT value, used FROM kept WHERE key = ?", (key,))
        if not found:
            return None
        value, used = found[0]
        if used < self._now() - DAY:
            self._do("UPDATE kept SET used = ? WHERE key = ?", (self._now(), key))
        return value if isinstance(value, bytes) else None

    def put(self, entries: Iterable[tuple[bytes, bytes]]) -> None:
        """Keep these, all at once, and let go of old ones where there are too many."""
        rows = [(key, self._now(), len(value), value) for key, value in entries]
        if self._file is None or not rows:
            return
        try:
            with self._file:
                self._file.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", rows)
                self._trim(self._file)
        except sqlite3.Error as e:
            self._fault(e)

    def forget(self, key: bytes) -> None:
        """Let go of an entry."""
        self._do("DELETE FROM kept WHERE key = ?", (key,))

    def size(self) -> int:
        """Bytes kept."""
        found = self._do("SELECT coalesce(sum(size), 0) FROM kept", ())
        return int(found[0][0]) if found else 0

    def close(self) -> None:
        """Let go of the file."""
        file, self._file = self._file, None
        if file is not None:
            with contextlib.suppress(sqlite3.Error):
                file.close()

    def _open(self, path: Path) -> None:
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._file = sqlite3.connect(path, timeout=PATIENCE)
            with self._file:
                self._file.execute(_TABLE)
        except (OSError, sqlite3.Error) as e:
            self._fault(e)

    def _do(self, command: str, values: tuple[object, ...]) -> list[Any]:
        """What the command yields; nothing where it fails."""
        if self._file is None:
            return []
        try:
            with self._file:
                return self._file.execute(command, values).fetchall()
        except sqlite3.Error as e:
            self._fault(e)
            return []

    def _trim(self, file: sqlite3.Connection) -> None:
        (total,) = file.execute("SELECT coalesce(sum(size), 0) FROM kept").fetchone()
        if total <= self._most:
            return
        for key, size in file.execute("SELECT key, size FROM kept ORDER BY used, key").fetchall():
            if total <= self._most * SPARE:
                break
            file.execute("DELETE FROM kept WHERE key = ?", (key,))
            total -= size

    def _fault(self, error: Exception) -> None:
        """No file from here on; a damaged one is taken away, so that the next run has a new one."""
        self.close()
        damaged = isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError)
        if damaged and self._path:
            with contextlib.suppress(OSError):
                self._path.unlink()

    @staticmethod
    def _now() -> int:
        return int(time.time())
