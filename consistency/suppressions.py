"""Findings that the user sets aside: by settings, or by comments in articles where they are heeded.

Articles are untrusted: whoever writes one could hide what contradicts it. So a comment counts only in articles that the
user names, it must give a reason, and whatever is set aside is listed in the report.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from typing import NamedTuple

from consistency.errors import Problem
from consistency.findings import Checked, Evidence, Finding, Report, Suppressed
from consistency.ignores import FORM, Ignore

LEAST_DIGITS = 8
"""Digits of a fingerprint that name a finding of a rule."""


class Suppression(NamedTuple):
    """An entry of the settings: findings that match all that it names; `where` is `path:line` of the entry.

    `rule` is a rule or a category, `path` a glob for the article's name or path (`*` goes over `/` too), `fingerprint`
    a finding's fingerprint or id.
    """

    reason: str
    where: str
    rule: str = ""
    path: str = ""
    fingerprint: str = ""


def suppress(report: Report, suppressions: Sequence[Suppression], heeded: Sequence[str] = ()) -> Report:
    """The report with findings set aside by comments, in articles that match `heeded` (globs), and by settings.

    What a comment or an entry does not do, is a notice: one that matches nothing, or that is not heeded.
    """
    articles = {c.article: c for c in report.checked}
    used: set[object] = set()
    kept: list[Finding] = []
    suppressed: list[Suppressed] = []
    for finding in report.findings:
        found = _by_comment(finding, articles, heeded) or _by_settings(finding, articles, suppressions)
        if found is None:
            kept.append(finding)
        else:
            suppressed.append(found[0])
            used.add(found[1])
    notices = [*_comment_notices(report.checked, heeded, used), *_unused(suppressions, used)]
    return replace(
        report,
        findings=tuple(kept),
        suppressed=(*report.suppressed, *suppressed),
        problems=with_problems(report, notices),
    )


def with_problems(report: Report, more: Iterable[Problem]) -> tuple[Problem, ...]:
    """The report's problems and more, in the order of reports; just its own where not everything was checked, for then
    nobody can tell what is not there any more.
    """
    if any(problem.level == "error" for problem in report.problems):
        return report.problems
    return tuple(
        sorted((*report.problems, *more), key=lambda p: (p.path, p.line or 0, p.column or 0, p.level, p.message))
    )


def names_finding(name: str, finding: Finding) -> bool:
    """Whether this is the finding's rule, category, id or (at least 8 digits of its) fingerprint."""
    if name in (finding.rule, finding.category):
        return True
    digits = name.removeprefix(f"{finding.rule}-")
    return len(digits) >= LEAST_DIGITS and finding.fingerprint.startswith(digits)


def _by_comment(
    finding: Finding, articles: dict[str, Checked], heeded: Sequence[str]
) -> tuple[Suppressed, object] | None:
    for evidence in finding.decisive:
        checked = articles.get(evidence.article)
        if checked is None or not checked.ignores or not _matches(checked, heeded):
            continue
        for comment in checked.ignores:
            if _about(comment, evidence) and any(names_finding(name, finding) for name in comment.names):
                where = f"{checked.origin.path}:{_line(checked, comment)}"
                return Suppressed(finding, "comment", comment.reason, where), (evidence.article, comment)
    return None


def _about(comment: Ignore, evidence: Evidence) -> bool:
    return comment.scope.start < evidence.end and evidence.start < comment.scope.end


def _by_settings(
    finding: Finding, articles: dict[str, Checked], suppressions: Sequence[Suppression]
) -> tuple[Suppressed, object] | None:
    for entry in suppressions:
        if _applies(entry, finding, articles):
            return Suppressed(finding, "settings", entry.reason, entry.where), entry
    return None


def _applies(entry: Suppression, finding: Finding, articles: dict[str, Checked]) -> bool:
    if entry.rule and entry.rule not in (finding.rule, finding.category):
        return False
    if entry.fingerprint and (
        entry.fingerprint in (finding.rule, finding.category) or not names_finding(entry.fingerprint, finding)
    ):
        return False
    return not entry.path or any(
        e.article in articles and _matches(articles[e.article], [entry.path]) for e in finding.decisive
    )


def _matches(checked: Checked, globs: Sequence[str]) -> bool:
    names = (checked.article, checked.origin.path)
    return any(fnmatchcase(name, glob) for name in names for glob in globs)


def _line(checked: Checked, comment: Ignore) -> int:
    """The comment's line in the file: that of the record for JSON lines."""
    return checked.origin.line or comment.line


def _comment_notices(articles: Iterable[Checked], heeded: Sequence[str], used: set[object]) -> Iterable[Problem]:
    for checked in articles:
        for comment in checked.ignores:
            message = _complaint(comment, _matches(checked, heeded), (checked.article, comment) in used)
            if message:
                yield Problem("notice", checked.origin.path, message, _line(checked, comment))


def _complaint(comment: Ignore, heeded: bool, used: bool) -> str:
    """Why a comment did nothing; empty where it did."""
    if not heeded:
        return "a comment asks to ignore findings: not heeded here (--inline-ignores GLOB heeds it)"
    if comment.fault:
        return f"a comment that asks to ignore findings {comment.fault}: write {FORM}"
    return "" if used else "a comment asks to ignore findings that are not there"


def _unused(suppressions: Iterable[Suppression], used: set[object]) -> Iterable[Problem]:
    for entry in suppressions:
        if entry not in used:
            path, _, line = entry.where.rpartition(":")
            yield Problem("notice", path, "suppress: sets no finding aside any more", int(line))
