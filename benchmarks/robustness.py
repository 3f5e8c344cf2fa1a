"""How figures change when names, numbers and synonyms are swapped: `robustness.py STORIES --score "COMMAND {}"`.

STORIES is a folder of stories (`<story>/articles/*.txt` with `<story>/truth.json`), or one of such folders' stories.
The command is run on it and on a copy, in the place of `{}`, and must print a JSON object; numbers in it are compared.
In the copy every name has one stand-in, every larger number is multiplied by the same factor, and words are exchanged
for synonyms, the same way in all articles of a story; the offsets in truth.json move along.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import shlex
import subprocess
import sys
import tempfile
from bisect import bisect_right
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

HERE = Path(__file__).resolve().parent
LEXICONS = HERE.parent / "rules" / "lexicons"
SWAPS = ("names", "numbers", "synonyms")
FACTOR = 3
SMALLEST = 13
_NAME = re.compile(r"\b([A-Z][\w’']{0,30}\.?) ([A-Z][a-z\u00c0-\u024f]{2,30})\b")
_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]{3,40}")
_NUMBER = re.compile(r"(?<![\w.,:/-])\d{1,3}(?:,\d{3}){1,4}(?![\w:/-]|[.,]\d)|(?<![\w.,:/-])\d{2,9}(?=(?:m|bn|k)\b|(?![\w:/-]|[.,]\d))")


class Edit(NamedTuple):
    """A stretch of a text and what stands in its place."""

    start: int
    end: int
    new: str


class Swapped(NamedTuple):
    """A text with its edits, and where every offset has gone."""

    text: str
    edits: list[Edit]

    def at(self, offset: int, *, end: bool) -> int:
        """Where an offset of the old text is in the new one; inside an edit it goes to the edit's own edge."""
        k = bisect_right([e.start for e in self.edits], offset - 1 if end else offset)
        moved = sum(len(e.new) - (e.end - e.start) for e in self.edits[: max(0, k - 1)])
        if not k:
            return offset
        last = self.edits[k - 1]
        if offset >= last.end:
            return offset + moved + len(last.new) - (last.end - last.start)
        return last.start + moved + (len(last.new) if end else 0)


def lexicon(name: str) -> dict:
    """A lexicon of the project, as plain data."""
    return yaml.load((LEXICONS / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def stand_ins(texts: list[str], data: dict, rng: random.Random) -> dict[str, str]:
    """A stand-in for each given name and surname of a story; who holds a dated office is left, for dates hang on it."""
    known = lexicon("names")
    genders = {name: g for g in ("m", "f") for name in known["given"][g]}
    titles = {t for group in known["titles"].values() for t in group if " " not in t}
    kept = set(_WORD.findall(json.dumps(lexicon("offices")))) | set(known["places"]) | set(known["dates"])
    kept |= titles | {w for group in known["offices"].values() for o in group for w in (o.title(), o)} | set(genders)
    found: dict[str, str] = {}
    pools = {"": list(data["surnames"]), **{g: list(names) for g, names in data["given"].items()}}
    everything = " ".join(texts)
    for pool in pools.values():
        rng.shuffle(pool)
        pool[:] = [n for n in pool if n not in everything]
    for m in (m for text in texts for m in _NAME.finditer(text)):
        first, last = m.groups()
        if (first in genders or first in titles) and last not in kept and last not in found and pools[""]:
            found[last] = pools[""].pop()
        gender = genders.get(first, "")
        if gender and last in found and first not in found and pools[gender]:
            found[first] = pools[gender].pop()
    return found


def word_edits(text: str, swaps: dict[str, str]) -> Iterator[Edit]:
    """Whole words with their stand-ins, in the case of the word."""
    for m in _WORD.finditer(text):
        new = swaps.get(m[0])
        if new is None and m[0].isupper():
            new = swaps.get(m[0].title(), "").upper() or None
        if new is None and m[0][0].isupper():
            new = swaps.get(m[0].lower(), "").capitalize() or None
        if new is not None:
            yield Edit(m.start(), m.end(), new)


def number_edits(text: str, times: set[str]) -> Iterator[Edit]:
    """Every number from SMALLEST on, multiplied; not years, and not beside what tells a time or a share."""
    for m in _NUMBER.finditer(text):
        value = int(m[0].replace(",", ""))
        near = re.findall(r"[\w'%]+", text[max(0, m.start() - 12) : m.start()].lower())[-1:]
        near += re.findall(r"[\w'%.]+", text[m.end() : m.end() + 14].lower().replace("-", " "))[:1]
        year = 1500 <= value <= 2199 and "," not in m[0]
        if value >= SMALLEST and not year and not times.intersection(w.rstrip(".") for w in near):
            new = value * FACTOR
            yield Edit(m.start(), m.end(), f"{new:,}" if "," in m[0] else str(new))


def swapped(text: str, edits: list[Edit]) -> Swapped:
    """The text with the edits made; of two that overlap, the first stands."""
    made: list[Edit] = []
    for e in sorted(edits):
        if not made or e.start >= made[-1].end:
            made.append(e)
    pieces, at = [], 0
    for e in made:
        pieces += [text[at : e.start], e.new]
        at = e.end
    return Swapped("".join([*pieces, text[at:]]), made)


def remapped(value: object, texts: dict[str, Swapped], name: Callable[[str], str]) -> object:
    """Labels with every span moved, its text read anew, and every speaker under the new name."""
    if isinstance(value, list):
        return [remapped(v, texts, name) for v in value]
    if not isinstance(value, dict):
        return value
    out = {
        k: name(v) if k in ("speaker", "holder") and isinstance(v, str) else remapped(v, texts, name)
        for k, v in value.items()
    }
    there = texts.get(str(value.get("article")))
    if there is not None and isinstance(value.get("start"), int):
        start, end = there.at(value["start"], end=False), there.at(value["end"], end=True)
        out |= {"start": start, "end": end} | ({"text": there.text[start:end]} if "text" in value else {})
    return out


def swap_story(story: Path, to: Path, swaps: set[str], rng: random.Random) -> int:
    """Write a story with its swaps to another folder; returns how many stretches were swapped."""
    data = yaml.load((HERE / "robustness.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    texts = {p.name: p.read_bytes().decode("utf-8-sig") for p in sorted((story / "articles").glob("*.txt"))}
    words: dict[str, str] = {}
    names = stand_ins(list(texts.values()), data, rng) if "names" in swaps else {}
    if "synonyms" in swaps:
        words = {w: other for a, b in data["synonyms"] for w, other in ((a, b), (b, a))}
    times = set(data["times"])
    made = {
        file: swapped(
            text, [*word_edits(text, words | names), *(number_edits(text, times) if "numbers" in swaps else ())]
        )
        for file, text in texts.items()
    }
    (to / "articles").mkdir(parents=True)
    for file, new in made.items():
        (to / "articles" / file).write_bytes(new.text.encode("utf-8"))
    truth = json.loads((story / "truth.json").read_text(encoding="utf-8"))
    moved = remapped(truth, made, lambda text: swapped(text, list(word_edits(text, names))).text)
    (to / "truth.json").write_text(json.dumps(moved, ensure_ascii=False), encoding="utf-8")
    return sum(len(new.edits) for new in made.values())


def figures(command: str, folder: Path) -> dict[str, float]:
    """The shares that a scoring command prints for a folder; ends the run where it fails."""
    words = [w.replace("{}", str(folder)) for w in shlex.split(command)]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        sys.exit(f"the scoring command failed ({done.returncode}): {done.stderr[-1000:]}")
    printed = json.loads(done.stdout)
    return {k: float(v) for k, v in printed.items() if isinstance(v, int | float) and k not in ("seconds", "stories")}


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("stories", type=Path)
    ap.add_argument("--score", required=True, help="the command to run, with {} for the folder")
    ap.add_argument("--swap", default=",".join(SWAPS), help="any of names,numbers,synonyms")
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--keep", type=Path, help="write the swapped stories here, and leave them")
    args = ap.parse_args()
    found = sorted(p.parent for p in args.stories.glob("*/truth.json"))
    if not found:
        ap.error(f"no story below {args.stories}")
    with tempfile.TemporaryDirectory() as scratch:
        to = args.keep or Path(scratch)
        rng = random.Random(args.seed)
        count = sum(swap_story(story, to / story.name, set(args.swap.split(",")), rng) for story in found)
        before, after = figures(args.score, args.stories), figures(args.score, to)
    print(f"{len(found)} stories, {count} stretches swapped ({args.swap}; seed {args.seed})")
    for key, value in before.items():
        print(f"{key:28} {value:8.4f} -> {after.get(key, 0.0):8.4f}  {after.get(key, 0.0) - value:+8.4f}")


if __name__ == "__main__":
    main()
