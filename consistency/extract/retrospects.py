"""What speakers say of their own past words and stances: "I never asked for it", "we were in favour from the start"."""

from __future__ import annotations

from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from consistency.extract.clauses import Clause
from consistency.extract.surroundings import Surroundings
from consistency.facts import Statement
from consistency.lexicons import LexiconModel, load

if TYPE_CHECKING:
    from spacy.tokens import Token

REACH = 9
"""Words of a clause in which "from the very first day" must begin."""


class Retrospects(LexiconModel):
    """retrospects.yaml."""

    always: tuple[str, ...]
    never: tuple[str, ...]
    kinds: dict[str, tuple[str, ...]]

    @cached_property
    def _kinds(self) -> dict[str, str]:
        return {verb: kind for kind, verbs in self.kinds.items() for verb in verbs}

    def kind(self, forms: tuple[str, ...]) -> str:
        """The kind of words or stance that the first known of the forms names, "" where none is."""
        return next((self._kinds[f] for f in forms if f in self._kinds), "")


@lru_cache(maxsize=8)
def retrospects(folders: tuple[Path, ...] = ()) -> Retrospects:
    """retrospects.yaml, extended by the user's."""
    return load(Retrospects, "retrospects", folders)


def retrospect(clause: Clause, statement: Statement, around: Surroundings, *, own: bool) -> str:
    """What speakers say of their own past words: in this clause where it is their `own` deed, or by the word before it.

    "never promise", "always oppose"; "" where they say nothing of the sort.
    """
    lexicon = retrospects(around.lexicons)
    if own and (found := _in_clause(clause, lexicon)):
        return found
    if statement.within is None or not statement.cue:
        return ""
    cue = around.doc.char_span(*statement.cue[0], alignment_mode="expand")
    if cue is None or _marked(cue.root, lexicon) != "always":
        return ""
    kind = lexicon.kind((statement.lemma.replace(" ", "_"),))
    return f"always {kind}" if kind else ""


def _in_clause(clause: Clause, lexicon: Retrospects) -> str:
    """ "never promise", "always oppose": what the clause says its subject did of old, or ""."""
    if clause.tense != "past":
        return ""
    kind = lexicon.kind(_forms(clause.head))
    return f"{when} {kind}" if kind and (when := _marked(clause.head, lexicon)) else ""


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


def _forms(verb: Token) -> tuple[str, ...]:
    """The verb with its object noun, with its particle or preposition, and alone; of "be" its complement."""
    lemma = verb.lemma_.lower()
    below = list(verb.children)
    with_objects = [f"{lemma}_{c.lemma_.lower()}" for c in below if c.dep_ in ("dobj", "acomp", "attr", "oprd")]
    with_words = [f"{lemma}_{c.lower_}" for c in below if c.dep_ in ("prt", "prep", "advmod", "acomp") and c.i > verb.i]
    deeper = [f"{lemma}_{c.lower_}_{o.lemma_.lower()}" for c in below if c.dep_ == "prep" for o in c.children]
    alone = [] if lemma == "be" else [lemma]
    return (*with_objects, *deeper, *with_words, *alone)
