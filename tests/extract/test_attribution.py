"""Who says what: one sentence, its source, its cue and its content."""

from __future__ import annotations

import pytest

from consistency.extract.attribution import Attribution
from consistency.facts import Statement
from tests.extract.conftest import Read


def outer(found: Attribution) -> list[Statement]:
    return [s for s in found.statements if s.within is None]


def parts(text: str, s: Statement) -> tuple[str, str, str]:
    return (" + ".join(x.of(text) for x in s.source), " + ".join(x.of(text) for x in s.cue),
            " + ".join(x.of(text) for x in s.content))  # fmt: skip


QUOTED = [
    ('"The bridge will open in May," Ms Roe said.', "Ms Roe", "said", '"The bridge will open in May,"'),
    ('"The bridge will open in May," said Anna Roe, the mayor.', "Anna Roe, the mayor", "said",
     '"The bridge will open in May,"'),
    ('Ms Roe added: "The bridge will open in May."', "Ms Roe", "added", '"The bridge will open in May."'),
    ('"The bridge," she told reporters, "will open in May."', "she", "told", '"The bridge," + "will open in May."'),
    ('"It is late," Ms Roe said. "It will open in May. I promise."', "Ms Roe", "said",
     '"It is late," + "It will open in May. I promise."'),
    ("‘It is late,’ Ms Roe said.", "Ms Roe", "said", "‘It is late,’"),
    ("'It is late,' Ms Roe said.", "Ms Roe", "said", "'It is late,'"),
    ('Anna Roe: "The bridge will open in May."', "Anna Roe", ":", '"The bridge will open in May."'),
    ('"When will it open?" asked one resident.', "one resident", "asked", '"When will it open?"'),
    ('"It is late", Ms Roe said.', "Ms Roe", "said", '"It is late"'),
    ('"It is late," the editorial read.', "the editorial", "read", '"It is late,"'),
    ('The mayor tweeted: "It is late."', "The mayor", "tweeted", '"It is late."'),
]  # fmt: skip

REPORTED = [
    ("Ms Roe said that the bridge would open in May.", "Ms Roe", "said", "that the bridge would open in May"),
    ("Ms Roe said the bridge would open in May.", "Ms Roe", "said", "the bridge would open in May"),
    ("The bridge, Ms Roe said, would open in May.", "Ms Roe", "said", "The bridge + would open in May"),
    ("The bridge would open in May, Ms Roe said.", "Ms Roe", "said", "The bridge would open in May"),
    ('Ms Roe said the bridge was "a gift to the town" and would open in May.', "Ms Roe", "said",
     'the bridge was "a gift to the town" and would open in May'),
    ("According to the ministry, the bridge will open in May.", "the ministry", "According to",
     "the bridge will open in May"),
    ("The bridge will open in May, according to a report by the council.", "a report by the council", "according to",
     "The bridge will open in May"),
    ("In Ms Roe's view, the bridge is too narrow.", "Ms Roe's", "In Ms Roe's view", "the bridge is too narrow"),
    ("Ms Roe promised to open the bridge in May.", "Ms Roe", "promised", "to open the bridge in May"),
    ("Ms Roe vowed to fight the plan.", "Ms Roe", "vowed", "to fight the plan"),
    ("Ms Roe threatened to sue the builder.", "Ms Roe", "threatened", "to sue the builder"),
    ("Ms Roe asked whether the bridge was safe.", "Ms Roe", "asked", "whether the bridge was safe"),
    ("Ms Roe wondered if the bridge was safe.", "Ms Roe", "wondered", "if the bridge was safe"),
    ("Ms Roe was quoted as saying the bridge was safe.", "Ms Roe", "saying", "the bridge was safe"),
    ("Ms Roe went on to say that the bridge was safe.", "Ms Roe", "say", "that the bridge was safe"),
    ("Ms Roe urged residents to stay at home.", "Ms Roe", "urged", "residents to stay at home"),
    ("Ms Roe called for a new inquiry.", "Ms Roe", "called for", "a new inquiry"),
    ("Ms Roe called the builder a liar.", "Ms Roe", "called", "the builder a liar"),
    ("Ms Roe accused the builder of fraud.", "Ms Roe", "accused", "the builder of fraud"),
    ("Ms Roe denied that the bridge was unsafe.", "Ms Roe", "denied", "that the bridge was unsafe"),
    ("Ms Roe denied the allegations.", "Ms Roe", "denied", "the allegations"),
    ("Ms Roe is confident that the bridge will open in May.", "Ms Roe", "is confident",
     "that the bridge will open in May"),
    ("A poll shows that voters want the bridge.", "A poll", "shows", "that voters want the bridge"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "cue", "content"), [*QUOTED, *REPORTED])
def test_one_statement(read: Read, text: str, source: str, cue: str, content: str) -> None:
    assert (source, cue, content) in [parts(text, s) for s in outer(read(text))]


NOUNS = [
    ("The town recalled her promise to open the bridge in May.", "her", "to open the bridge in May", "promise"),
    ("The council rejected the builder's claim that the bridge was safe.", "the builder's", "that the bridge was safe",
     "assert"),
    ("Ms Roe repeated her threat to sue the builder.", "her", "to sue the builder", "threaten"),
    ("The council's demand for a refund came late.", "The council's", "a refund", "demand"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "content", "force"), NOUNS)
def test_noun_cues(read: Read, text: str, source: str, content: str, force: str) -> None:
    found = [(*parts(text, s)[::2], s.force) for s in read(text).statements]
    assert (source, content, force) in found


SEVERAL = [
    ("Ms Roe said the bridge was late, adding that it would open in May.",
     ["the bridge was late", "that it would open in May"]),
    ('Ms Roe said the bridge was late and said it would open "in May."',
     ["the bridge was late", 'it would open "in May."']),
    ("Asked whether the bridge was safe, Ms Roe confirmed it was.", ["whether the bridge was safe", "it was"]),
    ('"It is late," Ms Roe said, adding that it would open in May.', ['"It is late,"', "that it would open in May"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "contents"), SEVERAL)
def test_several_statements_in_one_sentence(read: Read, text: str, contents: list[str]) -> None:
    assert [parts(text, s)[2] for s in outer(read(text))] == contents


ALONE = [
    'On Sunday\'s "The Long View" Ms Roe smiled and left.',
    'The so-called "super bridge" opened in May.',
    "The bridge opened in May.",
    "The bridge was closed on Tuesday after its northern pier moved by 11 centimetres.",
]


@pytest.mark.parametrize("text", ALONE)
def test_titles_scare_quotes_and_narration_are_left_alone(read: Read, text: str) -> None:
    assert outer(read(text)) == []


def test_a_programme_title_is_no_part_of_what_was_said_on_it(read: Read) -> None:
    text = 'Anna Roe said on Channel 3\'s "The Long View" that the bridge was "a gift to the town."'
    (s,) = outer(read(text))
    assert parts(text, s)[2] == 'that the bridge was "a gift to the town."'
    assert [q.of(text) for q in s.quoted] == ["a gift to the town."]
    assert s.venue == 'on Channel 3\'s "The Long View"'


NON_ANSWERS = [
    "Ms Roe declined to comment.",
    "Ms Roe did not say whether the bridge was safe.",
    "Ms Roe would not elaborate on the plan.",
    "Ms Roe did not immediately respond to a request for comment.",
    "Ms Roe refused to answer questions.",
    "Ms Roe did not answer whether she would resign.",
]


@pytest.mark.parametrize("text", NON_ANSWERS)
def test_non_answers(read: Read, text: str) -> None:
    (s,) = outer(read(text))
    assert (s.non_answer, s.force, s.speaker) == (True, "decline", "Roe")


ANSWERS = ["Ms Roe denied that the bridge was unsafe.", "Ms Roe refused to resign.",
           "Ms Roe did not say the bridge fell."]  # fmt: skip


@pytest.mark.parametrize("text", ANSWERS)
def test_denials_and_refusals_are_answers(read: Read, text: str) -> None:
    assert [s.non_answer for s in outer(read(text))] == [False]


def test_negated_statements_say_so(read: Read) -> None:
    assert [s.negated for s in outer(read("Ms Roe did not say that the bridge was safe."))] == [True]


def test_a_silence_after_a_claim_is_a_statement_of_its_own(read: Read) -> None:
    text = "Ms Roe said that the bridge was safe, but did not say when it would open."
    said, silent = outer(read(text))
    assert parts(text, said)[2] == "that the bridge was safe"
    assert (silent.non_answer, silent.speaker) == (True, "Roe")


def test_nested_statements_name_the_one_around_them(read: Read) -> None:
    text = '"I asked him, \'When does it end?\'" Ms Roe told reporters.'
    said, asked = read(text).statements
    assert (said.within, asked.within) == (None, said.id)
    assert parts(text, asked)[2] == "'When does it end?'"
    assert (said.speaker, asked.speaker) == ("Roe", "Roe")
    assert said.addressee == "reporters"


def test_a_quotation_over_two_paragraphs_is_one_statement(read: Read) -> None:
    text = 'Ms Roe said: "We have waited long enough.\n\n"Now we build."\n\nThe hall cheered.'
    (s,) = outer(read(text))
    assert parts(text, s)[2] == '"We have waited long enough. + "Now we build."'


def test_a_quotation_without_a_cue_goes_to_the_last_speaker(read: Read) -> None:
    text = '"We have waited," Ms Roe said.\n\n"Nobody came to help. We will build it now."\n\nThe hall cheered.'
    found = read(text)
    assert {s.speaker for s in outer(found)} == {"Roe"}
    assert "Nobody came to help. We will build it now." in [q.of(text) for s in found.statements for q in s.quoted]


def test_modes(read: Read) -> None:
    text = ('"It is late," Ms Roe said. Ms Roe said the bridge was late. Mr Poe said the bridge was "a gift" to all.')
    assert [s.mode for s in outer(read(text))] == ["direct", "indirect", "mixed"]


def test_an_odd_mark_does_not_spoil_the_article(read: Read) -> None:
    text = '"We wait, Ms Roe said.\n\n"It is safe," Mr Poe said.'
    assert ("Mr Poe", "said", '"It is safe,"') in [parts(text, s) for s in outer(read(text))]


UNCUED = [
    ('MODERATOR: "They are late and they are dear."', ["MODERATOR"]),
    ('Roe (Calder): "They are late and they are dear."', ["Roe (Calder)"]),
    ('"The bridge is late." -- Anna Roe', ["Anna Roe"]),
    ('Anna Roe put it this way:\n\n"The bridge is late."', ["Anna Roe"]),
    ('The hall was full.\n\n"The bridge is late and nobody helps us."', [""]),
]


@pytest.mark.parametrize(("text", "sources"), UNCUED)
def test_quotations_set_apart(read: Read, text: str, sources: list[str]) -> None:
    assert [parts(text, s)[0] for s in outer(read(text))] == sources


def test_what_was_never_given_is_a_claim_about_the_past(read: Read) -> None:
    text = "Ms Roe said that she had never given the traders a date."
    assert [(s.non_answer, s.force) for s in outer(read(text))] == [(False, "assert")]
