"""Which figure a name means: one of those that bear it, or somebody new; two persons of one surname kept apart."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from consistency.extract.mentions import Name, located
from consistency.extract.names import Gender
from consistency.extract.tree import Tree

Office = tuple[str, frozenset[str]]
_KIN = frozenset({"brother", "sister", "son", "daughter", "father", "mother", "wife", "husband", "cousin", "uncle",
                  "aunt", "nephew", "niece", "widow", "widower", "sibling", "spouse"})  # fmt: skip
_WITH_FIRST_NAMES = ("", "Sir", "Dame", "Lord", "Lady", "Father", "Sister", "Brother", "King", "Queen", "Prince",
                     "Princess")  # fmt: skip
_COURTESY = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "sir", "dame", "prof", "prof.",
                       "professor", "madam", "lord", "lady"})  # fmt: skip
_PAST = frozenset({"former", "then", "future", "ex", "first", "late"})
_RECENT = 50


@dataclass
class Figure:
    """A person, body or place while an article is read: its fullest name and all that is known of it.

    `guessed` marks a kind that nothing but the number of words shows; `anonymous` somebody without a name.
    """

    words: tuple[str, ...]
    kind: str
    gender: Gender = ""
    names: set[str] = field(default_factory=set)
    offices: list[Office] = field(default_factory=list)
    mentions: list[int] = field(default_factory=list)
    anonymous: bool = False
    guessed: bool = False

    @property
    def name(self) -> str:
        """The canonical name."""
        return " ".join(self.words)


def office_of(n: Name) -> Office:
    """The office that a title names, and what goes with it: "Secretary of State" is a secretary, of state."""
    title = [w.lower() for w in n.title.split()]
    head = title.index("of") - 1 if "of" in title else len(title) - 1
    rest = {w for k, w in enumerate(title) if k != head and w != "of"}
    return title[head], frozenset({*rest, *(m.lower() for m in n.modifiers)})


def same(f: Figure, n: Name, kind: str, tree: Tree, short: frozenset[str]) -> bool:
    """Whether a name can mean a figure; `short` are the words that stand for a club alone."""
    if f.words == n.words:
        return not (f.gender and n.gender and f.gender != n.gender)
    if f.guessed and (len(f.words) == 1 or _the_last(f, n, tree)):
        return len(f.words) > 1
    if f.kind == "person" and kind in ("person", ""):
        if f.gender and n.gender and f.gender != n.gender:
            return False
        if len(n.words) == 1:
            surname = n.words[0] == f.words[-1] and not _another(f, n)
            return surname or (len(f.words) > 1 and n.words[0] == f.words[0] and _first_name(n))
        return n.words[-1] == f.words[-1] and len(f.words) > 1 and _initial(n.words[0], f.words[0])
    if f.kind == "organisation" and kind in ("organisation", "") and len(n.words) == 1 and not located(tree, n.last):
        acronym = "".join(w[0] for w in f.words if w[0].isupper())
        if n.words[0] in short or _the_last(f, n, tree):
            return n.words[0] == f.words[-1] and len(f.words) > 1
        return n.words[0] in (f.words[0], acronym) and len(f.words) > 1
    return False


def _the_last(f: Figure, n: Name, tree: Tree) -> bool:
    """Whether a name is another's last word with an article: "the Front" for the Patriotic Front."""
    return n.words == f.words[-1:] and not n.title and n.first > 0 and tree.lower(n.first - 1) == "the"


def _first_name(n: Name) -> bool:
    """Whether a given name can stand alone: "Anna", "Sir Alan", not "Mr Alan"."""
    return n.title in _WITH_FIRST_NAMES


def _another(f: Figure, n: Name) -> bool:
    """Whether a title shows that somebody else of that surname is meant: "Minister Roe", and his brother Paul Roe."""
    if not n.title or len(f.words) < 2 or not f.offices:
        return False
    office = office_of(n)[0]
    held = {o for o, _ in f.offices}
    if office in held or office in _COURTESY or any(m & _PAST for _, m in f.offices):
        return False
    return bool(held & _KIN) or n.first < min(f.mentions, default=0)


def choose(candidates: Sequence[int], figures: Sequence[Figure], n: Name, starts: Sequence[int], tree: Tree) -> int:
    """Of several bearers of a name the one with its title, or named last in its paragraph, or else spoken of most."""
    titled = [k for k in candidates if n.title and office_of(n)[0] in {o for o, _ in figures[k].offices}]
    fits = titled or list(candidates)
    if len(fits) == 1:
        return fits[0]
    shown = _gender_behind(tree, n)
    fits = [k for k in fits if not shown or figures[k].gender in ("", shown)] or fits
    block = starts[bisect_right(starts, tree.start[n.first]) - 1] if starts else 0
    near = [k for k in fits if (last := _last_before(figures[k], n.first)) >= 0 and tree.start[last] >= block]
    if near:
        return max(near, key=lambda k: _last_before(figures[k], n.first))
    return max(fits, key=lambda k: (sum(m < n.first for m in figures[k].mentions), _last_before(figures[k], n.first)))


def _gender_behind(tree: Tree, n: Name) -> Gender:
    """The gender of the first pronoun in a relative clause on a name: "Roe, who was late because she"."""
    for c in tree.children[n.last]:
        if c > n.last and tree.dep[c] == "relcl":
            for i in range(n.last + 1, tree.right[c] + 1):
                if tree.lower(i) in ("he", "his", "himself"):
                    return "m"
                if tree.lower(i) in ("she", "her", "herself"):
                    return "f"
    return ""


def _last_before(f: Figure, token: int) -> int:
    return max((m for m in f.mentions[-_RECENT:] if m < token), default=-1)


def _initial(a: str, b: str) -> bool:
    return a == b or (a.rstrip(".") == b[0]) or (b.rstrip(".") == a[0])
