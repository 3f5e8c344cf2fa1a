"""Deeds: which families of deeds a clause tells or denies, of whom, and whether of everybody and of all times."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from consistency.extract.clauses import Clause
from consistency.extract.deedwords import DeedWords, Saying
from consistency.extract.propositions import LINKING, Lexica, PersonAt, core_of
from consistency.facts import Deed

if TYPE_CHECKING:
    from spacy.tokens import Token

BY = {"by", "from"}
SETTING = {"in", "during", "at", "after", "under", "amid", "before", "since", "near", "outside", "inside", "on"}
BUT = {"prep", "advmod", "cc", "mark"}
AGAINST = {"against", "nobody"}
NEVER = {"never", "ever"}
NOT_AT_ALL = {"nobody", "nothing", "none", "no-one", "nowhere"}
WHOLE = {"no", "any", "every", "all", "single", "each", "one"}
SPEAKER = "@"
IDLE = {"come", "amount", "lead", "go", "stop", "reduce", "shrink"}
"""Verbs whose "to nothing" is a manner of speaking: "came to nothing"."""


def deeds(clause: Clause, words: Lexica, person_at: PersonAt, lexicon: DeedWords) -> tuple[Deed, ...]:
    """The deeds that a clause asserts or denies, one a family, in the order of the names of the families."""
    said = [(word, s) for word, s in _said(clause, lexicon) if s.sort != "undergone" or not _is_active(clause)]
    if not said or (not clause.positive and _is_partial(clause, lexicon)):
        return ()
    roles = _Roles(clause, words, person_at, lexicon)
    made = {s.family: roles.deed(word, s) for word, s in reversed(said)}
    return tuple(made[name] for name in sorted(made))


def _said(clause: Clause, lexicon: DeedWords) -> Iterator[tuple[str, Saying]]:
    """The words of the clause that say deeds, with how they do: the predicate, with an object, a noun, an adjective."""
    head = clause.head
    lemma = head.lemma_.lower()
    light = lemma in lexicon.light or clause.predicate in lexicon.light
    below = [*clause.objects, *(clause.subject if clause.passive or light else ())]
    forms = dict.fromkeys((*_with_next(head), clause.predicate, lemma))
    judges = len(clause.objects) > 1 and any(o.dep_ == "oprd" for o in clause.objects)  # "called the plan a fairy tale"
    for form in () if judges or lexicon.other & forms.keys() else forms:
        yield from ((form, s) for s in lexicon.word(form))
        for noun in below:
            for said in _words_of(noun):
                yield from ((f"{form} {noun.lemma_.lower()}", s) for s in lexicon.pair(form, said))
    core = core_of(clause)
    for state in (core, *core.conjuncts) if core != head else ():
        yield from ((state.lower_, s) for s in lexicon.word(state.lemma_.lower()) or lexicon.word(state.lower_))
    for preposition, noun in clause.obliques:
        yield from ((f"{preposition}_{noun.lower_}", s) for s in lexicon.word(f"{preposition}_{noun.lower_}"))
    for c in head.children:
        if c.dep_ in ("advmod", "acomp", "oprd"):
            yield from ((c.lower_, s) for s in lexicon.word(c.lower_) if s.sort in AGAINST)
    for noun in below if light else ():
        after = next((c.lower_ for c in (*noun.children, *head.children) if c.dep_ == "prep" and c.i == noun.i + 1), "")
        for form in (f"{noun.lemma_.lower()}_{after}", noun.lemma_.lower()):
            yield from ((form, s) for s in lexicon.noun(form))


def _words_of(noun: Token) -> list[str]:
    """The lemmas of a noun and of what it is compounded with; "money" for an amount of it."""
    found = [noun.lemma_.lower(), *(c.lemma_.lower() for c in noun.children if c.dep_ in ("compound", "amod"))]
    money = noun.ent_type_ == "MONEY" or any(c.pos_ == "SYM" for c in noun.children)
    return [*found, "money"] if money else found


def _with_next(head: Token) -> Iterator[str]:
    """A verb with what follows it closely: "vote_against", "vote_no"."""
    for c in head.children:
        if c.dep_ in ("prep", "advmod", "dobj", "intj", "prt") and c.i == head.i + 1:
            yield f"{head.lemma_.lower()}_{c.lower_}"


class _Roles:
    """Who does what to whom in a clause, in words under which deeds are compared."""

    def __init__(self, clause: Clause, words: Lexica, person_at: PersonAt, lexicon: DeedWords) -> None:
        self.clause = clause
        self.words = words
        self.person_at = person_at
        self.lexicon = lexicon
        obliques = [(p, o) for p, o in clause.obliques if p and not self._is_time(o)]
        obliques = [(p, o) for p, o in obliques if not lexicon.word(f"{p}_{o.lower_}")]  # "by force" is nobody
        self.by = [o for p, o in obliques if p in BY]
        self.to = [o for p, o in obliques if p == "to"]
        self.other = [o for p, o in obliques if p not in BY and p != "with"]
        self.joined = [o for p, o in obliques if p == "with"]
        self.setting = [o for p, o in obliques if p in SETTING]
        self.below = [o for n in clause.objects for o in self._under(n)]
        self.exists = clause.head.lemma_ == "be" and not clause.subject

    def deed(self, word: str, said: Saying) -> Deed:
        """The deed that a word of the clause says."""
        doers, affected = self._parties(said.sort)
        if self.lexicon.mutual(said.family):
            affected = [*affected, *self.joined]
        parts = (("doer", doers, self._no_doer(said.sort)), ("affected", affected, False))
        denied = self._denied() != (said.sort in AGAINST)
        clause_head = self.clause.head
        return Deed(
            said.family,
            word,
            denied=denied,
            ever=self._ever(),
            every=tuple(n for n, t, absent in parts if (t and all(map(self._is_anyone, t))) or (absent and not t)),
            doers=self._named(doers, word),
            affected=self._named(affected, word),
            beside=self._named((m for t in (*doers, *affected) for m in self._modifiers(t)), word),
            setting=self._named(self.setting, word),
            apart=self._apart(),
            manner=self._manner((clause_head, *doers, *affected), word) if denied else (),
            back=any(self._points_back(t) for t in (*doers, *affected)),
        )

    def _parties(self, sort: str) -> tuple[list[Token], list[Token]]:
        """Who does it, and to whom or what."""
        c = self.clause
        subject, objects = (
            list(c.subject),
            [o for o in c.objects if o.dep_ in ("dobj", "dative", "attr", "conj", "oprd")],
        )
        rest = [*objects, *self.other, *self.below]
        if self.exists:
            return self.by, [*self.other, *self.below]
        if sort == "nobody":
            return [], subject if c.head.lemma_ in LINKING else rest
        if sort == "turned":
            return [*self.by, *self.to], [*subject, *objects, *(o for o in self.other if o not in self.to)]
        if c.passive:
            return self.by, [*subject, *rest]
        if c.head.lemma_ in LINKING and sort != "noun":
            return [], subject
        return subject, [*rest, *self.by]

    def _no_doer(self, sort: str) -> bool:
        """Whether the clause leaves open who does it: a passive, "there was", what happens to somebody."""
        state = sort == "nobody" or (self.clause.head.lemma_ in LINKING and sort != "noun")
        return self.clause.passive or self.exists or sort == "turned" or state

    def _denied(self) -> bool:
        return not self.clause.positive or any(_is_nothing(p, o, self.clause) for p, o in self.clause.obliques)

    def _ever(self) -> bool:
        head = self.clause.head
        near = [*head.children, *(g for c in head.children if c.dep_ in ("aux", "auxpass") for g in c.children)]
        return any(t.lower_ in NEVER for t in near)

    def _is_anyone(self, token: Token) -> bool:
        """Whether a word names no one in particular: "nobody", "not one person", "any employee", "all of them"."""
        lemma = token.lemma_.lower()
        if token.lower_ in NOT_AT_ALL or (lemma in self.lexicon.anyone and not self.person_at(token)):
            return True
        marks = {c.lower_ for c in token.children if c.dep_ in ("det", "amod", "nummod", "neg", "advmod")}
        return bool(marks & WHOLE) and (lemma in self.lexicon.staff or lemma in self.lexicon.least)

    def _points_back(self, token: Token) -> bool:
        """ "Nothing of the kind"."""
        under = {o.lower_ for p in token.children if p.dep_ == "prep" for o in p.children}
        return token.lower_ in NOT_AT_ALL and bool(under & self.lexicon.back)

    def _apart(self) -> tuple[str, ...]:
        """The words behind "apart from", "except": what is not denied."""
        found = [t for t in self.clause.head.subtree if t.lower_ in self.lexicon.but and t.dep_ in BUT]
        found += [t.nbor(1) for t in found if t.i + 1 < len(t.doc) and t.nbor(1).dep_ == "prep"]
        return self._named([d for t in found for d in t.subtree if d.pos_ in ("NOUN", "PROPN")], "")

    def _manner(self, tokens: Iterable[Token], word: str) -> tuple[str, ...]:
        """The adverbs and adjectives that narrow what is said: "seriously hurt", "no excessive force"."""
        kinds = ("advmod", "amod", "advcl", "acomp")
        found = [c for t in tokens for c in t.children if c.dep_ in kinds and c.pos_ in ("ADJ", "ADV")]
        below = {c.lemma_.lower() for c in found if not (c.i and c.nbor(-1).lower_ == "not")}  # "not orally, not ..."
        narrow = {w for w in below if w.endswith("ly") or w not in ("so", "here", "there", "then", "now", "too", "not")}
        return tuple(sorted(narrow - self.lexicon.emphatic - self.lexicon.but - {word}))

    def _is_time(self, token: Token) -> bool:
        return token.ent_type_ in ("DATE", "TIME") or token.lemma_.lower() in self.lexicon.when

    def _under(self, noun: Token) -> list[Token]:
        """What stands behind the prepositions of a noun: "friends of the mayor", "a word with the governor"."""
        found = [o for p in noun.children if p.dep_ == "prep" for o in p.children if o.dep_ == "pobj"]
        return [o for o in found if not self._is_time(o)]

    def _modifiers(self, token: Token) -> list[Token]:
        return [c for c in token.children if c.dep_ in ("compound", "poss", "nmod", "appos")] + self._under(token)

    def _named(self, tokens: Iterable[Token], but: str) -> tuple[str, ...]:
        """The names, or the lemmas, of tokens, less what names nobody in particular."""
        found: set[str] = set()
        for token in tokens:
            name, lemma = self.person_at(token), token.lemma_.lower()
            if token.lower_ in NOT_AT_ALL or self._is_time(token) or (len(token) < 2 and token.tag_ != "PRP"):
                continue
            if name or (token.pos_ == "PROPN" and not token.text.islower()):
                found.add(name or token.text)
            elif token.tag_ == "PRP" and token in self.clause.subject:
                found.add(SPEAKER)
            elif token.pos_ in ("NOUN", "PROPN", "ADJ") and lemma not in self.lexicon.anyone | self.lexicon.least:
                found.add(self.words.themes.term(lemma))
        return tuple(sorted(found - {"", *but.replace("_", " ").split()}))


def _is_active(clause: Clause) -> bool:
    """Whether a clause tells what its subject did to something: "the strike hurt the firm"."""
    return clause.positive and not clause.passive and any(o.dep_ == "dobj" for o in clause.objects)


def _is_partial(clause: Clause, lexicon: DeedWords) -> bool:
    """Whether only a time, a reason or a manner is denied: "did not know until May"."""
    below = [*clause.head.children, *(g for c in clause.head.children if c.dep_ == "advcl" for g in c.children)]
    return any(c.lower_ in lexicon.until and c.dep_ in ("prep", "mark", "advmod") for c in below)


def _is_nothing(preposition: str, token: Token, clause: Clause) -> bool:
    """ "Agreed to nothing", "spoke to no one", not "came to nothing"."""
    if preposition in ("for", "but", "like") or clause.head.lemma_ in IDLE:
        return False
    return token.lower_ in NOT_AT_ALL or (token.lower_ == "one" and any(c.lower_ == "no" for c in token.children))
