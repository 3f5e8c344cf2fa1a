"""The schema: current, valid, accepts every rule there is, and refuses what the loader refuses of its shape."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from consistency.config import rules_folder
from consistency.rulelang.load import load_rules
from consistency.rulelang.scaffold import TEMPLATES, new_rule, schema_text
from consistency.rulelang.schema import NAME, schema
from consistency.rulelang.yaml_text import Document

VALIDATOR = Draft202012Validator(schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)
FILES = [*(Path(r.path) for r in load_rules([rules_folder()]).rules), *sorted(TEMPLATES.glob("*.yaml"))]
GOOD = new_rule("a-rule", "unmet_promise")


def mistakes(text: str) -> list[str]:
    return [e.message for e in VALIDATOR.iter_errors(Document(text).data)]


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


def test_the_file_is_current() -> None:
    found = (rules_folder() / NAME).read_text(encoding="utf-8")
    assert json.loads(found) == json.loads(schema_text()), "run: consistency rules schema -o rules/rule.schema.json"
    assert found == schema_text()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_rule_is_accepted(path: Path) -> None:
    assert mistakes(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("category: unmet_promise", "category: unmet_promises"),
        ("severity: warning", "severity: severe"),
        ("id: a-rule", "id: A Rule"),
        ("summary:", "sumary:"),
        ("kind: promise,", "kind: promisse,"),
        ("{kind: promise, ", "{"),
        ("condition: none", "condition: no"),
        ("condition: none", "conditions: none"),
        ("narrated: true", "narrated: yes"),
        ("certainty: [certain, probable]", "certainty: []"),
        ("certainty: [certain, probable]", "certainty: [certain, maybe]"),
        ("promise excludes report", "promise exclude report"),
        ("report.said_from >", "report.said_form >"),
        ("report.said_from >", "report.said_from =="),
        ("report.said_from > promise.said_to", "report.said_from is missing"),
        ("  passes:", "  fails:"),
        ("  finds:", "  finds: []\n  found:"),
        ("date: 2030-02-01", "date: 1 Feb 2030"),
        ("publisher:", "publischer:"),
        ("    - name: a condition\n", "    - title: a condition\n"),
        ("message:", "messages:"),
    ],
)
def test_typical_mistakes_are_refused_by_it_and_by_the_loader(old: str, new: str, tmp_path: Path) -> None:
    text = GOOD.replace(old, new, 1)
    assert text != GOOD
    assert mistakes(text)
    (tmp_path / "a-rule.yaml").write_text(text)
    assert load_rules([tmp_path]).problems


def test_every_description_is_a_sentence_or_a_phrase() -> None:
    def described(part: Any) -> list[str]:
        if isinstance(part, list):
            return [d for item in part for d in described(item)]
        if not isinstance(part, dict):
            return []
        own = [part["description"]] if isinstance(part.get("description"), str) else []
        return own + [d for value in part.values() for d in described(value)]

    assert len(described(schema())) > 40
    assert all(d.strip() for d in described(schema()))
