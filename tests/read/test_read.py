"""Reading as a whole: all formats together, standard input, text untouched, one article at a time."""

from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path

import pytest

from consistency.article import Article
from consistency.read import read
from tests.read.corpora import SETTINGS, everything, write

FIXTURE = Path(__file__).parents[2] / "fixtures" / "read" / "articles"


def test_a_folder_with_everything() -> None:
    found = {x.id: x for x in everything(FIXTURE) if isinstance(x, Article)}
    assert [
        (a.id, a.published.basis, str(a.published.interval.start), a.publisher, a.title, a.kind) for a in found.values()
    ] == [
        ("01-bridge.txt", "header", "2024-03-05", None, None, "news"),
        ("02-bridge.md", "dateline", "None", "The Bay Post", "Bridge to open late", "news"),
        ("archive/letters.txt", "given", "2024-03-09", "The Bay Post", "Letters", "news"),
        ("wire-1", "metadata", "2024-11-06", "Continental Wire", None, "news"),
        ("wire-2", "given", "2024-11-06", "City of Svarin", "Remarks", "speech"),
    ]
    assert found["wire-1"].masked().strip() == "The bridge opened on Wednesday."
    assert found["wire-1"].origin.line == 1
    assert found["wire-2"].text.endswith("😀")


def test_the_order_of_inputs_does_not_matter(tmp_path: Path) -> None:
    a, b = write(tmp_path / "a", x__txt="One.", y__txt="Two."), write(tmp_path / "b", x__txt="Three.")
    assert everything(a, b) == everything(b, a) == everything(b, a, a / "x.txt", b / ".." / "a")


@pytest.mark.parametrize("text", ["  A.\r\n\rB.\u2028C. \n", "\u202eA\u200b.\x1b[31m", "é “😀” \x0c end\x85"])
def test_text_is_the_file(tmp_path: Path, text: str) -> None:
    [article] = everything(write(tmp_path, a__txt="\ufeff" + text))
    assert isinstance(article, Article)
    assert article.text == text


@pytest.mark.parametrize(
    ("data", "ids"),
    [
        (b"He left.", ["-"]),
        (b'\xef\xbb\xbf\n {"id":"a","text":"A."}\n{"id":"b","text":"B."}', ["a", "b"]),
        (b'{"id":"a","text":"A."', ["-"]),
        (b"{He left.}", ["-"]),
        (b"[1]", ["-"]),
        (b'{"id":' + b"[" * 100_000, ["-"]),
    ],
)
def test_standard_input(data: bytes, ids: list[str]) -> None:
    found = list(read(["-"], stdin=BytesIO(data), settings=SETTINGS))
    assert [x.id for x in found if isinstance(x, Article)] == ids


def test_articles_are_read_as_they_are_needed(tmp_path: Path) -> None:
    lines = (f'{{"id":"{n}","text":"A."}}\n' for n in range(100_000))
    (tmp_path / "a.jsonl").write_text("".join(lines))
    found = read([str(tmp_path)], stdin=None, settings=SETTINGS)
    first = next(found)
    shutil.rmtree(tmp_path)
    assert isinstance(first, Article)
