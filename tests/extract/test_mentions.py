"""Names: which words make one, what stands before it, and what it names."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read

NAMED = [
    ("a given name taken for a common noun", "Beatrix Roe told them it was late.", "Beatrix Roe", "person"),
    ("a hyphen", "Pippa Lane-Roe said it was late.", "Pippa Lane-Roe", "person"),
    ("an apostrophe", "The Calder Supporters’ Trust said it was late.", "Calder Supporters’ Trust", "organisation"),
    ("a trade with a capital", "Mediator Constance Roe said it was late.", "Constance Roe", "person"),
    ("a trade that no list has", "Parent Shawna Poe said she was late.", "Shawna Poe", "person"),
    ("a trade before a given name", "Epidemiologist Paul Roe said it was late.", "Paul Roe", "person"),
    ("a title in the name of a body", "The Princess Adela Hospital said it was late.", "Princess Adela Hospital",
     "organisation"),
    ("a nickname", 'Colonel Emmanuel "Papa Lima" Roe said it was late.', "Emmanuel Roe", "person"),
    ("small words with capitals", "The local group Fen Not Fumes said it was late.", "Fen Not Fumes", ""),
    ("a month's name", "Anna Poe left in May. Her successor, Jan Roe, said it was late.", "Jan Roe", "person"),
    ("a minister of something", "Minister of Finance Paul Roe said it was late.", "Paul Roe", "person"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "kind"), [c[1:] for c in NAMED], ids=[c[0] for c in NAMED])
def test_names(read: Read, text: str, name: str, kind: str) -> None:
    kinds = {e.name: e.kind for e in read(text).entities}
    assert name in kinds
    assert kinds[name] == (kind or kinds[name])


NO_NAMES = [
    ("a film", "Anna Roe showed “The Salt Year” to them. She said it was late.", "Salt Year"),
    ("a holiday", "They left on Memorial Day. Anna Roe said it was late.", "Memorial Day"),
    ("a word that opens a sentence", "Turnout was high. Paul Roe said turnout was high.", "Turnout"),
    ("days", "A van will call on Thursdays. Anna Roe said it was late.", "Thursdays"),
    ("a president of somewhere", "The President of Tamara, Paul Roe, said it was late.", "of Tamara"),
]


@pytest.mark.parametrize(("text", "wrong"), [c[1:] for c in NO_NAMES], ids=[c[0] for c in NO_NAMES])
def test_what_is_no_name(read: Read, text: str, wrong: str) -> None:
    found = read(text)
    assert wrong not in {e.name for e in found.entities}
    assert next(s.speaker for s in found.statements if s.lemma == "say") in ("Anna Roe", "Paul Roe")
