"""Things that were joined, directly or by others: each with the one that stands for all of them."""

from __future__ import annotations

from collections.abc import Hashable


class Joined:
    """Sets that grow together (union-find)."""

    def __init__(self) -> None:
        self._parent: dict[Hashable, Hashable] = {}

    def root(self, item: Hashable) -> Hashable:
        """The one that stands for the item and all that it was joined with."""
        found = item
        while (above := self._parent.get(found, found)) != found:
            found = above
        while item != found:
            self._parent[item], item = found, self._parent.get(item, found)
        return found

    def join(self, one: Hashable, other: Hashable) -> None:
        """Make both, and all that each was joined with, one."""
        a, b = self.root(one), self.root(other)
        if a != b:
            self._parent[b] = a
