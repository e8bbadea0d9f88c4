"""As at a day, no answer sees what came later: no event, no announcement, no end.

What an answer says for a day is the same whether or not anything that surely happened after it is
known. What may have happened by the day is listed as perhaps so, and nothing else is drawn from
it. A figure alone reads on, to strike from its "perhaps" what a later fact shows not to have
happened yet: `tests/domain/test_measures_as_at.py` proves that it does no more.

Three things in an answer are not of the world as at a day, and say so: how far our record reaches,
by its own last day; what an official release states of a day, which came out after it; and the
rule of small numbers.
"""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.answers import national, working
from areasend.answers.figures import figure
from areasend.answers.national import national_picture
from areasend.answers.statements import statements
from areasend.domain import programme, working_days
from areasend.domain.areas import AREAS, ancestors, atlas
from areasend.domain.areas.loading import Tables
from areasend.domain.measures import MEASURES
from areasend.domain.measures.counting import Areas, Counting
from areasend.domain.narrowing import narrowed
from areasend.domain.programme import national_facts
from areasend.domain.working_days import holidays
from tests.answers import every_answer
from tests.answers.every_answer import READ_ON, perhaps, sure
from tests.asking import DAYS, asked, story
from tests.domain.imagining import TWO_YEARS, records
from tests.searching import DEEP, few

ONE_DAY = timedelta(days=1)
#: An area that was divided, one that was made, and one that stands as it did.
FAMILY = ("cumbria", "westmorland-and-furness", "dudley")
#: Two whose time ran across the State Funeral, two whose re-visit was due in the pandemic.
HELD_UP = ("bradford", "kirklees", "north-somerset", "hampshire")


def ask(asked, areas):
    """Ask all that no later fact may change."""
    given = every_answer.ask(asked, areas)
    return {name: one for name, one in given.items() if name not in READ_ON}


def some_areas(place):
    """Return the families, and a part of all the areas: all the parts are every area."""
    others = [slug for number, slug in enumerate(AREAS) if number % len(DAYS) == place or DEEP]
    return (*FAMILY, *others)


def only(told, areas):
    """Return the events of some areas, so that the nation is small and quickly asked."""
    return {area: told[area] for area in areas}


def until(told, day):
    """Return events without those that surely came after a day."""
    return {
        area: [event for event in events if event.on.earliest <= day]
        for area, events in told.items()
    }


def surely_until(told, day):
    """Return events without those that may have come after a day.

    What surely came before one that is there was there too, however vague its own date.
    """
    return {
        area: [event for event in events if narrowed(event, _dated(events, day)).on.surely_by(day)]
        for area, events in told.items()
    }


def _dated(events, day):
    return [event for event in events if event.on.surely_by(day)]


def assert_nothing_later_shows(told, day, areas, let_answers_read):
    let_answers_read(told)
    since = ask(asked(day), areas)
    let_answers_read(until(told, day))
    then = ask(asked(day), areas)

    assert sure(since) == sure(then)
    assert perhaps(since) <= perhaps(then)
    return sure(then)


# The shipped record.


@pytest.mark.slow
@pytest.mark.parametrize(("place", "day"), [*enumerate(DAYS)], ids=str)
def test_no_answer_sees_what_happened_later(place, day, told, let_answers_read):
    assert_nothing_later_shows(told, day, some_areas(place), let_answers_read)


@pytest.mark.slow
@few(6, deep=300)
@given(
    day=st.dates(date(2016, 5, 1), date(2028, 12, 31)),
    areas=st.sets(st.sampled_from(sorted(AREAS)), max_size=8),
)
def test_no_answer_of_any_day_sees_what_happened_later(day, areas, told, let_answers_read):
    areas |= {before.slug for one in areas for before in ancestors(AREAS[one])}
    assert_nothing_later_shows(only(told, areas), day, sorted(areas), let_answers_read)


def test_the_answer_to_parliament_names_whom_its_totals_may_leave_out(told, let_answers_read):
    let_answers_read(told)
    rule = Counting(as_at=date(2024, 1, 1), areas=Areas.ABOLISHED_TOO)
    perhaps_back = figure("revisited", rule, asked("2024-01-01")).perhaps

    assert perhaps_back
    assert set(perhaps_back) <= set(statements(asked("2024-01-01")).perhaps)


@pytest.mark.slow
@pytest.mark.parametrize("day", DAYS[1:6], ids=str)
def test_a_figure_of_the_picture_is_the_figure_asked_alone(day, told, let_answers_read):
    """One reads what had happened by the day, the other everything: the counts are the same."""
    let_answers_read(told)
    picture = national_picture(asked(day))
    rules = {one: Counting(as_at=day, areas=one) for one in Areas}
    alone = {
        (found.says, found.count, found.out_of)
        for name in MEASURES
        for rule in rules.values()
        for found in [figure(name, rule, asked(day))]
    }

    assert {(one.says, one.count, one.out_of) for one in picture.counts} <= alone


# Any ledger.

ledgers = st.fixed_dictionaries({area: records(area) for area in ("cumbria", "dudley")})


@pytest.mark.slow
@few(8, deep=2_000)
@given(ledger=ledgers, day=st.sampled_from(TWO_YEARS))
def test_what_came_later_or_may_have_is_drawn_upon_by_no_answer(ledger, day, let_answers_read):
    areas = ("cumbria", "cumberland", "dudley")
    known = assert_nothing_later_shows(ledger, day, areas, let_answers_read)
    let_answers_read(surely_until(ledger, day))
    surely = sure(ask(asked(day), areas))
    # A figure knows of an inspection that may have begun by the day if its report was surely out.
    for drawn_from_figures in ("figures.figure", "judged_alike.judged_alike"):
        del known[drawn_from_figures], surely[drawn_from_figures]

    assert surely == known


# What the world announced: holidays, areas, pauses.


@pytest.fixture
def announced_by(monkeypatch):
    """Let the domain know only what the public did on a day."""

    def cut(day):
        known = tuple(_as_known(one, day) for one in holidays() if (one.announced or day) <= day)
        facts = tuple(_so_far(one, day) for one in national_facts() if one.since <= day)
        areas = without_later_changes(atlas.read(), day)
        for module, name, value in (
            (working_days, "holidays", lambda: known),
            (working, "holidays", lambda: known),
            (programme, "national_facts", lambda: facts),
            (national, "national_facts", lambda: facts),
            (atlas, "read", lambda: areas),
        ):
            monkeypatch.setattr(module, name, value)
        forget()

    yield cut
    monkeypatch.undo()
    forget()


def _as_known(holiday, day):
    return replace(holiday, withdrawn=None) if holiday.known_on(day) else holiday


def _so_far(fact, day):
    return fact if fact.until <= day else replace(fact, until=date.max, what=fact.meanwhile)


def forget():
    working_days._turning_days.cache_clear()
    working_days._calendar.cache_clear()
    atlas._after.cache_clear()


def without_later_changes(tables, day):
    """Return the tables of areas as one could have written them on a day."""
    changes = tuple(one for one in tables.changes if one.announced <= day)
    to_come = {slug for one in tables.changes if one not in changes for slug in one.created}
    areas = {slug: area for slug, area in tables.areas.items() if slug not in to_come}
    return Tables(areas=areas, changes=changes)


ANNOUNCEMENTS = sorted(
    {
        *(day for one in holidays() for day in (one.announced, one.withdrawn) if day),
        *(change.announced for change in atlas.read().changes),
        *(one.since for one in national_facts()),
    }
)


@pytest.mark.slow
@pytest.mark.parametrize("day", [day - ONE_DAY for day in ANNOUNCEMENTS], ids=str)
def test_no_answer_sees_what_was_announced_later(day, told, let_answers_read, announced_by):
    areas = [slug for slug in (*FAMILY, *HELD_UP) if slug in atlas.as_announced(day)]
    let_answers_read(only(told, areas))
    since = ask(asked(day), areas)
    announced_by(day)
    let_answers_read(until(only(told, areas), day))

    assert sure(ask(asked(day), areas)) == sure(since)


def test_a_pause_has_no_end_until_it_ends(let_answers_read):
    let_answers_read({})
    begun, ended = (
        next(one for one in national_picture(asked(day)).facts if one.kind == "paused")
        for day in ("2020-06-01", "2021-05-04")
    )

    assert (begun.until, "began again" in begun.what) == (None, False)
    assert (ended.until, "began again" in ended.what) == (date(2021, 5, 4), True)


def test_nobody_foresees_a_pause(told, let_answers_read):
    let_answers_read(told)
    notes = {
        day: [words for duty in story("north-somerset", day).duties for words in duty.notes]
        for day in ("2020-03-16", "2020-03-17", "2021-05-04")
    }

    assert notes["2020-03-16"] == []
    assert notes["2020-03-17"][0].startswith("The programme was paused from 17 March 2020: ")
    assert "from 17 March 2020 to 4 May 2021: " in notes["2021-05-04"][0]


def test_an_area_that_is_yet_to_be_announced_comes_from_nowhere(told, let_answers_read):
    """One that is announced is to be made, and bears no code before its day."""
    let_answers_read(told)
    unheard, announced, made = (
        story("dorset", day) for day in ("2018-02-25", "2018-02-26", "2019-04-01")
    )

    assert (unheard.lineage, unheard.codes) == ((), ())
    assert announced.lineage[0].startswith("Is to be made on 1 April 2019 from Dorset")
    assert announced.lineage[0].endswith(", as announced.")
    assert announced.codes == ()
    assert made.lineage[0].startswith("Made on 1 April 2019 from Dorset")
    assert made.codes


def test_a_rule_holds_from_its_own_day(told, let_answers_read):
    let_answers_read(told)

    for day in DAYS:
        for area in FAMILY:
            assert all(duty.rule_from <= day for duty in story(area, day).duties)
