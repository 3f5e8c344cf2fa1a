"""Places and audiences that cannot be one."""

import pytest

from consistency.normalise.places import places
from tests.normalise.two import names


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        ("reporters", "Radio Nine", True),
        ("Radio Nine", "the Evening Star", True),
        ("reporters", "journalists", False),
        ("reporters", "a news conference", False),
        ("voters", "Radio Nine", False),
        ("Radio Nine", "Radio Nine", False),
        ("Radio Nine", "Radio Nine listeners", False),
        ("his players", "the nurses", False),
    ],
)
def test_audiences(a: str, b: str, apart: bool) -> None:
    assert places().audiences_apart(a, b) is apart
    assert places().audiences_apart(b, a) is apart


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        (("Lisbon",), ("Madrid",), True),
        (("Norway",), ("Denmark",), True),
        (("Lisbon",), ("Portugal",), False),
        (("Lisbon", "Marsden Hall"), ("Marsden Hall",), False),
        (("Hall",), ("Marsden Hall",), False),
        ((), ("Madrid",), False),
    ],
)
def test_places(a: tuple[str, ...], b: tuple[str, ...], apart: bool) -> None:
    assert places().places_apart(a, b) is apart
    assert places().places_apart(b, a) is apart


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        (
            "The Halden summit of Norway took place in Lisbon.",
            "The Halden summit of Norway took place in Madrid.",
            True,
        ),
        ("Anna Pike signed the Halden pact in Lisbon.", "Anna Pike signed the Halden pact in Madrid.", True),
        ("Anna Pike signed the Halden pact in Lisbon.", "Anna Pike signed the Halden pact in Portugal.", False),
        ("Anna Pike will sign the Halden pact in Lisbon.", "Anna Pike signed the Halden pact in Madrid.", False),
    ],
)
def test_one_event(first: str, second: str, apart: bool) -> None:
    assert ("apart_in_place" in names(first, second)) is apart


def test_two_things_of_one_kind() -> None:
    found = names("Anna Pike signed the Halden pact in Lisbon.", "Anna Pike signed the Sorel pact in Madrid.")
    assert "apart_in_place" not in found


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        (("on the terrace of the Hotel Marsden",), ("in the town library",), True),
        (("in the gym of Lund High",), ("in the school hall",), False),
        (("in the cathedral",), ("in the church of Lund",), False),
        (("in a kindergarten in Port Tarn",), ("in a fishermen's hall at Lund",), True),
        (("in Lisbon",), ("in Porto",), True),
        (("in Lisbon",), ("in Portugal",), False),
        (("on the 20th",), ("in Lisbon",), False),
        (("in a statement",), ("at a ceremony",), False),
        ((), ("in Lisbon",), False),
    ],
)
def test_phrases_of_place(a: tuple[str, ...], b: tuple[str, ...], apart: bool) -> None:
    assert places().apart(a, b) is apart
    assert places().apart(b, a) is apart
