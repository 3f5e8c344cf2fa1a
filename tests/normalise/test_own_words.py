"""Own words disowned: an earlier saying, and what its speaker later says of it."""

from __future__ import annotations

from datetime import date

import pytest

from consistency.pipeline import Options, check_articles
from tests.reading import article

DATED = "The director of the Halmar museum, Ines Okafor, promised that the new wing would open by June 2032."
FIGURE = "The mayor, Jon Adair, pledged to build 900 flats on the old docks."
STANCE = "The coach, Piet Aarden, called the merger a mistake. The two rowing clubs will vote in June."
SALE = '"The painting is not for sale," the director of the Halmar museum, Ines Okafor, said of the Corvin portrait.'
NONE = "The head of the Orland mill, Lena Voss, said that there would be no forced transfers at the mill."
FORECAST = "The governor, Mirela Stanek, predicted that mortgage rates would fall in the spring."


def found(before: str, after: str) -> list[str]:
    """The rules of self-contradiction and reversal that find the two against each other."""
    told = [article(before, date(2031, 3, 4), "early"), article(after, date(2032, 9, 4), "late")]
    report, _ = check_articles(told, Options(engine="duckdb", as_of=date(2033, 1, 1)))
    return [f.rule for f in report.findings if f.category in ("self_contradiction", "position_reversal")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (DATED, 'Visitors still wait for the new wing. "We never put a date on it," Ines Okafor said.'),
        (DATED, "Ines Okafor said that no deadline for the wing had ever been set."),
        (DATED, "Ines Okafor denied having ever named a date for the new wing."),
        (DATED, "Ines Okafor said that she had never told anybody when the wing would open."),
        (FIGURE, 'The docks are empty of flats. "I never guaranteed anybody a number," the mayor, Jon Adair, said.'),
        (FIGURE, "Jon Adair said that he had never promised any flats on the docks."),
        (STANCE, "Piet Aarden said that he had supported the merger of the rowing clubs from the start."),
        (SALE, '"We always said that if the right offer came in, we would sell the painting," Ines Okafor said.'),
        (NONE, "Lena Voss said that she had always made clear that some forced transfers could not be ruled out."),
        (FORECAST, '"I have never told anybody what mortgage rates would do," Mirela Stanek told savers.'),
    ],
)  # fmt: skip
def test_found(before: str, after: str) -> None:
    assert "own-words-denied" in found(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (DATED, 'Visitors still wait for the new wing. "We never put an exact date on it," Ines Okafor said.'),
        (DATED, 'Visitors wait for the new wing. "We never put a date on it," the mayor, Jon Adair, said.'),
        (DATED, "Ines Okafor said that she had never given a date for the end of the strike at the quarry."),
        (DATED, "Ines Okafor said that the museum had not set a date for the end of the repairs."),
        (DATED, '"Did we ever give a date?" asked Ines Okafor.'),
        (DATED, "Ines Okafor said that she had always promised that the new wing would open by June 2032."),
        (FIGURE, "Jon Adair said that he had never promised a tram to anybody."),
        (FIGURE, '"I never gave a number of guests," Jon Adair said of his birthday party.'),
        (FIGURE, "Jon Adair said that he had always said that the flats on the docks would be built."),
        (STANCE, "Piet Aarden said that he had always opposed the merger of the rowing clubs."),
        (STANCE, "Piet Aarden said that he had always supported the young rowers of the town."),
        (SALE, '"We always said that if the price of coal rose, we would close a gallery," Ines Okafor said.'),
        (NONE, "Lena Voss said that she had always made clear that a strike could not be ruled out."),
        (NONE, "Lena Voss said that she had always made clear that there would be no forced transfers."),
        (FORECAST, "The analyst, Dana Reyes, said that she had never told anybody what mortgage rates would do."),
        (FORECAST, '"I have never told anybody what the harvest would be," Mirela Stanek told farmers.'),
    ],
)
def test_silent(before: str, after: str) -> None:
    assert found(before, after) == []
