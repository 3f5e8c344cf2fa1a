"""Who appears in an article: the names gathered into persons, bodies and places."""

from __future__ import annotations

from collections.abc import Sequence

from consistency.extract.bearers import Figure, Office, choose, office_of, same
from consistency.extract.bodies import body_kind, clubs
from consistency.extract.mentions import Name
from consistency.extract.names import NameWords
from consistency.extract.tree import Tree
from consistency.facts import Entity

_BELONGS = ("of", "for", "at", "from", "with", "in")


def gather(
    tree: Tree, found: list[Name], words: NameWords, starts: Sequence[int] = ()
) -> tuple[list[Figure], dict[int, int]]:
    """The figures of an article, and which figure each token of a name means; `starts` begin its paragraphs."""
    figures: list[Figure] = []
    index: dict[str, list[int]] = {}
    at: dict[int, int] = {}
    singles = {n.words[0] for n in found if len(n.words) == 1}
    for full in (True, False):
        for n in found:
            if (len(n.words) > 1) is full:
                k = _place(tree, figures, index, n, singles, clubs(words), starts)
                _enrol(tree, figures[k], n, words)
                for i in range(n.first, n.last + 1):
                    at[i] = k
    _mistagged(tree, figures, at, words)
    _unnamed(tree, figures, at, words)
    return figures, at


def _unnamed(tree: Tree, figures: list[Figure], at: dict[int, int], words: NameWords) -> None:
    """ "A spokeswoman, Jane Roe" is Jane Roe; "an engineer" is a person too, though nobody whom we can name."""
    for i in range(tree.n):
        if tree.pos[i] != "NOUN" or tree.lemma[i] not in words.offices or tree.tag[i] != "NN" or i in at:
            continue
        named = apposed(tree, i, at, figures)
        if named is not None and figures[named].kind == "person":
            at[i] = named
            figures[named].offices.append((tree.lemma[i], _modifiers(tree, i)))
            figures[named].gender = figures[named].gender or words.offices[tree.lemma[i]]
        elif _introduced(tree, i) and not _copied(tree, i, at):
            office, gender = (tree.lemma[i], _modifiers(tree, i)), words.offices[tree.lemma[i]]
            figures.append(Figure((tree.word[i],), "person", gender, set(), [office], [i], True))
            at[i] = len(figures) - 1


def apposed(tree: Tree, noun: int, at: dict[int, int], figures: Sequence[Figure]) -> int | None:
    """Whom the apposition to a noun names, or the apposition to that: "the mediator, the former judge Kwesi Poe"."""
    office = noun
    for _ in range(3):
        after = [c for c in tree.kids(noun, "appos") if c > noun]
        if not after:
            break
        noun = after[0]
        if noun in at and tree.pos[noun] == "PROPN":
            return at[noun]
    # "the leader of the Liberals, Petra Poe": hung on the Liberals
    for p in tree.kids(office, "prep"):
        for c in (c for o in tree.kids(p, "pobj") for c in tree.kids(o, "appos") if c > o):
            if tree.lower(p) in _BELONGS and c in at and figures[at[c]].kind == "person":
                return at[c]
    return None


def _introduced(tree: Tree, i: int) -> bool:
    """Whether a noun brings in somebody new: "an engineer", "her lawyer"."""
    new = any(tree.lower(c) in ("a", "an") or tree.dep[c] == "poss" for c in tree.children[i] if c < i)
    return new and tree.dep[i] in ("nsubj", "nsubjpass", "agent", "pobj", "dobj")


def _copied(tree: Tree, i: int, at: dict[int, int]) -> bool:
    """Whether a possessive description only says what a named person is: "his manager, Ms Roe"."""
    return any(c in at for c in tree.children[i] if tree.dep[c] in ("appos", "compound"))


def _mistagged(tree: Tree, figures: list[Figure], at: dict[int, int], words: NameWords) -> None:
    """Surnames of known persons and short names of clubs that the tagger took for common words."""
    full = [(k, f) for k, f in enumerate(figures) if len(f.words) > 1]
    known = {f.words[-1]: k for k, f in full if f.kind == "organisation" and body_kind(f.words, words) == "club"}
    known |= {f.words[-1]: k for k, f in full if f.kind == "person"}
    for i in range(tree.n):
        if i not in at and tree.word[i] in known and tree.pos[i] in ("NOUN", "ADJ", "VERB", "X", "PROPN"):
            at[i] = known[tree.word[i]]
            figures[at[i]].mentions.append(i)


def _place(
    tree: Tree, figures: list[Figure], index: dict[str, list[int]], n: Name, singles: set[str], short: frozenset[str],
    starts: Sequence[int],
) -> int:  # fmt: skip
    kind = n.kind
    if not kind and len(n.words) in (2, 3) and n.words[-1] in singles - short and n.words[0] not in singles:
        kind = "person"
    sharing = sorted({k for w in (n.words[0], n.words[-1]) for k in index.get(w, ())})
    candidates = [k for k in sharing if same(figures[k], n, kind, tree, short)]
    if candidates:
        return choose(candidates, figures, n, starts, tree)
    personal = 2 <= len(n.words) <= 3 and n.words[-1] not in short and all(w[-1].isalpha() or "." in w for w in n.words)
    guess = "person" if personal else "organisation"
    figures.append(Figure(n.words, kind or guess, guessed=not n.kind))
    acronym = "".join(w[0] for w in n.words if w[0].isupper())
    for key in {n.words[0], n.words[-1], acronym}:
        index.setdefault(key, []).append(len(figures) - 1)
    return len(figures) - 1


def _enrol(tree: Tree, f: Figure, n: Name, words: NameWords) -> None:
    f.mentions.append(n.first)
    f.names.add(" ".join(n.words))
    if f.guessed and n.kind:
        f.kind, f.guessed = n.kind, False
    elif f.guessed and len(f.words) > 1 and len(n.words) == 1 and tree.lower(max(n.first - 1, 0)) == "the":
        f.kind, f.guessed = "organisation", False
    if f.kind == "person":
        f.gender = f.gender or n.gender
        if len(n.words) > len(f.words):
            f.words = n.words
        if n.title:
            f.names.add(f"{n.title} {' '.join(n.words)}")
            f.offices.append(office_of(n))
        f.offices += _appositions(tree, n, words)
        if not f.gender:
            f.gender = next((words.offices[o] for o, _ in f.offices if words.offices.get(o)), "")


def _appositions(tree: Tree, n: Name, words: NameWords) -> list[Office]:
    """Offices that an apposition or a copula gives: "Jane Roe, the chief executive of", "Roe is the mayor of"."""
    after = [c for c in tree.children[n.last] if c > n.last and tree.dep[c] == "appos"]
    out = [(tree.lemma[c], _modifiers(tree, c)) for c in after if tree.lemma[c] in words.offices]
    head = tree.head[n.last]
    if tree.dep[n.last] == "appos" and tree.lemma[head] in words.offices:
        out.append((tree.lemma[head], _modifiers(tree, head)))
    for c in (c for c in tree.kids(n.last, "relcl") if c > n.last):
        who = tree.child(c, "nsubj")
        if (
            who is not None
            and tree.lower(who) == "who"
            and tree.lemma[c] in words.lexicon.doers
            and tree.child(c, "dobj")
        ):
            out.append((words.lexicon.doers[tree.lemma[c]], frozenset()))
    if tree.dep[n.last] == "nsubj" and tree.lemma[head] == "be":
        attr = tree.child(head, "attr")
        if attr is not None and tree.lemma[attr] in words.offices:
            out.append((tree.lemma[attr], _modifiers(tree, attr)))
    return out


def _modifiers(tree: Tree, noun: int) -> frozenset[str]:
    own = [c for c in tree.children[noun] if tree.dep[c] in ("compound", "amod", "poss", "nmod")]
    return frozenset(tree.lower(c) for c in own)


def entities(figures: list[Figure]) -> tuple[Entity, ...]:
    """The figures as entities, each with the other names that the article uses for it, sorted by name."""
    out = []
    for f in (f for f in figures if not f.anonymous):
        kind = f.kind if f.kind in ("person", "organisation", "place", "group") else "organisation"
        out.append(Entity(f.name, kind, tuple(sorted(f.names - {f.name}))))  # type: ignore[arg-type]
    return tuple(sorted(set(out)))
