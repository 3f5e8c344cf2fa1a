"""Which attribution stands inside which: by where its cue is."""

from __future__ import annotations

from bisect import bisect_right

from consistency.extract.draft import Draft
from consistency.spans import Span

_LOOK_BACK = 60


class Enclosing:
    """The contents of the attributions outside quotations, in order, to ask what lies around a place."""

    def __init__(self, outside: list[Draft]) -> None:
        self._contents: list[tuple[Span, Draft]] = sorted(
            ((c, d) for d in outside for c in d.content), key=lambda pair: pair[0]
        )

    def of(self, d: Draft) -> Draft | None:
        """The smallest content around an attribution's cue, None where it stands in no other."""
        at = (d.cue or d.content)[0].start
        last = bisect_right(self._contents, at, key=lambda pair: pair[0].start)
        near = self._contents[max(0, last - _LOOK_BACK) : last]
        around = [(c, o) for c, o in near if o is not d and at < c.end]
        return min(around, key=lambda pair: pair[0].end - pair[0].start)[1] if around else None
