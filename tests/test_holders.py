"""Who is meant by an office in an article, as the whole corpus tells."""

from __future__ import annotations

import pytest

from consistency.article import Interval
from consistency.facts import Entity
from consistency.holders import Holders
from consistency.known import Digest


def article(name: str, persons: list[str], offices: list[tuple[str, str]], bodies: list[tuple[str, str]]) -> Digest:
    entities = tuple(Entity(p, "person") for p in persons)
    nothing = Interval(None, None)
    return Digest(name, name, nothing, "none", entities, (), offices=tuple(offices), bodies=tuple(bodies))


CORPUS = [
    article("a", ["Tomas Rieder", "Anna Roe", "Paul Poe"],
            [("finance minister", "Tomas Rieder"), ("health minister", "Anna Roe"), ("president", "Paul Poe")],
            [("Paul Poe", "Calder Rovers")]),
    article("b", ["Tomas Rieder"], [], []),
    article("c", ["Paul Poe"], [("former mayor", "Paul Poe")], [("Paul Poe", "the club")]),
    article("d", [], [], []),
    article("e", ["Tomas Rieder", "Anna Roe"], [], []),
]  # fmt: skip

MEANT = [
    ("d", "finance minister", "Tomas Rieder"),
    ("b", "minister", "Tomas Rieder"),
    ("e", "minister", None),
    ("d", "minister", None),
    ("d", "transport minister", None),
    ("c", "mayor", None),
    ("c", "president", "Paul Poe"),
    ("c", "president of the rovers", "Paul Poe"),
    ("b", "new finance minister", "Tomas Rieder"),
]


@pytest.mark.parametrize(("name", "described", "holder"), MEANT)
def test_who_is_meant(name: str, described: str, holder: str | None) -> None:
    assert Holders(CORPUS, {}).of(name, described) == holder


def test_a_named_body_outweighs_a_noun() -> None:
    assert Holders(CORPUS, {}).body("Paul Poe") == "Calder Rovers"
    assert Holders(CORPUS, {}).body("Anna Roe") is None
