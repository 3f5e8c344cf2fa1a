"""What settings and comments set aside, and that none of it goes unsaid."""

from dataclasses import replace

import pytest

from consistency.article import Origin
from consistency.errors import Problem
from consistency.findings import Checked, Finding
from consistency.ignores import ignores
from consistency.suppressions import Suppression, names_finding, suppress
from tests.aside import evidence, finding, pair, report

ONE = pair("a.txt", "sub/b.txt")


def entry(**what: str) -> Suppression:
    return Suppression(reason="known", where="consistency.toml:4", **what)


@pytest.mark.parametrize(
    ("what", "set_aside"),
    [
        ({"rule": "said-both"}, True), ({"rule": "self_contradiction"}, True), ({"rule": "other"}, False),
        ({"path": "a.txt"}, True), ({"path": "news/a.txt"}, True), ({"path": "news/*"}, True),
        ({"path": "sub/*"}, True),
        ({"path": "*/c.txt"}, False), ({"fingerprint": ONE.fingerprint}, True), ({"fingerprint": ONE.id}, True),
        ({"fingerprint": ONE.fingerprint[:7]}, False), ({"fingerprint": "said-both"}, False),
        ({"rule": "said-both", "path": "c.txt"}, False), ({"rule": "said-both", "path": "a.txt"}, True),
    ],
)  # fmt: skip
def test_what_an_entry_of_the_settings_matches(what: dict[str, str], set_aside: bool) -> None:
    after = suppress(report(ONE), [entry(**what)])
    assert after.findings == (() if set_aside else (ONE,))
    if set_aside:
        (said,) = after.suppressed
        assert (said.finding, said.by, said.reason, said.where) == (ONE, "settings", "known", "consistency.toml:4")
        assert after.problems == ()
    else:
        notice = Problem("notice", "consistency.toml", "suppress: sets no finding aside any more", 4)
        assert after.problems == (notice,)


def test_evidence_that_only_repeats_does_not_count() -> None:
    more = replace(ONE, evidence=(*ONE.evidence, evidence("c.txt", "It is open", role="one")))
    assert suppress(report(more), [entry(path="c.txt")]).findings == (more,)


TEXT = "The gate is shut.\n\n<!-- consistency: ignore {} -- {} -->\nThe gate is open, she said.\n"


def commented(names: str, reason: str = "irony") -> tuple[str, Finding]:
    text = TEXT.format(names, reason)
    where = evidence("a.md", "The gate is open", text.index("The gate is open"))
    return text, finding(where, evidence("b.md", "The gate is shut", role="other"))


@pytest.mark.parametrize("names", ["said-both", "other, said-both", "self_contradiction", "{id}"])
@pytest.mark.parametrize("heeded", ["a.md", "news/*", "*"])
def test_a_comment_sets_aside_what_it_names_in_its_paragraph(names: str, heeded: str) -> None:
    text, found = commented(names.format(id=commented("x")[1].id))
    after = suppress(report(found, texts={"a.md": text}), [], [heeded])
    assert after.findings == ()
    assert [(s.by, s.reason, s.where) for s in after.suppressed] == [("comment", "irony", "news/a.md:3")]
    assert after.problems == ()


@pytest.mark.parametrize(
    ("names", "reason", "heeded", "notice"),
    [
        ("said-both", "irony", [], "not heeded here (--inline-ignores GLOB heeds it)"),
        ("said-both", "irony", ["b.md"], "not heeded here (--inline-ignores GLOB heeds it)"),
        ("other", "irony", ["*"], "a comment asks to ignore findings that are not there"),
        ("said-both", " ", ["*"], "gives no reason: write <!-- consistency: ignore RULE -- reason -->"),
    ],
)
def test_a_comment_that_does_nothing_is_said(names: str, reason: str, heeded: list[str], notice: str) -> None:
    text, found = commented(names, reason)
    after = suppress(report(found, texts={"a.md": text}), [], heeded)
    assert after.findings == (found,)
    assert [(p.level, p.path, p.line) for p in after.problems] == [("notice", "news/a.md", 3)]
    assert after.problems[0].message.endswith(notice)


def test_a_comment_is_about_its_paragraph_only() -> None:
    text, _ = commented("said-both")
    before = finding(evidence("a.md", "The gate is shut", 0))
    assert suppress(report(before, texts={"a.md": text}), [], ["*"]).findings == (before,)


def test_the_line_of_a_record_is_that_of_its_file() -> None:
    text, found = commented("said-both")
    checked = Checked("a.md", Origin("corpus.jsonl", "jsonl", 12), ignores(text))
    after = suppress(replace(report(found), checked=(checked,)), [], ["a.md"])
    assert after.suppressed[0].where == "corpus.jsonl:12"


def test_nothing_is_called_gone_where_not_everything_was_checked() -> None:
    broken = replace(report(), problems=(Problem("error", "b.txt", "not UTF-8"),))
    assert suppress(broken, [entry(rule="said-both")]).problems == broken.problems


@pytest.mark.parametrize(("name", "named"), [(ONE.id, True), (f"other-{ONE.fingerprint}", False), ("", False)])
def test_names(name: str, named: bool) -> None:
    assert names_finding(name, ONE) is named
