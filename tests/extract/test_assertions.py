"""Facts: which kind a clause is, whose it is, and what stands for it."""

from datetime import date

import pytest

from consistency.extract.evidence import MAX_EVIDENCE
from tests.reading import DAY, article, asserted, extraction, facts


@pytest.mark.parametrize(
    ("text", "kind", "holder", "own"),
    [
        ("Mayor Ida Holm promised to reopen the library by September.", "promise", "Ida Holm", True),
        ("Mayor Ida Holm vowed never to sell the port.", "promise", "Ida Holm", True),
        ('"We will reopen the library by September," Mayor Ida Holm said.', "promise", "Ida Holm", True),
        ("Coach Ed Moran said his team would train in Spain.", "promise", "Ed Moran", True),
        ("Mayor Ida Holm said the comet would return.", "prediction", "Ida Holm", False),
        ("Coach Ed Moran predicted that the rain would stop.", "prediction", "Ed Moran", False),
        ("Mayor Ida Holm said the recession would end in spring.", "prediction", "Ida Holm", False),
        ("Mayor Ida Holm denied that the drug had harmed patients.", "denial", "Ida Holm", False),
        ("Mayor Ida Holm told reporters that the comet had passed the moon.", "claim", "Ida Holm", False),
        ('"Orland Lines must restore the night service," Mayor Ida Holm said.', "demand", "Ida Holm", False),
        ("Mayor Ida Holm said that the judge should hear the case.", "demand", "Ida Holm", False),
        ("The comet passed the moon on Friday.", "outcome", "Daily Post", False),
        ("The comet will pass the moon on Friday.", "prediction", "Daily Post", False),
    ],
)
def test_kinds(text: str, kind: str, holder: str, own: bool) -> None:
    made = [f for f in asserted(text) if f.kind == kind]
    assert [(f.holder, f.own) for f in made] == [(holder, own)]


@pytest.mark.parametrize(
    ("text", "theme", "pole"),
    [
        ("Senator Carla Nuñez supports the tunnel.", "tunnel", 1),
        ("Senator Carla Nuñez opposed the merger.", "merger", -1),
    ],
)
def test_positions(text: str, theme: str, pole: int) -> None:
    (found,) = facts(text, ["position"])
    assert (found.holder, found.proposition.theme) == ("Carla Nuñez", theme)
    assert dict(found.proposition.poles) == {"stance": pole}


def test_a_bare_promise() -> None:
    (found,) = facts("Mayor Ida Holm promised a new school.", ["promise"])
    assert (found.own, found.proposition.theme, dict(found.proposition.poles)) == (True, "school", {"exist": 1})


def test_a_denial_asserts_the_opposite() -> None:
    (found,) = facts("Mayor Ida Holm denied that the dam leaked.", ["denial"])
    assert (found.proposition.positive, dict(found.proposition.poles)) == (False, {"harm": 1})


def test_not_to_believe_it_is_to_believe_the_opposite() -> None:
    (found,) = facts('"I don\'t believe that the tunnel will open," Mayor Ida Holm said.', ["prediction"])
    assert (found.proposition.positive, dict(found.proposition.poles)) == (False, {"open": -1})


@pytest.mark.parametrize(
    "text",
    [
        "Minister Omar Said declined to comment on the tunnel.",
        "Minister Omar Said did not say whether the tunnel would be built.",
    ],
)
def test_non_answers(text: str) -> None:
    (found,) = facts(text, ["non_answer"])
    assert found.holder == "Omar Said"
    assert not [f for f in facts(text) if f.holder == "Omar Said" and f.kind != "non_answer"]


def test_what_was_not_said_is_nobodys_claim() -> None:
    assert not [f for f in facts("Mayor Ida Holm did not say that the dam was safe.") if f.proposition.theme == "dam"]


def test_disowned() -> None:
    (found,) = facts('"I never said that the tunnel would be free," Mayor Ida Holm said.', ["denial"])
    assert (found.disowned, found.proposition.theme, found.proposition.predicate) == (True, "tunnel", "free")


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Mayor Ida Holm said that if the tunnel leaked, the city would close it.", "condition"),
        ('"If the pilots had asked us, we would have paid them," Mayor Ida Holm said.', "counterfactual"),
        ('"Will the pilots strike?" Mayor Ida Holm asked.', "question"),
        ("Mayor Ida Holm doubted that the tunnel was safe.", "question"),
        ("Mayor Ida Holm threatened to close the tunnel.", "condition"),
    ],
)
def test_what_is_not_simply_asserted(text: str, condition: str) -> None:
    made = [f for f in asserted(text) if f.holder == "Ida Holm"]
    assert made
    assert {f.condition for f in made} == {condition}


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("Mayor Ida Holm promised to reopen the library by September.", date(2031, 9, 30)),
        ("Mayor Ida Holm promised to reopen the library within ten days.", date(2031, 5, 24)),
        ("Mayor Ida Holm promised to reopen the library.", None),
    ],
)
def test_deadlines(text: str, deadline: date | None) -> None:
    (found,) = facts(text, ["promise"])
    assert found.deadline == deadline
    assert bool(found.deadline_because) is (deadline is not None)


def test_a_quote_keeps_its_words_and_where_they_stand() -> None:
    text = 'Mayor Ida Holm said: "The pilots were never asked about it."'
    (found,) = facts(text, ["quote"])
    assert found.quote == found.evidence[0].of(text) == "The pilots were never asked about it."


def test_short_quotations_are_no_quotes() -> None:
    assert facts('Mayor Ida Holm called the pilots "real heroes".', ["quote"]) == []


def test_evidence_is_a_clause_and_never_a_paragraph() -> None:
    text = "The witness saw " + ", ".join(f"the captain of boat {n}" for n in range(60)) + " and the crane."
    made = facts(text)
    assert made
    assert all(f.evidence[0].end - f.evidence[0].start <= MAX_EVIDENCE for f in made)


def test_ids_follow_the_text() -> None:
    made = extraction("The dam leaked. Mayor Ida Holm said the dam was safe.").facts
    assert [f.id for f in made] == [f"a#f{n}" for n in range(1, len(made) + 1)]
    assert [f.evidence[0].start for f in made] == sorted(f.evidence[0].start for f in made)


def test_the_article_speaks_as_its_publisher_on_its_day() -> None:
    (found,) = facts("The dam leaked.")
    assert (found.narrated, found.publisher, found.said) == (True, "Daily Post", article("").published.interval)
    assert found.said
    assert found.said.start == DAY


@pytest.mark.parametrize("text", ["The minister must close the prison.", "The minister should resign."])
def test_what_the_article_demands_is_no_outcome(text: str) -> None:
    assert not [f for f in facts(text, ["outcome"]) if f.certainty == "certain"]


@pytest.mark.parametrize("text", ["Neither club accepted the offer.", "The two leaders signed the pact."])
def test_deeds_are_no_promises(text: str) -> None:
    assert facts(text, ["promise"]) == []


def test_ruled_out() -> None:
    made = [f for f in facts("The council ruled out a rise in fares.") if f.proposition.theme == "price"]
    assert {p for f in made for p in f.proposition.poles} <= {("change", -1)}


@pytest.mark.xfail(strict=True, reason="'expected to' makes a statement of nobody's")
def test_expected_to() -> None:
    (found,) = facts("The bank is expected to raise the rate.", ["prediction"])
    assert (found.own, found.narrated) == (False, True)


@pytest.mark.xfail(strict=True, reason="a judgement in an object complement is no statement")
def test_called_reckless() -> None:
    (found,) = facts("Senator Carla Nuñez called the tunnel reckless.", ["position"])
    assert (found.proposition.theme, dict(found.proposition.poles)) == ("tunnel", {"stance": -1})


def test_another_body_is_not_the_speakers_own() -> None:
    assert facts("Mayor Ida Holm said the union would strike.", ["promise"]) == []
