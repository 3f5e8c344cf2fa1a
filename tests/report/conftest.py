from dataclasses import replace
from datetime import date

import pytest

from consistency.article import Origin
from consistency.errors import Problem
from consistency.findings import Checked, Evidence, Finding, PromiseRow, Report, RuleNote, Suppressed

HOSTILE = 'a\x1b[31mred\x07 \u202eevil\u2066 <script>go("1")</script> | `code` [x](http://e.example) \ud800\x9b2J\r\nz'


@pytest.fixture
def hostile() -> str:
    """Text that attacks terminals, pages, parsers and readers' eyes."""
    return HOSTILE


@pytest.fixture
def report() -> Report:
    """Two findings, a promise and problems of both levels, about a ferry and a hospital."""
    promised = Evidence(
        "harbour-post.txt", 40, 121,
        "“The new ferry will sail before the end of June,” the transport minister, Ana Roso,\nsaid",
        "promise", "2023-03-14", 3, 1,
    )  # fmt: skip
    late = "The new ferry had still not sailed on Wednesday"
    outcome = Evidence("coast-daily.txt", 0, 47, late, "report", "2023-07-05", 1, 1)
    beds = Evidence("harbour-post.txt", 300, 331, "The hospital opened with 80 beds", "one", "2023-07-05", 9, 5)
    more = Evidence("coast-daily.txt", 90, 127, "with 120 beds, the hospital opened its doors", "other", None, 2, 12)
    return Report(
        as_of=date(2023, 7, 31),
        articles=2,
        facts=41,
        findings=(
            Finding(
                "promise-not-kept", "unmet_promise", "error",
                "Ana Roso promised that the new ferry would sail by 30 June 2023; on 5 July it had not.",
                "These cannot both hold because the deadline had passed when it was reported.", 0.9,
                (promised, outcome),
                sentence="Ana Roso promised on 14 March 2023 a ferry by the end of June; on 5 July it had not sailed.",
            ),
            Finding(
                "numbers-apart", "number_conflict", "warning",
                "Two reports of one opening count 80 and 120 beds.", "80 and 120 cannot both be right.", 0.666,
                (beds, more),
            ),
        ),
        promises=(
            PromiseRow(
                "Ana Roso", "The new ferry will sail before the end of June", date(2023, 6, 30), True, "broken",
                "it had still not sailed on 5 July 2023", (promised, outcome),
            ),
            PromiseRow(None, "a school in every village", None, False, "not_yet_rated", "", (beds,)),
        ),
        problems=(
            Problem("error", "broken.txt", "not UTF-8", 7),
            Problem("notice", "coast-daily.txt", "no publication date was found"),
        ),
    )  # fmt: skip


@pytest.fixture
def attack() -> Report:
    """A report with hostile text wherever text can stand."""
    evidence = Evidence(HOSTILE, 0, 3, HOSTILE, HOSTILE, None, 1, 1)
    finding = Finding("rule", "tension", "info", HOSTILE, HOSTILE + "!", 0.5, (evidence,))
    promise = PromiseRow(HOSTILE, HOSTILE, None, False, "kept", HOSTILE, (evidence,))
    return Report(None, 1, 1, (finding,), (promise,), (Problem("error", HOSTILE, HOSTILE),))


@pytest.fixture
def full(report: Report) -> Report:
    """The report as a check makes it: with files, rules, and two more findings that were set aside."""
    words = Evidence("harbour-post.txt", 400, 416, "a ward is closed", "one", None, 12, 1)
    loose = Finding("loose-words", "tension", "info", "One ward or two?", "", 0.5, (words,))
    other = replace(loose, evidence=(words._replace(start=430, end=446, text="wards are closed", line=14),))
    return replace(
        report,
        checked=(
            Checked("harbour-post.txt", Origin("./news/harbour-post.txt")),
            Checked("coast-daily.txt", Origin("news/coast-daily.txt")),
        ),
        rules=(
            RuleNote("loose-words", "tension", "info", "Words that can be reconciled.", "Worth a look."),
            RuleNote("numbers-apart", "number_conflict", "error", "Two numbers for one thing.", "One is wrong."),
            RuleNote("promise-not-kept", "unmet_promise", "error", "A promise not kept.", "Its day has passed."),
        ),
        suppressed=(
            Suppressed(loose, "baseline", "known since May", "known.json"),
            Suppressed(other, "comment", "two wards", "news/harbour-post.txt:11"),
            Suppressed(replace(loose, rule="numbers-apart"), "unchanged", "not changed since main", "--diff"),
        ),
        compared=True,
    )
