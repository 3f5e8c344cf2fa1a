"""New rules load, need no advice, and do what their examples say: for every category."""

from pathlib import Path
from typing import get_args

import pytest

from consistency.errors import UsageError
from consistency.findings import Category
from consistency.rulelang.lint import lint
from consistency.rulelang.load import load_rules
from consistency.rulelang.scaffold import categories, new_rule, schema_text, write_rule
from consistency.ruletest import run_examples


def test_every_category_has_a_template() -> None:
    assert set(categories()) == set(get_args(Category))


@pytest.mark.parametrize("category", categories())
def test_a_new_rule_passes_as_it_is(category: str, tmp_path: Path) -> None:
    path, schema = write_rule("my-rule", category, tmp_path / "mine")
    assert schema.read_text() == schema_text()
    assert path.read_text().startswith(f"# yaml-language-server: $schema={schema.name}\n")
    loaded = load_rules([tmp_path / "mine"])
    assert loaded.problems == []
    (rule,) = loaded.rules
    assert (rule.id, rule.category) == ("my-rule", category)
    assert lint(rule) == []
    assert [(o.example, o.right) for o in run_examples([rule])] == [
        (e.name, True) for e in (*rule.examples.finds, *rule.examples.passes)
    ]


@pytest.mark.parametrize("rule", ["My-Rule", "a rule", "", "../x", "x.yaml", "-a", "a" * 81])
def test_no_id(rule: str) -> None:
    with pytest.raises(UsageError, match="is no id"):
        new_rule(rule, "tension")


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    first = write_rule("mine", "tension", tmp_path)
    first[0].write_text("changed")
    with pytest.raises(UsageError, match="is there already"):
        write_rule("mine", "tension", tmp_path)
    assert first[0].read_text() == "changed"
    assert write_rule("other", "tension", tmp_path) == [tmp_path / "other.yaml"]
    (tmp_path / "rule.schema.json").write_text("{}")
    assert len(write_rule("third", "tension", tmp_path)) == 2


def test_a_folder_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="cannot be written"):
        write_rule("mine", "tension", tmp_path / "file" / "below")
