"""What the readers know about words: the names of fields and months, and the commonest words of English."""

from __future__ import annotations

from typing import Literal

from consistency.config import Settings
from consistency.lexicons import LexiconModel, load

FieldName = Literal["date", "title", "publisher", "url", "kind", "other"]


class ReadingWords(LexiconModel):
    """The lexicon `reading.yaml`."""

    keys: dict[FieldName, tuple[str, ...]]
    months: dict[str, int]
    english: frozenset[str]
    place_words: frozenset[str]
    press: frozenset[str] = frozenset()

    def field_of(self, key: str) -> FieldName | None:
        """The field that a header's or front matter's key names, None if it is not a known key."""
        word = key.strip().lower().replace("-", "_")
        for name, words in self.keys.items():
            if word in words:
                return name
        return None


def reading_words(settings: Settings) -> ReadingWords:
    """The reading lexicon with the user's additions; raises LexiconError."""
    words: ReadingWords = load(ReadingWords, "reading", settings.lexicons)
    return words
