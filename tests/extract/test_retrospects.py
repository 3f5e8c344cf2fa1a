"""What speakers say of their own past words: which are read so, and of which sort they say it."""

from __future__ import annotations

import pytest

from tests.reading import facts


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ('"I never promised them a bridge," she said.', "never promise"),
        ('"I never stood up and guaranteed anybody a number," she said.', "never promise number"),
        ('"I do not believe anybody at the harbour office ever put a date on it," she said.', "never say time"),
        ("She said that nobody at the club had ever named a figure.", "never say number"),
        ("She said that no deadline had ever been set.", "never say time"),
        ('"There was never any promise," she said.', "never promise"),
        ('"At no point did we commit to a number," she said.', "never say number"),
        ("She denied having ever named a date.", "never say time"),
        ("She denied that she had ever given a guarantee.", "never promise"),
        ('"I have never told anybody what wages would do," she said.', "never say forecast"),
        ("She said that she had never told the council when the bridge would open.", "never say time"),
        ("She had never told anyone how much it would cost, she said.", "never say number"),
        ("She said that she had been in favour of the tunnel from the very first day.", "always support"),
        ('"We have always said that the pool will stay," she said.', "always say"),
        ('"We never denied that there were strangers in the barn," she said.', "never deny"),
        ('"I did not promise anyone a job," she said.', "never promise"),
    ],
)
def test_read(said: str, read: str) -> None:
    found = {f.retrospect for f in facts(f"Mirela Stanek, the governor, met reporters. {said}") if f.retrospect}
    assert read in found


@pytest.mark.parametrize(
    "said",
    [
        '"We have not set a date for the launch," she said.',
        '"I have never given an exact date," she said.',
        '"There is no legal commitment," she said.',
        '"I will never promise a bridge," she said.',
        "She said that Jon Adair had never promised a bridge.",
        "She said that the rival, Orland Steel, had never named a price.",
        "She never met the lobbyist.",
        '"Have we ever given a date?" she asked.',
        "She has always lived in Halmar.",
        '"I never said that it would be ready whatever happened," she said.',
        '"I deny that there were strangers in the barn," she said.',
    ],
)
def test_not_read(said: str) -> None:
    assert [f.retrospect for f in facts(f"Mirela Stanek, the governor, met reporters. {said}") if f.retrospect] == []
