"""Every mistake in a rule file is reported at its place, all at once."""

from pathlib import Path

import pytest

from consistency.rulelang.load import load_rules

GOOD = """\
id: a-rule
category: unmet_promise
severity: error
summary: A promise and a report that excludes it.
why: Both cannot hold.
facts:
  promise: {kind: promise, own: true}
  outcome: {kind: [outcome, event]}
where:
  - promise excludes outcome as link
  - outcome.said_from > promise.deadline + 3 days
unless:
  kept: {kind: outcome}
message: "{promise.holder} promised {promise.text}; {link.because}"
examples:
  finds:
    - name: one
      as_of: 2031-05-01
      articles:
        - {date: 2031-01-02, publisher: Daily, text: One.}
  passes:
    - {name: two, articles: [{text: Two.}]}
"""
TIED = GOOD.replace("unless:", "  - kept fulfils promise\nunless:")

MISTAKES = {
    # the rule file
    "id is not the file's": ("id: a-rule", "id: another", ["1:5: the id is 'another' and the file 'a-rule.yaml': they "
                                                          "must be the same"]),
    "id is no id": ("id: a-rule", "id: A Rule", ["1:5: 'id' is lower-case words joined by hyphens"]),
    "no category": ("category: unmet_promise\n", "", ["1:1: 'category' is missing"]),
    "unknown category": ("unmet_promise", "unmet_promis", [
        "2:11: 'category' cannot be 'unmet_promis' (did you mean 'unmet_promise'?): it is one of unmet_promise, "
        "failed_prediction, position_reversal, self_contradiction, speaker_dispute, claim_vs_outcome, "
        "words_vs_actions, timing_conflict, venue_conflict, number_conflict, quote_drift, content_conflict, tension"]),
    "unknown severity": ("severity: error", "severity: errror", [
        "3:11: 'severity' cannot be 'errror' (did you mean 'error'?): it is one of info, warning, error"]),
    "tension above info": ("unmet_promise", "tension", ["3:11: a tension is never above info"]),
    "unknown key": ("summary:", "sumary:", ["1:1: 'summary' is missing",
                                            "4:1: unknown key 'sumary' (did you mean 'summary'?)"]),
    "two lines of summary": ("A promise and", "|\n  A promise\n  and", ["4:10: 'summary' must be one line"]),
    "examples of one outcome": ("    - {name: two, articles: [{text: Two.}]}\n", "    []\n", [
        "23:5: 'passes' is empty"]),
    "no examples": (GOOD[GOOD.index("examples:"):], "", ["1:1: 'examples' is missing"]),
    "unknown key in an example": ("publisher:", "publischer:", [
        "21:30: unknown key 'publischer' (did you mean 'publisher'?)"]),
    "no date": ("as_of: 2031-05-01", "as_of: 2031-15-01", [
        "19:14: 'as_of': input should be a valid date or datetime, month value is outside expected range of 1-12"]),
    # facts
    "no kind": ("{kind: promise, own: true}", "{own: true}", [
        "7:3: 'promise' has no kind: write promise: {kind: claim}"]),
    "unknown kind": ("kind: promise,", "kind: promice,", [
        "7:13: 'kind' is never 'promice' (did you mean 'promise'?): it is one of promise, prediction, claim, denial, "
        "position, demand, outcome, quantity, quote, event, non_answer, relation"]),
    "unknown kind in a list": ("[outcome, event]", "[outcome, evnt]", [
        "8:29: 'kind' is never 'evnt' (did you mean 'event'?): it is one of promise, prediction, claim, denial, "
        "position, demand, outcome, quantity, quote, event, non_answer, relation"]),
    "unknown field": ("own: true", "onw: true", ["7:28: unknown field 'onw' (did you mean 'own'?)"]),
    "no boolean": ("own: true", "own: yes", ["7:28: 'own' is a boolean: true or false, not 'yes'"]),
    "a relation's field": ("own: true", "strength: 5", [
        "7:28: a fact has no field 'strength': it is one of relations"]),
    "empty list": ("[outcome, event]", "[]", ["8:13: 'kind' has an empty list of values"]),
    "no alias": ("promise: {kind", "Promise!: {kind", [
        "7:3: 'Promise!' is no name for a fact: lower-case letters, digits and _",
        "10:5: unknown alias 'promise'", "11:25: unknown alias 'promise'",
        "12:18: unknown alias 'promise'", "15:11: unknown alias 'promise'", "15:37: unknown alias 'promise'"]),
    "facts is a list": ("facts:\n", "facts: []\nfats:\n", [
        "6:8: 'facts' must be a mapping", "7:1: unknown key 'fats' (did you mean 'facts'?)"]),
    # where
    "unknown alias": ("promise excludes", "promis excludes", [
        "10:5: unknown alias 'promis' (did you mean 'promise'?)"]),
    "unknown relation": ("promise excludes", "promise exclude", [
        "10:13: unknown relation 'exclude' (did you mean 'excludes'?)"]),
    "unknown field on the right": ("promise.deadline", "promise.deadlne", [
        "11:33: unknown field 'deadlne' (did you mean 'deadline'?)"]),
    "types": ("promise.deadline + 3 days", "promise.holder", [
        "11:25: 'said_from' is a date and 'holder' a string: they cannot be compared"]),
    "no order of strings": ("outcome.said_from > promise.deadline + 3 days", "outcome.holder > promise.holder", [
        "11:5: 'holder' is a string: compare it with = and != only"]),
    "no date as literal": ("promise.deadline + 3 days", "soon", [
        "11:25: 'said_from' is a date: YYYY-MM-DD, not 'soon'"]),
    "==": (" > promise.deadline + 3 days", " == 2031-01-01", [
        "11:23: '==' is not one of = != < <= > >=: use ="]),
    "a product of dates": ("+ 3 days", "* 3", ["11:25: a date cannot be multiplied"]),
    "a word too many": ("3 days", "3 long days", ["11:46: 'long' is one word too many"]),
    "a number is missing": ("+ 3 days", "+", ["11:43: an integer is missing after '+'"]),
    "is neither": ("outcome.said_from > promise.deadline + 3 days", "outcome.said_from is there", [
        "11:26: 'is there' is neither 'is present' nor 'is absent'; use = for values"]),
    "no condition": ("outcome.said_from > promise.deadline + 3 days", "outcome", [
        "11:5: a condition is 'alias.field = value', 'alias.field is present' or 'alias relation alias'"]),
    "related to itself": ("promise excludes outcome", "promise excludes promise", [
        "10:22: 'promise' cannot be related to itself"]),
    "named twice": ("as link", "as kept", ["10:33: 'kept' is named twice", "15:53: unknown alias 'link'"]),
    "absent and used": ("outcome.said_from > promise", "promise.deadline is absent\n  - outcome.said_from > promise", [
        "7:3: 'promise.deadline' is both absent and used"]),
    # message
    "unknown placeholder": ("{promise.text}", "{promise.txt}", [
        "15:37: 'promise' has nothing called 'txt' (did you mean 'text'?)"]),
    "nothing to show": ("{promise.text}", "{kept.text}", [
        "15:37: 'kept' stands under 'unless': there is none to show"]),
    "no placeholder": ("{promise.text}", "{promise}", [
        "15:37: '{promise}' is not {alias.name}; write {{ for a brace"]),
    # YAML
    "duplicate key": ("severity: error", "severity: error\nseverity: info", ["4:1: duplicate key 'severity'"]),
    "no YAML": ("facts:\n", "facts: [\n", ["8:3: not YAML: did not find expected ',' or ']'"]),
    "anchors": ("{kind: promise, own: true}", "&a {kind: promise, own: true}", [
        "7:12: anchors and aliases (& and *) are refused"]),
    "tags": ("own: true", "own: !!python/name:os.system x", ["7:33: the tag !!python/name:os.system is refused"]),
    "two documents": ("examples:", "---\nexamples:", ["16:1: not YAML: but found another document"]),
    "nested": ("own: true", "own: " + "[" * 30 + "]" * 30, ["7:50: nested more than 20 deep"]),
}  # fmt: skip


def messages(tmp_path: Path, text: str | bytes, name: str = "a-rule.yaml") -> list[str]:
    path = tmp_path / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return [str(p).replace(f"{path.as_posix()}:", "").replace("error: ", "") for p in load_rules([path]).problems]


def test_a_rule_without_mistakes(tmp_path):
    assert messages(tmp_path, TIED) == []


@pytest.mark.parametrize("name", MISTAKES)
def test_mistake(name, tmp_path):
    old, new, expected = MISTAKES[name]
    assert old in TIED
    assert messages(tmp_path, TIED.replace(old, new, 1)) == expected


def test_all_mistakes_at_once(tmp_path):
    text = TIED.replace("severity: error", "severity: bad").replace("own: true", "onw: 1").replace("said_from", "said")
    assert messages(tmp_path, text.replace("{promise.text}", "{promse.text}")) == [
        "3:11: 'severity' cannot be 'bad': it is one of info, warning, error",
        "7:28: unknown field 'onw' (did you mean 'own'?)",
        "11:13: unknown field 'said' (did you mean 'said_to'?)",
        "15:37: unknown alias 'promse' (did you mean 'promise'?)",
    ]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", ["1:1: the file is empty"]),
        (b"- a\n- b\n", ["1:1: 'rule' must be a mapping"]),
        (b"id: a-rule\nsummary: caf\xe9\n", ["2:1: not UTF-8"]),
        (b"a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n", ["1:4: anchors and aliases (& and *) are refused"]),
        (b"a: 1\n" * 200_000, ["1:1: more than 500000 characters"]),
        (b"[" * 100_000, ["1:21: nested more than 20 deep"]),
        (b"id: a\x00b", ["1:1: not YAML: unacceptable character #x0000: control characters are not allowed"]),
        (b"? [a]\n: b\n", ["1:3: a key must be a word"]),
    ],
    ids=["empty", "a list", "not UTF-8", "a bomb", "huge", "deep", "control characters", "a key that is a list"],
)
def test_a_file_that_is_no_rule(data, expected, tmp_path):
    assert messages(tmp_path, data) == expected
