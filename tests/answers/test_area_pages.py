"""What an area's page is made of: the timeline, what followed, the sources and the figures."""

from collections import Counter
from datetime import date

import pytest

from areasend.answers import afterwards
from areasend.answers.area_pages import area_page
from areasend.answers.timeline import Pause
from areasend.domain import kinds
from areasend.domain.areas import AREAS
from tests.asking import DAYS, TODAY, asked

pytestmark = [pytest.mark.usefixtures("record"), pytest.mark.slow]


def shown(area, day=TODAY):
    return area_page(AREAS[area], asked(day))


def test_every_kind_of_event_has_its_place_in_what_followed():
    groups = (
        afterwards.PLAN,
        afterwards.RETURN,
        afterwards.REVIEWS,
        afterwards.NOTICES,
        afterwards.BEFORE,
    )

    places = Counter(kind for group in groups for kind in group)

    assert set(places) == {kind.key for kind in kinds.KINDS}
    assert max(places.values()) == 1


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_timeline_has_every_line_of_the_story_once(day):
    for area in AREAS:
        one = shown(area, day)
        told = [line for line in one.story.lines if line.kind != "expected"]
        expected = [line for line in one.story.lines if line.kind == "expected"]
        placed = [
            line
            for chapter in one.timeline.chapters
            for line in (*chapter.lines, *chapter.undated)
            if not isinstance(line, Pause)
        ]

        assert Counter(line.line for line in placed if not line.expected) == Counter(told)
        assert Counter(line.line for line in placed if line.expected) == Counter(expected)


def test_the_newest_comes_first_and_so_does_the_newest_inspection():
    chapters = shown("birmingham").timeline.chapters

    assert [chapter.heading for chapter in chapters] == [
        "Inspected in June 2025",
        "Inspected in June 2018",
    ]
    for chapter in chapters:
        days = [line.line.latest for line in chapter.lines if not isinstance(line, Pause)]
        assert days == sorted(days, reverse=True)


def test_what_only_wide_bounds_date_stands_apart_and_what_is_by_a_day_does_not():
    _, first = shown("birmingham").timeline.chapters
    surrey = shown("surrey").timeline.chapters[1]

    assert {line.line.on for line in first.undated} == {"in July 2021 or later"}
    assert "by 27 May 2021" in {line.line.on for line in surrey.lines if hasattr(line, "line")}


def pauses(day):
    chapters = shown("oldham", day).timeline.chapters
    return [line.on for chapter in chapters for line in chapter.lines if isinstance(line, Pause)]


def test_a_pause_of_the_programme_is_told_once_it_has_begun():
    assert pauses(date(2020, 3, 16)) == []
    assert pauses(date(2020, 6, 1)) == ["from 17 March 2020"]
    assert pauses(TODAY) == ["from 17 March 2020 to 4 May 2021"]


def test_until_a_pause_is_over_its_end_is_not_told():
    notes = [
        note
        for day in (date(2020, 1, 1), date(2020, 6, 1), TODAY)
        for duty in shown("northumberland", day).story.duties
        for note in duty.notes
    ]

    assert notes[0].startswith("The programme was paused from 17 March 2020: ")
    assert notes[1].startswith("The programme was paused from 17 March 2020 to 4 May 2021: ")
    assert len(notes) == 2


def test_a_source_is_listed_once_with_what_it_told_and_campaigns_are_not():
    for area in AREAS:
        one = shown(area).documents
        keys = Counter((doc.href, doc.title) for doc in one.documents)

        assert not keys or max(keys.values()) == 1
        assert all(doc.told for doc in one.documents)
        assert not any("lossofbraintrust" in doc.href for doc in one.documents)


def test_the_last_possible_day_has_its_working_too():
    for area in AREAS:
        for duty in shown(area).story.duties:
            if duty.estimate:
                assert duty.workings[-1].due.strftime("%-d %B %Y") == duty.headline


def test_no_break_is_told_of_outside_the_years_of_a_series():
    plans, within = shown("dorset-county").context.comparisons[:2]

    assert within.title == "New plans issued within 20 weeks"
    assert within.years[-1].when == "2018"
    assert not any("January 2023" in note for one in (plans, within) for note in one.notes)
    assert "counted anew" not in within.key


def test_a_figure_that_may_not_be_shown_is_no_point_of_a_line():
    bury = next(
        one for one in shown("bury").context.comparisons if one.name == "context-plans-in-20-weeks"
    )
    ours, england = bury.drawn

    assert dict(ours.points)[2024] is None
    assert dict(england.points)[2024] is not None
    assert "A gap" in bury.key
