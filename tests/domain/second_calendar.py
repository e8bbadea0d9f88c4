"""A second calendar of England's working days, written unlike ours, to check ours against.

Ours has a list of holidays, makes a list of working days from it and looks days up there. This
one has no list: it works a year's holidays out by rule, and counts by weeks, going on for as many
days as holidays took away. Only what was proclaimed for one year alone stands here.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

FRIDAY = 4
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Proclaimed:
    """What one year had otherwise than the rule, and when and where the public learned of it."""

    told: date
    added: tuple[date, ...]
    taken: tuple[date, ...]
    source: str


PROCLAIMED = (
    Proclaimed(
        told=date(2010, 1, 5),
        added=(date(2012, 6, 4), date(2012, 6, 5)),
        taken=(date(2012, 5, 28),),
        source="Diamond Jubilee: announced by the Lord President of the Council on 5 January 2010",
    ),
    Proclaimed(
        told=date(2019, 6, 8),
        added=(date(2020, 5, 8),),
        taken=(date(2020, 5, 4),),
        source="75 years of VE Day: LBC, 8 June 2019, 9.16 a.m.",
    ),
    Proclaimed(
        told=date(2020, 11, 12),
        added=(date(2022, 6, 2), date(2022, 6, 3)),
        taken=(date(2022, 5, 30),),
        source="Platinum Jubilee: Deeside.com, 12 November 2020, after the government",
    ),
    Proclaimed(
        told=date(2022, 9, 10),
        added=(date(2022, 9, 19),),
        taken=(),
        source="State Funeral: approved at the Accession Council; ITV News, 10 September 2022",
    ),
    Proclaimed(
        told=date(2022, 11, 6),
        added=(date(2023, 5, 8),),
        taken=(),
        source="Coronation: Downing Street; The Edinburgh Reporter, 6 November 2022",
    ),
)


def after(start: date, count: int, *, known_on: date) -> date:
    """Return the working day that is so many after a start, as the public knew it on a day."""
    done, day = start, _weekdays_after(start, count)
    while lost := len([one for one in _near(done, day, known_on) if done < one <= day]):
        done, day = day, _weekdays_after(day, lost)
    return day


def holidays(year: int, *, known_on: date) -> frozenset[date]:
    """Return the weekdays of a year that were holidays, as the public knew it on a day."""
    days = set(_ordinary(year))
    for one in PROCLAIMED:
        if one.told <= known_on:
            days -= set(one.taken)
            days |= {day for day in one.added if day.year == year}
    return frozenset(days)


def _weekdays_after(start: date, count: int) -> date:
    """Count Mondays to Fridays: five of them are a week, and the rest may cross one weekend."""
    if count == 0:
        return start
    start -= max(start.weekday() - FRIDAY, 0) * DAY
    weeks, rest = divmod(count, 5)
    weekend = 2 if start.weekday() + rest > FRIDAY else 0
    return start + timedelta(weeks=weeks, days=rest + weekend)


@cache
def _of_two_years(year: int, known_on: date) -> tuple[date, ...]:
    return tuple(holidays(year, known_on=known_on) | holidays(year + 1, known_on=known_on))


def _near(first: date, last: date, known_on: date) -> tuple[date, ...]:
    assert last.year <= first.year + 1, "a count this long is not meant"
    return _of_two_years(first.year, known_on)


def _ordinary(year: int) -> tuple[date, ...]:
    """Return the holidays of a year by rule.

    Good Friday and Christmas Day are holidays at common law; New Year's Day and the first Monday
    in May are proclaimed every year, as are days in place of those that fall on a weekend; the
    rest stand in schedule 1 to the Banking and Financial Dealings Act 1971.
    """
    sunday = easter(year)
    return (
        _monday_from(date(year, 1, 1)) if date(year, 1, 1).weekday() > FRIDAY else date(year, 1, 1),
        sunday - 2 * DAY,
        sunday + DAY,
        _monday_from(date(year, 5, 1)),
        _monday_from(date(year, 5, 25)),
        _monday_from(date(year, 8, 25)),
        *_christmas(year),
    )


def _monday_from(day: date) -> date:
    return day + -day.weekday() % 7 * DAY


#: By the weekday of Christmas Day, Monday first: the days of December off for it and Boxing Day.
_OFF = ((25, 26), (25, 26), (25, 26), (25, 26), (25, 28), (27, 28), (26, 27))


def _christmas(year: int) -> tuple[date, ...]:
    return tuple(date(year, 12, day) for day in _OFF[date(year, 12, 25).weekday()])


def easter(year: int) -> date:
    """Return Easter Sunday by the Gregorian computus (the form in Nature, 20 April 1876)."""
    century, of_century = divmod(year, 100)
    lunation = year % 19
    correction = century - century // 4 - (century - (century + 8) // 25 + 1) // 3
    moon = (19 * lunation + correction + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - moon - of_century % 4) % 7
    back = (lunation + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * back + 114, 31)
    return date(year, month, day + 1)
