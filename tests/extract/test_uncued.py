"""Quotations without a cue of their own: headed, announced, or behind a sentence in which somebody acts."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read

HEADED = [
    'Anna Roe\n\n"We will open it in May."\n\nPeter Poe, engineer\n\n"It was never safe to cross."',
    'Anna Roe shook her head. "We will open it in May." Then came Peter Poe. "She is wrong about that."',
    'Anna Roe was blunt.\n\n"We will open it in May."\n\nPeter Poe was blunter.\n\n"It was never safe to cross."',
    'Anna Roe\'s response? "We will open it in May."\n\nThe reply from Peter Poe was short. "It was never safe."',
    'Anna Roe\'s message was simple: "We will open it in May."\n\nPeter Poe put it so:\n\n"It was never safe."',
    '"It is late," Anna Roe said.\n\nPeter Poe disagreed.\n\n"It was always on time. She knows it."',
]


@pytest.mark.parametrize("text", HEADED)
def test_each_quotation_goes_to_its_own_speaker(read: Read, text: str) -> None:
    assert [s.speaker for s in read(text).statements] == ["Anna Roe", "Peter Poe"]


ANNOUNCED = [
    'Here are 3 things Anna Roe said about the bridge:\n\n1. "It is the worst I have seen."\n\n2. "Nobody helps us."',
    'Here\'s what Anna Roe said:\n\n"We will open it in May."\n\n"Nobody helps us."',
    'Read the full statement from Mayor Anna Roe:\n\n"We will open it in May.\n\n"Nobody helps us."',
    'Anna Roe told the hall that it was late. "We have waited too long." "Nobody helps us."',
    '"It is late," Anna Roe said. She turned to the road. "Nobody helps us."',
    '"It is late," Anna Roe said.\n\n"Nobody helps us," she continued.\n\n"We wait. We have no road."\n\nNobody spoke.',
    '"Peter Poe is late," Anna Roe said. Poe left the council in May. "Nobody helps us."',
]


@pytest.mark.parametrize("text", ANNOUNCED)
def test_one_speaker_goes_on(read: Read, text: str) -> None:
    found = [s for s in read(text).statements if s.within is None]
    assert {s.speaker for s in found} == {"Anna Roe"}
    assert sum(len(s.quoted) for s in found) == text.count('"') - text.count('."') - text.count(',"')


@pytest.mark.parametrize("text", [
    'The hall was full.\n\n"The bridge is late and nobody helps us."',
    'Message of love\n\n"The bridge is late and nobody helps us."',
    'The council voted on Tuesday. "The bridge is late and nobody helps us."',
])  # fmt: skip
def test_nobody_is_named(read: Read, text: str) -> None:
    assert [(s.source, s.speaker) for s in read(text).statements] == [((), None)]


def test_a_paragraph_behind_a_cue_and_a_colon_is_quoted_without_marks(read: Read) -> None:
    text = "Ms Roe added:\n\nIt is typical of him. He knows nothing.\n\nThe hall cheered."
    (s,) = read(text).statements
    assert (s.speaker, [c.of(text) for c in s.content]) == ("Roe", ["It is typical of him. He knows nothing."])


def test_a_list_behind_a_colon_is_no_block_quotation(read: Read) -> None:
    text = "Ms Roe said there were two reasons:\n\n- It is late.\n- It is dear."
    assert [c.of(text) for s in read(text).statements for c in s.content] == ["there were two reasons"]


TOLD = [
    ("who was reported goes on in quotation marks",
     'Without it, Paul Roe said, there would be no deal. "We could have stayed at home."', "Paul Roe"),
    ("behind a semicolon", 'He had never asked for it, Paul Roe said in reply; "I wanted ships, and got ships."',
     "Paul Roe"),
    ("somebody else than who was quoted last",
     '"We stay," Anna Poe said. Paul Roe said it was late. "We must go now, all of us."', "Paul Roe"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), [c[1:] for c in TOLD], ids=[c[0] for c in TOLD])
def test_who_was_reported_goes_on(read: Read, text: str, speaker: str) -> None:
    assert [s.speaker for s in read(text).statements if s.quoted and s.within is None][-1] == speaker
