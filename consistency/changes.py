"""Which articles are unchanged since a git ref, so that only findings that touch a change are shown."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from consistency.errors import UsageError
from consistency.findings import Checked, Report, Suppressed

_HUNK = re.compile(r"@@ -\S+ \+(\d+)(?:,(\d+))? @@")


class Fork(NamedTuple):
    """Where HEAD and a ref parted: the repository's folder, the commit, and the ref as the user wrote it."""

    top: Path
    commit: str
    ref: str


def fork_point(ref: str) -> Fork:
    """The point since which articles count as changed; raises UsageError."""
    top = Path(
        _git(Path.cwd(), "rev-parse", "--show-toplevel", failure="--diff: this is no git repository").strip("\n")
    )
    said = f"--diff: git knows no commit '{ref}' (in CI, fetch the whole history: fetch-depth: 0)"
    commit = _git(
        top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}", failure=said
    ).strip()
    said = f"--diff: '{ref}' and HEAD have no commit in common (in CI, fetch the whole history: fetch-depth: 0)"
    return Fork(top, _git(top, "merge-base", commit, "HEAD", failure=said).strip(), ref)


def only_changed(report: Report, fork: Fork) -> Report:
    """The report with the findings set aside all of whose evidence is in articles unchanged since the fork.

    Changed is what differs from it now, whether committed or not. An article is taken to be changed unless git knows
    its file and says that it is not. Raises UsageError.
    """
    same = unchanged(fork, report.checked)
    why = f"nothing it rests on has changed since {fork.ref}"
    away = [f for f in report.findings if {e.article for e in f.evidence} <= same]
    return replace(
        report,
        findings=tuple(f for f in report.findings if f not in away),
        suppressed=(*report.suppressed, *(Suppressed(f, "unchanged", why, "--diff") for f in away)),
    )


def unchanged(fork: Fork, checked: Iterable[Checked]) -> set[str]:
    """The names of articles that are as they were; in JSON lines, as their lines were. Raises UsageError."""
    known = _listed(fork.top, "ls-files", "-z")
    changed = _listed(fork.top, "diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", fork.commit, "--")
    lines: dict[str, set[int]] = {}
    same: set[str] = set()
    for article in checked:
        path, line = _inside(article.origin.path, fork.top), article.origin.line
        if path in changed and line is not None and path not in lines:
            lines[path] = _changed_lines(fork, path)
        if path in known and (path not in changed or (line is not None and line not in lines[path])):
            same.add(article.article)
    return same


def _inside(path: str, top: Path) -> str:
    """The path from the top of the repository; what lies outside gets a name that git does not know."""
    return os.path.relpath(os.path.realpath(path), os.path.realpath(top)).replace(os.sep, "/")


def _listed(top: Path, *arguments: str) -> set[str]:
    return set(_git(top, *arguments, failure="--diff: git cannot tell what has changed").split("\0")) - {""}


def _changed_lines(fork: Fork, path: str) -> set[int]:
    """The lines of the file as it is now that are not as they were."""
    arguments = ("diff", "-U0", "--no-color", "--no-ext-diff", "--text", fork.commit, "--", f":(literal){path}")
    text = _git(fork.top, *arguments, failure="--diff: git cannot tell what has changed")
    lines: set[int] = set()
    for line in text.split("\n"):
        if hunk := _HUNK.match(line):
            first, count = int(hunk[1]), int(hunk[2] or 1)
            lines.update(range(first, first + count))
    return lines


def _git(folder: Path, *arguments: str, failure: str) -> str:
    """What git prints; raises UsageError with `failure` and git's own words."""
    command = ["git", "-C", str(folder), "-c", "core.quotePath=false", *arguments]
    try:
        done = subprocess.run(  # noqa: S603 - the ref is behind --end-of-options, paths behind --
            command, capture_output=True, check=False, env={**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
        )
    except OSError as e:
        raise UsageError(f"--diff: git cannot be run: {e.strerror}") from e
    if done.returncode != 0:
        why = " ".join(done.stderr.decode("utf-8", "backslashreplace").split())
        raise UsageError(f"{failure}{f': {why}' if why else ''}")
    return os.fsdecode(done.stdout)
