"""The words of time: a lexicon that gives each token a class, and a text of one class letter a token to match on.

Time expressions are found with regular expressions over those letters, not over characters: "the past three months"
is four letters. That is a fifth of the text, and only words of the lexicon and numbers have a letter at all.
"""

from __future__ import annotations

import re
import string
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from consistency.errors import LexiconError
from consistency.extract.timelexicon import TimeLexicon, Value
from consistency.lexicons import load

if TYPE_CHECKING:
    from spacy.tokens import Doc

OTHER = "."
SHAPES = (
    "year", "yearpair", "dayrange", "daynum", "digits", "fraction", "clock", "decadenum", "ordnum", "slashdate",
    "halfyear", "midyear",
)  # fmt: skip
_CACHE_LIMIT = 200_000
_CAPITAL = {"weekday", "weekdays", "month", "zone"}
_NAMES = ("holiday", "name")


class Phrase(NamedTuple):
    """A phrase of several tokens, found by its longest word, which stands `offset` tokens after the first."""

    words: tuple[str, ...]
    offset: int
    kind: str
    value: Value


class Vocabulary:
    """The lexicon made ready: class letters, word values, phrases by their rarest word."""

    def __init__(self, lexicon: TimeLexicon) -> None:
        self.lexicon = lexicon
        names = sorted({*lexicon.words, *lexicon.phrases, *SHAPES, "holiday", "rest"})
        letters = string.ascii_letters + string.digits + "".join(map(chr, range(0xC0, 0x100)))
        self.letter = dict(zip(names, letters, strict=False))
        self.kind: dict[str, str] = {}
        self.value: dict[str, Value] = {}
        for kind, words in lexicon.words.items():
            for word, value in words.items():
                if word in self.kind:
                    raise LexiconError(f"times.yaml: {word!r} is both {self.kind[word]} and {kind}")
                self.kind[word], self.value[word] = kind, value
        self.forward = frozenset(lexicon.forward)
        self.aims = frozenset(lexicon.aims)
        self.putting_off = frozenset(lexicon.putting_off)
        self.giving = frozenset(lexicon.giving)
        self.given_up = frozenset(lexicon.given_up)
        self.sensed = frozenset(lexicon.sensed)
        self.limits = frozenset(lexicon.limits)
        self.timetable = frozenset(lexicon.timetable)
        self.lapsing = frozenset(lexicon.lapsing)
        self.failing = frozenset(lexicon.failing)
        self.implied = frozenset(lexicon.implied)
        self.said = frozenset(lexicon.said)
        self.beside = {name: frozenset(words) for name, words in lexicon.beside}
        self.event = {word: group for group, words in lexicon.events.items() for word in words}
        self.phrases: dict[str, list[Phrase]] = {}
        for kind, phrases in lexicon.phrases.items():
            for phrase, value in phrases.items():
                self._add(phrase, kind, value)
        for phrase in lexicon.holidays:
            self._add(phrase, "holiday", phrase)
        self.known: dict[int, str] = {}

    def _add(self, phrase: str, kind: str, value: Value) -> None:
        words = tuple(re.findall(r"[\w.]+|'\w*|\S", phrase))
        offset = max(range(len(words)), key=lambda i: len(words[i]))
        self.phrases.setdefault(words[offset], []).append(Phrase(words, offset, kind, value))
        self.phrases[words[offset]].sort(key=lambda p: -len(p.words))

    def letter_of(self, text: str) -> str:
        """The class letter of a word, `OTHER` for one that is not about time."""
        lower = text.lower()
        kind = self.kind.get(lower) or shape(lower)
        if kind in _CAPITAL and text[0].islower() and lower not in self.beside["plain_name"]:
            kind = ""
        return self.letter.get(kind, OTHER)


@lru_cache(maxsize=4)
def vocabulary(folders: tuple[Path, ...] = ()) -> Vocabulary:
    """The time lexicon, extended by the user's folders."""
    return Vocabulary(load(TimeLexicon, "times", folders))


_SHAPES = (
    ("daynum", re.compile(r"(?:0?[1-9]|[12]\d|3[01])$")),
    ("year", re.compile(r"(?:1[0-9]|20|21)\d\d$")),
    ("yearpair", re.compile(r"(?:19|20)\d\d/\d\d(?:\d\d)?$")),
    ("dayrange", re.compile(r"(?:0?[1-9]|[12]\d|3[01])[-–](?:0?[1-9]|[12]\d|3[01])$")),
    ("fraction", re.compile(r"\d/\d$|½$")),
    ("clock", re.compile(r"(?:[01]?\d|2[0-4])(?::[0-5]\d){1,2}(?:[ap]\.?m\.?|h)?$")),
    ("clock", re.compile(r"(?:[01]?\d|2[0-4])(?:\.[0-5]\d)?(?:[ap]\.?m\.?|h)$")),
    ("digits", re.compile(r"\d[\d,]*(?:\.\d+)?½?$")),
    ("decadenum", re.compile(r"(?:(?:early|mid|late)-)?['’]?(?:(?:1[5-9]|20)\d0|[2-9]0)['’]?s$")),
    ("ordnum", re.compile(r"(?:(?:early|mid|late)-)?\d{1,2}(?:st|nd|rd|th)$")),
    ("slashdate", re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}$")),
    ("midyear", re.compile(r"(?:early|mid|late|pre|post)-(?:19|20)\d\d$")),
    ("halfyear", re.compile(r"(?:[1-4]q|q[1-4]|[12]h|h[12]|fy\d{2,4})$")),
)


def shape(lower: str) -> str:
    """The class of a number by its form: year, daynum (1 to 31), clock, decadenum ("1990s"), ...; "" for words."""
    if not any(c.isdigit() or c == "½" for c in lower[:8]) or len(lower) > 16:
        return ""
    return next((kind for kind, form in _SHAPES if form.match(lower)), "")


class Words:
    """A Doc seen as words of time: `letters` has one character a token; values come from the lexicon."""

    def __init__(self, doc: Doc, vocab: Vocabulary) -> None:
        self.doc = doc
        self.vocab = vocab
        self._values: dict[int, Value] = {}
        self.letters = self._encode()

    def lower(self, i: int) -> str:
        """The token's text in lower case, "" beyond the ends."""
        return str(self.doc[i].lower_) if 0 <= i < len(self.doc) else ""

    def value(self, i: int) -> Value:
        """The lexicon's value of the token (or of the phrase that starts there); its text where there is none."""
        if i in self._values:
            return self._values[i]
        word = self.lower(i)
        return self.vocab.value.get(word, word)

    def beside(self, i: int, name: str) -> bool:
        """Whether the token is in this list of words that stand beside times."""
        return self.lower(i) in self.vocab.beside[name]

    def is_a(self, i: int, *kinds: str) -> bool:
        """Whether the token has one of these classes."""
        return 0 <= i < len(self.letters) and self.letters[i] in {self.vocab.letter.get(k) for k in kinds}

    def _encode(self) -> str:
        known, phrases = self.vocab.known, self.vocab.phrases
        if len(known) > _CACHE_LIMIT:
            known.clear()
        orths = [t.orth for t in self.doc]
        strings = self.doc.vocab.strings
        letters = []
        starters = []
        for i, orth in enumerate(orths):
            letter = known.get(orth)
            if letter is None:
                text = strings[orth]
                letter = self.vocab.letter_of(text) + ("!" if text.lower() in phrases else "")
                known[orth] = letter
            if len(letter) > 1:
                starters.append(i)
                letter = letter[0]
            letters.append(letter)
        for i in starters:
            self._phrase(i, letters)
        return "".join(letters)

    def _phrase(self, i: int, letters: list[str]) -> None:
        for phrase in self.vocab.phrases[self.lower(i)]:
            start = i - phrase.offset
            if start < 0 or tuple(self.lower(start + k) for k in range(len(phrase.words))) != phrase.words:
                continue
            if phrase.kind in _NAMES and not self.doc[i].text[0].isupper():
                continue
            self._values[start] = phrase.value
            letters[start] = self.vocab.letter[phrase.kind]
            letters[start + 1 : start + len(phrase.words)] = self.vocab.letter["rest"] * (len(phrase.words) - 1)
            return
