"""Sets of times: every Monday, daily, twice a week, once every four years."""

from __future__ import annotations

from consistency.extract.timepatterns import Found
from consistency.extract.timesetting import Reading, Setting, unresolved
from consistency.extract.timeunits import amount, period, unit


def every(found: Found, s: Setting) -> Reading | None:
    """Every month; each Monday; every two weeks; almost every day."""
    at = found.groups["unit"][0]
    start = found.start + (not s.words.is_a(found.start, "every"))
    for kind, form in (("weekday", "XXXX-WXX-{}"), ("season", "XXXX-{}"), ("daypart", "XXXX-XX-XXT{}")):
        if s.words.is_a(at, kind):
            return unresolved("SET", form.format(s.words.value(at)))._replace(start=start)
    if "qty" not in found.groups and s.words.is_a(at, "unit") and s.words.value(at) == "WE":
        return unresolved("SET", "XXXX-WXX-WE")._replace(start=start)
    count = amount(s, *found.groups["qty"]).low if "qty" in found.groups else 1 + ("other" in found.groups)
    return unresolved("SET", period(count, unit(s, at)))._replace(start=start)


def frequency(found: Found, s: Setting) -> Reading | None:
    """Daily, annually; not a paper ("the party daily") and not in a name ("the Daily Planet")."""
    token = s.words.doc[found.start]
    if token.pos_ in ("NOUN", "PROPN") and token.dep_ != "npadvmod" and token.tag_ != "RB":
        return None
    if token.text.istitle() and (not token.is_sent_start or token.head.pos_ == "PROPN"):
        return None
    return unresolved("SET", str(s.words.value(found.start)))


def times_a(found: Found, s: Setting) -> Reading | None:
    """Twice a week; per year."""
    if "often" in found.groups:
        return unresolved("SET", str(s.value(found, "often")))
    count = amount(s, *found.groups["qty"]).low if "qty" in found.groups else 1
    return unresolved("SET", period(count, unit(s, found.groups["unit"][0])))
