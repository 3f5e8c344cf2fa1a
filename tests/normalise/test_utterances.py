"""One utterance in two reports: the same words, spelling, clipped, other words, or two utterances."""

import pytest

from consistency.normalise.utterances import compare, words_of
from tests.normalise.two import between, names

TOLD = "We will never sell the harbour to anybody from outside"


@pytest.mark.parametrize(
    ("kind", "left", "right"),
    [
        ("same", TOLD, TOLD),
        ("same", "We'll fight on, all of us, until the end.", "We’ll fight on - all of us - until the end!"),
        ("same", "The reef is dying and nobody here counts the corals.", "The reef is dying"),
        ("spelling", TOLD, TOLD.replace("harbour", "har bour")),
        ("spelling", "We will never, never sell the harbour.", "We will never sell the harbour."),
        ("spelling", "The surgeon was very tired after the shift.", "The surgeon was tired after the shift."),
        ("clipped", "My players gave everything tonight in the rain.", "My players gave everything tonight."),
        ("words", TOLD, TOLD.replace("harbour", "airport")),
        ("words", "The court was wrong about the whole case.", "The court was right about the whole case."),
        ("words", "We will pay every nurse in July.", "We may pay every nurse in July."),
    ],
)
def test_compare(kind: str, left: str, right: str) -> None:
    first, second = compare(left, right), compare(right, left)
    if kind == "same" and len(right.split()) < 5:
        assert first is None or first.kind in ("same", "clipped")
        return
    assert first
    assert second
    assert (first.kind, second.kind) == (kind, kind)
    assert (first.left, first.right) == (second.right, second.left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (TOLD, "The reef is dying and nobody counts the corals."),
        ("We will win the cup.", "They will lose the cup in the end."),
        ("It is what it is.", "It is a matter of trust for the fans of the club."),
        ("", TOLD),
    ],
)
def test_two_utterances(left: str, right: str) -> None:
    assert compare(left, right) is None


def test_contractions_are_no_other_words() -> None:
    found = compare("We do not want to lose the cup here.", "We don’t want to lose the cup here.")
    assert found
    assert found.kind in ("same", "spelling")


def test_words() -> None:
    assert words_of("“They WIN — 3-1,” he said…") == ["they", "win", "3", "1", "he", "said"]
    assert words_of("The club’s") == words_of("the club's")


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (f'"{TOLD}," Leo Park said.', f'"{TOLD}," Leo Park said.', {"same_utterance"}),
        (f'"{TOLD}," Leo Park said.', f'"{TOLD.replace("never", "not")}," Leo Park said.',
         {"same_utterance", "drifts_from"}),
        (f'"{TOLD}," Leo Park said.', f'"{TOLD}," Anna Pike said.', set()),
        (f'"{TOLD}," Leo Park told reporters.', f'"{TOLD}," Leo Park told Radio Nine.',
         {"same_utterance", "apart_in_place"}),
        (f'"{TOLD}," Leo Park told reporters.', f'"{TOLD}," Leo Park told a news conference.', {"same_utterance"}),
    ],
)  # fmt: skip
def test_relations(first: str, second: str, found: set[str]) -> None:
    quotes = ("same_utterance", "drifts_from", "apart_in_place")
    assert names(first, second) & set(quotes) == found


def test_a_reason_shows_what_differs() -> None:
    other = TOLD.replace("harbour", "airport")
    (drift,) = [
        r for r in between(f'"{TOLD}," Leo Park said.', f'"{other}," Leo Park said.') if r.name == "drifts_from"
    ]
    assert "harbour" in drift.because
    assert "airport" in drift.because


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The stage stays open, no actor will lose a contract.", "The stage stays open, no actor will lose a job."),
        ("Nurses will be paid in full before July.", "Doctors will be paid in full before July."),
    ],
)
def test_another_word_at_either_end(left: str, right: str) -> None:
    found = compare(left, right)
    assert found
    assert found.kind == "words"
