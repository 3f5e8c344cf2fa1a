"""Descriptions: whom "the finance minister" or "the company" can mean, by office, body and modifiers."""

from __future__ import annotations

from consistency.extract.bearers import Figure
from consistency.extract.bodies import body_kind, noun_kind
from consistency.extract.names import NameWords
from consistency.extract.tree import Tree

_DEFINITE = frozenset({"the", "this", "that", "its", "their"})
_IDLE = frozenset({"former", "then", "new", "same", "late", "american", "federal", "outgoing", "incoming", "its",
                   "their"})  # fmt: skip
_REPORTING = frozenset({"report", "reveal", "publish"})


class Descriptions:
    """The offices and bodies of an article's figures, ready for look-up by noun."""

    def __init__(self, tree: Tree, figures: list[Figure], at: dict[int, int], words: NameWords) -> None:
        self._words = words
        self._kinds = _kinds(tree, figures, at, words)
        self._figures = figures
        self._acting = {k for i, k in at.items() if tree.dep[i] in ("nsubj", "nsubjpass", "agent")}
        self._proper: set[str] = set()
        self._holders: dict[str, list[tuple[int, frozenset[str]]]] = {}
        self._named: dict[str, list[int]] = {}
        for k, f in enumerate(figures):
            for office, modifiers in f.offices:
                self._holders.setdefault(office, []).append((k, modifiers))
            if f.kind == "organisation":
                for w in sorted({w.lower() for w in f.words}):
                    self._named.setdefault(w, []).append(k)

    def fitting(self, tree: Tree, i: int, live: list[int]) -> list[int]:
        """The figures that a definite description can mean; a bare "the company" any body that is `live`."""
        if not any(tree.lower(c) in _DEFINITE for c in tree.children[i] if c < i):
            return []
        lemma = tree.lemma[i]
        own = [c for c in tree.children[i] if tree.dep[c] in ("compound", "amod", "poss", "nmod")]
        modifiers = {tree.lower(c) for c in own} - _IDLE
        self._proper = {tree.word[c] for c in own if tree.word[c][:1].isupper()}
        if lemma == "old" and tree.word[i - 1] == "-":
            return [k for k in live if self._figures[k].kind == "person"]
        if lemma in self._words.offices:
            return self._by_office(lemma, modifiers)
        if lemma in self._words.lexicon.body_nouns:
            return self._by_body(lemma, modifiers, live)
        return []

    def unknown(self, tree: Tree, i: int) -> bool:
        """Whether a token is a definite office with a proper modifier that nobody in the article is known to hold."""
        own = [c for c in tree.children[i] if tree.dep[c] in ("compound", "amod", "nmod", "poss")]
        definite = any(tree.lower(c) in _DEFINITE for c in tree.children[i] if c < i)
        proper = any(tree.word[c][:1].isupper() for c in own)
        return definite and proper and tree.lemma[i] in self._words.offices and tree.lemma[i] not in self._holders

    def _by_office(self, office: str, modifiers: set[str]) -> list[int]:
        holders = self._holders.get(office, [])
        if modifiers:
            return [k for k, m in holders if modifiers & m]
        return [k for k, m in holders if not m] or [k for k, _ in holders]

    def _by_body(self, noun: str, modifiers: set[str], live: list[int]) -> list[int]:
        named = self._named.get(noun, [])
        shared = [k for k in named if modifiers & {w.lower() for w in self._figures[k].words}]
        if shared or (modifiers and not all(m in _IDLE or self._local(m) for m in modifiers)):
            return shared
        if (named and not modifiers) or noun not in self._words.lexicon.generic_bodies:
            return named
        kind = noun_kind(noun, self._words)
        bodies = [k for k in live if k in self._kinds and self._kinds[k] in ((kind, "") if kind else (self._kinds[k],))]
        if (
            modifiers - {"based"}
            and sum(self._figures[k].kind == "organisation" or self._figures[k].guessed for k in live) > 1
        ):
            return []  # "the Spanish club" is one of several
        telling = [k for k in bodies if self._kinds[k] or (kind == "company" and k in self._acting)]
        return telling or bodies

    def _local(self, word: str) -> bool:
        """Whether a modifier only says where a body is: "the Houston-based company", "the Texan company"."""
        return word == "based" or word.title() in self._proper


def _kinds(tree: Tree, figures: list[Figure], at: dict[int, int], names: NameWords) -> dict[int, str]:
    """The sort of every body in an article; one that reports and shows none is of the press."""
    out = {k: body_kind(f.words, names) for k, f in enumerate(figures) if f.kind == "organisation"}
    for i, k in at.items():
        if k in out and not out[k] and tree.dep[i] == "nsubj" and tree.lemma[tree.head[i]] in _REPORTING:
            out[k] = "press"
    return out
