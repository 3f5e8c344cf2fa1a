"""What speakers say of their own past words and stances: "I never gave a date", "we were in favour from the start"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from consistency.extract.clauses import Clause
from consistency.extract.surroundings import Surroundings
from consistency.facts import Fact, Statement
from consistency.lexicons import LexiconModel, load

if TYPE_CHECKING:
    from spacy.tokens import Token

WH = {"WDT", "WP", "WP$", "WRB"}
LINKS = 3
"""Verbs coordinated before one whose "never" also stands over it: "never stood up and promised"."""


class Retrospects(LexiconModel):
    """retrospects.yaml."""

    always: tuple[str, ...]
    never: tuple[str, ...]
    kinds: dict[str, tuple[str, ...]]
    sorts: dict[str, tuple[str, ...]]
    giving: tuple[str, ...]
    narrowing: tuple[str, ...]
    anybody: tuple[str, ...]

    @cached_property
    def _kinds(self) -> dict[str, str]:
        return {verb: kind for kind, verbs in self.kinds.items() for verb in verbs}

    @cached_property
    def _sorts(self) -> dict[str, str]:
        return {noun: sort for sort, nouns in self.sorts.items() for noun in nouns}

    def kind(self, forms: tuple[str, ...]) -> str:
        """The kind of words or stance that the first known of the forms names, "" where none is."""
        return next((self._kinds[f] for f in forms if f in self._kinds), "")

    def sort(self, word: str) -> str:
        """The sort of saying that a noun or question word names: time, number, promise; "" for any other."""
        return self._sorts.get(word, "")


@lru_cache(maxsize=8)
def retrospects(folders: tuple[Path, ...] = ()) -> Retrospects:
    """retrospects.yaml, extended by the user's."""
    return load(Retrospects, "retrospects", folders)


def retrospect(clause: Clause, fact: Fact, statement: Statement, around: Surroundings) -> str:
    """What speakers say of their own past words, in this clause or by the word before it, "" for nothing of the sort.

    "never promise", "always oppose"; with a third word where only the sort of saying is named: "never say time".
    """
    lexicon = retrospects(around.lexicons)
    if _own(clause, fact, statement, around, lexicon) and (found := _in_clause(clause, fact, lexicon)):
        return found
    if statement.within is None or not statement.cue:
        return ""
    cue = around.doc.char_span(*statement.cue[0], alignment_mode="expand")
    if cue is None:
        return ""
    kind = lexicon.kind((statement.lemma.replace(" ", "_"),))
    when = _marked(cue.root, lexicon)
    if when == "never" and kind == "say":
        sort = _asked(clause.head, lexicon)
        return f"never say {sort}" if sort else ""
    return f"{when} {kind}" if kind and (when == "always" or (when == "never" and kind == "deny")) else ""


def _in_clause(clause: Clause, fact: Fact, lexicon: Retrospects) -> str:
    """ "never promise", "always oppose", "never say time": what the clause says its subject did of old, or ""."""
    when = _when(clause, fact, lexicon)
    if not when or (clause.tense != "past" and fact.kind != "denial"):
        return ""
    kind = lexicon.kind(_forms(clause.head))
    named = next(((sort, noun) for noun in _named(clause.head) if (sort := lexicon.sort(noun.lemma_.lower()))), None)
    if when == "never" and named and (kind in ("promise", "say") or clause.head.lemma_ in lexicon.giving):
        sort, noun = named
        if any(c.lower_ in lexicon.narrowing for c in noun.children):
            return ""  # "never gave an exact date": it may have been a rough one
        sworn = kind == "promise" and clause.head.lemma_ not in lexicon.giving
        return "never promise" if sort == "promise" else f"never {'promise' if sworn else 'say'} {sort}"
    if when == "never" and kind == "say" and (asked := _question(clause, lexicon)):
        return f"never say {asked}"
    if when == "never" and fact.kind == "denial" and not _past(clause.head):
        return ""
    return f"{when} {kind}" if kind else ""


def _when(clause: Clause, fact: Fact, lexicon: Retrospects) -> str:
    """ "always" or "never" as the clause itself says it, or by what stands over it: "denied having promised"."""
    head = clause.head
    for _ in range(LINKS):
        if when := _marked(head, lexicon):
            return when
        if head.dep_ != "conj" or any(c.dep_ == "nsubj" for c in head.children):
            break
        head = head.head
    denied = not fact.proposition.positive
    if denied and (fact.kind == "denial" or any(c.lower_ in ("ever", "once") for c in clause.head.children)):
        return "never"
    return "never" if denied and _did_not(clause.head) and lexicon.kind(_forms(clause.head)) == "promise" else ""


def _did_not(verb: Token) -> bool:
    """ "did not promise": of the past as a whole, where "has not promised" is only of now."""
    return any(c.lower_ == "did" and c.dep_ == "aux" for c in verb.children)


def _past(verb: Token) -> bool:
    """Whether a denied deed is one of the past: "denied that it had promised", "denied promising"."""
    return verb.tag_ in ("VBD", "VBN", "VBG")


def _marked(verb: Token, lexicon: Retrospects) -> str:
    """ "always" or "never" where such a word or phrase modifies the verb, else ""."""
    line = " ".join(t.lower_ for t in verb.subtree)
    beside = {c.lower_ for c in verb.children if c.dep_ in ("advmod", "neg")}
    for when, phrases in (("never", lexicon.never), ("always", lexicon.always)):
        for phrase in phrases:
            if " " in phrase:
                if f" {phrase} " in f" {line} ":
                    return when
            elif phrase in beside:
                return when
    return ""


def _own(clause: Clause, fact: Fact, statement: Statement, around: Surroundings, lexicon: Retrospects) -> bool:
    """Whether the deed is the speaker's, or of the body for which they speak, or of nobody in it.

    "It never committed", said by its spokeswoman; "nobody here ever put a date on it"; "no date was ever given".
    """
    if fact.own:
        return True
    sides = {statement.speaker, statement.body} - {None}
    if any(
        around.person_at(t) in sides or _is_it(t, statement, around) for t in clause.head.children if t.dep_ == "nsubj"
    ):
        return True
    if clause.passive or (clause.head.lemma_ == "be" and not clause.subject):
        return not any(prep == "by" for prep, _ in clause.obliques)
    return any(_is_anybody(t, sides, around, lexicon) for t in clause.head.children if t.dep_ == "nsubj")


def _is_it(token: Token, statement: Statement, around: Surroundings) -> bool:
    """ "It", said by one who speaks for a body."""
    return token.lower_ == "it" and statement.body is not None and around.person_at(token) is None


def _is_anybody(token: Token, sides: set[str | None], around: Surroundings, lexicon: Retrospects) -> bool:
    """ "anybody at Halden", "none of us", "nobody here": somebody on the speaker's side, whoever it may be.

    Those of other bodies are spoken of by the body's name: "Halden never gave a date".
    """
    if token.lower_ not in lexicon.anybody and not any(c.lower_ in ("no", "any") for c in token.children):
        return False
    below = [t for t in token.subtree if t != token]
    ours = {"us", "here", "our", "my", *around.words.predicates.collectives}
    return any(t.lower_ in ours or around.person_at(t) in sides or t.pos_ == "PROPN" for t in below)


def _named(verb: Token) -> Iterator[Token]:
    """The nouns that a verb is about: its objects, what stands under its prepositions, the subject of a passive."""
    for c in verb.children:
        if c.dep_ in ("dobj", "nsubjpass", "attr", "oprd", "dative", "npadvmod"):
            yield c
        elif c.dep_ == "prep" and c.lower_ in ("to", "on", "about", "of"):
            yield from (o for o in c.children if o.dep_ == "pobj")


def _question(clause: Clause, lexicon: Retrospects) -> str:
    """The sort of saying that a question under the verb asks for, "" where there is none."""
    below = (c for c in clause.head.children if c.dep_ in ("ccomp", "advcl", "xcomp") and c.i > clause.head.i)
    return next(filter(None, (_asked(c, lexicon) for c in below if any(t.tag_ == "MD" for t in c.children))), "")


def _asked(verb: Token, lexicon: Retrospects) -> str:
    """The sort of saying that a question asks for: "when it would end", "what rates would do", "how much it cost"."""
    first = verb.left_edge
    if first.tag_ not in WH or first.lower_.endswith("ever"):
        return ""
    sort = lexicon.sort(f"{first.lower_}_{first.head.lower_}") or lexicon.sort(first.lower_)
    foretold = any(c.lower_ in ("will", "would", "'d", "’d") for c in verb.children)
    return sort or ("forecast" if foretold else "")


def _forms(verb: Token) -> tuple[str, ...]:
    """The verb with its object noun, with its particle or preposition, and alone; of "be" its complement."""
    lemma = verb.lemma_.lower()
    below = list(verb.children)
    with_objects = [f"{lemma}_{c.lemma_.lower()}" for c in below if c.dep_ in ("dobj", "acomp", "attr", "oprd")]
    with_words = [f"{lemma}_{c.lower_}" for c in below if c.dep_ in ("prt", "prep", "advmod", "acomp") and c.i > verb.i]
    deeper = [f"{lemma}_{c.lower_}_{o.lemma_.lower()}" for c in below if c.dep_ == "prep" for o in c.children]
    alone = [] if lemma == "be" else [lemma]
    return (*with_objects, *deeper, *with_words, *alone)
