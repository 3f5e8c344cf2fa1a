"""A cheap test of whether a text is English: the share of its words that are the commonest English ones."""

from __future__ import annotations

import re

from consistency.read.words import ReadingWords

MIN_WORDS = 40
MIN_SHARE = 0.12
"""English news has 0.3 to 0.45 of such words, other languages under 0.05, lists of English names about 0.1."""
_SAMPLE = 20_000
_WORD = re.compile(r"[^\W\d_]+")


def looks_english(text: str, words: ReadingWords) -> bool:
    """Whether the text looks English; short texts (under 40 words, or as many letters in scripts without spaces) do."""
    sample = text[:_SAMPLE]
    letters = [c for c in sample if c.isalpha()]
    foreign = sum(not c.isascii() for c in letters)
    if len(letters) >= 5 * MIN_WORDS and foreign * 2 > len(letters):
        return False
    found = _WORD.findall(sample.lower())
    if len(found) < MIN_WORDS:
        return True
    return sum(word in words.english for word in found) >= MIN_SHARE * len(found)
