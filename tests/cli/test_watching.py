"""What has changed: files that are saved, new or gone; nothing else, and not before they are at rest."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from consistency.cli.watching import PAUSE, Watched, changed, changes, state


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("articles/a.txt", "articles/deep/b.md", "rules/r.yaml", "lexicons/topics.yaml", "settings.toml"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    return tmp_path


def all_of(folder: Path) -> Watched:
    return Watched([str(folder / "articles")], (folder / "rules",), (folder / "lexicons",), (folder / "settings.toml",))


@pytest.mark.parametrize(
    "name",
    ["articles/a.txt", "articles/deep/b.md", "articles/new.txt", "articles/articles.csv", "rules/r.yaml",
     "rules/new.yaml", "lexicons/topics.yaml", "settings.toml"],
)  # fmt: skip
def test_a_file_that_matters(name: str, folder: Path) -> None:
    before = state(all_of(folder))
    (folder / name).write_text("longer")
    assert changed(before, state(all_of(folder))) == [(folder / name).as_posix()]


@pytest.mark.parametrize("name", ["articles/notes.bin", "rules/readme.txt", "elsewhere.txt"])
def test_a_file_that_does_not(name: str, folder: Path) -> None:
    before = state(all_of(folder))
    (folder / name).write_text("longer")
    assert changed(before, state(all_of(folder))) == []


def test_a_file_that_is_gone_or_replaced_by_one_of_the_same_size(folder: Path) -> None:
    before = state(all_of(folder))
    (folder / "articles/a.txt").unlink()
    (folder / "new").write_text("y")
    (folder / "new").replace(folder / "settings.toml")
    assert [Path(p).name for p in changed(before, state(all_of(folder)))] == ["a.txt", "settings.toml"]


def test_folders_and_files_that_are_not_there() -> None:
    assert state(Watched(["no-such-folder", "no-such-*.txt"], (Path("no-rules"),), (), (Path("no-file"),))) == {}


def test_changes_wait_until_files_are_at_rest(folder: Path) -> None:
    """The clock is the test's: what happens during each pause is written down."""
    events: Iterator[str] = iter(["", "first", "second", "", "", "third", ""])
    pauses: list[float] = []

    def pause(seconds: float) -> None:
        pauses.append(seconds)
        if text := next(events):
            (folder / "articles/a.txt").write_text(text * len(pauses))

    found = changes(all_of(folder), state(all_of(folder)), pause)
    assert [Path(p).name for p in next(found)] == ["a.txt"]
    assert (folder / "articles/a.txt").read_text() == "second" * 3
    assert [Path(p).name for p in next(found)] == ["a.txt"]
    assert (folder / "articles/a.txt").read_text() == "third" * 6
    assert max(pauses) >= PAUSE


def test_what_changed_before_the_first_look_is_seen(folder: Path) -> None:
    before = state(all_of(folder))
    (folder / "articles/a.txt").write_text("during the first check")
    assert next(changes(all_of(folder), before, lambda _: None))
