"""Reports with their articles, for tests of what shows both."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from consistency.article import Article, Interval, Origin, Published
from consistency.errors import Problem
from consistency.findings import Evidence, Finding, PromiseRow, Report
from consistency.spans import Span
from tests.report.conftest import HOSTILE

CATEGORIES = ("speaker_dispute", "number_conflict", "unmet_promise")
SEVERITIES = ("error", "warning", "info")


def article(name: str, text: str, day: date | None = None, **known: Any) -> Article:
    """An article of that text."""
    published = Published(Interval.day(day), "given") if day else Published()
    return Article(name, text, (Span(0, len(text)),), Origin(name), published, **known)


def evidence(where: Article, words: str, role: str, day: str | None = "2024-05-01", **known: Any) -> Evidence:
    """Those words of the article."""
    start = where.text.index(words)
    return Evidence(
        where.id, start, start + len(words), words, role, day, where.text.count("\n", 0, start) + 1, 1, **known
    )


def pool() -> Report:
    """Three findings, one of each severity, a kept and a broken promise, in two articles."""
    mail = article(
        "mail.txt",
        "The pool in Elm Street will open by 1 May, the mayor, Jo Lind, promised on Monday.\n\n"
        "It will have six lanes, Lind said. The builder, Max Orr, said that it would have four.\n\n"
        "Lind also promised to keep the old baths open.\n",
        date(2024, 2, 5), publisher="The Mail", title="A pool for Elm Street", url="https://mail.example/pool",
    )  # fmt: skip
    post = article(
        "post.txt",
        "The pool in Elm Street is still a building site, two weeks after the day that was set.\n\n"
        "It cost 9 million, the Post has learned. The old baths are open.\n",
        date(2024, 5, 15), publisher="The Post",
    )  # fmt: skip
    will = evidence(
        mail, "The pool in Elm Street will open by 1 May", "promise", "2024-02-05", speaker="Jo Lind", topic="pool"
    )
    site = evidence(
        post, "The pool in Elm Street is still a building site", "outcome", "2024-05-15", narrated=True, topic="pool"
    )
    six = evidence(mail, "It will have six lanes", "one", "2024-02-05", speaker="Jo Lind", topic="lane")
    four = evidence(mail, "it would have four", "other", "2024-02-05", speaker="Max Orr", topic="lane")
    cost = evidence(post, "It cost 9 million", "first", None, narrated=True)
    keep = evidence(mail, "to keep the old baths open", "promise", "2024-02-05", speaker="Jo Lind", topic="bath")
    kept = evidence(post, "The old baths are open", "outcome", "2024-05-15", narrated=True, topic="bath")
    return Report(
        date(2024, 5, 15), 2, 21,
        findings=(
            Finding(
                "promise-past-its-deadline", "unmet_promise", "error", f'Jo Lind promised: "{will.text}".',
                f'Jo Lind: "{will.text}". A day that passed. Why: one says "open", the other "site".', 0.95,
                (will, site, six._replace(role="promise")), 'one says "open", the other "site"',
            ),
            Finding("lanes", "speaker_dispute", "warning", "Six lanes or four.", "Not both.", 0.7, (six, four)),
            Finding("loose", "tension", "info", "What it cost.", "Worth a look.", 0.4, (cost, six)),
        ),
        promises=(
            PromiseRow("Jo Lind", "to keep the old baths open", None, False, "kept", "they are open", (keep, kept)),
            PromiseRow("Jo Lind", will.text, date(2024, 5, 1), True, "broken", "it is still a site", (will, site)),
        ),
        problems=(Problem("notice", "post.txt", "something to know"),),
        sources=(mail, post),
    )  # fmt: skip


def hostile() -> Report:
    """Hostile text wherever text can stand, also in what the page makes attributes and links of."""
    name = "h\"'><script>go(1)</script>.txt"
    text = f"start {HOSTILE}\n\n<b>bold</b> </details></main> {{{{ 7*7 }}}} {{% raw %}} \u202eturned\u202c &amp; end\n"
    where = article(name, text, title=HOSTILE, publisher=HOSTILE, url="javascript:go(1)")
    said = evidence(where, HOSTILE, HOSTILE, speaker=HOSTILE, topic=HOSTILE)
    told = evidence(where, "<b>bold</b> </details>", "told", narrated=True)
    rule = 'r"><img src=x onerror=go(1)>'
    finding = Finding(rule, "tension", "info", HOSTILE, HOSTILE + "!", 0.5, (said, told), HOSTILE)
    promise = PromiseRow(HOSTILE, HOSTILE, date(2024, 6, 1), True, "broken", HOSTILE, (said,))
    problem = Problem("error", HOSTILE, HOSTILE)
    return Report(date(2024, 7, 1), 1, 1, (finding,), (promise,), (problem,), sources=(where,))


def many(n: int = 500) -> Report:
    """So many findings, in a hundred articles."""
    first = date(2024, 1, 1)
    articles = [
        article(
            f"story-{i:02}.txt",
            "\n\n".join(f"In part {j} of story {i} they said the bridge would open in week {j}." for j in range(12)),
            first + timedelta(days=i),
        )
        for i in range(100)
    ]

    def side(i: int, week: int, role: str, narrated: bool) -> Evidence:
        day = (first + timedelta(days=i)).isoformat()
        speaker = "" if narrated else f"Speaker {i % 7}"
        words = f"the bridge would open in week {week}."
        return evidence(articles[i], words, role, day, speaker=speaker, narrated=narrated, topic="bridge")

    findings = tuple(
        Finding(
            "weeks", CATEGORIES[i % 3], SEVERITIES[i * 3 // n], f"Week {i % 12} against {i % 11}.", "Not both.", 0.9,  # type: ignore[arg-type]
            (side(i % 100, i % 12, "one", False), side((i * 7 + 3) % 100, i % 11, "other", i % 2 == 0)),
        )
        for i in range(n)
    )  # fmt: skip
    return Report(first + timedelta(days=120), 100, 5000, findings, sources=tuple(articles))
