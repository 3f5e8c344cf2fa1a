"""What the engines cost: CPU and wall seconds of each for 1k, 10k and 100k facts, and their ratio.

Usage: python benchmarks/engines.py [FACTS ...]. Every engine runs in a new process, so that imports count, as they do
in one run of the checker; `warm` is a second answer in the same process.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from pathlib import Path

from consistency.engine import duckdb, durable
from consistency.rulelang.fields import Row
from consistency.rulelang.ir import Query
from consistency.rulelang.load import load_rules

RULES = """
facts: {promise: {kind: promise, own: true}, outcome: {kind: [outcome, event], narrated: true}}
where: [promise excludes outcome as link, link.strength >= 60, outcome.said_from > promise.deadline]
---
facts: {first: {kind: [claim, denial]}, second: {kind: [claim, denial]}}
where: [first excludes second, first.holder = second.holder, first.said_from < second.said_from]
---
facts: {promise: {kind: promise}, report: {kind: outcome}}
where: [report stalls promise, kept fulfils promise, kept.said_from >= report.said_from]
unless: {kept: {kind: outcome}}
---
facts: {one: {kind: event}, other: {kind: event}}
where: [one apart_in_time other, one.publisher != other.publisher, one.fact < other.fact]
---
facts: {one: {kind: quote}, other: {kind: quote}}
where: [one drifts_from other, one.fact < other.fact]
"""


def facts(count: int) -> list[Row]:
    """Facts in matters of ten, a third of them relations, as a corpus of news yields them."""
    r = random.Random(count)
    out: list[Row] = []
    kinds = ("promise", "outcome", "event", "claim", "claim", "claim", "denial", "quote", "prediction", "position")
    relations = ("excludes", "excludes", "stalls", "fulfils", "apart_in_time", "drifts_from", "same_event")
    while len(out) < count:
        matter = len(out) // 10
        for _ in range(7):
            out.append({
                "fact": len(out), "matter": matter, "kind": r.choice(kinds), "holder": f"h{r.randrange(count)}",
                "publisher": f"p{r.randrange(20)}", "own": r.random() < 0.5, "narrated": r.random() < 0.5,
                "said_from": 20_000 + r.randrange(400), "deadline": 20_000 + r.randrange(400),
            })  # fmt: skip
        for _ in range(3):
            left, right = r.sample(range(len(out) - 7, len(out)), 2)
            out.append({
                "fact": len(out), "matter": matter, "kind": "relation", "relation": r.choice(relations),
                "left": left, "right": right, "strength": r.randrange(100),
            })  # fmt: skip
    return out[:count]


def queries(copies: int = 4) -> list[Query]:
    """About as many rules as the built-in packs hold, of the usual shapes; or the built-in ones themselves."""
    import yaml

    from consistency.rulelang.compile import compile_rule
    from consistency.rulelang.model import RuleFile

    examples = [{"name": "e", "articles": [{"text": "e"}]}]
    out = []
    for i, parts in enumerate([*yaml.safe_load_all(RULES)] * copies):
        file = RuleFile.model_validate({
            "id": f"r{i}", "category": "tension", "severity": "info", "summary": "s", "why": "w", "message": "m",
            "examples": {"finds": examples, "passes": examples}, **parts,
        })  # fmt: skip
        query, mistakes = compile_rule(file)
        assert query, mistakes
        out.append(query)
    return out


def measure(engine: str, count: int, folder: str | None) -> None:
    """Prints seconds and how much was found, for the parent."""
    rules = [r.query for r in load_rules([Path(folder)]).rules] if folder else queries()
    rows = facts(count)
    run = {"durable": durable.run, "duckdb": duckdb.run}[engine]
    times = []
    for _ in range(2):
        start = time.perf_counter()
        answer = run(rules, rows)
        times.append(time.perf_counter() - start)
    found = [len(n) for n in answer.numbers]
    print(json.dumps({"cold": times[0], "warm": times[1], "found": found, "ran": answer.ran}))


def main() -> None:
    """A table of both engines."""
    if len(sys.argv) > 2 and sys.argv[1] == "--measure":
        measure(sys.argv[2], int(sys.argv[3]), sys.argv[4] if len(sys.argv) > 4 else None)
        return
    print("   facts  durable cold    warm   duckdb cold    warm  ratio cold   warm")
    for count in [int(a) for a in sys.argv[1:]] or [100, 1_000, 10_000, 100_000]:
        got = {}
        for engine in ("durable", "duckdb"):
            command = [sys.executable, __file__, "--measure", engine, str(count)]
            got[engine] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
        a, b = got["durable"], got["duckdb"]
        assert a["found"] == b["found"], "the engines differ"
        assert a["ran"] == "durable", a["ran"]
        print(f"{count:8} {a['cold']:12.2f}s {a['warm']:6.2f}s {b['cold']:12.2f}s {b['warm']:6.2f}s "
              f"{a['cold'] / b['cold']:11.1f} {a['warm'] / b['warm']:6.1f}")  # fmt: skip


if __name__ == "__main__":
    main()
