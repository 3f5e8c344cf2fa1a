"""What a name of unknown kind is, by how the article uses it, and the gender that its pronouns show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from consistency.extract.bearers import Figure
from consistency.extract.draft import Draft
from consistency.extract.mentions import located
from consistency.extract.names import Gender, NameWords
from consistency.extract.tree import Tree

_SOMEBODY = -1
_MARKS = '"“‘«„'
_MALE = frozenset({"he", "him", "his", "himself"})
_FEMALE = frozenset({"she", "her", "hers", "herself"})


def gendered(word: str) -> Gender:
    """The gender that a singular personal pronoun shows, "" for any other word."""
    return "m" if word in _MALE else "f" if word in _FEMALE else ""


def settle(tree: Tree, figures: list[Figure], outside: Sequence[Draft], at: dict[int, int], words: NameWords) -> None:
    """Give figures of unknown kind the kind that the article shows: whom it quotes, where it is, what is its own."""
    shown: dict[int, Counter[str]] = {}
    for i, k in sorted(at.items()):
        if figures[k].guessed and at.get(i + 1) != k and (kind := _use(tree, i, words)):
            shown.setdefault(k, Counter())[kind] += 1
    for d in outside:
        direct = d.quoted and tree.text[d.content[0].start] in _MARKS
        if d.who in at and direct and figures[at[d.who]].guessed:
            shown.setdefault(at[d.who], Counter())["person"] += 1
    for k, counts in shown.items():
        best = max(counts.values())
        kinds = [kind for kind in ("organisation", "person", "place") if counts[kind] == best]
        figures[k].kind, figures[k].guessed = kinds[0], False


def _use(tree: Tree, i: int, words: NameWords) -> str:
    """What one mention of a name, by its last token, shows it to be: "Plumeria, the maker of", "in Wick St Mary"."""
    after = [c for c in tree.children[i] if c > i]
    if any(tree.dep[c] == "appos" and tree.lemma[c] in words.lexicon.body_nouns for c in after):
        return "organisation"
    if any(tree.dep[c] == "appos" and tree.tag[c] == "CD" for c in after):
        return "person"
    if any(tree.dep[c] == "relcl" and _relative(tree, c) == "which" for c in after) and tree.dep[i] != "pobj":
        return "organisation"
    head, dep = tree.head[i], tree.dep[i]
    if dep in ("compound", "nmod", "poss", "appos") and tree.lemma[head] in words.lexicon.body_nouns:
        before = (
            dep in ("compound", "nmod") and head > i and tree.lemma[head] in words.lexicon.body_kinds["company"].nouns
        )
        return "place" if before else "organisation"
    if dep in ("compound", "poss") and tree.lemma[head] in words.offices and head > i and tree.pos[head] == "NOUN":
        return "organisation"
    if any(tree.dep[c] == "compound" and tree.lemma[c] in words.lexicon.body_nouns for c in tree.children[i] if c < i):
        return "organisation"
    return "place" if located(tree, i) else ""


def _relative(tree: Tree, verb: int) -> str:
    return next((tree.lower(c) for c in tree.children[verb] if tree.lower(c) in ("who", "which")), "")


def learn_genders(
    tree: Tree, figures: list[Figure], at: dict[int, int], quoted: frozenset[int], words: NameWords
) -> None:
    """Give persons of unknown gender that of the pronouns which follow them where nobody else can be meant."""
    votes: dict[int, Counter[str]] = {}
    before: set[int] = set()
    here: set[int] = set()
    sentence = -1
    for i in range(tree.n):
        if i in quoted:
            continue
        if tree.sentence[i] != sentence:
            before, here, sentence = here, set(), tree.sentence[i]
        if i in at:
            if figures[at[i]].kind == "person" or (figures[at[i]].guessed and _acts(tree, i)):
                here.add(at[i])
            continue
        if tree.pos[i] == "NOUN" and tree.lemma[i] in words.offices:
            here.add(_SOMEBODY)
        gender = gendered(tree.lower(i))
        about = here or before
        if gender and len(about) == 1:
            (k,) = about
            if k == _SOMEBODY:
                continue
            votes.setdefault(k, Counter())[gender] += 1
            here.add(k)
    for k, counts in votes.items():
        if not figures[k].gender and len(counts) == 1:
            figures[k].gender = "m" if "m" in counts else "f"


def _acts(tree: Tree, i: int) -> bool:
    return tree.dep[i] in ("nsubj", "nsubjpass", "poss")
