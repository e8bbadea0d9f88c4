"""In which category an area stands, in each way to tell areas apart, and what is said of it."""

from dataclasses import asdict, replace

import pytest

from areasend.answers.telling_apart import WAYS, MapBy
from areasend.answers.tile_map import tile_map
from areasend.domain.events import Framework, Outcome
from tests.asking import DAYS, asked
from tests.builders import build_report, build_revisited, build_started
from tests.sayings import FORBIDDEN, texts

FIRST, SECOND = {"inspection": "dudley/2016/1"}, {"inspection": "dudley/2023/1"}


@pytest.fixture
def dudley(let_answers_read):
    """Return how Dudley, of which some events are held, stands on the map of a day."""

    def stands(by, *events, day="2026-11-21"):
        let_answers_read({"dudley": events})
        return next(
            (held.key, number)
            for held in tile_map(asked(day), by).categories
            for area, number in held.areas
            if area.slug == "dudley"
        )

    return stands


def required(weaknesses=None, on="2019-05-10"):
    return build_report(on, weaknesses=weaknesses, **FIRST)


def failings(actions=None):
    report = build_report("2024-05-10", outcome=Outcome.WIDESPREAD_FAILINGS, **SECOND)
    return replace(report, priority_actions=actions)


@pytest.mark.parametrize(
    ("report", "key", "number"),
    [
        (required(1), "weaknesses-1", "1 weakness"),
        (required(3), "weaknesses-1", "3 weaknesses"),
        (required(4), "weaknesses-4", "4 weaknesses"),
        (required(8), "weaknesses-6", "8 weaknesses"),
        (required(14), "weaknesses-9", "14 weaknesses"),
        (required(), "weaknesses-not-held", "number of weaknesses not held"),
        (failings(1), "actions-1", "1 priority action"),
        (failings(4), "actions-3", "4 priority actions"),
        (failings(5), "actions-5", "5 priority actions"),
        (failings(), "actions-not-held", "number of priority actions not held"),
    ],
)
def test_weaknesses_and_priority_actions_are_counted_apart(dudley, report, key, number):
    assert dudley(MapBy.WEAKNESSES, report) == (key, number)


def test_the_latest_report_counts(dudley):
    began = build_started("2024-03-04", framework=Framework.AREA_SEND_2023, **SECOND)

    assert dudley(MapBy.OUTCOME, required(14), began)[0] == "statement-required"
    assert dudley(MapBy.STAGE, required(14), began)[0] == "report-to-come"
    assert dudley(MapBy.WEAKNESSES, required(14), failings(2))[0] == "actions-1"


@pytest.mark.parametrize(
    ("day", "key", "number"),
    [
        ("2019-05-10", "days-0", "0 days"),
        ("2019-05-11", "days-0", "1 day"),
        ("2020-05-08", "days-0", "364 days"),
        ("2020-05-09", "days-365", "365 days"),
        ("2024-05-07", "days-1095", "1,824 days"),
        ("2024-05-08", "days-1825", "1,825 days"),
    ],
)
def test_days_are_counted_from_publication_to_the_day(dudley, day, key, number):
    assert dudley(MapBy.DAYS, required(), day=day) == (key, number)


def test_a_re_visit_does_not_begin_the_days_again(dudley):
    again = build_revisited("2021-07-20", **FIRST)

    assert dudley(MapBy.DAYS, required(), again, day="2021-07-20") == ("days-730", "802 days")


def test_where_the_day_of_a_report_is_not_held_no_days_are_counted(dudley):
    assert dudley(MapBy.DAYS, required(on="2019-05")) == ("day-not-held", "day not held")


@pytest.mark.parametrize("by", [MapBy.OUTCOME, MapBy.WEAKNESSES, MapBy.DAYS])
def test_what_is_not_held_is_said_to_be_not_held(dudley, by):
    key, number = dudley(by)

    assert key == "no-report"
    assert "no report held" in f"{WAYS[by].categories[key]} {number}"


@pytest.mark.usefixtures("read_once")
@pytest.mark.parametrize("by", MapBy)
def test_no_map_calls_anybody_late_or_failed(by):
    said = [text for day in DAYS for text in texts(asdict(tile_map(asked(day), by)))]

    assert not [text for text in said if FORBIDDEN.search(text)]


@pytest.mark.usefixtures("read_once")
def test_the_caveats_stand_beside_the_counts():
    assert any(
        "does not mean a worse area" in one for one in tile_map(asked(), MapBy.WEAKNESSES).notes
    )
    for by in (MapBy.STAGE, MapBy.OUTCOME, MapBy.WEAKNESSES):
        assert any("cannot be compared" in one for one in tile_map(asked(), by).notes)
    assert any("newer report may be out" in one for one in tile_map(asked(), MapBy.DAYS).notes)
