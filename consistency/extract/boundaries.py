"""Sentence boundaries at quotation marks and paragraphs, where the parser goes wrong without help."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from consistency.extract.cues import reporting
from consistency.extract.paragraphs import paragraphs
from consistency.extract.quotations import MARKS, Quotation, quotations

if TYPE_CHECKING:
    from spacy.tokens import Doc

_NEAR = 8
_LEAD = re.compile(
    r"[•·▪●*–—-][ \t\xa0]+"
    r"|\(?[A-Z][A-Z.'’ -]{2,40}(?:, [\w.,’' ]{1,40})?(?: ?\([\w ]{1,30}\))?\)? ?(?:--|[—–-]) +"
)
"""A bullet or a dateline: what stands before the first sentence of a paragraph and is no part of it."""
_TERMINAL = frozenset({".", "?", "!", "…", "\n", "”", '"', ""})


@lru_cache(maxsize=1)
def past_forms() -> frozenset[str]:
    """The finite forms of the verbs that quote: what follows a quotation as "said" or "asks" does."""
    words = reporting()
    bases = {key for key, word in words.verbs.items() if "quote" in word.takes and " " not in key}
    regular = {b + "s" for b in bases} | {b + ("d" if b.endswith("e") else "ed") for b in bases}
    return frozenset(regular | {b[:-1] + "ied" for b in bases if b.endswith("y")} | set(words.lexicon.irregular))


def boundaries(doc: Doc) -> dict[int, bool]:
    """Which tokens must (True) or must not (False) begin a sentence, by token index."""
    starts = [t.idx for t in doc]
    text = doc.text
    out: dict[int, bool] = {}
    for p in paragraphs(text):
        out[bisect_left(starts, p.start)] = True
        lead = _LEAD.match(text, p.start, p.end)
        if lead is not None:
            out[bisect_left(starts, lead.end())] = True
    for q in quotations(text):
        if q.parent is None:
            _around(doc, text, starts, q, out)
    return {i: v for i, v in out.items() if 0 < i < len(doc)}


def _around(doc: Doc, text: str, starts: list[int], q: Quotation, out: dict[int, bool]) -> None:
    first, inner = bisect_left(starts, q.span.start), bisect_left(starts, q.inner.start)
    before = text[max(0, q.span.start - 3) : q.span.start].rstrip(" \xa0")[-1:]
    if before in (",", ":") or before.isalpha():
        out.setdefault(first, False)
    elif inner > first and before in _TERMINAL:
        # A mark that is left behind in the sentence before it must not take the next sentence with it.
        out[first], out[inner] = True, False
    if not q.closed:
        return
    for i in range(bisect_left(starts, q.inner.end), bisect_left(starts, q.span.end)):
        out[i] = False
    after = bisect_left(starts, q.span.end)
    said = q.inner.of(text).rstrip(MARKS + " \xa0")[-1:]
    if after >= len(doc) or doc[after].is_space or out.get(after):
        return
    if said == "," or (said in "?!…—–-" and not _fresh(doc, after)):
        out[after] = False
    elif said and said in ".?!…" and text[q.span.end : q.span.end + 1].isspace() and _fresh(doc, after):
        out[after] = True


def _fresh(doc: Doc, i: int) -> bool:
    """Whether a new sentence begins behind a quotation, rather than the clause that says whose it is."""
    if not (doc[i].text[:1].isupper() or doc[i].text[:1] in MARKS):
        return False
    for token in doc[i : i + _NEAR]:
        if (token.is_punct and token.text not in (",", ".")) or token.is_space:
            return True
        if token.lower_ in past_forms():
            return token.i == i
    return True
