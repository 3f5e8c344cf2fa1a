"""Which way a time expression looks: back, as news does, or ahead, by the tense and the words that govern it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consistency.extract.timewords import Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

PAST, UNSURE, AHEAD = -1, 0, 1
_MAX_CLIMB = 12
_OWNED = ("poss", "compound", "nmod", "amod")
_BE = {"is", "are", "was", "were", "be", "been", "being", "'s", "'re", "’s", "’re"}
_OPEN = {"be", "being", "getting", "get"}
"""Auxiliaries that leave the time of a participle to the verb above it: "is going to start getting sold"."""
_NOW = {"is", "are", "am", "'s", "'re", "'m", "’s", "’re", "’m"}
_WILL = {"will", "wo", "shall", "'ll", "’ll", "would", "'d", "’d"}
_CLAUSES = {"when", "until", "before", "after", "once", "if"}
_MAY = {"can", "may", "might", "could", "should", "must"}


def direction(token: Token, vocab: Vocabulary) -> int:
    """-1 where the words that govern the token look back, 1 where they look ahead, 0 where nothing tells."""
    if _told(token):
        return PAST
    if token.dep_ in ("nsubj", "attr") and token.head.tag_ in ("VBZ", "VBP") and not _aux(token.head):
        return AHEAD
    limit, link, at = UNSURE, "", token.i
    if token.dep_ in _OWNED and vocab.kind.get(token.head.lower_) in ("daypart", "night"):
        token = token.head
    owned = token.dep_ in _OWNED and token.head.i > token.i
    for _ in range(_MAX_CLIMB):
        head = token.head
        if head.i == token.i:
            return limit
        token = head
        if token.tag_[:2] == "VB" or token.tag_ == "MD":
            found = AHEAD if _deferred(token, link, vocab) else _verb(token, vocab, at)
            if found is None and limit and token.tag_ in ("VBZ", "VBP"):
                found = AHEAD
            if limit and (_would_have(token) or (found == UNSURE and token.head.lemma_ != "be")):
                found = AHEAD
            if found is not None:
                return UNSURE if owned and found == AHEAD and not _aux(token) & _WILL else found
        elif token.lower_ == "since":
            return PAST
        elif token.lower_ in vocab.limits:
            limit, link = AHEAD, link or token.lower_
        elif token.pos_ == "ADP":
            link = link or token.lower_
        elif token.lemma_.lower() in vocab.forward or token.lower_ == "ahead":
            return AHEAD
    return limit


def is_direct(token: Token) -> bool:
    """Whether a verb in the past governs the time itself: "closed in May", not "planned a visit in May"."""
    head = token.head
    for _ in range(2):
        if head.pos_ == "ADP" and head.head.i != head.i:
            head = head.head
    return head.tag_ == "VBD" or (head.tag_ == "VBN" and not _aux(head) & _WILL)


def _would_have(verb: Token) -> bool:
    """Whether something was to be done by then: "would have tents standing by Sunday"."""
    return {"would", "have"} <= _aux(verb)


def _told(token: Token) -> bool:
    """Whether a verb of the past stands right before the time, and the parse hangs it on a later one.

    "Said on Monday the summit would begin" tells when it was said.
    """
    k = token.i - 1
    if k > 0 and token.doc[k].lower_ in ("on", "late", "early"):
        k -= 1
    if k < 0 or token.doc[k].tag_ != "VBD" or token.doc[k].lemma_ in ("be", "have", "do"):
        return False
    head = token.head if token.head.pos_ != "ADP" else token.head.head
    return head.i > token.i and head.i != k


def _deferred(verb: Token, link: str, vocab: Vocabulary) -> bool:
    """Whether the verb sets a limit or puts something off: "gave them until Friday", "has been moved to Monday"."""
    if not link or "had" in _aux(verb) or _aux(verb) & _WILL:
        return False
    lemma, present = verb.lemma_.lower(), verb.tag_ in ("VBZ", "VBP")
    if lemma == "be":
        return present and link == "on"
    if lemma in vocab.putting_off:
        return link in ("until", "till", "to", "by", "through")
    return lemma in vocab.giving and link in ("until", "till") and (present or lemma != "have")


def is_set_limit(token: Token, vocab: Vocabulary) -> bool:
    """Whether a verb in the past set this limit: "gave her until 14 February", which may be long over."""
    head = token.head if token.head.pos_ == "ADP" else token
    verb = head.head
    given = verb.lemma_.lower() in vocab.giving and head.lower_ in ("until", "till")
    return given and verb.tag_ in ("VBD", "VBN") and not _aux(verb) & (_NOW | {"has", "have"})


def _aux(verb: Token) -> set[str]:
    return {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}


def _verb(verb: Token, vocab: Vocabulary, at: int) -> int | None:
    """What one verb says of the time at this token; None where that is decided further up.

    "Had said that they would" lies ahead of what was said, and mostly behind the article.
    """
    aux = _aux(verb)
    if "to" in aux:
        return _infinitive(verb, vocab, at)
    if "have" in aux and not aux & {"will", "wo", "shall", "'ll", "’ll"}:
        return PAST
    if aux & _WILL:
        return PAST if aux & {"would", "'d"} and "had" in _aux(verb.head) else AHEAD
    lemma = verb.lemma_.lower()
    if "could" in aux and (lemma in vocab.sensed or any(c.dep_ == "neg" for c in verb.children)):
        return PAST
    if verb.tag_ in ("VB", "VBG") and lemma in vocab.forward:
        return AHEAD
    if verb.tag_ == "VBN" and aux and aux <= _OPEN:
        return None
    if verb.tag_ in ("VBD", "VBN"):
        if verb.tag_ == "VBD" and lemma in vocab.lapsing:
            return PAST
        if any(c.lower_ in vocab.given_up for c in verb.children if c.dep_ == "advmod"):
            return UNSURE
        passive = verb.tag_ == "VBN" and (not aux or bool(aux & _BE))
        if passive and aux & _MAY:
            return AHEAD if "could" not in aux else None
        aimed = lemma in vocab.forward or (passive and _is_set(verb, vocab, at))
        if passive and aux & _NOW and "been" not in aux and not aimed:
            return AHEAD if _in_time_clause(verb) else None
        return AHEAD if aimed else PAST
    if verb.tag_ == "VBG":
        return None if not aux else AHEAD if aux & _NOW else PAST
    if verb.tag_ in ("VBZ", "VBP"):
        ahead = lemma in vocab.forward or lemma in vocab.timetable or _in_time_clause(verb)
        return AHEAD if ahead else PAST if lemma in vocab.said else None
    return AHEAD if aux & _MAY else None


def _in_time_clause(verb: Token) -> bool:
    """Whether a present tense stands in a clause of time, and so means the future: "until it expires on Friday"."""
    return any(c.dep_ in ("mark", "advmod") and c.lower_ in _CLAUSES for c in verb.children)


def _is_set(verb: Token, vocab: Vocabulary, at: int) -> bool:
    """Whether a passive names an aim before the time: "is set to resume", "was called for Monday".

    "Was asked on Monday to resign" tells when it was asked.
    """
    if verb.lemma_.lower() not in vocab.aims:
        return False
    return any(c.i < at and (c.dep_ == "xcomp" or (c.dep_ == "prep" and c.lower_ == "for")) for c in verb.children)


def _infinitive(verb: Token, vocab: Vocabulary, at: int) -> int | None:
    head = verb.head
    lemma = head.lemma_.lower()
    if "had" in _aux(head) or (lemma in vocab.failing and _aux(head) & {"was", "were"}):
        return PAST
    if lemma in vocab.implied and _is_past(head):
        return PAST
    if "have" in _aux(verb) and lemma not in vocab.forward and lemma not in vocab.aims:
        return UNSURE if lemma == "be" else PAST
    if _began(head, vocab, at):
        return UNSURE
    if head.i == verb.i or lemma in vocab.forward or lemma in vocab.aims:
        return AHEAD
    if head.tag_ == "VBD":
        return PAST if verb.dep_ == "advcl" else UNSURE
    return AHEAD


def _is_past(head: Token) -> bool:
    """Whether a verb, or an adjective with "be", stands in the simple past: "forced", "was forced", "was unable"."""
    if head.tag_ == "VBD" or _aux(head) & {"was", "were"}:
        return True
    return head.pos_ == "ADJ" and head.head.lemma_ == "be" and head.head.tag_ == "VBD"


def _began(noun: Token, vocab: Vocabulary, at: int) -> bool:
    """Whether a noun with an infinitive is what a past verb is said of: "her decision to close it in May angered"."""
    if noun.pos_ != "NOUN" or noun.dep_ != "nsubj" or noun.head.tag_ != "VBD" or noun.lemma_.lower() in vocab.forward:
        return False
    return _verb(noun.head, vocab, at) == PAST
