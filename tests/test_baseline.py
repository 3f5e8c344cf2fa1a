"""The baseline: what it knows it knows again, a person's verdicts stay, and edits elsewhere do not matter."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consistency import api
from consistency.article import Article, Origin
from consistency.baseline import Baseline, against, dumped, load_baseline, marked, updated
from consistency.config import Settings
from consistency.errors import Problem, SettingsError, UsageError
from consistency.read.assemble import Draft, assemble
from tests.aside import pair, report
from tests.conftest import FIXTURES

ONE, TWO = pair("a.txt", "b.txt"), pair("a.txt", "c.txt", "The \x1b gate “is” ajar")
NAMES = st.text("ab.-é\n\x00\ud800", min_size=1, max_size=8)


def test_what_is_known_is_set_aside_and_the_rest_is_new() -> None:
    after = against(report(ONE, TWO), updated(Baseline(), [ONE]), "known.json")
    assert after.findings == (TWO,)
    assert [(s.finding, s.by, s.reason, s.where) for s in after.suppressed] == [
        (ONE, "baseline", "known", "known.json")
    ]
    assert (after.compared, after.problems) == (True, ())


def test_entries_that_match_nothing_are_said() -> None:
    known = updated(Baseline(), [ONE, TWO])
    (notice,) = against(report(), known, "known.json").problems
    assert (notice.level, notice.path) == ("notice", "known.json")
    assert notice.message.startswith(f"known findings that are not found any more: {ONE.id} and 1 more")
    broken = replace(report(), problems=(Problem("error", "b.txt", "not UTF-8"),))
    assert against(broken, known, "known.json").problems == broken.problems


@given(st.lists(st.tuples(NAMES, NAMES, NAMES), max_size=6))
def test_round_trip(pairs: list[tuple[str, str, str]]) -> None:
    findings = [pair(*names) for names in pairs]
    known = updated(Baseline(), findings)
    text = dumped(known)
    again = Baseline.model_validate(json.loads(text.encode("utf-8")))
    assert sorted(map(repr, again.findings)) == sorted(map(repr, known.findings))
    assert against(report(*findings), again, "known.json").findings == ()
    assert dumped(updated(again, findings)) == text


def test_verdicts_stay_when_the_baseline_is_written_anew() -> None:
    judged = marked(marked(Baseline(), ONE.id, "false", "irony"), TWO.id, "true", "he did")
    known = updated(judged, [ONE, pair("d.txt", "e.txt")])
    assert sorted((e.fingerprint, e.verdict, e.note) for e in known.findings if e.verdict) == sorted(
        [(ONE.fingerprint, "false", "irony"), (TWO.fingerprint[:8], "true", "he did")]
    )
    assert {s.reason for s in against(report(ONE, TWO), known, "k").suppressed} == {
        "judged false: irony", "judged true: he did",
    }  # fmt: skip


def test_without_a_verdict_what_is_gone_is_dropped() -> None:
    assert updated(updated(Baseline(), [ONE, TWO]), [ONE]) == updated(Baseline(), [ONE])


def test_a_verdict_can_be_changed() -> None:
    known = marked(marked(updated(Baseline(), [ONE]), ONE.id, "true", "so"), ONE.id, "false", "not so")
    assert [(e.verdict, e.note, e.message) for e in known.findings] == [("false", "not so", ONE.message)]


@pytest.mark.parametrize("name", ["said-both", "said-both-1a2b", "1a2b3c4", "", "said-both-XYZXYZXY"])
def test_what_is_no_id(name: str) -> None:
    with pytest.raises(UsageError, match="is not the id of a finding"):
        marked(Baseline(), name, "true", "so")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "known.json:1:2: error: not JSON: "),
        ("[]", "known.json: error: "),
        ('{"version": 2}', "known.json: error: version: Input should be 1"),
        ('{"version": 1, "findings": [{"rule": "a"}]}', "known.json: error: findings.0.fingerprint: Field "),
        (
            '{"version": 1, "findings": [{"rule": "a", "fingerprint": "x"}]}',
            "findings.0.fingerprint: String should match",
        ),
        ('{"version": 1, "extra": 1}', "known.json: error: extra: Extra inputs"),
        ("\x00", "not JSON"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_mistakes(text: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("known.json").write_text(text)
    with pytest.raises(SettingsError) as raised:
        load_baseline(Path("known.json"))
    assert said in "\n".join(map(str, raised.value.problems))


HARBOUR = {path.name: path.read_text(encoding="utf-8") for path in sorted((FIXTURES / "harbour").glob("*.txt"))}
ELSEWHERE = (
    "The market will be held on Saturdays.", "Rain fell on the hills all week.",
    "“It was a fine concert,” Mr Oru said.",
    "The library has 4,000 books.",
)  # fmt: skip


def fingerprints(texts: dict[str, str]) -> set[str]:
    articles = [
        a for n, t in texts.items() for a in assemble(Draft(n, t, Origin(n)), Settings()) if isinstance(a, Article)
    ]
    return {finding.fingerprint for finding in api.check(articles, as_of="2023-07-31").findings}


@settings(max_examples=8, deadline=None)
@given(st.data())
def test_edits_elsewhere_do_not_change_a_fingerprint(data: st.DataObject) -> None:
    """Paragraphs put in anywhere between the others leave every finding known."""
    edited = {}
    for name, text in HARBOUR.items():
        paragraphs = text.split("\n\n")
        at = data.draw(st.integers(1, len(paragraphs)))
        edited[name] = "\n\n".join([*paragraphs[:at], data.draw(st.sampled_from(ELSEWHERE)), *paragraphs[at:]])
    found = fingerprints(HARBOUR)
    assert found
    assert found <= fingerprints(edited)


def test_repeating_evidence_does_not_change_a_fingerprint() -> None:
    again = ONE.evidence[0]._replace(text="It is open, she said again", start=400, end=426)
    assert replace(ONE, evidence=(*ONE.evidence, again)).fingerprint == ONE.fingerprint
    assert replace(ONE, evidence=tuple(e._replace(start=e.start + 9, line=7) for e in ONE.evidence)).id == ONE.id


def test_digits_alone_name_a_finding() -> None:
    judged = marked(Baseline(), ONE.fingerprint[:8], "false", "irony")
    assert [s.reason for s in against(report(ONE, TWO), judged, "known.json").suppressed] == ["judged false: irony"]
    (entry,) = (e for e in updated(judged, [ONE, TWO]).findings if e.verdict)
    assert (entry.rule, entry.fingerprint, entry.note) == (ONE.rule, ONE.fingerprint, "irony")
    assert len(marked(judged, ONE.id, "true", "so").findings) == 1
