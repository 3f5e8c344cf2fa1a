"""What a check costs: seconds of each stage, beside those of the bare language pipeline, and peak memory.

Usage: python benchmarks/pipeline.py [FOLDER] [--repeat N] [--engine NAME]. FOLDER holds articles; without it the seeds
are read. Each of N copies of the articles is dated and named apart, so that nothing is saved by repetition.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from consistency.article import Article
from consistency.config import Settings
from consistency.extract.article import extract_article
from consistency.extract.parse import parse, pipeline
from consistency.known import digest
from consistency.options import Options
from consistency.pipeline import Stats, conclude, rules_of
from consistency.read import read

ROOT = Path(__file__).resolve().parent.parent


class Clock:
    """Wall seconds by stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count the time inside under this name."""
        began = time.perf_counter()
        yield
        self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - began


def articles(folder: Path, repeat: int) -> list[Article]:
    """The folder's articles, as many times as asked, each copy under a name of its own."""
    found = read([str(folder)], stdin=None, settings=Settings())
    once = [item for item in found if isinstance(item, Article)]
    return [replace(a, id=f"{n}/{a.id}") for n in range(repeat) for a in once]


def measure(read_anew: Sequence[Article], engine: str, clock: Clock) -> Stats:
    """One run, stage by stage: the bare language pipeline, the same with our boundaries, extraction, and the rest."""
    options = Options(engine=engine)
    nlp = pipeline()
    texts = [a.masked() for a in read_anew]
    list(nlp.pipe(texts[:40], batch_size=16))  # words met for the first time cost more
    with clock.stage("bare spaCy"), nlp.select_pipes(disable=["article_boundaries"]):
        list(nlp.pipe(texts, batch_size=16))
    with clock.stage("parse"):
        docs = list(parse(read_anew))
    with clock.stage("extract"):
        made = [extract_article(article, doc) for article, doc in docs]
    with clock.stage("digest"):
        digests = [digest(*m) for m in made]
    rules = rules_of(options)
    stats = conclude(digests, rules, options, [], Stats())[1]
    clock.seconds |= stats.seconds
    return stats


def peak() -> float:
    """Most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", type=Path, nargs="?", default=ROOT / "seeds")
    asked.add_argument("--repeat", type=int, default=10)
    asked.add_argument("--engine", default="auto")
    chosen = asked.parse_args()
    clock = Clock()
    with clock.stage("read"):
        given = articles(chosen.folder, chosen.repeat)
    with clock.stage("load the model"):
        list(parse(given[:1]))
    loaded = peak()
    stats = measure(given, chosen.engine, clock)
    characters = sum(len(a.text) for a in given)
    bare = clock.seconds["bare spaCy"]
    print(f"{len(given)} articles, {characters:,} characters, {stats.facts} facts, {stats.relations} relations")
    print(f"engine {stats.engine}; memory {loaded:.0f} MB with the model, {peak():.0f} MB at most")
    for name, seconds in clock.seconds.items():
        print(f"{name:>16} {seconds:8.2f} s {seconds / bare:8.2f} x bare spaCy")
    whole = sum(clock.seconds[s] for s in ("parse", "extract", "digest", "normalise", "match"))
    print(f"{'a whole check':>16} {whole:8.2f} s {whole / bare:8.2f} x bare spaCy")


if __name__ == "__main__":
    main()
