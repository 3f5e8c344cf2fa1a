"""Nouns that say what a clause could."""

import pytest
from spacy.tokens import Doc, Token

from consistency.extract.nominals import counted, nominal
from consistency.extract.parse import pipeline
from consistency.extract.words import predicates
from tests.reading import facts, narrated


def noun(text: str, word: str) -> Token:
    doc: Doc = pipeline()(text)
    return next(t for t in doc if t.text == word)


@pytest.mark.parametrize(
    ("text", "word", "theme", "poles"),
    [
        ("A rise in the tax hurt the shops.", "rise", "tax", {"change": 1}),
        ("The closure of the mine hurt the shops.", "closure", "mine", {"open": -1}),
        ("A rent increase hurt the tenants.", "increase", "rent", {"change": 1}),
        ("A cut to the grant hurt the choir.", "cut", "grant", {"change": -1}),
        ("The suspension of the match hurt the club.", "suspension", "match", {"exist": -1}),
        ("The expansion of the port hurt the birds.", "expansion", "port", {"change": 1}),
    ],
)
def test_event_nouns(text: str, word: str, theme: str, poles: dict[str, int]) -> None:
    found = nominal(noun(text, word), predicates())
    assert found is not None
    assert (found.theme.text, dict(found.poles)) == (theme, poles)


@pytest.mark.parametrize(("text", "word"), [("The bakery burned.", "bakery"), ("The rise hurt the shops.", "rise")])
def test_no_event_or_nothing_that_it_is_about(text: str, word: str) -> None:
    assert nominal(noun(text, word), predicates()) is None


@pytest.mark.parametrize(
    ("text", "word", "counts"),
    [
        ("A lot of progress was made.", "lot", "progress"),
        ("The hope of a cure faded.", "hope", "cure"),
        ("Most of the reefs died.", "Most", "reefs"),
        ("The roof of the barn burned.", "roof", "roof"),
    ],
)
def test_words_that_say_little(text: str, word: str, counts: str) -> None:
    assert counted(noun(text, word)).text == counts


@pytest.mark.parametrize(
    ("text", "theme", "cls", "pole"),
    [
        ("The ministry announced a cut in the levy.", "tax", "change", -1),
        ("The ministry did not announce a cut in the levy.", "tax", "change", 1),
        ("The museum suffered a fall in visitors.", "visitor", "change", -1),
    ],
)
def test_a_verb_that_brings_the_event_about(text: str, theme: str, cls: str, pole: int) -> None:
    made = narrated(text)
    assert (made.theme, dict(made.poles).get(cls)) == (theme, pole)


def test_the_court_ordered_the_closure() -> None:
    assert {
        (f.proposition.theme, f.proposition.poles) for f in facts("The court ordered the closure of the mine.")
    } == {("mine", (("open", -1),))}


@pytest.mark.parametrize("text", ["There was no rise in the tax.", "There will be no rise in the tax."])
def test_there_was_no_rise(text: str) -> None:
    made = narrated(text)
    assert (made.theme, dict(made.poles)) == ("tax", {"change": -1})


@pytest.mark.parametrize("text", ["The council wants a cut in the fee.", "The union demanded a rise in wages."])
def test_what_is_wanted_is_no_outcome(text: str) -> None:
    assert not [f for f in facts(text, ["outcome"]) if f.certainty == "certain" and dict(f.proposition.poles)]
