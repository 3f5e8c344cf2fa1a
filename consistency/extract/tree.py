"""The parse of one article as plain lists: what spaCy's Doc holds, read once, since its tokens are slow to ask."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from consistency.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

_FIELDS = ("HEAD", "DEP", "POS", "TAG", "LEMMA", "ORTH", "IDX", "LENGTH", "SENT_START")


class Tree:
    """Words, lemmas, tags and dependencies by token index; `left` and `right` are the edges of each subtree."""

    def __init__(self, doc: Doc) -> None:
        self.text: str = doc.text
        rows = doc.to_array(list(_FIELDS)).astype("int64")
        strings = _Strings(doc)
        columns = [rows[:, k].tolist() for k in range(len(_FIELDS))]
        self.n: int = len(doc)
        self.head: list[int] = [i + h for i, h in enumerate(columns[0])]
        self.dep: list[str] = strings.all(columns[1])
        self.pos: list[str] = strings.all(columns[2])
        self.tag: list[str] = strings.all(columns[3])
        self.lemma: list[str] = strings.all(columns[4], lower=True)
        self.word: list[str] = strings.all(columns[5])
        self.start: list[int] = columns[6]
        self.end: list[int] = [s + n for s, n in zip(columns[6], columns[7], strict=True)]
        self.sentence: list[int] = _running(columns[8])
        self.children: list[list[int]] = [[] for _ in range(self.n)]
        for i, h in enumerate(self.head):
            if h != i:
                self.children[h].append(i)
        self.left: list[int] = []
        self.right: list[int] = []
        self.measure()

    def hang(self, i: int, head: int, dep: str) -> None:
        """Give a token another head; `measure` must follow before edges are asked for."""
        self.children[self.head[i]].remove(i)
        self.head[i], self.dep[i] = head, dep
        self.children[head] = sorted([*self.children[head], i])

    def measure(self) -> None:
        """Work out the first and last token below every token."""
        left, right, head = list(range(self.n)), list(range(self.n)), self.head
        for i in self._bottom_up():
            h = head[i]
            if left[i] < left[h]:
                left[h] = left[i]
            if right[i] > right[h]:
                right[h] = right[i]
        self.left, self.right = left, right

    def _bottom_up(self) -> list[int]:
        order = [i for i in range(self.n) if self.head[i] == i]
        for i in order:
            order.extend(self.children[i])
        return order[::-1]

    def child(self, i: int, *deps: str) -> int | None:
        """The first child of a token with one of these labels."""
        for c in self.children[i]:
            if self.dep[c] in deps:
                return c
        return None

    def kids(self, i: int, *deps: str) -> list[int]:
        """All children of a token with one of these labels, in order."""
        return [c for c in self.children[i] if self.dep[c] in deps]

    def span(self, first: int, last: int) -> Span:
        """The stretch of text from one token to another, both included."""
        return Span(self.start[first], self.end[last])

    def at(self, offset: int) -> int:
        """The token that holds this offset, or the first one after it; `n` past the end."""
        i = bisect_right(self.start, offset) - 1
        return i if i >= 0 and offset < self.end[i] else bisect_left(self.start, offset)

    def lower(self, i: int) -> str:
        """The word in lower case."""
        return self.word[i].lower()

    def sentence_of(self, i: int) -> tuple[int, int]:
        """First and last token of the sentence of a token."""
        s = self.sentence
        return bisect_left(s, s[i]), bisect_right(s, s[i]) - 1


class _Strings:
    """spaCy's string store with the look-ups remembered."""

    def __init__(self, doc: Doc) -> None:
        self._store = doc.vocab.strings
        self._known: dict[int, str] = {}

    def all(self, hashes: Sequence[int], lower: bool = False) -> list[str]:
        known, store = self._known, self._store
        for h in set(hashes).difference(known):
            known[h] = store[h & 0xFFFFFFFFFFFFFFFF] if h else ""
        words = [known[h] for h in hashes]
        return [w.lower() for w in words] if lower else words


def _running(starts: Sequence[int]) -> list[int]:
    out, n = [], 0
    for i, s in enumerate(starts):
        n += i > 0 and s == 1
        out.append(n)
    return out
