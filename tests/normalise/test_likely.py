"""Reports that tell plainly what became of a promise though they share little with it, and those that only seem to."""

from __future__ import annotations

import pytest

from consistency.findings import Status
from tests.normalise.test_progress import tracked

DECIDED: list[tuple[str, str, Status]] = [
    # only a part of what was promised of all, or of a number, after its day
    ("Every school in Sorel would get a new roof by May 2031, the mayor, Ida Holm, said.",
     "A register showed that 12 of the schools in Sorel had new roofs.", "broken"),
    ("Premier Ola Vik promised 9,000 flats in Orsk by May 2031.",
     "Auditors found that fewer than a third of the apartments in Orsk had been built.", "broken"),
    ("Vexa said it would repair all buses by June 2031.", "Of 300 buses at Vexa, 41 have been mended.", "broken"),
    # still as it was, after its day
    ("The agency, Relo, said it would put up tents in Orsk by May 2031.",
     "The marquees of Relo were still on lorries at the port of Orsk.", "broken"),
    # not even begun
    ("Mayor Ida Holm promised to dig a canal in Ost park.",
     "No canal was ever dug in Ost park, where Ida Holm had lunch.", "broken"),
    # the opposite deed
    ("Opposition leader Ana Roe said she would tear up the lease of the port.",
     "Ana Roe extended the lease of the port until 2040 on Friday.", "broken"),
    ('"The harbour stays open to fishermen, day and night," the mayor, Ida Holm, said.',
     "The harbour was shut to fishermen on Monday. Mayor Ida Holm was abroad.", "broken"),
    # a later day is told for it, after the day
    ("The tunnel will open by May 2031, the transport minister, Ola Vik, said.",
     "The tunnel will now open in the autumn of 2033, its builder said. Ola Vik was ill.", "broken"),
    # what was not intended
    ("The Bank of Orsk does not intend to raise rates before 2034, it said.",
     "The Bank of Orsk raised its main rate on Monday.",
     "broken"),
    # done in other words, in time
    ("The city will open a hotline for tenants by June 2032, said the housing director, Ola Vik.",
     "Rita Adair said the hotline for tenants, which went live in January, was busy. Ola Vik was ill.", "kept"),
]  # fmt: skip

OPEN = [
    # the opposite is told of another thing
    ("Envoy Ana Roe promised to withdraw from the efforts to broker a peace deal in Orsk.",
     "Peace remains elusive in Orsk."),
    # another thing, another place, another one of its kind
    ("Vexa said it would repair all buses by June 2031.", "Of 300 trees, 41 have been felled."),
    ("Mayor Ida Holm promised to reopen the Dunholm library in Sorel.", "The Dunholm museum in Sorel has reopened."),
    # before its day
    ("Every school in Sorel would get a new roof by May 2035, the mayor, Ida Holm, said.",
     "A register showed that 12 of the schools in Sorel had new roofs."),
    ("Premier Ola Vik said the port would open by 2036.", "The port is still shut."),
    # somebody's word
    ("Every school in Sorel would get a new roof by May 2031, the mayor, Ida Holm, said.",
     "Rita Adair said some of the schools in Sorel were cold."),
    # an article on another story
    ("Vexa said it would repair all buses by June 2031.", "Of 300 buses in Pelva, 41 have been mended."),
    # what others want, think or ask
    ("Premier Ola Vik said she would tear up the treaty with Orsk.", "Teachers want to keep the treaty with Orsk."),
    # a part of what is not the promised thing, and a rise by a percentage
    ("Vexa said it would hire 300 welders by May 2031.", "Wages at Vexa rose by 4 percent."),
]  # fmt: skip


@pytest.mark.parametrize(("promise", "report", "status"), DECIDED)
def test_a_plain_report_decides(promise: str, report: str, status: Status) -> None:
    assert [row.status for row in tracked(promise, report)][:1] == [status]


@pytest.mark.parametrize(("promise", "report"), OPEN)
def test_what_only_seems_to_decide_does_not(promise: str, report: str) -> None:
    assert tracked(promise, report)[0].status not in ("broken", "kept", "compromise")
