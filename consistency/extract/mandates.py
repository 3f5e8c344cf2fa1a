"""For which body a speaker speaks: "Grant Poe, a spokesman for Plumeria", "the ministry's spokesman", "its chief"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consistency.extract.bearers import Figure
from consistency.extract.bodies import body_kind
from consistency.extract.names import NameWords
from consistency.extract.people import apposed
from consistency.extract.tree import Tree

_REACH = 60
_FOR = ("for", "of", "at", "with")
_UNKNOWN = frozenset({"a", "an", "any", "some", "another", "one", "no", "every", "each", "-"})


class Mandates:
    """The bodies that the persons and the described of an article speak for."""

    def __init__(self, tree: Tree, figures: Sequence[Figure], at: dict[int, int], words: NameWords) -> None:
        self._tree, self._figures, self._at, self._words = tree, figures, at, words
        self.by_name = {f.name: f.name for f in figures if f.kind == "organisation" and not f.anonymous}
        self._press = {f.name for f in figures if body_kind(f.words, words) == "press"}
        self.persons: dict[str, str] = {}
        for i, k in sorted(at.items()):
            if figures[k].kind == "person" and not figures[k].anonymous and at.get(i + 1) != k:
                body = next((b for noun in self._offices(i) if (b := self._of(noun))), None)
                if body is not None:
                    self.persons.setdefault(figures[k].name, body)
        self.by_name |= self.persons

    def of(self, token: int) -> str | None:
        """The body that whoever a description means speaks for: "the ministry's spokesman", "the council"."""
        if self._tree.lemma[token] in self._words.lexicon.body_nouns:
            return self._called(token)
        return self._of(token) if self._tree.lemma[token] in self._words.lexicon.speaks_for else None

    def _offices(self, i: int) -> Iterator[int]:
        """The nouns that say what office a person holds, whose last token is given."""
        tree = self._tree
        head = tree.head[i]
        near = [c for c in tree.children[i] if tree.dep[c] in ("appos", "compound", "nmod")]
        if tree.dep[i] == "appos" or (tree.dep[i] == "nsubj" and tree.lemma[head] == "be"):
            near += [head, *tree.kids(head, "attr")]
        if tree.pos[i] == "NOUN":
            near.append(i)
        yield from (c for c in near if tree.lemma[c] in self._words.lexicon.speaks_for)

    def _of(self, noun: int) -> str | None:
        """The body that an office belongs to: "Halden's chief", "the council leader", "a spokesman for the council"."""
        tree = self._tree
        own = [c for c in tree.children[noun] if c < noun]
        if tree.dep[noun] in ("compound", "nmod"):
            own += [c for c in tree.children[tree.head[noun]] if c < noun]
        after = [c for p in tree.kids(noun, "prep") if tree.lower(p) in _FOR for c in tree.kids(p, "pobj")]
        for c in after:
            if (name := self._named(c) or self._called(c)) is not None:
                return name
        for c in own:
            if (name := self._before(c, noun)) is not None:
                return name
        definite = any(tree.lower(c) == "the" for c in own)
        alone = tree.lemma[noun] in self._words.lexicon.speaks_alone and not definite
        return self._its(noun, max(0, noun - _REACH)) if alone else None

    def _before(self, c: int, noun: int) -> str | None:
        """The body that a word before an office names: "Halden's", "council", "its"; no part of a title."""
        tree = self._tree
        if tree.lower(c) in ("its", "their"):
            return self._its(c)
        if tree.dep[c] not in ("poss", "compound", "nmod"):
            return None
        k = self._at.get(c)
        title = tree.dep[c] != "poss" and tree.word[noun][0].isupper()
        if k is not None and self._figures[k].guessed and title:
            return None
        return self._named(c) or self._called(c)

    def _its(self, token: int, start: int | None = None) -> str | None:
        """The body that acts last before a token, in its sentence or the one before, or from `start` on."""
        tree = self._tree
        if start is None:
            first = tree.sentence_of(token)[0]
            start = tree.sentence_of(first - 1)[0] if first > 0 else first
            if start > 0 and start == first - 1:  # a blank line between them
                start = tree.sentence_of(start - 1)[0]
        for i in range(token - 1, start - 1, -1):
            if tree.dep[i] in ("nsubj", "nsubjpass", "poss") and tree.left[i] <= i < token:
                k = apposed(tree, i, self._at, self._figures)
                f = self._figures[k] if k is not None else None
                name = f.name if f is not None and f.kind == "organisation" else self._named(i) or self._called(i)
                if name is not None and not (name in self._press and tree.dep[i] == "poss"):
                    return name
        return None

    def _named(self, token: int) -> str | None:
        k = self._at.get(token)
        f = self._figures[k] if k is not None else None
        return f.name if f is not None and f.kind in ("organisation", "place") else None

    def _called(self, noun: int) -> str | None:
        """The one body of the article that a noun is a word of, else the noun itself: "the health ministry"."""
        tree, lemma = self._tree, self._tree.lemma[noun]
        if tree.tag[noun] not in ("NN", "NNP") or lemma not in self._words.lexicon.body_nouns:
            return None
        own = [c for c in tree.children[noun] if c < noun and tree.dep[c] in ("compound", "amod", "nmod")]
        if any(tree.lower(c) in _UNKNOWN or tree.dep[c] == "poss" for c in tree.children[noun] if c < noun):
            return None
        bearing = {f.name for f in self._figures
                   if f.kind == "organisation" and lemma in {w.lower() for w in f.words}}  # fmt: skip
        if len(bearing) == 1 and not own:
            return next(iter(bearing))
        return " ".join(["the", *tree.word[min((tree.left[c] for c in own), default=noun) : noun], lemma])
