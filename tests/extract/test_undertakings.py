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
    # what one does not intend
    "The council does not intend to close the pool before 2034, its leader, Ida Holm, said.",
    "Vexa does not intend to drill in Orsk bay, it said.",
    # guarantees in the present tense, in the speaker's own words
    '"The library stays open, day and night," the mayor, Ida Holm, said.',
    '"Nobody pays for school meals while I run this city," the mayor, Ida Holm, told parents.',
    # what a body will do by a day, in the article's own voice
    "The ministry will publish the list by the end of June.",
    "The committee, which has nine members, will name a new head before July.",
    # what stands after a colon
    "Ida Holm made a promise to the voters of Sorel: 900 new homes by 2036.",
    "Ida Holm gave one pledge: no new toll before 2035.",
    # under an accord, both are to
    "Under the accord, both armies are to leave the town within 30 days.",
    # what goes on from a reporting verb
    "Mayor Ida Holm said the pool would stay open, and rents would not go up by a single penny during her term.",
    # what a parser takes for what would have been
    "A spokeswoman for the port, Ida Holm, said it would have heated tents for all of them standing by Sunday.",
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
    '"The road remains closed," the police chief, Ida Holm, said.',
    '"The mood stays tense," the mayor, Ida Holm, said.',
    "Mayor Ida Holm said the pool stays open on Sundays.",
    "The team will play Orsk on Sunday.",
    "The court will hear the case on June 3.",
    "The company will lose money by the end of June.",
    "The mayor kept her promise: the pool opened in May.",
    "If the mayor had known, she would have built a bridge by Sunday.",
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
