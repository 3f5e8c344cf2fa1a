"""What is an undertaking, and what is a forecast, a threat, a plan of others or idle talk."""

from __future__ import annotations

import pytest

from tests.reading import facts

UNDERTAKEN = [
    "Mayor Ida Holm said 40 nurses would be hired by June.",
    "Mayor Ida Holm said there would be no new tolls.",
    "Mayor Ida Holm said nobody in Sorel would wait longer than two weeks.",
    "Mayor Ida Holm said her first act would be to abolish the toll.",
    "Mayor Ida Holm said the old library would reopen in May.",
    "Every pupil will get a free meal by September 2032, the education minister, Pia Lund, told parliament.",
    "Under the agreement, no teacher will be dismissed.",
    "The plan would give every pensioner a bus pass.",
    "The mayor, Ida Holm, ruled out any sale of the depot.",
    "The mayor's pledge to repair the roof was welcomed.",
    "Ida Holm gave residents two undertakings. The pool would stay open; the fees would be frozen.",
    "Vexa will pay every family by March, it announced, and will never send them a bill.",
]

FORETOLD = [
    "Mayor Ida Holm said the comet would return.",
    "Mayor Ida Holm said the union would strike.",
    "Mayor Ida Holm said inflation would fall.",
    "The analyst Ida Holm said the plant would close by June.",
    "Residents said the pool would be closed by June.",
    "Mayor Ida Holm said Premier Ola Vik would resign.",
    "Mayor Ida Holm said the ferry would not sail before September.",
    "Mayor Ida Holm asked whether the library would reopen.",
    "Mayor Ida Holm said we would find out soon.",
    "The roof was repaired, as Ida Holm had promised.",
    "The cable would rust, engineers found.",
]


@pytest.mark.parametrize("text", UNDERTAKEN)
def test_what_its_speaker_has_in_hand_is_a_promise(text: str) -> None:
    assert facts(text, ["promise"])


@pytest.mark.parametrize("text", FORETOLD)
def test_what_nobody_undertakes_is_none(text: str) -> None:
    assert [f for f in facts(text, ["promise"]) if f.condition == "none"] == []


def test_each_of_two_things_promised_in_one_breath_shows_its_own_words() -> None:
    text = "Vexa said it would pay for the water and would clean the soil by the end of 2031."
    shown = {f.evidence[0].of(text): f.deadline for f in facts(text, ["promise"])}
    assert sorted(bool(day) for day in shown.values()) == [False, True]
