"""Files that are not what they should be: each is a Problem that names it, and the rest is read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from consistency.article import Article
from consistency.config import Settings
from consistency.errors import Problem
from tests.read.corpora import everything, messages, write

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
