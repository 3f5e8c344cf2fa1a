"""Sets that grow together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from consistency.conclude.joined import Joined


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=20))
def test_what_is_joined_has_one_root_and_nothing_else_has(pairs: list[tuple[int, int]]) -> None:
    sets = Joined()
    groups = {n: {n} for n in range(10)}
    for a, b in pairs:
        sets.join(a, b)
        both = groups[a] | groups[b]
        groups |= dict.fromkeys(both, both)
    assert all((sets.root(a) == sets.root(b)) is (b in groups[a]) for a in range(10) for b in range(10))
