"""The one sentence that says a finding: who said or reported what and when, in order of time, and why not both."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from consistency.article import Interval
from consistency.conclude.candidate import Candidate
from consistency.conclude.wording import (
    Wording,
    as_written,
    capital,
    day_named,
    on_day,
    plain,
    prose_days,
    quoted,
    short,
    small,
)
from consistency.facts import Fact, Relation
from consistency.intervals import OPEN
from consistency.known import Known

BY_PREDICATE = ("opposite", "negation", "universal")
BY_FIGURE = ("quantity", "share", "event")
_OF = re.compile(r"of ([^\"]+) one says (\"[^\"]*\"), the other (\"[^\"]*\")")
PRONOUNS = ("he", "she")
MAX_ADDRESSEE = 4
"""Words of an audience or a place that a sentence names."""


def in_order(held: Sequence[tuple[str, Known]], published: Mapping[str, Interval]) -> list[tuple[str, Known]]:
    """The facts in the order in which they were said; where that is not known, by their articles' dates."""

    def when(item: tuple[str, Known]) -> tuple[date, str]:
        known = time_of(item[1].fact, published)
        return known.end or known.start or date.max, item[1].fact.id

    return sorted(held, key=when)


def time_of(fact: Fact, published: Mapping[str, Interval]) -> Interval:
    """When it was said, or else when it must have been: before its article was published."""
    if fact.said is not None and fact.said != OPEN:
        return fact.said
    return Interval(None, published.get(fact.article, OPEN).end)


def sentence(found: Candidate, published: Mapping[str, Interval], words: Wording) -> str:
    """The finding as one sentence, with a full stop."""
    ordered = in_order(found.held, published)
    parts: list[str] = []
    before: Fact | None = None
    for _, known in ordered:
        said = time_of(known.fact, published)
        last = time_of(before, published) if before else None
        parts.append(_dated(known, said, last, before, words))
        before = known.fact
    ending = closing(found, [k.fact for _, k in ordered], words)
    body = "; ".join([*parts, ending] if ending else parts)
    return capital(body) + ("" if body.endswith(("?", "!")) else ".")


def _dated(known: Known, said: Interval, last: Interval | None, before: Fact | None, words: Wording) -> str:
    day = on_day(said, last)
    clause = told(known, before, words)
    if not day:
        day = f"in {'another' if before and before.article != known.fact.article else 'an'} article without a date,"
    return f"{day} {clause}"


def told(known: Known, before: Fact | None, words: Wording) -> str:
    """Who said or reported what: a clause without its date."""
    fact = known.fact
    text = " ... ".join(e.text for e in known.evidence)
    again = before is not None and _who(before) == _who(fact)
    if fact.kind == "quote":
        outlet = "it" if before is not None and fact.publisher and before.publisher == fact.publisher else _outlet(fact)
        speaker = _speaker(fact, before if again else None, pronouns=False) if fact.holder else "somebody"
        return f"{outlet} quoted {speaker} as saying{_to(fact)}: {quoted(text)}"
    if fact.narrated:
        return f"{'it' if again else _outlet(fact)} reported: {quoted(text)}"
    return f"{_speaker(fact, before if again else None)} {_said(fact, text, words)}{_due(fact, text)}"


def _who(fact: Fact) -> str:
    return f"outlet {fact.publisher or fact.article}" if fact.narrated and fact.kind != "quote" else fact.holder or ""


def _outlet(fact: Fact) -> str:
    return fact.publisher or f"an unnamed outlet ({fact.article})"


def _speaker(fact: Fact, again: Fact | None, pronouns: bool = True) -> str:
    """The name; the second time a pronoun where the text itself has one, or the surname of a person of two names."""
    name = fact.holder or "an unnamed source"
    if again is None or fact.holder is None:
        return f"{name}," if ", " in name and pronouns else name
    for telling in (fact.telling, again.telling):
        if pronouns and telling.source.lower() in PRONOUNS:
            return telling.source.lower()
    parts = name.split()
    return parts[-1] if fact.telling.person and len(parts) == 2 else name


def _said(fact: Fact, text: str, words: Wording) -> str:
    """The verb and what it governs, as the form of the text allows."""
    t = fact.telling
    verb = _verb(fact, words)
    said = plain(text)
    if t.form == "quoted":
        return f"{verb}{_to(fact)}: {quoted(text)}"
    if t.form in ("that", "clause"):
        clause = small(said) if t.small else said
        return f"{verb}{_to(fact)} that {short(_without_that(clause))}"
    if t.form == "infinitive" and (fact.kind == "promise" or t.verb):
        return f"{t.verb or verb} {short(said)}"
    if t.form == "phrase" and t.verb and t.lemma in words.strong:
        return f"{t.verb} {short(said)}"
    if t.form == "cue" and t.negated and not fact.disowned:
        first, _, rest = said.partition(" ")
        return f"did not {t.lemma or first} {short(rest)}"
    if t.form == "cue" and t.verb:
        return short(said)
    return f"{verb}, in the words of {_outlet(fact)}: {quoted(text)}"


def _without_that(clause: str) -> str:
    first, _, rest = clause.partition(" ")
    return rest.lstrip(", ") if first.lower() in ("that", "that,") and rest else clause


def _verb(fact: Fact, words: Wording) -> str:
    t = fact.telling
    if fact.disowned:
        return "denied ever having said"
    if t.verb and t.lemma in words.strong:
        return t.verb
    return words.verbs[fact.kind] if t.main or t.form == "infinitive" else words.verbs["claim"]


def _to(fact: Fact) -> str:
    """The place and the audience where the text names them in a few words."""
    out = ""
    if fact.addressee and len(fact.addressee.split()) <= MAX_ADDRESSEE:
        out += f" to {fact.addressee}"
    if fact.venue and len(fact.venue.split()) <= MAX_ADDRESSEE + 2:
        out += f" {fact.venue}"
    return out


def _due(fact: Fact, text: str) -> str:
    if fact.kind != "promise" or fact.deadline is None or day_named(text, fact.deadline):
        return ""
    return f" (that is, by {on_day(Interval.day(fact.deadline)).removeprefix('on ')})"


def closing(found: Candidate, ordered: Sequence[Fact], words: Wording) -> str:
    """The clause that says why not both; "" where no relation does."""
    if not found.links:
        return ""
    reasons = dict.fromkeys(reason(link, ordered, found, words) for _, link in found.links)
    because = "; ".join(reasons)
    link = found.links[0][1]
    pattern = words.closings.get(link.via) or words.closings.get(found.rule.category) or words.closings["other"]
    if "cannot" in pattern and "cannot" in because:
        pattern = "{because}"
    return pattern.replace("{because}", because)


def reason(link: Relation, ordered: Sequence[Fact], found: Candidate, words: Wording) -> str:
    """Why the two cannot both hold, in the words of the text where the predicates exclude each other."""
    sides = [f for f in ordered if f.id in (link.left, link.right)]
    if len(sides) == 2 and link.via in BY_PREDICATE:
        return _predicates(sides[0], sides[1], _of(sides, found, words)) or _turned(link.because)
    if len(sides) == 2 and link.via in BY_FIGURE:
        first, second = (_figure(f) for f in sides)
        return f"{first} and {second} cannot both be right" if first and second else link.because
    if link.name == "drifts_from":
        return as_written(link.because, [f.quote for f in sides])
    return prose_days(_turned(link.because))


def _predicates(first: Fact, second: Fact, of: str) -> str:
    """The words that exclude each other; of a denial, that it denies the other; "" where they look the same."""
    one, other = _predicate(first), _predicate(second)
    for said, denied in ((one, second), (other, first)):
        if denied.kind == "denial" and (denied.telling.form == "cue" or not denied.telling.words):
            return f'one says "{said}"{of}, the other denies it'
    return f'one says "{one}"{of}, the other "{other}"' if one.lower() != other.lower() else ""


def _of(sides: Sequence[Fact], found: Candidate, words: Wording) -> str:
    """What both speak of, where one of them has this word; "" where it only stands for another."""
    theme = next((f.proposition.theme for f in sides if f.proposition.theme), "")
    if not theme or theme.lower() in words.themeless or theme.lower() not in found.shown:
        return ""
    return f" of {theme}" if theme[:1].isupper() else f" of the {theme}"


def _turned(because: str) -> str:
    """ "Of the pier one says X, the other Y" in the order that goes on after "because"."""
    found = _OF.fullmatch(because)
    return f"one says {found[2]} of {found[1]}, the other {found[3]}" if found else because


def _predicate(fact: Fact) -> str:
    p = fact.proposition
    return fact.telling.words or ("" if p.positive else "not ") + p.predicate.replace("_", " ")


def _figure(fact: Fact) -> str:
    q = fact.proposition.quantity
    if q is None or q.low != q.high:
        return ""
    unit = q.unit if q.unit in ("", "percent") or q.low == 1 else f"{q.unit}s"
    return f"{_number(q.low)} {unit}".strip()


def _number(value: float) -> str:
    """1,120; 4 million; 1.25 billion."""
    for power, name in ((1e9, "billion"), (1e6, "million")):
        if value >= power and value * 100 % power == 0:
            return f"{value / power:g} {name}"
    return f"{value:,.10g}"
