import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.report.escape import json_text, markdown, visible

TEXT = st.text(st.characters(codec=None, exclude_categories=()))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain é “quoted” 😀", "plain é “quoted” 😀"),
        ("two\n\n lines\tand\u00a0more", "two lines and more"),
        ("\x1b[31mred", r"\x1b[31mred"),
        ("\u202eevil\u200f", r"\u202eevil\u200f"),
        ("soft\u00adhyphen\ufeff zero\u200bwidth", "softhyphen zerowidth"),
        ("no \u00ad gap", "no gap"),
        ("👩\u200d🚀", "👩\u200d🚀"),
        ("hidden \U000e0041 tag", r"hidden \U000e0041 tag"),
        ("lone \ud800", r"lone \ud800"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a | b", r"a \| b"),
        ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
        ("*bold* _it_ `code` ~~no~~ $x$", r"\*bold\* \_it\_ \`code\` \~\~no\~\~ \$x\$"),
        ("![i](https://e.example/a)", r"!\[i\](https\://e.example/a)"),
        ("see www.e.example or @who", r"see www\.e.example or \@who"),
        ("- item", r"\- item"),
        ("# head", r"\# head"),
        ("12. twelfth", r"12\. twelfth"),
        ("rose 3.5 - 4", "rose 3.5 - 4"),
    ],
)
def test_markdown(text: str, shown: str) -> None:
    assert markdown(text) == shown


@given(TEXT)
def test_json_reads_back(text: str) -> None:
    dumped = json_text({"text": text})
    assert json.loads(dumped) == {"text": text}
    assert len(dumped.splitlines()) == 1


@given(TEXT)
def test_visible_is_one_line_and_can_be_encoded(text: str) -> None:
    shown = visible(text)
    assert len(shown.splitlines()) <= 1
    shown.encode()
    assert visible(shown) == shown
