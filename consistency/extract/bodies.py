"""Sorts of bodies: a newspaper, a club, a company, a public body or a society, by its name or by what it does."""

from __future__ import annotations

from consistency.extract.names import NameWords


def body_kind(words: tuple[str, ...], names: NameWords) -> str:
    """The sort of body that a name shows by its last telling word, "" where it has none."""
    for w in reversed(words):
        for kind, shown in names.lexicon.body_kinds.items():
            if w in shown.names:
                return kind
    return ""


def noun_kind(noun: str, names: NameWords) -> str:
    """The sort of body that a common noun can stand for, "" where it can be any."""
    return next((k for k, shown in names.lexicon.body_kinds.items() if noun in shown.nouns), "")


def clubs(names: NameWords) -> frozenset[str]:
    """The words that end a club's name and stand for it alone: "Rovers", "United"."""
    return names.lexicon.body_kinds["club"].names if "club" in names.lexicon.body_kinds else frozenset()
