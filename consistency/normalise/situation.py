"""Whether two facts can be of one situation: in one story, of one owner's thing, and not with a change between them."""

from __future__ import annotations

from collections.abc import Sequence

from consistency.extract.cues import Reporting
from consistency.facts import Fact, Relation
from consistency.intervals import before, may_overlap
from consistency.normalise.stories import Stories

ALIKE = 3
"""Words that few articles have and two clauses share, by which they are of one matter whatever their articles tell."""
CLOSELY = 4
"""Words of names that articles share which tell so much the same that a figure needs no name beside it."""
SUREST = 95
REFERRED = 58
"""What somebody denies in two words ("denied the allegations") is not told; that it is this is likely, and no more."""
SAME_WORDS = {"same_utterance", "drifts_from"}
APART = {"apart_in_time", "apart_in_place"}
COUNTED = {"offset", "date"}
"""How days are set apart by counting from another event, which shows that one and the same is meant."""
FORETOLD = {"promise", "prediction", "demand", "position"}


class Situations:
    """What speaks against it that two facts are of one situation."""

    def __init__(self, facts: Sequence[Fact], stories: Stories, reporting: Reporting) -> None:
        self._stories = stories
        self._sayings = frozenset(reporting.nouns)
        self._referring = {(f.article, f.evidence) for f in facts if self._says_nothing(f)}

    def meet(self, a: Fact, b: Fact) -> bool:
        """Whether what they tell can be told of one situation."""
        return not (self._says_nothing(a) or self._says_nothing(b) or changed_between(a, b))

    def holds(self, found: Relation, a: Fact, b: Fact) -> bool:
        """Whether a relation between two facts can be: words that are the same need no story, all else does."""
        if found.name in SAME_WORDS:
            return True
        return self.in_one_story(a, b) and not (found.name in APART and told_in_one_breath(found, a, b))

    def of_one_bearer(self, a: Fact, b: Fact) -> bool:
        """Whether a figure of each can be of one thing: a name tells whose it is, or they tell one story."""
        return self._stories.named_together(a, b) or self._stories.tied(a, b) >= CLOSELY

    def at_most(self, a: Fact, b: Fact) -> int:
        """The greatest strength of a link between them: less where one of them only refers to what others say."""
        return REFERRED if any((f.article, f.evidence) in self._referring for f in (a, b)) else SUREST

    def _says_nothing(self, fact: Fact) -> bool:
        """ "pushed back on those claims", "denied all seven charges": what is denied stands elsewhere."""
        p = fact.proposition
        if fact.telling.form != "cue" or fact.kind != "denial":
            return False
        return bool(p.theme) and p.theme in self._sayings

    def in_one_story(self, a: Fact, b: Fact) -> bool:
        """Whether their articles tell one story, by names or by words that hardly any other article has."""
        return self._stories.told(a, b) or self._stories.same_words(a, b) >= ALIKE


def told_in_one_breath(found: Relation, a: Fact, b: Fact) -> bool:
    """Whether one voice in one article gives two days or places: those of two happenings, where it counts no days."""
    if a.article != b.article:
        return False
    one_voice = a.narrated == b.narrated and (a.holder == b.holder or None in (a.holder, b.holder))
    return a.evidence[0].overlaps(b.evidence[0]) or (one_voice and found.via not in COUNTED)


def changed_between(a: Fact, b: Fact) -> bool:
    """Whether one tells how things stood, and the other what happened since: an update, and no contradiction."""
    for earlier, later in ((a, b), (b, a)):
        if earlier.kind in FORETOLD or earlier.proposition.tense == "future" or earlier.said is None:
            continue
        then, now = earlier.proposition.about, later.proposition.about
        if now is None or not before(earlier.said, now):
            continue
        if then is None or not may_overlap(then, now):
            return True
    return False
