"""One slot, two fillers: sentences that say the same but for one word, and the words cannot both stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from consistency.extract.names import name_words
from consistency.normalise.exclusion import Exclusion
from consistency.normalise.opposition_clauses import CONTENT, Clause, Reading, outside
from consistency.normalise.opposition_negation import restricts, said_of_same
from consistency.normalise.opposition_words import Opposites

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
          "december")  # fmt: skip
_YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}")
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
            "twelfth", "thirteenth", "fourteenth", "fifteenth")  # fmt: skip
BOUNDS = {"than", "about", "around", "nearly", "almost", "over", "under", "least", "most", "approximately", "some", "up",
          "roughly", "only", "more", "less", "fewer"}  # fmt: skip


class When(NamedTuple):
    """The day that some words name, as far as they name it."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def apart(self, other: When) -> bool:
        """Whether the two cannot be one day; what one of them leaves open excludes nothing."""
        return any(a is not None and b is not None and a != b for a, b in zip(self, other, strict=True))

    def __str__(self) -> str:
        named = [self.day, MONTHS[self.month - 1].title() if self.month else None, self.year]
        return " ".join(str(x) for x in named if x is not None)


def same_way(a: Clause, b: Clause) -> bool:
    """Whether two clauses are both asserted, and asserted alike."""
    return a.negative is False and b.negative is False and a.setting == b.setting and a.modal == b.modal


def opposed(first: Reading, second: Reading, words: Opposites) -> Iterator[Exclusion]:
    """Two affirmed clauses that differ by a word and its opposite."""
    for one, other in ((first, second), (second, first)):
        if one.question or other.question:
            return
        lacking = _lacking(other, one, words)
        if len(lacking) != 1:
            continue
        x = lacking[0]
        for y in _own(one.tree.n, one):
            if one.tree.lemma[y] in other.lemmas or not _against(one, y, other, x, words):
                continue
            if _same_slot(one, y, other, x, words) and _held_alike(one, y, other, x):
                because = f'one says "{one.tree.lemma[y]}" where the other says "{other.tree.lemma[x]}"'
                yield Exclusion("opposite", 75, because)


def _own(n: int, r: Reading) -> list[int]:
    return [i for i in range(n) if r.tree.pos[i] in CONTENT or r.tree.lemma[i] in ("before", "after", "with", "without")]


def _lacking(short: Reading, long: Reading, words: Opposites) -> list[int]:
    """The content words of one sentence that the other has nothing for."""
    tree = short.tree
    return [i for i in _own(tree.n, short) if tree.lemma[i] in short.lemmas - words.light | {"before", "after", "without"}
            and not any(words.holds(tree.lemma[i], w) for w in long.lemmas)]  # fmt: skip


def _against(one: Reading, y: int, other: Reading, x: int, words: Opposites) -> bool:
    return words.against(one.tree.lemma[y], other.tree.lemma[x])


def _same_slot(one: Reading, y: int, other: Reading, x: int, words: Opposites) -> bool:
    """Whether two words hang on the same word, or are themselves what is said of one subject."""
    s, t = one.tree, other.tree
    head_y, head_x = s.lemma[s.head[y]], t.lemma[t.head[x]]
    if s.head[y] == y or t.head[x] == x or s.pos[y] == "VERB" or t.pos[x] == "VERB":
        return s.pos[y] == t.pos[x]
    return words.holds(head_y, head_x) or words.holds(head_x, head_y)


def _clause_of(r: Reading, i: int) -> Clause | None:
    within = [c for c in r.clauses if r.tree.left[c.head] <= i <= r.tree.right[c.head]]
    return min(within, key=lambda c: r.tree.right[c.head] - r.tree.left[c.head], default=None)


def _held_alike(one: Reading, y: int, other: Reading, x: int) -> bool:
    a, b = _clause_of(one, y), _clause_of(other, x)
    return a is not None and b is not None and same_way(a, b)


def kinds(first: Reading, second: Reading, words: Opposites) -> Iterator[Exclusion]:
    """ "X is a film", "X is a dog": nothing is both."""
    for a, na in _is_a(first):
        for b, nb in _is_a(second):
            if same_way(a, b) and said_of_same(a, first, b, second, words):
                if all(words.apart(x, y) for x in na for y in nb):
                    yield Exclusion("kind", 75, f"nothing is both a {na[0]} and a {nb[0]}")


def _is_a(r: Reading) -> Iterator[tuple[Clause, list[str]]]:
    t = r.tree
    for c in r.clauses:
        attr = t.child(c.head, "attr") if t.lemma[c.head] == "be" else None
        if attr is not None and t.pos[attr] == "NOUN" and t.child(attr, "det") is not None and not c.part:
            yield c, [t.lemma[n] for n in (attr, *_joined(r, attr)) if t.pos[n] == "NOUN"]


def _joined(r: Reading, i: int) -> list[int]:
    found = r.tree.kids(i, "conj")
    for c in found:
        if len(found) < 12:
            found += r.tree.kids(c, "conj")
    return found


def dated(first: Reading, second: Reading, words: Opposites) -> Iterator[Exclusion]:
    """A thing that happens once, at two times."""
    theirs = list(_dates(second, words))
    for lemma, a, c in _dates(first, words):
        for other, b, d in theirs:
            if not words.alike(lemma, other) or not a.apart(b) or not _fits(c, first, d, second, words):
                continue
            if lemma in words.once or _no_more(c, first, d, second, words):
                yield Exclusion("date", 80, f"it cannot be of {a} and of {b}")


def _fits(a: Clause | None, one: Reading, b: Clause | None, other: Reading, words: Opposites) -> bool:
    return a is None or b is None or (same_way(a, b) and said_of_same(a, one, b, other, words))


def _no_more(a: Clause | None, one: Reading, b: Clause | None, other: Reading, words: Opposites) -> bool:
    """Whether one of two clauses says nothing but its date that the other sentence does not say."""
    if a is None or b is None:
        return False
    return any(
        all(any(words.holds(w, v) for v in said.lemmas) for w in c.words if w not in MONTHS and not w[0].isdigit())
        for c, said in ((a, other), (b, one))
    )


def _dates(r: Reading, words: Opposites) -> Iterator[tuple[str, When, Clause | None]]:
    t = r.tree
    for c in r.clauses:
        apart = outside(t, c.head)
        own = [i for i in range(t.left[c.head], t.right[c.head] + 1) if i not in apart]
        if (when := _when(r, own, c.head)) is not None:
            yield ("bear" if t.lemma[c.head] == "born" else t.lemma[c.head]), when, c
    yield from ((lemma, when, None) for lemma, when in _life(r))


def _life(r: Reading) -> Iterator[tuple[str, When]]:
    """ "(born 4 May 1950)" and "(4 May 1950 - 3 June 2001)" behind a name at the head of the sentence."""
    t = r.tree
    opened = next((i for i in range(min(t.n, 25)) if t.word[i] in ("(", "-LRB-")), None)
    if opened is None or not opened or t.pos[opened - 1] not in ("PROPN", "PUNCT"):
        return
    closed = next((i for i in range(opened, min(t.n, opened + 40)) if t.word[i] in (")", "-RRB-")), None)
    if closed is None:
        return
    dash = next((i for i in range(opened + 1, closed) if t.word[i] in ("-", "--", "–", "−", "—")), None)
    if dash is not None:
        born, died = _when(r, range(opened, dash), opened), _when(r, range(dash, closed), opened)
        if born and died and born.year and died.year:
            yield "bear", born
            yield "die", died
    elif any(t.lower(i) == "born" for i in range(opened, closed)):
        if when := _when(r, range(opened, closed), opened):
            yield "bear", when


def _when(r: Reading, among: Sequence[int], head: int) -> When | None:
    """The one date among some tokens; None for none, several or a span of time."""
    t = r.tree
    years = [i for i in among if len(t.word[i]) == 4 and _YEAR.fullmatch(t.word[i])]
    months = [i for i in among if t.lower(i) in MONTHS and t.pos[i] == "PROPN"]
    if len(years) > 1 or len(months) > 1 or not (years or months):
        return None
    at = (months or years)[0]
    if t.pos[head] == "VERB" and (at < head - 8 or any(t.dep[j] == "relcl" for j in _above(r, at, head))):
        return None
    if any(t.lower(j) in ("from", "until", "between", "by", "before", "after", "since", "to", "as", "during")
           for j in range(max(0, at - 2), at)):  # fmt: skip
        return None
    day = None
    if months:
        near = [j for j in (at - 1, at + 1) if 0 <= j < t.n]
        days = [int(m.group(1)) for j in near if (m := re.fullmatch(r"([0-9]{1,2})(?:st|nd|rd|th)?", t.word[j]))]
        day = days[0] if days else None
    return When(int(t.word[years[0]]) if years else None, MONTHS.index(t.lower(at)) + 1 if months else None, day)


def _above(r: Reading, i: int, top: int) -> Iterator[int]:
    for _ in range(30):
        if i == top or r.tree.head[i] == i:
            return
        yield i
        i = r.tree.head[i]


def modified(first: Reading, second: Reading, words: Opposites) -> Iterator[Exclusion]:
    """ "X is a 1930 comedy", "X is a 1940 comedy"; "an Indian film", "a Danish film"."""
    peoples = name_words().lexicon.demonyms
    for a, x in _complements(first):
        for b, y in _complements(second):
            if not words.alike(first.tree.lemma[x], second.tree.lemma[y]) or not same_way(a, b):
                continue
            if not said_of_same(a, first, b, second, words):
                continue
            for of in (_years, lambda r, i: _peoples(r, i, peoples)):
                v, w = of(first, x), of(second, y)
                if v and w and not v & w:
                    said = "it is {} in one, {} in the other".format(*(" and ".join(sorted(s)) for s in (v, w)))
                    yield Exclusion("modifier", 70, said)


def _complements(r: Reading) -> Iterator[tuple[Clause, int]]:
    t = r.tree
    for c in r.clauses:
        attr = t.child(c.head, "attr") if t.lemma[c.head] == "be" else None
        if attr is not None and t.pos[attr] == "NOUN":
            yield c, attr


def _years(r: Reading, noun: int) -> set[str]:
    t = r.tree
    return {t.word[i] for i in range(t.left[noun], noun) if _YEAR.fullmatch(t.word[i])}


def _peoples(r: Reading, noun: int, peoples: dict[str, str]) -> set[str]:
    t = r.tree
    found = {w for i in range(t.left[noun], noun) for w in t.word[i].split("-")}
    return {peoples[w] for w in found if w in peoples}


def doers(first: Reading, second: Reading, words: Opposites) -> Iterator[Exclusion]:
    """ "directed by X" against "directed by Y"."""
    theirs = list(_by(second, words))
    for lemma, a in _by(first, words):
        for other, b in theirs:
            if words.alike(lemma, other) and not a & b:
                yield Exclusion("doer", 70, f"it is by {' '.join(sorted(a))} in one, by {' '.join(sorted(b))} in the other")


def made(first: Reading, second: Reading, words: Opposites) -> Iterator[Exclusion]:
    """ "X wrote the play" against "written by Y", of what bears one name in both."""
    for one, other in ((first, second), (second, first)):
        for lemma, who, what in _doing(one, words):
            for other_lemma, by in _by(other, words):
                if words.alike(lemma, other_lemma) and not who & by and what & _named(other):
                    said = f"it is by {' '.join(sorted(who))} in one, by {' '.join(sorted(by))} in the other"
                    yield Exclusion("doer", 70, said)
        for lemma, who, what in _doing(one, words):
            for other_lemma, by, that in _doing(other, words):
                if words.alike(lemma, other_lemma) and not who & by and what == that:
                    said = f"it is by {' '.join(sorted(who))} in one, by {' '.join(sorted(by))} in the other"
                    yield Exclusion("doer", 70, said)


def _named(r: Reading) -> set[str]:
    return {r.tree.word[i] for i in range(r.tree.n) if r.tree.pos[i] == "PROPN"}


def _doing(r: Reading, words: Opposites) -> Iterator[tuple[str, frozenset[str], frozenset[str]]]:
    t = r.tree
    for c in r.clauses:
        thing = t.child(c.head, "dobj")
        if t.lemma[c.head] not in words.doer or c.negative is not False or c.setting or c.modal or thing is None:
            continue
        who = {t.word[i] for h in c.heads for i in range(t.left[h], t.right[h] + 1) if t.pos[i] == "PROPN"}
        what = {t.word[i] for i in range(t.left[thing], t.right[thing] + 1) if t.pos[i] == "PROPN"}
        if who and what and t.pos[c.heads[0]] == "PROPN" and t.child(c.head, "nsubj") is not None:
            yield t.lemma[c.head], frozenset(who), frozenset(what)


def placed(first: Reading, second: Reading, words: Opposites) -> Iterator[Exclusion]:
    """ "born in X" against "born in Y", for two countries."""
    names = name_words().lexicon
    countries = set(names.demonyms.values()) - {"England", "Scotland", "Wales"}
    theirs = list(_seats(second, words, countries))
    for lemma, a, c in _seats(first, words, countries):
        for other, b, d in theirs:
            if words.alike(lemma, other) and a != b and _fits(c, first, d, second, words):
                yield Exclusion("place", 75, f"it cannot be both in {a} and in {b}")


def _seats(r: Reading, words: Opposites, countries: set[str]) -> Iterator[tuple[str, str, Clause]]:
    t = r.tree
    for c in r.clauses:
        if t.lemma[c.head] not in words.seat and t.word[c.head] != "born":
            continue
        where = [p for p in t.kids(c.head, "prep") if t.lemma[p] in ("in", "from", "at")]
        found = {t.word[p] for w in where for p in t.kids(w, "pobj") if t.word[p] in countries}
        if len(found) == 1:
            yield ("bear" if t.word[c.head] == "born" else t.lemma[c.head]), found.pop(), c


def alone(first: Reading, second: Reading, words: Opposites) -> Iterator[Exclusion]:
    """ "only X", where the other sentence says the same of something else."""
    peoples = name_words().lexicon.demonyms
    for one, other in ((first, second), (second, first)):
        t = other.tree
        for i in range(t.n - 1):
            if t.lemma[i] not in ("only", "solely", "exclusively") or one.question:
                continue
            x = t.word[i + 1]
            if x in peoples and x not in one.tree.word:
                named = [w for w in one.tree.word if w in peoples]
                if len(named) == 1 and _rest_said(other, i + 1, one, words):
                    yield Exclusion("exclusive", 75, f"one says only {x}, the other {named[0]}")


def _by(r: Reading, words: Opposites) -> Iterator[tuple[str, frozenset[str]]]:
    t = r.tree
    for c in r.clauses:
        if t.lemma[c.head] not in words.doer or c.negative is not False or t.tag[c.head] != "VBN":
            continue
        for v in (c.head, *_joined(r, c.head)):
            by = next((a for a in t.kids(v, "agent", "prep") if t.lemma[a] == "by"), None)
            name = t.child(by, "pobj") if by is not None else None
            if name is not None and by is not None and t.pos[name] == "PROPN":
                inside = range(t.left[by], t.right[by] + 1)
                yield t.lemma[c.head], frozenset(t.word[i] for i in inside if t.pos[i] == "PROPN")


def counted(first: Reading, second: Reading, words: Opposites) -> Iterator[Exclusion]:
    """Two figures, or two places in an order, of the same thing, with nothing else that the other does not say."""
    for one, other in ((first, second), (second, first)):
        t = other.tree
        for i in range(t.n):
            noun = t.head[i]
            if not _figure(other, i) or not _rest_said(other, i, one, words):
                continue
            found = [j for j in range(one.tree.n)
                     if _figure(one, j) and words.alike(one.tree.lemma[one.tree.head[j]], t.lemma[noun])]  # fmt: skip
            values, mine = {_value(one, j) for j in found}, _value(other, i)
            if len(values) != 1 or mine in values or not all(type(v) is type(mine) for v in values):
                continue
            if _held_alike(one, found[0], other, i):
                because = f"of the {t.lemma[noun]} one says {one.tree.word[found[0]]}, the other {t.word[i]}"
                yield Exclusion("number", 80, because)


_SMALL = {w: n for n, w in enumerate(("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve"))}  # fmt: skip


def _figure(r: Reading, i: int) -> bool:
    t = r.tree
    if _value(r, i) is None or t.head[i] == i or t.pos[t.head[i]] not in ("NOUN", "PROPN"):
        return False
    if t.dep[i] not in ("nummod", "amod") or t.children[i]:
        return False
    return not any(t.lower(j) in BOUNDS for j in range(max(0, i - 2), i))


def _value(r: Reading, i: int) -> float | str | None:
    word = r.tree.lower(i)
    if word in ORDINALS:
        return word
    if word in _SMALL:
        return float(_SMALL[word])
    plain = word.replace(",", "")
    return float(plain) if plain.isdigit() and not _YEAR.fullmatch(plain) else None


def _rest_said(other: Reading, x: int, one: Reading, words: Opposites) -> bool:
    """Whether all else that a sentence says, but for names and its subject, is in the other one."""
    t = other.tree
    rest = [i for i in range(t.n) if i != x and t.pos[i] in CONTENT and t.lemma[i] in other.lemmas - words.light]
    return all(any(words.holds(t.lemma[i], w) for w in one.lemmas) for i in rest)
