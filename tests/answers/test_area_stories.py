"""What the story of an area says, for every area and on many days, and what it never says."""

import re
from datetime import date
from functools import cache

import pytest

from areasend.domain.areas import AREAS
from areasend.domain.attestations import SourceKind
from areasend.domain.intervals import in_words
from tests.asking import DAYS, TODAY, story

pytestmark = pytest.mark.usefixtures("read_once")

FORBIDDEN = re.compile(r"\b(late|overdue|failed|fails|missed|in force)\b", re.IGNORECASE)
LIMITS = "Our record holds inspection reports published to "
REACHES = date(2026, 6, 29)


@cache
def stories(day):
    return [story(area, day) for area in AREAS]


def said(one):
    """Yield every text of ours in a story: all but what a source or our list says in its words."""
    yield one.sentence
    yield from one.lineage
    for duty in one.duties:
        yield from (duty.duty, duty.due, duty.when, duty.state, duty.start, duty.fulfilment)
        yield from duty.notes
    for line in one.lines:
        yield from (line.on, line.says)


@pytest.mark.slow
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_area_has_a_story_on_every_day(day):
    for one in stories(day):
        assert one.sentence.endswith(".")
        assert f"{LIMITS}{in_words(min(day, REACHES))};" in one.sentence


@pytest.mark.slow
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_no_story_calls_anybody_late_but_a_duty_that_was_met_late(day):
    for one in stories(day):
        found = [words for words in said(one) if FORBIDDEN.search(words)]

        assert [words for words in found if words != "met late"] == []
        assert not any(duty.late for duty in one.duties)


@pytest.mark.slow
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_only_a_duty_that_the_law_or_the_handbook_sets_is_met_late(day):
    forces = {duty.force for one in stories(day) for duty in one.duties if duty.state == "met late"}

    assert forces <= {"the law", "the inspection handbook"}


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_what_may_not_have_happened_by_the_day_says_so(day):
    for one in stories(day):
        for line in one.lines:
            assert line.kind == "expected" or line.earliest <= day
            assert line.perhaps is (line.kind != "expected" and line.latest > day)


def test_a_day_before_the_framework_of_2023_tells_nothing_of_it():
    for one in stories(date(2021, 4, 13)):
        assert "2023" not in one.sentence
        assert "2027" not in one.sentence


def test_an_abolished_area_is_not_told_of_a_cycle_that_it_is_no_part_of():
    gone = [one for one in stories(TODAY) if not one.exists and not AREAS[one.slug].predecessors]

    assert {"dorset-county", "cumbria", "northamptonshire"} <= {one.slug for one in gone}
    assert not any("December 2027" in one.sentence for one in gone)


@pytest.mark.parametrize(
    ("area", "before", "made"),
    [
        ("dorset", "dorset-county", "Made on 1 April 2019"),
        ("cumberland", "cumbria", "Made on 1 April 2023 from Cumbria."),
        ("westmorland-and-furness", "cumbria", "Made on 1 April 2023 from Cumbria."),
        ("north-northamptonshire", "northamptonshire", "Made on 1 April 2021"),
        ("west-northamptonshire", "northamptonshire", "Made on 1 April 2021"),
    ],
)
def test_the_history_of_the_area_it_was_made_from_is_shown_under_that_name(area, before, made):
    one = story(area)
    inherited = [line for line in one.lines if line.area == before]
    carried = [duty for duty in one.duties if duty.inspection.startswith(before)]

    assert inherited
    assert {line.area_name for line in inherited} == {AREAS[before].name}
    assert any(words.startswith(made) for words in one.lineage)
    assert all(one.name in duty.carried_by for duty in carried)


def test_an_abolished_area_says_what_became_of_it():
    assert story("cumbria").lineage == (
        "Ended on 31 March 2023; its area is now part of Cumberland and Westmorland and Furness.",
    )


def test_an_area_is_not_split_before_it_is_announced():
    assert story("surrey", date(2025, 1, 1)).lineage == ()


# What a line stands on.


def test_every_line_names_whose_word_it_is():
    for one in stories(TODAY):
        for line in one.lines:
            assert line.source
            assert line.confidence in {"official", "high", "medium", "low", "expected"}
            assert bool(line.word) is (line.kind != "expected")


def test_what_only_a_newspaper_or_a_forum_says_reads_as_reported():
    notice = next(line for line in story("oldham").lines if line.kind == "intervened")

    assert notice.source == "reported by theoldhamtimes.co.uk"
    assert "was reported" in story("oldham").sentence


def test_a_party_or_a_campaigner_is_never_the_cited_source(told):
    cited = [event.attestation.source for events in told.values() for event in events]

    assert not any(source.kind is SourceKind.PARTISAN for source in cited)


def test_an_inspection_whose_month_is_not_known_is_given_none():
    """Thurrock's began on a day between the start of 2023 and its report of March 2026."""
    assert story("thurrock").sentence.startswith("Inspected (report 9 March 2026): ")


@pytest.mark.parametrize("area", ["halton", "hertfordshire", "kingston-upon-hull"])
def test_a_notice_that_no_source_calls_one_about_send_is_not_called_so(area):
    one = story(area)
    acts = [line.says for line in one.lines if line.kind == "intervened"]

    assert acts
    assert all("about children's services; may include SEND" in act for act in acts)
    assert "(children's services; may include SEND)" in one.sentence


def test_an_act_about_send_is_called_so():
    acts = [line.says for line in story("wirral").lines if line.kind == "intervened"]

    assert "The government issued an improvement notice (about SEND)." in acts


# Areas of which it is easy to say too much.


def duty_of(area, words, day=TODAY):
    return next(duty for duty in story(area, day).duties if duty.duty == words)


@pytest.mark.parametrize(
    ("area", "submitted", "at_the_latest"),
    [
        ("essex", "27 March 2020", "2 April 2020"),
        ("norfolk", "11 September 2020", "16 September 2020"),
        ("oldham", "2 March 2018", "9 March 2018"),
    ],
)
def test_who_submitted_before_time_ran_out_from_publication_was_not_late(
    area, submitted, at_the_latest
):
    duty = duty_of(area, "Submit a written statement of action")

    assert duty.estimated
    assert duty.fulfilment == f"Submitted on {submitted}."
    assert f"{at_the_latest} at the latest" in duty.due
    assert duty.state == "done, not known whether in time"


@pytest.mark.parametrize("area", ["dorset-county", "oldham"])
def test_a_list_of_may_2021_starts_no_stage_again(area, told):
    """It is a bound: neither area's monitoring opens again after it ended."""
    asked_for = next(
        event for event in told[area] if getattr(event, "step", "") == "accelerated-plan-required"
    )
    one = story(area)

    assert not asked_for.on.is_dated
    assert any(line.says == "Formal monitoring of the area ended." for line in one.lines)
    assert not any(duty.start.endswith("27 May 2021.") for duty in one.duties)


def test_deadlines_learn_of_the_state_funeral_on_the_day_it_was_announced():
    """The 70 working days of two areas ran across 19 September 2022."""
    eve, told_on = (
        {(one.slug, duty.duty): duty.due for one in stories(day) for duty in one.duties}
        for day in (date(2022, 9, 9), date(2022, 9, 10))
    )
    statement = "Submit a written statement of action"
    moved = {key: (eve[key], told_on[key]) for key in eve if eve[key] != told_on[key]}

    assert moved == {
        ("bradford", statement): (
            "due between 20 September 2022 and 21 September 2022, by our estimate; "
            "28 September 2022 at the latest",
            "due between 21 September 2022 and 22 September 2022, by our estimate; "
            "29 September 2022 at the latest",
        ),
        ("kirklees", statement): (
            "due between 9 September 2022 and 12 September 2022, by our estimate; "
            "19 September 2022 at the latest",
            "due between 9 September 2022 and 12 September 2022, by our estimate; "
            "20 September 2022 at the latest",
        ),
    }


def test_where_receipt_is_held_time_runs_from_it(told):
    received = [area for area, events in told.items() if _receipt(events)]
    running = [
        duty
        for area in received
        for duty in story(area).duties
        if duty.start.startswith("The area says that it received")
    ]

    assert running
    assert not any(duty.estimated for duty in running)


def _receipt(events):
    return [event for event in events if getattr(event, "step", "") == "report-received"]
