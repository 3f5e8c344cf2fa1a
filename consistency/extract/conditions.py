"""Whether a clause is asserted, hangs on a condition, is contrary to fact, or is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consistency.extract.verbs import AUXILIARIES
from consistency.facts import Condition

if TYPE_CHECKING:
    from spacy.tokens import Token

IF_WORDS = {"if", "unless", "provided", "providing", "assuming", "lest"}
TAGS = {"ok", "okay", "right", "eh", "huh", "no", "yes", "correct", "is", "n't", "it", "they", "he", "she", "you", "do",
        "does", "did", "are", "was", "were", "not", "have", "has", "wo", "ca", "see", "i", "we"}  # fmt: skip


def condition_of(head: Token, auxiliaries: list[str]) -> Condition:
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


def is_tag(token: Token) -> bool:
    """The verb of a question tag: ", doesn't it?", ", right?"."""
    rest = token.doc[token.i : min(token.i + 4, token.sent.end)]
    ask = next((t.i for t in rest if t.text == "?"), None)
    if ask is None or not all(t.lower_ in TAGS for t in token.doc[token.i : ask]):
        return False
    return any(t.text == "," for t in token.doc[max(token.sent.start, token.i - 3) : token.i])
