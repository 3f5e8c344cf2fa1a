"""Clauses: what is negated, when it is, how sure it is, and what it hangs on."""

import pytest

from tests.reading import clause, clauses_of


@pytest.mark.parametrize(
    ("text", "predicate", "positive"),
    [
        ("The clinic reopened on Monday.", "reopen", True),
        ("The clinic did not reopen on Monday.", "reopen", False),
        ("The clinic didn't reopen on Monday.", "reopen", False),
        ("The reactor never started.", "start", False),
        ("No nurse has received the bonus.", "receive", False),
        ("Nobody told the parents.", "tell", False),
        ("None of the pilots signed the letter.", "sign", False),
        ("Neither club paid the fine.", "pay", False),
        ("The two sides made no progress on the pension.", "make", False),
        ("The judge heard nothing of it.", "hear", False),
        ("The council has yet to repair the bridge.", "repair", False),
        ("The bridge has yet to be repaired.", "repair", False),
        ("The airline failed to pay the passengers.", "pay", False),
        ("The referee refused to restart the match.", "restart", False),
        ("The museum declined to publish the list.", "publish", False),
        ("The tenants were unable to leave the flats.", "leave", False),
        ("The judge did not fail to read the letter.", "read", True),
        ("The lab managed to publish the data.", "publish", True),
        ("The lab not only tested the vaccine but also published the data.", "test", True),
        ("The lab not only tested the vaccine but also published the data.", "publish", True),
        ("The port hardly grew.", "grow", False),
    ],
)
def test_negation(text: str, predicate: str, positive: bool) -> None:
    assert clause(text, predicate).positive is positive


@pytest.mark.parametrize(
    ("text", "predicate", "tense"),
    [
        ("The tram reached the airport.", "reach", "past"),
        ("The tram has reached the airport.", "reach", "past"),
        ("The tram reaches the airport.", "reach", "present"),
        ("The tram will reach the airport.", "reach", "future"),
        ("The tram would reach the airport.", "reach", "future"),
        ("It'll reach the airport.", "reach", "future"),
        ("The tram is going to reach the airport.", "reach", "future"),
        ("The minister plans to close the prison.", "close", "future"),
        ("The singer vowed to return the prize.", "return", "future"),
        ("The mine was closed by the court.", "close", "past"),
        ("The mine is closed by the court.", "close", "present"),
        ("The mine will be closed and flooded.", "flood", "future"),
        ("The bridge has yet to be repaired.", "repair", "past"),
    ],
)
def test_tense(text: str, predicate: str, tense: str) -> None:
    assert clause(text, predicate).tense == tense


@pytest.mark.parametrize(
    ("text", "predicate", "certainty"),
    [
        ("The bank raised the rate.", "raise", "certain"),
        ("The bank may raise the rate.", "raise", "possible"),
        ("The bank might have raised the rate.", "raise", "possible"),
        ("The bank wants to raise the rate.", "raise", "possible"),
        ("The bank tried to raise the rate.", "raise", "possible"),
        ("The bank is expected to raise the rate.", "raise", "probable"),
        ("The bank reportedly raised the rate.", "raise", "probable"),
        ("The driver slowed down in order to spare the bridge.", "spare", "unknown"),
        ("The crew waited until the storm ended.", "end", "unknown"),
        ("The crew left before the storm ended.", "end", "unknown"),
    ],
)
def test_certainty(text: str, predicate: str, certainty: str) -> None:
    assert clause(text, predicate).certainty == certainty


@pytest.mark.parametrize(
    ("text", "predicate", "condition"),
    [
        ("The builder will leave.", "leave", "none"),
        ("If the bank raises the rate, the builder will leave.", "leave", "condition"),
        ("If the bank raises the rate, the builder will leave.", "raise", "condition"),
        ("The builder will leave unless the bank lowers the rate.", "leave", "condition"),
        ("If the bank had raised the rate, the builder would have left.", "leave", "counterfactual"),
        ("Had the bank raised the rate, the builder would have left.", "leave", "counterfactual"),
        ("If the bank were bankrupt, the builder would leave.", "leave", "counterfactual"),
        ("Will the stadium open in May?", "open", "question"),
        ("Why did the lab hide the data?", "hide", "question"),
        ("The stadium opens in May, doesn't it?", "open", "none"),
        ("The stadium will open in May, right?", "open", "none"),
    ],
)
def test_conditions(text: str, predicate: str, condition: str) -> None:
    assert clause(text, predicate).condition == condition


@pytest.mark.parametrize(
    ("text", "predicate", "demand"),
    [
        ("The minister must close the prison.", "close", True),
        ("The minister should resign.", "resign", True),
        ("The minister has to resign.", "resign", True),
        ("The minister will resign.", "resign", False),
        ("The team has yet to train.", "train", False),
    ],
)
def test_demands(text: str, predicate: str, demand: bool) -> None:
    assert clause(text, predicate).demand is demand


@pytest.mark.parametrize(
    ("text", "predicate", "subject", "objects"),
    [
        ("The surgeon and the nurse left the ward.", "leave", ["surgeon", "nurse"], ["ward"]),
        ("The driver who hit the tram fled.", "hit", ["driver"], ["tram"]),
        ("The court fined the club and closed the stadium.", "close", ["court"], ["stadium"]),
        ("The mayor got the bridge repaired.", "repair", ["bridge"], []),
        ("The harbour was dredged by the navy.", "dredge", ["harbour"], []),
        ("The lab sold patents and machines.", "sell", ["lab"], ["patents", "machines"]),
    ],
)
def test_participants(text: str, predicate: str, subject: list[str], objects: list[str]) -> None:
    found = clause(text, predicate)
    assert [t.text for t in found.subject] == subject
    assert [t.text for t in found.objects] == objects


@pytest.mark.parametrize(
    ("text", "predicates"),
    [
        ("The senate backed away from the tax.", ["back_away"]),
        ("The firm shut down the mine.", ["shut_down"]),
        ("The pilots failed to call off the strike.", ["call_off"]),
        ("The choir sang, the band played and the crowd cheered.", ["sing", "play", "cheer"]),
    ],
)
def test_predicates(text: str, predicates: list[str]) -> None:
    assert [c.predicate for c in clauses_of(text)] == predicates


def test_a_clause_leaves_out_what_is_coordinated_with_it() -> None:
    text = "The court fined the club, and the league closed the stadium."
    assert [c.span.of(text) for c in clauses_of(text)] == [
        "The court fined the club", "the league closed the stadium",
    ]  # fmt: skip


def test_hardly_any() -> None:
    assert not clause("Hardly any voter supports the merger.", "support").positive


def test_tags_are_no_clauses() -> None:
    assert [c.predicate for c in clauses_of("The stadium opens in May, doesn't it?")] == ["open"]


def test_likely_to() -> None:
    found = clause("The bank is likely to raise the rate.", "raise")
    assert [t.text for t in found.subject] == ["bank"]
    assert found.tense == "future"
