"""Propositions: the class and the pole that a clause asserts, and of what."""

import pytest

from consistency.facts import Proposition
from tests.reading import narrated, propositions


def poles(text: str) -> tuple[str, dict[str, int]]:
    made = narrated(text)
    return made.theme, dict(made.poles)


@pytest.mark.parametrize(
    ("text", "theme", "cls", "pole"),
    [
        ("The court reopened the museum.", "museum", "open", 1),
        ("The museum was not reopened.", "museum", "open", -1),
        ("The pipeline was sealed off.", "pipeline", "open", -1),
        ("The bakery stayed shut.", "bakery", "open", -1),
        ("The school remains closed.", "school", "open", -1),
        ("The firm will keep the mine open.", "mine", "open", 1),
        ("The trial began.", "trial", "exist", 1),
        ("The trial has not begun.", "trial", "exist", -1),
        ("The festival was called off.", "festival", "exist", -1),
        ("The strike is over.", "strike", "exist", -1),
        ("The concert is off.", "concert", "exist", -1),
        ("The referee refused to stop the match.", "match", "exist", 1),
        ("The rate fell.", "rate", "change", -1),
        ("The bank did not lower the rate.", "rate", "change", 1),
        ("The senator opposes the dam.", "dam", "stance", -1),
        ("The senator does not oppose the dam.", "dam", "stance", 1),
        ("The orchestra sacked the conductor.", "conductor", "post", -1),
        ("The jury acquitted the banker.", "banker", "guilt", -1),
        ("The drug is harmful.", "drug", "harm", -1),
        ("The regulator banned the drug.", "drug", "permit", -1),
        ("The rescue failed.", "rescue", "succeed", -1),
        ("The harvest was delayed.", "harvest", "delay", -1),
        ("The tower was finished on time.", "tower", "delay", 1),
        ("The tram was delivered two years behind schedule.", "tram", "delay", -1),
    ],
)
def test_class_and_pole(text: str, theme: str, cls: str, pole: int) -> None:
    found, asserted = poles(text)
    assert found == theme
    assert asserted.get(cls) == pole


@pytest.mark.parametrize(
    ("text", "theme", "cls", "pole"),
    [
        ("The walkout ended.", "strike", "exist", -1),
        ("The negotiations ended in deadlock.", "talks", "exist", -1),
        ("Parliament passed the bill.", "law", "pass", 1),
        ("The court rejected the statute.", "law", "pass", -1),
        ("The levy rose.", "tax", "change", 1),
        ("The clinic reopened.", "hospital", "open", 1),
    ],
)
def test_words_of_one_theme(text: str, theme: str, cls: str, pole: int) -> None:
    assert (poles(text)[0], poles(text)[1].get(cls)) == (theme, pole)


@pytest.mark.parametrize(
    ("text", "opposite", "theme"),
    [
        ("The fighting in the valley ended.", "The truce in the valley ended.", "war"),
        ("Employment rose in June.", "Layoffs rose in June.", "job"),
        ("The shortage grew.", "The glut grew.", "shortage"),
        ("The fighting goes on.", "The ceasefire holds.", "war"),
    ],
)
def test_opposite_themes(text: str, opposite: str, theme: str) -> None:
    (one, left), (other, right) = poles(text), poles(opposite)
    assert one == other == theme
    assert left == {cls: -pole for cls, pole in right.items()}


@pytest.mark.parametrize(
    ("text", "theme", "pole"),
    [
        ("The two sides made progress on the pension.", "progress", 1),
        ("The two sides made no progress on the pension.", "progress", -1),
        ("The company gave the tenants a refund.", "refund", 1),
        ("The orchestra held a rehearsal.", "rehearsal", 1),
        ("The orchestra has yet to hold a rehearsal.", "rehearsal", -1),
    ],
)
def test_light_verbs(text: str, theme: str, pole: int) -> None:
    assert poles(text) == (theme, {"exist": pole})


@pytest.mark.parametrize(
    ("text", "exclusive"),
    [
        ("Only Norway and Iceland will join the pact.", True),
        ("The pact binds just Norway and Iceland.", True),
        ("Norway and Iceland will join the pact.", False),
        ("Norway had only joined the pact in May.", False),
    ],
)
def test_exclusive(text: str, exclusive: bool) -> None:
    assert any(p.exclusive for p in propositions(text)) is exclusive


def test_terms_and_names_link_what_different_words_say() -> None:
    first = narrated("The clinic in Dunholm hired two nurses.")
    second = narrated("The hospital in Dunholm hired a nurse.")
    assert {"hospital", "nurse"} <= set(first.terms) & set(second.terms)
    assert first.names == second.names == ("Dunholm",)


def test_generic_words_are_no_terms() -> None:
    assert not {"people", "year", "new"} & set(narrated("Many people took the new tram this year.").terms)


@pytest.mark.parametrize(
    ("text", "topic", "state"),
    [
        ("The concert was postponed.", "match", "postponed"),
        ("The budget was rejected.", "law", "failed"),
        ("The airport reopened.", "border", "open"),
        ("The climbers were rescued.", "person", "alive"),
        ("The airport did not reopen.", "", ""),
        ("The soup was rejected.", "", ""),
    ],
)
def test_topics(text: str, topic: str, state: str) -> None:
    made: Proposition = narrated(text)
    assert (made.topic, made.state) == (topic, state)


def test_the_end_of_a_truce_is_not_the_end_of_a_war() -> None:
    assert narrated("The truce in the valley ended.").state != "ended"


@pytest.mark.parametrize("text", ["There is no vaccine.", "There is no vaccine against the fever."])
def test_what_there_is_not(text: str) -> None:
    assert poles(text) == ("vaccine", {"exist": -1})


def test_off() -> None:
    assert poles("The talks are off.") == ("talks", {"exist": -1})


@pytest.mark.parametrize(
    ("text", "theme", "cls", "pole"),
    [
        ("The school is no longer open.", "school", "open", -1),
        ("The stadium no longer exists.", "stadium", "exist", -1),
        ("The senator no longer opposes the dam.", "dam", "stance", 1),
    ],
)
def test_no_longer(text: str, theme: str, cls: str, pole: int) -> None:
    assert poles(text) == (theme, {cls: pole})


def test_take_place() -> None:
    assert poles("The concert did not take place.") == ("concert", {"exist": -1})


@pytest.mark.xfail(strict=True, reason="'left ... closed' is read as leaving")
def test_left_closed() -> None:
    assert poles("The firm left the mine closed.") == ("mine", {"open": -1})


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("The ferry can carry up to 2520 people.", "carry"),
        ("The price went up to 40 euros.", "go_up"),
        ("The council carried up the sacks.", "carry_up"),
        ("The firm gave up the mine.", "give_up"),
    ],
)
def test_a_particle_before_a_figure_belongs_to_the_figure(text: str, predicate: str) -> None:
    assert narrated(text).predicate == predicate
