"""What comparing costs where everybody writes about one story: seconds and findings for 100, 300 and 1,000 articles.

Usage: python benchmarks/dense.py [N ...] [--engine NAME] [--copies SHARE]. The corpus is invented. Sentences about one
tram line are read once, and articles are then put together from what they yielded, each with dates, speakers' words and
figures of its own day; SHARE of the articles are copies of another outlet's. Reading is left out: its cost is even.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from consistency.article import Article, Interval, Origin, Published
from consistency.extract.article import extract_article
from consistency.extract.parse import parse
from consistency.facts import Fact
from consistency.known import Digest, Known, digest
from consistency.options import Options
from consistency.pipeline import Stats, conclude, rules_of
from consistency.spans import Span

FIRST = date(2031, 3, 3)
DAYS = 240
PEOPLE = ("Mayor Ida Holm", "Councillor Piet Brandt", "The operator's chief, Lena Voss,", "Union leader Omar Sund",
          "Minister Carla Neri", "The engineer Tom Aske", "A Norda spokesman", "Senator Ruth Falk")  # fmt: skip
SAID = (
    "{who} said the tram line to Sorel would open in {month}.",
    "{who} promised to open the tram line to Sorel by {month}.",
    "{who} denied that the tram line to Sorel was late.",
    '"The tram line will not open this year," {who} said.',
    '"We will finish the tram line to Sorel by the end of {month}," {who} said.',
    '"I never said that the line to Sorel would be free," {who} said.',
    "{who} said the line would cost {cost} million euros.",
    "{who} predicted that the tram line would not open before {month}.",
    "{who} demanded that the city stop the tram line to Sorel.",
    "{who} said the city had paid for the tram line.",
    "{who} said that nobody had told the union of the delay.",
)
TOLD = (
    "The tram line to Sorel did not open on Monday.",
    "The tram line to Sorel has not opened, a week after the day that had been set.",
    "The tram line to Sorel opened on Saturday, {weeks} weeks late.",
    "The tram line to Sorel cost {cost} million euros.",
    "About {crowd} people came to the first ride on the tram line to Sorel.",
    "Work on the tram line to Sorel stopped last week.",
    "The city has paid {cost} million euros for the tram line to Sorel.",
    "Trams did not run on the line to Sorel on Friday.",
)
MONTHS = ("April", "May", "June", "July", "August", "September", "October")


def sentences(chance: random.Random, many: int) -> list[str]:
    """Sentences about the one story, most of them different."""

    def filled(pattern: str) -> str:
        figures = {"cost": chance.randrange(280, 520, 10), "crowd": chance.randrange(800, 2000, 50)}
        return pattern.format(
            who=chance.choice(PEOPLE),
            month=chance.choice(MONTHS),
            weeks=chance.choice(("two", "five", "nine")),
            **figures,
        )

    return sorted({filled(chance.choice(SAID if n % 2 else TOLD)) for n in range(many)})


def read(text: str) -> Digest:
    """What a sentence yields."""
    published = Published(Interval.day(FIRST), "given")
    article = Article("s", text, (Span(0, len(text)),), Origin("s"), published, "Paper")
    return digest(*extract_article(*next(iter(parse([article])))))


def corpus(size: int, copied: float, seed: int = 7) -> list[Digest]:
    """So many articles of ten sentences each, on days within eight months, by forty outlets; the same every time."""
    chance = random.Random(seed)
    stock = [read(s) for s in sentences(chance, 600)]
    made: list[Digest] = []
    for n in range(size):
        day = FIRST + timedelta(chance.randrange(DAYS))
        parts = chance.sample(stock, 10)
        again = made and chance.random() < copied
        made.append(copy(chance.choice(made), n) if again else article(parts, n, day, f"Outlet {chance.randrange(40)}"))
    return made


def article(parts: Sequence[Digest], n: int, day: date, outlet: str) -> Digest:
    """An article of that day put together from what its sentences yield."""
    name = f"a{n:04}"
    facts = tuple(_fact(k, name, f"{name}#f{i}", day, outlet, 200 * p) for p, i, k in _numbered(parts))
    entities = tuple(dict.fromkeys(e for d in parts for e in d.entities))
    return replace(parts[0], article=name, path=name, published=Interval.day(day), entities=entities, facts=facts)


def copy(other: Digest, n: int) -> Digest:
    """The same article at another outlet."""
    name = f"a{n:04}"
    facts = tuple(_moved(k, name, f"{name}#f{i}", f"Copy {n % 40}") for i, k in enumerate(other.facts))
    return replace(other, article=name, path=name, facts=facts)


def _numbered(parts: Sequence[Digest]) -> Iterator[tuple[int, int, Known]]:
    i = 0
    for p, part in enumerate(parts):
        for known in part.facts:
            yield p, i, known
            i += 1


def _fact(k: Known, name: str, fid: str, day: date, outlet: str, shift: int) -> Known:
    later = day - FIRST
    fact = replace(
        k.fact,
        said=_later(k.fact.said, later),
        deadline=k.fact.deadline and k.fact.deadline.replace(year=day.year),
        evidence=tuple(Span(s.start + shift, s.end + shift) for s in k.fact.evidence),
    )
    evidence = tuple(e._replace(start=e.start + shift, end=e.end + shift, date=day.isoformat()) for e in k.evidence)
    return _moved(Known(fact, evidence), name, fid, outlet)


def _moved(k: Known, name: str, fid: str, outlet: str) -> Known:
    holder = outlet if k.fact.narrated else k.fact.holder
    fact: Fact = replace(k.fact, id=fid, article=name, holder=holder, publisher=outlet)
    return Known(fact, tuple(e._replace(article=name) for e in k.evidence))


def _later(said: Interval | None, by: timedelta) -> Interval | None:
    return said and Interval(said.start and said.start + by, said.end and said.end + by)


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("sizes", type=int, nargs="*", default=[100, 300, 1000])
    asked.add_argument("--engine", default="auto")
    asked.add_argument("--copies", type=float, default=0.3)
    chosen = asked.parse_args()
    options = Options(engine=chosen.engine)
    rules = rules_of(options)
    for size in chosen.sizes:
        digests = corpus(size, chosen.copies)
        began = time.perf_counter()
        report, stats = conclude(digests, rules, options, [], Stats())
        took = time.perf_counter() - began
        stages = ", ".join(f"{name} {seconds:.1f} s" for name, seconds in stats.seconds.items())
        print(f"{size:>5} articles, {stats.facts:,} facts, {stats.relations:,} relations: {took:.1f} s ({stages})")
        left_out = ", ".join(f"{n} {severity}" for severity, n in report.left_out) or "none"
        articles = max((len({e.article for e in f.evidence}) + f.unshown for f in report.findings), default=0)
        print(f"      {len(report.findings)} findings, left out: {left_out}; one of them rests on {articles} passages")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
