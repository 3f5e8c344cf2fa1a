"""What the pages under docs/ say is so: their Python prints what it says, their links lead somewhere."""

import re
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

import consistency
from tests.conftest import ROOT

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
