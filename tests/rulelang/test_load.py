"""Folders of rules, names that are taken, and that loading never raises."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from consistency.rulelang.load import load_rules
from consistency.rulelang.yaml_text import Document
from tests.rulelang.test_mistakes import TIED


def write(folder, name, text=TIED):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.yaml").write_text(text.replace("id: a-rule", f"id: {name}"), encoding="utf-8")


def test_a_folder_is_read_to_the_bottom_but_for_lexicons(tmp_path):
    write(tmp_path / "b", "second")
    write(tmp_path / "a" / "deep", "third")
    write(tmp_path, "first")
    write(tmp_path / "lexicons", "words", "no: rule")
    write(tmp_path / "b" / "lexicons" / "more", "words", "no: rule")
    loaded = load_rules([tmp_path])
    assert loaded.problems == []
    assert [r.id for r in loaded.rules] == ["first", "second", "third"]
    assert loaded.rules[2].path == (tmp_path / "a" / "deep" / "third.yaml").as_posix()


def test_a_file_given_twice_is_read_once(tmp_path):
    write(tmp_path, "first")
    loaded = load_rules([tmp_path, tmp_path / "first.yaml", tmp_path / "." / "first.yaml"])
    assert ([r.id for r in loaded.rules], loaded.problems) == (["first"], [])


def test_an_id_can_be_taken_once(tmp_path):
    write(tmp_path / "a", "first")
    write(tmp_path / "b", "first")
    loaded = load_rules([tmp_path])
    assert [r.path for r in loaded.rules] == [(tmp_path / "a" / "first.yaml").as_posix()]
    one, other = ((tmp_path / f / "first.yaml").as_posix() for f in "ab")
    assert list(map(str, loaded.problems)) == [f"{other}:1:1: error: the id 'first' is taken by {one}"]


def test_the_good_rules_come_with_the_mistakes_of_the_others(tmp_path):
    write(tmp_path, "first")
    write(tmp_path, "second", "id: [")
    loaded = load_rules([tmp_path, tmp_path / "none.yaml"])
    assert [r.id for r in loaded.rules] == ["first"]
    assert [p.message for p in loaded.problems] == [
        "not YAML: did not find expected node content", "no such file or folder",
    ]  # fmt: skip


def test_what_a_rule_holds(tmp_path):
    write(tmp_path, "first")
    (rule,) = load_rules([tmp_path]).rules
    assert (rule.category, rule.severity, rule.line) == ("unmet_promise", "error", 1)
    assert [(p.alias, p.name) for p in rule.placeholders] == [
        ("promise", "holder"), ("promise", "text"), ("link", "because"),
    ]  # fmt: skip
    assert rule.examples.finds[0].articles[0].date.isoformat() == "2031-01-02"
    assert rule.query.local


ODD = ["  - a excludes b", "x: &a 1", "y: *a", "- [", "\t", "'", "é: \x85", "? a", "!!map", "%YAML 9.9", "<<: x"]
lines = st.sampled_from([*TIED.splitlines(), *ODD])


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(lines, max_size=30) | st.text(max_size=60).map(str.splitlines))
def test_loading_never_raises(tmp_path_factory, some):
    path = tmp_path_factory.mktemp("rules") / "a-rule.yaml"
    path.write_bytes("\n".join(some).encode("utf-8", "surrogatepass"))
    loaded = load_rules([path])
    assert loaded.rules or loaded.problems


@pytest.mark.parametrize("text", [TIED, "a: 'b c'\nd: [1, true, null, 2031-01-01, yes, 1.5]\n"])
def test_places_are_where_values_stand(text):
    document = Document(text)
    found = yaml.compose(text)
    for key, value in found.value:
        at = document.value((key.value,))
        assert text.splitlines()[at.line - 1][at.column - 1 :].startswith(
            value.value[:3] if isinstance(value, yaml.ScalarNode) else ("- ", "[", "promise", "kept", "finds")
        )


def test_plain_values():
    data = Document("[1, -2, true, False, null, ~, 2031-01-01, yes, 1.5, 0x1, '1', 99999999999999999999999]").data
    assert data == [1, -2, True, False, None, None, "2031-01-01", "yes", "1.5", "0x1", "1", "9" * 23]
