"""Which way a time looks where the nearest verb does not tell. The reference is Friday 19 November 2010."""

from datetime import date

import pytest

from consistency.article import Interval
from consistency.extract.parse import pipeline
from consistency.extract.times import find_times

FRIDAY = Interval.day(date(2010, 11, 19))


def read(text: str) -> list[tuple[str, str]]:
    return [(t.span.of(text), t.value) for t in find_times(pipeline()(text), FRIDAY)]


@pytest.mark.parametrize(
    ("text", "found", "value"),
    [
        ("Her decision to meet the chairman in July angered the party.", "July", "2010-07"),
        ("Her decision to close the mill in March will cost jobs.", "March", "2011-03"),
        ("He is believed to have left the country in August.", "August", "2010-08"),
        ("He hopes to have left the country by August.", "August", "2011-08"),
        ("The plant was supposed to reopen in February but is still shut.", "February", "2010-02"),
        ("He was asked on Tuesday to appear before the panel.", "Tuesday", "2010-11-16"),
        ("He was asked to appear before the panel on Tuesday.", "Tuesday", "2010-11-23"),
        ("A rival, called Friday for the release of the tapes, said no.", "Friday", "2010-11-19"),
        ("Jobs had been on leave since January 17.", "January 17", "2010-01-17"),
        ("The road has been shut since December.", "December", "2009-12"),
        ("The road has been shut since Monday.", "Monday", "2010-11-15"),
        ("The agency said that it would have tents standing by Sunday.", "Sunday", "2010-11-21"),
        ("She undertook to reopen the library by June.", "June", "2011-06"),
        ("The firm was forced to recall the car in July.", "July", "2010-07"),
        ("He was allowed to leave on Tuesday.", "Tuesday", "2010-11-16"),
        ("He was unable to attend on Tuesday.", "Tuesday", "2010-11-16"),
        ("He is unable to attend on Tuesday.", "Tuesday", "2010-11-23"),
        ("They refused to leave on Tuesday.", "Tuesday", "2010-11-16"),
        ("The first jets were to be delivered by March.", "March", "2010-03"),
        ("The first jets are to be delivered by March.", "March", "2011-03"),
        ("This weekend, the minister complained about the cost.", "This weekend", "2010-W45-WE"),
        ("This weekend, the minister will visit the town.", "This weekend", "2010-W46-WE"),
        ("On Christmas Day he was still mayor.", "Christmas Day", "2009-12-25"),
        ("On Christmas Day he will still be mayor.", "Christmas Day", "2010-12-25"),
    ],
)
def test_which_way_it_looks(text: str, found: str, value: str) -> None:
    assert (found, value) in read(text)


@pytest.mark.parametrize(
    ("text", "found", "value"),
    [
        ("For the first time in eight years, the party will face a rival.", "eight years", "P8Y"),
        ("The party faces its worst defeat in 20 years.", "20 years", "P20Y"),
        ("The tunnel will be finished in eight years.", "eight years", "2018"),
        ("Fares will rise over a decade.", "a decade", "P10Y"),
        ("Growth is expected over the next decade.", "the next decade", "P10Y"),
        ("He spent a quarter-century in prison.", "a quarter-century", "P25Y"),
        ("He was jailed half a century ago.", "half a century ago", "1960"),
        ("The talks lasted 90-plus minutes.", "90-plus minutes", "PT90M"),
        ("The flight took three-and-a-half hours.", "three-and-a-half hours", "PT3H30M"),
        ("In the months leading up to the vote, he toured the country.", "months", "PXM"),
        ("The loss came days ahead of the vote.", "days", "PXD"),
        ("The house dates from the mid-18th century.", "the mid-18th century", "17"),
        ("They warned that last year's deal was a mistake.", "last year", "2009"),
        ("It will be done by this time next year.", "this time next year", "2011-11"),
        ("It will be done a week from Monday.", "a week from Monday", "2010-11-29"),
        ("They pay $12-an-hour wages.", "an-hour", "PT1H"),
        ("They call every single day.", "every single day", "P1D"),
        ("He takes it twice daily.", "twice daily", "P1D"),
        ("It is held once every four years.", "once every four years", "P4Y"),
    ],
)
def test_lengths_and_sets(text: str, found: str, value: str) -> None:
    assert (found, value) in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "She was in her early 20s when she won.",
        "The men, both in their 40s, were freed.",
        "She took a handful of $20s from the till.",
        "He stays until the last day of his contract.",
    ],
)
def test_ages_notes_and_final_days_are_no_dates(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "found", "value"),
    [
        ("The quake struck at 03:34 local time (06:34 UTC) on 27 February.", "06:34 UTC", "2010-02-27T06:34Z"),
        ("The quake struck at 03:34 local time (06:34 UTC) on 27 February.", "03:34 local time", "2010-02-27T03:34"),
        ("They met between 2 p.m. and 4 p.m. on Monday.", "2 p.m.", "2010-11-15T14:00"),
        ("The strike began at midnight on 6 September.", "midnight on 6 September", "2010-09-06T24:00"),
        ("On Tuesday at 9 p.m. she left, two days before Thursday.", "9 p.m.", "2010-11-16T21:00"),
        ("The shop opens at 9 a.m. and was robbed on Monday.", "9 a.m.", "2010-11-19T09:00"),
    ],
)
def test_a_time_of_day_takes_the_day_that_follows(text: str, found: str, value: str) -> None:
    assert (found, value) in read(text)
