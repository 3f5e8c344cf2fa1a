"""Whom descriptions mean: bodies of the right sort, short names of clubs, offices before their holders, headlines."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read

MOTORS = "Brennan Motors will cut 200 jobs. "
ROVERS = "Ashworth Rovers lost again. The Rovers Independent Supporters' Association met on Monday. "

BODIES = [
    (MOTORS + "The Wochenspiegel reported that Ms Aschoff knew. The company said it was sorry.", "Brennan Motors"),
    (MOTORS + "The Calder Echo said that fares would rise. The company denied the report.", "Brennan Motors"),
    (MOTORS + "The Transport Ministry said it was late. The company said it was not.", "Brennan Motors"),
    ("The Calder Echo said that fares would rise. The company denied the report.", None),
    (ROVERS + "The club said it would wait.", "Ashworth Rovers"),
    (ROVERS + "Rovers, who have yet to sign a striker, said they would wait.", "Ashworth Rovers"),
    (ROVERS + "The association said it would wait.", "Rovers Independent Supporters' Association"),
    ("Calder United won. The Calder United Foundation met. United said it would play.", "Calder United"),
]


@pytest.mark.parametrize(("text", "speaker"), BODIES)
def test_a_body_of_the_right_sort_speaks(read: Read, text: str, speaker: str | None) -> None:
    assert read(text).statements[-1].speaker == speaker


CHAIRMAN = "The chairman, Sir Alan Threlfall, has promised a new stand by May. "

STAYS = [
    (CHAIRMAN + 'Manager Peter Poe was in Spain with Tom Kolb. "We will build it," he wrote.', "Alan Threlfall"),
    (CHAIRMAN + 'Supporters of Peter Poe were not convinced. "It will be open," he wrote.', "Alan Threlfall"),
    (CHAIRMAN + 'Peter Poe, the manager, shook his head. "It will not," he said.', "Peter Poe"),
]


@pytest.mark.parametrize(("text", "speaker"), STAYS)
def test_who_spoke_goes_on_unless_another_acts(read: Read, text: str, speaker: str) -> None:
    assert read(text).statements[-1].speaker == speaker


AHEAD = [
    ('"Taxes will not rise," the finance minister told parliament.\n\nPaul Adeyar said it was sad.', "Paul Adeyar"),
    ('Taxes will not rise, the prime minister said.\n\n"We have the money," Paul Adeyar said.', "Paul Adeyar"),
    ('The Calder chairman promised a new stand.\n\n"It will open," Sir Alan Threlfall said.', "Alan Threlfall"),
    ('Its chief executive said it was late.\n\nAnna Roe said the plant would close. "It is sad."', "Anna Roe"),
    ("The mayor said the bridge would open.\n\nTom Kolb, 43, said he lived next to it.", None),
    ("The mayor said the bridge would open.\n\nAnna Roe, an engineer, said it would not.", None),
    ("The mayor said the bridge would open.\n\nPeter Poe said so. Anna Roe said it would not.", None),
    ("Anna Roe came. The mayor said the bridge would open.\n\nAnna Roe said she was not sure.", None),
    ("The spokeswoman said it was late.\n\nPaul Adeyar said it was not.", None),
    ("A spokesman said it was late.\n\nPaul Adeyar said it was not.", None),
]


@pytest.mark.parametrize(("text", "speaker"), AHEAD)
def test_an_office_before_its_holder(read: Read, text: str, speaker: str | None) -> None:
    assert read(text).statements[0].speaker == speaker


HEADLINES = [
    ("Calder Mayor Says Bridge Will Open In May\n\nThe Calder mayor said it would open.", ["Calder"]),
    ("Brennan Motors Cuts Jobs After Poe Quits\n\nBrennan Motors said so. Peter Poe left.",
     ["Brennan Motors", "Peter Poe"]),
    ("Why Nobody Wants The New Bridge Plan\n\nMs Roe said it was late.", ["Roe"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), HEADLINES)
def test_capitals_of_a_headline_make_no_names(read: Read, text: str, names: list[str]) -> None:
    assert [e.name for e in read(text).entities] == names
