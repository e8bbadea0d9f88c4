"""The day of a source: its title's, else its address's, and never one before what it tells of."""

from datetime import date

import pytest

from areasend.domain.intervals import Interval
from areasend.reading.citing import day_of_source

FORUM = "https://forum.example/2019/03/12/information-stands/"


@pytest.mark.parametrize(
    ("title", "href", "tells_of", "expected"),
    [
        ("Forum's statement 1 February 2023", FORUM, "2022-11-28", date(2023, 2, 1)),
        ("Statement of the directors", FORUM, "2022-11-28", None),
        ("Statement of the directors", FORUM, "2019-03-12", date(2019, 3, 12)),
        ("Statement of the directors", FORUM, "../2019-03-01", date(2019, 3, 12)),
        ("Star 22 Dec 2023: a review", "https://star.example", "2023-10", date(2023, 12, 22)),
        ("Minutes (meeting after 16 September 2025)", "", "2025-07", None),
        ("From 1 May 2018 and 2 May 2018", "", "2018-04", None),
        ("41 May 2018", "https://a.example/2018/13/41/", "2018", None),
    ],
)
def test_a_source_is_of_the_day_that_it_gives_and_none_is_made_up(title, href, tells_of, expected):
    found = day_of_source(title=title, href=href, tells_of=Interval.read(tells_of))

    assert found == expected
