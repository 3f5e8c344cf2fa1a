"""The Python API: the command line's work on paths, texts and articles, with values instead of output."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from datetime import date
from os import PathLike
from pathlib import Path

from consistency import comparing, pipeline
from consistency.article import Article
from consistency.comparing import Comparison
from consistency.config import Settings, rules_folder
from consistency.errors import Problem, RuleError, UsageError
from consistency.extracting import extract_articles
from consistency.facts import Extraction
from consistency.findings import PromiseRow, Report, Severity
from consistency.frames import as_frame
from consistency.inputs import Sources, articles_of
from consistency.models import as_model, read_report
from consistency.options import Options
from consistency.rulelang.load import load_rules as load_rule_files
from consistency.rulelang.model import Rule
from consistency.store import open_cache

__all__ = ["as_frame", "as_model", "check", "compare", "extract", "load_rules", "promises", "read_report"]

Pathlike = str | PathLike[str]
Rules = Iterable[Pathlike | Rule] | Pathlike | Rule


def check(
    source: Sources,
    *,
    rules: Rules | None = None,
    builtin: bool | None = None,
    disable: Iterable[str] = (),
    severity: Mapping[str, Severity] | None = None,
    as_of: date | str | None = None,
    engine: str = "auto",
    workers: int = 1,
    lexicons: Iterable[Pathlike] = (),
    sidecar: Pathlike | None = None,
    facts: Iterable[Pathlike] = (),
    cache: bool | Pathlike = False,
    sources: bool = False,
) -> Report:
    """What does not hold together in the articles: findings, promises, and the problems with what could not be checked.

    `source` is a path, a text, an article, a record (`{"text": ..., "date": ...}`), several of them, or a DataFrame.
    `rules` are files, folders or rules from `load_rules` and `@rule`, instead of the built-in ones, or beside them with
    `builtin=True`; `disable` switches rules off, `severity` gives them another, both by id or category. `as_of` is a
    date, or one in ISO format; `facts` are facts files. `cache` keeps what articles yield, in the user's cache folder
    or in the one given.
    With `sources` the report carries the articles that findings rest on, which the HTML page shows. Raises RuleError,
    LexiconError and UsageError.
    """
    files, given = _rules(rules)
    with ExitStack() as open_files:
        kept = open_cache(None if cache is True else Path(cache)) if cache else None
        options = Options(
            as_of=_day(as_of), engine=engine, workers=workers, rules=files,
            builtin=rules is None if builtin is None else builtin, lexicons=_paths(lexicons),
            sidecar=Path(sidecar) if sidecar else None, cache=open_files.enter_context(kept) if kept else None,
            disable=tuple(disable), severity=dict(severity or {}), sources=sources,
            known=_paths([facts] if isinstance(facts, str | PathLike) else facts),
        )  # fmt: skip
        return pipeline.check_articles(_articles(source, options), options, given=given)[0]


def promises(
    source: Sources, *, as_of: date | str | None = None, workers: int = 1, facts: Iterable[Pathlike] = ()
) -> tuple[PromiseRow, ...]:
    """Every promise in the articles with its status and history as of a day; raises as `check` does.

    `facts` are facts files: what the user knows. As a DataFrame: `as_frame(check(...), "promises")`.
    """
    return check(source, as_of=as_of, workers=workers, facts=facts).promises


def extract(
    source: Sources,
    *,
    workers: int = 1,
    lexicons: Iterable[Pathlike] = (),
    on_problem: Callable[[Problem], None] | None = None,
) -> Iterator[tuple[Article, Extraction]]:
    """Each article with its statements, times and facts, as they are read.

    A problem is handed to `on_problem`, or else becomes a Python warning.
    """
    tell = on_problem or _warn
    options = Options(workers=workers, lexicons=_paths(lexicons))
    for item in extract_articles(_articles(source, options), options):
        if isinstance(item, Problem):
            tell(item)
        else:
            yield item


def compare(first: str, second: str) -> Comparison:
    """Whether two sentences exclude each other, both taken to be about one situation at one time, and why."""
    return next(iter(comparing.compare([("pair", first, second)], Options())))


def load_rules(*paths: Pathlike) -> tuple[Rule, ...]:
    """The rules in files and folders, of the built-in pack without one; raises RuleError with every mistake."""
    loaded = load_rule_files([Path(p) for p in paths] or [rules_folder()])
    if loaded.problems:
        raise RuleError(loaded.problems)
    return loaded.rules


def _articles(source: Sources, options: Options) -> Iterator[Article | Problem]:
    return articles_of(source, Settings(model=options.model, lexicons=options.lexicons), options.sidecar)


def _rules(rules: Rules | None) -> tuple[tuple[Path, ...], tuple[Rule, ...]]:
    """The files among the rules, and the rules that are already made."""
    listed = [rules] if isinstance(rules, str | PathLike | Rule) else list(rules or ())
    return _paths(r for r in listed if not isinstance(r, Rule)), tuple(r for r in listed if isinstance(r, Rule))


def _paths(paths: Iterable[Pathlike]) -> tuple[Path, ...]:
    return tuple(map(Path, paths))


def _day(day: date | str | None) -> date | None:
    if not isinstance(day, str):
        return day
    try:
        return date.fromisoformat(day)
    except ValueError as e:
        raise UsageError(f"as_of: '{day}' is not a date like 2025-05-20") from e


def _warn(problem: Problem) -> None:
    warnings.warn(str(problem), stacklevel=3)
