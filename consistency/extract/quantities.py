"""Quantities: numbers with bounds, their unit, and what they count."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from consistency.extract.words import Units
from consistency.facts import Quantity
from consistency.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NUMBER_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
_FIGURE = re.compile(r"([$€£¥]?)(\d[\d,]{0,15}(?:\.\d{1,6})?)(k|m|mn|bn)?")
TIME_UNITS = {
    "second", "minute", "hour", "day", "week", "month", "year", "decade", "century", "quarter", "weekend", "night",
    "a.m.", "p.m.", "am", "pm", "o'clock", "january", "february", "march", "april", "may", "june", "july", "august",
    "september", "october", "november", "december",
}  # fmt: skip
LEADING = {
    "up",
    "as",
    "more",
    "less",
    "fewer",
    "at",
    "least",
    "most",
    "not",
    "no",
    "well",
    "just",
    "a",
    "to",
    "many",
    "much",
}


def quantities(doc: Doc, start: int, end: int, units: Units) -> list[tuple[Quantity, Token]]:
    """The quantities among the tokens start..end with the noun that each counts; no dates, times or names."""
    found = []
    i = start
    while i < end:
        step = _number(doc, i, end, units)
        if step is None:
            i += 1
            continue
        value, last, unit = step
        made = _quantity(doc, i, last, value, unit, end, units)
        further = _range(doc, i, last, end, units) if made is not None else None
        if made is not None and further is not None and further[0] > made[0].high:
            second = _quantity(doc, last + 2, further[1], further[0], further[2] or unit, end, units)
            if second is not None:
                whole = Span(made[0].span.start, second[0].span.end)
                made, last = (second[0]._replace(low=made[0].low, span=whole), second[1]), further[1]
        if made is not None:
            found.append(made)
        i = last + 1
        if made is not None and made[0].total is not None:
            i = next((n + 1 for n in range(i, min(i + 6, end)) if _figure(doc[n].text, units)), i)
    return found


def _range(doc: Doc, i: int, last: int, end: int, units: Units) -> tuple[float, int, str] | None:
    """The second number of "11,000 to 13,000" or "between 40 and 60"; "from 40 to 60" tells of a change."""
    plain = _figure(doc[last].text, units) or doc[last].lower_ in units.scales
    word = doc[last + 1].lower_ if plain and last + 2 < end else ""
    before = doc[i - 1].lower_ if i else ""
    if (word == "to" and before != "from") or (word == "and" and before == "between"):
        return _number(doc, last + 2, end, units)
    return None


def _number(doc: Doc, i: int, end: int, units: Units) -> tuple[float, int, str] | None:
    """The number that starts at token i: its value, last token, and the unit of a currency sign."""
    token = doc[i]
    unit = ""
    first = i
    if token.text in units.names and token.text in "$€£¥" and i + 1 < end:
        unit, i = units.names[token.text], i + 1
        token = doc[i]
    value = _figure(token.text, units)
    if value is not None:
        unit = unit or value[1]
        number = value[0]
    elif token.lower_ in NUMBER_WORDS and token.pos_ in ("NUM", "NOUN", "DET"):
        number, i = _words(doc, i, end)
    else:
        return None
    if first > 0 and (
        doc[first - 1].text in ("No.", "#") or (doc[first - 1].text in "-–" and not doc[first - 1].whitespace_)
    ):
        return None
    while i + 1 < end and (scale := units.scales.get(doc[i + 1].lower_.rstrip("."))):
        i += 1
        number *= scale
    return number, i, unit


def _figure(text: str, units: Units) -> tuple[float, str] | None:
    m = _FIGURE.fullmatch(text)
    if not m:
        return None
    value = float(m[2].replace(",", ""))
    return value * units.scales.get(m[3] or "", 1), units.names.get(m[1], "")


def _words(doc: Doc, i: int, end: int) -> tuple[float, int]:
    """ "fifty-five", "twenty one": tens and units joined."""
    value = float(NUMBER_WORDS[doc[i].lower_])
    j = i + 1
    if j < end and doc[j].text == "-" and j + 1 < end:
        j += 1
    if value >= 20 and j < end and NUMBER_WORDS.get(doc[j].lower_, 99) < 10:
        return value + NUMBER_WORDS[doc[j].lower_], j
    return value, i


def _quantity(
    doc: Doc, i: int, last: int, value: float, unit: str, end: int, units: Units
) -> tuple[Quantity, Token] | None:
    if not unit:
        unit, last = _unit_after(doc, last, end, units)
    noun = _counted(doc, i, last)
    if not unit and doc[last].lower_ in units.scales and last + 1 < end and doc[last + 1].lower_ in ("pounds", "pound"):
        unit, last = "pound", last + 1
    alone = _alone(doc, i, last, units) if not unit else None
    if alone is not None and not _is_date(doc, i, last):
        low, high = _bounds(doc, i, value, units)
        return Quantity(low, high, "", "", Span(doc[i].idx, doc[last].idx + len(doc[last]))), alone
    if noun is None or (not unit and (_is_time(noun) or noun.pos_ in ("VERB", "AUX"))) or _is_date(doc, i, last):
        return None
    low, high = _bounds(doc, i, value, units)
    first = doc[i]
    of = noun.lemma_.lower() if noun.i > last or unit == "" else _attribute(doc, i, last, units) or _measured(noun)
    return Quantity(
        low, high, unit, of, Span(first.idx, doc[last].idx + len(doc[last])), _total(doc, last, end, units)
    ), noun


def _unit_after(doc: Doc, last: int, end: int, units: Units) -> tuple[str, int]:
    if last + 2 < end and doc[last + 1].text == "-" and not doc[last].whitespace_ and not doc[last + 1].whitespace_:
        name = units.names.get(doc[last + 2].lemma_.lower())  # "a 40-metre tower"
        return (name, last + 2) if name else ("", last)
    for width in (2, 1):
        stretch = doc[last + 1 : min(last + 1 + width, end)]
        text = " ".join(t.lower_ for t in stretch)
        name = units.names.get(text) or units.names.get(" ".join(t.lemma_.lower() for t in stretch))
        if len(stretch) == width and name:
            return name, last + width
    return "", last


def _counted(doc: Doc, i: int, last: int) -> Token | None:
    """The noun that the number counts: its head, across "of" ("63 of the 120 seats": seats)."""
    head = doc[last]
    for _ in range(4):
        if head.pos_ in ("NOUN", "PROPN") and head.i > last:
            return head
        below = [
            o for p in head.children if p.lower_ == "of" and p.dep_ == "prep" for o in p.children if o.dep_ == "pobj"
        ]
        if below and head.i >= i:
            return below[0]
        if head.head == head or head.pos_ in ("VERB", "AUX"):
            break
        head = head.head
    return head if head.pos_ in ("NOUN", "PROPN", "VERB", "AUX") else None


def _alone(doc: Doc, i: int, last: int, units: Units) -> Token | None:
    """The verb of counting of a figure that stands without a noun: "the union has arrived at 3,950"."""
    token = doc[last]
    prep = token.head if token.dep_ == "pobj" and token.head.lower_ == "at" else None
    verb = prep.head if prep is not None else token.head if token.dep_ == "dobj" else None
    nouns = any(c.pos_ in ("NOUN", "PROPN") for c in token.children)
    clock = doc[i].text.count(".") or doc[i].text.count(":")
    plain = verb is not None and verb.pos_ == "VERB" and verb.lemma_ in units.counting and not nouns and not clock
    return verb if plain else None


def _attribute(doc: Doc, i: int, last: int, units: Units) -> str:
    """What a sum is said to be: "a fee of £400,000", "put turnout at 96 percent", "sold for $5m" (a price)."""
    token = next((t for t in doc[i : last + 1] if t.head.i < i or t.head.i > last), doc[last])
    if token.dep_ != "pobj" or token.head.lower_ not in ("of", "at", "for"):
        return "price" if token.dep_ == "dobj" and token.head.lemma_ in units.trades else ""
    above = token.head.head
    if above.pos_ == "NOUN" and token.head.lower_ == "of":
        return above.lemma_.lower()
    if token.head.lower_ == "at" and above.lemma_ in units.counting:
        found = [c for c in above.children if c.dep_ == "dobj" and c.pos_ == "NOUN"]
        return found[0].lemma_.lower() if found else ""
    return "price" if token.head.lower_ == "for" and above.lemma_ in units.trades else ""


def _measured(noun: Token) -> str:
    """What a figure with a unit measures: the subject of its verb ("inflation climbed to 6 percent"), or the noun that
    its relative clause hangs on ("a deal that they put at 66 million euros").
    """
    token = noun
    for _ in range(5):
        if token.dep_ == "relcl" and any(c.tag_ in ("WDT", "WP") for c in token.children):
            return token.head.lemma_.lower()
        subject = [c for c in token.children if c.dep_ in ("nsubj", "nsubjpass")]
        if subject:
            return subject[0].lemma_.lower()
        if token.head == token:
            break
        token = token.head
    return noun.lemma_.lower()


def _total(doc: Doc, last: int, end: int, units: Units) -> float | None:
    """What the figure is a part of: "63 of the 120 seats", "61 seats out of 120"."""
    at = last + 1
    while at < min(last + 4, end) and (doc[at].pos_ in ("NOUN", "ADJ") or doc[at].lower_ == "out"):
        at += 1
    if at >= end or doc[at].lower_ != "of":
        return _total_before(doc, last, units)
    at += 1
    while at < end and doc[at].lower_ in ("the", "its", "all", "some"):
        at += 1
    found = _figure(doc[at].text, units) if at < end else None
    return found[0] if found else None


def _total_before(doc: Doc, last: int, units: Units) -> float | None:
    """ "Of the 7,400 who filed, 2,250 were paid"."""
    first = doc[last].sent.start
    if last - first < 3 or doc[first].lower_ != "of" or doc[last].dep_ not in ("nsubj", "nsubjpass", "nummod", "dobj"):
        return None
    figure = next((f for t in doc[first + 1 : first + 4] if t.i < last and (f := _figure(t.text, units))), None)
    return figure[0] if figure and figure[1] == "" else None


def _is_time(noun: Token) -> bool:
    return noun.lemma_.lower() in TIME_UNITS or noun.lower_ in TIME_UNITS


def _is_date(doc: Doc, i: int, last: int) -> bool:
    token = doc[last]
    near = [doc[j].lower_.rstrip(".") for j in (i - 1, last + 1) if 0 <= j < len(doc)]
    months = {"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", *TIME_UNITS}
    year = i == last and token.text.isdigit() and len(token.text) == 4 and 1500 <= int(token.text) <= 2100
    return year or any(w in months for w in near) or token.head.lower_ in months


def _bounds(doc: Doc, i: int, value: float, units: Units) -> tuple[float, float]:
    before = [doc[j].lower_ for j in range(max(0, i - 4), i)]
    window = before[::-1]
    for n, word in enumerate(window):
        if word in units.bounds:
            low, high = units.bounds[word]
            if word == "than":
                comparative = window[n + 1] if n + 1 < len(window) else ""
                if comparative in ("less", "fewer", "lower"):
                    return 0.0, value
                if comparative not in ("more", "greater", "higher", "longer", "rather"):
                    return value, value
            if word in ("over", "above", "than"):
                return value, value * high
            return value * low, value * high
        if word not in LEADING:
            break
    if window[:2] == ["to", "up"] or window[:2] == ["most", "at"]:
        return 0.0, value
    if window[:2] == ["least", "at"]:
        return value, float(value * 1.5)
    return value, value
