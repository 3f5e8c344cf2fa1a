"""From what the user names to files: folders, globs, links, and names that differ."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from consistency.article import Article
from consistency.config import Settings
from consistency.errors import Problem
from consistency.read import read
from tests.read.corpora import everything, messages, names, write


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


def test_documents_that_are_passed_over_are_counted(tmp_path: Path) -> None:
    write(tmp_path, a__txt="A.", b__pdf="B.", c__png="C.", d__PDF="D.", __hidden__pdf="E.")
    write(tmp_path / "sub", f__docx="F.")
    *_, notice = everything(tmp_path)
    assert notice == Problem(
        "notice", str(tmp_path), "files that were not read: 1 .docx, 2 .pdf (known are .jsonl, .markdown, .md, .txt)"
    )


def test_a_folder_of_unknown_documents_has_no_articles(tmp_path: Path) -> None:
    write(tmp_path, b__pdf="B.")
    assert [x.level for x in everything(tmp_path) if isinstance(x, Problem)] == ["notice", "error"]


def test_an_empty_path_is_not_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write(tmp_path, a__txt="A."))
    write(tmp_path, articles__csv="nonsense")
    found = list(read([""], stdin=None, settings=Settings()))
    assert found == [Problem("error", "''", "an empty path names nothing (write . for the current folder)")]
