"""What was to be ruled out, against later reports of just that."""

import pytest

from tests.normalise.two import between

REFUSED = "Ida Holm promised that there would be no new quarry in the Pelva valley."
NOBODY = "Ida Holm promised that nobody would wait longer than six months for hip or knee operations."


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (REFUSED, "A new quarry in the Pelva valley was opened.", True),
        (NOBODY, "Patients waited nine months for hip and knee operations.", True),
        (REFUSED, "A new quarry in the Orsk hills was opened.", False),
        (REFUSED, "No new quarry in the Pelva valley was opened.", False),
        (REFUSED, "Ana Roe said a new quarry in the Pelva valley was opened.", False),
        # what nobody is to do, and something else done about the same
        (NOBODY, "The contracts cover hip and knee operations.", False),
    ],
)
def test_refused(first: str, second: str, found: bool) -> None:
    assert any(r.name == "excludes" and r.via == "refused" for r in between(first, second)) is found


def test_a_report_from_before_speaks_against_nothing() -> None:
    assert not any(r.via == "refused" for r in between("A new quarry in the Pelva valley was opened.", REFUSED))
