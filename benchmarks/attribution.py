"""How much time attribution adds to that of the spaCy pipeline: `python benchmarks/attribution.py [FOLDER]`.

Without a folder it reads the articles under fixtures/ and seeds/. Prints seconds for each part and their ratio.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from consistency.article import Article, Origin
from consistency.extract.attribution import attribute
from consistency.extract.parse import parse
from consistency.spans import Span

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 3


def articles(folders: list[Path]) -> list[Article]:
    """Every text file below the folders as one article."""
    files = sorted(p for f in folders for p in f.rglob("*.txt"))
    texts = [(p.name, p.read_text(encoding="utf-8")) for p in files]
    return [Article(name, text, (Span(0, len(text)),), Origin(name)) for name, text in texts]


def main() -> None:
    found = articles([Path(a) for a in sys.argv[1:]] or [ROOT / "fixtures", ROOT / "seeds"])
    list(parse(found[:2]))
    began = time.process_time()
    parsed = list(parse(found))
    parsing = time.process_time() - began
    attributing = min(timed(parsed) for _ in range(ROUNDS))
    words = sum(len(doc) for _, doc in parsed)
    print(f"{len(found)} articles, {words} tokens")
    print(f"spaCy        {parsing:8.2f} s  {words / parsing:10.0f} tokens a second")
    print(f"attribution  {attributing:8.2f} s  {words / attributing:10.0f} tokens a second")
    print(f"attribution adds {attributing / parsing:.1%} to the pipeline (target: at most 12%)")


def timed(parsed: list) -> float:
    began = time.process_time()
    for article, doc in parsed:
        attribute(article, doc)
    return time.process_time() - began


if __name__ == "__main__":
    main()
