"""Signatures: a quotation with its speaker's name behind it."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read

LATE = '"The bridge is late and nobody helps us."'

SIGNED = [
    (LATE + " ― Anna Roe, Calder mayor", "Anna Roe"),
    (LATE + " – Anna Roe on Channel 3", "Anna Roe"),
    (LATE + " -Anna Roe, in a 2011 interview with the Echo.", "Anna Roe"),
    (LATE + " - Sen. Anna Roe (D-Calder)", "Sen. Anna Roe"),
    (LATE + "\n\n— Anna Roe (@annaroe) May 4, 2016", "Anna Roe"),
    (LATE + "\n--Anna Roe", "Anna Roe"),
    (LATE + " (Anna Roe, 2015)", "Anna Roe"),
    (LATE + " [Anna Roe]", "Anna Roe"),
    (LATE + "\nAnna Roe, mayor", "Anna Roe"),
    ("1. " + LATE + " Anna Roe, May 2015", "Anna Roe"),
    (LATE + " — a nurse in Calder", "a nurse"),
    ("“The bridge is late and nobody helps us” | Anna Roe", "Anna Roe"),
]


@pytest.mark.parametrize(("text", "source"), SIGNED)
def test_a_signature_names_the_speaker(read: Read, text: str, source: str) -> None:
    (s,) = read(text).statements
    assert [x.of(text) for x in s.source] == [source]
    assert [c.of(text).strip('"“”.') for c in s.content] == ["The bridge is late and nobody helps us"]


UNSIGNED = [
    ('"The bridge is late," – Anna Roe, the mayor, told the Echo.', "told"),
    (LATE + " – Anna Roe said so in May.", "said"),
]


@pytest.mark.parametrize(("text", "cue"), UNSIGNED)
def test_a_clause_behind_a_dash_is_no_signature(read: Read, text: str, cue: str) -> None:
    cues = [c.of(text) for s in read(text).statements for c in s.cue]
    assert cues == [cue]


@pytest.mark.parametrize("text", ['"I Will Always Love You" - Anna Roe', '"The Long View" — Anna Roe'])
def test_titles_are_not_said(read: Read, text: str) -> None:
    assert read(text).statements == ()


def test_a_list_of_signed_quotations(read: Read) -> None:
    text = '"Nobody helps us here." - Roe on the delay.\n\n"He never built anything." - Poe on his rival.'
    assert [s.source[0].of(text) for s in read(text).statements] == ["Roe", "Poe"]
