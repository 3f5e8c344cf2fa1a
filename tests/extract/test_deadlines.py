"""Deadlines: the last day on which a promise is still met, and how it was worked out."""

from datetime import date

import pytest

from consistency.article import Interval
from consistency.extract.deadlines import deadline, with_earlier_deadlines
from consistency.extract.parse import pipeline
from consistency.extract.times import find_times
from consistency.facts import Fact, Proposition
from consistency.spans import Span
from consistency.terms import Term

TUESDAY = Interval.day(date(2025, 5, 20))


def of(text: str, said: Interval = TUESDAY, terms: tuple[Term, ...] = (), end: int | None = None) -> date | None:
    doc = pipeline()(text)
    times = find_times(doc, said, terms=terms)
    day, because = deadline(doc, [Span(0, end or len(text))], times, said)
    assert (day is None) or (day.isoformat() in because)
    return day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The soil will be cleaned by the end of the year.", date(2025, 12, 31)),
        ("The road will be open by Friday.", date(2025, 5, 23)),
        ("The road will be open before Friday.", date(2025, 5, 22)),
        ("The road will be open no later than 1 June.", date(2025, 6, 1)),
        ("The road will be open until July 2026.", date(2026, 7, 31)),
        ("We will pay everyone this year.", date(2025, 12, 31)),
        ("The minutes will be published from July.", date(2025, 7, 31)),
        ("We will answer within three weeks.", date(2025, 6, 10)),
        ("We will answer within ten days.", date(2025, 5, 30)),
        ("They will have the report by Christmas.", date(2025, 12, 25)),
        ("They will have the report before the end of the month.", date(2025, 5, 31)),
        ("The tower will be finished in 2027.", date(2027, 12, 31)),
        ("The tower will be finished over the next five years.", date(2030, 5, 20)),
        ("The tower will be finished in two or three years.", date(2028, 5, 20)),
        ("The tower will be finished before the summer.", date(2025, 5, 31)),
        ("They have been given two weeks to answer.", date(2025, 6, 3)),
        ("The council gave her until 14 February to resign.", date(2025, 2, 14)),
        ("The deadline for the report was 3 March.", date(2025, 3, 3)),
        ("They will sell 400 homes a year from 2026 to 2030.", date(2030, 12, 31)),
    ],
)
def test_calendar_deadlines(text: str, day: date) -> None:
    assert of(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "We will never leave.",
        "Nobody will wait longer than 12 weeks.",
        "We will meet soon.",
        "We will keep doing what we did last year.",
        "They will pay a fee every Monday.",
        "They will pay a fee after 1 June.",
        "The mayor said yesterday that they will pay.",
    ],
)
def test_no_deadline(text: str) -> None:
    assert of(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Joe Biden promised to rejoin on his first day in office.", date(2021, 1, 20)),
        ("Joe Biden promised to rejoin within 100 days of taking office.", date(2021, 4, 30)),
        ("Joe Biden promised to sell it before becoming president.", date(2021, 1, 20)),
        ("Joe Biden promised to do it by the end of his term.", date(2025, 1, 20)),
    ],
)
def test_offices(text: str, day: date) -> None:
    assert of(text, Interval.day(date(2020, 10, 1))) == day


def test_the_office_may_be_one_that_another_article_reports() -> None:
    text = "The manifesto says that a bill will be tabled within 100 days of our taking office."
    assert of(text) is None
    assert of(text, terms=(Term("Mara Ilves", date(2025, 6, 2)),)) == date(2025, 9, 10)


def test_an_unknown_office_says_so() -> None:
    doc = pipeline()("A bill will be tabled within 100 days of our taking office.")
    day, because = deadline(doc, [Span(0, len(doc.text))], find_times(doc, TUESDAY), TUESDAY)
    assert day is None
    assert because.endswith("is not known here")


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("We will mend the pier before the parliament ends.", "before the parliament ends"),
        ("We will mend the pier by the end of this parliament.", "by the end of this parliament"),
        ("We will mend the pier before the next election.", "before the next election"),
        ("We will mend the pier in my first term.", "in my first term"),
        ("We will mend the pier in our first hundred days.", "first hundred days"),
        ("We will mend the pier by the end of the season.", "by the end of the season"),
        ("We will mend the pier within 30 days of the ruling.", "within 30 days of the ruling"),
        ("We will mend the pier six months after work begins.", "six months after work begins"),
        ("Once the permit is granted, we will mend the pier within a year.", "within a year"),
        ("As soon as the law passes, we will mend the pier within a week.", "within a week"),
        ("The mayor was given two weeks to answer.", "two weeks to answer"),
    ],
)
def test_a_limit_without_a_known_day_says_so(text: str, limit: str) -> None:
    doc = pipeline()(text)
    day, because = deadline(doc, [Span(0, len(text))], find_times(doc, TUESDAY), TUESDAY)
    assert day is None
    assert because.startswith(f"“{limit}”")
    assert because.endswith("is not known here")


@pytest.mark.parametrize(
    ("text", "day", "was"),
    [
        ("The opening has been pushed back from June to September.", date(2025, 9, 30), date(2025, 6, 30)),
        ("The city has moved the opening from 1 June to 15 September.", date(2025, 9, 15), date(2025, 6, 1)),
        ("The opening, due in June, has slipped to September.", date(2025, 9, 30), date(2025, 6, 30)),
        ("The target was brought forward from 2040 to 2035.", date(2035, 12, 31), date(2040, 12, 31)),
        ("The fair, originally planned for June, will be held in July.", date(2025, 7, 31), date(2025, 6, 30)),
        ("The opening will now be in October rather than June.", date(2025, 10, 31), date(2025, 6, 30)),
    ],
)
def test_a_limit_that_moves_tells_the_old_one(text: str, day: date, was: date) -> None:
    doc = pipeline()(text)
    found, because = deadline(doc, [Span(0, len(text))], find_times(doc, TUESDAY), TUESDAY)
    assert found == day
    assert because.endswith(f"moved from {was.isoformat()}")


def test_facts_keep_the_days_that_their_deadlines_were_moved_from() -> None:
    text = "The opening has been pushed back from June to September."
    doc = pipeline()(text)
    where = (Span(0, len(text)),)
    fact = Fact("1", "a", "promise", None, Proposition("open"), where, deadline=date(2025, 9, 30), said=TUESDAY)
    (moved,) = with_earlier_deadlines((fact,), doc, find_times(doc, TUESDAY))
    assert moved.deadline_was == (date(2025, 6, 30),)


def test_the_clock_starts_with_the_event() -> None:
    assert of("We will mend it within 30 days of the ruling, which came on 6 May.") == date(2025, 6, 5)
    assert of("We will mend it within ten days of Monday's meeting.") == date(2025, 6, 5)


def test_a_limit_that_passed_before_it_was_reported_still_counts() -> None:
    assert of("They promised to finish by 1 May 2025.") == date(2025, 5, 1)
    assert of("They promised to do what they did in March 2025.") is None


def test_the_next_sentence_may_set_the_limit() -> None:
    text = "The shop will give everyone a free bag. The offer runs until 30 June."
    assert of(text, end=39) == date(2025, 6, 30)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("We will mend the pier by the end of the season. The season ends on 12 October.", date(2025, 10, 12)),
        ("She will resign at the end of her term, which runs to the autumn of 2027.", date(2027, 11, 30)),
        ("We will cut fares by the end of the parliament. It sat. The parliament would run to March 2026.",
         date(2026, 3, 31)),
        ("She will publish the list. The manifesto gave her until 14 July.", date(2025, 7, 14)),
        ("She will publish the list. The council set a deadline of 30 June.", date(2025, 6, 30)),
        ("She will publish the list. The council met on 30 June.", None),
        ("The shop will give everyone a free bag. Bags cost $2 until now. They will be free until 30 June.",
         date(2025, 6, 30)),
        ("The shop will give everyone a free bag. Bags cost $2 until now. It will be shut until 30 June.", None),
        ("There will be a stand behind the goal before the end of the season. The last home game is on 12 October.",
         date(2025, 10, 12)),
    ],
)  # fmt: skip
def test_limits_stated_beside(text: str, day: date | None) -> None:
    assert of(text, end=text.index(".") if "term," not in text else None) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The company will pay every family before the month is out.", date(2025, 5, 31)),
        ("The company will pay every family before the year is over.", date(2025, 12, 31)),
        ("The bridge will be open before the summer ends.", date(2025, 8, 31)),
        ("We will build 400 homes before my term runs out at the end of 2027.", date(2027, 12, 31)),
        ("We will build 400 homes before our mandate expires in May 2028.", date(2028, 5, 31)),
        ("We will mend the wall before the season opens on 3 August.", date(2025, 8, 2)),
        ("We will mend the wall before the school year begins in September.", date(2025, 8, 31)),
        ("If the list is not below 50,000 on July 1, I will resign on July 2.", date(2025, 7, 2)),
        ("If the truce holds until Christmas, donors will reopen the road.", None),
        ("Unless the bill passes by June, the plant will close.", None),
    ],
)
def test_a_clause_sets_the_limit_or_is_only_a_condition(text: str, day: date | None) -> None:
    assert of(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The beaches will be clean for the Memorial Day weekend.", date(2025, 5, 24)),
        ("The stand will be finished in time for the summer.", date(2025, 6, 1)),
        ("The stand will be finished in time for Easter.", date(2026, 4, 5)),
        ("The fair is planned for June.", date(2025, 6, 30)),
        ("The chairman will give up his bonus for 2025.", None),
        ("Season tickets for 2025-26 will be sold at this year's prices.", None),
        ("There will be no flights between 11pm and 6am.", None),
        ("The pier will be mended before the summer recess.", None),
        ("The report will be out ahead of the 1 July meeting.", date(2025, 7, 1)),
        ("The opening will be in October at the earliest.", None),
        ("The report will be out in the coming weeks.", None),
        ("The report will be out on or before 1 July.", date(2025, 7, 1)),
        ("Work will start in July and finish in December.", date(2025, 12, 31)),
        ("The relief camp said it would have tents for everybody by Sunday.", date(2025, 5, 25)),
        ("She undertook to reopen the library by Christmas.", date(2025, 12, 25)),
    ],
)
def test_what_a_time_is_for(text: str, day: date | None) -> None:
    assert of(text) == day
