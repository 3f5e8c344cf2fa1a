"""The Python API: the command line's work on paths, texts and articles, with values instead of output."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import chain
from os import PathLike, fspath
from pathlib import Path

from consistency import pipeline
from consistency.article import Article, Origin
from consistency.config import Settings, rules_folder
from consistency.errors import Problem, RuleError, UsageError
from consistency.facts import Extraction
from consistency.findings import PromiseRow, Report
from consistency.pipeline import Comparison, Options
from consistency.read import read
from consistency.read.assemble import Draft, assemble
from consistency.rulelang.load import load_rules as load_rule_files
from consistency.rulelang.model import Rule

Source = str | PathLike[str] | Article
"""An article, the text of one (a string that holds a sentence or a line break), or a path as on the command line."""

_TEXT = re.compile(r"[\n\r]|[.!?][\"'”’»)]?(\s|$)")


def check(
    source: Source | Iterable[Source],
    *,
    rules: Iterable[str | PathLike[str] | Rule] | None = None,
    as_of: date | str | None = None,
    engine: str = "auto",
    workers: int = 1,
    lexicons: Iterable[str | PathLike[str]] = (),
    sidecar: str | PathLike[str] | None = None,
    sources: bool = False,
) -> Report:
    """What does not hold together in the articles: findings, promises, and the problems with what could not be checked.

    `rules` are files, folders or rules from `load_rules` and `@rule`, used instead of the built-in ones; `as_of` is a
    date, or one in ISO format. With `sources` the report carries the articles that findings rest on, which the HTML
    page shows. Raises RuleError, LexiconError and UsageError.
    """
    files, given = _rules(rules)
    options = Options(
        as_of=_day(as_of), engine=engine, workers=workers, rules=files, builtin=rules is None,
        lexicons=_paths(lexicons), sidecar=Path(sidecar) if sidecar else None, sources=sources,
    )  # fmt: skip
    return pipeline.check_articles(_articles(source, options), options, given=given)[0]


def promises(
    source: Source | Iterable[Source], *, as_of: date | str | None = None, workers: int = 1
) -> tuple[PromiseRow, ...]:
    """Every promise in the articles with its status as of a day; raises as `check` does."""
    return check(source, as_of=as_of, workers=workers).promises


def extract(
    source: Source | Iterable[Source],
    *,
    workers: int = 1,
    lexicons: Iterable[str | PathLike[str]] = (),
    on_problem: Callable[[Problem], None] | None = None,
) -> Iterator[tuple[Article, Extraction]]:
    """Each article with its statements, times and facts, as they are read.

    A problem is handed to `on_problem`, or else becomes a Python warning.
    """
    tell = on_problem or _warn
    options = Options(workers=workers, lexicons=_paths(lexicons))
    for item in pipeline.extract_articles(_articles(source, options), options):
        if isinstance(item, Problem):
            tell(item)
        else:
            yield item


def compare(first: str, second: str) -> Comparison:
    """Whether two sentences exclude each other, both taken to be about one situation at one time, and why."""
    return next(iter(pipeline.compare([("pair", first, second)], Options())))


def load_rules(*paths: str | PathLike[str]) -> tuple[Rule, ...]:
    """The rules in files and folders, of the built-in pack without one; raises RuleError with every mistake."""
    loaded = load_rule_files([Path(p) for p in paths] or [rules_folder()])
    if loaded.problems:
        raise RuleError(loaded.problems)
    return loaded.rules


def _articles(source: Source | Iterable[Source], options: Options) -> Iterator[Article | Problem]:
    """Paths are read as on the command line; texts are named text-1, text-2, ... in their order."""
    settings = Settings(model=options.model, lexicons=options.lexicons)
    sources = [source] if isinstance(source, str | PathLike | Article) else list(source)
    texts = [s for s in sources if isinstance(s, str) and _TEXT.search(s)]
    paths = [fspath(s) for s in sources if not isinstance(s, Article) and s not in texts]
    drafts = (Draft(f"text-{n}", text, Origin(f"text-{n}")) for n, text in enumerate(texts, 1))
    return chain(
        read(paths, stdin=None, settings=settings, sidecar=options.sidecar) if paths else (),
        chain.from_iterable(assemble(draft, settings) for draft in drafts),
        (s for s in sources if isinstance(s, Article)),
    )


def _rules(rules: Iterable[str | PathLike[str] | Rule] | None) -> tuple[tuple[Path, ...], tuple[Rule, ...]]:
    """The files among the rules, and the rules that are already made."""
    listed = [rules] if isinstance(rules, str | PathLike | Rule) else list(rules or ())
    return _paths(r for r in listed if not isinstance(r, Rule)), tuple(r for r in listed if isinstance(r, Rule))


def _paths(paths: Iterable[str | PathLike[str]]) -> tuple[Path, ...]:
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
