"""Whether a clause of a release commits its publisher: a few cues, each with a weight, and a bar.

The weights are reasoned, not trained: what one says of oneself in the future is a promise; what one's measure will do
is one too, a little less; what the other side will do never is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from consistency.extract.clauses import Clause
from consistency.extract.commissives import Commissives
from consistency.extract.conditions import IF_WORDS
from consistency.extract.sides import ORDER, Side, Sides, word_of

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

BAR = 3
_MONEY = frozenset("$€£¥")
_MAIN = ("ROOT", "ccomp", "conj")


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around a clause: the words and sides, whether the sentence before commits, whether it is reported
    by one's own speaker, and what the list says that the clause is an item of (None: it is none, or says nothing).
    """

    sides: Sides
    follows: bool = False
    reported: bool = False
    listed: bool | None = None
    item: bool = False


def commits(clause: Clause, sentence: Sentence, setting: Setting) -> bool:
    """Whether a clause reads as something that its publisher or speaker will do or bring about."""
    return score(clause, sentence, setting) >= BAR


def score(clause: Clause, sentence: Sentence, setting: Setting) -> int:
    """The sum of the cues of a clause; BAR and more is a commitment."""
    words = setting.sides.words
    if clause.condition in ("question", "counterfactual") or clause.demand or _is_condition(clause):
        return -BAR
    side = _side(clause, setting)
    if side == "rival":
        return -BAR
    total = _mood(clause, side, sentence, setting)
    if setting.item and clause.head.dep_ == "ROOT":
        total += _as_item(clause, sentence, setting)
    total += {"own": 2, "ours": 1, "measure": 1, "that": int(setting.follows), "other": 0}[side]
    if side != "own":
        total += int(clause.passive and clause.tense == "future")
        total -= 2 * (side != "ours" and _against(clause, sentence, setting))
        total -= clause.head.lemma_.lower() in words.benefiting
        total -= not clause.positive
    total += _under(sentence, setting.sides)
    total -= 2 * (clause.head.lemma_.lower() in words.thinking)
    if clause.condition == "condition":
        total += 1 if _if_elected(sentence, words) else -2
    total -= 2 * any(t.lower_ in words.without for t in sentence[:6])
    return total - 2 * (clause.certainty == "possible")


def _is_condition(clause: Clause) -> bool:
    """The "if" clause itself, of which nothing is said."""
    return any(c.lower_ in IF_WORDS for c in clause.head.children if c.dep_ == "mark") or (
        clause.condition == "condition" and clause.head.dep_ in ("advcl", "amod", "acl", "conj") and not clause.objects
    )


def _side(clause: Clause, setting: Setting) -> Side:
    found = [setting.sides.of(s) for s in clause.subject]
    return next((s for s in ORDER if s in found), "other")


def _mood(clause: Clause, side: Side, sentence: Sentence, setting: Setting) -> int:
    """What the verb's own form says: the future, a performative, what is being given."""
    words = setting.sides.words
    lemmas = {clause.head.lemma_.lower(), *(o.lower() for o in clause.operators)}
    lemmas |= {c.lower_ for c in clause.objects} | {c.lemma_.lower() for c in clause.objects if c.dep_ == "acomp"}
    forms = _auxiliaries(clause)
    if forms & words.will or "going" in {c.lower() for c in clause.operators}:
        return 2
    if forms & words.would:
        return 1 if setting.reported or side in ("ours", "measure") else -1
    if side == "own" and _of_commitment(clause, lemmas, words):
        return 2
    if side == "own" and has_sum(sentence) and lemmas & words.announcing:
        return 2
    ongoing = clause.head.tag_ == "VBG" and bool(forms & {"is", "are", "am", "'re", "'m"})
    if side == "own" and has_sum(sentence) and lemmas & words.giving and ongoing:
        return 1
    return 0


def _of_commitment(clause: Clause, lemmas: set[str], words: Commissives) -> bool:
    """ "We pledge to", "is committed to", "has committed $5 million": not "committed to this in 2013"."""
    if not any(_base(lemma, words) for lemma in lemmas):
        return False
    return clause.head.tag_ != "VBD"


def _base(form: str, words: Commissives) -> bool:
    return (
        form in words.commissive
        or form.removesuffix("d") in words.commissive
        or (form.endswith("ed") and (form[:-2] in words.commissive or form[:-3] in words.commissive))
    )


def _auxiliaries(clause: Clause) -> set[str]:
    """The auxiliaries of a clause; a coordinated verb has those of the first."""
    found: set[str] = set()
    token = clause.head
    for _ in range(5):
        found |= {c.lower_ for c in token.children if c.dep_ in ("aux", "auxpass") or c.tag_ == "MD"}
        if token.tag_ == "MD":
            found.add(token.lower_)
        if token.dep_ == "xcomp" or (token.dep_ == "conj" and token.tag_ in ("VB", "VBN", "VBG")):
            token = token.head
        else:
            break
    return found


def _against(clause: Clause, sentence: Sentence, setting: Setting) -> bool:
    """Whether what is said of no side of one's own is said against the other side, or finds fault."""
    near = [t for t in sentence if -25 < t.i - clause.head.i < 8]
    return setting.sides.names_rival(sentence) or any(t.lemma_.lower() in setting.sides.words.faults for t in near)


def _under(sentence: Sentence, sides: Sides) -> int:
    """ "Under our plan", "under a Poe government": whose rule or plan it is under."""
    found = {sides.of(o) for t in sentence if t.lower_ == "under" for o in t.children if o.dep_ == "pobj"}
    return -BAR if "rival" in found else 2 if found & {"own", "ours"} else 0


def _if_elected(sentence: Sentence, words: Commissives) -> bool:
    """ "If elected", "if we are re-elected": the condition under which every promise stands."""
    first = sentence.start
    near = [t for m in sentence if m.lower_ == "if" for t in sentence[m.i - first : m.i - first + 6]]
    return any(t.lemma_.lower() in words.electing or t.lower_ in words.returned for t in near)


def _as_item(clause: Clause, sentence: Sentence, setting: Setting) -> int:
    if setting.listed is None:
        return BAR if opens_as_deed(clause.head, sentence, setting.sides.words) else 0
    return BAR if setting.listed else -BAR


def opens_as_deed(root: Token, sentence: Sentence, words: Commissives) -> bool:
    """Whether an item names a deed or a sum: "Building five schools", "Build five schools", "€5 million for it"."""
    subject = any(c.dep_ in ("nsubj", "nsubjpass") for c in root.children)
    if root.tag_ in ("VB", "VBG"):
        return not subject
    return sum_for(sentence, words)


def has_sum(sentence: Sentence) -> bool:
    """Whether a sentence names a sum of money."""
    return any(t.text[:1] in _MONEY or t.text[-1:] in _MONEY for t in sentence)


def sum_for(sentence: Sentence, words: Commissives) -> bool:
    """Whether a sentence begins with a sum of money and then says what it is for."""
    tokens = [t for t in sentence if not t.is_space][:8]
    at = next((n for n, t in enumerate(tokens) if t.text[:1] in _MONEY), None)
    return at is not None and any(t.lower_ in words.purposes for t in tokens[at:])


def introduces(sentence: Sentence, setting: Setting, committed: bool) -> bool | None:
    """What a line before a list says of its items: they are promised (True), they are not (False), or nothing."""
    words, sides = setting.sides.words, setting.sides
    lemmas = {t.lemma_.lower() for t in sentence} | {word_of(t) for t in sentence}
    common = {t.lemma_.lower() for t in sentence if t.pos_ != "PROPN"}
    faces = {sides.of(t) for t in sentence if t.dep_ in ("nsubj", "nsubjpass") and t.head.dep_ in _MAIN}
    if "rival" in faces or common & words.done or (common & words.faults and "own" not in faces):
        return False
    if committed or (any(t.lower_ in words.will for t in sentence) and not sides.names_rival(sentence)):
        return True
    if any(t.tag_ == "VBD" or (t.lower_ in ("has", "have") and t.dep_ == "aux") for t in sentence):
        return True if "own" in faces and lemmas & words.commissive else None
    named = lemmas & words.parts or lemmas & words.measures or ("that" in faces and setting.follows)
    roots = {t.lemma_.lower() for t in sentence if t.dep_ == "ROOT" and t.tag_ != "VBG"}
    return True if named and roots & words.holding else None
