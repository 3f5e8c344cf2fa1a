"""Statements that assert nothing of what they contain, and what is told only inside of them."""

from __future__ import annotations

from collections.abc import Sequence

from consistency.facts import Statement


def denying(statements: Sequence[Statement]) -> list[Statement]:
    """The statements that assert nothing of what they contain."""
    return [s for s in statements if s.force in ("deny", "doubt", "ask") or s.negated or s.non_answer]


def is_inside(s: Statement, statements: Sequence[Statement]) -> bool:
    """Whether it is only told inside the content of one of the statements."""
    return any(
        outer is not s and any(o.contains(c) and o != c for o in outer.content for c in (*s.cue, *s.content)[:1])
        for outer in statements
    )


def never_said(statement: Statement, text: str) -> bool:
    """ "I never said that ...": somebody speaks of what they themselves said, and not of one occasion."""
    return "never" in " ".join(c.of(text) for c in statement.cue).lower() and statement.within is not None
