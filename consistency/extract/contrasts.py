"""Where a report sets itself against an earlier saying: "abandoning a pledge", "although he had promised"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from consistency.extract.anchors import CLIMB, VERBAL, anchor_of, holder_of
from consistency.extract.contrastwords import Contrasts
from consistency.extract.polarity import no_longer
from consistency.extract.propositions import PersonAt

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

MODALS = {"would", "could", "may", "might", "should", "can", "must", "'d", "’d"}
MEASURES = ("promise", "target", "forecast")


class Cue(NamedTuple):
    """A cue with the predicate that it sets against a saying: which sorts of saying, whose it was, and by what means.

    `at` is the token of the saying itself, `measure` "time" or "number" where the two are compared by one.
    """

    anchor: Token
    sorts: tuple[str, ...]
    holder: str | None
    via: str
    at: Token
    measure: str = ""


def cues(sentence: Sentence, heads: Sequence[Token], words: Contrasts, person_at: PersonAt) -> Iterator[Cue]:
    """The cues of a sentence whose predicates are `heads`, in the order of their words."""
    known = {h.i for h in heads}
    if not known:
        return
    for token in sentence:
        for found in (*_by_noun(token, words), *_by_verb(token, words), *_by_change(token, words)):
            at, sorts, via, measure = found
            anchor = anchor_of(at, known, heads, words)
            if anchor is not None and sorts:
                yield Cue(anchor, sorts, holder_of(token, at, via, anchor, person_at), via, token, measure)


Found = tuple["Token", tuple[str, ...], str, str]


def _by_noun(noun: Token, words: Contrasts) -> Iterator[Found]:
    """ "missed the target", "in breach of its undertaking", "well above the goal": said of a saying by its noun."""
    sort = words.nouns.get(noun.lemma_.lower()) if noun.pos_ in ("NOUN", "PROPN") else None
    if sort is None:
        return
    verb = noun.head
    if noun.dep_ in ("dobj", "nsubjpass") and verb.pos_ in VERBAL:
        if _fails(verb, verb.lemma_.lower(), sort, words):
            yield verb, (sort,), "broken", ""
    elif noun.dep_ == "pobj":
        phrase, over = _phrase(noun.head)
        top = over.head
        if phrase in words.despite:
            yield top, (sort,), "despite", ""
        elif phrase in words.beyond and sort in ("target", "forecast"):
            yield top, (sort,), "beyond", "number"
        elif top.pos_ in VERBAL and any(_fails(top, form, sort, words) for form in _forms(top, noun.head)):
            yield top, (sort,), "broken", ""


def _forms(verb: Token, preposition: Token) -> tuple[str, ...]:
    """A verb with its preposition, and with a particle or an adverb before that."""
    lemma, end = verb.lemma_.lower(), preposition.lower_
    between = [c.lower_ for c in verb.children if c.dep_ in ("prt", "advmod", "acomp", "dobj") and c.i > verb.i]
    return (f"{lemma}_{end}", *(f"{lemma}_{word}_{end}" for word in between))


def _fails(verb: Token, form: str, sort: str, words: Contrasts) -> bool:
    """Whether it is said, as what is so, that a saying does not hold."""
    if any(c.lower_ in MODALS for c in verb.children if c.dep_ == "aux"):
        return False
    negated = any(c.dep_ == "neg" for c in verb.children) or (
        verb.dep_ in ("xcomp", "ccomp", "acomp", "acl") and verb.head.lemma_.lower() in words.failing
    )
    kept = form in words.keeping and sort in MEASURES
    return (kept and negated) or (form in words.breaking and not negated)


def _phrase(preposition: Token) -> tuple[str, Token]:
    """A preposition, with the words before it that it is one with ("in breach of"), and the first of them."""
    first, phrase = preposition, preposition.lower_
    head = preposition.head
    if preposition.lower_ in ("of", "to", "with") and head.i == preposition.i - 1:
        first, phrase = head, f"{head.lower_} {phrase}"
        if head.head.i == head.i - 1 and head.dep_ == "pobj":
            first, phrase = head.head, f"{head.head.lower_} {phrase}"
    return phrase, first


def _by_verb(verb: Token, words: Contrasts) -> Iterator[Found]:
    """ "although he had promised", "after she had ruled it out", "a pact she had said she would never sign"."""
    sorts = words.verbs.get(_lemma(verb))
    if sorts is None or verb.pos_ not in VERBAL:
        return
    if _of_what_comes(verb) and _long_ago(verb):
        sorts = tuple(dict.fromkeys((*sorts, "promise", "refusal")))
    if (than := _compared(verb, words)) is not None:
        measure = "time" if than.lower_ in words.timely else "number"
        if any(s in MEASURES for s in sorts):
            yield than, tuple(s for s in sorts if s in MEASURES), "than", measure
        return
    mark = _mark(verb)
    strong = tuple(s for s in sorts if s != "claim" or verb.lemma_ not in ("say", "tell", "state", "claim"))
    against = _negative(verb) or "refusal" in sorts
    strong = tuple(s for s in strong if s not in ("target", "refusal") or _long_ago(verb))
    past = _long_ago(verb) or verb.tag_ == "VBD"
    if mark in words.although and past and (strong or (against and _long_ago(verb))):
        yield verb.head, strong or sorts, "although", ""
    elif mark in words.after and against and _long_ago(verb):
        yield verb.head, sorts, "after", ""
    elif verb.dep_ == "relcl" and _long_ago(verb):
        granted = _governor(verb).lemma_.lower() in words.conceding
        if granted and strong:
            yield verb.head, strong, "conceded", ""
        elif against and _lower_relative(verb):
            yield verb.head, sorts, "relative", ""


def _lemma(verb: Token) -> str:
    return "_".join([verb.lemma_.lower(), *(c.lower_ for c in verb.children if c.dep_ == "prt")][:2])


def _mark(verb: Token) -> str:
    marks = [c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod") and c.i < verb.i]
    if verb.dep_ == "pcomp":
        marks.append(verb.head.lower_)
    if any(c.lower_ == "having" for c in verb.children if c.dep_ == "aux") and verb.dep_ == "advcl":
        marks.append("having")
    return marks[0] if verb.dep_ in ("advcl", "pcomp") and marks else ""


def _long_ago(verb: Token) -> bool:
    """ "had said", "having denied", "after denying": said before what the sentence tells."""
    return verb.tag_ == "VBG" or any(
        c.lower_ in ("had", "having", "'d", "’d") for c in verb.children if c.dep_ == "aux"
    )


def _negative(verb: Token) -> bool:
    """Whether what was said is that something will not be, or is not."""
    below = [c for c in verb.children if c.dep_ in ("ccomp", "xcomp", "prep") and c.i > verb.i]
    return any(g.dep_ == "neg" or g.lower_ in ("never", "no", "not") for c in below for g in c.children)


def _of_what_comes(verb: Token) -> bool:
    """ "Had said that she would": what is said is a promise, by whatever verb."""
    return any(g.lower_ in ("would", "'d", "’d") for c in verb.children if c.dep_ == "ccomp" for g in c.children)


def _lower_relative(verb: Token) -> bool:
    """Whether a relative clause hangs on what was spoken of, and not on who spoke: "a pact she had ruled out"."""
    return any(c.dep_ in ("nsubj", "nsubjpass") and c.tag_ not in ("WP", "WDT") for c in verb.children)


def _governor(verb: Token) -> Token:
    """The predicate above a relative clause."""
    token = verb.head
    for _ in range(CLIMB):
        if token.pos_ in VERBAL or token.head == token:
            break
        token = token.head
    return token


def _compared(verb: Token, words: Contrasts) -> Token | None:
    """ "six weeks later than he had planned", "half the number promised": what is compared with the saying."""
    window = verb.doc[max(verb.sent.start, verb.i - 6) : verb.i]
    if verb.tag_ not in ("VBN", "VBD"):
        return None
    than = next((t for t in reversed(window) if t.lower_ == "than"), None)
    if than is not None:
        before = verb.doc[max(verb.sent.start, than.i - 5) : than.i]
        return next((t for t in reversed(before) if t.lower_ in words.comparing), None)
    parts = [t for t in window if t.lower_ in ("half", "third", "quarter", "fraction") and verb.dep_ in ("acl", "amod")]
    return parts[0] if parts else None


def _by_change(token: Token, words: Contrasts) -> Iterator[Found]:
    """ "had changed her mind", "had been wrong about", "no longer expects": somebody thinks otherwise now."""
    if token.pos_ in VERBAL:
        if any(c.lower_ in MODALS or c.dep_ == "neg" for c in token.children) and not any(
            no_longer(c) for c in token.children
        ):
            return
        lemma = _lemma(token)
        forms = {lemma, *(f"{lemma}_{c.lemma_.lower()}" for c in token.children if c.dep_ == "dobj")}
        if forms & words.changing:
            yield token, ("refusal", "promise", "claim"), "changed", ""
        if any(no_longer(c) for c in token.children) and (sorts := words.verbs.get(lemma)):
            yield token, tuple(s for s in sorts if s in MEASURES), "changed", ""
    elif token.lemma_.lower() in words.wrong and token.dep_ == "acomp" and token.head.lemma_ in ("be", "prove"):
        verb = token.head
        past = verb.tag_ in ("VBD", "VBN") and not any(c.dep_ == "neg" or c.lower_ in MODALS for c in verb.children)
        if past and any(c.lower_ in ("about", "on", "in", "to") for c in token.children):
            yield verb, ("forecast", "claim", "promise"), "wrong", ""


def refers_back(saying: Token) -> bool:
    """ "Had excluded any such thing", "had ruled it out", "his denials": what was said is named before."""
    objects = [c for c in saying.children if c.dep_ in ("dobj", "pobj", "prep", "ccomp", "xcomp", "acl", "relcl")]
    return not objects or any(
        o.tag_ == "PRP" or o.lower_ in ("this", "that") or any(c.lower_ == "such" for c in o.children) for o in objects
    )
