"""What is known about an article besides its text, and which source of knowledge goes before which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import get_args

from consistency.article import ArticleKind, Basis, Interval, Published
from consistency.spans import Span

KINDS: tuple[ArticleKind, ...] = get_args(ArticleKind)
OPEN = Interval(None, None)
_ORDER: tuple[Basis, ...] = ("given", "header", "metadata", "dateline", "inferred", "none")


@dataclass(frozen=True, slots=True)
class Details:
    """Publication, publisher, title, url and kind as one source tells them; None where it does not."""

    published: Published | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    kind: ArticleKind | None = None


def known_kind(value: str) -> ArticleKind | None:
    """The kind of article of this name, None if there is none."""
    return next((kind for kind in KINDS if kind == value.strip().lower()), None)


def plain_details(told: Mapping[str, str]) -> Details:
    """Publisher, title and url from fields of these names."""
    return Details(publisher=told.get("publisher"), title=told.get("title"), url=told.get("url"))


def merge(*sources: Details) -> Details:
    """The first source that tells a field decides it; dates go by their basis, and all evidence that agrees is kept."""
    out = {}
    for f in fields(Details):
        told = (getattr(source, f.name) for source in sources)
        out[f.name] = next((value for value in told if value is not None), None)
    out["published"] = _best_date([s.published for s in sources if s.published is not None])
    return Details(**out)


def _best_date(dates: list[Published]) -> Published | None:
    if not dates:
        return None
    ranked = sorted(dates, key=lambda p: _ORDER.index(p.basis))
    best = next((p for p in ranked if p.interval != OPEN), ranked[0])
    evidence: list[Span] = []
    for published in ranked:
        if _agree(best.interval, published.interval):
            evidence += [span for span in published.evidence if span not in evidence]
    return Published(best.interval, best.basis, tuple(evidence))


def _agree(one: Interval, other: Interval) -> bool:
    """Whether some day lies in both; an open side agrees with everything."""
    after = one.start and other.end and one.start > other.end
    before = one.end and other.start and one.end < other.start
    return not after and not before
