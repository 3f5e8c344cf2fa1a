"""What cannot both hold, and what may look like it and can."""

import pytest

from tests.normalise.two import names, vias

FINDS = [
    ("negation", "The trial of Leo Park has begun.", "The trial of Leo Park has not begun."),
    ("negation", "The comet Halden passed the moon.", "The comet Halden did not pass the moon."),
    ("negation", "The Marsden vaccine has been approved.", "The Marsden vaccine has yet to be approved."),
    ("negation", "Omar Said denied that he had read the Halden letter.", "Omar Said read the Halden letter in March."),
    ("negation", "Leo Park said he had never met Anna Pike.", "Leo Park met Anna Pike in Lisbon."),
    ("negation", "Varn paid its miners in Loma.", "Varn did not pay its miners in Loma."),
    ("negation", "The Halden reactor produced no power in June.", "The Halden reactor produced power in June."),
    ("negation", "Ida Holm said the Dunholm tunnel would open in May.", "The Dunholm tunnel did not open in May."),
    ("opposite", "Mayor Ida Holm promised to close the Dunholm prison.", "The Dunholm prison is still open."),
    ("opposite", "Senator Carla Nuñez supported the merger.", "Senator Carla Nuñez opposed the merger."),
    ("opposite", "The fare in Lisbon will rise.", "The fare in Lisbon fell."),
    ("opposite", "The strike at Orland Steel goes on.", "The strike at Orland Steel is over."),
    ("opposite", "Leo Park vowed to stay on as coach of Halden.", "Leo Park resigned as coach of Halden."),
    ("sense", "Rita Sorel said the Corvex drug was safe.", "The Corvex drug is dangerous."),
    ("state", "The clinic in Dunholm is open.", "The clinic in Dunholm is closed."),
    ("disowned", '"I never said that the Halden club would be sold," chairman Leo Park said.',
     "Chairman Leo Park said that the Halden club would be sold."),
    ("delay", "The Marsden bridge will open by June.", "The Marsden bridge opened two months late."),
]  # fmt: skip


@pytest.mark.parametrize(("via", "first", "second"), FINDS)
def test_finds(via: str, first: str, second: str) -> None:
    assert via in vias(first, second)
    assert vias(first, second) == vias(second, first) or via in ("delay", "negation", "opposite")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The Marsden dam leaks.", "The Halden dam does not leak."),
        ("The Marsden dam may leak.", "The Marsden dam does not leak."),
        ("If the Marsden dam leaks, it will be closed.", "The Marsden dam does not leak."),
        ("If the Marsden dam had leaked, it would have been closed.", "The Marsden dam was not closed."),
        ("Does the Marsden dam leak?", "The Marsden dam does not leak."),
        ("The Marsden dam was opened in 1990.", "The Marsden dam was closed in 2004."),
        ("The Marsden dam is not only safe but also cheap.", "The Marsden dam is safe."),
        ("Omar Said did not say whether the Marsden dam was safe.", "The Marsden dam is unsafe."),
        ("Senator Carla Nuñez supported the merger.", "Senator Joan Pratt opposed the merger."),
        ("The minister must close the Marsden prison.", "The Marsden prison is open."),
        ("Leo Park wants to sell the Halden club.", "The Halden club was not sold."),
        ("The Marsden museum opened in May.", "The Marsden museum opened its doors in May."),
        ("Orland Steel hired 40 welders.", "Orland Steel hired 90 welders."),
        ("Norway signed the treaty.", "Denmark did not sign the treaty."),
        # names and heads that tell apart what is acted on, whoever acts
        ("Ana Roe said Varn had received a permit for the Loma quarry.",
         "Ana Roe said Varn had never received a permit for the Esker pit."),
        ("Varn paid its miners in Loma.", "Varn did not pay its miners in Esker."),
        ("Ida Holm said operating theatres in the Orsk hospital would be opened.",
         "The hospital canteen in Orsk was closed."),
    ],
)  # fmt: skip
def test_stays_silent(first: str, second: str) -> None:
    assert "excludes" not in names(first, second)
    assert "excludes" not in names(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The clinic in Dunholm is no longer open.", "The clinic in Dunholm is open."),
        ("There will be no rise in the Marsden rent.", "The Marsden rent rose by a third."),
        ("The Halden talks are off.", "The Halden talks go on."),
        ("The Halden vaccine exists.", "There is no Halden vaccine."),
    ],
)
def test_finds_by_any_means(first: str, second: str) -> None:
    assert vias(first, second)


def test_postponed_then_played() -> None:
    assert "excludes" not in names("The Marsden match was postponed.", "The Marsden match was played.")
