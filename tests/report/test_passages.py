from hypothesis import given
from hypothesis import strategies as st

from consistency.report.html.passages import LONGEST, WHOLE, Mark, blocks, passage
from consistency.spans import Span
from tests.report.pages import article, evidence

TEXT = st.text(alphabet=st.sampled_from("ab \n\r\u2028."), max_size=400)


def shown(text: str, *marks: tuple[str, str]) -> list[str]:
    """The blocks of the text with its marks in brackets."""
    made = [Mark(text.index(words), text.index(words) + len(words), "said", label) for words, label in marks]
    out = []
    for block in blocks(text, made):
        pieces = (f"[{p.text}]{','.join(p.refs)}" if p.sides else p.text for p in block.pieces)
        out.append((f"({block.skipped}) " if block.skipped else "") + "".join(pieces).strip())
    return out


def test_a_passage_stands_in_its_paragraph() -> None:
    where = article("a.txt", "Before.\nOne said the gate was open, and left.\nAfter.")
    found = passage(evidence(where, "the gate was open", "one"), where.text)
    assert found == ("One said ", "the gate was open", ", and left.", False, False)


def test_what_is_not_the_body_is_no_surroundings() -> None:
    where = article("a.txt", "date 2024-05-01 One said the gate was open.")
    found = passage(evidence(where, "the gate was open", "one"), where.text, [Span(16, len(where.text))])
    assert found.before == "One said "


def test_a_long_paragraph_is_cut_between_words() -> None:
    where = article("a.txt", "word " * 100 + "HERE" + " word" * 100)
    found = passage(evidence(where, "HERE", "one"), where.text)
    assert found.cut_before
    assert found.cut_after
    assert set(found.before.split()) == set(found.after.split()) == {"word"}


def test_without_its_text_a_passage_stands_alone() -> None:
    where = article("a.txt", "One said the gate was open.")
    assert passage(evidence(where, "the gate", "one"), "another text") == ("", "the gate", "", False, False)


def test_marks_overlap_and_cross_paragraphs() -> None:
    assert shown("one two three\n\nfour five", ("two three", "f1"), ("three\n\nfour", "f2")) == [
        "one [two ][three]f1[\n\n]",
        "[four]f2 five",
    ]


def test_short_lines_are_wrapped_and_long_ones_are_paragraphs() -> None:
    assert len(blocks("one\ntwo\n\nthree\nfour\n", [])) == 2
    assert len(blocks(f"{'one ' * 40}\n{'two ' * 40}\n", [])) == 2


def test_of_a_long_text_what_is_next_to_a_mark_is_shown() -> None:
    text = "".join(f"Paragraph {i} {'x' * 100}.\n\n" for i in range(400))
    assert len(text) > WHOLE
    found = shown(text, ("Paragraph 200 ", "f1"))
    assert [line.partition(" x")[0] for line in found[:4]] == [
        "Paragraph 0", "(23058) Paragraph 199", "[Paragraph 200 ]f1" + "x" * 100 + ".", "Paragraph 201",
    ]  # fmt: skip
    assert found[4].startswith("(")


def test_a_text_without_breaks_is_no_single_block() -> None:
    assert max(len(p.text) for b in blocks("x" * 10 * LONGEST, [Mark(5, 9, "said", "f1")]) for p in b.pieces) <= LONGEST


@given(TEXT, st.lists(st.tuples(st.integers(0, 400), st.integers(1, 60)), max_size=4))
def test_nothing_but_blank_lines_is_lost(text: str, stretches: list[tuple[int, int]]) -> None:
    marks = [Mark(a, a + n, "said", "f1") for a, n in stretches if a + n <= len(text)]
    assert "".join(p.text for b in blocks(text, marks) for p in b.pieces).split() == text.split()
    marked = "".join(p.text for b in blocks(text, marks) for p in b.pieces if p.sides)
    expected = "".join(c for i, c in enumerate(text) if any(m.start <= i < m.end for m in marks))
    assert "".join(marked.split()) == "".join(expected.split())
