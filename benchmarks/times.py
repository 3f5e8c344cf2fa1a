"""What finding times costs beside the parse: `python benchmarks/times.py [FILE.jsonl] [--repeat N]`.

FILE holds articles, one JSON object a line with "text"; without it the stories under fixtures/ and seeds/ are used.
Prints tokens a second of the parse and of the times, and the share that times add to the pipeline's time.
"""

import argparse
import json
import time
from datetime import date
from pathlib import Path

from consistency.article import Article, Interval, Origin
from consistency.extract.parse import parse
from consistency.extract.times import find_times
from consistency.spans import Span

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = Interval.day(date(2020, 1, 15))


def texts(path: Path | None) -> list[str]:
    """The texts to read."""
    if path is not None:
        with path.open(encoding="utf-8") as lines:
            return [json.loads(line)["text"] for line in lines if line.strip()]
    files = sorted([*ROOT.glob("seeds/*.txt"), *ROOT.glob("fixtures/**/*.txt")])
    return [f.read_text(encoding="utf-8") for f in files]


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("file", type=Path, nargs="?")
    options.add_argument("--repeat", type=int, default=3)
    chosen = options.parse_args()
    articles = [
        Article(str(i), text, (Span(0, len(text)),), Origin("-")) for i, text in enumerate(texts(chosen.file))
    ]
    list(parse(articles[:1]))
    began = time.process_time()
    docs = [doc for _, doc in parse(articles)]
    parsing = time.process_time() - began
    find_times(docs[0], REFERENCE)
    began = time.process_time()
    for _ in range(chosen.repeat):
        found = sum(len(find_times(doc, REFERENCE)) for doc in docs)
    finding = (time.process_time() - began) / chosen.repeat
    tokens = sum(len(doc) for doc in docs)
    print(f"{len(docs)} articles, {tokens} tokens, {found} times")
    print(f"parse {tokens / parsing:,.0f} tokens/s, times {tokens / finding:,.0f} tokens/s")
    print(f"times add {finding / parsing:.1%} to the parse")


if __name__ == "__main__":
    main()
