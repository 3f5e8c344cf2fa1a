"""Aliases across a corpus."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.facts import Entity
from consistency.normalise.entities import merge_entities, spelling


def person(name: str) -> Entity:
    return Entity(name, "person")


def body(name: str) -> Entity:
    return Entity(name, "organisation")


def merged(*articles: list[Entity], metonyms: dict[str, str] | None = None) -> dict[tuple[str, str], str]:
    return merge_entities([(str(k), es) for k, es in enumerate(articles)], metonyms)


SAME = [
    ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
    ("Sergei Lavrov", "Sergey Lavrov"),
    ("José Núñez", "Jose Nunez"),
    ("Yulia Tymoshenko", "Julia Timoshenko"),
    ("Donald J. Trump", "Donald Trump"),
    ("D. Trump", "Donald Trump"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert len(set(merged([person(one)], [person(other)]).values())) == 1


DIFFERENT = [
    ("Annika Rieder", "Tomas Rieder"),
    ("Jane Poe", "John Poe"),
    ("Anna Roe", "Anna Rowe-Smith"),
]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_people_stay_apart(one: str, other: str) -> None:
    assert len(set(merged([person(one)], [person(other)]).values())) == 2


def test_a_surname_goes_to_the_only_full_name_that_bears_it() -> None:
    assert merged([person("Anna Roe")], [person("Roe")])["1", "Roe"] == "Anna Roe"


def test_a_surname_that_two_people_bear_stays_as_it_is() -> None:
    assert merged([person("Annika Rieder"), person("Tomas Rieder")], [person("Rieder")])["1", "Rieder"] == "Rieder"


def test_the_name_that_most_articles_use_is_canonical() -> None:
    found = merged([person("Ana Roe")], [person("Anna Roe")], [person("Anna Roe")])
    assert set(found.values()) == {"Anna Roe"}


def test_bodies_by_legal_form_article_and_acronym() -> None:
    found = merged([body("European Central Bank")], [body("ECB")], [body("Calder Rail Ltd")], [body("Calder Rail")])
    assert found["1", "ECB"] == "European Central Bank"
    assert found["2", "Calder Rail Ltd"] == found["3", "Calder Rail"]


def test_metonyms() -> None:
    assert merged([Entity("Kremlin", "place")], metonyms={"Kremlin": "Russia"})["0", "Kremlin"] == "Russia"


NAMES = st.lists(st.builds(Entity, st.text(max_size=20).filter(str.strip), st.sampled_from(["person", "organisation"])))


@given(st.lists(NAMES, max_size=4))
def test_any_names_keep_an_entry_whatever_the_order(articles: list[list[Entity]]) -> None:
    listed = [(str(k), es) for k, es in enumerate(articles)]
    found = merge_entities(listed)
    assert set(found) == {(a, e.name) for a, es in listed for e in es}
    assert found == merge_entities(listed[::-1])


@given(st.text(max_size=30))
def test_spelling_folds_case(name: str) -> None:
    assert spelling(name) == spelling(name.casefold())


def titled(name: str, *aliases: str) -> Entity:
    return Entity(name, "person", aliases)


SINGLE = [
    ("the title decides between two of one surname",
     [[titled("Idris Rieder", "Minister Idris Rieder"), person("Musa Rieder")], [titled("Rieder", "Minister Rieder")]],
     "Rieder", "Idris Rieder"),
    ("an article that tells two apart means two",
     [[titled("Idris Rieder", "Minister Idris Rieder")], [person("Rieder"), person("Musa Rieder")]],
     "Rieder", "Idris Rieder"),
    ("courtesies decide nothing",
     [[titled("Anna Roe", "Ms Anna Roe"), titled("Jane Roe", "Ms Jane Roe")], [titled("Roe", "Ms Roe")]], "Roe", "Roe"),
    ("a name of unknown kind is the person's who bears it", [[person("Anna Roe")], [body("Roe")]], "Roe", "Anna Roe"),
    ("but not where a body bears it too", [[person("Anna Halden"), body("Halden Bank")], [body("Halden")]], "Halden",
     "Halden Bank"),
    ("a given name that one person has", [[person("Alan Poe")], [titled("Alan", "Sir Alan")]], "Alan", "Alan Poe"),
    ("a given name that two have", [[person("Alan Poe"), person("Alan Roe")], [person("Alan")]], "Alan", "Alan"),
    ("a body by its first word", [[body("Calder Holdings")], [body("Calder")]], "Calder", "Calder Holdings"),
    ("which two bodies share", [[body("Calder Holdings"), body("Calder Bank")], [body("Calder")]], "Calder", "Calder"),
]  # fmt: skip


@pytest.mark.parametrize(("articles", "name", "expected"), [c[1:] for c in SINGLE], ids=[c[0] for c in SINGLE])
def test_single_names(articles: list[list[Entity]], name: str, expected: str) -> None:
    assert merged(*articles)["1", name] == expected
