"""Time expressions: what is found, its TIMEX3 value, and the days it can mean. The reference is Tuesday 20 May 2025."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consistency.article import Interval
from consistency.extract.parse import pipeline
from consistency.extract.times import find_times
from consistency.extract.timewords import vocabulary
from consistency.facts import TimeExpr
from consistency.intervals import OPEN
from consistency.terms import Term

TUESDAY = date(2025, 5, 20)


def times(text: str, day: date | None = TUESDAY, **more: object) -> list[TimeExpr]:
    return find_times(pipeline()(text), Interval(day, day), **more)


def read(text: str, day: date | None = TUESDAY) -> list[tuple[str, str]]:
    return [(t.span.of(text), t.value) for t in times(text, day)]


@pytest.mark.parametrize(
    ("text", "found", "value"),
    [
        ("The bridge opened on 16 May 2019.", "16 May 2019", "2019-05-16"),
        ("The bridge opened on May 16th, 2019.", "May 16th, 2019", "2019-05-16"),
        ("The order is dated 2024-02-29.", "2024-02-29", "2024-02-29"),
        ("The order is dated 31/12/2023.", "31/12/2023", "2023-12-31"),
        ("They met on Friday, Oct. 23 in Lyon.", "Friday, Oct. 23", "2020-10-23"),
        ("They met on Friday, May 15.", "Friday, May 15", "2025-05-15"),
        ("The mill closed in September.", "September", "2024-09"),
        ("The mill will close in September.", "September", "2025-09"),
        ("The mill closed last April.", "last April", "2025-04"),
        ("Prices fell in late April.", "late April", "2025-04"),
        ("The plant was built in the early 1980s.", "the early 1980s", "198"),
        ("Trade grew in the 19th century.", "the 19th century", "18"),
        ("The levy dates from 1999.", "1999", "1999"),
        ("The club was founded in spring 2022.", "spring 2022", "2022-SP"),
        ("The club was sold last fall.", "last fall", "2024-FA"),
        ("Sales rose in the third quarter.", "the third quarter", "2024-Q3"),
        ("Sales rose in the first half of 2022.", "the first half of 2022", "2022-H1"),
        ("Sales rose in Q3 2021.", "Q3 2021", "2021-Q3"),
        ("The company lost money in fiscal 2023.", "fiscal 2023", "2023"),
        ("The mayor resigned last week.", "last week", "2025-W20"),
        ("The mayor spoke over the weekend.", "the weekend", "2025-W20-WE"),
        ("The mayor resigned three years ago.", "three years ago", "2022"),
        ("They had met two days ago.", "two days ago", "2025-05-18"),
        ("The work will end by the end of the year.", "the end of the year", "2025"),
        ("The mayor spoke this past Sunday.", "this past Sunday", "2025-05-18"),
        ("The mayor spoke on Wednesday.", "Wednesday", "2025-05-14"),
        ("The mayor will speak on Wednesday.", "Wednesday", "2025-05-21"),
        ("The mayor is expected to speak on Wednesday.", "Wednesday", "2025-05-21"),
        ("The mayor had said that she would speak on Wednesday.", "Wednesday", "2025-05-14"),
        ("Yesterday the mayor spoke.", "Yesterday", "2025-05-19"),
        ("The mayor spoke the day before yesterday.", "the day before yesterday", "2025-05-18"),
        ("The mayor spoke on Friday evening.", "Friday evening", "2025-05-16TEV"),
        ("The mayor spoke last night.", "last night", "2025-05-19TNI"),
        ("The train left at 10:30 p.m. on Monday.", "10:30 p.m. on Monday", "2025-05-19T22:30"),
        ("The rocket rose at 18:00 UTC.", "18:00 UTC", "2025-05-20T18:00Z"),
        ("The shop was shut on Christmas Day.", "Christmas Day", "2024-12-25"),
        ("The shop was shut on Easter Monday 2024.", "Easter Monday 2024", "2024-04-01"),
        ("She now lives in Graz.", "now", "PRESENT_REF"),
        ("She recently moved to Graz.", "recently", "PAST_REF"),
        ("She will move to Graz soon.", "soon", "FUTURE_REF"),
        ("The law takes effect on 1 January next year.", "1 January next year", "2026-01-01"),
        ("The mill closed in October last year.", "October last year", "2024-10"),
        ("The mill closed in the spring of last year.", "the spring of last year", "2024-SP"),
        ("The fair ran June 14–20, 2009.", "June 14–20, 2009", "2009-06-14"),
        ("They mourned the September 11 attacks.", "September 11", "2001-09-11"),
        ("An 1889 law bans it.", "1889", "1889"),
        ("Around 2000 the firm moved.", "2000", "2000"),
        ("Sales fell in the 2009 fiscal year.", "the 2009 fiscal year", "2009"),
        ("Sales fell in 2008/09.", "2008/09", "2008"),
        ("They met in the first week of March.", "the first week of March", "2025-W10"),
        ("They met on the last day of March.", "the last day of March", "2025-03-31"),
        ("They met on the second Tuesday of March.", "the second Tuesday of March", "2025-03-11"),
        ("Sales fell in the last quarter of 2008.", "the last quarter of 2008", "2008-Q4"),
        ("They met on the evening of 4 May.", "the evening of 4 May", "2025-05-04TEV"),
        ("The train left at 10 am local time.", "10 am local time", "2025-05-20T10:00"),
        ("The train left at 0600 GMT.", "0600 GMT", "2025-05-20T06:00Z"),
        ("The train left at 3 o'clock in the afternoon.", "3 o'clock in the afternoon", "2025-05-20T15:00"),
        ("The train left at 9 o'clock last night.", "9 o'clock last night", "2025-05-19T21:00"),
        ("They met the week before last.", "the week before last", "2025-W19"),
        ("They met half a century ago.", "half a century ago", "1975"),
        ("They met 24 hours ago.", "24 hours ago", "2025-05-19"),
        ("They met exactly one year ago today.", "exactly one year ago today", "2024-05-20"),
        ("They will meet over the Easter weekend 2026.", "Easter weekend 2026", "2026-W14-WE"),
        ("The mill closed in '99.", "'99", "1999"),
        ("The mill closed in the summer of '03.", "the summer of '03", "2003-SU"),
        ("The mill closed in the winter of 2008-09.", "the winter of 2008-09", "2008-WI"),
        ("Prices rose in the late '80s.", "the late '80s", "198"),
        ("Prices rose in the 1980's.", "the 1980's", "198"),
        ("The mill was built in the 1800s.", "the 1800s", "18"),
        ("The mill burned in the early hours of Sunday.", "the early hours of Sunday", "2025-05-18TMO"),
        ("The mill burned on Monday night, May 19.", "Monday night, May 19", "2025-05-19TNI"),
        ("The shop closed at 5 pm on Friday, 16 May.", "5 pm on Friday, 16 May", "2025-05-16T17:00"),
        ("The polls closed at midday local time.", "midday local time", "2025-05-20T12:00"),
        ("The rocket rose at 14:05:30 UTC.", "14:05:30 UTC", "2025-05-20T14:05:30Z"),
        ("The bridge will open in two years' time.", "two years' time", "2027"),
        ("The bridge will open a week from today.", "a week from today", "2025-05-27"),
        ("The term ends next June 30.", "next June 30", "2025-06-30"),
        ("The loan will be repaid by year-end.", "year-end", "2025-12-31"),
        ("The loan will be repaid around year-end.", "around year-end", "2025-12"),
        ("Sales fell in the quarter ended July 31, 2024.", "the quarter", "2024-Q2"),
        ("Sales fell in the 2024 first half.", "the 2024 first half", "2024-H1"),
        ("The rules changed after 2019, and post-2019 cars are clean.", "post-2019", "2019"),
        ("The mill closed on monday.", "monday", "2025-05-19"),
        ("It won two matches that week.", "that week", "XXXX-WXX"),
    ],
)
def test_dates(text: str, found: str, value: str) -> None:
    assert (found, value) in read(text)


@pytest.mark.parametrize(
    ("text", "found", "value", "low", "high"),
    [
        ("After a two-hour meeting they left.", "two-hour", "PT2H", 2 / 24, 2 / 24),
        ("It took two and a half hours.", "two and a half hours", "PT2H30M", 2.5 / 24, 2.5 / 24),
        ("The hourslong session ended.", "hourslong", "PTXH", 2 / 24, 1),
        ("The call lasted several minutes.", "several minutes", "PTXM", 2 / 1440, 9 / 1440),
        ("It lasted more than four days.", "more than four days", "P4D", 4, None),
        ("It lasted at least 30 days.", "at least 30 days", "P30D", 30, None),
        ("The repair took twenty-four days.", "twenty-four days", "P24D", 24, 24),
        ("The plan took twelve to eighteen days.", "twelve to eighteen days", "P12D", 12, 18),
        ("They have waited for weeks.", "weeks", "PXW", 14, 90),
        ("They waited for two decades.", "two decades", "P20Y", 7305, 7305),
        ("It took two hours and ten minutes.", "two hours and ten minutes", "PT2H10M", 130 / 1440, 130 / 1440),
        ("It was a week-long strike.", "week-long", "P1W", 7, 7),
        ("It was a months-long fight.", "months-long", "PXM", 60.88, 730),
    ],
)
def test_durations(text: str, found: str, value: str, low: float, high: float | None) -> None:
    t = next(t for t in times(text) if t.span.of(text) == found)
    assert (t.type, t.value) == ("DURATION", value)
    assert t.low == pytest.approx(low)
    assert t.high == (None if high is None else pytest.approx(high))


@pytest.mark.parametrize(
    ("text", "found", "value"),
    [
        ("They meet every Monday.", "every Monday", "XXXX-WXX-1"),
        ("They meet twice a week.", "twice a week", "P1W"),
        ("The fair is held each July.", "each July", "XXXX-07"),
        ("The council meets every two weeks.", "every two weeks", "P2W"),
        ("The list is printed daily.", "daily", "P1D"),
        ("They meet on Mondays.", "Mondays", "XXXX-WXX-1"),
        ("They meet at weekends.", "weekends", "XXXX-WXX-WE"),
        ("They meet every other day.", "every other day", "P2D"),
        ("They meet four times per year.", "four times per year", "P1Y"),
        ("They meet on the first Monday of every month.", "the first Monday of every month", "P1M"),
    ],
)
def test_sets(text: str, found: str, value: str) -> None:
    t = next(t for t in times(text) if t.span.of(text) == found)
    assert (t.type, t.value, t.interval) == ("SET", value, OPEN)


@pytest.mark.parametrize(
    "text",
    [
        "The 44-year-old teacher won.",
        "She is 44 years old.",
        "He may march in the parade.",
        "Prices may fall and the fall may hurt.",
        "It cost $2000 and drew 2000 people.",
        "Jan Novak leads the list.",
        "She spoke on the programme “This Week”.",
        "Three-quarters of the seats were taken.",
        "Theresa May and Mrs May said so.",
        "August Wilson wrote it.",
        "The Daily Mail and the Sunday Times said so.",
        "He appeared on 60 Minutes and wrote for USA Today.",
        "They marched on Bloody Sunday.",
        "The 1500 metres final was won by a novice.",
        "It ran on Windows 2000.",
        "A months-old dispute ended.",
        "The 30 year old plane fell.",
        "It soon became clear.",
        "She spoke on the 15th floor.",
    ],
)
def test_not_a_time(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "found", "start", "end"),
    [
        ("Prices fell in late April.", "late April", date(2025, 4, 21), date(2025, 4, 30)),
        ("They met last week.", "last week", date(2025, 5, 12), date(2025, 5, 18)),
        ("They have met earlier this month.", "earlier this month", date(2025, 5, 1), TUESDAY),
        ("The 2022-23 season was short.", "2022-23", date(2022, 1, 1), date(2023, 12, 31)),
        ("In the past three months they met.", "the past three months", date(2025, 2, 20), TUESDAY),
        ("Shells fell overnight.", "overnight", date(2025, 5, 19), TUESDAY),
        ("They will meet soon.", "soon", TUESDAY, None),
        (
            "The second half of last month was dry.",
            "The second half of last month",
            date(2025, 4, 16),
            date(2025, 4, 30),
        ),
        ("He left in 1994; five years later he was back.", "five years", date(1999, 1, 1), date(1999, 12, 31)),
        ("It opened in May 2019, two years later than planned.", "two years", None, None),
        ("It may open in a year or two.", "a year or two", date(2026, 5, 20), date(2027, 5, 20)),
        ("Sales rose in the three months to March.", "the three months", date(2025, 1, 1), date(2025, 3, 31)),
        ("It earned $3 million two years before the sale.", "two years", None, None),
        (
            "The paper is due within 30 days of the ruling, which came on 6 May.",
            "30 days",
            date(2025, 5, 6),
            date(2025, 6, 5),
        ),
    ],
)
def test_intervals(text: str, found: str, start: date | None, end: date | None) -> None:
    assert next(t for t in times(text) if t.span.of(text) == found).interval == Interval(start, end)


@pytest.mark.parametrize(
    ("text", "found", "value"),
    [
        ("The court gave the firm until Friday to pay.", "Friday", "2025-05-23"),
        ("The talks were adjourned until Monday.", "Monday", "2025-05-26"),
        ("The trial has been delayed until September.", "September", "2025-09"),
        ("The mayor announced a summit for Monday.", "Monday", "2025-05-26"),
        ("The mayor said on Monday the summit would begin.", "Monday", "2025-05-19"),
        ("The firm said it has a loan through January.", "January", "2026-01"),
        ("The election is on Sunday.", "Sunday", "2025-05-25"),
        ("Ahead of Monday's vote, troops left.", "Monday", "2025-05-26"),
        ("The shop was open until Monday.", "Monday", "2025-05-19"),
        ("The company had expected to post a loss in April.", "April", "2025-04"),
        ("It is going to start getting sold in the autumn.", "the autumn", "2025-FA"),
        ("The deal may be signed on Friday.", "Friday", "2025-05-23"),
        ("The mayor could not be reached on Friday.", "Friday", "2025-05-16"),
        ("The contract expired on June 30.", "June 30", "2024-06-30"),
        ("The trial began on June 3.", "June 3", "2024-06-03"),
        ("The ministry told of a cut in June.", "June", "2025-06"),
        ("The council gave her until 14 February to resign.", "14 February", "2025-02-14"),
        ("The deadline is Friday.", "Friday", "2025-05-23"),
        ("First planned for March, it opened in April.", "March", "2025-03"),
        ("The opening has been moved to September.", "September", "2025-09"),
    ],
)
def test_which_way_it_looks(text: str, found: str, value: str) -> None:
    assert (found, value) in read(text)


def test_ranges_and_lists() -> None:
    assert read("It ran from 2005-2006.") == [("2005", "2005"), ("2006", "2006")]
    assert read("It ran from May to August 2005.") == [("May", "2005-05"), ("August 2005", "2005-08")]
    assert read("It ran from June 14 to June 20, 2009.") == [("June 14", "2009-06-14"), ("June 20, 2009", "2009-06-20")]
    assert read("It was open on May 11, 12 and 13.")[1:] == [("12", "2025-05-12"), ("13", "2025-05-13")]


def test_anchored_on_another_time() -> None:
    assert read("He left in 2004, and by October of that year he was back.")[-1] == ("October of that year", "2004-10")
    assert read("It fell to $3 in 2004, from $4 the year before.")[-1] == ("the year before", "2003")
    assert read("Oil rose in March 2021. A year earlier it had fallen.")[-1] == ("A year earlier", "2020")
    assert read("They met on 24 and 25 April 2020.") == [("24", "2020-04-24"), ("25 April 2020", "2020-04-25")]
    assert read("They met on April 24 and 25, 2020.")[0] == ("April 24", "2020-04-24")


@pytest.mark.parametrize(
    ("text", "found", "start", "end"),
    [
        ("Joe Biden acted on his first day in office.", "his first day in office",
         date(2021, 1, 20), date(2021, 1, 20)),
        ("Two months into his term, Joe Biden fell ill.", "Two months into his term",
         date(2021, 3, 20), date(2021, 3, 20)),
        ("On the 100-day mark of his presidency Joe Biden spoke.", "the 100-day mark of his presidency",
         date(2021, 4, 29), date(2021, 4, 30)),
        ("Joe Biden sold it before taking office.", "before taking office", None, date(2021, 1, 20)),
        ("Olaf Scholz spoke of his first act as chancellor.", "his first act as chancellor",
         date(2021, 12, 8), date(2021, 12, 8)),
    ],
)  # fmt: skip
def test_offices(text: str, found: str, start: date | None, end: date) -> None:
    t = next(t for t in times(text, date(2022, 6, 1)) if t.span.of(text) == found)
    assert t.interval == Interval(start, end)


def test_the_pronoun_decides_whose_office() -> None:
    text = "Angela Merkel praised Olaf Scholz and his first day in office."
    found = times(text, date(2022, 6, 1), person_at=lambda token: "Angela Merkel" if token.lower_ == "his" else None)
    assert found[0].interval == Interval.day(date(2005, 11, 22))


def test_reported_terms_count_as_listed_ones() -> None:
    text = "Mara Ilves will act within 50 days of taking office."
    found = times(text, terms=[Term("Mara Ilves", date(2025, 6, 1))])
    assert found[0].interval == Interval(date(2025, 6, 1), date(2025, 7, 21))
    assert found[0].relation == "by"


def test_events_that_the_article_dates() -> None:
    text = "The ministers held a summit on Monday. Hours after the summit, shares rose, and after the summit they ate."
    found = {t.span.of(text): t for t in times(text)}
    assert found["Hours"].interval == Interval.day(date(2025, 5, 19))
    assert found["after the summit"].interval == Interval(date(2025, 5, 19), TUESDAY)
    assert found["after the summit"].relation == "after"


def test_without_a_reference_nothing_is_guessed() -> None:
    found = {t.value: t.interval for t in times("He left on Monday, on May 16 and in 2019.", None)}
    assert found == {
        "XXXX-WXX-1": OPEN, "XXXX-05-16": OPEN, "2019": Interval(date(2019, 1, 1), date(2019, 12, 31)),
    }  # fmt: skip


def test_a_time_of_day_belongs_to_the_day_just_told() -> None:
    found = read("The train crashed on Friday in heavy fog. It had left Graz at 6:10 a.m. with few people on board.")
    assert found[-1] == ("6:10 a.m.", "2025-05-16T06:10")


def test_a_vague_reference_gives_what_is_certain() -> None:
    doc = pipeline()("He left on Monday and returned yesterday.")
    monday, yesterday = find_times(doc, Interval(date(2025, 5, 20), date(2025, 5, 22)))
    assert monday.interval == Interval.day(date(2025, 5, 19))
    assert yesterday.interval == Interval(date(2025, 5, 19), date(2025, 5, 21))


def test_each_word_has_one_class() -> None:
    words = [w for kind in vocabulary().lexicon.words.values() for w in kind]
    assert len(words) == len(set(words))


PIECES = st.sampled_from(
    [w for kind in vocabulary().lexicon.words.values() for w in kind]
    + ["May", "Monday", "2019", "31", "1/2", "10:30", "1990s", "the", ",", ".", "31/02/2020", "9999", "99999999"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=14).map(" ".join))
DAYS = st.one_of(st.none(), st.dates())


@settings(max_examples=150, deadline=None)
@given(TEXTS, DAYS, DAYS)
def test_any_text_any_reference(text: str, first: date | None, last: date | None) -> None:
    if first and last and last < first:
        first, last = last, first
    for t in find_times(pipeline()(text), Interval(first, last)):
        assert 0 <= t.span.start < t.span.end <= len(text)
        assert t.interval.start is None or t.interval.end is None or t.interval.start <= t.interval.end


@settings(max_examples=30, deadline=None)
@given(st.integers(-2000, 2000))
def test_whole_weeks_shift_weekdays_by_as_much(weeks: int) -> None:
    text = "They met on Friday, said this past Sunday that they will meet next Monday, and leave tomorrow."
    shift = timedelta(weeks=weeks)
    moved = times(text, TUESDAY + shift)
    for before, after in zip(times(text), moved, strict=True):
        assert before.interval.start is not None
        assert after.interval == Interval(before.interval.start + shift, before.interval.end + shift)
