"""Reading as a whole: names, order, sidecars, and files that are not what they should be."""

from __future__ import annotations

import os
import shutil
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from consistency.article import Article, Interval
from consistency.config import Settings
from consistency.errors import Problem
from consistency.read import read

FIXTURE = Path(__file__).parents[2] / "fixtures" / "read" / "articles"
SETTINGS = Settings()


def everything(
    *paths: Path | str, settings: Settings = SETTINGS, sidecar: Path | None = None
) -> list[Article | Problem]:
    return list(read([str(p) for p in paths], stdin=None, settings=settings, sidecar=sidecar))


def names(*paths: Path | str) -> list[str]:
    return [x.id for x in everything(*paths) if isinstance(x, Article)]


def messages(found: list[Article | Problem]) -> list[str]:
    return [x.message for x in found if isinstance(x, Problem)]


def write(folder: Path, **files: str | bytes) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name.replace("__", ".")).write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


# the fixture: every format, with a sidecar


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


# names


def test_names_in_one_folder(tmp_path: Path) -> None:
    write(tmp_path, b__txt="B.", a__md="A.", c__html="<p>C.", __git="D.")
    write(tmp_path / "a", z__markdown="Z.")
    write(tmp_path / ".hidden", h__txt="H.")
    assert names(tmp_path) == ["a.md", "a/z.markdown", "b.txt"]


def test_a_lone_file_has_its_own_name(tmp_path: Path) -> None:
    assert names(write(tmp_path, B__TXT="B.") / "B.TXT") == ["B.TXT"]


def test_names_that_clash_are_prefixed_with_their_folders(tmp_path: Path) -> None:
    for folder in ("p/a", "q/a", "q/b"):
        write(tmp_path / folder, x__txt="X.")
    write(tmp_path / "q/b", y__txt="Y.")
    assert names(tmp_path / "q/a", tmp_path / "q/b") == ["a/x.txt", "b/x.txt", "y.txt"]
    assert names(tmp_path / "p/a", tmp_path / "q/a") == ["p/a/x.txt", "q/a/x.txt"]
    assert names(tmp_path / "p/a/x.txt", tmp_path / "q/b") == ["a/x.txt", "b/x.txt", "y.txt"]


def test_globs(tmp_path: Path) -> None:
    write(tmp_path, a__txt="A.", b__txt="B.", c__csv="c")
    write(tmp_path / "d/e", f__txt="F.")
    assert names(tmp_path / "*.txt") == ["a.txt", "b.txt"]
    assert names(tmp_path / "**/*.txt") == ["a.txt", "b.txt", "f.txt"]
    assert names(tmp_path / "d*") == ["e/f.txt"]
    assert messages(everything(tmp_path / "q*")) == ["no articles in it (looked for .jsonl, .markdown, .md, .txt)"]


def test_a_repeated_id_is_a_problem(tmp_path: Path) -> None:
    write(
        tmp_path, a__txt="A.", z__jsonl='{"id":"a.txt","text":"B."}\n{"id":"c","text":"C."}\n{"id":"c","text":"D."}\n'
    )
    found = everything(tmp_path)
    assert [x.text for x in found if isinstance(x, Article)] == ["A.", "C."]
    assert [(x.line, x.message) for x in found if isinstance(x, Problem)] == [
        (1, "the id 'a.txt' is already another article's"),
        (3, "the id 'c' is already another article's"),
    ]


# text is never altered


@pytest.mark.parametrize("text", ["  A.\r\n\rB.\u2028C. \n", "\u202eA\u200b.\x1b[31m", "é “😀” \x0c end\x85"])
def test_text_is_the_file(tmp_path: Path, text: str) -> None:
    [article] = everything(write(tmp_path, a__txt="\ufeff" + text))
    assert isinstance(article, Article)
    assert article.text == text


# bad files: each a Problem that names it, and the rest is read

BAD: list[tuple[str, bytes, str]] = [
    ("empty.txt", b"", "it is empty"),
    ("blank.md", b" \n\t\r\n", "there is nothing in it but white space"),
    ("blank.jsonl", b"\n\n", "it is empty"),
    ("nul.txt", b"abc\0def", "not text: it holds binary data"),
    ("image.txt", bytes(range(1, 32)) * 9, "not text: it holds binary data"),
    ("latin.txt", b"one\ncaf\xe9 two", "not UTF-8: byte 7 (0xe9, line 2) does not fit"),
    ("bom.txt", b"\xef\xbb\xbfcaf\xe9", "not UTF-8: byte 6 (0xe9, line 1) does not fit"),
    ("cut.txt", "café".encode()[:-1], "not UTF-8: byte 3 (0xc3, line 1) does not fit"),
    ("wide.txt", "text".encode("utf-16"), "not UTF-8: it begins with the mark of UTF-16"),
    ("long.txt", b"a " * 300, "too long: 600 characters, at most 500 are checked"),
    ("huge.txt", b"a " * 1100, "too large: more than 2,003 bytes, at most 500 characters are checked"),
    ("head.txt", b"Date: 2025-05-20\n\n", "there is no text besides its header"),
]


@pytest.mark.parametrize(("name", "content", "message"), BAD)
def test_a_bad_file_is_named_and_the_rest_is_read(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    write(tmp_path, a__txt="A.", z__txt="Z.")
    (tmp_path / name).write_bytes(content)
    found = everything(tmp_path, settings=Settings(max_chars=500))
    assert [x.id for x in found if isinstance(x, Article)] == ["a.txt", "z.txt"]
    assert [x for x in found if isinstance(x, Problem)] == [Problem("error", str(tmp_path / name), message)]


def test_what_is_not_there_or_not_known(tmp_path: Path) -> None:
    write(tmp_path, a__pdf="x")
    (tmp_path / "none").mkdir()
    found = everything(tmp_path / "a.pdf", tmp_path / "b.txt", tmp_path / "none", "-", tmp_path / "a\0b")
    assert sorted(messages(found)) == [
        "no articles in it (looked for .jsonl, .markdown, .md, .txt)",
        "no such file or folder",
        "no such file or folder",
        "there is no standard input",
        "unknown format (known are .txt, .md, .markdown, .jsonl)",
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_pipes_devices_and_links_do_not_hang(tmp_path: Path) -> None:
    write(tmp_path / "in", a__txt="A.")
    os.mkfifo(tmp_path / "in" / "pipe.txt")
    (tmp_path / "in" / "zero.txt").symlink_to("/dev/zero")
    (tmp_path / "in" / "self.txt").symlink_to("self.txt")
    (tmp_path / "in" / "nowhere.txt").symlink_to("gone")
    (tmp_path / "in" / "up").symlink_to("..")
    (tmp_path / "in" / "here").symlink_to(".")
    found = everything(tmp_path / "in")
    assert [x.id for x in found if isinstance(x, Article)] == ["a.txt"]
    assert sorted(x.path.rsplit("/")[-1] for x in found if isinstance(x, Problem)) == [
        "nowhere.txt", "pipe.txt", "self.txt", "zero.txt",
    ]  # fmt: skip


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read(tmp_path: Path) -> None:
    write(tmp_path, a__txt="A.", b__txt="B.")
    write(tmp_path / "shut", c__txt="C.")
    (tmp_path / "b.txt").chmod(0)
    (tmp_path / "shut").chmod(0)
    found = everything(tmp_path)
    (tmp_path / "shut").chmod(0o700)
    assert messages(found) == ["cannot be read: Permission denied", "cannot be listed: Permission denied"]


def test_links_that_lead_outside_are_followed_once(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside", x__txt="X.")
    inside = write(tmp_path / "in", a__txt="A.")
    (inside / "m").symlink_to(outside)
    (inside / "n").symlink_to(outside)
    assert names(inside) == ["a.txt", "n/x.txt"] or names(inside) == ["a.txt", "m/x.txt"]


def test_a_file_name_that_is_not_unicode(tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text("A.")
    except OSError:
        pytest.skip("this file system wants Unicode names")
    assert names(tmp_path) == ["caf\\xe9.txt"]


def test_a_text_in_another_language_is_read_with_a_notice(tmp_path: Path) -> None:
    german = "Die Bürgermeisterin sagte am Montag, dass die Brücke geschlossen bleibt und niemand sie nutzen darf. " * 5
    english = "The mayor said on Monday that the bridge would stay shut and that nobody was to use it. " * 5
    japanese = "市長は月曜日、橋は閉鎖されたままになると述べた。" * 20
    write(tmp_path, de__txt=german, en__txt=english, ja__txt=japanese, short__txt="Guten Morgen.")
    found = everything(tmp_path)
    assert len([x for x in found if isinstance(x, Article)]) == 4
    assert [(x.level, Path(x.path).name, x.message) for x in found if isinstance(x, Problem)] == [
        ("notice", "de.txt", "does not look like English"),
        ("notice", "ja.txt", "does not look like English"),
    ]


# standard input


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


# the sidecar


def test_given_goes_before_everything(tmp_path: Path) -> None:
    write(
        tmp_path,
        a__txt="Date: 2020-01-01\nSource: Old\nTitle: Old\n\nText.",
        articles__csv=(
            "\ufefffile,date,publisher,kind,url,title\r\na.txt,2021-02-03,New,transcript,https://new.example,New\r\n"
        ),
    )
    [article] = everything(tmp_path)
    assert isinstance(article, Article)
    assert (article.published.basis, article.published.interval) == ("given", Interval.day(date(2021, 2, 3)))
    assert (article.publisher, article.title, article.kind, article.url) == (
        "New", "New", "transcript", "https://new.example",
    )  # fmt: skip
    assert article.published.evidence == ()


SIDECARS = {
    "articles.csv": "file;date\na.txt;2021-02-03\n",
    "articles.yaml": "- {file: a.txt, date: 2021-02-03}\n",
    "articles.yml": "a.txt:\n  date: 2021-02-03\n",
}


@pytest.mark.parametrize("name", SIDECARS)
def test_the_ways_to_write_a_sidecar(tmp_path: Path, name: str) -> None:
    write(tmp_path, a__txt="Text.")
    (tmp_path / name).write_text(SIDECARS[name])
    for paths in ([tmp_path], [tmp_path / "a.txt"], [tmp_path / "*.txt"], [tmp_path / "a.txt", tmp_path / name]):
        [article] = everything(*paths)
        assert isinstance(article, Article)
        assert article.published.basis == "given"


def test_a_sidecar_may_stand_elsewhere(tmp_path: Path) -> None:
    write(tmp_path / "in", a__txt="Text.")
    write(tmp_path, mine__csv="file,publisher\na.txt,Me\n")
    [article] = everything(tmp_path / "in", sidecar=tmp_path / "mine.csv")
    assert isinstance(article, Article)
    assert article.publisher == "Me"


def test_a_sidecar_speaks_for_its_own_folder(tmp_path: Path) -> None:
    write(tmp_path / "a", x__txt="X.", articles__csv="file,publisher\nx.txt,A\n")
    write(tmp_path / "b", y__txt="Y.", x__txt="X.")
    found = everything(tmp_path / "a", tmp_path / "b")
    assert [(x.id, x.publisher) for x in found if isinstance(x, Article)] == [
        ("a/x.txt", "A"), ("b/x.txt", None), ("y.txt", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "level", "message"),
    [
        ("a.txt,soon,,", "error", "the date 'soon' was not understood (write YYYY-MM-DD)"),
        ("a.txt,,poem,", "error", "the kind 'poem' is none of news, release, speech, transcript"),
        (",2021-01-01,,", "error", "names no file"),
        ("b.txt,,,", "error", "'b.txt' was already named on line 2"),
        ("a.txt,,,,,", "error", "6 cells, but 4 columns"),
        ("a.txt,,,x", "error", "unknown column 'note' (known: file, date, publisher, kind, url, title)"),
        ("z.txt,2021-01-01,,", "notice", "'z.txt' names no article"),
    ],
)
def test_bad_rows(tmp_path: Path, row: str, level: str, message: str) -> None:
    write(tmp_path, a__txt="A.", b__txt="B.", articles__csv=f"file,date,kind,note\nb.txt,2021-01-01,,\n{row}\n")
    found = everything(tmp_path)
    assert [x.published.basis for x in found if isinstance(x, Article)] == ["none", "given"]
    assert [x for x in found if isinstance(x, Problem)] == [Problem(level, str(tmp_path / "articles.csv"), message, 3)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("articles.csv", b"name,date\n"),
        ("articles.csv", b"\xff\xfe"),
        ("articles.yaml", b"a: [" * 1000),
        ("articles.yaml", b"text"),
        ("articles.yaml", b"- a.txt\n"),
        ("articles.yaml", b"- {file: [a.txt]}\n"),
        ("articles.yaml", b"a: b: c"),
    ],
)
def test_a_sidecar_that_cannot_be_read_is_one_problem(tmp_path: Path, name: str, content: bytes) -> None:
    write(tmp_path, a__txt="A.")
    (tmp_path / name).write_bytes(content)
    problem, article = everything(tmp_path)
    assert isinstance(article, Article)
    assert isinstance(problem, Problem)
    assert problem.level == "error"
