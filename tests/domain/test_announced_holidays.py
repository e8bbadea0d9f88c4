"""A bank holiday moves a clock only from the day on which the public learned of it."""

from datetime import date, timedelta

import pytest

from areasend.domain.working_days import calendar_known_on, holidays

ONE_DAY = timedelta(days=1)
VE_DAY_TOLD, JUBILEE_TOLD = date(2019, 6, 8), date(2020, 11, 12)
FUNERAL_TOLD, CORONATION_TOLD = date(2022, 9, 10), date(2022, 11, 6)

#: The day, when it became or ceased to be a holiday, and one working day from the eve of it:
#: as it stood before, and as it stands since.
ADDED = [
    (date(2020, 5, 8), VE_DAY_TOLD, date(2020, 5, 8), date(2020, 5, 11)),
    (date(2022, 6, 2), JUBILEE_TOLD, date(2022, 6, 2), date(2022, 6, 6)),
    (date(2022, 6, 3), JUBILEE_TOLD, date(2022, 6, 3), date(2022, 6, 6)),
    (date(2022, 9, 19), FUNERAL_TOLD, date(2022, 9, 19), date(2022, 9, 20)),
    (date(2023, 5, 8), CORONATION_TOLD, date(2023, 5, 8), date(2023, 5, 9)),
]
WITHDRAWN = [
    (date(2020, 5, 4), VE_DAY_TOLD, date(2020, 5, 5), date(2020, 5, 4)),
    (date(2022, 5, 30), JUBILEE_TOLD, date(2022, 5, 31), date(2022, 5, 30)),
]


@pytest.mark.parametrize(("day", "told", "before", "since"), ADDED + WITHDRAWN)
def test_a_change_counts_from_the_day_it_was_announced(day, told, before, since):
    eve = day - ONE_DAY

    assert calendar_known_on(told - ONE_DAY).after(eve, 1) == before
    assert calendar_known_on(told).after(eve, 1) == since


def test_these_seven_are_all_the_changes_that_are_held():
    changes = [(one.on, one.announced, one.withdrawn) for one in holidays()]

    assert sorted((on, told) for on, told, _ in changes if told) == [row[:2] for row in ADDED]
    assert sorted((on, told) for on, _, told in changes if told) == [row[:2] for row in WITHDRAWN]


def test_every_other_holiday_was_always_known():
    unmoved = {one.on for one in holidays() if not one.announced and not one.withdrawn}

    assert unmoved <= set(calendar_known_on(date(2012, 1, 1)).holidays)


def test_the_state_funeral_moves_a_running_deadline_by_one_day_once_announced():
    received = date(2022, 7, 1)

    assert calendar_known_on(date(2022, 9, 9)).after(received, 70) == date(2022, 10, 10)
    assert calendar_known_on(date(2022, 9, 10)).after(received, 70) == date(2022, 10, 11)


def test_the_calendar_does_not_change_between_announcements():
    assert calendar_known_on(VE_DAY_TOLD) is calendar_known_on(JUBILEE_TOLD - ONE_DAY)


def test_every_holiday_has_a_title_and_a_source():
    assert all(one.title and one.source for one in holidays())


def test_what_gov_uk_does_not_list_yet_says_that_it_is_worked_out():
    listed_to = 2028

    for one in holidays():
        assert one.source.startswith("Worked out: ") is (one.on.year > listed_to)
