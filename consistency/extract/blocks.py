"""Block quotations: a paragraph without marks behind one that ends in a reporting word and a colon: "Ms Roe added:"."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from consistency.extract.cues import Reporting
from consistency.extract.draft import Draft
from consistency.extract.frames import cue_spans
from consistency.extract.quotations import MARKS
from consistency.extract.sources import source_spans, subject
from consistency.extract.tree import Tree
from consistency.spans import Span

_LONGEST = 160
_NEAR = 8
_BULLETS = tuple("•·▪●*–—-0123456789")


def block_drafts(tree: Tree, blocks: tuple[Span, ...], words: Reporting) -> list[Draft]:
    """The attributions of block quotations, each with the one paragraph that follows its colon."""
    drafts = (_block(tree, a, b, words) for a, b in pairwise(blocks))
    return [d for d in drafts if d is not None]


def _block(tree: Tree, lead: Span, block: Span, words: Reporting) -> Draft | None:
    text = tree.text
    if text[lead.end - 1] != ":" or lead.end - lead.start > _LONGEST or text[block.start] in MARKS:
        return None
    if text[block.start : block.end].startswith(_BULLETS) or text[block.end - 1] not in ".!?…":
        return None
    colon = bisect_left(tree.start, lead.end - 1)
    verb = _verb(tree, tree.at(lead.start), colon, words)
    who = subject(tree, verb) if verb is not None else None
    if verb is None or who is None or tree.lower(who) == "it":
        return None
    return Draft(verb, cue_spans(tree, verb, verb), tree.lemma[verb], words.verbs[tree.lemma[verb]].force("quote"), who,
                 source_spans(tree, who, verb), (block,), "quote")  # fmt: skip


def _verb(tree: Tree, first: int, colon: int, words: Reporting) -> int | None:
    """The finite verb of saying that heads the clause in front of a colon."""
    for i in range(colon - 1, max(first, colon - _NEAR) - 1, -1):
        word = words.verbs.get(tree.lemma[i])
        if tree.pos[i] == "VERB" and word is not None and "quote" in word.takes:
            return i if tree.tag[i] in ("VBD", "VBZ", "VBP") else None
    return None


def with_blocks(outside: list[Draft], found: list[Draft]) -> list[Draft]:
    """The attributions with block quotations in the place of those of the same cue, unless these quote in marks."""
    own = {d.anchor: d for d in found}
    kept = [d for d in outside if d.anchor not in own or d.quoted]
    taken = {d.anchor for d in kept}
    return [*kept, *(d for d in found if d.anchor not in taken)]
