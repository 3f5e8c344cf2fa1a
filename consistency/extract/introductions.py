"""Offices introduced before their holder: "the finance minister said", and in the next paragraph "Paul Adeyar said"."""

from __future__ import annotations

from bisect import bisect_right

from consistency.extract.bearers import Figure
from consistency.extract.draft import Draft
from consistency.extract.names import NameWords
from consistency.extract.tree import Tree
from consistency.spans import Span

_SPEAKING = ("clause", "quote", "to", "object", "small")
_DEFINITE = frozenset({"the", "its", "their"})


def introduce(
    tree: Tree, figures: list[Figure], at: dict[int, int], outside: list[Draft], blocks: tuple[Span, ...],
    words: NameWords,
) -> None:  # fmt: skip
    """Give an office that nobody is known to hold to the only newcomer who speaks in the paragraph after it."""
    held = {office for f in figures for office, _ in f.offices if not f.anonymous and office in words.offices}
    starts = [b.start for b in blocks]
    speakers: dict[int, list[int]] = {}
    for d in outside:
        if d.who is not None and d.frame in _SPEAKING:
            speakers.setdefault(bisect_right(starts, tree.start[d.who]) - 1, []).append(d.who)
    for n in sorted(speakers):
        for who in speakers[n]:
            if tree.lemma[who] in held or not _description(tree, who, figures, at, words):
                continue
            others = [i for i in speakers.get(n + 1, []) if i in at or tree.lemma[i] != tree.lemma[who]]
            k = _newcomer(tree, figures, at, others, blocks[n : n + 2])
            shown = words.offices[tree.lemma[who]]
            if k is not None and not _known(figures[k], words) and (not shown or figures[k].gender in ("", shown)):
                figures[k].offices.append((tree.lemma[who], _modifiers(tree, who)))
                figures[k].gender = figures[k].gender or shown
                at[who] = k
                held.add(tree.lemma[who])


def _description(tree: Tree, i: int, figures: list[Figure], at: dict[int, int], words: NameWords) -> bool:
    definite = any(tree.lower(c) in _DEFINITE or tree.dep[c] == "poss" for c in tree.children[i] if c < i)
    common = tree.tag[i] in ("NN", "NNP") and tree.word[i].islower()
    unnamed = i not in at or figures[at[i]].anonymous
    return common and unnamed and tree.lemma[i] in words.offices and definite


def _modifiers(tree: Tree, i: int) -> frozenset[str]:
    return frozenset(tree.lower(c) for c in tree.kids(i, "compound", "amod", "nmod"))


def _newcomer(
    tree: Tree, figures: list[Figure], at: dict[int, int], speaking: list[int], blocks: tuple[Span, ...]
) -> int | None:
    """The one person who speaks in a paragraph, where the name is new there and nothing else says who it is."""
    new = {at[i] for i in speaking if i in at and figures[at[i]].kind == "person"}
    if len(new) != 1 or any(i not in at and tree.pos[i] in ("PROPN", "NOUN") for i in speaking):
        return None
    (k,) = new
    f = figures[k]
    if len(blocks) < 2 or len(f.words) < 2 or _newcomers(tree, figures, blocks[1]) != [k]:
        return None
    return None if any(_described(tree, i) for i in speaking if at.get(i) == k) else k


def _newcomers(tree: Tree, figures: list[Figure], block: Span) -> list[int]:
    """The persons by name whom a paragraph mentions first."""
    firsts = ((k, tree.start[min(f.mentions)]) for k, f in enumerate(figures)
              if f.kind == "person" and f.mentions and not f.anonymous)  # fmt: skip
    return [k for k, first in firsts if block.start <= first < block.end]


def _known(f: Figure, words: NameWords) -> bool:
    return any(office in words.offices for office, _ in f.offices)


def _described(tree: Tree, i: int) -> bool:
    """Whether a name comes with words of its own: "Tom Kolb, 43", "Anna Roe, who lives there"."""
    return any(c > i and tree.dep[c] in ("appos", "relcl", "acl", "prep", "amod", "nummod") for c in tree.children[i])
