"""Rules that are switched off, and severities that users give."""

import pytest

from consistency import check
from consistency.errors import UsageError
from consistency.rulelang.choose import choose
from consistency.rulelang.load import load_rules
from consistency.rulelang.scaffold import TEMPLATES, write_rule
from tests.conftest import FIXTURES


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory):  # type: ignore[no-untyped-def]
    folder = tmp_path_factory.mktemp("rules")
    for path in TEMPLATES.glob("*.yaml"):
        write_rule(path.stem.replace("_", "-"), path.stem, folder)
    return load_rules([folder]).rules


def test_switched_off_by_id_or_category(rules) -> None:  # type: ignore[no-untyped-def]
    left = {r.id for r in choose(rules, ["tension", "quote-drift"], {})}
    assert left == {r.id for r in rules} - {"tension", "quote-drift"}
    assert choose(rules, [], {}) == rules


def test_severity_by_id_before_category(rules) -> None:  # type: ignore[no-untyped-def]
    given = {"unmet_promise": "error", "unmet-promise": "info", "quote_drift": "error"}
    severities = {r.id: r.severity for r in choose(rules, [], given)}  # type: ignore[arg-type]
    assert (severities["unmet-promise"], severities["quote-drift"]) == ("info", "error")


@pytest.mark.parametrize(
    ("disable", "severity", "said"),
    [
        (["unmet-promis"], {}, r"no rule or category 'unmet-promis' \(did you mean 'unmet-promise'\?\)"),
        ([], {"nothing": "info"}, "no rule or category 'nothing'"),
        ([], {"tension": "warning"}, "severity of 'tension': a tension is never above info"),
        ([], {"quote-drift": "loud"}, "severity of 'quote-drift': 'loud' is none of info, warning, error"),
    ],
)
def test_mistakes(rules, disable, severity, said) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(UsageError, match=said):
        choose(rules, disable, severity)


def test_in_a_check() -> None:
    found = check(FIXTURES / "harbour")
    rule = found.findings[0].rule
    assert rule not in {f.rule for f in check(FIXTURES / "harbour", disable=[rule]).findings}
    lower = [f for f in check(FIXTURES / "harbour", severity={rule: "info"}).findings if f.rule == rule]
    assert {f.severity for f in lower} == {"info"}
    assert {f.fingerprint for f in lower} == {f.fingerprint for f in found.findings if f.rule == rule}


def test_rules_beside_the_built_in_ones(tmp_path) -> None:  # type: ignore[no-untyped-def]
    write_rule("mine", "unmet_promise", tmp_path)
    alone = check(FIXTURES / "harbour", rules=tmp_path)
    beside = check(FIXTURES / "harbour", rules=tmp_path, builtin=True)
    assert {note.id for note in alone.rules} == {"mine"}
    assert {note.id for note in beside.rules} > {"mine"}
