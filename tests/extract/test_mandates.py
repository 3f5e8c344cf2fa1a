"""For which body a speaker speaks."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read

BODIES = [
    ("a spokesman for it", "Grant Poe, a spokesman for Calder Rail, said it was late.", "Calder Rail"),
    ("its chief executive", "Calder Rail's chief executive, Anna Roe, said it was late.", "Calder Rail"),
    ("a spokeswoman of that name", "Calder met Halden. A Halden spokeswoman, Pippa Poe, said it was late.", "Halden"),
    ("its president, named in the sentence before",
     "Calder Rail will pay. Its president, Anna Roe, said it was late.", "Calder Rail"),
    ("its own chief, in one sentence", "Calder Rail will pay, its chief executive, Anna Roe, said.", "Calder Rail"),
    ("an office before the name", "Council leader Anna Roe said it was late.", "the council"),
    ("the noun where the article names no body", "A spokesman for the health ministry said it was late.",
     "the health ministry"),
    ("the body that bears the noun", "Calder Airport opened. An airport spokesman said it was late.", "Calder Airport"),
    ("named once, meant afterwards",
     "Anna Roe, the manager of Calder Rovers, spoke. Roe said it was late.", "Calder Rovers"),
    ("a spokesman of whoever acts", "Calder Rail met us. A spokesman, Grant Roe, said it was late.", "Calder Rail"),
    ("a body speaks for itself", "Calder Rail said it was late.", "Calder Rail"),
    ("who speaks for nobody", "Calder Rail met Anna Roe. Paul Poe, a driver, said it was late.", None),
    ("a minister of something is not for that", "Water Minister Paul Poe said it was late.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "body"), [c[1:] for c in BODIES], ids=[c[0] for c in BODIES])
def test_bodies(read: Read, text: str, body: str | None) -> None:
    assert [s.body for s in read(text).statements if s.lemma == "say"][-1] == body
