"""The lexicons hold general knowledge: what they have from the seeds alone changes nothing elsewhere."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path

import pytest
import yaml

from consistency.config import lexicons_folder, rules_folder
from consistency.extract.parse import pipeline
from consistency.lexicons import read_yaml
from consistency.rulelang.load import load_rules
from tests.conftest import FIXTURES, ROOT

SHARED = ROOT.parent / "shared" / "yardsticks" / "stories"
"""Stories that are not part of the project: used where they lie beside it."""
Sentences = list[frozenset[str]]
CHECK_ALL = """
import sys
from consistency import check
from consistency.report import FORMATS
for folder in sys.argv[1:]:
    print(repr(FORMATS["json"](check(folder))))
"""


def our_stories() -> list[Path]:
    """The folders of the project's own stories."""
    return sorted(p for p in (FIXTURES / "stories").iterdir() if p.is_dir())


def stories_beside() -> list[Path]:
    """The folders of those beside the project, without the seeds."""
    return sorted(p / "articles" for p in SHARED.glob("*") if p.is_dir() and p.name != "seeds")


def sentences(texts: Iterable[str]) -> Sentences:
    """For every sentence the words it has, as they stand and as lemmas."""
    nlp = pipeline()
    pieces = [piece for text in texts for piece in re.split(r"[.!?\n]+", text) if piece.strip()]
    with nlp.select_pipes(enable=["tok2vec", "tagger", "attribute_ruler", "lemmatizer"]):
        return [frozenset({t.lower_ for t in doc} | {t.lemma_.lower() for t in doc}) for doc in nlp.pipe(pieces)]


def elsewhere(folders: Iterable[Path]) -> Iterable[str]:
    """All article text there is but the seeds: stories, fixtures, and the examples of rules."""
    files = {f for folder in folders for f in folder.rglob("*.txt")} | {*FIXTURES.rglob("*.txt")}
    yield from (f.read_text("utf-8", "replace") for f in sorted(files))
    for rule in load_rules([rules_folder()]).rules:
        for example in (*rule.examples.finds, *rule.examples.passes):
            yield from (article.text for article in example.articles)


class Sieve:
    """Takes out of a lexicon the entries that are found in the seeds and nowhere else."""

    def __init__(self, seeds: Sentences, others: Sentences) -> None:
        self._seeds, self._others = seeds, others
        self.taken: list[str] = []

    def sift(self, node: object, item: bool = False) -> object:
        """The lexicon without them: strings of lists, words that have values, and records by their first value.

        The keys of an `item` of a list are names of fields, never words.
        """
        if isinstance(node, dict):
            words = not item and _values_of_words(node)
            return {k: self.sift(v) for k, v in node.items() if not (words and self._alone(k))}
        if isinstance(node, list) and all(isinstance(x, str) for x in node):
            return [x for x in node if not self._alone(x)]
        if isinstance(node, list):
            return [self.sift(x, item=True) for x in node if not (_record(x) and self._alone(_first(x)))]
        return node

    def _alone(self, entry: object) -> bool:
        words = frozenset(re.split(r"[\s_-]+", entry.lower())) if isinstance(entry, str) else frozenset()
        alone = bool(words) and any(words <= s for s in self._seeds) and not any(words <= s for s in self._others)
        if alone:
            self.taken.append(str(entry))
        return alone


def _values_of_words(node: dict[str, object]) -> bool:
    """Whether a mapping gives words their values (a number, a letter, a pole), and does not hold fields or lists."""
    return not any(
        isinstance(v, dict) or (isinstance(v, list) and all(isinstance(x, str) for x in v)) for v in node.values()
    )


def _record(node: object) -> bool:
    """Whether an item of a list is a record of plain values, such as a term of office."""
    return isinstance(node, dict) and not any(isinstance(v, dict | list) for v in node.values())


def _first(node: object) -> object:
    return next(iter(node.values()), "") if isinstance(node, dict) else ""


def copy_of_the_project(folder: Path, sieve: Sieve | None = None) -> Path:
    """The package and its rules as in a checkout, the lexicons sifted."""
    shutil.copytree(ROOT / "consistency", folder / "consistency", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(rules_folder(), folder / "rules")
    for path in sorted((folder / "rules" / "lexicons").glob("*.yaml")):
        if sieve is not None:
            path.write_text(yaml.safe_dump(sieve.sift(read_yaml(path)), allow_unicode=True), "utf-8")
    return folder


def reports(projects: Sequence[Path], folders: Iterable[Path]) -> list[list[str]]:
    """What each of the projects, side by side, reports of each story."""
    command = [sys.executable, "-c", CHECK_ALL, *map(str, folders)]
    with ExitStack() as stack:
        running = [
            stack.enter_context(subprocess.Popen(command, cwd=p, stdout=subprocess.PIPE, encoding="utf-8"))
            for p in projects
        ]
        told = [process.communicate()[0].splitlines() for process in running]
    assert [process.returncode for process in running] == [0] * len(projects)
    return told


@pytest.mark.parametrize("where", [our_stories, stories_beside], ids=["ours", "beside the project"])
def test_what_only_the_seeds_have_changes_nothing_elsewhere(where: Callable[[], list[Path]], tmp_path: Path) -> None:
    folders = where()
    if not folders:
        pytest.skip(f"NOT TESTED on the stories beside the project: there is no {SHARED}")
    seeds = sentences(p.read_text("utf-8") for p in sorted((ROOT / "seeds").glob("*.txt")))
    sieve = Sieve(seeds, sentences(elsewhere([*our_stories(), *stories_beside()])))
    sifted = copy_of_the_project(tmp_path / "sifted", sieve)
    whole = copy_of_the_project(tmp_path / "whole")
    assert sieve.taken, "nothing was taken out: the test tests nothing"
    left, right = reports([whole, sifted], folders)
    assert len(left) == len(folders)
    changed = [f"{f.parent.name}/{f.name}" for f, a, b in zip(folders, left, right, strict=True) if a != b]
    assert not any('"level": "error"' in report for report in right)
    assert changed == [], f"without {sorted(set(sieve.taken))}"


def test_a_copy_uses_its_own_lexicons(tmp_path: Path) -> None:
    project = copy_of_the_project(tmp_path / "copy")
    code = "from consistency.config import lexicons_folder; print(lexicons_folder())"
    ran = subprocess.run([sys.executable, "-c", code], cwd=project, capture_output=True, encoding="utf-8", check=True)
    assert Path(ran.stdout.strip()).samefile(project / "rules" / "lexicons")


def test_sieve() -> None:
    sieve = Sieve([frozenset({"war", "peace", "back", "away", "anna"})], [frozenset({"war"}), frozenset({"back"})])
    lexicon: object = {
        "war": [["war", "peace"], ["back_away", "back"]],
        "values": {"peace": 1, "war": 2, "anna away": [1, 2]},
        "terms": [{"who": "Anna", "from": "war"}, {"who": "War", "from": "Anna"}],
    }
    assert sieve.sift(lexicon) == {
        "war": [["war"], ["back"]],
        "values": {"war": 2},
        "terms": [{"who": "War", "from": "Anna"}],
    }
    assert sieve.taken == ["peace", "back_away", "peace", "anna away", "Anna"]


@pytest.mark.parametrize("path", sorted(lexicons_folder().glob("*.yaml")), ids=lambda p: p.stem)
def test_a_lexicon_survives_being_written_anew(path: Path) -> None:
    assert json.dumps(yaml.safe_load(yaml.safe_dump(read_yaml(path))), default=str)
