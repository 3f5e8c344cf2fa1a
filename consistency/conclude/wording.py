"""Words of articles put into sentences of one's own: quotation marks that pair, days, names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path

from consistency.article import Interval
from consistency.lexicons import LexiconModel, load

LONGEST = 220
"""Characters of an article's words that a sentence repeats."""
_PAIRS = {"“": "”", "«": "»"}
_INNER = str.maketrans({'"': "'", "“": "‘", "”": "’"})
_ISO = re.compile(r"\b(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])\b")
_QUOTED = re.compile(r'"([^"]*)"')
_SPACES = re.compile(r"\s+")


class Wording(LexiconModel):
    """wording.yaml."""

    strong: frozenset[str]
    themeless: frozenset[str]
    verbs: dict[str, str]
    closings: dict[str, str]
    doubts: dict[str, tuple[str, ...]]


@lru_cache(maxsize=8)
def wording(folders: tuple[Path, ...] = ()) -> Wording:
    """wording.yaml, extended by the user's."""
    return load(Wording, "wording", folders)


def plain(text: str) -> str:
    """The text on one line, with marks only where they pair, none around the whole, and no stop at its end."""
    line = _unwrapped(paired(_SPACES.sub(" ", text).strip()))
    bare = line.rstrip(" ,;:–—-")
    if bare.endswith(('."', ".”")) and not bare.endswith(('.."', "..”")):
        bare = bare[:-2] + bare[-1]  # the sentence goes on after the marks
    return bare[:-1] if bare.endswith(".") and not bare.endswith("..") else bare


def paired(text: str) -> str:
    """The text without those double quotation marks that have no partner in it."""
    drop: set[int] = set()
    opened: list[int] = []
    for n, c in enumerate(text):
        if c in _PAIRS:
            opened.append(n)
        elif c in _PAIRS.values():
            if opened and _PAIRS[text[opened[-1]]] == c:
                opened.pop()
            else:
                drop.add(n)
    drop |= {*opened}
    straight = [n for n, c in enumerate(text) if c == '"']
    if len(straight) % 2:
        drop.add(straight[0] if straight[0] == 0 else straight[-1])
    return "".join(c for n, c in enumerate(text) if n not in drop).strip() if drop else text


def _unwrapped(line: str) -> str:
    """The line without a pair of marks around the whole of it, also where a comma or stop follows them."""
    core = line.rstrip(" ,;:")
    for opening, closing in (('"', '"'), ("“", "”")):
        inner = core[1:-1]
        if len(core) > 2 and core[0] == opening and core[-1] == closing and not {opening, closing} & {*inner}:
            return inner
    return line


def quoted(text: str) -> str:
    """The words of an article in double quotation marks, those inside made single, long ones cut at a word."""
    return f'"{short(plain(text)).translate(_INNER)}"'


def short(text: str, most: int = LONGEST) -> str:
    """The text, or its beginning up to a word; an ellipsis says that it goes on."""
    if len(text) <= most:
        return text
    cut = text.rfind(" ", 0, most - 3)
    return paired(text[: cut if cut > 0 else most - 3].rstrip(" ,;:")) + " ..."


def on_day(said: Interval | None, before: Interval | None = None) -> str:
    """When something was said, as a phrase: "on 16 May 2025", "on 19 May" after a day of the same year, "in May 2025",
    "the same day"; "" where nothing is known.
    """
    start, end = said or (None, None)
    if start is None or end is None:
        return f"before {_day(end)}" if end else f"after {_day(start)}" if start else ""
    last = before.end if before else None
    if start == end:
        if last == end and before is not None and before.start == end:
            return "the same day"
        return f"on {_day(end, last)}"
    if (start.year, start.month) == (end.year, end.month) and (end - start).days > 6:
        return f"in {start:%B %Y}"
    if start.year == end.year and (end - start).days > 27:
        return f"in {start.year}"
    first = f"{start.day}" if (start.year, start.month) == (end.year, end.month) else _day(start, end)
    return f"on {first} or {_day(end)}" if (end - start).days == 1 else f"between {first} and {_day(end)}"


def prose_days(text: str) -> str:
    """The text with its ISO days as people write them."""
    return _ISO.sub(lambda m: _day(date.fromisoformat(m[0])), text)


def as_written(reason: str, texts: Sequence[str]) -> str:
    """The reason with the words that it quotes in small letters as one of the texts writes them."""

    def original(m: re.Match[str]) -> str:
        for text in texts:
            at = text.lower().find(m[1].lower())
            if at >= 0 and len(text.lower()) == len(text):
                return f'"{text[at : at + len(m[1])]}"'
        return m[0]

    return _QUOTED.sub(original, reason)


def day_named(text: str, day: date) -> bool:
    """Whether the text itself gives the day and its month: "20 December", "December 20"."""
    return any(words in text for words in (f"{day.day} {day:%B}", f"{day:%B} {day.day}"))


def _day(day: date, beside: date | None = None) -> str:
    """16 May 2025; without the year where a day beside it has the same."""
    return f"{day.day} {day:%B}" + ("" if beside and beside.year == day.year else f" {day.year}")


def capital(text: str) -> str:
    """The text with a capital letter first."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """The text with a small letter first."""
    return text[:1].lower() + text[1:]
