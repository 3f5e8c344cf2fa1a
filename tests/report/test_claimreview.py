import json
from dataclasses import replace
from typing import Any

import pytest
from pyld import jsonld

from consistency.report.claimreview import render
from tests.report.pages import hostile, pool

SCHEMA = "https://schema.org/"


def offline(url: str, options: object) -> dict[str, object]:
    """Schema.org's context as far as we use it; nothing else is ever asked for."""
    assert url.rstrip("/") == SCHEMA.rstrip("/")
    links = {name: {"@type": "@id"} for name in ("url",)}
    dates = {name: {"@type": "Date"} for name in ("datePublished",)}
    context = {"@vocab": SCHEMA, **links, **dates}
    return {
        "contextUrl": None,
        "documentUrl": url,
        "document": {"@context": context},
        "contentType": "application/ld+json",
    }


def expanded(text: str) -> list[dict[str, Any]]:
    return jsonld.expand(json.loads(text), {"documentLoader": offline})  # type: ignore[no-any-return]


def value(node: dict[str, Any], *path: str) -> Any:
    for name in path:
        node = node[SCHEMA + name][0]
    return node.get("@value", node.get("@id"))


def test_a_json_ld_reader_understands_the_drafts() -> None:
    broken, disputed, kept = expanded(render(pool()))
    assert broken["@type"] == [SCHEMA + "ClaimReview"]
    assert value(broken, "claimReviewed") == "The pool in Elm Street will open by 1 May"
    assert value(broken, "itemReviewed", "author", "name") == "Jo Lind"
    assert value(broken, "itemReviewed", "datePublished") == "2024-02-05"
    assert value(broken, "itemReviewed", "appearance", "url") == "https://mail.example/pool"
    assert value(broken, "itemReviewed", "appearance", "publisher", "name") == "The Mail"
    assert value(broken, "citation", "text") == "The pool in Elm Street is still a building site"
    assert value(disputed, "reviewRating", "alternateName") == "DRAFT: disputed by another speaker"
    assert value(kept, "reviewRating", "alternateName") == "DRAFT: promise kept"


def test_every_draft_says_so_and_has_what_is_required() -> None:
    for draft in expanded(render(pool())):
        assert value(draft, "creativeWorkStatus") == "Draft"
        assert value(draft, "reviewRating", "alternateName").startswith("DRAFT: ")
        assert value(draft, "author", "name").startswith("DRAFT: ")
        assert value(draft, "url") == "https://to-be-filled-in.invalid/"
        assert 0 < len(value(draft, "claimReviewed")) <= 75
        assert SCHEMA + "datePublished" not in draft
        assert SCHEMA + "ratingValue" not in draft[SCHEMA + "reviewRating"][0]


def test_reports_against_each_other_are_no_claims() -> None:
    report = pool()
    quiet = replace(report.findings[2], category="number_conflict")
    assert expanded(render(replace(report, findings=(quiet,), promises=()))) == []


@pytest.mark.parametrize("length", [75, 76, 500])
def test_long_claims_are_shortened(length: int) -> None:
    report = pool()
    words = ("word " * 200)[:length].rstrip().ljust(length, "x")
    side = report.findings[0].evidence[0]._replace(text=words)
    finding = replace(report.findings[0], evidence=(side, *report.findings[0].evidence[1:]))
    (draft,) = expanded(render(replace(report, findings=(finding,), promises=())))
    assert len(value(draft, "claimReviewed")) <= 75
    assert value(draft, "itemReviewed", "text") == words


def test_hostile_text_is_text() -> None:
    (draft,) = expanded(render(hostile()))
    assert value(draft, "itemReviewed", "text").startswith(r"a\x1b[31mred\x07 \u202eevil")
