"""Cues by which a sentence is set against an earlier saying."""

from __future__ import annotations

import pytest

from tests.reading import facts


@pytest.mark.parametrize(
    ("text", "via", "holder"),
    [
        ("The council sold the depot, abandoning a pledge by Ines Okafor to keep it.", "broken", "Ines Okafor"),
        ("Ines Okafor broke her promise on rents.", "broken", "Ines Okafor"),
        ("Orland Steel failed to meet its target for wages.", "broken", "Orland Steel"),
        ("Orland Steel has not kept its promise on wages.", "broken", "Orland Steel"),
        ("The mill closed in May despite an assurance by Jon Adair.", "despite", "Jon Adair"),
        ("The mill was sold in breach of an undertaking by Jon Adair.", "despite", "Jon Adair"),
        ("The bridge opened ten weeks later than Jon Adair had promised.", "than", "Jon Adair"),
        ("Turnout was higher than Lena Voss had forecast.", "than", "Lena Voss"),
        ("Lena Voss formed a coalition that she had said she would never form.", "relative", "Lena Voss"),
        ("The shop closed, although Jon Adair had promised to keep it open.", "although", "Jon Adair"),
        ("Workers felled the oaks a month after Jon Adair had ruled out any felling.", "after", "Jon Adair"),
        ("Lena Voss has changed her mind about the tunnel.", "changed", "Lena Voss"),
        ("Orland Steel no longer expects a profit.", "changed", "Orland Steel"),
        ('"I was wrong about the tunnel," Lena Voss said.', "wrong", "Lena Voss"),
        ("Lena Voss, who had predicted a flood, conceded that the river had fallen.", "conceded", "Lena Voss"),
    ],
)
def test_cues(text: str, via: str, holder: str) -> None:
    found = [f.recall for f in facts(text) if f.recall is not None]
    assert [(r.via, r.holder) for r in found] == [(via, holder)]


@pytest.mark.parametrize(
    "text",
    [
        "Ines Okafor kept her promise on rents.",
        "Orland Steel met its target for wages.",
        "Ines Okafor did not break her promise on rents.",
        "Tenants accused Ines Okafor of breaking her promise on rents.",
        "Tenants urged Ines Okafor to abandon the plan for the depot.",
        "Orland Steel could miss its target for wages.",
        "Under the plan, wages rise by a tenth.",
        "Lena Voss has not changed her mind about the tunnel.",
        "Lena Voss, who had promised a tunnel, was born in Halmar.",
        "Turnout was higher than in May.",
        "The shop closed after Jon Adair had spoken.",
    ],
)
def test_no_cue(text: str) -> None:
    assert [f for f in facts(text) if f.recall is not None] == []
