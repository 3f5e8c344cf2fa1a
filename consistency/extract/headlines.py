"""Headlines in title case, where a capital does not make a name."""

from __future__ import annotations

from consistency.extract.tree import Tree


def headlines(tree: Tree) -> frozenset[int]:
    """The tokens of headlines in title case: short lines without a full stop where nearly every word is a capital."""
    out: list[int] = []
    start = 0
    for i in range(tree.n + 1):
        if i == tree.n or "\n" in tree.word[i]:
            line = range(start, i)
            if 4 <= len(line) <= 25 and tree.word[i - 1] not in (".", ":", '"', "”") and _title_case(tree, line):
                out += line
            start = i + 1
    return frozenset(out)


def _title_case(tree: Tree, line: range) -> bool:
    long = [tree.word[i] for i in line if len(tree.word[i]) > 3 and tree.word[i].isalpha()]
    common = sum(tree.pos[i] in ("VERB", "AUX", "ADP", "SCONJ", "ADV", "DET") for i in line)
    return len(long) > 3 and all(w[0].isupper() for w in long) and common > 0
