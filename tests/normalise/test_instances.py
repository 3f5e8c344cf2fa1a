"""Denials of a whole family of deeds, against somebody's report of one of them; and what only looks like it."""

from __future__ import annotations

import pytest

from consistency.article import Interval
from consistency.normalise.places import places
from consistency.normalise.relate import relations
from tests.normalise.two import between
from tests.reading import DAY, KNOWLEDGE, facts


def _within(text: str) -> bool:
    found = relations(facts(text, name="a"), KNOWLEDGE, places(), {"a": Interval.day(DAY)})
    return any(r.via == "deed" for r in found)


def _across(first: str, second: str) -> bool:
    return any(r.via == "deed" for r in between(first, second))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ivan Petrov said that he had never met Mia Falk.", "Mia Falk had lunch with Ivan Petrov in March 2031."),
        (
            "Ivan Petrov said that he had never met Mia Falk.",
            "Ivan Petrov dined with Mia Falk in 2030, her diary shows.",
        ),
        (
            "I have never spoken to Judge Ada Lind, Karel Dorn said.",
            "Karel Dorn telephoned Judge Ada Lind twice in April.",
        ),
        ("Karel Dorn denied that he had contacted Ada Lind.", "Karel Dorn called Ada Lind on 2 May, records show."),
        (
            "The mayor, Ed Moran, said he had never taken a bribe from Brann Oil.",
            "Ed Moran accepted $40,000 in cash from Brann Oil in 2029.",
        ),
        (
            "Brann Oil never paid Ed Moran a cent, its chairman, Lou Faber, said.",
            "Brann Oil paid Ed Moran 40,000 dollars in 2029, bank records show.",
        ),
        (
            "No employee ever raised a concern about the Sella bridge, the manager, Alan Roth, said.",
            "The welder Sven Dahl had reported cracks in the Sella bridge in 2030.",
        ),
        (
            "Nobody ever warned the ministry about the Sella bridge, minister Petra Lang said.",
            "The engineer Sven Dahl had warned the ministry about the Sella bridge in 2029.",
        ),
        (
            "The senator, Karel Dorn, insisted he had never set foot in Velmar.",
            "Karel Dorn travelled to Velmar in 2030.",
        ),
        ("The plant has never leaked acid, Norvik Mining said.", "Acid leaked from the Norvik Mining plant in 2029."),
        ("Ed Moran denied ordering the raid.", "Ed Moran ordered the raid in a letter of 2 May."),
        ("Karel Dorn said he had never been arrested.", "Police arrested Karel Dorn in 2029 in Tarn."),
        ("Petra Lang said she had voted for the fishing bill.", "Petra Lang voted against the fishing bill in 2030."),
        (
            "Petra Lang said she had never voted against the fishing bill.",
            "Petra Lang cast a vote against the fishing bill in 2030.",
        ),
        (
            "Dr Ilse Brand said she had never received a letter about the vaccine.",
            "Ilse Brand was sent a letter about the vaccine in January 2031.",
        ),
        (
            "Coach Tomasz Wren said that he had never touched the swimmer Ana Roe.",
            "Tomasz Wren groped the swimmer Ana Roe in 2028, a court found.",
        ),
        (
            "Tomasz Wren said he had never bet on a match of Dunholm Rovers.",
            "Tomasz Wren placed bets on matches of Dunholm Rovers in 2030.",
        ),
    ],
)
def test_a_case_of_what_was_denied(first: str, second: str) -> None:
    assert _across(first, second)


@pytest.mark.parametrize(
    "text",
    [
        "A tram left the rails on Monday, injuring nine passengers. Nobody had been hurt, the mayor, Ed Moran, said.",
        "Police fired rubber bullets at students on Monday. Minister Petra Lang denied that force had been used.",
        "The police chief, Ed Moran, said that no force had been used. Officers beat students with batons on Monday.",
        "The board's decision was unanimous, Ed Moran said. Lou Faber, a member, said that he had voted against.",
        "Nobody had warned the residents, Ada Lind said. Ed Moran said they had warned the residents twice.",
        "Ed Moran said he had never met Ada Lind. Ada Lind said that she had met Ed Moran in Tarn in 2029.",
        "Nobody was removed by force, Ed Moran said. Soldiers evicted twelve families at gunpoint on Monday.",
        "Not one person was hurt, Ed Moran said. Three farmers were injured on Monday.",
        "Nobody died in the flood, minister Petra Lang said. Three farmers drowned in the flood on Monday.",
        "The firm does not own a yacht, its chairman, Lou Faber, said. The yacht belonged to the firm.",
        "Brann Oil had promised to pay for the road, the mayor, Ed Moran, said. Lou Faber, its chairman, said that "
        "Brann Oil had promised nothing of the sort.",
    ],
)
def test_a_case_in_the_same_report(text: str) -> None:
    assert _within(text)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # other people, other things
        ("Ivan Petrov said that he had never met Mia Falk.", "Ivan Petrov met Ada Lind in March 2031."),
        ("Karel Dorn denied that he had contacted Ada Lind.", "Karel Dorn contacted a lawyer on 2 May."),
        (
            "Brann Oil never paid Ed Moran a cent, its chairman, Lou Faber, said.",
            "Brann Oil paid Sven Dahl 40 dollars in 2029.",
        ),
        ("Petra Lang said she had voted for the fishing bill.", "Petra Lang voted against the school bill in 2030."),
        (
            "Ilse Brand said she had never received a letter about the vaccine.",
            "Ilse Brand received a medal in January 2031.",
        ),
        (
            "Ilse Brand said she had never received a letter about the vaccine.",
            "Ada Lind was sent a letter about the vaccine.",
        ),
        # later than the denial
        ("Ivan Petrov said that he had never met Mia Falk.", "Ivan Petrov met Mia Falk on 2 August 2031."),
        ("Nobody has been hurt in the strike, Petra Lang said.", "Two men were hurt in the strike on 11 August 2031."),
        ("Nobody was arrested, police said.", "Police arrested two men in Velmar on 3 August."),
        ("Karel Dorn said he had not paid Ada Lind.", "Karel Dorn paid Ada Lind on 1 August."),
        # narrowed denials
        ("Karel Dorn said he had never knowingly met Ada Lind.", "Karel Dorn met Ada Lind in 2030."),
        ("Karel Dorn said he had not met Ada Lind before 2029.", "Karel Dorn met Ada Lind in 2030."),
        (
            "Ed Moran said that the police had not used excessive force in Sella.",
            "The police used force in Sella on Monday.",
        ),
        # hearsay, conditions, plans
        ("Karel Dorn denied that he had contacted Ada Lind.", "Karel Dorn may have contacted Ada Lind on 2 May."),
        ("Karel Dorn denied that he had contacted Ada Lind.", "Karel Dorn would contact Ada Lind if she asked him."),
        ("Karel Dorn denied that he had contacted Ada Lind.", "Karel Dorn will contact Ada Lind next week."),
        # other meanings of the words
        ("Karel Dorn said that he had never called Ada Lind.", "Karel Dorn called Ada Lind a liar in 2030."),
        (
            "Karel Dorn said that he had never given Ada Lind money.",
            "Karel Dorn gave Ada Lind a tour of the dam in 2030.",
        ),
        ("Nobody was hurt, said Ed Moran.", "Sven Dahl was wounded in 1998 in Tarn."),
    ],
)
def test_no_case_of_it(first: str, second: str) -> None:
    assert not _across(first, second)


@pytest.mark.parametrize(
    "text",
    [
        "A tram left the rails in Sella on Monday. Nobody was hurt, Ed Moran said. Two people died there in 2027.",
        "Nobody was seriously hurt, the mayor, Ed Moran, said. Two drivers were injured in the crash.",
        "Nobody apart from two drivers was hurt, the mayor, Ed Moran, said. The crash left two drivers hurt.",
        "The board's decision was unanimous, Ed Moran said. Lou Faber, a senator, voted against the school tax.",
        "Nobody was removed by force, Ed Moran said. The families moved to Tarn on Monday.",
        "Nobody had been hurt, Ed Moran said. The strike has hurt the party.",
        "There was no violence, Ed Moran said. Tarn beat Velmar 2-1 on Monday.",
        "Ivan Petrov said he did not kill Mia Falk. The jury heard that Lou Faber killed Mia Falk with a knife.",
        "The board was not unanimous, Ed Moran said. Lou Faber voted against.",
        "No police officer was hurt, the mayor, Ed Moran, said. Eleven students were injured on Monday.",
        "The police had used no excessive force, Ed Moran said. Officers fired tear gas on Monday.",
        "Ed Moran said that nothing had been agreed. Lou Faber agreed with the critics.",
        "Nobody was hurt and nobody was killed. Two people were injured, the paper wrote.",
    ],
)
def test_no_case_in_the_same_report(text: str) -> None:
    assert not _within(text)
