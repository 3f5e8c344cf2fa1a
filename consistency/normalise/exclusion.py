"""Which propositions cannot both hold of one situation at one time, by what means, and how sure that is."""

from __future__ import annotations

from typing import NamedTuple

from consistency.extract.fates import Progress
from consistency.extract.words import Match, Predicates, Senses, Themes, Topics
from consistency.facts import Fact, Proposition
from consistency.normalise.matter import acted_on_apart, close, link
from consistency.normalise.negation import affirms, covers, is_nobody, one_tells_more, sorts_differ
from consistency.normalise.senses import opposed
from consistency.normalise.targets import Targets
from consistency.normalise.undertakings import retreats, same_undertaking, undertakes


class Exclusion(NamedTuple):
    """Why two propositions exclude each other: the means, the strength from 0 to 100, and a clause that says it."""

    via: str
    strength: int
    because: str


class Knowledge(NamedTuple):
    """The lexicons that decide what excludes what."""

    predicates: Predicates
    topics: Topics
    themes: Themes
    senses: Senses
    progress: Progress | None = None
    targets: Targets | None = None
    common: frozenset[str] = frozenset()
    """Words and names that so many articles have that they tell nothing apart."""


def _asserted(fact: Fact) -> bool:
    """What may be so excludes nothing; what may come is a prediction that can fail."""
    return fact.certainty in ("certain", "probable") or fact.kind in ("prediction", "promise") or retreats(fact)


def exclusion(a: Fact, b: Fact, knowledge: Knowledge) -> Exclusion | None:
    """The strongest reason for which the two facts exclude each other, None where there is none."""
    if _namesakes(a, b) or acted_on_apart(a, b) or sorts_differ(a.proposition, b.proposition):
        return None
    if a.condition != "none" or b.condition != "none" or not (_asserted(a) and _asserted(b)):
        return None
    if _over_before(a, b) or _over_before(b, a) or _not_yet_due(a, b) or _not_yet_due(b, a):
        return None
    if a.disowned or b.disowned:
        return disowns(a, b)
    found = [
        x
        for x in (
            _states(a, b, knowledge),
            _poles(a, b, knowledge),
            _negation(a, b, knowledge),
            _exclusive(a, b),
            _delayed(a, b),
            _retreat(a, b),
        )
        if x
    ]
    best = max(found, key=lambda x: x.strength, default=None)
    if best is None or best.strength < CLEAR:
        other = _senses(a, b, knowledge)
        best = max(filter(None, (best, other)), key=lambda x: x.strength, default=None)
    return best


CLEAR = 55
"""From this strength on, words of one theme decide, and words of other themes are not asked."""


def _namesakes(a: Fact, b: Fact) -> bool:
    """Two holders of whom one may be the other: "Jim Jordan" and "Jordan"."""
    x, y = (a.holder or "").split(), (b.holder or "").split()
    return bool(x and y and x != y and (set(x) <= set(y) or set(y) <= set(x)))


def _over_before(foretold: Fact, report: Fact) -> bool:
    """What was over before something was foretold says nothing of how that came out."""
    if foretold.kind not in ("promise", "prediction"):
        return False
    made = foretold.said.start if foretold.said else None
    about = report.proposition.about.end if report.proposition.about else None
    return made is not None and about is not None and about < made


def _not_yet_due(foretold: Fact, report: Fact) -> bool:
    """What is only not done yet says nothing of what was foretold for a later day; what is cancelled does."""
    if foretold.kind not in ("promise", "prediction") or foretold.deadline is None or report.proposition.positive:
        return False
    told = report.said.end if report.said else None
    return foretold.proposition.positive and told is not None and told <= foretold.deadline


def disowns(a: Fact, b: Fact) -> Exclusion | None:
    """ "I never said that ...", against the same speaker's saying it: the two agree, and so cannot both be."""
    if a.disowned == b.disowned or a.holder is None or a.holder != b.holder:
        return None
    denial, said = (a, b) if a.disowned else (b, a)
    agreed = agreement(denial, said)
    if agreed is None or said.kind not in ("claim", "prediction", "promise", "position", "demand", "denial"):
        return None
    return Exclusion("disowned", agreed + 30, "one is said, and the other denies that it ever was")


def agreement(a: Fact, b: Fact) -> int | None:
    """How surely two facts assert the same of one thing: the same pole of one theme, or the same predicate of it."""
    p, q = a.proposition, b.proposition
    if not p.theme or p.theme != q.theme:
        return None
    same_pole = bool(set(p.poles) & set(q.poles))
    same_words = p.predicate == q.predicate and p.positive == q.positive
    return link(a, b).strength + 10 if same_pole or same_words else None


def _states(a: Fact, b: Fact, knowledge: Knowledge) -> Exclusion | None:
    p, q = a.proposition, b.proposition
    if not p.state or p.topic != q.topic or not knowledge.topics.exclude(p.topic, p.state, q.state):
        return None
    if p.theme != q.theme or not q.state or _sequence(a, b):
        return None
    return Exclusion("state", link(a, b).strength + 20, f"the {p.theme} cannot be both {p.state} and {q.state}")


def _poles(a: Fact, b: Fact, knowledge: Knowledge) -> Exclusion | None:
    p, q = a.proposition, b.proposition
    if not p.theme or p.theme != q.theme or p.theme in knowledge.themes.generic:
        return None
    mine = dict(p.poles)
    if _sequence(a, b) or not _of_more_than_themselves(a, b, knowledge):
        return None
    for cls, pole in q.poles:
        known = knowledge.predicates.classes[cls]
        named = known.match == "theme" and p.theme[:1].isupper()
        if mine.get(cls, 0) * pole == -1 and _agents_fit(p, q, known.match) and (known.persons or not named):
            extra = (25 if named or p.theme in knowledge.themes.groups else 10) + 10 * _denies(a, b)
            return Exclusion("opposite", link(a, b).strength + extra, _because(p, q))
    return None


def _of_more_than_themselves(a: Fact, b: Fact, knowledge: Knowledge) -> bool:
    """Whether what is said of one person is about one matter: a word or another name is in both clauses."""
    p, q = a.proposition, b.proposition
    if not p.theme[:1].isupper() or p.theme not in p.subject or p.theme not in q.subject or close(a, b):
        return True
    own = {p.theme, p.predicate, q.predicate, *p.theme.lower().split(), *(h for f in (a, b) if (h := f.holder))}
    shared = ({*p.terms, *p.names} & {*q.terms, *q.names}) - own - knowledge.themes.generic
    return bool(shared)


def _denies(a: Fact, b: Fact) -> bool:
    """A denial is made against something that was said or reported."""
    return (a.kind == "denial") != (b.kind == "denial")


def _sequence(a: Fact, b: Fact) -> bool:
    """Two happenings of the past, neither of them denied, may follow each other: opened, then closed."""
    past = all(f.proposition.tense == "past" and f.proposition.positive for f in (a, b))
    told = all(f.kind in ("claim", "denial", "outcome") for f in (a, b))
    same_day = a.proposition.about is not None and a.proposition.about == b.proposition.about
    return past and told and not same_day


def _agents_fit(p: Proposition, q: Proposition, match: Match) -> bool:
    """Whether who does it can be the same: it must be where the class says so, and two other names never are."""
    mine, theirs = _agents(p), _agents(q)
    if match == "theme":
        return not mine or not theirs or bool(mine & theirs) or p.theme in p.subject or q.theme in q.subject
    return bool(set(p.subject) & set(q.subject)) and bool(p.objects) == bool(q.objects)


def _agents(p: Proposition) -> set[str]:
    """The subjects that are names."""
    return {s for s in p.subject if s in p.names or s[:1].isupper()}


def _negation(a: Fact, b: Fact, knowledge: Knowledge) -> Exclusion | None:
    p, q = a.proposition, b.proposition
    if p.predicate in knowledge.themes.generic:
        return None
    if p.predicate != q.predicate or affirms(a) == affirms(b) or not p.predicate:
        return None
    same_theme = bool(p.theme) and p.theme == q.theme
    same_subject = bool(set(p.subject) & set(q.subject))
    if not _agents_fit(p, q, "theme"):
        return None
    for everybody, one in ((p, q), (q, p)):
        if is_nobody(everybody) and not covers(everybody, one):
            return None
        if is_nobody(everybody) and link(a, b).firm:
            return Exclusion("universal", link(a, b).strength + 20, _because(p, q))
    same_objects = set(p.objects) == set(q.objects) or not p.objects or not q.objects  # one may be a pronoun
    if not (same_theme or (same_subject and same_objects)):
        return None
    extra = 15 + 10 * (same_subject and (same_theme or same_objects)) + 10 * _denies(a, b)
    extra -= 25 * one_tells_more(p, q)
    return Exclusion("negation", link(a, b).strength + extra, _because(p, q))


def _senses(a: Fact, b: Fact, knowledge: Knowledge) -> Exclusion | None:
    """Other words, and even other parts of speech, that take different sides of one question about one thing."""
    if _sequence(a, b) or _foretold_at_once(a, b):
        return None
    found = opposed(a, b, knowledge.senses, knowledge.themes.generic | knowledge.common)
    return Exclusion("sense", found.strength, found.because) if found else None


def _foretold_at_once(a: Fact, b: Fact) -> bool:
    """Something foretold, and a report of that day or the next: it is of what was before."""
    foretold = [f for f in (a, b) if f.kind in ("promise", "prediction")]
    if len(foretold) != 1 or not (a.said and b.said and a.said.end and b.said.end):
        return len(foretold) == 1
    return a.article == b.article or abs((a.said.end - b.said.end).days) < 2


def _exclusive(a: Fact, b: Fact) -> Exclusion | None:
    """ "between just X and Y" against "must involve Z": somebody is let in whom the other leaves out."""
    for x, y in ((a, b), (b, a)):
        one, other = x.proposition, y.proposition
        if not one.exclusive or other.exclusive or not one.theme or one.theme not in (other.theme, *other.terms):
            continue
        allowed = {*one.names, *one.terms}
        brought = [t for t in (other.names or other.objects) if t not in allowed and t.lower() not in allowed]
        wanted = y.kind in ("demand", "position", "promise", "prediction")
        if other.predicate in INCLUDING and other.positive and wanted and brought:
            because = f"one leaves the {one.theme} to {_and(one.names or one.objects)} alone, the other brings in "
            return Exclusion("exclusive", link(a, b).strength + 30, because + _and(tuple(brought)))
    return None


def _retreat(a: Fact, b: Fact) -> Exclusion | None:
    """Somebody undertook to bring something about, and later draws back from it."""
    for first, then in ((a, b), (b, a)):
        if undertakes(first) and retreats(then) and first.holder == then.holder and _said_before(first, then):
            linked = link(first, then)
            if (linked.shared and first.article == then.article) or same_undertaking(first, then):
                return Exclusion("retreat", linked.strength + 25, "who undertook it now speaks of drawing back")
    return None


def _said_before(a: Fact, b: Fact) -> bool:
    return bool(a.said and b.said and a.said.end and b.said.start and a.said.end < b.said.start)


def _delayed(a: Fact, b: Fact) -> Exclusion | None:
    """Something foretold for a time, and a report that it, or what it belongs to, came late."""
    for foretold, report in ((a, b), (b, a)):
        p, q = foretold.proposition, report.proposition
        dated = foretold.deadline is not None or p.about is not None
        late = ("delay", -1) in q.poles and q.positive and report.kind == "outcome"
        if foretold.kind in ("promise", "prediction") and dated and late and not _over_before(foretold, report):
            linked = link(a, b)
            same = p.theme in (q.theme, *q.terms) or q.theme in p.terms
            if linked.firm or (same and linked.near):
                strength = max(linked.strength, 30 + 5 * min(4, linked.near)) + 15
                return Exclusion("delay", strength, "what was foretold for a time is reported to be late")
    return None


INCLUDING = {"involve", "include", "join", "participate", "bring_in", "attend"}


def _and(words: tuple[str, ...]) -> str:
    return " and ".join(words) if words else "some"


def _because(p: Proposition, q: Proposition) -> str:
    def said(x: Proposition) -> str:
        return ("" if x.positive else "not ") + x.predicate.replace("_", " ")

    of = p.theme if p.theme[:1].isupper() else f"the {p.theme or 'same matter'}"
    return f'of {of} one says "{said(p)}", the other "{said(q)}"'
