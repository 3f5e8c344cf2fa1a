"""Datelines: "PORT ANSELL, Kestria, Nov. 6 -- ", "WASHINGTON (AP) — March 5, 2019" before the first sentence."""

from __future__ import annotations

import re
from typing import NamedTuple

from consistency.read.dates import WrittenDate, date_at
from consistency.read.words import ReadingWords
from consistency.spans import Span

MAX_CHARS = 110
"""The longest dateline; those that wires print, with region, date and agency, stay under 80 characters."""
_S = r"[^\S\r\n]"
_DASH = re.compile(
    rf"{_S}{{0,3}}(?:-{{2,3}}|[—―]){_S}{{0,3}}|{_S}{{1,3}}[–_|-]{_S}{{0,3}}|(?<=[)/])[–_-]{_S}{{0,3}}|[–_-]{_S}{{1,3}}"
)
_AGENCY = re.compile(r"[(/]([A-Za-z][\w .&,/'-]{0,40})[)/]\s{0,3}\Z")
_DATE_START = re.compile(r"(?:^|[\s,(])(?=[A-Za-z]{3,9}\.?\s\d|\d{1,2}(?:st|nd|rd|th)?\s[A-Za-z]{3}|\d{4}-\d)")
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_NOT_IN_NAMES = frozenset('!?:;"“”‘')
_MAX_WORDS = 8
_MAX_WORDS_ALONE = 6


class Dateline(NamedTuple):
    """The stretch up to the first word of the sentence, and the date in it if it has one."""

    span: Span
    date: WrittenDate | None


def dateline_at(text: str, start: int, end: int, words: ReadingWords) -> Dateline | None:
    """The dateline that a line, `text[start:end]`, opens with; None where the line is ordinary text.

    Nothing but a place, a date and an agency may stand before the dash, and a sentence must begin after it, in the
    same line or in the next.
    """
    dash = _DASH.search(text, start, min(end, start + MAX_CHARS))
    if dash is None or text[dash.end() : min(dash.end() + 1, end)].islower():
        return None
    agency = _AGENCY.search(text, start, dash.start())
    place_end = agency.start() if agency and agency.start() > start else dash.start()
    date = _last_part_date(text, start, place_end, words)
    if date is not None:
        place_end = date.span.start
    place = text[start:place_end].strip(" ,()\t")
    if not _is_place(place, words, vouched=bool(agency or date)):
        return None
    if date is None and (behind := _date_behind(text, dash.end(), end, words)) is not None:
        return behind._replace(span=Span(start, behind.span.end))
    return Dateline(Span(start, dash.end()), date)


def _date_behind(text: str, at: int, end: int, words: ReadingWords) -> Dateline | None:
    """The date behind the dash, where the line ends with it or a dash closes it too: "PARIS (AFP) -- March 5 --"."""
    date = date_at(text, at, words.months)
    if date is None or date.span.end > end:
        return None
    closing = _DASH.match(text, date.span.end, end)
    if closing is None and text[date.span.end : end].strip():
        return None
    return Dateline(Span(at, closing.end() if closing else date.span.end), date)


def _last_part_date(text: str, start: int, end: int, words: ReadingWords) -> WrittenDate | None:
    """The date that a dateline's place is followed by, with nothing after it."""
    for found in _DATE_START.finditer(text, start, end):
        date = date_at(text, found.end(), words.months)
        if date is not None and date.span.end <= end:
            return date if not text[date.span.end : end].strip(" ,)") else None
    return None


def _is_place(place: str, words: ReadingWords, *, vouched: bool) -> bool:
    """Only capitalised words; where no agency or date vouches for it, the town must be in capitals throughout."""
    if not place:
        return vouched
    found = _WORD.findall(place)
    if not 0 < len(found) <= (_MAX_WORDS if vouched else _MAX_WORDS_ALONE) or set(place) & _NOT_IN_NAMES:
        return False
    town = place.split(",")[0]
    if not vouched and not (town.isupper() and sum(c.isalpha() for c in town) >= 3):
        return False
    return all(word[0].isupper() or word in words.place_words for word in found)
