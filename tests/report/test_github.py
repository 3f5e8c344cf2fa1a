"""Workflow commands: what the runner reads back from each line, and that articles cannot give it commands."""

import re

from hypothesis import given
from hypothesis import strategies as st

from consistency.errors import Problem
from consistency.findings import Evidence, Finding, Report
from consistency.report.github import render

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::([^\r\n]*)")
DATA = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))


def unescaped(text: str) -> str:
    for code, char in DATA:
        text = text.replace(code, char)
    return text


def read(line: str) -> tuple[str, dict[str, str], str]:
    """A line as the runner reads it: properties split at commas, then unescaped."""
    match = COMMAND.fullmatch(line)
    assert match, line
    properties = dict(pair.split("=", 1) for pair in match[2].split(","))
    return match[1], {name: unescaped(value) for name, value in properties.items()}, unescaped(match[3])


def test_a_finding_is_an_annotation_at_its_line(full: Report) -> None:
    lines = [read(line) for line in render(full).splitlines()]
    assert [name for name, _, _ in lines] == ["error", "error", "warning", "notice"]
    _, properties, message = lines[1]
    assert properties == {
        "file": "news/harbour-post.txt", "line": "3", "endLine": "4", "title": "unmet promise [promise-not-kept]",
    }  # fmt: skip
    assert message.splitlines()[0] == full.findings[0].sentence
    assert [m.split(", ")[1].split(": ")[0] for m in message.splitlines()[1:]] == [
        "harbour-post.txt:3",
        "coast-daily.txt:1",
    ]
    assert lines[2][1]["col"] == "5"


def test_properties_are_escaped() -> None:
    line = render(Report(None, 0, 0, problems=(Problem("error", "100%,a:b.txt", "50% :: lost, why\n::error::x", 7),)))
    assert line == "::error file=100%25%2Ca%3Ab.txt,line=7,title=not checked::50%25 :: lost, why ::error::x\n"
    assert read(line.rstrip("\n"))[1]["file"] == "100%,a:b.txt"


@given(st.text(st.characters(codec=None, exclude_categories=())))
def test_articles_give_no_commands(text: str) -> None:
    evidence = Evidence(text, 0, 3, text, text, None, 1, 1)
    finding = Finding("rule", "tension", "info", f"{text}\n::set-output name=x::y", text, 0.5, (evidence,))
    lines = render(Report(None, 1, 1, (finding,), (), (Problem("notice", text, text),))).splitlines()
    assert [read(line)[0] for line in lines] == ["notice", "notice"]
