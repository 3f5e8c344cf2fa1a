"""What the pages under docs/ say is so: their Python prints what it says, their links lead somewhere."""

import re
import subprocess
from collections.abc import Callable
from contextlib import redirect_stdout
from io import StringIO
from itertools import takewhile
from pathlib import Path

import pytest

import consistency
from consistency.conclude import confidence
from consistency.conclude.finding import MOST
from consistency.conclude.grouping import MAX_EVIDENCE
from consistency.config import MAX_CHARS
from consistency.extract.parse import MAX_SENTENCE
from consistency.extracting import MAX_WAITING
from consistency.normalise.pairs import MAX_BUCKET
from consistency.normalise.repeats import CROWD
from consistency.store.shelves import MOST as MOST_KEPT
from tests.conftest import ROOT

COMMANDS = {
    "check", "promises", "extract", "compare", "explain", "triage", "rules", "list", "show", "test", "new", "lint",
    "docs", "schema", "fields",
}  # fmt: skip

PAGES = sorted((ROOT / "docs").glob("*.md"))
LINK = re.compile(r"\]\((?!https?:)([^)\s]+)\)")


def blocks(page: Path, kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def test_python_prints_what_its_comments_say(monkeypatch: pytest.MonkeyPatch) -> None:
    """All blocks of the page in one session, and each prints its own lines."""
    monkeypatch.chdir(ROOT)
    session: dict[str, object] = {"__name__": "docs"}
    code = blocks(ROOT / "docs" / "api.md", "python")
    assert len(code) > 6
    for block in code:
        printed = StringIO()
        with redirect_stdout(printed):
            exec(compile(block, "docs/api.md", "exec"), session)
        assert printed.getvalue().splitlines() == re.findall(r"^ *# prints: (.*)$", block, re.MULTILINE)


def test_every_public_name_is_on_the_page() -> None:
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    kinds = {"Claim", "Demand", "Denial", "Event", "NonAnswer", "Position", "Prediction", "Quantity", "Quote"}
    for name in {*consistency.__all__} - kinds - {"__version__", "promises"}:
        assert re.search(rf"\b{name}\b", page), name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_links_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    titles = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    headings = {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}
    for target in LINK.findall(re.sub(r"```.*?```", "", text, flags=re.DOTALL)):
        path, _, anchor = target.partition("#")
        assert not path or (page.parent / path).exists(), target
        assert path or anchor in headings, target


LIMITS = {
    "an article": f"{MAX_CHARS:,} characters",
    "a sentence": f"{MAX_SENTENCE} words and marks",
    "facts about one theme": f"{CROWD}",
    "facts compared under one key": f"{MAX_BUCKET}",
    "findings in a report": f"{MOST}",
    "evidence of a finding": f"{MAX_EVIDENCE} passages",
    "articles that wait for others to be dated": f"{MAX_WAITING:,}",
    "the cache": f"{MOST_KEPT:,} bytes",
}


def test_the_limits_are_those_of_the_code() -> None:
    page = (ROOT / "docs" / "limits.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| ([^|]+) \| ([^|]+) \|", page, re.MULTILINE))
    assert {name: told.get(name) for name in LIMITS} == LIMITS


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_option_that_is_named_is_there(page: Path, cli: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    """Of the commands that pages show to be run."""
    lines = [line for block in blocks(page, "sh") for line in block.splitlines() if line.startswith("consistency ")]
    for line in lines:
        words = line.split()[1:]
        command = list(takewhile(lambda word: word.isalpha() and word in COMMANDS, words))
        known = cli(*command, "--help").stdout
        for option in (word for word in words if word.startswith("--")):
            assert option in known, line


def test_the_parts_of_a_confidence_are_those_that_are_documented() -> None:
    page = (ROOT / "docs/how-it-decides.md").read_text(encoding="utf-8")
    told = " ".join(page[page.index("- **Confidence**") : page.index("- **Severity**")].split())
    parts = [
        f"probable ({confidence.CERTAINTY['probable']})",
        f"possible ({confidence.CERTAINTY['possible']})",
        f"beside the words ({confidence.CARRIED_ON})",
        f"inferred ({confidence.INFERRED})",
        f"how it is ({confidence.WAS_AND_IS})",
        *(f"from {days} days {value}" for days, value in confidence.CHANGES),
    ]
    assert [part for part in parts if part not in told] == []
