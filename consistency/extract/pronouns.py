"""Pronouns: whom "he", "she" or "it" means, by agreement and by how present everyone is at that place."""

from __future__ import annotations

from consistency.extract.bearers import Figure
from consistency.extract.tree import Tree

_FADE = 0.5
_FAR = 12


class Salience:
    """How present each figure is as the article is read: it grows with every mention and fades by sentence."""

    def __init__(self, figures: list[Figure]) -> None:
        self.figures = figures
        self.weight: dict[int, float] = {}
        self.seen: dict[int, int] = {}
        self.seen_in: dict[int, int] = {}
        self.sentence = 0
        self.subjects: set[int] = set()
        self.spoke: set[int] = set()
        self.last_speaker = self.last_person = -1
        self.last_sentence = 0
        self._earlier: set[int] = set()

    def move_to(self, sentence: int) -> None:
        """Let everything fade up to this sentence."""
        if sentence > self.sentence:
            fade = _FADE ** min(sentence - self.sentence, _FAR)
            self.weight = {k: w * fade for k, w in self.weight.items() if w * fade > 0.001}
            near = sentence == self.sentence + 1
            self.subjects, self._earlier = (self.subjects - self._earlier if near else set()), set(self.subjects)
            self.sentence = sentence

    def mention(self, k: int, weight: float, at: int) -> None:
        """Count a mention."""
        old = self.weight.get(k, 0.0)
        self.weight[k] = max(old, weight) + 0.3 * min(old, weight)
        self.seen[k] = at
        self.seen_in[k] = self.sentence

    def best(self, fits: list[int], speaks: bool = False) -> int | None:
        """The most present of these figures, the last named among equals; None where none is present.

        Where the mention `speaks`, those who have spoken before are preferred.
        """
        live = [k for k in fits if k in self.weight]
        return max(live, key=lambda k: (round(self._sure(k, speaks), 6), self.seen[k])) if live else None

    def _sure(self, k: int, speaks: bool) -> float:
        f = self.figures[k]
        known = 1.0 if f.gender or (f.kind != "person" and not f.guessed) else 0.6 if f.guessed else 0.7
        here = 1.3 if self.seen_in.get(k) == self.sentence and k in self.subjects else 1.0
        return self.weight[k] * known * here * (1.25 if speaks and k in self.spoke else 1.0)


def role_weight(tree: Tree, i: int, speaks: bool) -> float:
    """What a mention counts: most as the subject of the main clause or a source, least as a mere modifier."""
    dep = tree.dep[i]
    if speaks:
        return 4.0
    if dep in ("nsubj", "nsubjpass"):
        if tree.lemma[tree.head[i]] == "be" and tree.dep[tree.head[i]] == "ROOT":
            # Who only is somewhere acts less than who speaks.
            return 2.4
        return 3.0 if tree.dep[tree.head[i]] in ("ROOT", "conj") else 2.0
    if dep == "poss":
        return 1.0
    return 1.2 if dep in ("dobj", "dative", "agent") else 0.8


def barred(tree: Tree, i: int, at: dict[int, int]) -> set[int]:
    """Figures that a pronoun cannot mean: the subject that acts on it, and whoever it stands in an apposition to."""
    out: set[int] = set()
    up = i
    for _ in range(8):
        if tree.head[up] == up:
            break
        if tree.dep[up] == "appos" and tree.head[up] in at and at.get(up) != at[tree.head[up]]:
            out.add(at[tree.head[up]])
        up = tree.head[up]
    verb = tree.head[tree.head[i]] if tree.dep[i] == "pobj" else tree.head[i]
    if tree.dep[i] in ("dobj", "dative", "pobj") and not tree.lower(i).endswith("self"):
        out.update(at[s] for s in tree.kids(verb, "nsubj", "nsubjpass") if s in at)
    return out


def fitting(figures: list[Figure], gender: str, live: list[int]) -> list[int]:
    """Which of the `live` figures "he" (m) or "she" (f) can mean: persons of that gender, or of none that is known.

    A single name of unknown kind may be a person's.
    """
    return [k for k in live if figures[k].gender in ("", gender) and _human(figures[k])]


def _human(f: Figure) -> bool:
    return f.kind == "person" or (f.guessed and len(f.words) == 1)
