"""Replies that refer back to what somebody else said just before."""

import pytest

from consistency.facts import Fact
from tests.reading import facts

SAID = '"The mayor promised me a job," Rita Sorel said.'


def denials(text: str, theme: str) -> list[Fact]:
    return [f for f in facts(text, ["denial"]) if f.proposition.theme == theme]


@pytest.mark.parametrize(
    "reply",
    [
        '"I gave no such promise," Mayor Ida Holm said.',
        '"I said no such thing," Mayor Ida Holm said.',
        "“I made no such offer”, Mayor Ida Holm said.",
    ],
)
def test_no_such(reply: str) -> None:
    (found,) = denials(f"{SAID} {reply}", "job")
    assert (found.holder, found.own, found.condition) == ("Ida Holm", False, "none")
    assert not found.proposition.positive


@pytest.mark.xfail(strict=True, reason="a denial without a clause of its own is no statement")
@pytest.mark.parametrize("reply", ["Mayor Ida Holm denied it.", "Mayor Ida Holm denied the allegation."])
def test_denied_it(reply: str) -> None:
    (found,) = denials(f'"The tunnel is unsafe," Rita Sorel said. {reply}', "tunnel")
    assert (found.holder, dict(found.proposition.poles)) == ("Ida Holm", {"harm": 1})


@pytest.mark.parametrize(
    "text",
    [
        '"I gave no such promise," Mayor Ida Holm said.',
        f'"I gave no such promise," Mayor Ida Holm said. {SAID}',
        f"{SAID} {'The rain went on for days. ' * 40}" + '"I gave no such promise," Mayor Ida Holm said.',
        f'{SAID} "I gave a speech," Mayor Ida Holm said.',
    ],
    ids=["nothing before", "only after", "too far back", "not a reply"],
)
def test_nothing_to_refer_to(text: str) -> None:
    assert denials(text, "job") == []


def test_nobody_denies_their_own_words() -> None:
    text = '"The mayor promised me a job," Mayor Ida Holm said. "I gave no such promise," Mayor Ida Holm said.'
    assert denials(text, "job") == []
