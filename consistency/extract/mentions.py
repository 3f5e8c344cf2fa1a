"""Mentions of names with their titles, and whether a person, a body or a place is meant."""

from __future__ import annotations

from typing import NamedTuple

from consistency.extract.headlines import headlines
from consistency.extract.names import Gender, NameKind, NameWords
from consistency.extract.nametokens import is_name, is_work, name_words_of, run
from consistency.extract.tree import Tree

_LOCATED = ("in", "at", "near", "outside", "from", "around", "across", "inside")


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
    """Every name of the article in the order of the text, titles of works left out."""
    out, i = [], 0
    titled = headlines(tree)
    common = {word for word in tree.word if word.islower()}
    known = {tree.word[k] for k in range(tree.n) if k not in titled and is_name(tree, k, words)} if titled else set()
    while i < tree.n:
        if not is_name(tree, i, words) or (i in titled and tree.word[i] not in known):
            i += 1
            continue
        last = run(tree, i, words)
        while i in titled and tree.word[last] not in known:
            last -= 1
        name = _read(tree, i, last, words) if not is_work(tree, i, last) else None
        if name is not None and not _common(tree, name, common, words):
            out.append(name)
        i = last + 1
    return out


def _common(tree: Tree, name: Name, common: set[str], words: NameWords) -> bool:
    """Whether a word that opens a sentence is a name by its capital only: "Turnout was high", where turnout fell."""
    i, word = name.first, name.words[0]
    if len(name.words) > 1 or name.title or name.kind or word in words.given or not _opens(tree, i):
        return False
    described = (
        tree.dep[i] in ("compound", "amod", "nmod", "npadvmod")
        and tree.head[i] > i
        and tree.word[tree.head[i]].islower()
    )
    return word.lower() in common or (described and tree.word.count(word) == 1)


def _opens(tree: Tree, i: int) -> bool:
    return i == 0 or tree.sentence[i - 1] != tree.sentence[i] or tree.pos[i - 1] == "SPACE"


def _read(tree: Tree, first: int, last: int, words: NameWords) -> Name | None:
    parts = name_words_of(tree, first, last)
    cut, title = _title(tree, first, parts, words)
    modifiers = [*_before(tree, first, words), *(parts[: cut - len(title.split())] if title else [])]
    if not title and " ".join(parts).lower() in words.titles:
        return None
    if not title:
        while len(parts) - cut > 1 and parts[cut] in words.lexicon.demonyms:
            modifiers.append(parts[cut])
            cut += 1
    name = tuple(parts[cut:])
    if not name or _no_name(name, title, words):
        return None
    gender = _shown(title, words)
    if not title:
        title, more = _office_before(tree, first, words)
        modifiers = [*more, *modifiers]
        gender = _shown(title, words)
    kind = _kind(tree, first, last, name, title, words)
    if kind == "person" and not gender:
        gender = words.given.get(name[0], "")
    return Name(first + cut if cut < last - first + 1 else last, last, name, title, tuple(modifiers), gender, kind)


def _no_name(name: tuple[str, ...], title: str, words: NameWords) -> bool:
    """A people, or a holiday: "French", "Memorial Day"."""
    if title:
        return False
    holiday = len(name) > 1 and name[-1] in words.lexicon.holidays and name[0] not in words.given
    return holiday or (len(name) == 1 and name[0] in words.lexicon.demonyms)


def _shown(title: str, words: NameWords) -> Gender:
    """The gender that a title shows."""
    if not title:
        return ""
    return words.titles.get(title.lower()) or words.offices.get(title.lower().split()[-1], "")


def _title(tree: Tree, first: int, parts: list[str], words: NameWords) -> tuple[int, str]:
    """Where the name proper begins in a run, and the title before it: "Mayor", "Secretary of State", "Parent"."""
    body = parts[-1] in words.lexicon.bodies
    for end in range(len(parts) - 1, 0, -1):
        if body and parts[end] not in words.given:
            continue  # "the Princess Adela Hospital"
        for n in (4, 3, 2, 1):
            phrase = " ".join(parts[max(0, end - n) : end])
            if end >= n and _is_title(phrase, len(parts) - end, words) and parts[end] not in words.lexicon.bodies:
                return end, phrase
    if len(parts) > 2 and not body and _described(tree, first, parts, words):
        return 1, parts[0]
    return 0, ""


def _is_title(phrase: str, rest: int, words: NameWords) -> bool:
    return phrase.lower() in words.titles or (rest > 1 and phrase.lower() in words.offices)


def _described(tree: Tree, first: int, parts: list[str], words: NameWords) -> bool:
    """Whether the word that opens a sentence says what the person behind it is: "Epidemiologist Anselm Roe"."""
    opens = _opens(tree, first)
    of_office = first > 1 and tree.lower(first - 1) == "of" and tree.lower(first - 2) in words.titles
    common = tree.pos[first] == "NOUN" and parts[0] not in words.given
    return (opens and (common or (parts[1] in words.given and parts[0] not in words.given))) or (
        of_office and parts[1] in words.given
    )


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


def _kind(tree: Tree, first: int, last: int, name: tuple[str, ...], title: str, words: NameWords) -> NameKind:
    whole = " ".join(name)
    if title and (title.lower() not in words.lexicon.body_nouns or name[0] in words.given):
        return "person"
    if whole in words.places or (whole.isupper() and len(whole) > 4 and whole.title() in words.places):
        return "place"
    if whole.isupper() and len(whole) > 4 and _dateline(tree, last + 1):
        return "place"
    if any(w in words.lexicon.bodies for w in name):
        return "organisation"
    if name[0] in words.given and len(name) > 1:
        return "person"
    if whole in words.lexicon.demonyms or whole.rstrip("s") in words.lexicon.demonyms:
        return "group"
    if len(whole) <= 6 and whole.isupper() and len(whole) > 1 and len(name) == 1:
        return "organisation"
    before_noun = tree.dep[last] in ("compound", "nmod") and tree.head[last] > last
    if first > 0 and tree.lower(first - 1) == "the" and len(name) > 1 and not before_noun:
        return "place" if located(tree, last) else "organisation"
    return _evident(tree, first, last, words)


def located(tree: Tree, last: int) -> bool:
    """Whether something is said to be or happen there: "in the Corn Exchange"."""
    return tree.dep[last] == "pobj" and tree.lower(tree.head[last]) in _LOCATED


def _dateline(tree: Tree, after: int) -> bool:
    return after < tree.n and tree.word[after] in ("--", "—", "–", "-", ")", ",", "(")


def _evident(tree: Tree, first: int, last: int, words: NameWords) -> NameKind:
    """A person where an apposition or "who" says so; a body or a place where it stands as one."""
    for c in tree.children[last]:
        if c > last and tree.dep[c] == "appos" and tree.lemma[c] in words.offices:
            return "person"
        who = tree.dep[c] == "relcl" and any(tree.lower(k) in ("who", "whom") for k in tree.children[c])
        if c > last and who and not _many(tree, c) and tree.lower(tree.head[last]) not in ("of", "at"):
            return "person"
    head = tree.head[last]
    if head == last + 1 and tree.dep[last] == "compound":
        if tree.lower(head) in words.lexicon.place_nouns | words.lexicon.body_kinds["company"].nouns:
            return "place"  # "the San Mateo company"
        if tree.lower(head) in words.lexicon.body_nouns:
            return "organisation"
    alone = first == last and tree.word[first] in words.given and tree.dep[first] not in ("compound", "nmod")
    return "person" if alone and (first == 0 or tree.lower(first - 1) != "the") else ""


def _many(tree: Tree, verb: int) -> bool:
    """Whether a verb shows that several do it: "residents of Calder, who live"."""
    return tree.tag[verb] == "VBP" or any(tree.lower(c) in ("are", "were", "have") for c in tree.kids(verb, "aux"))
