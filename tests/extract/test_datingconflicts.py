"""What an article says of its own days and that cannot all be right."""

from datetime import date

import pytest

from consistency.article import Interval, Published
from consistency.extract.datingconflicts import conflicts
from consistency.extract.parse import pipeline
from consistency.extract.timemasked import masked_times
from consistency.extract.times import find_times
from consistency.spans import Span

TUESDAY = Published(Interval.day(date(2025, 5, 20)), "given")


def told(text: str, published: Published = TUESDAY) -> list[str]:
    doc = pipeline()(text)
    times = [*find_times(doc, published.interval), *masked_times(text, (Span(0, len(text)),), published.interval)]
    found = conflicts(doc, text, sorted(times), published)
    assert all(0 <= s.start < s.end <= len(text) for c in found for s in c.spans)
    return [c.because for c in found]


@pytest.mark.parametrize(
    ("text", "because"),
    [
        ("The mayor resigned on Friday, May 15.", "“Friday, May 15”: 2025-05-15 is a Thursday"),
        ("The mayor resigned on Monday, 3 March 2014.", ""),
        ("The mayor resigned on Friday, 3 March 2014.", "“Friday, 3 March 2014”: 2014-03-03 is a Monday"),
        ("The mayor resigned on Friday, Oct. 23.", ""),
        ("The mayor resigned on 3 June 2025.",
         "“3 June 2025” is told as past and lies after the article's day, 2025-05-20"),
        ("The mayor will resign on 3 June 2025.", ""),
        ("The mayor said that she would resign on 3 June 2025.", ""),
    ],
)  # fmt: skip
def test_conflicts(text: str, because: str) -> None:
    assert told(text) == ([because] if because else [])


def test_a_past_after_the_copyright_year() -> None:
    text = "The mayor resigned on 3 June 2023.\nCopyright © 2021 Valley Post"
    because = "“3 June 2023” is told as past and lies after the copyright year, 2021-12-31"
    assert told(text, Published(Interval(None, None), "none")) == [because]
