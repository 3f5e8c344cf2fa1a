"""The baseline: findings that are known, by fingerprint, with what a person decided about them.

A JSON file with one finding a line, without line numbers, so that it outlives edits and merges well.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from consistency.errors import Problem, SettingsError, UsageError
from consistency.findings import Finding, Report, Suppressed
from consistency.report.escape import json_text, visible
from consistency.suppressions import with_problems

MAX_BYTES = 100_000_000
_ID = re.compile(r"(?:(?P<rule>[a-z0-9_-]{1,120})-)?(?P<digits>[0-9a-f]{8,16})")
Verdict = Literal["true", "false"]


class Entry(BaseModel):
    """A known finding: its fingerprint (or the first digits of it), and what helps a reader to know it again.

    `rule` is empty where only the fingerprint is known, which tells of the rule too. `verdict` is a person's: "true",
    it is so; "false", a false alarm.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    rule: str = ""
    fingerprint: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8,16}$")]
    articles: tuple[str, ...] = ()
    message: str = ""
    verdict: Verdict | None = None
    note: str = ""

    def knows(self, finding: Finding) -> bool:
        """Whether this is the finding."""
        return self.rule in ("", finding.rule) and finding.fingerprint.startswith(self.fingerprint)


class Baseline(BaseModel):
    """All known findings."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Literal[1] = 1
    findings: tuple[Entry, ...] = ()


def load_baseline(path: Path) -> Baseline:
    """The baseline in a file; raises SettingsError with every mistake."""
    shown = path.as_posix()
    try:
        with path.open("rb") as stream:
            data = json.loads(stream.read(MAX_BYTES))
        return Baseline.model_validate(data)
    except OSError as e:
        raise SettingsError([Problem("error", shown, f"cannot be read: {e.strerror}")]) from e
    except json.JSONDecodeError as e:
        raise SettingsError([Problem("error", shown, f"not JSON: {e.msg}", e.lineno, e.colno)]) from e
    except (UnicodeDecodeError, RecursionError) as e:
        raise SettingsError([Problem("error", shown, "not JSON: it is not UTF-8, or nested too deeply")]) from e
    except ValidationError as e:
        faults = e.errors(include_url=False, include_input=False, include_context=False)
        raise SettingsError(
            [Problem("error", shown, ": ".join([".".join(map(str, f["loc"])), f["msg"]])) for f in faults]
        ) from e


def dumped(baseline: Baseline) -> str:
    """The baseline as its file holds it: sorted, an entry a line."""
    entries = [entry.model_dump(mode="json", exclude_defaults=True) for entry in sorted(baseline.findings, key=_order)]
    lines = ",\n".join("    " + json_text(entry) for entry in entries)
    body = f"[\n{lines}\n  ]" if lines else "[]"
    return f'{{\n  "version": {Baseline().version},\n  "findings": {body}\n}}\n'


def against(report: Report, baseline: Baseline, name: str) -> Report:
    """The report with what is in the baseline set aside; a notice tells of entries that match nothing any more."""
    known = _Known(baseline.findings)
    kept: list[Finding] = []
    suppressed: list[Suppressed] = []
    used: set[Entry] = set()
    for finding in report.findings:
        entry = known.entry(finding)
        if entry is None:
            kept.append(finding)
        else:
            used.add(entry)
            suppressed.append(Suppressed(finding, "baseline", _reason(entry), name))
    notices = _unmatched([e for e in baseline.findings if e not in used], name)
    return replace(
        report,
        findings=tuple(kept),
        suppressed=(*report.suppressed, *suppressed),
        problems=with_problems(report, notices),
        compared=True,
    )


def updated(baseline: Baseline, findings: Iterable[Finding]) -> Baseline:
    """The baseline of these findings. Verdicts and notes stay, also those on findings that are no longer there."""
    known = _Known(baseline.findings)
    entries: dict[tuple[str, str], Entry] = {}
    met: set[Entry] = set()
    for finding in findings:
        old = known.entry(finding)
        if old is not None:
            met.add(old)
        entries[finding.rule, finding.fingerprint] = _entry(finding, old)
    kept = [e for e in baseline.findings if e not in met and (e.verdict or e.note)]
    return Baseline(findings=(*entries.values(), *kept))


def marked(baseline: Baseline, name: str, verdict: Verdict, note: str) -> Baseline:
    """The baseline with a person's verdict on the finding of this id (`rule-1a2b3c4d`, or its digits alone).

    Raises UsageError where that is no id.
    """
    match = _ID.fullmatch(name)
    if match is None:
        raise UsageError(f"'{name}' is not the id of a finding, like promise-not-kept-1a2b3c4d (reports give it)")
    rule, digits = match["rule"] or "", match["digits"]
    old = [e for e in baseline.findings if _same(e, rule, digits)]
    entry = old[0] if old else Entry(rule=rule, fingerprint=digits)
    entry = entry.model_copy(update={"verdict": verdict, "note": note})
    return Baseline(findings=(*(e for e in baseline.findings if e not in old[:1]), entry))


def _same(entry: Entry, rule: str, digits: str) -> bool:
    """Whether an entry is about the finding that is named so."""
    if rule and entry.rule not in ("", rule):
        return False
    return entry.fingerprint.startswith(digits) or digits.startswith(entry.fingerprint)


class _Known:
    """Entries by first digits."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries: dict[str, list[Entry]] = {}
        for entry in entries:
            self._entries.setdefault(entry.fingerprint[:8], []).append(entry)

    def entry(self, finding: Finding) -> Entry | None:
        candidates = self._entries.get(finding.fingerprint[:8], ())
        return next((e for e in candidates if e.knows(finding)), None)


def _entry(finding: Finding, old: Entry | None) -> Entry:
    articles = tuple(dict.fromkeys(visible(e.article) for e in finding.decisive))
    return Entry(
        rule=finding.rule,
        fingerprint=finding.fingerprint,
        articles=articles,
        message=visible(finding.message),
        verdict=old.verdict if old else None,
        note=old.note if old else "",
    )


def _reason(entry: Entry) -> str:
    said = {"true": "judged true", "false": "judged false", None: "known"}[entry.verdict]
    return f"{said}: {entry.note}" if entry.note else said


def _unmatched(entries: Sequence[Entry], name: str) -> list[Problem]:
    if not entries:
        return []
    first = min(entries, key=_order)
    some = f"{first.rule}-{first.fingerprint[:8]}".removeprefix("-") + (
        f" and {len(entries) - 1} more" if len(entries) > 1 else ""
    )
    return [
        Problem("notice", name, f"known findings that are not found any more: {some} (--update-baseline drops them)")
    ]


def _order(entry: Entry) -> tuple[str, ...]:
    return entry.rule, *entry.articles, entry.fingerprint
