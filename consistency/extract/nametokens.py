"""Which tokens make a name: capitals, the words that link them, nicknames in quotation marks; no titles of works."""

from __future__ import annotations

from consistency.extract.names import NameWords
from consistency.extract.tree import Tree

_PARTICLES = frozenset({"de", "van", "von", "der", "den", "bin", "al", "el", "da", "di", "du", "la", "le", "dos"})
_TAKEN_FOR = ("NOUN", "ADJ", "X", "INTJ", "VERB", "ADV")
_NOUN_PLACES = ("nsubj", "nsubjpass", "dobj", "pobj", "appos", "conj", "attr", "poss", "ROOT")
_OPENING, _CLOSING = "\"“‘'«", "\"”’'»"
_LONGEST = 9


def is_name(tree: Tree, i: int, words: NameWords) -> bool:
    """Whether a token is a word of a name by its capital and its tag."""
    word = tree.word[i]
    if not word[0].isupper() or word in words.lexicon.not_names:
        return False
    plain = word.rstrip(".")
    if plain in words.lexicon.dates or plain.removesuffix("s") in words.lexicon.dates:
        # "Jan Roe"
        bears = word in words.given and tree.dep[i] == "compound" and tree.pos[tree.head[i]] == "PROPN"
        return bears and tree.head[i] > i and _capital(tree, i + 1, words)
    return tree.pos[i] == "PROPN" or _mistaken(tree, i, words)


def _mistaken(tree: Tree, i: int, words: NameWords) -> bool:
    """Whether the tagger took a name for a common word: "Beatrix Roe", "Ovide Landry"."""
    if tree.pos[i] not in _TAKEN_FOR or not _capital(tree, i, words):
        return False
    if i + 1 < tree.n and _capital(tree, i + 1, words):
        beside = tree.head[i] == i + 1 and tree.dep[i] in ("compound", "amod", "nmod")
        given = tree.word[i] in words.given
        return (beside and (given or tree.pos[i] == "NOUN")) or (given and tree.pos[i] == "NOUN")
    if tree.word[i] in words.given and tree.dep[i] == "nsubj" and tree.word[i] not in words.lexicon.common_given:
        return tree.pos[tree.head[i]] == "VERB" and tree.left[i] == i
    before = i > 0 and tree.head[i - 1] == i and tree.dep[i - 1] == "compound"
    return before and tree.dep[i] in _NOUN_PLACES and _capital(tree, i - 1, words)


def _capital(tree: Tree, i: int, words: NameWords) -> bool:
    """A word with one capital that is neither a people nor an office."""
    word = tree.word[i]
    if len(word) < 3 or not word.isalpha() or not word[0].isupper() or word.isupper():
        return False
    return tree.lower(i) not in words.offices and word not in words.lexicon.demonyms and word not in words.lexicon.dates


def run(tree: Tree, i: int, words: NameWords) -> int:
    """The last token of the name that begins at i."""
    last = i
    while last + 1 < tree.n and tree.sentence[last + 1] == tree.sentence[i] and last - i < _LONGEST:
        nxt = last + 1
        if is_name(tree, nxt, words):
            last = nxt
        elif _links(tree, nxt, words) and nxt + 1 < tree.n and is_name(tree, nxt + 1, words):
            last = nxt + 1
        elif (behind := _nickname(tree, nxt, words)) is not None:
            last = behind
        else:
            break
    return last


def _links(tree: Tree, i: int, words: NameWords) -> bool:
    word = tree.lower(i)
    if word in _PARTICLES or word == "&":
        return True
    if word in ("'", "’") and i + 1 < tree.n:
        # "the Rovers Supporters' Association"
        return tree.word[i - 1].endswith("s") and tree.word[i + 1] in words.lexicon.bodies
    before = tree.word[i - 1]
    if word == "of":
        person = i + 1 < tree.n and tree.word[i + 1] in words.given
        return (before in words.lexicon.bodies and not person) or before.lower() == "secretary"
    if word == "-":
        return tree.end[i - 1] == tree.start[i] and i + 1 < tree.n and tree.end[i] == tree.start[i + 1]
    # "Fen Not Fumes"
    return word in ("not", "and", "for") and tree.word[i][0].isupper()


def _nickname(tree: Tree, i: int, words: NameWords) -> int | None:
    """The word behind a nickname: 'Emmanuel "Papa Lima" Nyondo'."""
    if tree.word[i] not in _OPENING:
        return None
    for end in range(i + 2, min(i + 5, tree.n - 1)):
        if tree.word[end] in _CLOSING:
            return end + 1 if is_name(tree, end + 1, words) and tree.word[end - 1].isalpha() else None
    return None


def is_work(tree: Tree, first: int, last: int) -> bool:
    """Whether a name stands alone in quotation marks, as titles of films and books do: "The Salt Year"."""
    if first > 0 and tree.lower(first - 1) in ("the", "a", "an"):
        first -= 1
    if first == 0 or last + 1 >= tree.n or tree.word[first - 1] not in _OPENING:
        return False
    behind = last + 2 if tree.word[last + 1] in (",", ".") and last + 2 < tree.n else last + 1
    return tree.word[behind] in _CLOSING and tree.start[behind] - tree.end[last] <= 1


def name_words_of(tree: Tree, first: int, last: int) -> list[str]:
    """The words of a name: with an apostrophe or a hyphen one word, without nicknames."""
    out: list[str] = []
    quoted = joined = False
    for i in range(first, last + 1):
        word = tree.word[i]
        if word in ("'", "’") and out and tree.end[i - 1] == tree.start[i]:
            out[-1] += word
        elif word in _OPENING + _CLOSING:
            quoted = not quoted
        elif word == "-":
            out[-1] += word
            joined = True
        elif joined:
            out[-1] += word
            joined = False
        elif not quoted:
            out.append(word)
    return out
