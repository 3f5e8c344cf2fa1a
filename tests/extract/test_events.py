"""Events told by verbs and by nouns: their class, what they are of, their day and their places."""

import pytest

from consistency.facts import Fact
from tests.reading import facts


def event(text: str, name: str) -> Fact:
    return next(f for f in facts(text, ["event"]) if f.proposition.predicate == name)


@pytest.mark.parametrize(
    ("text", "name", "things", "day"),
    [
        ("The ferry service began on 5 March 2031.", "begin", ("service",), "2031-03-05"),
        ("The ferry service's launch on 12 March 2031 was a quiet one.", "begin", ("service",), "2031-03-12"),
        ("The vote to strike was taken on 16 January 2031 in Marsden.", "vote", ("strike",), "2031-01-16"),
        ("Velmar Glass completed its purchase of Tarn on 29 January 2031.", "acquire", ("Tarn",), "2031-01-29"),
        ("The first stone of the bridge was laid on 3 April 2031.", "pour", ("stone",), "2031-04-03"),
    ],
)
def test_days(text: str, name: str, things: tuple[str, ...], day: str) -> None:
    found = event(text, name).proposition
    assert found.about
    assert str(found.about.start) == day
    assert set(things) <= set(found.objects)


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("The two banks signed the pact under an oak tree on Saturday.", "sign", "under an oak tree"),
        ("The signing took place in the nave of the abbey.", "sign", "in the nave of the abbey"),
        ("The choir held its first concert in a barn at Lund.", "first", "in a barn at Lund"),
        ("Ada Lind told families in the town library that the well was dry.", "say", "in the town library"),
    ],
)
def test_places(text: str, name: str, place: str) -> None:
    assert place in event(text, name).places


@pytest.mark.parametrize(
    "text",
    [
        "The ferry service will begin on 5 March 2032.",
        "The planned launch on 12 March 2032 is in doubt.",
        "If the service had begun on 5 March 2031, nobody would have used it.",
        "The bank denied that the sale was completed on 5 March 2031.",
        "At the end of March 2031 the lake froze.",
    ],
)
def test_what_did_not_come_about_is_no_event(text: str) -> None:
    assert [f for f in facts(text, ["event"]) if f.proposition.predicate != "say"] == []


@pytest.mark.parametrize(
    ("text", "name", "days"),
    [
        ("Storms delayed the harvest by three days in April 2031.", "delay", 3),
        ("The disruption on 4 April 2031 lasted two hours.", "delay", 2 / 24),
    ],
)
def test_lengths(text: str, name: str, days: float) -> None:
    length = event(text, name).proposition.quantity
    assert length
    assert length.low <= days <= length.high


def test_who_stayed_away() -> None:
    found = event("Governor Anna Pike stayed away from the opening of the Tarn bridge.", "absent").proposition
    assert found.state == "open"
    assert "Anna Pike" in found.subject
    assert "bridge" in found.objects
