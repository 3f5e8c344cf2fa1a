"""Advice on rules: what it says, and where."""

from pathlib import Path

import pytest

from consistency.config import rules_folder
from consistency.rulelang.lint import lint, topics_of
from consistency.rulelang.load import load_rules
from consistency.rulelang.model import Example, ExampleArticle
from consistency.rulelang.scaffold import new_rule

GOOD = new_rule("a-rule", "unmet_promise")


def advice(folder: Path, text: str, topics: int = 2) -> list[str]:
    path = folder / "a-rule.yaml"
    path.write_text(text)
    loaded = load_rules([path])
    assert loaded.problems == []
    return [f"{p.line}:{p.column}: {p.message}" for p in lint(loaded.rules[0], topics)]


def test_nothing_to_say(tmp_path: Path) -> None:
    assert advice(tmp_path, GOOD) == []


def line(text: str, of: str) -> int:
    return next(n for n, found in enumerate(text.splitlines(), 1) if of in found)


@pytest.mark.parametrize(
    ("old", "new", "at", "said"),
    [
        ("- report.said_from > promise.said_to",
         "- report.said_from > promise.said_to\n  - promise.said_from > report.said_to",
         "- promise.said_from >", "can never match: no numbers or days fulfil this"),
        ("- promise excludes report", "- promise excludes report as link", "as link",
         "the name 'link' is not used: leave 'as link' out"),
        ('Later {report.publisher} reported: "{report.text}"', "It was not.", "  report:",
         "the message shows nothing of 'report': a reader cannot see why it is there"),
        ("- name: another report", "- name: 'a condition'", "'a condition'",
         "a second example of this name: 'a condition'"),
    ],
)  # fmt: skip
def test_advice_has_a_place(old: str, new: str, at: str, said: str, tmp_path: Path) -> None:
    text = GOOD.replace(old, new)
    (told,) = advice(tmp_path, text)
    assert said in told
    assert told.startswith(f"{line(text, at)}:")


def test_too_few_topics(tmp_path: Path) -> None:
    assert advice(tmp_path, GOOD, topics=3) == [
        f"{line(GOOD, '  finds:')}:3: examples of 2 topics, not of 3: other persons and places",
        f"{line(GOOD, '  passes:')}:3: examples of 2 topics, not of 3: other persons and places",
    ]


def test_one_text_on_both_sides(tmp_path: Path) -> None:
    told = advice(tmp_path, GOOD.replace(" if the state paid", ""))
    assert [t.partition(": ")[2] for t in told] == ["the same articles are to be found and to be passed"]


@pytest.mark.parametrize(
    ("texts", "topics"),
    [
        (["Mayor Ida Holm opened the Tarn bridge."] * 3, 1),
        (["Mayor Ida Holm opened the Tarn bridge.", "Mayor Ida Holm closed the Tarn bridge."], 1),
        (["Mayor Ida Holm opened the Tarn bridge.", "Coach Ed Moran praised Ivan Petrov."], 2),
        (["It rained.", "It snowed."], 1),
    ],
)
def test_topics(texts: list[str], topics: int) -> None:
    assert topics_of([Example(name="e", articles=(ExampleArticle(text=t),)) for t in texts]) == topics


def test_the_built_in_rules_need_no_advice() -> None:
    assert [str(p) for rule in load_rules([rules_folder()]).rules for p in lint(rule)] == []
