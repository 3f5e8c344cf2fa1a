"""Earlier sayings and reports set against them: a promise, and "abandoning a pledge" of the same matter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from consistency.facts import Fact, Recall

SURE = {"broken": 66, "than": 62, "relative": 62, "after": 62, "although": 58, "conceded": 60, "changed": 58,
        "wrong": 58, "despite": 55, "beyond": 55}  # fmt: skip
TOLD = {"broken": "broken", "than": "not what came", "relative": "not what came", "after": "not what came",
        "although": "not what came", "conceded": "wrong, as is granted", "changed": "given up", "wrong": "wrong",
        "despite": "not what came", "beyond": "missed"}  # fmt: skip
MEANS = {"wrong": "granted", "conceded": "granted", "changed": "changed"}
"""The means of the relation by the cue: its sayer grants it or has changed their mind; "told" for all others."""
OF_ANY_NAME = {"broken", "than", "relative", "after", "although", "despite"}
"""Cues whose sentence itself tells what the saying was about, so that it can be known whoever said it."""
CLEAR = 76
"""From this strength on an earlier saying is surer than the one that the report itself tells."""
MANY = 12
"""Sayings of one holder of which one word does not tell one from the others."""
SLACK = 4
"""Days by which "six weeks later" may be off."""
SAYING = {"promise", "prediction", "claim", "denial", "position", "demand"}


class Saying(NamedTuple):
    """An earlier saying with the words and names that tell what it is about."""

    fact: Fact
    words: frozenset[str]
    figured: bool


def contrasts(facts: Sequence[Fact], generic: frozenset[str]) -> Iterator[tuple[Fact, Fact, str, int, str]]:
    """Pairs of an earlier saying and a report set against it, with the means, the strength and why, in order."""
    reports = [(f, f.recall) for f in facts if f.recall is not None and _reports(f)]
    if not reports:
        return
    beside: dict[str, set[str]] = defaultdict(set)
    for f in facts:
        beside[f.statement or f.id] |= _words(f)
    figures = {f.statement or f.id for f in facts if f.kind == "quantity"}
    by_kind: dict[str, list[Saying]] = defaultdict(list)
    for f in facts:
        if f.kind in SAYING and not f.narrated and f.condition in ("none", "condition"):
            key = f.statement or f.id
            by_kind[f.kind].append(Saying(f, frozenset(beside[key]) - generic, key in figures))
    for report, recall in reports:
        candidates = [s for k in recall.kinds for s in by_kind[k]]
        found = _earlier(report, recall, candidates)
        if found is None or found[3] < CLEAR:
            found = _inside(report, recall, candidates) or found
        if found is not None:
            yield found


def _reports(fact: Fact) -> bool:
    asked = fact.recall is not None and fact.recall.via == "changed" and fact.condition == "question"
    told = fact.condition == "none" or asked
    return told and fact.kind in ("outcome", "claim", "event", "prediction") and not fact.disowned


def _words(fact: Fact) -> frozenset[str]:
    p = fact.proposition
    own = {fact.holder, fact.publisher, *(w.lower() for w in (fact.holder or "").split())}
    words = {*p.terms, *p.names, *p.subject, *p.objects, p.theme, p.predicate} - own - {"", "nobody"}
    return frozenset(w for w in words if not w.isdigit() or len(w) > 2)


Found = tuple[Fact, Fact, str, int, str]


def _earlier(report: Fact, recall: Recall, sayings: Sequence[Saying]) -> Found | None:
    """The earlier saying of the same holder that shares most with the report and what stands before it."""
    before = [s for s in sayings if _before(s.fact, report)]
    known = recall.holder is not None and any(_is_of(s.fact, recall) for s in before)
    if not report.narrated and report.holder not in (None, recall.holder):
        return None  # what others charge somebody with
    many = known and sum(_is_of(s.fact, recall) for s in before) > MANY
    ranked = []
    for s in before:
        own = known and _is_of(s.fact, recall)
        if known != own or not (own or _measured(s, recall)):
            continue
        here, near = _shared(s, recall)
        dated = _so_late(s.fact, report, recall) if own else None
        enough = _enough(here, near, recall, s.fact if own else None) and (len(here) > 2 or not many)
        if dated or (enough and dated is not False):
            ranked.append((20 * bool(dated) + 3 * len(here) + len(near), s.fact, tuple(sorted(here or near))))
    if not ranked:
        return None
    score, saying, shared = max(ranked, key=_rank)
    strength = SURE[recall.via] + 10 * known + min(12, 2 * score) - 6
    of = f" of {' and '.join(shared[:3])}" if shared else ""
    return (
        saying,
        report,
        MEANS.get(recall.via, "told"),
        min(90, strength),
        f"what was said{of} is told to be {TOLD[recall.via]}",
    )


def _is_of(saying: Fact, recall: Recall) -> bool:
    """Whether it is told to be that holder's saying, or one of the body for which they speak."""
    return recall.holder in (saying.holder, saying.body)


def _rank(found: tuple[int, Fact, tuple[str, ...]]) -> tuple[int, bool, str, int]:
    score, saying, _ = found
    return score, saying.kind == "promise", saying.article, -saying.evidence[0].start


def _inside(report: Fact, recall: Recall, sayings: Sequence[Saying]) -> Found | None:
    """The saying that the report itself tells: "despite his claim that ...", "although she promised"."""
    if recall.via not in OF_ANY_NAME or not report.narrated:
        return None
    told = [
        s.fact for s in sayings
        if s.fact.article == report.article and _measured(s, recall)
        and recall.span.start <= s.fact.evidence[0].start < recall.span.end and s.fact.evidence[0] != report.evidence[0]
    ]  # fmt: skip
    if not told:
        return None
    saying = min(told, key=lambda f: (f.evidence[0].start, f.id))
    because = f"the same sentence tells that what was said is {TOLD[recall.via]}"
    return saying, report, "told", SURE[recall.via], because


def _shared(saying: Saying, recall: Recall) -> tuple[frozenset[str], frozenset[str]]:
    """The words that a saying shares with the sentence of a report, and those with what stands before it or beside."""
    here = saying.words & set(recall.words)
    near = ((saying.words & set(recall.near)) | (set(saying.fact.context) & set(recall.words))) - here
    return _each_once(here, recall), _each_once(near, recall)


def _each_once(words: frozenset[str] | set[str], recall: Recall) -> frozenset[str]:
    """Without the single words of names that are there in full, and without the holder."""
    names = [n for n in (*words, recall.holder or "") if n[:1].isupper()]
    parts = {w for n in names for w in ((*n.split(), *n.lower().split()) if " " in n else (n.lower(),))}
    return frozenset(w for w in words if w not in parts and w != recall.holder)


def _enough(here: frozenset[str], near: frozenset[str], recall: Recall, own: Fact | None) -> bool:
    """Whether so much is shared that the recalled saying is this one; less is needed where its holder is known."""
    if own is not None:
        thin = recall.via in ("changed", "wrong", "beyond", "conceded")
        return bool(here - {own.proposition.predicate}) or len(near) > (0 if thin else 1)
    return recall.via in OF_ANY_NAME and (len(here) > 2 or (len(here) > 1 and bool(near)))


def _so_late(saying: Fact, report: Fact, recall: Recall) -> bool | None:
    """Whether the day of a saying and the one that is told are as far apart as is told; None where that is unknown."""
    about = report.proposition.about
    if recall.late is None or saying.deadline is None or about is None or about.start is None:
        return None
    low, high = recall.late
    days = (about.start - saying.deadline).days
    return 0.75 * low - SLACK <= days <= 1.25 * high + SLACK


def _measured(saying: Saying, recall: Recall) -> bool:
    """Whether the saying has the day or the figure by which the report is compared with it."""
    if recall.measure == "time":
        return saying.fact.deadline is not None or saying.fact.proposition.about is not None
    return saying.figured or recall.measure != "number"


def _before(saying: Fact, report: Fact) -> bool:
    if saying.article == report.article or saying.recall is not None:
        return False
    a, b = saying.said, report.said
    return bool(a and b and a.start and b.end and a.start < b.end)
