"""Which way a time expression looks: back, as news does, or ahead, by the tense and the words that govern it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consistency.extract.timewords import Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

PAST, UNSURE, AHEAD = -1, 0, 1
_MAX_CLIMB = 12


def direction(token: Token, vocab: Vocabulary) -> int:
    """-1 where the words that govern the token look back, 1 where they look ahead, 0 where nothing tells."""
    limit = UNSURE
    owns = token.dep_ == "poss"
    for _ in range(_MAX_CLIMB):
        head = token.head
        if head.i == token.i:
            return limit
        token = head
        if token.tag_[:2] == "VB" or token.tag_ == "MD":
            found = _verb(token, vocab)
            if found is not None:
                return UNSURE if owns and token.tag_ == "VB" and found == AHEAD and not _will(token) else found
        elif token.lower_ in vocab.limits:
            limit = AHEAD
        elif token.lemma_.lower() in vocab.forward:
            return AHEAD
    return limit


def _will(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children)


def _verb(verb: Token, vocab: Vocabulary) -> int | None:
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    lemmas = {c.lower_ for c in helpers}
    if lemmas & {"will", "wo", "shall", "'ll", "’ll", "would", "'d"} and not lemmas & {"have"}:
        return AHEAD
    if verb.tag_ == "VB" and "to" in lemmas:
        return _infinitive(verb, vocab)
    ahead = verb.lemma_.lower() in vocab.forward
    if verb.tag_ in ("VBD", "VBN"):
        passive = verb.tag_ == "VBN" and bool(lemmas & {"is", "are", "was", "were", "be", "been", "'s", "'re"})
        bare = verb.tag_ == "VBN" and not helpers
        return AHEAD if ahead and (passive or bare) else PAST
    if verb.tag_ == "VBG":
        return None if not helpers else AHEAD if lemmas & {"is", "are", "am", "'s", "'re", "'m"} else PAST
    if verb.tag_ in ("VBZ", "VBP"):
        return AHEAD if ahead else PAST if verb.lemma_.lower() in vocab.said else None
    return AHEAD if lemmas & {"can", "may", "might", "could", "should", "must"} and "have" not in lemmas else None


def _infinitive(verb: Token, vocab: Vocabulary) -> int:
    head = verb.head
    if head.i == verb.i or head.lemma_.lower() in vocab.forward:
        return AHEAD
    if head.tag_ == "VBD" and head.lemma_.lower() not in vocab.forward:
        return PAST if verb.dep_ == "advcl" else UNSURE
    return AHEAD
