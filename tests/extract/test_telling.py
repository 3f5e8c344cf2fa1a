"""How the text tells a fact: its form, its verb, the words of its predicate, and what stands for what."""

from __future__ import annotations

import pytest

from consistency.facts import Fact
from tests.reading import asserted


def fact(text: str, holder: str | None = "Ida Holm") -> Fact:
    return next(f for f in asserted(text) if f.holder == holder)


@pytest.mark.parametrize(
    ("text", "form", "verb"),
    [
        ('"We will open the dam in May," Mayor Ida Holm said.', "quoted", "said"),
        ("Mayor Ida Holm said that the dam would open in May.", "that", "said"),
        ("Mayor Ida Holm claimed the dam would open in May.", "clause", "claimed"),
        ("The dam will open in May, Mayor Ida Holm says.", "clause", ""),
        ("Mayor Ida Holm vowed to open the dam in May.", "infinitive", "vowed"),
        ("Mayor Ida Holm denied that the dam had leaked.", "cue", "denied"),
        ("Mayor Ida Holm had suggested that the dam had leaked.", "that", "suggested"),
    ],
)
def test_form_and_verb(text: str, form: str, verb: str) -> None:
    told = fact(text).telling
    assert (told.form, told.verb, told.person) == (form, verb, True)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The dam did not open.", "did not open"),
        ("The dam has been repaired.", "has been repaired"),
        ("The talks produced no agreement.", "produced no agreement"),
        ("Nobody told the mayor.", "Nobody told"),
    ],
)
def test_the_words_of_the_predicate(text: str, words: str) -> None:
    assert asserted(text)[0].telling.words == words


@pytest.mark.parametrize(
    ("text", "words", "means"),
    [
        ("Mayor Ida Holm came. She said that the dam would open.", "She", "Ida Holm"),
        ("Mayor Ida Holm said on Tuesday that the dam had leaked.", "Tuesday", "2031-05-13"),
        ("Mayor Ida Holm said that the dam leaked last week.", "last week", "2031-05-05 to 2031-05-11"),
    ],
)
def test_what_stands_for_what(text: str, words: str, means: str) -> None:
    assert (words, means) in [r[:2] for r in fact(text).telling.references]


def test_a_name_needs_no_explanation() -> None:
    assert fact("Mayor Ida Holm said that the dam would open.").telling.references == ()
