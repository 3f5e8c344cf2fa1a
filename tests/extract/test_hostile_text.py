"""No article raises: marks removed, doubled and swapped, sentences shuffled, text without sense."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consistency.extract.attribution import Attribution
from consistency.spans import Span
from tests.extract.conftest import Read

SENTENCES = [
    '"It is late," Ms Roe said. "It opens in May. I promise."',
    "“I asked, ‘When does it end?’” the mayor told reporters in Sochi.",
    "According to the ministry, the bridge, she said, would open.",
    "Asked whether it was safe, Anna Roe declined to comment.",
    "ROE: We will build it.",
    '"We have waited.',
    "The president and other officials said that he would go, adding that they knew.",
    "His promise to open it, which Peter Poe called “a joke”, was kept",
    "''We build,'' said: \"no",
]
MARKS = [*"\"'“”‘’«»`", "''", "", " ", '""', "\n\n", "\n"]


@st.composite
def broken_articles(draw: st.DrawFn) -> str:
    text = draw(st.sampled_from([" ", "\n", "\n\n"])).join(draw(st.lists(st.sampled_from(SENTENCES), max_size=6)))
    swaps = draw(st.lists(st.tuples(st.integers(0, 400), st.sampled_from(MARKS)), max_size=8))
    for at, mark in swaps:
        text = text[:at] + mark + text[at + draw(st.integers(0, 2)) :]
    return text


def proper(text: str, found: Attribution) -> None:
    ids = [s.id for s in found.statements]
    assert len(ids) == len(set(ids))
    for s in found.statements:
        assert s.content
        assert s.within is None or (s.within in ids and s.within != s.id)
        for span in (*s.source, *s.cue, *s.content, *s.quoted):
            assert 0 <= span.start < span.end <= len(text)
        assert not any(a.overlaps(b) for a in s.content for b in s.content if a is not b)
        assert list(s.content) == sorted(s.content)
        assert all(any(c.contains(Span(q.start, q.end)) for c in s.content) for q in s.quoted)


RELAXED = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@RELAXED
@given(broken_articles())
def test_broken_marks_and_shuffled_sentences(read: Read, text: str) -> None:
    proper(text, read(text))


@RELAXED
@given(st.text(max_size=200))
def test_any_text(read: Read, text: str) -> None:
    proper(text, read(text))


@RELAXED
@given(broken_articles())
def test_the_same_text_gives_the_same_statements(read: Read, text: str) -> None:
    assert read(text).statements == read(text).statements
