"""The flow: read, extract, normalise, match, report; plain functions over frozen values."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from consistency.article import Article, Interval, Origin, Published
from consistency.conclude import Material, findings
from consistency.config import Settings, rules_folder
from consistency.coverage import coverage
from consistency.engine import match
from consistency.errors import Problem, RuleError
from consistency.extract.fates import progress_words
from consistency.extract.words import predicates, senses_lexicon, themes, topics
from consistency.extracting import MAX_WAITING, extract_articles, given_date, settled
from consistency.findings import Checked, Report, RuleNote
from consistency.given import corrected, given, unknown_places
from consistency.known import Digest, Known, attributed, digest, holders_by_office, named, renamed
from consistency.normalise.entities import merge_entities
from consistency.normalise.exclusion import Knowledge
from consistency.normalise.pairs import MAX_BUCKET
from consistency.normalise.places import places
from consistency.normalise.relate import relations
from consistency.normalise.repeats import repeats
from consistency.normalise.statuses import statuses
from consistency.normalise.targets import target_words
from consistency.numbering import Numbered, number
from consistency.options import Options
from consistency.read import read
from consistency.rulelang.choose import choose
from consistency.rulelang.load import load_rules
from consistency.rulelang.model import Rule
from consistency.sources import Sources, with_sources
from consistency.tracker import promises
from consistency.vocabularies import load_all

Progress = Callable[[int, str], None]
Look = Callable[[Numbered], None]


@dataclass(slots=True)
class Stats:
    """What the run itself tells, kept out of reports: the engine that ran and the seconds of each stage."""

    engine: str = ""
    seconds: dict[str, float] = field(default_factory=dict)
    articles: int = 0
    facts: int = 0
    relations: int = 0


def rules_of(options: Options, given: Sequence[Rule] = ()) -> tuple[Rule, ...]:
    """The built-in rules, the user's folders and rules made in Python, less those that are switched off.

    Raises RuleError with every mistake, and UsageError for what names no rule.
    """
    folders = ([rules_folder()] if options.builtin else []) + list(options.rules)
    loaded = load_rules(folders)
    if any(p.level == "error" for p in loaded.problems):
        raise RuleError(loaded.problems)
    return choose((*loaded.rules, *given), options.disable, options.severity)


def check(
    paths: Sequence[str],
    options: Options,
    *,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
    given: Sequence[Rule] = (),
) -> tuple[Report, Stats]:
    """Read, extract, match and conclude: the report, and what to tell of the run."""
    settings = Settings(model=options.model, lexicons=options.lexicons)
    return check_articles(
        read(paths, stdin=stdin, settings=settings, sidecar=options.sidecar), options, progress=progress, given=given
    )


def check_articles(
    items: Iterable[Article | Problem],
    options: Options,
    *,
    progress: Progress | None = None,
    given: Sequence[Rule] = (),
    look: Look | None = None,
) -> tuple[Report, Stats]:
    """The same for articles that are already read; raises RuleError and UsageError. `look` sees what is matched."""
    rules = rules_of(options, given)
    load_all(options.lexicons)
    stats = Stats()
    began = time.perf_counter()
    problems: list[Problem] = []
    digests: list[Digest] = []
    waiting: dict[str, Article] = {}
    sources = Sources() if options.sources else None
    for item in extract_articles(items, options):
        if isinstance(item, Problem):
            problems.append(item)
            continue
        digests.append(digest(*item))
        if sources:
            sources.keep(item[0])
        if digests[-1].waits and len(waiting) < MAX_WAITING:
            waiting[item[0].id] = replace(item[0], published=given_date(item[0]))
        if progress:
            progress(len(digests), item[0].id)
    digests = settled(digests, waiting, options)
    stats.seconds["extract"] = round(time.perf_counter() - began, 3)
    report, stats = conclude(digests, rules, options, problems, stats, look)
    if sources:
        report = with_sources(report, sources, {d.article: Published(d.published, d.basis) for d in digests})
    return report, stats


def conclude(
    digests: Sequence[Digest],
    rules: Sequence[Rule],
    options: Options,
    problems: list[Problem],
    stats: Stats,
    look: Look | None = None,
) -> tuple[Report, Stats]:
    """Normalise across articles, match the rules, and make the report."""
    began = time.perf_counter()
    as_of = options.as_of or _latest(digests)
    if as_of is None and digests:
        problems.append(Problem("error", "", "no article has a date: say with --as-of as of when to check"))
    problems += [n for d in digests for n in _notices(d, as_of)]
    kept = sorted((d for d in digests if not _after(d.published, as_of)), key=lambda d: d.article)
    told = given(options.known, options.model, options.lexicons, {d.article for d in kept})
    every = _merged([*kept, *(d for d in told.digests if not _after(d.published, as_of))])
    every, verdicts = corrected(every, told)
    problems += [*told.problems, *unknown_places(told, list(every.values()))]
    again = repeats(k.fact for k in every.values())
    known = {fid: k for fid, k in every.items() if fid in again.kept}
    crowded: list[str] = []
    found = relations(
        [k.fact for k in known.values()],
        _knowledge(options.lexicons),
        places(options.lexicons),
        {d.article: d.published for d in kept},
        crowded,
        options.lexicons,
    )
    problems += [
        Problem("notice", "", f"too many facts under '{key}': only the {MAX_BUCKET} that differ most were compared")
        for key in sorted(set(crowded))
    ]
    stats.seconds["normalise"] = round(time.perf_counter() - began, 3)
    began = time.perf_counter()
    numbered = number(known, found)
    if look:
        look(numbered)
    matches = match(rules, list(numbered.rows.values()), options.engine)
    stats.engine = matches.ran
    concluded = findings(
        matches.found,
        Material(
            rules={r.id: r for r in rules},
            facts=numbered.facts,
            relations=numbered.relations,
            rows=numbered.rows,
            copies={fid: [every[i] for i in others] for fid, others in again.behind.items()},
            published={d.article: d.published for d in kept},
            bases={d.article: d.basis for d in kept},
            lexicons=options.lexicons,
        ),
        options.most,
    )
    problems += _beyond(concluded.left_out)
    stats.seconds["match"] = round(time.perf_counter() - began, 3)
    stats.articles, stats.facts, stats.relations = len(kept), len(every), len(found)
    problems += matches.problems
    tracked = promises(
        known, found, as_of, rules=statuses(options.lexicons), words=progress_words(options.lexicons),
        generic=themes(options.lexicons).generic, verdicts=verdicts,
    )  # fmt: skip
    report = Report(
        as_of=as_of,
        articles=len(kept),
        facts=len(every),
        findings=concluded.findings,
        promises=tracked,
        coverage=coverage((d.covered for d in kept), tracked),
        problems=tuple(sorted(problems, key=lambda p: (p.path, p.line or 0, p.column or 0, p.level, p.message))),
        checked=tuple(Checked(d.article, d.origin or Origin(d.path), d.ignores) for d in kept),
        rules=tuple(sorted(RuleNote(r.id, r.category, r.severity, r.summary, r.why) for r in rules)),
        left_out=concluded.left_out,
    )
    return report, stats


def _beyond(left_out: Sequence[tuple[str, int]]) -> Iterator[Problem]:
    """A notice of the findings that the report does not show."""
    if left_out:
        how_many = ", ".join(f"{n} {severity}" for severity, n in left_out)
        yield Problem("notice", "", f"further findings, none surer than those shown, are left out: {how_many}")


def _knowledge(lexicons: tuple[Path, ...]) -> Knowledge:
    words = (predicates(lexicons), topics(lexicons), themes(lexicons), senses_lexicon(lexicons))
    return Knowledge(*words, progress=progress_words(lexicons), targets=target_words(lexicons))


def _merged(digests: Sequence[Digest]) -> dict[str, Known]:
    """All facts by id, under names that the whole corpus shares."""
    names = merge_entities([(d.article, d.entities) for d in digests])
    holders = holders_by_office(digests, names)
    known: dict[str, Known] = {}
    for d in digests:
        own = {old: new for (article, old), new in names.items() if article == d.article and old != new}
        known |= {k.fact.id: attributed(named(renamed(k, own), holders)) for k in d.facts}
    return known


def _latest(digests: Iterable[Digest]) -> date | None:
    return max(
        (d.published.end or d.published.start for d in digests if d.published != Interval(None, None)), default=None
    )  # type: ignore[type-var]


def _after(published: Interval, as_of: date | None) -> bool:
    return bool(as_of and published.start and published.start > as_of)


def _notices(d: Digest, as_of: date | None) -> Iterator[Problem]:
    line = d.origin.line if d.origin else None
    if d.published == Interval(None, None):
        yield Problem("notice", d.path, "undated: nothing that depends on its date was checked", line)
    elif d.basis == "inferred":
        start, end = d.published
        when = f"{start}" if start == end else f"between {start or 'an unknown day'} and {end or 'an unknown day'}"
        yield Problem("notice", d.path, f"undated: by its own evidence it was published {when}", line)
    for because, at, column in d.conflicts:
        yield Problem("notice", d.path, f"its dates do not agree: {because}", line or at, None if line else column)
    if _after(d.published, as_of):
        yield Problem("notice", d.path, f"published after {as_of}: left out", line)


