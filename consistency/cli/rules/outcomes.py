"""What came of an example, told to the author of the rule: what was found, which facts there are, what is lacking."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.cli.terminal import width
from consistency.engine.misses import Miss
from consistency.known import Known
from consistency.numbering import Numbered
from consistency.report.escape import visible
from consistency.report.layout import paragraph, quote
from consistency.rulelang.fields import Row
from consistency.rulelang.model import Rule
from consistency.rulelang.said import shown
from consistency.ruletest import Outcome, near_misses

_SHOWN_APART = ("fact", "matter", "kind", "holder", "article")
_USUAL = {"certainty": "certain", "condition": "none", "positive": True, "named": True, "narrated": False, "own": False}
"""Values that are not shown: they are so unless something else is said."""


def told(rule: Rule, outcome: Outcome) -> str:
    """The outcome as lines of text: the verdict, what decided it, then every fact and relation with its fields."""
    return "\n".join(
        [*_wrapped(_verdict(outcome), 0), *_found(outcome), *_lacking(rule, outcome), *_facts(outcome.facts)]
    )


def _verdict(outcome: Outcome) -> str:
    if outcome.right:
        verdict = "rightly found" if outcome.wanted else "rightly passed"
    else:
        verdict = "should have found something" if outcome.wanted else "should have passed it"
    return f"{visible(outcome.rule)}: {verdict}: {visible(outcome.example)}"


def _found(outcome: Outcome) -> Iterator[str]:
    for f in outcome.found:
        yield from _wrapped(f"found ({f.severity}, confidence {f.confidence}): {visible(f.message)}", 2)
        if f.because:
            yield from _wrapped(f"because {visible(f.because)}", 4)


def _lacking(rule: Rule, outcome: Outcome) -> Iterator[str]:
    """What the rule asks and the facts do not give, where it found nothing."""
    if outcome.found:
        return
    near = near_misses(rule, outcome)
    if not near:
        yield "  nothing here comes near what the rule asks"
        return
    yield "  it finds nothing, because it asks" + (":" if len(near) == 1 else " one of these:")
    for miss in near:
        for lack in miss.lacks:
            yield from _wrapped(f"- {visible(lack.wanted)}: {visible(lack.instead)}", 4)
        yield from _wrapped(_with(miss, outcome.facts), 6)


def _with(miss: Miss, facts: Numbered) -> str:
    """The facts that come nearest, and what they have in common, without which nothing relates them."""
    held = {alias: facts.facts[n].fact.proposition for alias, n in miss.bound.items() if n in facts.facts}
    bound = ", ".join(f"{alias} [{miss.bound[alias]}]" for alias in held)
    shared = sorted(set.intersection(*({w.lower() for w in (*p.names, *p.terms, p.theme) if w} for p in held.values())))
    words = f"which share: {', '.join(map(visible, shared))}" if shared else "which share no word"
    return f"(with {bound}" + (f", {words})" if len(held) > 1 else ")")


def _facts(facts: Numbered) -> Iterator[str]:
    yield "  facts:" if facts.facts else "  there are no facts in it"
    for n, known in facts.facts.items():
        yield from _fact(n, known, facts.rows[n])
    numbers = {known.fact.id: n for n, known in facts.facts.items()}
    links = {r._replace(left=str(numbers[r.left]), right=str(numbers[r.right])) for r in facts.relations.values()}
    yield "  relations:" if links else "  no relations between them"
    for r in sorted(links, key=lambda r: (int(r.left), int(r.right), r)):
        back = r._replace(left=r.right, right=r.left) in links
        if not back or int(r.left) < int(r.right):
            ways = ", both ways" if back else ""
            said = f"[{r.left}] {r.name} [{r.right}]{ways} (via {r.via}, strength {r.strength}): {r.because}"
            yield from _wrapped(visible(said), 4)


def _fact(n: int, known: Known, row: Row) -> Iterator[str]:
    who = "the narrator" if known.fact.narrated else known.fact.holder or "an unnamed source"
    yield from _wrapped(f"[{n}] {row['kind']} of {visible(who)} in {visible(known.fact.article)}:", 4)
    for evidence in known.evidence:
        yield from _wrapped(quote(evidence.text), 8)
    fields = (f for f in row if f not in _SHOWN_APART and row[f] != _USUAL.get(f))
    yield from _wrapped(visible(", ".join(f"{f}={shown(f, row[f])}" for f in fields)), 8)


def _wrapped(text: str, indent: int) -> Iterator[str]:
    for line in paragraph(text, width() - indent).splitlines():
        yield " " * indent + line
