import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.errors import Problem
from consistency.pairs import pairs

GOOD = b'{"id": "1", "first": "The gate is open.", "second": "The gate is shut."}'


def test_pairs() -> None:
    assert list(pairs([b"\xef\xbb\xbf" + GOOD + b"\r\n", b"\n", GOOD], "p.jsonl")) == [
        ("1", "The gate is open.", "The gate is shut."),
        ("1", "The gate is open.", "The gate is shut."),
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"[1]", "not a JSON object"),
        (b'{"id": 1, "first": "a"}', "no string under id, second"),
        (
            b'{"id": "1", "first": "\\ud800", "second": "b"}',
            "not text: it holds half a character (a lone surrogate)",
        ),
        (b'{"id"', "not a JSON object in UTF-8: Expecting ':' delimiter: line 1 column 6 (char 5)"),
        (b"\xff", "not a JSON object in UTF-8: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"),
    ],
)
def test_broken_lines_are_problems(line: bytes, message: str) -> None:
    assert list(pairs([GOOD, line], "p.jsonl"))[1] == Problem("error", "p.jsonl", message, 2)


@given(st.lists(st.binary()))
def test_never_raises(lines: list[bytes]) -> None:
    for item in pairs(lines, "p.jsonl"):
        assert isinstance(item, tuple)
