"""Names: runs of proper nouns with their titles, and whether a person, a body or a place is meant."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Literal, NamedTuple

from consistency.extract.headlines import headlines
from consistency.extract.tree import Tree
from consistency.lexicons import LexiconModel, load

Gender = Literal["m", "f", ""]
NameKind = Literal["person", "organisation", "place", "group", ""]

_PARTICLES = frozenset({"de", "van", "von", "der", "den", "bin", "al", "el", "da", "di", "du", "la", "le", "dos"})


class BodyKind(LexiconModel):
    """The words by which names and common nouns show one sort of body."""

    names: frozenset[str]
    nouns: frozenset[str]


class NamesLexicon(LexiconModel):
    """rules/lexicons/names.yaml: what tells persons, bodies and places apart, and what stands for what."""

    titles: dict[str, tuple[str, ...]]
    offices: dict[str, tuple[str, ...]]
    given: dict[str, tuple[str, ...]]
    bodies: frozenset[str]
    body_nouns: frozenset[str]
    generic_bodies: frozenset[str]
    not_names: frozenset[str]
    body_kinds: dict[str, BodyKind]
    metonyms: dict[str, str]
    demonyms: dict[str, str]
    places: frozenset[str]
    dates: frozenset[str]


class NameWords:
    """The lexicon of names made ready for look-up; values of titles, offices and given names are genders."""

    def __init__(self, lexicon: NamesLexicon) -> None:
        self.lexicon = lexicon
        self.titles = {t.lower(): _gender(g) for g, ts in lexicon.titles.items() for t in ts}
        self.offices = {o: _gender(g) for g, names in lexicon.offices.items() for o in names}
        self.given: dict[str, Gender] = {}
        for g, names in lexicon.given.items():
            for n in names:
                self.given[n] = "" if n in self.given and self.given[n] != _gender(g) else _gender(g)
        self.places = {*lexicon.places, *lexicon.metonyms, *lexicon.metonyms.values(), *lexicon.demonyms.values()}


def _gender(key: str) -> Gender:
    return "m" if key == "m" else "f" if key == "f" else ""


@lru_cache(maxsize=8)
def name_words(folders: tuple[Path, ...] = ()) -> NameWords:
    """The names lexicon, extended by the user's folders."""
    return NameWords(load(NamesLexicon, "names", folders))


class Name(NamedTuple):
    """One mention of a name: tokens first..last, `words` without titles, `title` as written, `modifiers` before it."""

    first: int
    last: int
    words: tuple[str, ...]
    title: str
    modifiers: tuple[str, ...]
    gender: Gender
    kind: NameKind


def find_names(tree: Tree, words: NameWords) -> list[Name]:
    """Every name of the article in the order of the text."""
    out, i = [], 0
    titled = headlines(tree)
    known = {tree.word[k] for k in range(tree.n) if k not in titled and _is_name(tree, k, words)} if titled else set()
    while i < tree.n:
        if not _is_name(tree, i, words) or (i in titled and tree.word[i] not in known):
            i += 1
            continue
        last = _run(tree, i, words)
        while i in titled and tree.word[last] not in known:
            last -= 1
        name = _read(tree, i, last, words)
        if name is not None:
            out.append(name)
        i = last + 1
    return out


def _is_name(tree: Tree, i: int, words: NameWords) -> bool:
    word = tree.word[i]
    if tree.pos[i] != "PROPN" or not word[0].isupper():
        return False
    return word.rstrip(".") not in words.lexicon.dates and word not in words.lexicon.not_names


def _run(tree: Tree, i: int, words: NameWords) -> int:
    """The last token of the name that begins at i."""
    last = i
    while last + 1 < tree.n and tree.sentence[last + 1] == tree.sentence[i] and last - i < 9:
        nxt = last + 1
        if _is_name(tree, nxt, words):
            last = nxt
        elif _links(tree, i, nxt, words) and nxt + 1 < tree.n and _is_name(tree, nxt + 1, words):
            last = nxt + 1
        else:
            break
    return last


def _links(tree: Tree, first: int, i: int, words: NameWords) -> bool:
    word = tree.lower(i)
    if word in _PARTICLES or word == "&":
        return True
    if word in ("'", "’") and tree.tag[i] == "POS" and i + 1 < tree.n:
        # "the Rovers Supporters' Association"
        return tree.word[i - 1].endswith("s") and tree.word[i + 1] in words.lexicon.bodies
    before = tree.word[i - 1]
    if word == "of":
        return before.lower() in words.titles or before in words.lexicon.bodies or before.lower() == "secretary"
    tight = tree.end[i - 1] == tree.start[i] and i + 1 < tree.n and tree.end[i] == tree.start[i + 1]
    return word == "-" and tight and tree.word[first] in words.given


def _read(tree: Tree, first: int, last: int, words: NameWords) -> Name | None:
    run = _words(tree, first, last)
    cut, title = _title(run, words)
    modifiers = [*_before(tree, first, words), *(run[: cut - len(title.split())] if title else [])]
    if not title and " ".join(run).lower() in words.titles:
        return None
    if not title:
        while len(run) - cut > 1 and run[cut] in words.lexicon.demonyms:
            modifiers.append(run[cut])
            cut += 1
    name = tuple(run[cut:])
    if not name or (len(name) == 1 and not title and name[0] in words.lexicon.demonyms):
        return None
    gender = words.titles.get(title.lower(), "")
    if not title:
        title, more = _office_before(tree, first, words)
        modifiers = [*more, *modifiers]
        gender = words.titles.get(title.lower(), words.offices.get(title.split()[-1], "")) if title else ""
    kind = _kind(tree, first, name, title, words)
    if kind == "person" and not gender:
        gender = words.given.get(name[0], "")
    return Name(first + cut, last, name, title, tuple(modifiers), gender, kind)


def _words(tree: Tree, first: int, last: int) -> list[str]:
    """The words of a name, a plural's apostrophe with its word: "Supporters'"."""
    out: list[str] = []
    for word in tree.word[first : last + 1]:
        if word in ("'", "’") and out:
            out[-1] += word
        else:
            out.append(word)
    return out


def _title(run: list[str], words: NameWords) -> tuple[int, str]:
    """Where the name proper begins in a run, and the title before it."""
    for end in range(len(run) - 1, 0, -1):
        for n in (4, 3, 2, 1):
            phrase = " ".join(run[max(0, end - n) : end])
            if end >= n and phrase.lower() in words.titles and run[end] not in words.lexicon.bodies:
                return end, phrase
    return 0, ""


def _before(tree: Tree, first: int, words: NameWords) -> list[str]:
    """The people or place that stands right before a name: "Russian", "Ukraine's"."""
    i = first - 1
    if i >= 0 and tree.word[i] in words.lexicon.demonyms:
        return [tree.word[i]]
    return [tree.word[i - 1]] if i > 0 and tree.tag[i] == "POS" and tree.pos[i - 1] == "PROPN" else []


def _office_before(tree: Tree, first: int, words: NameWords) -> tuple[str, list[str]]:
    """A title in small letters right before a name: "finance minister Tomas Rieder"."""
    i = first - 1
    if i >= 0 and tree.word[i][0].isupper() and tree.lower(i) in words.titles:
        return tree.word[i], []
    if i < 0 or tree.pos[i] not in ("NOUN", "ADJ") or tree.lower(i) not in words.offices:
        return "", []
    start = i
    while start > 0 and i - start < 3 and tree.pos[start - 1] in ("NOUN", "ADJ", "PROPN") and tree.dep[start - 1] in (
        "compound", "amod", "nmod",
    ):  # fmt: skip
        start -= 1
    return tree.lower(i), [tree.word[k] for k in range(start, i)]


def _kind(tree: Tree, first: int, name: tuple[str, ...], title: str, words: NameWords) -> NameKind:
    whole = " ".join(name)
    if title:
        return "person"
    if whole in words.places or (whole.isupper() and len(whole) > 4 and whole.title() in words.places):
        return "place"
    if whole.isupper() and len(whole) > 4 and _dateline(tree, first + len(name)):
        return "place"
    if any(w in words.lexicon.bodies for w in name):
        return "organisation"
    if name[0] in words.given and len(name) > 1:
        return "person"
    if whole in words.lexicon.demonyms or whole.rstrip("s") in words.lexicon.demonyms:
        return "group"
    if len(whole) <= 6 and whole.isupper() and len(whole) > 1 and len(name) == 1:
        return "organisation"
    if first > 0 and tree.lower(first - 1) == "the" and len(name) > 1:
        return "organisation"
    return _evident(tree, first, first + len(name) - 1, words)


def _dateline(tree: Tree, after: int) -> bool:
    return after < tree.n and tree.word[after] in ("--", "—", "–", "-", ")", ",", "(")


def _evident(tree: Tree, first: int, last: int, words: NameWords) -> NameKind:
    """A person where an apposition or "who" says so."""
    for c in tree.children[last]:
        if c > last and tree.dep[c] == "appos" and tree.lemma[c] in words.offices:
            return "person"
        who = tree.dep[c] == "relcl" and any(tree.lower(k) in ("who", "whom") for k in tree.children[c])
        if c > last and who and tree.lower(tree.head[last]) not in ("of", "at"):
            return "person"
    if first == last and tree.word[first] in words.given:
        return "person"
    located = tree.dep[last] == "pobj" and tree.lower(tree.head[last]) in ("in", "at", "near", "from", "outside")
    return "place" if first == last and located else ""
