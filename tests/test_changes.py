"""Which articles git says are unchanged: everything that it does not know counts as changed."""

import subprocess
from pathlib import Path

import pytest

from consistency.article import Origin
from consistency.changes import fork_point, only_changed, unchanged
from consistency.errors import UsageError
from consistency.findings import Checked
from tests.aside import pair, report


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=Ida", "-c", "user.email=ida@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


def commit(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "more")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a branch that has parted from main, and main gone on."""
    monkeypatch.chdir(tmp_path)
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    old = {"a.txt": "one\n", "b.txt": "one\n", "é b.txt": "one\n", "news/c.txt": "one\n", "d.jsonl": "1\n2\n3\n"}
    commit(tmp_path, **old)
    git(tmp_path, "checkout", "--quiet", "-b", "branch")
    commit(tmp_path, **{"b.txt": "two\n", "new.txt": "one\n"})
    git(tmp_path, "checkout", "--quiet", "main")
    commit(tmp_path, **{"a.txt": "changed on main\n"})
    git(tmp_path, "checkout", "--quiet", "branch")
    return tmp_path


def same(names: dict[str, Origin], ref: str = "main") -> set[str]:
    return unchanged(fork_point(ref), [Checked(name, origin) for name, origin in names.items()])


def test_changed_is_what_differs_from_where_the_branches_parted(repository: Path) -> None:
    (repository / "untracked.txt").write_text("one")
    (repository / "news/c.txt").write_text("not committed\n")
    paths = ["a.txt", "b.txt", "é b.txt", "new.txt", "untracked.txt", "news/c.txt", "./a.txt", "/etc/hostname", "-"]
    assert same({path: Origin(path) for path in paths}) == {"a.txt", "é b.txt", "./a.txt"}


def test_paths_are_seen_from_the_current_folder(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository / "news")
    assert same({p: Origin(p) for p in ("c.txt", "../a.txt", "../b.txt", str(repository / "a.txt"))}) == {
        "c.txt", "../a.txt", str(repository / "a.txt"),
    }  # fmt: skip


def test_records_of_json_lines_count_by_their_line(repository: Path) -> None:
    commit(repository, **{"d.jsonl": "1\ntwo\n3\n4\n"})
    assert same({str(n): Origin("d.jsonl", "jsonl", n) for n in range(1, 5)}) == {"1", "3"}


def test_a_finding_is_shown_if_any_of_its_articles_changed(repository: Path) -> None:
    old, new = pair("a.txt", "é b.txt"), pair("a.txt", "b.txt")
    after = only_changed(report(old, new, folder=""), fork_point("main"))
    assert after.findings == (new,)
    assert [(s.finding, s.by, s.reason) for s in after.suppressed] == [
        (old, "unchanged", "nothing it rests on has changed since main")
    ]


@pytest.mark.parametrize("ref", ["no-such-branch", "--help", "--output=x", "", "main:a.txt"])
def test_what_is_no_commit(ref: str, repository: Path) -> None:
    with pytest.raises(UsageError, match="git knows no commit"):
        fork_point(ref)
    assert not (repository / "x").exists()


def test_branches_with_nothing_in_common(repository: Path) -> None:
    git(repository, "checkout", "--quiet", "--orphan", "alone")
    commit(repository, **{"e.txt": "one\n"})
    with pytest.raises(UsageError, match="'main' and HEAD have no commit in common"):
        fork_point("main")


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(UsageError, match="this is no git repository"):
        fork_point("main")


def test_no_git(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UsageError, match="git cannot be run"):
        fork_point("main")
