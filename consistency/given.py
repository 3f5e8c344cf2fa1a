"""What the user knows, among what the articles tell: promises, outcomes and names from a facts file.

A row is read like a sentence of an article that the user wrote, so that every rule sees it; it shows itself as the line
of the facts file.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from consistency.article import Article, Interval, Origin, Published
from consistency.errors import Problem
from consistency.extract.article import extract_article
from consistency.extract.parse import parse
from consistency.facts import Fact
from consistency.findings import Evidence
from consistency.known import Digest, Known, digest, renamed
from consistency.read.knowledge import FactsFile, KnownRow, read_facts
from consistency.spans import Span

NO_PROMISE = "not_a_promise"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A person's verdict on a promise: its status, why, and the row that gives it; `day` is from when it holds."""

    status: str
    because: str
    row: Evidence
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """What facts files give: facts of their own, corrections by the place of a promise, aliases, and verdicts.

    `verdicts` are by the id of a fact; `places` are rows by article and line.
    """

    digests: tuple[Digest, ...] = ()
    places: Mapping[tuple[str, int], tuple[tuple[FactsFile, KnownRow], ...]] | None = None
    aliases: Mapping[str, str] | None = None
    verdicts: Mapping[str, Verdict] | None = None
    problems: tuple[Problem, ...] = ()


def given(paths: Iterable[Path], model: str, lexicons: tuple[Path, ...] = (), articles: Collection[str] = ()) -> Given:
    """What the facts files give; bad rows are left out, each with a Problem.

    A row for a place in one of the `articles` corrects what is there; for any other it stands for itself.
    """
    files = [read_facts(path) for path in paths]
    digests: list[Digest] = []
    verdicts: dict[str, Verdict] = {}
    places: dict[tuple[str, int], tuple[tuple[FactsFile, KnownRow], ...]] = {}
    rows = [(f, r) for f in files for r in f.rows]
    placed = [(f, r) for f, r in rows if r.article in articles and r.line_there]
    told = [(f, r) for f, r in rows if r.kind != "alias" and r.status != NO_PROMISE and (f, r) not in placed]
    for f, r in placed:
        if r.article and r.line_there:
            places[r.article, r.line_there] = (*places.get((r.article, r.line_there), ()), (f, r))
    sentences = [_article(f, r) for f, r in told]
    parsed = parse(sentences, model) if sentences else []
    for (f, r), (article, doc) in zip(told, parsed, strict=True):
        made = _digest(f, r, digest(*extract_article(article, doc, lexicons=lexicons)))
        digests.append(made)
        for known in made.facts:
            if r.status and known.fact.kind == "promise":
                verdicts[known.fact.id] = _verdict(f, r)
    return Given(
        tuple(digests), places, {alias: r.holder for _, r in rows if r.holder for alias in r.aliases}, verdicts,
        tuple(p for f in files for p in f.problems),
    )  # fmt: skip


def corrected(known: Mapping[str, Known], told: Given) -> tuple[dict[str, Known], dict[str, Verdict]]:
    """The facts with what the user corrects in them, and the user's verdicts by fact."""
    verdicts = dict(told.verdicts or {})
    found: dict[str, Known] = {}
    for fid, k in known.items():
        k = renamed(k, dict(told.aliases)) if told.aliases else k
        row = _row_for(k, told)
        if row is not None:
            f, r = row
            if r.status == NO_PROMISE:
                k = replace(k, fact=replace(k.fact, kind="claim"))
            else:
                k = replace(k, fact=_with(k.fact, r, f))
                if r.status:
                    verdicts[fid] = _verdict(f, r)
        found[fid] = k
    return found, verdicts


def _row_for(known: Known, told: Given) -> tuple[FactsFile, KnownRow] | None:
    """The row that speaks of this promise: by its place, and its words where several stand there."""
    if known.fact.kind != "promise" or not told.places or not known.evidence:
        return None
    e = known.evidence[0]
    rows = told.places.get((e.article, e.line), ())
    words = " ".join(e.text.split())
    return next(((f, r) for f, r in rows if words == r.text or words in r.text or r.text in words), None)


def _with(fact: Fact, row: KnownRow, file: FactsFile) -> Fact:
    because = f"given in {file.name}" if row.deadline else fact.deadline_because
    return replace(
        fact, holder=row.holder or fact.holder, deadline=row.deadline or fact.deadline, deadline_because=because,
        said=Interval(row.day, row.day) if row.day else fact.said,
    )  # fmt: skip


def _verdict(file: FactsFile, row: KnownRow) -> Verdict:
    why = f"given in {file.name}" + (f": {row.because}" if row.because else "")
    return Verdict(row.status or "", why, _evidence(file, row)._replace(date=_day(row.judged)), row.judged)


def _article(file: FactsFile, row: KnownRow) -> Article:
    """The sentence that a row stands for."""
    text = row.text.rstrip(".")
    if row.kind == "promise" and text[:1] in '"“':
        sentence = f"{text} {row.holder or 'The speaker'} promised."
    elif row.kind == "promise":
        link = "" if text.lower().startswith(("to ", "that ")) else "that "
        sentence = f"{row.holder or 'The speaker'} promised {link}{text}."
    else:
        sentence = f"{text}."
    published = Published(Interval(row.day, row.day), "given") if row.day else Published()
    return Article(
        f"{file.name}#{row.line}", sentence, (Span(0, len(sentence)),), Origin(file.name), published=published,
        publisher=row.source,
    )  # fmt: skip


def _digest(file: FactsFile, row: KnownRow, made: Digest) -> Digest:
    """The facts of a row, shown as the line of the file; a promise is one whatever its words."""
    shown = _evidence(file, row)
    facts = [k.fact for k in made.facts if k.fact.kind not in ("quote", "non_answer")]
    if row.kind == "promise":
        first = next((f for f in facts if f.kind == "promise"), facts[0] if facts else None)
        facts = [_with(replace(first, kind="promise", condition="none"), row, file)] if first else []
    else:
        facts = [replace(f, narrated=True, publisher=row.source or file.name) for f in facts]
    return replace(made, facts=tuple(Known(f, (shown,)) for f in facts), entities=())


def _evidence(file: FactsFile, row: KnownRow) -> Evidence:
    """The words of the row where they stand in the file, or else its first line."""
    lines = file.text.splitlines(keepends=True)
    start = sum(map(len, lines[: row.line - 1]))
    at = file.text.find(row.text, start)
    if at >= 0:
        line = file.text.count("\n", 0, at) + 1
        return Evidence(
            file.name, at, at + len(row.text), row.text, "", _day(row.day), line, 1 + _column(file.text, at)
        )
    first = (lines[row.line - 1] if row.line <= len(lines) else "").rstrip("\r\n")
    return Evidence(file.name, start, start + len(first), first, "", _day(row.day), row.line, 1)


def _column(text: str, at: int) -> int:
    return at - (text.rfind("\n", 0, at) + 1)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def unknown_places(told: Given, known: Sequence[Known]) -> Iterable[Problem]:
    """A notice for each row that speaks of a promise that no article has at its place."""
    there = {(e.article, e.line) for k in known if k.fact.kind == "promise" for e in k.evidence[:1]}
    for place, rows in sorted((told.places or {}).items()):
        if place not in there:
            for f, r in rows:
                yield Problem("notice", f.name, f"no promise was found in {place[0]}, line {place[1]}", r.line)
