"""Clauses: each predicate of a sentence with its arguments, polarity, tense, certainty and what it hangs on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from consistency.extract.words import Predicates
from consistency.facts import Certainty, Condition, Tense
from consistency.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

CLAUSAL = {"ROOT", "conj", "ccomp", "advcl", "relcl", "acl", "xcomp", "pcomp", "parataxis", "csubj", "dep", "appos"}
SUBJECTS = {"nsubj", "nsubjpass", "csubj", "expl"}
OBJECTS = {"dobj", "attr", "oprd", "dative", "acomp"}
TAGS = {"ok", "okay", "right", "eh", "huh", "no", "yes", "correct", "is", "n't", "it", "they", "he", "she", "you", "do",
        "does", "did", "are", "was", "were", "not", "have", "has", "wo", "ca", "see", "i", "we"}  # fmt: skip
CAUSING = {"get", "have", "leave", "keep"}
TEMPORAL = {"before", "after", "since", "until", "upon", "on", "while", "when"}
IF_WORDS = {"if", "unless", "provided", "providing", "assuming", "lest"}
AUXILIARIES = {"aux", "auxpass"}
HELPERS = {"be", "have", "get"}


@dataclass(frozen=True, slots=True)
class Clause:
    """One predicate with its arguments. `head` is the verb, or the predicate noun or adjective of a verbless clause.

    `predicate` is the head's lemma with its particle ("back_away"); `core` the token that says most: the complement of
    "be", the object of a light verb, else the head. `agent` is who does it: the subject, or of "get it done" the one
    who gets it done. `operators` are the verbs above it that it depends on ("fail to").
    """

    head: Token
    predicate: str
    subject: tuple[Token, ...]
    objects: tuple[Token, ...]
    obliques: tuple[tuple[str, Token], ...]
    agent: tuple[Token, ...]
    positive: bool
    tense: Tense
    certainty: Certainty
    condition: Condition
    demand: bool
    passive: bool
    infinitive: bool
    operators: tuple[str, ...]
    span: Span


def clauses(sentence: Sentence, words: Predicates) -> list[Clause]:
    """The clauses of a sentence in the order of their heads; a verb that only operates on another is not one."""
    return [_clause(token, words) for token in sentence if _is_predicate(token) and not _operates(token, words)]


def _is_tag(token: Token) -> bool:
    """The verb of a question tag: ", doesn't it?", ", right?"."""
    rest = token.doc[token.i : min(token.i + 4, token.sent.end)]
    ask = next((t.i for t in rest if t.text == "?"), None)
    if ask is None or not all(t.lower_ in TAGS for t in token.doc[token.i : ask]):
        return False
    return any(t.text == "," for t in token.doc[max(token.sent.start, token.i - 3) : token.i])


def _operates(token: Token, words: Predicates) -> bool:
    """Whether a verb's own meaning is only what it does to its infinitive: "fail to", "have yet to", "plan to"."""
    below = [c for c in token.children if c.dep_ == "xcomp" and c.pos_ in ("VERB", "AUX") and c.i > token.i]
    if below and token.lower_ in ("going", "gon"):
        return True
    states = [c for c in token.children if c.dep_ == "acomp" and any(g.dep_ == "xcomp" for g in c.children)]
    if token.lemma_ in ("be", "seem", "remain", "become") and states:
        return any(words.operator(kind, states[0].lemma_) for kind in ("negates", "possible", "predicts", "intends"))
    if not below or any(c.dep_ == "dobj" for c in token.children):
        return token.lemma_ in CAUSING and any(_caused(c) for c in token.children)
    lemma = _with_particle(token)
    return any(words.operator(kind, lemma) for kind in ("negates", "keeps", "possible", "intends")) or _yet(token)


def _is_predicate(token: Token) -> bool:
    if token.is_space or token.is_punct or (token.dep_ not in CLAUSAL and token.tag_ != "RB"):
        return False
    if (token.dep_ == "pcomp" and token.head.lower_ in TEMPORAL) or _is_tag(token):
        return False
    if token.pos_ in ("VERB", "AUX") and token.dep_ not in AUXILIARIES:
        return True
    if token.tag_ == "RB":  # a phrasal verb in quotation marks may pass for an adverb: he could "back away"
        kinds = {c.dep_ for c in token.children}
        return "nsubj" in kinds and "aux" in kinds
    return token.pos_ == "ADJ" and any(c.dep_ in SUBJECTS for c in token.children)


def _clause(head: Token, words: Predicates) -> Clause:
    chain = _operators(head)
    auxiliaries = _auxiliaries(head, chain)
    negative = sum(_negated(t, words) for t in (head, *chain)) + sum(
        words.operator("negates", _with_particle(t)) or _yet(t) for t in chain
    )
    subject = _subjects(head)
    idiom = _idiom(head, words)
    objects = tuple(c for c in head.children if (not idiom and c.dep_ in OBJECTS) or _adverb_state(head, c))
    certainty = _certainty(head, chain, auxiliaries, words)
    return Clause(
        head=head,
        predicate=_idiom(head, words) or _with_particle(head),
        subject=subject,
        objects=tuple(o for first in objects for o in (first, *_conjuncts(first))),
        obliques=tuple(_obliques(head)),
        agent=_subjects(chain[-1]) if _caused(head) and chain else subject,
        positive=(negative + _negative_arguments((*subject, *objects), words)) % 2 == 0,
        tense=_tense(head, chain, auxiliaries, words),
        certainty=certainty,
        condition=_condition(head, auxiliaries),
        demand=_demands(head, chain, auxiliaries, words),
        passive=any(c.dep_ in ("auxpass", "nsubjpass") for c in head.children) or _caused(head),
        infinitive=_infinitive(chain[-1] if chain else head),
        operators=tuple(_with_particle(t) for t in chain),
        span=_span(chain[-1] if chain else head),
    )


def _idiom(head: Token, words: Predicates) -> str:
    """A verb and its object that are one predicate: "take place"."""
    found = (f"{head.lemma_}_{c.lemma_}".lower() for c in head.children if c.dep_ == "dobj")
    return next((phrase for phrase in found if phrase in words.idioms), "")


def _auxiliaries(head: Token, chain: list[Token]) -> list[str]:
    """Those of the verb and of the verbs above it; a coordinated verb without any has those of the first one."""
    own = [a.lower_ for t in (head, *chain) for a in t.children if a.dep_ in AUXILIARIES]
    top = chain[-1] if chain else head
    if top.tag_ == "MD":
        own.append(top.lower_)
    modal = any(t.tag_ == "MD" for t in top.children)
    if top.dep_ == "conj" and not modal and top.tag_ in ("VB", "VBN") and not _has_subject(top):
        own += [a.lower_ for a in top.head.children if a.dep_ in AUXILIARIES]
    return own


def _operators(head: Token) -> list[Token]:
    """The verbs above an infinitive or gerund complement, nearest first: "has yet to be touched", "failed to sign"."""
    chain: list[Token] = []
    token = head
    while (token.dep_ in ("xcomp", "acomp") or _caused(token)) and token.head != token and len(chain) < 4:
        if token.dep_ == "acomp" and not chain:
            break
        token = token.head
        chain.append(token)
    return chain


def _infinitive(top: Token) -> bool:
    return top.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in top.children)


def _caused(head: Token) -> bool:
    """ "get the war ended", "have the soil cleaned up": the participle's subject is what it is done to."""
    return head.dep_ in ("ccomp", "xcomp") and head.tag_ in ("VBN", "VBD") and head.head.lemma_ in CAUSING


def _with_particle(token: Token) -> str:
    lemma = token.lemma_.lower()
    parts = [c.lower_ for c in token.children if c.dep_ == "prt"]
    if not parts and token.pos_ == "VERB":
        after = [c for c in token.children if c.dep_ == "advmod" and c.i == token.i + 1 and c.tag_ in ("RB", "RP")]
        parts = [c.lower_ for c in after if c.lower_ in DIRECTIONS]
    if token.lower_ in DIRECTIONS and token.i and token.nbor(-1).lower_ in ("back", "walk", "step", "pull", "move"):
        return f"{token.nbor(-1).lower_}_{token.lower_}"  # the parser often takes "back away" for an adverb
    return "_".join([lemma, *parts[:1]])


def _adverb_state(head: Token, child: Token) -> bool:
    """ "The talks are off", "the war is over": an adverb that says the state."""
    return head.lemma_ == "be" and child.lower_ in ADVERB_STATES and not any(True for _ in child.children)


ADVERB_STATES = {"over", "off", "up", "down", "out", "back", "away", "underway", "ahead"}
DIRECTIONS = {"away", "back", "out", "down", "up", "off", "aside", "on", "apart", "through", "over", "together",
              "ahead", "forward"}  # fmt: skip


def _yet(token: Token) -> bool:
    """ "have yet to", "is yet to"."""
    return token.lemma_ in ("have", "be", "remain") and any(
        c.lower_ == "yet" and c.dep_ == "advmod" for c in token.children
    )


def _negated(token: Token, words: Predicates) -> int:
    return sum(
        c.dep_ == "neg"
        or _no_longer(c)
        or (c.dep_ in ("advmod", "preconj", "cc", "det") and c.lower_ in words.negators)
        for c in token.children
        if c.i < token.i + 4 and not _not_only(c) and not (c.dep_ == "cc" and c.i > token.i)
    ) + _neither(token)


def _no_longer(token: Token) -> bool:
    return token.lower_ == "longer" and any(c.lower_ == "no" for c in token.children)


def _neither(token: Token) -> int:
    """ "is neither before parliament nor on paper": the negation stands on the complement of "be"."""
    return token.lemma_ == "be" and any(
        g.lower_ in ("neither", "nowhere")
        for c in token.children
        if c.dep_ in ("prep", "acomp", "attr")
        for g in c.children
    )


def _not_only(token: Token) -> bool:
    rest = token.doc[token.i + 1 : token.i + 2]
    return token.lower_ == "not" and bool(rest) and rest[0].lower_ in ("only", "just", "least", "merely")


def _negative_arguments(arguments: tuple[Token, ...], words: Predicates) -> int:
    """ "no employee", "nobody", "neither of them": a negative word among the arguments negates the clause."""
    return any(
        a.lower_ in words.negators
        or any(
            c.dep_ in ("det", "neg", "preconj", "advmod") and any(t.lower_ in words.negators for t in (c, *c.children))
            for c in a.children
        )
        for a in arguments
        if a.tag_ != "JJ"
    )


def _subjects(head: Token) -> tuple[Token, ...]:
    token = head
    for _ in range(6):
        found = [
            c
            for c in token.children
            if (c.dep_ in SUBJECTS and c.lower_ not in ("it", "there"))
            or (c.dep_ in SUBJECTS and c.lower_ == "it" and c.dep_ != "expl")
        ]
        if found:
            return tuple(s for first in found for s in (_antecedent(first), *_conjuncts(first)))
        if token.dep_ in ("relcl", "acl"):
            return (token.head,)
        if token.dep_ == "xcomp":
            inner = [c for c in token.head.children if c.dep_ == "dobj"]
            if inner and token.head.lemma_ not in HELPERS:
                return (inner[0],)
        if token.dep_ not in ("conj", "xcomp", "advcl", "pcomp", "acomp") or token.head == token:
            return ()
        token = token.head.head if token.dep_ == "pcomp" else token.head
    return ()


def _antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for."""
    if token.tag_ in ("WDT", "WP") and token.head.dep_ == "relcl":
        return token.head.head
    return token


def _conjuncts(token: Token) -> list[Token]:
    return [c for c in token.conjuncts if c.i > token.i]


def _obliques(head: Token) -> Iterator[tuple[str, Token]]:
    for prep in head.children:
        if prep.dep_ in ("prep", "agent"):
            for obj in prep.children:
                if obj.dep_ in ("pobj", "pcomp"):
                    yield prep.lower_, obj
                    for other in _conjuncts(obj):
                        yield prep.lower_, other
        elif prep.dep_ == "npadvmod" and prep.pos_ == "NOUN":
            yield "", prep


def _tense(head: Token, chain: list[Token], auxiliaries: list[str], words: Predicates) -> Tense:
    if any(a in ("will", "'ll", "’ll", "shall", "wo", "would", "'d", "’d") for a in auxiliaries):
        return "future"
    top = chain[-1] if chain else head
    if any(t.lower_ == "going" for t in chain):
        return "future"
    if chain and _yet(top):
        return "past"
    if any(words.operator(kind, t.lemma_) for t in chain for kind in ("predicts", "intends")):
        return "future"
    finite = [
        t for t in (top, *top.children) if t.tag_ in ("VBD", "VBZ", "VBP") and (t == top or t.dep_ in AUXILIARIES)
    ]
    if any(t.tag_ == "VBD" for t in finite) or (
        top.tag_ == "VBN" and any(a in ("has", "have", "had") for a in auxiliaries)
    ):
        return "past"
    if not finite and top.tag_ == "VBN":
        return "past"
    return "present"


def _certainty(head: Token, chain: list[Token], auxiliaries: list[str], words: Predicates) -> Certainty:
    if _unasserted(chain[-1] if chain else head):
        return "unknown"
    never = any(c.dep_ == "neg" or c.lower_ == "never" for c in head.children)
    if never and any(a in ("can", "ca") for a in auxiliaries):
        return "certain"
    if any(a in ("may", "might", "could", "can", "ca") for a in auxiliaries):
        return "possible"
    if any(words.operator("possible", _with_particle(t)) and t.lower_ != "going" for t in chain):
        return "possible"
    if any(words.operator("predicts", _with_particle(t)) for t in chain):
        return "probable"
    if any(c.dep_ == "advmod" and c.lower_ in words.hedges for c in head.children):
        return "probable"
    return "certain"


def _unasserted(top: Token) -> bool:
    """Purposes and times that nobody asserts: "in order to end it", "the urgency of ending it", "until it is over"."""
    if top.dep_ in ("acl", "advcl", "relcl", "pcomp", "csubj", "ccomp", "dep", "conj"):
        first = top
        while first.dep_ == "conj" and first.head != first:
            first = first.head
        if first.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in first.children):
            return first.dep_ != "ROOT"
        if first.dep_ in ("pcomp", "csubj"):
            return True
        marks = [c.lower_ for c in first.children if c.dep_ in ("mark", "advmod") and c.i < first.i]
        if first.dep_ == "advcl" and any(m in ("before", "until", "till", "once", "whenever") for m in marks):
            return True
        if first.dep_ == "advcl" and any(m in ("after", "when", "as") for m in marks):
            return any(t.tag_ == "MD" for t in (*first.head.children, *first.children)) or first.tag_ in ("VBZ", "VBP")
    return False


def _demands(head: Token, chain: list[Token], auxiliaries: list[str], words: Predicates) -> bool:
    """ "must", "should", "have to", "it is vital to"."""
    if any(a in ("must", "should", "ought") for a in auxiliaries):
        return True
    below = [head, *chain]
    return any(
        (words.operator("demands", t.lemma_) and t.lemma_ != "have")
        or (t.lemma_ == "have" and not _yet(t) and any(c.lower_ == "to" for c in below[n].children if c.dep_ == "aux"))
        for n, t in enumerate(chain)
    )


def _condition(head: Token, auxiliaries: list[str]) -> Condition:
    """Whether the clause is asserted, or hangs on a condition, or is contrary to fact, or is asked."""
    top = head
    for _ in range(8):
        if any(c.dep_ == "mark" and c.lower_ in IF_WORDS for c in top.children):
            return "counterfactual" if _unreal(top) else "condition"
        clause = _if_clause(top)
        if clause is not None:
            return "counterfactual" if _unreal(clause) or _would_have(auxiliaries) else "condition"
        if top.dep_ not in ("conj", "xcomp", "advcl", "relcl", "pcomp", "acl") or top.head == top:
            break
        top = top.head
    if _would_have(auxiliaries):
        return "counterfactual"  # "I would have kept him"
    if _asks(head) or any(c.dep_ == "mark" and c.lower_ == "whether" for c in top.children):
        return "question"
    return "none"


def _if_clause(head: Token) -> Token | None:
    """A conditional clause under this one: "if ...", "unless ...", and the inverted "had anyone done so"."""
    for c in head.children:
        if c.dep_ in ("advcl", "ccomp") and c.pos_ in ("VERB", "AUX", "ADJ"):
            first = next((t for t in c.subtree if not t.is_punct and not t.is_space), c)
            if any(m.dep_ == "mark" and m.lower_ in IF_WORDS for m in c.children):
                return c
            if first.lower_ in ("had", "were", "should") and first.i < c.i and c.i < head.i:
                return c
    return None


def _unreal(head: Token) -> bool:
    """ "if it were", "if it had": the past tense of a condition that does not hold."""
    forms = {t.lower_ for t in (head, *head.children) if t.dep_ in AUXILIARIES or t == head}
    return bool(forms & {"were", "had"})


def _would_have(auxiliaries: list[str]) -> bool:
    return "have" in auxiliaries and any(a in ("would", "could", "might", "'d", "’d") for a in auxiliaries)


def _asks(head: Token) -> bool:
    """Whether the clause itself ends in a question mark: not one of a quotation that begins after it, nor a tag's."""
    inside = 0
    comma = -1
    for token in head.doc[head.i + 1 : head.sent.end]:
        if token.text in ("“", "‘") or (token.text == '"' and inside == 0 and token.tag_ == "``"):
            inside += 1
        elif token.text == ",":
            comma = token.i
        elif token.text in (".", "!", ";"):
            return False
        elif token.text == "?":
            between = head.doc[comma + 1 : token.i] if comma > head.i else None
            tag = between is not None and all(t.lower_ in TAGS for t in between)
            return inside == 0 and not tag
    return False


def _span(head: Token) -> Span:
    """The clause without clauses coordinated after it and without its closing punctuation."""
    tokens = [t for t in head.subtree if not t.is_space]
    for c in head.children:
        apart = c.dep_ in ("conj", "parataxis") or (c.dep_ == "advcl" and _set_against(c))
        if apart and c.i > head.i and _has_subject(c):
            inner = {t.i for t in c.subtree}
            tokens = [t for t in tokens if t.i not in inner]
    while tokens and (tokens[-1].is_punct or tokens[-1].dep_ == "cc" or tokens[-1].is_quote):
        tokens.pop()
    while tokens and (tokens[0].is_punct or tokens[0].dep_ in ("cc", "mark")) and tokens[0] != head:
        tokens.pop(0)
    if not tokens:
        return Span(head.idx, head.idx + len(head))
    return Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))


def _set_against(token: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ in ("though", "although", "while", "whereas") for c in token.children)


def _has_subject(token: Token) -> bool:
    return any(c.dep_ in SUBJECTS for c in token.children)
