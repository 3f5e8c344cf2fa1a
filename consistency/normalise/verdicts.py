"""What a report makes of a promise that it is about: kept, broken, in part, without movement, worked on, or nothing."""

from __future__ import annotations

from consistency.extract.fates import Progress
from consistency.facts import Fact, Proposition
from consistency.normalise.bonds import Bond, by_holder
from consistency.normalise.matters import Matter

LONG = 180
"""Days after a deadline from which on a report of what is done does not tell that it was done in time."""
SURE, LIKELY, LOOSE = 60, 42, 26
"""How strong a bond must be: for words alone, with a deed that agrees, with a cue that speaks of the promise."""
ATTITUDES = {"stance", "tell", "truth", "know", "meet"}
BROUGHT = {("exist", 1), ("pass", 1), ("permit", 1), ("pay", 1), ("change", 1), ("open", 1)}
CHANGES = {("change", 1), ("change", -1), ("exist", -1), ("open", -1), ("stay", -1), ("post", -1), ("sell", 1),
           ("keep", -1)}  # fmt: skip

Verdict = tuple[str, str, str]


def verdict(promise: Fact, report: Fact, joined: Bond, matters: dict[str, Matter], words: Progress) -> Verdict | None:
    """What a report makes of a promise: the relation, by what it was found, and why."""
    if joined.strength < LOOSE or not (joined.shared or "promise" in report.cues):
        return None
    about = ", ".join(joined.shared) or "the promise"
    told = _told(promise, report, joined)
    if told is not None:
        return told[0], "cue", f"{told[1]} (both name {about})"
    if joined.strength < LIKELY:
        return None
    if not joined.core and len(joined.shared) < 2:
        return None
    if report.article == promise.article and report.evidence[0].overlaps(promise.evidence[0]):
        return None  # "made the promise: 4,000 homes" does not tell that they are made
    deed = _deed(promise, report, joined, matters, words)
    return (deed[0], "deed", f"{deed[1]} (both name {about})") if deed is not None else None


def _told(promise: Fact, report: Fact, joined: Bond) -> tuple[str, str] | None:
    """What the report's own words tell of the promise: cues, as far as the bond bears them."""
    if report.kind in ("prediction", "promise"):
        return None
    cues, late = set(report.cues), after_deadline(promise, report)
    tied = joined.core or len(joined.shared) > 2 or by_holder(promise, report) or _speaks_of(report, promise)
    sure = tied and (joined.strength >= LIKELY or ("promise" in cues and joined.strength >= LOOSE))
    own = report.holder == promise.holder
    if "broken" in cues and sure:
        return "breaks", "it is reported as not kept"
    if "overdue" in cues and (sure or (late and joined.core)) and _positive(promise):
        if promise.deadline is not None and not late:
            return None
        return ("breaks", "it is reported as still not done") if late else ("stalls", "it is reported as not done yet")
    if "stalled" in cues and sure:
        return ("breaks", "it is reported as put off") if late else ("stalls", "it is reported without movement")
    if "partly" in cues and sure and joined.core and report.proposition.positive:
        return "partly", "it is reported as done in part"
    theirs = by_holder(promise, report) or len(joined.shared) > 1
    if "kept" in cues and sure and theirs and report.proposition.positive and not own:
        return "fulfils", "it is reported as done as promised"
    if "advances" in cues and sure and report.proposition.positive and not late:
        return "advances", "steps towards it are reported"
    return None


def _speaks_of(report: Fact, promise: Fact) -> bool:
    """Whether the promise stands in the very words of the report: "the pledge to move them has been with a group"."""
    return report.article == promise.article and report.evidence[0].contains(promise.evidence[0])


def _positive(promise: Fact) -> bool:
    return promise.proposition.positive


def after_deadline(promise: Fact, report: Fact) -> bool:
    """Whether a report is certainly from after the day by which it was promised."""
    told = report.said.start if report.said else None
    return promise.deadline is not None and told is not None and told > promise.deadline


def _deed(
    promise: Fact, report: Fact, joined: Bond, matters: dict[str, Matter], words: Progress
) -> tuple[str, str] | None:
    """What the report's deed is against the one that was promised."""
    p, q = promise.proposition, report.proposition
    mine, theirs = matters[promise.id], matters[report.id]
    brought = bool(set(q.poles) & BROUGHT) and bool(mine.deed & theirs.core)
    same = bool(mine.deed & theirs.deed) or brought
    agree = promise.condition == "none" and joined.core and (bool(set(p.poles) & set(q.poles)) or _one_side(p, q))
    oppose = joined.core and any((name, -pole) in q.poles for name, pole in p.poles)
    ahead = report.kind in ("prediction", "promise") or q.tense == "future"
    if ahead and not (report.narrated or report.holder == promise.holder):
        return None
    late = after_deadline(promise, report)
    if p.predicate in words.maintain and p.positive:
        if q.positive and joined.core and set(q.poles) & CHANGES:
            return "breaks", f'what was to stay is reported to change: "{q.predicate}"'
        return ("fulfils", "it is reported unchanged") if same and q.positive and not ahead else None
    if not p.positive or p.predicate in words.forgoing:
        attitude = bool({name for name, _ in q.poles} & ATTITUDES)
        named = bool(mine.deed & theirs.words) or (joined.strength >= SURE and joined.core)
        happens = same or (named and not attitude)
        if q.positive and happens and not still_to_come(promise, report):
            return "breaks", f'what was not to be is reported: "{q.predicate}"'
        return None
    if not q.positive:
        if not (same or oppose or joined.strength >= SURE):
            return None
        if late or ahead:
            return "breaks", "it is reported not done"
        return ("stalls", "it is reported as not done") if promise.deadline is None else None
    if oppose and not same and promise.deadline is not None and not late:
        return None
    if oppose and not same:
        return "breaks", f'the opposite is reported: "{q.predicate}"'
    if ahead or "overdue" in report.cues or not (agree or same) or _other_thing(mine, theirs):
        return None
    if report.holder == promise.holder and not report.narrated:
        return "advances", "who promised it says that it is done"
    return _done(promise, report)


def _other_thing(mine: Matter, theirs: Matter) -> bool:
    """Whether the same is told of another thing: a museum that reopened, and a library that was to."""
    named = {w.lower() for n in mine.names | theirs.names for w in n.split()}
    things, told = mine.core - mine.deed - named, theirs.core - theirs.deed - named
    return bool(things and told) and not (mine.words & told or things & theirs.words)


def _one_side(p: Proposition, q: Proposition) -> bool:
    """Whether the two take one side of one question about one thing: "restored" and "bring back"."""
    return any(
        (x.question, x.side) == (y.question, y.side) and {*x.affected} & {*y.affected}
        for x in p.senses
        for y in q.senses
    )


def still_to_come(promise: Fact, report: Fact) -> bool:
    """Whether what is not to be any more by a day may still be before it."""
    return (
        promise.deadline is not None
        and not after_deadline(promise, report)
        and not any(word in promise.deadline_because for word in ("until", "till", "before", "during", "through"))
    )


def _done(promise: Fact, report: Fact) -> tuple[str, str] | None:
    """Done, or done in part where a smaller number is reported than was promised."""
    about = report.proposition.about
    if promise.deadline and about and about.start and about.start > promise.deadline:
        return "breaks", "it is reported as done after its day"
    if about is None and _long_after(promise, report):
        return None  # that it is done by now tells nothing of whether it was in time
    if "share" in report.cues and is_whole(promise):
        return None
    wanted, got = promise.proposition.quantity, report.proposition.quantity
    if wanted and got and wanted.of == got.of and wanted.unit == got.unit and got.high < wanted.low:
        return "partly", "a smaller number is reported than was promised"
    return "fulfils", "it is reported as done"


def _long_after(promise: Fact, report: Fact) -> bool:
    """Whether a report is from so long after the deadline that it may tell of something that came too late."""
    told = report.said.start if report.said else None
    return promise.deadline is not None and told is not None and (told - promise.deadline).days > LONG


def is_whole(promise: Fact) -> bool:
    """Whether a promise is of all there is, or of a number, so that a part of it does not keep it."""
    counted = any(term[:1].isdigit() and not is_year(term) for term in promise.proposition.terms)
    return "whole" in promise.cues or counted


def is_year(term: str) -> bool:
    """Whether a figure is of a year."""
    return len(term) == 4 and term.isdigit() and term[:2] in ("19", "20")
