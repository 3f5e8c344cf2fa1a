"""One sentence that a newspaper could print, for each kind of finding."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from itertools import pairwise

import pytest

from consistency.findings import Finding
from consistency.options import Options
from consistency.pipeline import check_articles
from tests.reading import article

SPRING, SUMMER, AUTUMN = date(2031, 3, 4), date(2031, 6, 20), date(2031, 11, 3)


@lru_cache(maxsize=32)
def findings(*told: tuple[date | None, str]) -> tuple[Finding, ...]:
    articles = [article(text, day, f"{n}.txt", f"Paper {n}") for n, (day, text) in enumerate(told)]
    return check_articles(articles, Options(engine="duckdb", as_of=date(2031, 12, 31)))[0].findings


def sentence(category: str, *told: tuple[date | None, str]) -> str:
    return next(f.sentence for f in findings(*told) if f.category == category)


def test_a_promise_and_a_report() -> None:
    assert sentence(
        "unmet_promise",
        (SPRING, 'Minister Carla Neri said: "We will open the Vellin hospital by the end of May."'),
        (SUMMER, "The Vellin hospital has not opened."),
    ) == (
        'On 4 March 2031 Carla Neri promised: "We will open the Vellin hospital by the end of May" (that is, by '
        '31 May 2031); on 20 June Paper 1 reported: "The Vellin hospital has not opened"; that is not what was '
        'promised: one says "will open" of the hospital, the other "has not opened".'
    )


def test_a_denial_is_a_denial() -> None:
    said = sentence(
        "self_contradiction",
        (SPRING, "Senator Noor Aziz denied that she had met the lobbyist Karl Dent."),
        (SUMMER, "Senator Noor Aziz said that she had met the lobbyist Karl Dent twice."),
    )
    assert said.startswith("On 4 March 2031 Noor Aziz denied that she had met the lobbyist Karl Dent; on 20 June ")
    assert "Aziz said that she had met the lobbyist Karl Dent twice; these cannot both hold because" in said
    assert "denies it" in said


def test_words_of_one_utterance() -> None:
    said = sentence(
        "quote_drift",
        (SPRING, '"Nobody in this town will pay a cent more for water," Mayor Ida Holm said.'),
        (SPRING, '"Nobody in this town will pay a cent more for Sunday trams," Mayor Ida Holm said.'),
    )
    assert said.startswith('On 4 March 2031 Paper 0 quoted Ida Holm as saying: "Nobody in this town')
    assert "; the same day Paper 1 quoted Holm as saying: " in said
    assert 'inside the quotation marks, one has "water", the other "Sunday trams".' in said


def test_two_figures() -> None:
    said = sentence(
        "number_conflict",
        (SPRING, "The city paid 4 million euros for the Orsa bridge."),
        (SPRING, "The city paid 5 million euros for the Orsa bridge."),
    )
    assert said.endswith("; 4 million euros and 5 million euros cannot both be right.")


def test_an_article_without_a_date() -> None:
    said = sentence(
        "unmet_promise",
        (SPRING, "Mayor Ida Holm promised to reopen the Dunholm library in Sorel by September."),
        (None, "The Dunholm library in Sorel did not reopen."),
    )
    assert '; in another article without a date, Paper 1 reported: "The Dunholm library' in said


CASES = [
    ((SPRING, "Mayor Ida Holm promised to reopen the Dunholm library in Sorel by September."),
     (AUTUMN, "The Dunholm library in Sorel did not reopen.")),
    ((SPRING, 'The council "will never" sell the Aske harbour, a spokesman said.'),
     (SUMMER, "The council sold the Aske harbour.")),
    ((SPRING, "Villagers said that the dam at Orsa had leaked."),
     (SPRING, "The dam at Orsa had not leaked, the operator said.")),
    ((None, 'Dr Lena Voss told Radio Vik: "I was never asked about the trial in Sorel."'),
     (SUMMER, "Dr Lena Voss was asked about the trial in Sorel.")),
]  # fmt: skip


@pytest.mark.parametrize("told", CASES)
def test_every_sentence_is_whole(told: tuple[tuple[date | None, str], ...]) -> None:
    for found in findings(*told):
        said = found.sentence
        assert said[0].isupper()
        assert said.endswith((".", "?", "!"))
        assert said.count('"') % 2 == 0
        words = said.lower().split()
        assert not [a for a, b in pairwise(words) if a == b]
        assert not {"  ", ".;", ",;", ",,", "..;", '"".'} & {said[n : n + 2] for n in range(len(said))}
