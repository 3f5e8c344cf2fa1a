"""Articles: the untouched text, which parts of it are the body, and what is known about its publication."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from consistency.spans import Span

ArticleKind = Literal["news", "release", "speech", "transcript"]
Basis = Literal["given", "header", "metadata", "dateline", "inferred", "none"]


class Interval(NamedTuple):
    """Days from `start` to `end`, both included; None on a side that is open."""

    start: date | None
    end: date | None

    @classmethod
    def day(cls, day: date) -> Interval:
        """The interval of a single day."""
        return cls(day, day)


class Published(NamedTuple):
    """When an article was published, how that is known, and the stretches of its text that say so."""

    interval: Interval = Interval(None, None)
    basis: Basis = "none"
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the text came from: the file, its format, and (JSONL) the line of the record.

    For plain text and Markdown offsets into the text are offsets into the decoded file, so lines and columns are the
    file's own. For a JSONL record they are those of the value of `text`.
    """

    path: str
    format: str = "txt"
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article. `body` lists what is parsed; header, front matter and copyright lines are left out of it, masked
    rather than removed, so that every offset is into `text`.
    """

    id: str
    text: str
    body: tuple[Span, ...]
    origin: Origin
    published: Published = field(default=Published())
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    kind: ArticleKind = "news"

    def masked(self) -> str:
        """The text with everything outside the body replaced by spaces: the same length, the same offsets."""
        out: list[str] = []
        at = 0
        for span in self.body:
            out.append(" " * (span.start - at))
            out.append(span.of(self.text))
            at = span.end
        out.append(" " * (len(self.text) - at))
        return "".join(out)
