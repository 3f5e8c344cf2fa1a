"""ClaimReview drafts (schema.org, JSON-LD): claims that a finding or a promise's status casts doubt on.

A verdict is a person's: every review says that it is a draft, rates nothing by a number, and has no date.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping

from consistency.article import Article
from consistency.findings import Category, Evidence, Finding, PromiseRow, Report
from consistency.report.escape import json_text, visible
from consistency.report.json import Record

TO_FILL_IN = "https://to-be-filled-in.invalid/"
"""Stands where the reviewer's own pages will: an address that no page can have."""
LONGEST = 75
"""Characters of a claim that search engines show."""
DOUBTED: dict[Category, str] = {
    "unmet_promise": "the promise was not kept",
    "failed_prediction": "it did not come about",
    "position_reversal": "a position that was reversed",
    "self_contradiction": "the speaker also said the opposite",
    "speaker_dispute": "disputed by another speaker",
    "claim_vs_outcome": "reports say otherwise",
    "words_vs_actions": "the speaker acted otherwise",
}
"""What findings of a category say about the first speaker's claim; the others are about reports, not claims."""


def render(report: Report) -> str:
    """A JSON-LD graph with one draft for each claim, in the order of the findings, and a final newline."""
    sources = {article.id: article for article in report.sources}
    drafts: dict[tuple[str, int], Record] = {}
    for claim, draft in (*_of_findings(report, sources), *_of_promises(report, sources)):
        drafts.setdefault((claim.article, claim.start), draft)
    return json_text({"@context": "https://schema.org", "@graph": list(drafts.values())}, indent=2) + "\n"


def _of_findings(report: Report, sources: Mapping[str, Article]) -> Iterator[tuple[Evidence, Record]]:
    for finding in report.findings:
        claim = next((e for e in finding.decisive if e.speaker), None)
        if claim and finding.category in DOUBTED:
            others = [e for e in finding.decisive if e != claim]
            yield claim, _draft(claim, claim.text, DOUBTED[finding.category], _because(finding), others, sources)


def _because(finding: Finding) -> str:
    told = not finding.because or finding.because in finding.in_words
    return finding.in_words if told else f"{finding.in_words} ({finding.because})"


def _of_promises(report: Report, sources: Mapping[str, Article]) -> Iterator[tuple[Evidence, Record]]:
    for row in report.promises:
        if row.status == "not_yet_rated" or not row.evidence:
            continue
        claim = row.evidence[0]._replace(speaker=row.holder or "")
        deciding = [e for e in row.evidence if e.role != claim.role]
        yield claim, _draft(claim, row.text, f"promise {_words(row)}", row.because, deciding, sources)


def _words(row: PromiseRow) -> str:
    return row.status.replace("_", " ")


def _draft(
    claim: Evidence, text: str, rating: str, because: str, deciding: Iterable[Evidence], sources: Mapping[str, Article]
) -> Record:
    """One review; what only the reviewer knows is an address or a name that says so."""
    words = visible(text)
    return {
        "@type": "ClaimReview",
        "creativeWorkStatus": "Draft",
        "url": TO_FILL_IN,
        "author": {"@type": "Organization", "name": "DRAFT: the reviewer, to be filled in", "url": TO_FILL_IN},
        "claimReviewed": textwrap.shorten(words, LONGEST, placeholder="…") if len(words) > LONGEST else words,
        "reviewBody": f"DRAFT, not yet judged by a person: {visible(because)}",
        "reviewRating": {"@type": "Rating", "alternateName": f"DRAFT: {rating}"},
        "itemReviewed": {
            "@type": "Claim",
            "text": words,
            **({"author": {"@type": "Thing", "name": visible(claim.speaker)}} if claim.speaker else {}),
            **({"datePublished": claim.date} if claim.date else {}),
            "appearance": _work(claim, sources),
        },
        "citation": [{**_work(e, sources), "text": visible(e.text)} for e in deciding],
    }


def _work(evidence: Evidence, sources: Mapping[str, Article]) -> Record:
    """The article in which the evidence stands, as far as it is known."""
    article = sources.get(evidence.article)
    known = {
        "headline": article and article.title,
        "url": article and article.url,
        "publisher": article and article.publisher and {"@type": "Organization", "name": visible(article.publisher)},
    }
    shown = {name: visible(value) if isinstance(value, str) else value for name, value in known.items() if value}
    return {"@type": "NewsArticle", "identifier": visible(evidence.article), **shown}
