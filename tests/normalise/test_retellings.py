"""Words told again in other words: how much is shared, and whether that makes one utterance of them."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.article import Interval
from consistency.facts import Fact, Proposition
from consistency.normalise.retellings import is_retelling, quoting, shared, stem
from consistency.normalise.utterances import words_of
from consistency.spans import Span

FACT = Fact("a#f1", "a", "quote", "Ada Lind", Proposition("say"), (Span(0, 1),))
PUBLISHED = {"a": Interval.day(date(2031, 5, 4)), "b": Interval.day(date(2031, 9, 4))}


@pytest.mark.parametrize(("word", "same"), [("plainer", "plainly"), ("pushed", "push"), ("fares", "fare")])
def test_stem(word: str, same: str) -> None:
    assert stem(word) == stem(same)


@given(st.text(max_size=30))
def test_a_stem_begins_its_word(word: str) -> None:
    assert word.startswith(stem(word))


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        ("Taxes are no lemon that we squeeze when we are thirsty.", "taxes are not a lemon to squeeze", True),
        ("You will not find so much as a bootlace.", "a single boot, not even a lace", True),
        ("If there was a leak, somebody goes to jail.", "leaks will send people to prison", True),
        ("The reef is dying and nobody counts.", "the harbour was never ours", False),
        ("We will cut taxes for everybody.", "taxes pay for the schools and the roads of this valley", False),
    ],
)
def test_recalled_words(first: str, second: str, one: bool) -> None:
    found = shared(words_of(first), words_of(second), quoting())
    then = replace(FACT, said=Interval.day(date(2031, 5, 4)))
    told = replace(FACT, article="b", said=Interval(date(2031, 5, 1), date(2031, 5, 31)))
    assert is_retelling(found, then, told, PUBLISHED) is one
    assert not is_retelling(found, then, replace(told, said=Interval.day(date(2031, 8, 3))), PUBLISHED)
    assert not is_retelling(found, then, replace(told, said=None), PUBLISHED)
