"""Findings read back from a report that was written as JSON or JSON lines."""

from __future__ import annotations

import json

from pydantic import TypeAdapter, ValidationError

from consistency.errors import UsageError
from consistency.findings import Finding

_FINDINGS = TypeAdapter(list[Finding])


def saved(text: str, path: str) -> list[tuple[str, Finding]]:
    """The findings of a report with their ids; raises UsageError where the text is none."""
    records = _records(text, path)
    try:
        found = _FINDINGS.validate_python(records)
    except ValidationError as e:
        first = e.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise UsageError(f"{path}: not a report of `consistency check`: {place}: {first['msg']}") from e
    return [(str(r.get("id", f.id)), f) for r, f in zip(records, found, strict=True)]


def _records(text: str, path: str) -> list[dict[str, object]]:
    try:
        listed = _listed(text)
    except (KeyError, ValueError, RecursionError) as e:
        raise UsageError(f"{path}: not a report: `consistency check --format json` writes one") from e
    if not isinstance(listed, list) or not all(isinstance(r, dict) for r in listed):
        raise UsageError(f"{path}: not a report: its findings are no list of objects")
    return [{**r, "evidence": _filled(r.get("evidence"))} for r in listed]


def _filled(evidence: object) -> object:
    """Evidence without the fields for which a report has null where the program has no value."""
    if not isinstance(evidence, list) or not all(isinstance(e, dict) for e in evidence):
        return evidence
    return [{k: v for k, v in e.items() if v is not None or k == "date"} for e in evidence]


def _listed(text: str) -> object:
    """The findings of a report as one object, or as a record a line; raises KeyError and ValueError."""
    first, _, rest = text.strip().partition("\n")
    if not first.endswith("}"):
        return _object(text)["findings"]
    rows = [_object(line) for line in (first, *rest.splitlines()) if line.strip()]
    return [r for r in rows if r["record"] == "finding"] if "record" in rows[0] else rows[0]["findings"]


def _object(text: str) -> dict[str, object]:
    value = json.loads(text)
    if not isinstance(value, dict):
        raise ValueError(text[:20])
    return value
