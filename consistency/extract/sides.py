"""The two sides of a release: the names that its publisher goes by, and those that it speaks against."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from consistency.extract.commissives import Commissives

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Sentence

Side = Literal["rival", "own", "ours", "measure", "that", "other"]
"""Ours: a measure under one's own name, "our plan"; a measure: "this project"; that: what was named before."""
ORDER: tuple[Side, ...] = ("rival", "own", "ours", "measure", "that")
_MODIFIERS = ("compound", "amod", "nmod", "poss", "det", "dep", "appos")
_POINTING = frozenset({"it", "this", "these", "that", "they", "which", "those", "both", "there"})
_MOST = 12


@dataclass(frozen=True, slots=True)
class Sides:
    """Whose side a noun is on. `own` and `rivals` are words of names; `governs` whether the government is one's own
    (None where the text does not tell).
    """

    words: Commissives
    own: frozenset[str]
    rivals: frozenset[str]
    governs: bool | None

    def of(self, token: Token) -> Side:
        """The side of a subject, with what is coordinated with it."""
        found = [self._of_phrase(t) for t in (token, *[c for c in token.conjuncts if c.i > token.i][:3])]
        return next((s for s in ORDER if s in found), "other")

    def names_rival(self, sentence: Sentence) -> bool:
        """Whether a sentence names the other side."""
        return any(word_of(t) in self.rivals for t in sentence if t.pos_ == "PROPN")

    def _of_phrase(self, token: Token) -> Side:
        if token.lower_ in self.words.first_person or token.lower_ in self.words.returned:
            return "own"
        if token.lower_ in _POINTING:
            return "that"
        named = list(phrase(token))
        near = {word_of(t) for t in named if t.pos_ in ("PROPN", "ADJ", "NOUN")}
        mine = bool(near & self.own) or any(t.lower_ in self.words.first_person for t in named)
        if near & self.rivals and not mine:
            return "rival"
        head = word_of(token)
        if head in self.words.bodies and head not in self.own:
            return self._of_body(token, mine)
        if token.pos_ == "NOUN" or (head in self.words.measures and len(named) > 1):
            is_measure = head in self.words.measures or head in self.words.parts
            return ("ours" if mine else "measure") if is_measure else "other"
        return "own" if mine else "other"

    def _of_body(self, token: Token, mine: bool) -> Side:
        """A body without a name is one's own where the publisher governs, or is no government."""
        if mine:
            return "own"
        if any(t.pos_ == "PROPN" and word_of(t) not in self.words.bodies for t in phrase(token) if t != token):
            return "other"
        if not any(t.lower_ in ("the", "a", "an") for t in token.children) and token.pos_ != "PROPN":
            return "other"
        if word_of(token) not in self.words.ruling or self.governs:
            return "own"
        return "rival" if self.governs is False else "other"


def word_of(token: Token) -> str:
    """The lower-case form by which names are compared: of a plural name the singular."""
    word = str(token.lower_)
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


def phrase(token: Token) -> Iterator[Token]:
    """A noun with what stands before it in its phrase: determiner, adjectives, names, owners."""
    yield token
    stack = [c for c in token.children if c.i < token.i and c.dep_ in _MODIFIERS][:_MOST]
    for _ in range(_MOST):
        if not stack:
            return
        t = stack.pop()
        yield t
        stack += [c for c in t.children if c.dep_ in _MODIFIERS and c.i < t.i]


def sides(doc: Doc, publisher: str | None, words: Commissives, elsewhere: frozenset[str] = frozenset()) -> Sides:
    """The sides of a release, from its publisher's name, who is to be re-elected, and who is said to act or to fail.

    `elsewhere` are the words of names that can be no side: places, peoples.
    """
    parts = [w.strip(".,").lower() for w in (publisher or "").replace("-", " ").split() if len(w) > 2]
    own = {form for w in parts for form in (w, w.removesuffix("s"))} - words.generic
    ruling = [t for t in doc if word_of(t) in words.ruling and t.pos_ in ("NOUN", "PROPN")]
    votes = _votes(doc, words)
    for _ in range(2):
        for body in ruling:
            own |= _names(body, words) if _is_own(body, own, words) else set()
    if not any(_is_own(b, own, words) and _names(b, words) for b in ruling):
        own |= _acting(ruling, votes, words) - elsewhere
    barred = own | words.generic | words.bodies
    stems = tuple(sorted(w[:-1] for w in elsewhere if len(w) > 4))
    rivals = frozenset(w for w, n in votes.items() if n < 0 and w not in barred | elsewhere and not w.startswith(stems))
    governs = True if words.official & set(parts) else _governs(ruling, own, words)
    return Sides(words, frozenset(own), rivals, governs)


def _before(body: Token) -> list[Token]:
    """A ruling body with the names and adjectives in front of it and its article; read off the line, for the parser
    takes "a re-elected Poe Government" apart in many ways.
    """
    found = [body]
    for i in range(body.i - 1, max(body.i - _MOST, body.sent.start - 1), -1):
        token = body.doc[i]
        found.append(token)
        if token.pos_ not in ("PROPN", "ADJ", "NOUN", "VERB", "X") and token.text not in ("-", "–"):
            break
    return found


def _names(body: Token, words: Commissives) -> set[str]:
    """The names in the phrase of a ruling body, and a coalition's own."""
    return {word_of(t) for t in _before(body) if t.pos_ == "PROPN"} - words.generic - {words.ruling[0]}


def _is_own(body: Token, own: set[str], words: Commissives) -> bool:
    return any(word_of(t) in own or t.lower_ in words.returned or t.lower_ in words.first_person for t in _before(body))


def _acting(ruling: list[Token], votes: Counter[str], words: Commissives) -> set[str]:
    """The names of the body in power that is said to act, where nothing else tells which one speaks."""
    found = {name for b in ruling if any(t.lower_ == "the" for t in _before(b)) for name in _names(b, words)}
    return {name for name in found if votes[name] > 0}


def _governs(ruling: list[Token], own: set[str], words: Commissives) -> bool | None:
    """Whether one's own side is in office: "a re-elected", "the Poe Government"; "a Poe Government" would be."""
    seen = set()
    for body in ruling:
        if not _is_own(body, own, words):
            continue
        forms = {t.lower_ for t in _before(body)}
        if forms & words.returned:
            return True
        seen.add("a" if forms & {"a", "an"} else "the" if not forms & {"former", "last", "previous"} else "")
    return ("the" in seen) if len(seen & {"a", "the"}) == 1 else None


def _votes(doc: Doc, words: Commissives) -> Counter[str]:
    """How often each name is said to give or to commit itself, less how often fault is found with it."""
    votes: Counter[str] = Counter()
    for sentence in doc.sents:
        fault = any(t.lemma_.lower() in words.faults for t in sentence)
        for t in sentence:
            if t.pos_ == "PROPN" and t.head.lemma_.lower() not in words.measures:
                votes[word_of(t)] += _vote(t, fault, words)
    return votes


def _vote(name: Token, fault: bool, words: Commissives) -> int:
    """+1 for a name that gives, -1 for one that fault is found with or that is set against one's own; else 0."""
    verb = _acts(name)
    if verb is not None and verb.lemma_.lower() in words.saying:
        return 0  # who is quoted in a release speaks for it, or is judged by what else is said of them
    against = _contrasted(name, words)
    if fault and (verb is not None or name.dep_ == "poss" or against):
        return -1
    if against and name.i and name.nbor(-1).lower_ in words.setting_against:
        return -1
    return int(verb is not None and not fault and verb.lemma_.lower() in words.giving | words.commissive)


def _acts(token: Token) -> Token | None:
    """The verb whose subject a name is, or stands in."""
    for _ in range(3):
        if token.dep_ == "nsubj":
            return token.head
        if token.dep_ not in ("compound", "conj", "nmod"):
            return None
        token = token.head
    return None


def _contrasted(token: Token, words: Commissives) -> bool:
    for _ in range(3):
        if token.dep_ == "pobj":
            return token.head.lower_ in words.contrasting
        if token.dep_ not in ("compound", "conj", "nmod"):
            return False
        token = token.head
    return False
