"""What times.yaml holds: words of time by class, phrases, the words that stand beside times, holidays, events."""

from __future__ import annotations

from consistency.lexicons import LexiconModel

Value = str | int | float


class Holiday(LexiconModel):
    """When a holiday falls: a day of a month, the nth weekday of a month plus days, or days from Easter Sunday."""

    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    nth: int | None = None
    days: int = 0
    easter: int | None = None


class KnownDay(LexiconModel):
    """A day known by what happened: its year, and the words that follow its name then."""

    year: int
    before: tuple[str, ...]


class Beside(LexiconModel):
    """Words beside a time that decide how it is read, by what they decide: times.yaml says what."""

    not_a_year: tuple[str, ...]
    scaled: tuple[str, ...]
    measured: tuple[str, ...]
    counted: tuple[str, ...]
    year: tuple[str, ...]
    short_year: tuple[str, ...]
    short_month: tuple[str, ...]
    month: tuple[str, ...]
    not_a_month: tuple[str, ...]
    season: tuple[str, ...]
    plain_name: tuple[str, ...]
    day: tuple[str, ...]
    anchored: tuple[str, ...]
    length_follows: tuple[str, ...]
    length_before: tuple[str, ...]
    length_to_event: tuple[str, ...]
    one_day: tuple[str, ...]
    ended: tuple[str, ...]
    counted_from_now: tuple[str, ...]
    limit: tuple[str, ...]
    point: tuple[str, ...]
    not_before: tuple[str, ...]
    count: tuple[str, ...]
    span: tuple[str, ...]
    clock: tuple[str, ...]
    clock_clause: tuple[str, ...]
    deadline: tuple[str, ...]
    end_link: tuple[str, ...]
    lasting: tuple[str, ...]
    ending: tuple[str, ...]
    over: tuple[str, ...]
    condition: tuple[str, ...]
    soonest: tuple[str, ...]
    beginning: tuple[str, ...]
    ending_noun: tuple[str, ...]
    setting: tuple[str, ...]
    of_a_term: tuple[str, ...]
    has_an_end: tuple[str, ...]
    part_of_it: tuple[str, ...]
    has_a_day: tuple[str, ...]
    occurring: tuple[str, ...]


class TimeLexicon(LexiconModel):
    """What times.yaml holds."""

    words: dict[str, dict[str, Value]]
    phrases: dict[str, dict[str, Value]]
    forward: tuple[str, ...]
    limits: tuple[str, ...]
    aims: tuple[str, ...]
    putting_off: tuple[str, ...]
    giving: tuple[str, ...]
    given_up: tuple[str, ...]
    sensed: tuple[str, ...]
    said: tuple[str, ...]
    timetable: tuple[str, ...]
    lapsing: tuple[str, ...]
    failing: tuple[str, ...]
    implied: tuple[str, ...]
    beside: Beside
    holidays: dict[str, Holiday]
    events: dict[str, tuple[str, ...]]
    known_days: dict[str, KnownDay]
