"""Pairs of sentences asserted of one situation at one time, by phenomenon: which exclude each other, and by what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.extract.parse import parse
from consistency.normalise.opposition import opposition
from tests.reading import article


def via(first: str, second: str) -> str:
    """The means by which the two exclude each other, "" where they do not."""
    docs = [doc for _, doc in parse([article(first), article(second)])]
    reason = opposition(*docs)
    back = opposition(*docs[::-1])
    assert (reason and reason.via) == (back and back.via), "the order of the two says nothing"
    return reason.via if reason else ""


NEGATION = [
    ("The mayor signed the contract.", "The mayor did not sign the contract."),
    ("The mayor signed the contract on the steps of the town hall.", "The mayor never signed the contract."),
    ("The bridge is safe.", "The bridge is not safe."),
    ("The union will accept the offer.", "The union will not accept the offer."),
    ("All the residents returned to the village.", "Nobody returned to the village."),
    ("The divers found the wreck.", "The divers failed to find the wreck."),
    ("The senator voted for the bill.", "The senator refused to vote for the bill."),
    ("Ms Harlow is a lawyer and a novelist.", "Ms Harlow is not a lawyer."),
    ("The guard knew that the door was open.", "The guard did not know that the door was open."),
    ("The ferry sank.", "It is not true, and the ferry did not sink."),
]
NEGATION += [
    ("The company paid the fine.", "The company has not yet paid the fine."),
    ("Mr Cole attacked the bill.", "The bill was not attacked by Mr Cole."),
    ("Both sides accepted the offer.", "Neither side accepted the offer."),
    ("Three people were injured in the blast.", "No one was injured in the blast."),
    ("He paid the bill.", "He left the restaurant without paying the bill."),
    ("All of the schools reopened.", "Not all of the schools reopened."),
    ("The ship can carry 300 passengers.", "The ship cannot carry 300 passengers."),
    ("The talks produced an agreement.", "The talks produced no agreement."),
    ("Ms Harlow let the dog out of the house.", "The dog was not let out of the house."),
]
NO_NEGATION = [
    ("Russia attacked Ukraine.", "Ukraine did not attack Russia."),
    ("The minister resigned.", "The minister did not resign because of the scandal."),
    ("The police say the man is guilty.", "The man is not guilty."),
    ("Some schools reopened.", "Not all of the schools reopened."),
    ("The witness was calm.", "The witness was not nervous."),
    ("The road is not open.", "The road is not closed."),
    ("The mayor signed the contract.", "The mayor did not sign the contract in public."),
    ("The mayor signed the contract.", "The mayor not only signed the contract, she also praised it."),
    ("The ministry may close the school.", "The ministry may not close the school."),
    ("Some residents returned to the village.", "Some residents did not return to the village."),
    ("The divers found the wreck.", "The divers did not fail to find the wreck."),
    ("The mayor signed the contract.", "The minister did not sign the contract."),
    ("The company said that it would hire drivers.", "The company would not say when it would hire drivers."),
    ("If the dam breaks, the town will flood.", "The town will not flood."),
    ("The mayor wanted to sign the contract.", "The mayor did not sign the contract."),
    ("Did the mayor sign the contract?", "The mayor did not sign the contract."),
    ("The crowd did not stand there, cheering.", "The crowd was cheering."),
    ("You broke the window.", "I did not break the window."),
    ("Questions raised by the auditors were answered.", "Questions not raised by the auditors were answered."),
    ("The police did not close the road.", "The police did not close the road on Monday."),
]
MISSING = [
    ("The village has a doctor.", "The village has no doctor."),
    ("There is a bridge over the river.", "There is no bridge over the river."),
    ("A nurse with a badge stood at the gate of the clinic.", "There was no nurse at the gate."),
]
NOT_MISSING = [
    ("The village has a doctor.", "The village has no doctor for children."),
    ("The village needs a doctor.", "There is no money for the road."),
    ("The village wants to have a doctor.", "The village has no doctor."),
]
OPPOSITE = [
    ("The bill passed.", "The bill failed."),
    ("The minister confirmed the report.", "The minister denied the report."),
    ("Mr Cole supports the plan.", "Mr Cole opposes the plan."),
    ("The company increased its prices.", "The company cut its prices."),
    ("The suspect is alive.", "The suspect is dead."),
    ("The team has a coach.", "The team lacks a coach."),
    ("The shop is open.", "The shop is closed."),
    ("The exports of the country rose sharply.", "The exports of the country fell sharply."),
    ("It was the best result in a decade.", "It was the worst result in a decade."),
    ("The town has a large harbour.", "The town has a small harbour."),
    ("The committee approved the plan.", "The committee rejected the plan."),
    ("The minister arrived before the vote.", "The minister arrived after the vote."),
    ("The defendant was found guilty.", "The defendant was found innocent."),
    ("She took her son to the match.", "She took her daughter to the match."),
    ("The bank accepted the offer.", "The bank declined the offer."),
]
NOT_OPPOSITE = [
    ("Mr Cole supports the plan.", "Ms Dahl opposes the plan."),
    ("The minister said the road was open.", "The mayor hopes that the road was closed."),
    ("The shop is open.", "The shop is not closed."),
    ("The large ship passed the small island.", "The ship passed the island."),
    ("The north gate is open.", "The south gate is closed."),
    ("The bank accepted the offer.", "The insurer declined the offer."),
    ("The council wants the pool to open.", "The council fears that the pool will close."),
    ("The best player left.", "The worst player stayed."),
]
NUMBER = [
    ("More than 50 people died in the crash.", "Thirty people died in the crash."),
    ("Fewer than 40 people attended the meeting.", "About 200 people attended the meeting."),
    ("The company made a profit of $4 million.", "The company made a profit of $7 million."),
    ("Inflation fell to 3 percent in May.", "Inflation fell to 5 percent in May."),
    ("The council has nine members.", "The council has eleven members."),
    ("The fire destroyed 14 houses in the valley.", "The fire destroyed 40 houses."),
    ("It is her second novel.", "It is her third novel."),
]
NO_NUMBER = [
    ("Police arrested two men on Friday and three on Saturday.", "Police arrested five men."),
    ("At least 40 people attended the meeting.", "About 200 people attended the meeting."),
    ("The company hired 200 people in May.", "The company hired 300 people in June."),
    ("The council has nine members.", "The council has about ten members."),
    ("The council has nine members.", "The council has more than eight members."),
    ("The fire destroyed 14 houses in the valley.", "The fire destroyed 3 houses on the hill."),
    ("Two men were held on Monday and three men on Tuesday.", "Three men were held."),
    ("Two ships collided and nine sailors drowned.", "Two ships collided."),
    ("Ardmore has nine schools.", "Belfield has eleven schools."),
]
DATE = [
    ("The trial will begin on Monday.", "The trial will begin on Tuesday."),
    ("The museum was founded in 1921.", "The museum was founded in 1923."),
    ("The treaty was signed on 4 May 1998.", "The treaty was signed in June 1998."),
    ("Ilse Varga (born 3 March 1960) is a cellist.", "Ilse Varga was born in 1962."),
    ("The two leaders met in Geneva on 4 May.", "The two leaders met on 6 May."),
]
NO_DATE = [
    ("The minister spoke in Geneva on Monday.", "The minister spoke in Vienna on Tuesday."),
    ("The museum was founded in 1921.", "The museum was renovated in 1923."),
    ("The museum was founded in May 1921.", "The museum was founded in 1921."),
    ("The show ran from 1990 to 1995.", "The show ran in 1992."),
    ("The two leaders met in Geneva in 2003.", "The two leaders met in Oslo in 2004."),
    ("The museum was founded in 1921.", "The gallery was founded in 1923."),
]
KIND = [
    ("Kestrel is a film by Jan Olsen.", "Kestrel is a town."),
    ("Mara Lind is a singer.", "Mara Lind is a dog."),
    ("Ostrava is a city.", "Ostrava is a river."),
]
NO_KIND = [
    ("Mara Lind is a singer.", "Mara Lind is a politician."),
    ("Kestrel is a film.", "The Kestrel is a town."[4:].replace("Kestrel", "Falcon")),
    ("Kestrel is a film.", "Kestrel is not a town."),
]
OTHERS = [
    ("Norway and Sweden signed the treaty.", "Only Norway signed the treaty.", "exclusive"),
    ("Norway signed the treaty.", "Only Norway signed the treaty.", ""),
    ("Norway is the capital of jazz.", "Sweden is the capital of jazz.", "sole"),
    ("Norway is one of the capitals of jazz.", "Sweden is one of the capitals of jazz.", ""),
    ("A protest was held in Rome.", "A protest was held in Paris.", ""),
    ("The talks were held in Oslo.", "The talks were held in Vienna.", "place"),
    ("The Long Night is a Danish film.", "The Long Night is a Mexican film.", "modifier"),
    ("The opera was composed by Anton Reicha.", "The opera was composed by Clara Novello.", "doer"),
    ("Anton Reicha founded the Lyra Choir.", "The Lyra Choir was founded by Clara Novello.", "doer"),
    ("The painter was born in Norway.", "The painter was born in Brazil.", "place"),
    ("The opera was composed by Anton Reicha.", "The opera was composed by Reicha.", ""),
    ("The painter was born in Norway.", "The painter was born in Bergen.", ""),
    ("The painter was born in Norway.", "The painter worked in Chile.", ""),
]


@pytest.mark.parametrize(("first", "second"), NEGATION)
def test_one_denies_what_the_other_asserts(first: str, second: str) -> None:
    assert via(first, second) == "negation"


@pytest.mark.parametrize(("first", "second"), NO_NEGATION)
def test_not_every_negation_denies(first: str, second: str) -> None:
    assert via(first, second) == ""


@pytest.mark.parametrize(("first", "second"), MISSING)
def test_there_is_none(first: str, second: str) -> None:
    assert via(first, second) in ("missing", "negation")


@pytest.mark.parametrize(("first", "second"), NOT_MISSING)
def test_there_is_none_of_another(first: str, second: str) -> None:
    assert via(first, second) == ""


@pytest.mark.parametrize(("first", "second"), OPPOSITE)
def test_opposites(first: str, second: str) -> None:
    assert via(first, second) == "opposite"


@pytest.mark.parametrize(("first", "second"), NOT_OPPOSITE)
def test_opposites_of_other_things(first: str, second: str) -> None:
    assert via(first, second) == ""


@pytest.mark.parametrize(("first", "second"), NUMBER)
def test_figures(first: str, second: str) -> None:
    assert via(first, second) == "number"


@pytest.mark.parametrize(("first", "second"), NO_NUMBER)
def test_figures_that_agree_or_count_something_else(first: str, second: str) -> None:
    assert via(first, second) == ""


@pytest.mark.parametrize(("first", "second"), DATE)
def test_dates(first: str, second: str) -> None:
    assert via(first, second) == "date"


@pytest.mark.parametrize(("first", "second"), NO_DATE)
def test_dates_that_agree_or_are_of_something_else(first: str, second: str) -> None:
    assert via(first, second) == ""


@pytest.mark.parametrize(("first", "second"), KIND)
def test_kinds(first: str, second: str) -> None:
    assert via(first, second) == "kind"


@pytest.mark.parametrize(("first", "second"), NO_KIND)
def test_kinds_that_can_be_one(first: str, second: str) -> None:
    assert via(first, second) == ""


@pytest.mark.parametrize(("first", "second", "means"), OTHERS)
def test_peoples_doers_and_places(first: str, second: str, means: str) -> None:
    assert via(first, second) == means


@given(st.text(max_size=60))
def test_nothing_excludes_itself(text: str) -> None:
    docs = [doc for _, doc in parse([article(text), article(text)])]
    assert opposition(docs[0], docs[1]) is None or "not" in text.lower() or "no" in text.lower()
