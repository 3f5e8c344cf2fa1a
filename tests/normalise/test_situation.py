"""What can be of one situation, and what two tellings of two situations look like."""

from datetime import date

import pytest

from consistency.article import Interval
from consistency.facts import Fact, Proposition
from consistency.normalise.places import places
from consistency.normalise.relate import relations
from consistency.normalise.stories import FOLDER, Stories
from consistency.spans import Span
from tests.normalise.two import names
from tests.reading import DAY, KNOWLEDGE, facts

SOON = date(2031, 5, 24)


@pytest.mark.parametrize(
    ("first", "second", "excludes"),
    [
        # What has become of it since is no contradiction of how it was; the same of one day is.
        (
            "Officials said that crews had not contained the fire at Corrin.",
            "The fire at Corrin was contained on Thursday.",
            False,
        ),
        (
            "Officials said that the bank had not paid the fine to Orsk Rail.",
            "The bank had paid the fine to Orsk Rail.",
            True,
        ),
        # A sort of thing that is denied says nothing of another sort.
        (
            "Mia Falk said that the Corvin ruling was not a minor setback for Orsk Rail.",
            "The Corvin ruling is a serious setback for Orsk Rail.",
            False,
        ),
        (
            "Mia Falk said that the Corvin ruling was not a setback for Orsk Rail.",
            "The Corvin ruling is a setback for Orsk Rail.",
            True,
        ),
        # What nobody does for one may be done for another.
        (
            '"No one is painting murals for Dana Reyes," said Karl Dent.',
            "Students were painting murals of Ivo Kral.",
            False,
        ),
        ("Who opposes it does oppose it: the Civic List opposed the Harbour bill.", "It opposes the bill.", False),
        # Drawing back needs something that was undertaken.
        ('"We will go forward," said Ada Holm.', "Ada Holm said that she would back away from that.", False),
        (
            'Ada Holm said: "I will run the Tarn mill."',
            "Ada Holm said that she would back away from the Tarn mill.",
            True,
        ),
    ],
)
def test_two_tellings(first: str, second: str, excludes: bool) -> None:
    assert ("excludes" in names(first, second, SOON)) is excludes


@pytest.mark.parametrize(
    "text",
    [
        "Mia Falk said that Ivo Kral is asking for a review, not that he is asking for a new trial.",
        "The prosecutor decided against recommending charges. The prosecutor said that nobody would bring charges.",
        "Share prices closed lower in Paris and Zurich. Share prices also closed lower in Sydney and Seoul.",
    ],
)
def test_one_voice_does_not_contradict_itself(text: str) -> None:
    found = relations(facts(text, name="a"), KNOWLEDGE, places(), {"a": Interval.day(DAY)})
    assert not {r.name for r in found} & {"excludes", "apart_in_place"}


def telling(article: str, *named: str) -> Fact:
    return Fact(article, article, "outcome", None, Proposition("go", names=named), (Span(0, 1),))


def test_a_few_articles_are_of_one_story_unless_they_name_much_and_nothing_in_common() -> None:
    brief, other = telling("a", "Velmar"), telling("b", "Ostria")
    assert Stories([brief, other]).told(brief, other)
    long, unlike = (
        telling("a", "Ada Holm", "Tarn Mill", "Velmar Bay"),
        telling("b", "Ivo Kral", "Corvin Line", "Ostria"),
    )
    assert not Stories([long, unlike]).told(long, unlike)


def test_in_many_articles_only_rare_names_tie_two_of_them() -> None:
    rest = [telling(f"r{n}", "Dana Reyes") for n in range(FOLDER)]
    one, same, unlike = telling("a", "Dana Reyes", "Ada Holm"), telling("b", "Ada Holm"), telling("c", "Dana Reyes")
    stories = Stories([one, same, unlike, *rest])
    assert stories.told(one, same)
    assert not stories.told(one, unlike)
