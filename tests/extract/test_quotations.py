"""Which stretches stand in quotation marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.extract.quotations import quotations

OUTER = [
    ('"We are ready," she said.', ["We are ready,"]),
    ("“We are ready,” she said. “Now.”", ["We are ready,", "Now."]),
    ("‘We are ready,’ she said. ‘It’s done.’", ["We are ready,", "It’s done."]),
    ("'We are ready,' she said. 'It's done.'", ["We are ready,", "It's done."]),
    ("«We are ready», she said.", ["We are ready"]),
    ("''We are ready,'' she said.", ["We are ready,"]),
    ("``We are ready,'' she said.", ["We are ready,"]),
    ("„We are ready“, she said.", ["We are ready"]),
    ("The ministers' plan isn't the unions' plan.", []),
    ("The '90s were 'good for business', she said.", ["good for business"]),
    ("The board is 6' 2\" wide.", []),
    ('He called it "a farce" and left.', ["a farce"]),
    ('"We are ready,” she said.', ["We are ready,"]),
    ("“We are ready,\" she said.", ["We are ready,"]),
    ("“Workers’ rights come first,” she said.", ["Workers’ rights come first,"]),
    ("”We are ready,” she said.", ["We are ready,"]),
]


@pytest.mark.parametrize(("text", "inner"), OUTER)
def test_marks_of_every_kind(text: str, inner: list[str]) -> None:
    assert [q.inner.of(text) for q in quotations(text) if q.parent is None] == inner


def test_nested_quotations_know_their_parent() -> None:
    text = "“I asked, ‘When does it end?’ and he shrugged,” she said."
    outer, inner = quotations(text)
    assert inner.inner.of(text) == "When does it end?"
    assert outer.parent is None
    assert inner.parent == 0


def test_a_quotation_goes_on_where_the_next_paragraph_re_opens_it() -> None:
    text = '"We have waited long enough.\n\n"Now we build."\n\nThe hall cheered.'
    first, second = quotations(text)
    assert first.inner.of(text) == "We have waited long enough."
    assert (first.closed, first.continues) == (False, True)
    assert (second.closed, second.continues) == (True, False)


UNCLOSED = [
    ('"We have waited long enough, she said.\n\nThe hall cheered. "Now," said one.', "Now,"),
    ('The "bridge is shut. Nobody crosses.\n\n"Open it," she said.', "Open it,"),
    ('"A bridge. "We cross it," she said.', "We cross it,"),
]


@pytest.mark.parametrize(("text", "kept"), UNCLOSED)
def test_an_odd_mark_spoils_no_other_quotation(text: str, kept: str) -> None:
    assert kept in [q.inner.of(text) for q in quotations(text)]


def test_an_odd_mark_never_reaches_beyond_its_paragraph() -> None:
    text = 'She said: "We wait.\n\nThe hall cheered.'
    assert [q.span.of(text) for q in quotations(text)] == ['"We wait.']


TEXTS = st.text(alphabet=st.sampled_from(list("ab .,:\n\"'“”‘’«»„`?!sS")), max_size=120)


@given(st.one_of(TEXTS, st.text(max_size=80)))
def test_any_text_yields_proper_spans(text: str) -> None:
    found = quotations(text)
    for k, q in enumerate(found):
        assert 0 <= q.span.start < q.inner.start <= q.inner.end <= q.span.end <= len(text)
        if q.parent is not None:
            assert q.parent < k
            assert found[q.parent].span.contains(q.span)
    assert list(found) == sorted(found, key=lambda q: (q.span.start, -q.span.end))
