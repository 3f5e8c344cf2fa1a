"""Speakers: whom every source, pronoun and description of an article means."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from pathlib import Path

from consistency.article import Article
from consistency.extract.bearers import Figure
from consistency.extract.cues import reporting
from consistency.extract.descriptions import Descriptions
from consistency.extract.draft import Draft
from consistency.extract.guesses import gendered, learn_genders, settle
from consistency.extract.introductions import introduce
from consistency.extract.mandates import Mandates
from consistency.extract.mentions import find_names
from consistency.extract.names import Gender, NameWords, name_words
from consistency.extract.paragraphs import paragraphs
from consistency.extract.people import apposed, entities, gather
from consistency.extract.pronouns import Salience, barred, fitting, role_weight
from consistency.extract.quoted import Quoting
from consistency.extract.sources import antecedent
from consistency.extract.tree import Tree
from consistency.facts import Entity

_FIRST = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})

_SPEAKING = ("clause", "quote", "to", "object", "small")


@dataclass(frozen=True)
class Cast:
    """Everyone in an article, and whom each of its tokens means."""

    entities: tuple[Entity, ...]
    figures: tuple[Figure, ...]
    at: dict[int, int]
    speakers: dict[int, str | None]
    first_person: dict[int, str | None] = field(default_factory=dict)
    mandates: Mandates | None = None

    def who(self, token: int) -> str | None:
        """The canonical name that a token means, None where it means nobody known."""
        if token in self.first_person:
            return self.first_person[token]
        k = self.at.get(token)
        return self.figures[k].name if k is not None and not self.figures[k].anonymous else None

    def speaker(self, draft: Draft) -> str | None:
        """The canonical name of whoever an attribution is to."""
        return self.speakers.get(draft.anchor)

    def bodies(self) -> tuple[tuple[str, str], ...]:
        """The persons of the article with the body that each speaks for."""
        return tuple(sorted(self.mandates.persons.items())) if self.mandates is not None else ()

    def body(self, tree: Tree, draft: Draft) -> str | None:
        """The body that whoever an attribution is to speaks for, None where that is unknown."""
        name = self.speaker(draft)
        if self.mandates is None:
            return None
        if name is not None:
            return self.mandates.by_name.get(name)
        return self.mandates.of(antecedent(tree, draft.who)) if draft.who is not None else None


def cast(
    article: Article, tree: Tree, quoting: Quoting, outside: list[Draft], inside: list[Draft],
    lexicons: tuple[Path, ...] = (),
) -> Cast:
    """The cast of an article: names gathered, mentions resolved, every attribution given its speaker."""
    words = name_words(lexicons)
    blocks = paragraphs(tree.text)
    figures, at = gather(tree, find_names(tree, words), words, [b.start for b in blocks])
    settle(tree, figures, outside, at, words)
    learn_genders(tree, figures, at, frozenset(quoting.holder), words)
    introduce(tree, figures, at, outside, blocks, words)
    spoken = {d.who: d.lemma for d in outside if d.who is not None and d.frame in _SPEAKING}
    _resolve(tree, quoting, figures, at, spoken, words)
    narrator = article.publisher if article.kind == "release" else None
    found = Cast(entities(figures), tuple(figures), at, {}, mandates=Mandates(tree, figures, at, words))
    _speakers(found, tree, outside, narrator)
    _first_persons(found, tree, quoting, outside, narrator)
    for d in inside:
        found.speakers[d.anchor] = _named(found, tree, d)
    return found


def _resolve(
    tree: Tree, quoting: Quoting, figures: list[Figure], at: dict[int, int], spoken: dict[int, str], words: NameWords
) -> None:
    """Read the article once, giving every pronoun and description the most present figure that fits."""
    salience = Salience(figures)
    descriptions = Descriptions(tree, figures, at, words)
    replies = reporting().lexicon.replies
    clock = _clock(tree, quoting)
    for i in range(tree.n):
        pos = tree.pos[i]
        if pos not in ("PRON", "PROPN", "NOUN") and i not in at:
            continue
        salience.move_to(clock[tree.sentence[i]])
        inside = i in quoting.holder
        if i not in at:
            fits = _fits(tree, i, figures, at, salience, descriptions)
            if spoken.get(i) in replies:
                fits = [k for k in fits if k != salience.last_speaker] or fits
            k = salience.best(fits, i in spoken)
            if k is None and fits and pos != "PRON":
                k = fits[0] if len(set(fits)) == 1 else None
            if k is None and i in spoken and descriptions.unknown(tree, i):
                k = _other_words(salience, figures)
            if k is None:
                continue
            at[i] = k
            if pos == "PRON":
                _learn(figures[k], gendered(tree.lower(i)))
        elif at.get(i + 1) == at[i] and tree.pos[i + 1] == "PROPN":
            continue
        weight = role_weight(tree, i, i in spoken)
        salience.mention(at[i], weight * (0.3 if inside else 1.0), i)
        if weight >= 3.0 and not inside:
            salience.subjects.add(at[i])
        if i in spoken:
            salience.spoke.add(at[i])
            salience.last_speaker = at[i]
            if figures[at[i]].kind == "person" and not figures[at[i]].guessed:
                salience.last_person, salience.last_sentence = at[i], salience.sentence


def _clock(tree: Tree, quoting: Quoting) -> list[int]:
    """For every sentence how many before it are told outside quotations: while somebody is quoted, nobody fades."""
    told = {tree.sentence[i] for i in range(tree.n) if i not in quoting.holder and tree.word[i].isalnum()}
    out, n = [], 0
    for sentence in range(tree.sentence[-1] + 1 if tree.n else 0):
        out.append(n)
        n += sentence in told
    return out


def _learn(f: Figure, gender: Gender) -> None:
    """What a pronoun tells of whom it means."""
    if gender and not f.gender and (f.kind == "person" or f.guessed):
        f.gender, f.kind, f.guessed = gender, "person", False


def _other_words(salience: Salience, figures: list[Figure]) -> int | None:
    """The last speaker in other words: "Poe said it was late. 'Too late,' the Calder manager said." """
    k = salience.last_person
    if k < 0 or figures[k].offices or figures[k].anonymous:
        return None
    return k if salience.sentence - salience.last_sentence <= 2 else None


def _fits(
    tree: Tree, i: int, figures: list[Figure], at: dict[int, int], salience: Salience, descriptions: Descriptions
) -> list[int]:
    live = sorted(salience.weight)
    if tree.pos[i] != "PRON":
        return descriptions.fitting(tree, i, live) if tree.pos[i] in ("NOUN", "PROPN") else []
    gender = gendered(tree.lower(i))
    if not gender and tree.lower(i) == "it" and tree.dep[i] == "nsubj":
        return [k for k in live if figures[k].kind == "organisation" and k in salience.subjects]
    never = barred(tree, i, at) if gender else set()
    return [k for k in fitting(figures, gender, live) if k not in never] if gender else []


def _named(found: Cast, tree: Tree, d: Draft) -> str | None:
    if d.who is None:
        return None
    head = antecedent(tree, d.who)
    name = found.who(head)
    if head == d.anchor or not d.source:
        return name
    first = head if name is not None else tree.at(d.source[0].start)
    joined = next((i for i in range(first, min(first + 4, tree.n)) if tree.lower(i) == "and"), None)
    lead = found.who(first)
    if name is None and (late := _appended(found, tree, head, d)) is not None:
        return late
    if joined is None or lead is None or tree.start[joined] >= d.source[-1].end or first in found.first_person:
        return name
    return " ".join(f"{lead} {tree.text[tree.start[joined] : d.source[-1].end]}".split())


def _appended(found: Cast, tree: Tree, head: int, d: Draft) -> str | None:
    """The name that a description ends in: "an inspector, Dieter Kolb", "the coffee company Torre"."""
    if tree.pos[head] not in ("NOUN", "PROPN"):
        return None
    k = apposed(tree, head, found.at, found.figures) if tree.tag[head] in ("NN", "NNP") else None
    if k is not None and not found.figures[k].anonymous:
        return found.figures[k].name
    return _last_name(found, tree, head, d.source[-1].end)


def _last_name(found: Cast, tree: Tree, head: int, end: int) -> str | None:
    """The name behind the last comma of a description."""
    last = tree.at(end - 1)
    first = last
    while first > head and found.at.get(first - 1) == found.at.get(last):
        first -= 1
    return found.who(last) if first > head and tree.word[first - 1] == "," and tree.pos[last] == "PROPN" else None


def _speakers(found: Cast, tree: Tree, outside: list[Draft], narrator: str | None) -> None:
    for d in outside:
        if d.follows is not None:
            found.speakers[d.anchor] = found.speakers.get(d.follows)
        elif d.who is not None and narrator and tree.lower(d.who) in _FIRST:
            found.speakers[d.anchor] = narrator
        else:
            name = _named(found, tree, d)
            found.speakers[d.anchor] = _labelled(found, tree, d) if d.frame == "label" and name is None else name


def _labelled(found: Cast, tree: Tree, d: Draft) -> str:
    """The speaker of a label such as "ROE": the person of that surname, or else the label."""
    label = d.source[0].of(tree.text)
    last = label.split()[-1].casefold()
    bearers = [f.name for f in found.figures if f.kind == "person" and f.words[-1].casefold() == last]
    return bearers[0] if len(bearers) == 1 else label


def _first_persons(found: Cast, tree: Tree, quoting: Quoting, outside: list[Draft], narrator: str | None) -> None:
    by_quote = {k: found.speakers.get(d.anchor) for d in outside for k in d.quoted}
    labelled = sorted((d.content[0], found.speakers.get(d.anchor) or "") for d in outside if d.frame == "label")
    for i in range(tree.n):
        if tree.pos[i] == "PRON" and tree.lower(i) in _FIRST:
            k = quoting.holder.get(i)
            n = bisect_right(labelled, tree.start[i], key=lambda pair: pair[0].start) - 1
            narrated = labelled[n][1] if n >= 0 and tree.start[i] < labelled[n][0].end else narrator
            found.first_person[i] = by_quote.get(k) if k is not None else narrated
