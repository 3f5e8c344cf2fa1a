"""Rules and facts for tests: a few by hand, and any that a random source gives."""

from __future__ import annotations

from random import Random

from consistency.rulelang.compile import compile_rule
from consistency.rulelang.fields import COMMON_FIELDS, FIELDS, RELATION_FIELDS, Row, Value
from consistency.rulelang.ir import Query, Ref
from consistency.rulelang.model import Rule, RuleFile

KINDS = ("promise", "outcome", "claim")
RELATIONS = ("excludes", "fulfils")
STRINGS = ("holder", "topic", "venue")
NUMBERS = ("low", "high")
DATES = ("deadline", "said_from")
BOOLEANS = ("own", "narrated")
TEXTS = ("a", "b", "é", "A", "a b", 'x"y', "o'k", "\\", "ü😀", "null", "1", "true", "\x00", "\ud800", "$m")
INTEGERS = (0, 1, 2, 3, 5, -4, 10, 2**40, -(2**50))
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


def facts(r: Random, most: int = 24) -> list[Row]:
    """Rows of facts in three matters, and of relations between facts of one matter; fields may be missing."""
    texts = TEXTS[: r.choice((1, 2, 2, 4, len(TEXTS)))]
    numbers = INTEGERS[: r.choice((2, 4, 4, len(INTEGERS)))]
    rows = [_fact(r, 1000 - 3 * i, texts, numbers) for i in range(r.choice((0, 1, 4, 9, most)))]
    ends = [(a, b) for a in rows for b in rows if a["matter"] == b["matter"]]
    pairs = r.sample(ends, min(len(ends), r.choice((0, 2, 2 * most, 2 * most))))
    return rows + [_relation(r, 5000 + i, a, b) for i, (a, b) in enumerate(pairs)]


def _fact(r: Random, number: int, texts: tuple[str, ...], numbers: tuple[int, ...]) -> Row:
    row: Row = {"fact": number, "matter": r.choice((7, 7, 8, 9)), "kind": r.choice(KINDS)}
    values: Row = {
        **{f: r.choice(texts) for f in STRINGS},
        **{f: r.choice(numbers) for f in (*NUMBERS, *DATES)},
        **{f: r.random() < 0.5 for f in BOOLEANS},
    }
    return row | {f: v for f, v in values.items() if r.random() < 0.85}


def _relation(r: Random, number: int, left: Row, right: Row) -> Row:
    return {
        "fact": number, "matter": left["matter"], "kind": "relation", "relation": r.choice(RELATIONS),
        "left": left["fact"], "right": right["fact"], "strength": r.choice((40, 80)),
    }  # fmt: skip


def parts(r: Random) -> dict[str, object]:
    """`facts`, `where` and `unless` of a rule; most compile."""
    positive = ["a", "b", "c"][: r.choice((1, 2, 2, 2, 3))]
    negative = ["n", "m"][: r.choice((0, 0, 1, 1, 2))]
    where: list[str] = []
    for i, alias in enumerate([*positive, *negative]):
        others = [p for p in positive[: i + 1] if p != alias]
        if others:
            where += _tie(r, alias, r.choice(others))
        where += [_condition(r, alias, [*others, *others, alias]) for _ in range(r.choice((0, 0, 1, 1, 2)))]
    r.shuffle(where)
    return {"facts": {a: _pattern(r) for a in positive}, "unless": {a: _pattern(r) for a in negative}, "where": where}


def _pattern(r: Random) -> dict[str, object]:
    kinds = r.sample(KINDS, r.choice((1, 2)))
    out: dict[str, object] = {"kind": kinds if len(kinds) > 1 else kinds[0]}
    if r.random() < 0.15:
        out["own"] = r.random() < 0.5
    if r.random() < 0.15:
        out["topic"] = r.sample(TEXTS[:4], r.choice((1, 2)))
    return out


def _tie(r: Random, alias: str, other: str) -> list[str]:
    way = r.choice(("relation", "relation", "named", "field"))
    if way == "field":
        return [f"{alias}.{r.choice(STRINGS)} = {other}.{r.choice(STRINGS)}"]
    left, right = r.sample((alias, other), 2)
    text = f"{left} {r.choice(RELATIONS)} {right}"
    return [f"{text} as to_{alias}", f"to_{alias}.strength >= 60"] if way == "named" else [text]


def _condition(r: Random, alias: str, others: list[str]) -> str:
    """One condition on an alias, with a literal or with another (or the same) alias."""
    group = r.choice((STRINGS, NUMBERS, DATES, BOOLEANS))
    field = r.choice(group)
    way = r.choice(("literal", "cross", "cross", "cross", "is"))
    if way == "is":
        return f"{alias}.{field} is {r.choice(('present', 'absent'))}"
    op = r.choice(OPS if group in (NUMBERS, DATES) else OPS[:2])
    if way == "literal":
        return f"{alias}.{field} {op} {_literal(r, field)}"
    left, right = r.sample((f"{alias}.{field}", f"{r.choice(others)}.{r.choice(group)}"), 2)
    return f"{left} {op} {right}{_sum(r, field)}"


def _literal(r: Random, field: str) -> str:
    if field in STRINGS:
        text = r.choice(TEXTS[:-1])
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if field in BOOLEANS:
        return r.choice(("true", "false"))
    if field in DATES:
        return r.choice(("1970-01-02", "1970-01-03", "2031-01-01"))
    return str(r.choice(INTEGERS))


def _sum(r: Random, field: str) -> str:
    times = r.choice(("", "", " * 2", " * -3")) if field in NUMBERS else ""
    plus = r.choice(("", "", " + 1", " - 5")) if field in (*NUMBERS, *DATES) else ""
    return times + plus


def rules(r: Random, count: int = 6) -> list[Rule]:
    """Rules that compile."""
    made = [file(f"r{i}", **parts(r)) for i in range(count)]
    queries = [compile_rule(m)[0] for m in made]
    return [Rule(**dict(m), query=q, path="r.yaml") for m, q in zip(made, queries, strict=True) if q]


def facts_for(r: Random, queries: list[Query], count: int = 30) -> list[Row]:
    """Facts that the queries may well match: values that they name, and few others."""
    named: dict[str, list[Value]] = {"relation": [], "kind": []}
    for p in (p for q in queries for p in q.every()):
        named["kind"] += [k for k in p.kinds if k != "relation"]
        for field, values in p.choices:
            named.setdefault(field, []).extend(values)
        for c in p.where:
            if not isinstance(c.value, Ref):
                named.setdefault(c.field, []).append(c.value)
    fields = set().union(*(q.fields() for q in queries)) - {*COMMON_FIELDS, *RELATION_FIELDS}
    absent = {f for q in queries for p in q.every() for f in p.absent}
    rows: list[Row] = []
    for i in range(count):
        there = [f for f in sorted(fields) if r.random() < (0.4 if f in absent else 0.95)]
        values = {f: _value(r, f, named.get(f, [])) for f in there}
        rows.append({"fact": i, "matter": r.choice((1, 1, 2)), "kind": r.choice(named["kind"]), **values})
    ends = r.sample([(a, b) for a in rows for b in rows if a["matter"] == b["matter"] and a is not b], 3 * count)
    return rows + [
        _relation(r, 900 + i, a, b) | {
            "relation": r.choice(named["relation"]), "strength": r.choice((30, 70, 100)),
            "via": _value(r, "via", named.get("via", [])),
        }
        for i, (a, b) in enumerate(ends)
    ]  # fmt: skip


def _value(r: Random, field: str, named: list[Value]) -> Value:
    kind = FIELDS[field].type
    if kind == "string":
        return r.choice(named if named and r.random() < 0.8 else (FIELDS[field].values or ("x", "y")))
    return r.random() < 0.7 if kind == "boolean" else r.choice([0, 1, 2, *named])
