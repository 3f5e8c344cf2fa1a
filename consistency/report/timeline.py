"""What was said, due and reported, in the order of time: lanes of speakers or topics, laid out for drawing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import Literal, NamedTuple

from consistency.findings import SEVERITIES, Evidence, Finding, PromiseRow, Report, Severity
from consistency.report.layout import MONTHS

Kind = Literal["said", "due", "reported"]
By = Literal["speaker", "topic"]

KINDS: tuple[Kind, ...] = ("said", "due", "reported")
MOST_COLUMNS, MOST_LANES, MOST_LINKS = 14, 12, 40
LEFT, WIDTH, TOP, LANE, FOOT = 190, 1060, 46, 52, 18
STEP = 20
"""Pixels between two kinds in one place."""
OTHERS = {"speaker": "other speakers", "topic": "other topics"}
NOBODY = {"speaker": "the articles themselves", "topic": "no topic of its own"}


class Target(NamedTuple):
    """What an event is told for: a finding (`f3`) with its severity, or a promise (`p2`)."""

    name: str
    severity: Severity | None = None


class Event(NamedTuple):
    """Something on the timeline: on a day (None: not known), in the lanes it belongs to."""

    day: date | None
    kind: Kind
    speaker: str
    topic: str
    text: str
    targets: tuple[Target, ...]


class Column(NamedTuple):
    """A stretch of time under one label of one or two lines; `now` where the report's own day lies."""

    x: float
    label: tuple[str, str]
    now: bool


class Lane(NamedTuple):
    """A speaker's or a topic's row."""

    y: float
    name: str


class Marker(NamedTuple):
    """What one lane holds of one kind in one column."""

    x: float
    y: float
    kind: Kind
    events: tuple[Event, ...]


class Link(NamedTuple):
    """A line between the two sides of a finding."""

    path: str
    severity: Severity


class Chart(NamedTuple):
    """A timeline ready to be drawn; sizes are in pixels."""

    by: By
    width: int
    height: int
    columns: tuple[Column, ...]
    lanes: tuple[Lane, ...]
    markers: tuple[Marker, ...]
    links: tuple[Link, ...]


def events(report: Report) -> tuple[Event, ...]:
    """The evidence of all findings, the deadlines of promises and what decided them; in the order of time."""
    found = [e for n, f in enumerate(report.findings, 1) for e in _of_finding(f, Target(f"f{n}", f.severity))]
    found += [e for n, row in enumerate(report.promises, 1) for e in _of_promise(row, Target(f"p{n}"))]
    same: dict[tuple[object, ...], list[Event]] = defaultdict(list)
    for event in found:
        same[event.day, event.kind, event.speaker, event.text].append(event)
    merged = (es[0]._replace(targets=tuple(dict.fromkeys(t for e in es for t in e.targets))) for es in same.values())
    return tuple(sorted(merged, key=_when))


def _when(event: Event) -> tuple[object, ...]:
    return event.day or date.min, KINDS.index(event.kind), event.speaker, event.topic, event.text


def _of_finding(finding: Finding, target: Target) -> list[Event]:
    return [_event(e, finding.evidence, target) for e in finding.evidence]


def _of_promise(row: PromiseRow, target: Target) -> list[Event]:
    if row.deadline is None and row.status == "not_yet_rated":
        return []
    told = [_event(e, row.evidence, target) for e in row.evidence]
    topic = next((e.topic for e in told if e.topic), "")
    due = [Event(row.deadline, "due", row.holder or "", topic, row.text, (target,))] if row.deadline else []
    return [*told, *due]


def _event(evidence: Evidence, beside: Sequence[Evidence], target: Target) -> Event:
    """An outcome goes where the words stand that it is held against."""
    speaker = evidence.speaker or next((e.speaker for e in beside if e.speaker), "")
    topic = evidence.topic or next((e.topic for e in beside if e.topic), "")
    kind: Kind = "reported" if evidence.narrated else "said"
    return Event(_day(evidence.date), kind, speaker, topic, " ".join(evidence.text.split()), (target,))


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def chart(told: Sequence[Event], by: By, as_of: date | None) -> Chart:
    """The events laid out with a row for each speaker or topic and a column for each stretch of time."""
    lanes = _lanes(told, by)
    column_of, labels = _columns({e.day for e in told} | ({as_of} if as_of else set()))
    step = (WIDTH - LEFT) / max(1, len(labels))
    xs = [round(LEFT + step * (i + 0.5), 1) for i in range(len(labels))]
    ys = {name: TOP + LANE * (i + 0.5) for i, name in enumerate(dict.fromkeys(lanes.values()))}
    places: dict[tuple[int, str], dict[Kind, list[Event]]] = defaultdict(lambda: defaultdict(list))
    for event in told:
        places[column_of(event.day), lanes[_lane(event, by)]][event.kind].append(event)
    markers = [
        Marker(x, ys[lane], kind, tuple(held[kind]))
        for (column, lane), held in sorted(places.items())
        for kind, x in zip((k for k in KINDS if k in held), _beside(xs[column], len(held)), strict=True)
    ]
    now = column_of(as_of) if as_of else -1
    return Chart(
        by=by,
        width=WIDTH,
        height=TOP + LANE * len(ys) + FOOT,
        columns=tuple(Column(x, label, i == now) for i, (x, label) in enumerate(zip(xs, labels, strict=True))),
        lanes=tuple(Lane(y, name) for name, y in ys.items()),
        markers=tuple(markers),
        links=_links(markers),
    )


def _lane(event: Event, by: By) -> str:
    return (event.speaker if by == "speaker" else event.topic) or NOBODY[by]


def _lanes(told: Iterable[Event], by: By) -> dict[str, str]:
    """The row of each name: its own, the busiest first, or that of all others."""
    often = Counter(_lane(e, by) for e in told)
    ordered = sorted(often, key=lambda name: (name == NOBODY[by], -often[name], name))
    own = ordered if len(ordered) <= MOST_LANES else ordered[: MOST_LANES - 1]
    return {name: name if name in own else OTHERS[by] for name in ordered}


def _columns(days: Iterable[date | None]) -> tuple[Callable[[date | None], int], list[tuple[str, str]]]:
    """Columns for the days in the finest grain of which few enough are needed: days, months, or some years."""
    known = sorted({day for day in days if day})
    grains = [_of_day, _of_month, *(_of_years(n) for n in (1, 5, 20, 100, 1000))]
    label = next(g for g in grains if len({g(day) for day in known}) <= MOST_COLUMNS)
    labels = list(dict.fromkeys(label(day) for day in known))
    if None in days or not labels:
        labels = [("no date", "known"), *labels]
    return lambda day: labels.index(label(day)) if day else 0, labels


def _of_day(day: date) -> tuple[str, str]:
    return f"{day.day} {MONTHS[day.month - 1][:3]}", str(day.year)


def _of_month(day: date) -> tuple[str, str]:
    return MONTHS[day.month - 1][:3], str(day.year)


def _of_years(n: int) -> Callable[[date], tuple[str, str]]:
    def label(day: date) -> tuple[str, str]:
        first = day.year // n * n
        return (str(day.year), "") if n == 1 else (f"{first} to", str(first + n - 1))

    return label


def _beside(x: float, n: int) -> list[float]:
    """Places for n markers around x."""
    return [round(x + STEP * (i - (n - 1) / 2), 1) for i in range(n)]


def _links(markers: Iterable[Marker]) -> tuple[Link, ...]:
    """Lines between the markers that hold the sides of one finding."""
    at: dict[Target, list[Marker]] = defaultdict(list)
    for marker in markers:
        for target in dict.fromkeys(t for event in marker.events for t in event.targets):
            at[target].append(marker)
    lines = {(_curve(a, b), t.severity) for t, ends in at.items() if t.severity for a, b in pairwise(ends)}
    gravest = sorted(lines, key=lambda line: (-SEVERITIES.index(line[1]), line[0]))
    return tuple(Link(path, severity) for path, severity in gravest[:MOST_LINKS])


def _curve(a: Marker, b: Marker) -> str:
    """An arc in a lane, an S from lane to lane."""
    if a.y == b.y:
        lift, lean = a.y - 26, round((b.x - a.x) * 0.3, 1)
        return f"M{a.x} {a.y}C{round(a.x + lean, 1)} {lift} {round(b.x - lean, 1)} {lift} {b.x} {b.y}"
    middle = (a.y + b.y) / 2
    return f"M{a.x} {a.y}C{a.x} {middle} {b.x} {middle} {b.x} {b.y}"
