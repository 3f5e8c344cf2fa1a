"""Lexicons of the user's own: what is wrong with one is said once, with its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from consistency.errors import LexiconError
from consistency.vocabularies import load_all


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("themes.yaml", "groups: [x", "themes.yaml"),
        ("themes.yaml", "colours: {}", "colours"),
        ("themmes.yaml", "groups: {}", "extends no lexicon"),
        ("topics.yaml", "[" * 5_000, "levels deep"),
        ("topics.yaml", "a: &x [b]\nc: *x", "no aliases"),
        ("units.yaml", "units: {day: [2024-02-30]}", "units.yaml"),
        ("opposites.yaml", "x: [", "opposites.yaml"),
        ("reporting.yaml", "x: 1", "reporting.yaml"),
    ],
)
def test_a_broken_lexicon_is_named(tmp_path: Path, name: str, text: str, says: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=says):
        load_all((tmp_path,))


def test_a_lexicon_extends_the_built_in_one(tmp_path: Path) -> None:
    (tmp_path / "themes.yaml").write_text("groups:\n  lift: {plus: [gondola]}\n", encoding="utf-8")
    load_all((tmp_path,))
