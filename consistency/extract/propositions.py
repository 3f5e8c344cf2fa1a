"""Propositions: clauses normalised to predicate class, theme, participants and polarity, for any topic."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from consistency.extract.clauses import Clause
from consistency.extract.nominals import counted, nominal
from consistency.extract.words import Predicates, Senses, Themes
from consistency.facts import Proposition

if TYPE_CHECKING:
    from spacy.tokens import Token

PersonAt = Callable[["Token"], str | None]
CONTENT = {"NOUN", "PROPN", "VERB", "ADJ", "NUM"}


class Lexica(NamedTuple):
    """The lexicons that propositions need."""

    predicates: Predicates
    themes: Themes
    senses: Senses


def proposition(clause: Clause, words: Lexica, person_at: PersonAt) -> Proposition:
    """The clause as a proposition; `person_at` resolves a name or pronoun to a canonical name."""
    core = core_of(clause)
    theme_token = theme_token_of(clause, core)
    poles = _poles(clause, core, theme_token, words)
    event = nominal(counted(theme_token), words.predicates) if theme_token is not None else None
    polarity = 1 if clause.positive else -1
    if clause.subject and core != clause.head and (said := nominal(core, words.predicates)) is not None:
        theme_token, event = said.theme, None  # "became a supporter of the tunnel"
    if event is not None and (brings := _brings(clause, poles, words)):
        poles = tuple((name, pole * brings) for name, pole in event.poles)
        theme_token = event.theme
    theme, sign = _theme(theme_token, words, person_at)
    own = own_tokens(clause)
    beside = _beside(own, words)
    return Proposition(
        predicate=core.lemma_.lower() if core != clause.head and core.tag_ != "RB" else clause.predicate,
        poles=(*((name, pole * polarity * (sign if _themed(name, words) else 1)) for name, pole in poles), *beside),
        theme=theme,
        subject=_participants(clause.subject, person_at, words),
        objects=_participants(clause.objects, person_at, words),
        terms=terms(own, words),
        names=names([*own, *_governing(clause)], person_at, words.themes.generic),
        positive=clause.positive,
        exclusive=is_exclusive(own, words),
        theme_names=_theme_names(theme_token, words),
        tense=clause.tense,
    )


def _theme_names(token: Token | None, words: Lexica) -> tuple[str, ...]:
    """The names that tell one theme from another of its kind: "the Halden pact", "the pact of Halden"."""
    if token is None or token.pos_ == "PROPN":
        return ()
    near = [c for c in token.children if c.dep_ in ("compound", "poss", "nmod")]
    near += [o for p in token.children if p.dep_ == "prep" and p.lower_ == "of" for o in p.children if o.dep_ == "pobj"]
    return tuple(sorted({t.text for t in near if t.pos_ == "PROPN" and t.lower_ not in words.themes.generic}))


def _beside(tokens: list[Token], words: Lexica) -> tuple[tuple[str, int], ...]:
    text = f" {' '.join(t.lower_ for t in tokens)} "
    return tuple(pole for phrase, pole in sorted(words.predicates.beside.items()) if f" {phrase} " in text)


def _brings(clause: Clause, poles: tuple[tuple[str, int], ...], words: Lexica) -> int:
    """+1 where the clause says that the event of its object comes about, -1 that it does not, 0 neither."""
    if words.predicates.operator("negates", clause.predicate):
        return -1
    found = dict(poles).get("exist", 0)
    if found or clause.head.lemma_ in words.predicates.light_verbs:
        return found or 1
    lemma = clause.head.lemma_
    return int(words.predicates.operator("brings", lemma) or words.predicates.operator("would_bring", lemma))


def core_of(clause: Clause) -> Token:
    """The token that says most: the complement of "be" or "remain", or of "keep the plant open", else the head."""
    complements = [o for o in clause.objects if o.dep_ in ("acomp", "attr", "oprd") or o.tag_ in ("RB", "RP", "IN")]
    if complements and clause.head.lemma_ in LINKING:
        return complements[0]
    if clause.head.lemma_ in KEEPING and (states := _kept(clause)):
        return states[0]
    return clause.head


LINKING = {"be", "remain", "become", "seem", "stay", "prove", "get", "look", "appear", "go", "turn"}
KEEPING = {"keep", "leave", "make", "hold", "find", "declare", "render"}


def _kept(clause: Clause) -> list[Token]:
    """The state in which something is kept: "keep the plant open", "left the road closed"."""
    return [c for c in clause.head.children if c.dep_ in ("oprd", "acomp", "ccomp", "xcomp") and c.i > clause.head.i
            and (c.pos_ == "ADJ" or c.tag_ == "VBN" or (c.dep_ in ("oprd", "ccomp") and c.pos_ == "NOUN"))]  # fmt: skip


def _poles(clause: Clause, core: Token, theme: Token | None, words: Lexica) -> tuple[tuple[str, int], ...]:
    lexicon = words.predicates
    if clause.head.lemma_ == "be" and not clause.subject and clause.objects:
        return (("exist", 1),)  # "there is no bid"
    if core != clause.head:
        return next(filter(None, (lexicon.poles(form) for form in _forms(core))), ())
    poles = lexicon.poles(clause.predicate)
    if not poles and clause.head.lemma_ in lexicon.light_verbs and theme is not None:
        poles = (("exist", 1),)
    if not poles and not clause.positive and clause.operators[-1:] in (("have",), ("be",), ("remain",)):
        poles = (("exist", 1),)  # "has yet to be touched": whatever it is, it is not done
    if not poles and clause.head.pos_ == "NOUN":
        poles = lexicon.poles(clause.head.lemma_.lower())
    return poles


def _forms(token: Token) -> tuple[str, ...]:
    """The lemmas to look an adjective or noun up under; a participle used as one also under its verb's."""
    lower = token.lower_
    verbs = (lower[:-1], lower[:-2], lower[:-3]) if lower.endswith("ed") and len(lower) > 5 else ()
    return (token.lemma_.lower(), lower, *verbs)


def _themed(cls: str, words: Lexica) -> bool:
    return words.predicates.classes[cls].match == "theme"


def theme_token_of(clause: Clause, core: Token) -> Token | None:
    """What changes state: the object, or the subject of a verb without one or of a passive."""
    if clause.head.lemma_ in KEEPING and (states := _kept(clause)):
        below = [c for c in states[0].children if c.dep_ in ("nsubj", "nmod", "compound")]
        kept = below or [o for o in clause.objects if o.dep_ == "dobj"]
        if kept:
            return kept[0]
    direct = [o for o in clause.objects if o.dep_ == "dobj"]
    if direct and not clause.passive:
        return direct[0]
    if core != clause.head or clause.passive or not direct:
        expletive = [o for o in clause.objects if o.dep_ == "attr" and clause.head.lemma_ == "be"]
        if not clause.subject and expletive:
            return expletive[0]
        if clause.subject:
            return clause.subject[0]
    return None


def _theme(token: Token | None, words: Lexica, person_at: PersonAt) -> tuple[str, int]:
    """The name of the theme and its sign; a person or body under its canonical name, whatever the word used."""
    name = person_at(token) if token is not None else None
    if name:
        return name, 1
    if token is None or token.pos_ not in ("NOUN", "PROPN", "NUM", "VERB", "ADJ"):
        return "", 1
    head = counted(token)
    return words.themes.theme(head.lemma_.lower())


def own_tokens(clause: Clause) -> list[Token]:
    """The clause's tokens without those of clauses of other predicates coordinated with it or hung on it."""
    top = clause.head
    out: list[Token] = []
    stack = [top, *clause.subject]
    seen: set[int] = set()
    while stack:
        token = stack.pop()
        if token.i in seen:
            continue
        seen.add(token.i)
        out.append(token)
        for c in token.children:
            if c.dep_ in ("advcl", "ccomp", "parataxis", "relcl") or (c.dep_ == "conj" and c.pos_ in ("VERB", "AUX")):
                continue
            stack.append(c)
    return sorted(out, key=lambda t: t.i)


def _governing(clause: Clause) -> list[Token]:
    """The names of the clause that a relative clause hangs on are about it too: "a deal that they put at ..."."""
    if clause.head.dep_ != "relcl":
        return []
    top = clause.head.head
    while top.head != top and top.pos_ not in ("VERB", "AUX"):
        top = top.head
    return [
        t
        for c in top.children
        if c.dep_ in ("nsubj", "nsubjpass", "dobj", "prep")
        for t in c.subtree
        if t.pos_ == "PROPN"
    ][:20]


def terms(tokens: Iterable[Token], words: Lexica) -> tuple[str, ...]:
    """The content words under which a stretch is linked with others, sorted: lemmas, joined by the theme groups."""
    found = {
        words.themes.term(t.lemma_.lower())
        for t in tokens
        if t.pos_ in CONTENT
        and (t.pos_ in ("NOUN", "PROPN") or not t.is_stop)
        and t.lemma_.lower() not in words.themes.generic
        and len(t.lemma_) > 1
    }
    return tuple(sorted(found - words.themes.generic))


def names(tokens: Iterable[Token], person_at: PersonAt, generic: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The named participants of a stretch, sorted: canonical names, else the proper nouns that are not `generic`."""
    found = set()
    for t in tokens:
        if t.pos_ == "PROPN" or t.tag_ in ("PRP", "PRP$"):
            name = person_at(t)
            if name:
                found.add(name)
            elif t.pos_ == "PROPN" and t.lower_ not in generic:
                found.add(t.text)
    return tuple(sorted(found))


def is_exclusive(tokens: Iterable[Token], words: Lexica) -> bool:
    """Whether "only", "just", "nobody but" restricts the participants (not a time or an amount)."""
    return any(
        t.lower_ in words.predicates.exclusives
        and not (t.i and t.nbor(-1).lower_ in ("not", "n't"))
        and t.head.pos_ in ("NOUN", "PROPN", "PRON", "ADP", "NUM")
        and t.head.ent_type_ not in ("DATE", "TIME")
        for t in tokens
    )


def _participants(tokens: Iterable[Token], person_at: PersonAt, words: Lexica) -> tuple[str, ...]:
    """The participants by name or lemma; a pronoun whose meaning is not known is nobody."""
    known = [t for t in tokens if t.lower_ in NOBODY or person_at(t) or t.pos_ not in ("PRON", "DET", "PUNCT")]
    return tuple("nobody" if t.lower_ in NOBODY else _name(t, person_at, words) for t in known)


NOBODY = {"nobody", "none", "no-one"}


def _name(token: Token, person_at: PersonAt, words: Lexica) -> str:
    return person_at(token) or (token.text if token.pos_ == "PROPN" else words.themes.term(token.lemma_.lower()))
