"""Rules and facts for tests: a few by hand, and hypothesis strategies for any."""

from __future__ import annotations

from hypothesis import strategies as st

from consistency.rulelang.compile import compile_rule
from consistency.rulelang.fields import Row
from consistency.rulelang.model import Rule, RuleFile

KINDS = ("promise", "outcome", "claim")
RELATIONS = ("excludes", "fulfils")
STRINGS = ("holder", "topic", "venue")
NUMBERS = ("low", "high")
DATES = ("deadline", "said_from")
BOOLEANS = ("own", "narrated")
TEXTS = ("a", "b", "é", "A", "a b", 'x"y', "o'k", "\\", "ü😀", "null", "1", "true", "\x00", "\ud800", "$m", "a" * 70_000)
INTEGERS = (0, 1, 2, 3, 5, -4, 10, 2**40, -(2**50))
HUGE = (2**50 + 1, 10**18, -(10**18))
OPS = ("=", "!=", "<", "<=", ">", ">=")

EXAMPLES = {
    "finds": [{"name": "one", "articles": [{"text": "one"}]}],
    "passes": [{"name": "two", "articles": [{"text": "two"}]}],
}


def file(name: str = "r", **parts: object) -> RuleFile:
    """A rule with the given facts, where and unless, and what else a rule must have."""
    required = {
        "category": "content_conflict", "severity": "info", "summary": "s", "why": "w", "message": "m",
        "examples": EXAMPLES,
    }  # fmt: skip
    return RuleFile.model_validate({"id": name, **required, **parts})


def rule(name: str = "r", **parts: object) -> Rule:
    """The same, compiled."""
    written = file(name, **parts)
    query, mistakes = compile_rule(written)
    assert query is not None, mistakes
    return Rule(**dict(written), query=query, path="r.yaml")


@st.composite
def facts(draw: st.DrawFn, numbers: tuple[int, ...] = INTEGERS, most: int = 12) -> list[Row]:
    """Rows of facts in a few matters, and of relations between facts of one matter; fields may be missing."""
    few = draw(st.sampled_from((2, 4, len(TEXTS))))
    fields = {
        **dict.fromkeys(STRINGS, st.sampled_from(TEXTS[:few])),
        **dict.fromkeys((*NUMBERS, *DATES), st.sampled_from(numbers)),
        **dict.fromkeys(BOOLEANS, st.booleans()),
    }
    required = {"kind": st.sampled_from(KINDS), "matter": st.sampled_from((7, 8, 9))}
    rows: list[Row] = draw(st.lists(st.fixed_dictionaries(required, optional=fields), max_size=most))
    for i, row in enumerate(rows):
        row["fact"] = 1000 - 3 * i
    links = st.tuples(st.sampled_from(RELATIONS), st.integers(0, most), st.integers(0, most), st.sampled_from((40, 80)))
    for i, (name, left, right, strength) in enumerate(draw(st.lists(links, max_size=most))):
        ends = [rows[n] for n in (left, right) if n < len(rows) and rows[n]["kind"] != "relation"]
        if len(ends) == 2 and ends[0]["matter"] == ends[1]["matter"]:
            rows.append({
                "fact": 5000 + i, "matter": ends[0]["matter"], "kind": "relation", "relation": name,
                "left": ends[0]["fact"], "right": ends[1]["fact"], "strength": strength,
            })  # fmt: skip
    return rows


def _literal(draw: st.DrawFn, field: str) -> str:
    if field in STRINGS:
        text = draw(st.sampled_from(TEXTS[:-1]))
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if field in BOOLEANS:
        return draw(st.sampled_from(("true", "false")))
    if field in DATES:
        return draw(st.sampled_from(("1970-01-03", "1970-01-06", "2031-01-01")))
    return str(draw(st.sampled_from(INTEGERS)))


def _sum(draw: st.DrawFn, field: str) -> str:
    times = draw(st.sampled_from(("", "", " * 2", " * -3"))) if field in NUMBERS else ""
    return times + draw(st.sampled_from(("", "", " + 1", " - 5")))


def _condition(draw: st.DrawFn, alias: str, others: list[str]) -> str:
    """One condition on an alias, with a literal or with another (or the same) alias."""
    group = draw(st.sampled_from((STRINGS, NUMBERS, DATES, BOOLEANS)))
    field = draw(st.sampled_from(group))
    way = draw(st.sampled_from(("literal", "cross", "cross", "is")))
    if way == "is":
        return f"{alias}.{field} is {draw(st.sampled_from(('present', 'absent')))}"
    op = draw(st.sampled_from(OPS if group in (NUMBERS, DATES) else OPS[:2]))
    if way == "literal":
        return f"{alias}.{field} {op} {_literal(draw, field)}"
    other = draw(st.sampled_from(others))
    other_field = draw(st.sampled_from(group))
    plus = _sum(draw, field) if group in (NUMBERS, DATES) else ""
    return f"{alias}.{field} {op} {other}.{other_field}{plus}"


def _tie(draw: st.DrawFn, alias: str, other: str) -> list[str]:
    way = draw(st.sampled_from(("relation", "relation", "named", "field")))
    if way == "field":
        field = draw(st.sampled_from(STRINGS))
        return [f"{alias}.{field} = {other}.{draw(st.sampled_from((field, 'topic')))}"]
    left, right = draw(st.permutations((alias, other)))
    text = f"{left} {draw(st.sampled_from(RELATIONS))} {right}"
    return [f"{text} as to_{alias}", f"to_{alias}.strength >= 60"] if way == "named" else [text]


def _pattern(draw: st.DrawFn) -> dict[str, object]:
    kinds = draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=2, unique=True))
    out: dict[str, object] = {"kind": kinds if len(kinds) > 1 else kinds[0]}
    if draw(st.integers(0, 3)) == 0:
        out["own"] = draw(st.booleans())
    if draw(st.integers(0, 3)) == 0:
        out["topic"] = draw(st.lists(st.sampled_from(TEXTS[:4]), min_size=1, max_size=2))
    return out


@st.composite
def parts(draw: st.DrawFn) -> dict[str, object]:
    """`facts`, `where` and `unless` of a rule; most compile."""
    positive = ["a", "b", "c"][: draw(st.sampled_from((1, 2, 2, 3)))]
    negative = ["n", "m"][: draw(st.sampled_from((0, 0, 1, 1, 2)))]
    where: list[str] = []
    for i, alias in enumerate([*positive, *negative]):
        others = positive[:i]
        if others:
            where += _tie(draw, alias, draw(st.sampled_from(others)))
        for _ in range(draw(st.sampled_from((0, 1, 1, 2)))):
            where.append(_condition(draw, alias, [*others, *([alias] if alias in positive else []), alias]))
    return {
        "facts": {a: _pattern(draw) for a in positive},
        "unless": {a: _pattern(draw) for a in negative},
        "where": draw(st.permutations(where)),
    }


@st.composite
def rules(draw: st.DrawFn, most: int = 5) -> list[Rule]:
    """Rules that compile."""
    out = []
    for i, written in enumerate(draw(st.lists(parts(), min_size=1, max_size=most))):
        made = file(f"r{i}", **written)
        query, _ = compile_rule(made)
        if query:
            out.append(Rule(**dict(made), query=query, path="r.yaml"))
    return out
