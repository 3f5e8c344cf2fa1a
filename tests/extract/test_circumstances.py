"""Where a clause is set, and how long after another event."""

import pytest

from tests.reading import facts


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("President Anna Pike signed the treaty in Lisbon.", ("Lisbon",)),
        ("The orchestra played at Marsden Hall.", ("Marsden Hall",)),
        ("The summit took place in Buenos Aires.", ("Buenos Aires",)),
        ("The plane took off from Oslo.", ("Oslo",)),
        ("Mayor Ida Holm had a meeting in Dunholm.", ("Dunholm",)),
        ("The treaty was signed in secret.", ()),
        ("The treaty with Norway was signed.", ()),
    ],
)
def test_places(text: str, places: tuple[str, ...]) -> None:
    assert facts(text, ["outcome"])[0].places == places


@pytest.mark.parametrize(
    ("text", "anchor", "low", "high"),
    [
        ("Hours after the verdict, the banker appealed.", "verdict", 0, 1),
        ("The statement came two days after the crash.", "crash", 2, 2),
        ("A week after the vote, the senator resigned.", "vote", 7, 7),
    ],
)
def test_after(text: str, anchor: str, low: float, high: float) -> None:
    (found,) = [f.after for f in facts(text, ["outcome"]) if f.after]
    assert found.anchor == anchor
    assert low - 1 <= found.low <= found.high <= high + 1


@pytest.mark.parametrize(
    "text", ["The banker appealed.", "After the verdict, the banker appealed.", "She ran after the tram."]
)
def test_no_offset(text: str) -> None:
    assert not [f for f in facts(text) if f.after]
