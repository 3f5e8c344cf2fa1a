"""Text that is no prose: it is read within bounds, and never ends the process."""

from __future__ import annotations

import pytest

from consistency.extract.parse import MAX_SENTENCE, pipeline, readable


def test_no_sentence_is_longer_than_the_bound() -> None:
    doc = pipeline()("said " * 2_000)
    assert max(len(s) for s in doc.sents) <= MAX_SENTENCE + 1


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("The tunnel isn’t open.", "The tunnel isn't open."),
        ("‘Open’ is what the sign says.", "‘Open’ is what the sign says."),
        ("a " + '"' * 300 + " b", "a " + " " * 300 + " b"),
        ("a " + "x" * 199 + " b", "a " + "x" * 199 + " b"),
    ],
)
def test_readable_keeps_every_offset(text: str, read: str) -> None:
    assert readable(text) == read
    assert len(read) == len(text)
