"""What stands before an article's first sentence: glued dates, `Key: value` lines, date lines, datelines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from consistency.article import Interval, Published
from consistency.read.dateline import dateline_at
from consistency.read.dates import clock_end, date_at
from consistency.read.details import Details, known_kind, merge
from consistency.read.masthead import masthead
from consistency.read.words import ReadingWords
from consistency.spans import Span, strip_span

LINES = 6
"""How many lines, blank ones apart, are looked at for a header, a date line or a dateline."""
KEYED_LINES = 20
"""The longest header of `Key: value` lines."""
_MAX_VALUE = 300
_S = r"[^\S\r\n]"
_LINE = re.compile(r"[^\r\n]+")
_GLUED = re.compile(rf"\s{{0,20}}(?:(date){_S}{{1,5}}|(?=\d{{4}}-\d{{2}}-\d{{2}}))", re.I)
_GLUED_WORD = re.compile(rf"date{_S}{{1,5}}\d", re.I)

_KEYED = re.compile(rf"([A-Za-z][A-Za-z _-]{{0,30}}?){_S}{{0,3}}:{_S}{{0,5}}(?=\S)")
_SAID_DATE = re.compile(rf"([A-Za-z]{{4,12}})(?::{_S}{{0,3}}|{_S}{{1,3}})(?:on{_S}{{1,3}})?", re.I)
_BYLINE = re.compile(r"by [^\r\n]{3,100}?[|,•·–—-]\s{1,3}(?=(?:[a-z]{3,9}\.?,? )?(?:\d|[a-z]{3,9}\.? \d))", re.I)


@dataclass(slots=True)
class Heading:
    """What the first lines tell and which stretches of them are not the article's words."""

    masks: list[Span] = field(default_factory=list)
    details: Details = field(default_factory=Details)

    def add(self, mask: Span | None, details: Details) -> None:
        """Take in one more header line; the first to tell something decides."""
        if mask is not None:
            self.masks.append(mask)
        self.details = merge(self.details, details)


def read_heading(text: str, start: int, words: ReadingWords) -> Heading:
    """The heading of the text from `start` on; an empty one where the article begins at once."""
    heading = Heading()
    at = _glued_date(text, start, words, heading)
    keyed = True
    for count, line in enumerate(_lines(text, at)):
        if count >= (KEYED_LINES if keyed else LINES):
            break
        keyed = keyed and _keyed_line(text, line, words, heading)
        if keyed or _date_line(text, line, words, heading):
            continue
        if (named := masthead(text, line, words)) is not None:
            heading.add(line, named)
            continue
        if _GLUED_WORD.match(text, line.start) and _glued_date(text, line.start, words, heading) != line.start:
            continue  # below a headline
        found = dateline_at(text, line.start, line.end, words)
        if found is not None:
            date = found.date
            published = Published(date.interval, "dateline", (date.span,)) if date else None
            heading.add(found.span, Details(published))
            break
    return heading


def _lines(text: str, at: int) -> Iterator[Span]:
    """The lines with something in them, without leading and trailing white space."""
    for found in _LINE.finditer(text, at):
        line = strip_span(text, Span(*found.span()))
        if line.start < line.end:
            yield line


def _glued_date(text: str, start: int, words: ReadingWords, heading: Heading) -> int:
    """` date 2025-05-20 Text...` or `2025-05-20 Text...` at the very start; gives where the text goes on."""
    glued = _GLUED.match(text, start)
    date = date_at(text, glued.end(), words.months) if glued else None
    if glued is None or date is None or date.interval == Interval(None, None):
        return start
    after = _skip_blanks(text, date.span.end)
    if after == date.span.end < len(text) and text[after] not in "\r\n":
        return start
    if not glued[1] and text[after : after + 1].islower():
        return start
    heading.add(Span(start, after), Details(Published(date.interval, "header", (date.span,))))
    return after


def _skip_blanks(text: str, at: int) -> int:
    while text[at : at + 1].isspace() and text[at] not in "\r\n":
        at += 1
    return at


def _keyed_line(text: str, line: Span, words: ReadingWords, heading: Heading) -> bool:
    """`Date: 2025-05-20`, `Source: The Courier`; a title's own words stay part of the article."""
    key = _KEYED.match(text, line.start, line.end)
    name = words.field_of(key[1]) if key else None
    if key is None or name is None:
        return False
    value = Span(key.end(), line.end)
    if name == "date":
        return _keyed_date(text, line, value.start, words, heading)
    if line.end - line.start > _MAX_VALUE:
        return False
    said = value.of(text)
    if name == "title":
        heading.add(Span(line.start, value.start), Details(title=said))
        return True
    told = {"publisher": Details(publisher=said), "url": Details(url=said), "kind": Details(kind=known_kind(said))}
    heading.add(line, told.get(name, Details()))
    return True


def _keyed_date(text: str, line: Span, at: int, words: ReadingWords, heading: Heading) -> bool:
    date = date_at(text, at, words.months)
    if date is None or date.interval == Interval(None, None):
        return False
    end = clock_end(text, date.span.end)
    rest = strip_span(text, Span(min(end, line.end), line.end))
    mask = Span(line.start, rest.start if rest.start < rest.end else line.end)
    heading.add(mask, Details(Published(date.interval, "header", (date.span,))))
    return rest.start >= rest.end


def _date_line(text: str, line: Span, words: ReadingWords, heading: Heading) -> bool:
    """A line that is only a date, or ends a byline with one ("Published 20 May 2025", "By Jo Hale | May 20, 2025").

    One with a byline or a word such as "Published" is a header; a bare one is the text's dateline, and stays body.
    """
    said = _SAID_DATE.match(text, line.start, line.end)
    keyed = said is not None and words.field_of(said[1]) == "date"
    byline = _BYLINE.match(text, line.start, line.end)
    at = said.end() if said and keyed else byline.end() if byline else line.start
    date = date_at(text, at, words.months)
    if date is None or min(clock_end(text, date.span.end), line.end) < line.end:
        return False
    if date.interval == Interval(None, None):
        return False
    header = keyed or byline is not None
    published = Published(date.interval, "header" if header else "dateline", (date.span,))
    heading.add(line if header else None, Details(published))
    return True
