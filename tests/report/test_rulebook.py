"""The rules reference: current, complete, and harmless whatever a rule's text holds."""

import re
from typing import get_args

import pytest

from consistency.config import rules_folder
from consistency.findings import Category
from consistency.report.rulebook import CATEGORIES, page
from consistency.rulelang.fields import FIELDS, RELATIONS
from consistency.rulelang.load import load_rules
from tests.conftest import ROOT

RULES = load_rules([rules_folder()]).rules
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_page_is_current(request: pytest.FixtureRequest) -> None:
    path = ROOT / "docs" / "rules.md"
    if request.config.getoption("--update-golden"):
        path.write_text(page(RULES), encoding="utf-8")
    assert path.read_text(encoding="utf-8") == page(RULES), "run: consistency rules docs -o docs/rules.md"


def test_everything_is_on_it() -> None:
    shown = page(RULES)
    for rule in RULES:
        assert f"### {rule.id}\n" in shown
        assert f"(#{rule.id})" in shown
    for name in (*get_args(Category), *FIELDS, *RELATIONS):
        assert f"`{name}`" in shown


def test_the_readme_says_the_same_of_categories() -> None:
    told = dict(re.findall(r"^\| `(\w+)` \| (.*?) \|$", README, re.MULTILINE))
    assert {name: told.get(name) for name in CATEGORIES} == CATEGORIES


def test_markup_in_a_rule_is_shown() -> None:
    rule = RULES[0].model_copy(update={"summary": "<script>alert(1)</script> [a](b) | *c*"})
    assert "<script>" not in page([rule])
    assert r"\[a\](b) \| \*c\*" in page([rule])
