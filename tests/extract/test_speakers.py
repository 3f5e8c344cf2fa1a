"""Whom sources, pronouns and descriptions mean."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read


def speakers(read: Read, text: str) -> list[str | None]:
    return [s.speaker for s in read(text).statements if s.within is None]


CASES = [
    ("a surname goes to the full name", "Mayor Anna Roe spoke on Monday. Roe said the bridge was safe.", ["Anna Roe"]),
    ("a title with a surname too", "Anna Roe is the mayor. Ms Roe said the bridge was safe.", ["Anna Roe"]),
    ("he and she agree in gender",
     "Anna Roe met Peter Poe on Monday. She said the bridge was safe. He said it was not.", ["Anna Roe", "Peter Poe"]),
    ("the last speaker goes on", "Anna Roe said the bridge was safe. She added that it would open.",
     ["Anna Roe", "Anna Roe"]),
    ("an office", "Finance minister Tomas Rieder met Mayor Anna Roe. The minister said the budget was late.",
     ["Tomas Rieder"]),
    ("an office from an apposition",
     "Anna Roe, the chief executive of Calder Rail, met Peter Poe. The chief executive said the line was safe.",
     ["Anna Roe"]),
    ("an office with its country",
     "French President Emma Blanc met German President Karl Weiss. The French president said the talks had failed.",
     ["Emma Blanc"]),
    ("the president at home",
     "President Emma Blanc met German President Karl Weiss. The president said the talks had failed.", ["Emma Blanc"]),
    ("two people with one surname",
     "Judge Annika Rieder heard the case. Finance minister Tomas Rieder was absent. Judge Rieder said he was late.",
     ["Annika Rieder"]),
    ("a body", "Calder Rail opened the line. The company said the trains were new.", ["Calder Rail"]),
    ("an acronym", "The Calder Transit Authority opened the line. The CTA said the trains were new.",
     ["Calder Transit Authority"]),
    ("a spokeswoman by apposition", "A spokeswoman, Jane Doe, said the line was safe.", ["Jane Doe"]),
    ("nobody whom we can name", "An engineer said the floor was rusty. He said it would fail.", [None, None]),
    ("two together", "Anna Roe and other officials said the bridge was safe.", ["Anna Roe and other officials"]),
    ("a possessive before a name", "Emma Blanc met Karl Weiss. Austria's Weiss said the talks had failed.",
     ["Karl Weiss"]),
    ("a relative clause", "Anna Roe, who met Peter Poe on Monday, said the bridge was safe.", ["Anna Roe"]),
    ("a promise of hers", "Anna Roe spoke on Monday. Voters remember her promise to open the bridge.",
     ["Anna Roe"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_speakers(read: Read, text: str, expected: list[str | None]) -> None:
    assert [s for s in speakers(read, text) if s or None in expected] == [e for e in expected if e or None in expected]


def test_first_person_in_a_quotation_is_the_speaker(read: Read) -> None:
    found = read('Peter Poe met Anna Roe. "I promise that we will build it," Roe said.')
    said, promised = [s for s in found.statements if s.lemma in ("say", "promise")]
    assert (said.speaker, promised.speaker, promised.within) == ("Anna Roe", "Anna Roe", said.id)


def test_first_person_in_a_release_is_its_publisher(read: Read) -> None:
    found = read("We will build the bridge. We promise to open it in May.", kind="release", publisher="Calder Party")
    assert [s.speaker for s in found.statements] == ["Calder Party"]


def test_labels_of_a_transcript(read: Read) -> None:
    said = ["ROE: We will build it. I promise that.", "POE: I doubt that it will open.", "ROE: It will.", "POE: No."]
    found = read("\n\n".join(said))
    assert [s.speaker for s in found.statements if s.within is None] == ["ROE", "POE", "ROE", "POE"]


def test_person_at_knows_pronouns_and_names(read: Read) -> None:
    text = "Anna Roe said she was late."
    found = read(text)
    assert [found.person_at(i) for i in range(6)] == ["Anna Roe", "Anna Roe", None, "Anna Roe", None, None]


def test_entities_hold_the_names_that_the_article_uses(read: Read) -> None:
    found = read("Mayor Anna Roe spoke in Moscow. Roe said Calder Rail was late.")
    kinds = {e.name: e.kind for e in found.entities}
    assert kinds["Anna Roe"] == "person"
    assert kinds["Moscow"] == "place"
    assert kinds["Calder Rail"] == "organisation"
    assert "Roe" in next(e for e in found.entities if e.name == "Anna Roe").aliases


SETTINGS = [
    ("Ms Roe told reporters in Sochi that the bridge was safe.", "in Sochi", "reporters"),
    ("Ms Roe told CNN that the bridge was safe.", None, "CNN"),
    ("In that call, Ms Roe said the bridge was safe.", "In that call", None),
    ('"It is safe," Ms Roe told reporters in the Oval Office.', "in the Oval Office", "reporters"),
    ("Ms Roe said on Monday that the bridge was safe.", None, None),
]


@pytest.mark.parametrize(("text", "venue", "addressee"), SETTINGS)
def test_venue_and_addressee(read: Read, text: str, venue: str | None, addressee: str | None) -> None:
    s = read(text).statements[0]
    assert (s.venue, s.addressee) == (venue, addressee)


def test_whoever_replies_is_not_who_spoke_last(read: Read) -> None:
    text = 'Peter Poe met Karl Weiss. Weiss told the hall that Poe had lied. "I did not lie," he replied.'
    assert [s.speaker for s in read(text).statements if s.lemma == "reply"] == ["Peter Poe"]


LEADS = [
    "PORT CALDER, Nov. 6 -- Anna Roe said the bridge was safe.",
    "(WASHINGTON) -- Anna Roe said the bridge was safe.",
    "CALDER (AP) — Anna Roe said the bridge was safe.",
    "• Anna Roe said the bridge was safe.",
    "* Anna Roe said the bridge was safe.",
]


@pytest.mark.parametrize("text", LEADS)
def test_no_dateline_and_no_bullet_is_glued_to_a_source(read: Read, text: str) -> None:
    (s,) = read(text).statements
    assert [x.of(text) for x in s.source] == ["Anna Roe"]
    assert s.speaker == "Anna Roe"


SAFE = [
    ("nobody acts on himself", "Peter Poe met Karl Weiss. Weiss praised him and said he was brave.", None),
    ("an apposition means somebody else",
     "Peter Poe will retire. Karl Weiss, the favourite to succeed him, spoke. Weiss said the race was open.",
     "Karl Weiss"),
    ("the last speaker in other words",
     'Peter Poe said the winger was fit. "He will play," the Calder manager said.', "Peter Poe"),
    ("a lost subject", "In a letter to fans, the chairman, Sir Alan Poe, said he regretted the delay.", "Alan Poe"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "last"), [c[1:] for c in SAFE], ids=[c[0] for c in SAFE])
def test_what_a_pronoun_cannot_mean(read: Read, text: str, last: str | None) -> None:
    said = [s for s in read(text).statements if s.lemma == "say"]
    assert said[-1].speaker == (last or said[-1].speaker)
    assert said[-1].speaker is not None


SURNAMES = [
    ("a minister and his brother",
     "Minister Rieder said the dam was safe. The minister's brother, Musa Rieder, has a farm there.", "Rieder"),
    ("two offices, the other one introduced in full",
     "Superintendent Poe said there was no money. Board Chair Lyle Poe laughed.", "Poe"),
    ("a title that only one of them has",
     "Cllr Bridget Roe leads the council. Desmond Roe is the member for Castle. Cllr Roe said it was late.",
     "Bridget Roe"),
    ("what a pronoun shows",
     "Bridget Roe met Desmond Roe. Roe, who was ill because she had a cold, said it was late.", "Bridget Roe"),
    ("whoever the article is about",
     "Bridget Roe leads the council. Roe is 52. Roe won in May.\n\nDesmond Roe was there.\n\nRoe said it was late.",
     "Bridget Roe"),
    ("named last in the paragraph",
     "Bridget Roe leads the council.\n\nDesmond Roe was there. Mr Roe said it was late.", "Desmond Roe"),
    ("a knight by his given name", "Sir Alan Poe runs the bank. Sir Alan said it was late.", "Alan Poe"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "last"), [c[1:] for c in SURNAMES], ids=[c[0] for c in SURNAMES])
def test_two_persons_with_one_surname(read: Read, text: str, last: str) -> None:
    assert [s.speaker for s in read(text).statements if s.lemma == "say"][-1] == last


GUESSED = [
    ("a surname alone is a woman's", "In the call on Monday, Oduya was asked why. She said it was late.", "Oduya"),
    ("a company is never she",
     "Plumeria, the maker of headbands, met Anna Roe. She said it was late.", "Anna Roe"),
    ("a place is never he",
     "Residents of Wick St Mary met Paul Roe in Wick St Mary. He said it was late.", "Paul Roe"),
    ("the gender that other sentences show",
     "Vigdis Thorn spoke at noon about her plans. Peter Poe listened to Vigdis Thorn. She said it was late.",
     "Vigdis Thorn"),
    ("while somebody is quoted, nobody fades",
     'Anna Roe met a woman from Calder. Anna Roe said no. "We stay. It is cold. We know that. It is in the name." '
     "It was late, she said.", "Anna Roe"),
    ("the last word of a body's name",
     "Men of the Patriotic Front left on Monday. The Front said it was late.", "Patriotic Front"),
    ("a lost subject with a clause of its own",
     "Minister Gloria Roe, who has been in a tent, repeated what she said in May: “We stay.”", "Gloria Roe"),
    ("his own is not himself barred",
     "It was opened by the secretary, Paul Poe, who succeeded his cousin Olivia. He said it was late.", "Paul Poe"),
    ("where they met is no club", "Calder Town lost in the Corn Exchange. The club said it was late.", "Calder Town"),
    ("a lost subject", "Gov. Ellen Roe, a Republican, called on both to talk. She said it was late.", "Ellen Roe"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "last"), [c[1:] for c in GUESSED], ids=[c[0] for c in GUESSED])
def test_what_a_name_of_unknown_kind_is(read: Read, text: str, last: str) -> None:
    assert [s.speaker for s in read(text).statements if s.lemma == "say"][-1] == last


DESCRIBED = [
    ("an apposition to an apposition",
     "The mediator, the former Calder judge Kwesi Poe, said it was late. He said it was cold.", "Kwesi Poe"),
    ("a company beside its noun", "The coffee company Torre said it was late. The company said no.", "Torre"),
    ("a contractor", "The contractor, Lombard-Weiss, said it was late.", "Lombard-Weiss"),
    ("an apposition hung on what is led",
     "The leader of Calder's Liberals, Petra Poe, said her party was late.", "Petra Poe"),
    ("several described are nobody", "Two residents, Anna Roe and Peter Poe, said it was late.", None),
    ("a colleague of hers is not she", "Anna Roe left. A colleague of Anna Roe said it was late.", None),
    ("whoever leads is the leader", "Anna Roe, who leads the council, met Paul Poe. The leader said it was late.",
     "Anna Roe"),
    ("an office of a country before its holder",
     "The country's new minister said it was late.\n\nPaul Roe said he would go. It was late, the minister said.",
     "Paul Roe"),
    ("one of them", "Three of them met Paul Roe. “Which day?” asked one of them, Deb Poe. She said it was late.",
     "Deb Poe"),
    ("an age", "Chad Poe met the fans. “We stay,” the 52-year-old said.", "Chad Poe"),
    ("a manager in other words",
     "Paul Poe said he would stay. Reports claimed that Deportivo Sar had tabled a bid.\n\n“He stays,” the Rovers "
     "manager said.", "Paul Poe"),
    ("one of two clubs", "Calder Rovers met Sar United. The Spanish club said it was late.", None),
    ("where a company is", "Calder Energy met Anna Roe. The Houston-based company said it was late.", "Calder Energy"),
    ("a club by its sort", "The Millers met Calder Town in Mill Lane. The club said it was late.", "Calder Town"),
    ("words inside the quotation are not its speaker's", "“We went, all of us,” Capt. Poe said.\n\nGen. Roe left.",
     "Poe"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "last"), [c[1:] for c in DESCRIBED], ids=[c[0] for c in DESCRIBED])
def test_descriptions_and_appositions(read: Read, text: str, last: str | None) -> None:
    assert [s.speaker for s in read(text).statements if s.lemma == "say"][-1] == last
