"""The lexicon of reporting words: every class of force, and what its words take."""

from __future__ import annotations

import pytest

from consistency.extract.cues import reporting
from tests.extract.conftest import Read

FORCES = [
    ("Ms Roe insisted that the bridge was safe.", "assert"),
    ("Ms Roe denied that the bridge was unsafe.", "deny"),
    ("Ms Roe pledged to open the bridge.", "promise"),
    ("Ms Roe predicted that the bridge would open.", "predict"),
    ("Ms Roe demanded that the bridge be shut.", "demand"),
    ("Ms Roe urged residents to stay away.", "demand"),
    ("Ms Roe asked whether the bridge was safe.", "ask"),
    ("Ms Roe doubted that the bridge was safe.", "doubt"),
    ("Ms Roe threatened to sue the builder.", "threaten"),
    ("Ms Roe endorsed the plan.", "support"),
    ("Ms Roe condemned the plan.", "oppose"),
    ("Ms Roe declined to comment.", "decline"),
    ("Ms Roe hopes that the bridge will open.", "think"),
    ("Ms Roe was told to leave the hall.", "demand"),
]


@pytest.mark.parametrize(("text", "force"), FORCES)
def test_force(read: Read, text: str, force: str) -> None:
    assert [s.force for s in read(text).statements if s.within is None] == [force]


def test_the_lexicon_has_hundreds_of_verbs_and_every_force() -> None:
    words = reporting()
    assert len(words.verbs) > 600
    assert len(words.nouns) > 150
    forces = {f for w in words.verbs.values() for f in w.takes.values()}
    assert forces == {f for _, f in FORCES}


@pytest.mark.parametrize("kind", ["verbs", "nouns", "adjectives"])
def test_words_are_lemmas_in_small_letters(kind: str) -> None:
    for word in getattr(reporting(), kind):
        assert word == word.lower().strip()
        assert word


PHRASES = [
    ("Ms Roe called for a new inquiry.", "call for"),
    ("Ms Roe pointed out that the bridge was late.", "point out"),
    ("Ms Roe spoke out against the plan.", "speak out against"),
    ("Ms Roe referred to the delay.", "refer to"),
]


@pytest.mark.parametrize(("text", "lemma"), PHRASES)
def test_verbs_of_several_words(read: Read, text: str, lemma: str) -> None:
    assert [s.lemma for s in read(text).statements] == [lemma]


LONGER = [
    ("The bridge would open in May, Ms Roe said, and the tram was late.", "the tram was late"),
    ("No dogs would be let in, Ms Roe said in answer to a question; the park was full.", "the park was full"),
    ("Ms Roe said everyone affected would hear from the bank, and that the bank would pay.", "that the bank would pay"),
    ("Ms Roe said the strip would open in May, would cost nothing, and would be paid for.", "would cost nothing"),
]


@pytest.mark.parametrize(("text", "told"), LONGER)
def test_what_is_reported_runs_on(read: Read, text: str, told: str) -> None:
    (said,) = [s for s in read(text).statements if s.lemma == "say"]
    assert any(told in c.of(text) for c in said.content)


SHORTER = [
    ("The bridge would open in May, Ms Roe said, and Mr Poe said it was late.", "late"),
    ("The bridge will open in May, Ms Roe said; it opens at noon.", "noon"),
]


@pytest.mark.parametrize(("text", "other"), SHORTER)
def test_what_is_not_reported_any_more(read: Read, text: str, other: str) -> None:
    said = [s for s in read(text).statements if s.lemma == "say"]
    assert not any(other in c.of(text) for c in said[0].content)
