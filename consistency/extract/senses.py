"""Senses: which side of which question the words of a clause take, by whatever part of speech they do it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from consistency.extract.clauses import Clause
from consistency.extract.propositions import Lexica, PersonAt, core_of, own_tokens, theme_token_of
from consistency.extract.words import Senses
from consistency.facts import Sense

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 5
"""Words of the longest phrase that is looked up."""
SKIPPED = {"DET", "PRON"}
GOVERNED = {"", "with", "of", "in", "to", "for", "on", "into", "under", "at"}
"""Prepositions under which an event noun is what its verb is about."""
BESIDE = {"of", "in", "on", "to", "from", "with", "for", "by", "at"}
ARGUMENTS = {"dobj", "attr", "nsubj", "nsubjpass", "oprd", "pobj", "conj", "compound", "dative", "appos"}


def things(clause: Clause, words: Lexica, person_at: PersonAt) -> tuple[str, ...]:
    """The words and names of what is acted on or concerned: objects, their modifiers, and what prepositions govern."""
    concerned = [*clause.objects, *(o for _, o in clause.obliques), *(clause.subject if clause.passive else ())]
    below = [o for t in concerned for p in t.children if p.dep_ == "prep" for o in p.children if o.dep_ == "pobj"]
    return _words([*concerned, *below], words, person_at)


class _Hit(NamedTuple):
    """A word or phrase that takes sides: the token that leads it and its words as one."""

    token: Token
    phrase: str
    sides: tuple[tuple[str, int], ...]


def senses(clause: Clause, words: Lexica, person_at: PersonAt) -> tuple[Sense, ...]:
    """The senses that a clause asserts, in the order of its words."""
    lexicon = words.senses
    tokens = own_tokens(clause)
    core = core_of(clause)
    found = []
    for hit in _hits(tokens, clause, lexicon):
        sign, predicate = _sign(hit, clause, core, words)
        if not sign:
            continue
        affected, doers = _roles(hit.token, clause, core, predicate, words, person_at)
        for name, side in hit.sides:
            negated = sign < 0
            if side == 0 and negated:
                continue
            found.append(Sense(name, side * sign, hit.phrase, negated, affected, doers, _universal(clause)))
    return tuple(dict.fromkeys(found))


def _hits(tokens: Sequence[Token], clause: Clause, lexicon: Senses) -> Iterator[_Hit]:
    kept = [t for t in tokens if not t.is_punct and not t.is_space]
    used: set[int] = set()
    for n, token in enumerate(kept):
        if token.i in used:
            continue
        for hit, span in _phrases(kept[n:], clause):
            sides = lexicon.sides(hit.phrase)
            if sides:
                used.update(span)
                yield hit._replace(sides=sides)
                break


def _phrases(rest: Sequence[Token], clause: Clause) -> Iterator[tuple[_Hit, list[int]]]:
    """The phrases that begin at the first token, the longest first: as they stand, then without determiners."""
    first = rest[0]
    line = _line(rest)
    bare = [t for t in line if t is first or t.pos_ not in SKIPPED]
    for words in (line, bare) if len(bare) < len(line) else (line,):
        for length in range(min(LONGEST, len(words)), 1, -1):
            part = words[:length]
            written = [t.lower_ for t in part]
            for forms in ([_lemma(t) for t in part], written, [_lemma(part[0]), *written[1:]]):
                yield _Hit(_leader(part), "_".join(forms), ()), [t.i for t in part]
    if first == clause.head and "_" in clause.predicate:
        yield _Hit(first, clause.predicate, ()), [first.i]
    if first.pos_ in ("VERB", "NOUN", "ADJ", "ADV", "AUX", "PROPN") and not (_particle(first) or _links(first)):
        for form in _forms(first):
            yield _Hit(first, form, ()), [first.i]


def _particle(token: Token) -> bool:
    """Whether a word only belongs to a verb that it makes another verb of: "shy away", "come away with"."""
    return token.dep_ in ("prt", "advmod") and token.head.pos_ == "VERB" and token.lower_ in PARTICLES


def _links(token: Token) -> bool:
    """Whether a verb only links its subject with what it is: "peace remains elusive" tells of nobody who stays."""
    return token.lemma_ in ("remain", "stay") and any(c.dep_ in ("acomp", "attr", "oprd") for c in token.children)


PARTICLES = {"away", "back", "off", "out", "up", "down", "over", "on", "in", "forward", "apart", "through"}


def _line(rest: Sequence[Token]) -> list[Token]:
    """The first token and those of its sentence that follow it closely."""
    line = [rest[0]]
    for t in rest[1 : LONGEST + 3]:
        if t.i - line[-1].i > 2 or t.sent != line[0].sent:
            break
        line.append(t)
    return line


def _leader(part: Sequence[Token]) -> Token:
    """The token of a phrase that the others hang on."""
    inside = {t.i for t in part}
    return next((t for t in part if t.head.i not in inside or t.head == t), part[0])


def _lemma(token: Token) -> str:
    return token.lemma_.lower()


def _forms(token: Token) -> Iterator[str]:
    lower = token.lower_
    yield _lemma(token)
    if lower != _lemma(token):
        yield lower
    if token.pos_ in ("ADJ", "NOUN", "PROPN") and len(lower) > 5:
        if lower.endswith("ed"):
            yield from (lower[:-1], lower[:-2], *_single(lower[:-2]))
        elif lower.endswith("ing"):
            yield from (lower[:-3], lower[:-3] + "e", *_single(lower[:-3]))
        elif lower.endswith("s"):
            yield lower[:-1]


def _single(stem: str) -> Iterator[str]:
    """The stem without the letter that its ending doubles: "scrapp" of "scrapped", and not "fee" of "feeling"."""
    if len(stem) > 2 and stem[-1] == stem[-2]:
        yield stem[:-1]


def _sign(hit: _Hit, clause: Clause, core: Token, words: Lexica) -> tuple[int, bool]:
    """+1 where the clause asserts what the word says, -1 where it denies it, 0 neither; whether it is the predicate.

    A phrase that begins with a negation ("no idea") has the clause's negation in it.
    """
    token, lexicon = hit.token, words.senses
    first, *others = hit.phrase.split("_")
    polarity = 1 if clause.positive or (others and first in words.predicates.negators) else -1
    if token in (core, clause.head) or (token.head == clause.head and token.dep_ in ("prt", "acomp", "oprd")):
        return polarity, True
    if token.head == clause.head and token.dep_ in ("advmod", "npadvmod") and token.pos_ in ("ADV", "ADJ", "NOUN"):
        return polarity, True
    if others and token.head == clause.head and token.dep_ == "prep":
        return polarity, True  # "stands without power", "opened behind schedule"
    top, preposition = _argument(token, clause)
    if top is None:
        return 0, False
    if preposition in lexicon.lacking:
        return -polarity, False
    if preposition in lexicon.granted:
        return 1, False
    verb = clause.predicate
    if verb in lexicon.denies or clause.head.lemma_ in lexicon.denies:
        return -polarity, False
    if verb in lexicon.brings or clause.head.lemma_ in lexicon.brings or clause.head.pos_ == "NOUN":
        return (polarity, False) if preposition in GOVERNED else (0, False)
    return 0, False


def _argument(token: Token, clause: Clause) -> tuple[Token | None, str]:
    """The argument of the clause's head that the word leads, with its preposition; None where it leads none."""
    at = token
    preposition = ""
    for _ in range(4):
        if at.head == clause.head or at.head == at:
            break
        if at.dep_ == "pobj":
            preposition = at.head.lower_
            at = at.head
            if at.head != clause.head and at.head.dep_ not in ARGUMENTS:
                return None, ""
            if at.head == clause.head:
                return at, preposition
            return None, ""  # "the prospect of a sale": what the noun above says is not known
        if at.dep_ not in ("conj", "appos"):
            return None, ""
        at = at.head
    if at.head != clause.head or at.dep_ not in ARGUMENTS:
        return None, ""
    return at, preposition


def _roles(
    token: Token, clause: Clause, core: Token, predicate: bool, words: Lexica, person_at: PersonAt
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the word is said of and who does it, as words under which they are linked."""
    if predicate:
        theme = theme_token_of(clause, core)
        affected = [theme] if theme is not None else []
        doers = list(clause.subject) if clause.passive or not affected else [t for t in clause.subject if t != theme]
        if not clause.passive and not [o for o in clause.objects if o.dep_ == "dobj"]:
            doers = list(clause.subject)
        affected += [o for prep, o in clause.obliques if prep in BESIDE]
    else:
        below = [o for p in token.children if p.dep_ == "prep" for o in p.children if o.dep_ == "pobj"]
        affected = [*below, *(c for c in token.children if c.dep_ in ("compound", "poss", "nmod", "amod"))]
        doers = [t for t in clause.subject if t != token]
        affected += [] if affected else doers
    return _words(affected, words, person_at), _words(doers, words, person_at)


def _words(tokens: Sequence[Token], words: Lexica, person_at: PersonAt) -> tuple[str, ...]:
    found: set[str] = set()
    for token in tokens:
        for t in (token, *(c for c in token.children if c.dep_ in ("compound", "poss", "nmod", "amod", "nummod"))):
            name = person_at(t)
            if name:
                found.add(name)
            elif t.pos_ == "PROPN":
                found.add(t.text)
            elif t.pos_ in ("NOUN", "ADJ", "NUM", "VERB") and t.lemma_.lower() not in words.themes.generic:
                found.add(words.themes.term(t.lemma_.lower()))
        for p in token.children:
            if p.dep_ == "prep" and p.lower_ in ("of", "in", "on", "for"):
                found |= {o for c in p.children if c.dep_ == "pobj" for o in _words([c], words, person_at)}
    return tuple(sorted(found))


def _universal(clause: Clause) -> bool:
    """ "No employee ever ...", "nobody ...": what is denied is denied of everybody."""
    return not clause.positive and any(
        t.lower_ in ("nobody", "none", "no-one")
        or any(c.lower_ in ("no", "any") and c.dep_ == "det" for c in t.children)
        for t in clause.subject
    )
