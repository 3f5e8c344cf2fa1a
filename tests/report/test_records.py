import json
from datetime import date
from math import inf

from consistency.article import Article, Interval, Origin, Published
from consistency.facts import Extraction, Fact, Proposition, Quantity, Statement, TimeExpr
from consistency.report.extraction import EXTRACT_FORMATS
from consistency.spans import Span

TEXT = (
    "LISBON, 3 May 2024 - “We will open 12 or more schools by June,” Inês Prado said on Friday. "
    "She declined to elaborate."
)
DAY = Interval.day(date(2024, 5, 3))


def span(words: str) -> Span:
    """Where the words stand in the text."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


ARTICLE = Article(
    id="schools.txt", text=TEXT, body=(Span(21, len(TEXT)),), origin=Origin("in/schools.txt"),
    published=Published(DAY, "dateline", (span("3 May 2024"),)), publisher="The Lisbon Letter",
)  # fmt: skip
SCHOOLS = Proposition(
    "open", poles=(("begin_end", 1),), theme="school", subject=("Inês Prado",), objects=("school",), tense="future",
    about=Interval(None, date(2024, 6, 30)), quantity=Quantity(12, inf, "", "school", span("12 or more")),
)  # fmt: skip
EXTRACTION = Extraction(
    article="schools.txt",
    statements=(
        Statement(
            "schools.txt#s1", "schools.txt", "direct", (span("Inês Prado"),), (span("said"),),
            (span("“We will open 12 or more schools by June,”"),), speaker="Inês Prado", lemma="say",
            quoted=(span("We will open 12 or more schools by June,"),), said=DAY,
        ),
        Statement(
            "schools.txt#s2", "schools.txt", "indirect", (span("She"),), (span("declined"),), (span("to elaborate"),),
            non_answer=True,
        ),
    ),
    times=(TimeExpr(span("Friday"), "DATE", "2024-05-03", DAY),),
    facts=(
        Fact(
            "schools.txt#f1", "schools.txt", "promise", "Inês Prado", SCHOOLS,
            (span("We will open 12 or more schools by June,"),), own=True, deadline=date(2024, 6, 30), said=DAY,
        ),
    ),
)  # fmt: skip


def test_records_are_the_contract(golden) -> None:  # type: ignore[no-untyped-def]
    golden(EXTRACT_FORMATS["jsonl"](ARTICLE, EXTRACTION), "report/extract.jsonl")


def test_every_span_is_the_exact_text() -> None:
    def spans(value: object) -> list[dict[str, object]]:
        if isinstance(value, dict):
            found = [value] if "start" in value else []
            return [*found, *(s for inner in value.values() for s in spans(inner))]
        return [s for inner in value for s in spans(inner)] if isinstance(value, list) else []

    records = [json.loads(line) for line in EXTRACT_FORMATS["jsonl"](ARTICLE, EXTRACTION).splitlines()]
    found = spans(records)
    assert len(found) > 8
    assert all(TEXT[s["start"] : s["end"]] == s["text"] for s in found)  # type: ignore[misc]


def test_the_table_says_who_holds_what(golden) -> None:  # type: ignore[no-untyped-def]
    golden(EXTRACT_FORMATS["table"](ARTICLE, EXTRACTION), "report/extract.txt")
